/// Looks for chains where seats or people are not there in all periods.
///
/// Method: large neighbourhood search (Shaw 1998). What one period looks like for some youths, while all the rest
/// stays, is a flow of least cost and so is solved exactly; periods are solved in turn until none gets better. At
/// first that is done for all youths. Then the chains of a few are taken out, of one and of others who sit where
/// that one would like to be; they are made anew, and the outcome is kept if it is not worse. Among equals chance
/// decides, so that the search does not stay where it is.
struct PeriodSearch {
    private let problem: Chains
    private var generator: SeededGenerator
    private var flowsLeft: Int
    private var employers: [[Int?]]
    /// For each employer and period the seats that nobody has.
    private var free: [[Int]]
    private let ranks: [[(employer: Int, rank: Int)]]

    init(_ problem: Chains, generator: SeededGenerator, flowsLeft: Int) {
        self.problem = problem
        self.generator = generator
        self.flowsLeft = flowsLeft
        employers = problem.youths.map { _ in Array(repeating: nil, count: problem.periodCount) }
        free = problem.seatCounts
        ranks = problem.youths.map { youth in
            youth.wishes.enumerated().flatMap { rank, tied in tied.map { ($0, rank + 1) } }
        }
    }

    /// - Parameter bound: Where nothing is left to gain.
    /// - Returns: For each youth and each period the employer, or nil.
    mutating func run(until bound: Chains.Value) -> [[Int?]] {
        let all = Array(problem.youths.indices)
        solvePeriods(for: all)
        var value = value(of: all)
        while bound < value && flowsLeft > 0 {
            let some = related()
            let chains = some.map { employers[$0] }
            let before = self.value(of: some)
            for youth in some { place(youth, Array(repeating: nil, count: problem.periodCount)) }
            solvePeriods(for: some)
            let after = self.value(of: some)
            if before < after {
                for youth in some { place(youth, Array(repeating: nil, count: problem.periodCount)) }
                for (youth, chain) in zip(some, chains) { place(youth, chain) }
            } else {
                value.missingSquares += after.missingSquares - before.missingSquares
                value.rankSquares += after.rankSquares - before.rankSquares
            }
        }
        return employers
    }

    private func value(of youths: [Int]) -> Chains.Value {
        youths.reduce(into: Chains.Value()) { sum, youth in
            let value = problem.value(of: employers[youth], youth: youth)
            sum.missingSquares += value.missingSquares
            sum.rankSquares += value.rankSquares
        }
    }

    /// Somebody, and others who are with employers of their list: mostly few, sometimes many.
    private mutating func related() -> [Int] {
        let count = problem.youths.count
        guard count > 1 else { return Array(0..<count) }
        let lacking = (0..<count).filter { youth in
            employers[youth].count { $0 != nil } < problem.neededCount(youth)
        }
        let isLacking = !lacking.isEmpty && Bool.random(using: &generator)
        let first =
            isLacking
            ? lacking[Int.random(in: 0..<lacking.count, using: &generator)]
            : Int.random(in: 0..<count, using: &generator)
        let wanted = Set(ranks[first].map(\.employer))
        let others = (0..<count).filter { youth in
            youth != first && employers[youth].contains { $0.map { wanted.contains($0) } ?? false }
        }
        let size = 1 << Int.random(in: 0...4, using: &generator)
        return [first] + others.shuffled(using: &generator).prefix(size)
    }

    /// Takes a whole chain away and gives another one.
    private mutating func place(_ youth: Int, _ chain: [Int?]) {
        for period in 0..<problem.periodCount { place(youth, period, chain[period]) }
    }

    private mutating func place(_ youth: Int, _ period: Int, _ employer: Int?) {
        if let old = employers[youth][period] { free[old][period] += 1 }
        if let employer { free[employer][period] -= 1 }
        employers[youth][period] = employer
    }

    private mutating func solvePeriods(for youths: [Int]) {
        var value = value(of: youths)
        while true {
            for period in (0..<problem.periodCount).shuffled(using: &generator) { solve(period, for: youths) }
            let next = self.value(of: youths)
            guard next < value, flowsLeft > 0 else { return }
            value = next
        }
    }

    private mutating func solve(_ period: Int, for youths: [Int]) {
        flowsLeft -= 1
        var network = FlowNetwork()
        var (missingCosts, rankCosts) = ([Int](), [Int]())
        let present = youths.filter { !problem.youths[$0].absences.contains(period) }
        for _ in present { _ = network.addNode(supply: 1) }
        let sink = network.addNode(supply: -present.count)
        var nodeOfEmployer: [Int: Int] = [:]
        var asked: [Int] = []
        var employerOfArc: [Int?] = []

        for youth in present { place(youth, period, nil) }
        for (node, youth) in present.enumerated() {
            let placed = employers[youth].compactMap { $0 }
            for (employer, rank) in ranks[youth]
            where free[employer][period] > 0 && !placed.contains(employer) {
                if nodeOfEmployer[employer] == nil {
                    nodeOfEmployer[employer] = network.addNode()
                    asked.append(employer)
                }
                network.addArc(node, nodeOfEmployer[employer] ?? sink)
                employerOfArc.append(employer)
                missingCosts.append(0)
                rankCosts.append(rank * rank)
            }
            network.addArc(node, sink)
            employerOfArc.append(nil)
            let missing = problem.neededCount(youth) - placed.count
            missingCosts.append(missing * missing - (missing - 1) * (missing - 1))
            rankCosts.append(0)
        }
        let chances = missingCosts.map { _ in Int.random(in: 0..<1_000, using: &generator) }
        for employer in asked {
            network.addArc(nodeOfEmployer[employer] ?? sink, sink, capacity: free[employer][period])
        }
        let objectives: [(Int) -> Int] = [missingCosts, rankCosts, chances].map { costs in
            { $0 < costs.count ? costs[$0] : 0 }
        }
        let flow = MinCostFlow(network, objectives: objectives)
        for (arc, employer) in employerOfArc.enumerated() where flow.units[arc] > 0 {
            place(present[Int(network.tails[arc])], period, employer)
        }
    }
}
