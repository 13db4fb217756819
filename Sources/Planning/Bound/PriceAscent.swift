/// Looks for the prices that give the highest bound, and proves it.
///
/// Method: column generation on the dual side. Contents of low value are found by descent and kept; prices go
/// up and down by subgradient steps (Held and Karp 1971) against all contents kept, until sessions are asked
/// for as often as they are there. Then `ColumnSearch` proves how low values can get at these prices at all,
/// and what it finds joins the contents kept.
struct PriceAscent {
    private let relaxation: Relaxation
    private let budget: StepBudget
    private let valuation: ColumnValuation
    private let searches: [ColumnSearch]
    private var pool: ContentPool
    private var generator = SeededGenerator(seed: 1)

    private var prices: [Int]
    private(set) var bound: Int
    /// The prices that gave the bound.
    private(set) var bestPrices: [Int]
    private(set) var method = LowerBound.Method.pigeonhole

    private static let roundsMax = 24

    init(_ relaxation: Relaxation, _ budget: StepBudget) {
        let thresholds = relaxation.thresholds
        let multipliers = relaxation.multipliers(thresholds)
        let valuation = ColumnValuation(relaxation.audience, budget)
        let prices = relaxation.pigeonholePrices(thresholds)
        valuation.setPrices(prices)
        let searches = relaxation.kinds.map { ColumnSearch($0, valuation, multipliers: multipliers) }
        for search in searches { search.restart(rounds: 0) }

        self.relaxation = relaxation
        self.budget = budget
        self.valuation = valuation
        self.prices = prices
        bestPrices = prices
        self.searches = searches
        pool = ContentPool(relaxation, budget)
        bound = relaxation.cost(prices: prices, values: searches.map(\.rootBound), budget)
    }

    /// Spends the budget.
    ///
    /// - Parameter known: What some plan costs, where looking for more ends.
    mutating func run(known: Int = .max) {
        guard !searches.isEmpty, relaxation.audience.wishCount > 0 else { return }
        var fruitless = 0
        for round in 0..<Self.roundsMax where !budget.isSpent && bound < known && fruitless < 3 {
            ascend(round)
            let before = bound
            let isExact = prove(round)
            fruitless = bound > before ? 0 : fruitless + 1
            guard isExact else { return }
        }
    }

    /// Moves prices for a while and ends with the best.
    private mutating func ascend(_ round: Int) {
        let stepsEnd = budget.stepsMade + budget.stepsLeft / (round == 0 ? 5 : 12)
        let turns = min(200, 40 + 4 * prices.count)
        var fine = prices.map { $0 << ContentPool.fineBits }
        var best = (prices: prices, estimate: pool.estimate(prices))
        let mean = relaxation.audience.total.reduce(0, +) / max(1, relaxation.audience.total.count)
        let first =
            (mean * ColumnValuation.scale << ContentPool.fineBits) >> (round == 0 ? 5 : 6 + min(round, 4))

        for turn in 0..<turns where budget.stepsMade < stepsEnd {
            let isGrown = growPool(at: fine.map { $0 >> ContentPool.fineBits })
            if isGrown { best.estimate = pool.estimate(best.prices) }
            let length = first >> (6 * turn / turns)
            for _ in 0..<8 {
                pool.step(&fine, by: length)
                let now = fine.map { $0 >> ContentPool.fineBits }
                let estimate = pool.estimate(now)
                if estimate > best.estimate { best = (now, estimate) }
            }
        }
        prices = best.prices
    }

    /// Keeps contents of low value that descent finds, from the lowest that is known and from chance.
    private mutating func growPool(at prices: [Int]) -> Bool {
        valuation.setPrices(prices)
        var isGrown = false
        for (index, kind) in relaxation.kinds.enumerated() {
            let descent = ColumnDescent(audience: relaxation.audience, kind: kind, budget: budget)
            let size = Int.random(in: 0...kind.capacity, using: &generator)
            let any = kind.sessions.shuffled(using: &generator).prefix(size)
            for start in [pool.lowest(index, prices).sessions, Array(any)] {
                let content = descent.run(from: start, openings: valuation.openings)
                if pool.keep(content, index) { isGrown = true }
            }
        }
        return isGrown
    }

    /// Bounds each kind of slot at the present prices; whether no bound could be higher there.
    private mutating func prove(_ round: Int) -> Bool {
        valuation.setPrices(prices)
        var values: [Int] = []
        var isExact = true
        for (index, search) in searches.enumerated() {
            search.restart(rounds: round == 0 ? 300 : 60)
            let target = pool.lowest(index, prices).value(prices)
            let share = budget.stepsLeft / (searches.count - index)
            let proven = search.lowerBound(upTo: target, stepsMax: share)
            values.append(proven.value)
            isExact = isExact && proven.value == min(target, search.lowest)
            _ = pool.keep(search.lowestContent.sorted(), index)
        }
        let cost = relaxation.cost(prices: prices, values: values, budget)
        if cost > bound { (bound, method, bestPrices) = (cost, .columns, prices) }
        return isExact
    }
}
