/// Bounds boards of which only some sessions have their slots yet.
///
/// A slot is bounded by the values that its content can still take, sessions by their prices and by the
/// cheapest cell that is left to them, less what that cell is worth to others (`CellAssignment`).
final class PricedDay {
    /// Who is in which slot so far, and what that comes to.
    struct Board {
        var slotOf: [Int?]
        var isParked: [Bool]
        var contents: [[Int]]
        var parkedSlots = 0
        /// Slots' worth of sessions that have no place yet, and cells that nobody holds.
        var slotsToPlace: Int
        var freeCells: Int

        fileprivate var states: [ColumnValuation.State]
        fileprivate var bounds: [Int]
        fileprivate var paid: Int
    }

    let relaxation: Relaxation
    /// What no plan is better than: relaxations park no more than they must.
    let rootRank: Rank
    private let problem: Problem
    private let valuation: ColumnValuation
    private let prices: [Int]
    private let slots: [SlotKind]
    /// What the cells are worth, never above zero, and all together.
    private let potentials: [Int]
    /// What a session pays at least that begins in a slot; nil where it cannot.
    private var placed: [[Int?]] = []
    private var least: [Int] = []

    /// The tree of so few sessions is smaller than the search for prices.
    private static let sessionsUnpricedMax = 5
    private static let scale = ColumnValuation.scale
    private static let ascent = ColumnValuation.Ascent(steps: 20, first: 8, kept: 15)

    /// - Parameters:
    ///   - problem: What is to be planned.
    ///   - budget: Three quarters of it may go into prices.
    ///   - known: What some plan costs, beyond which better prices are of no use.
    init(_ problem: Problem, _ budget: StepBudget, known: Int) {
        let own = budget.part(budget.stepsLeft * 3 / 4)
        let relaxation = Relaxation(problem, parkedSlotsMax: 0, own)
        var ascent = PriceAscent(relaxation, own)
        if problem.sessions.count > Self.sessionsUnpricedMax { ascent.run(known: known) }
        budget.spend(own.stepsMade)
        rootRank = Rank(
            broken: 0, missing: 0, parkedSlots: relaxation.parkedSlotsMax, cost: ascent.bound)

        self.problem = problem
        self.relaxation = relaxation
        prices = ascent.bestPrices
        slots = relaxation.choices.slots
        potentials = relaxation.potentials(prices, budget)
        valuation = ColumnValuation(relaxation.audience, budget)
        valuation.setPrices(prices)
        placed = problem.sessions.indices.map { session in
            (0..<problem.slotCount).map { placedCost(session, in: $0) }
        }
        least = problem.sessions.indices.map { session in
            (placed[session].compactMap { $0 } + [parkedCost(session)].compactMap { $0 }).min() ?? 0
        }
    }

    /// The board on which nobody has a place.
    func emptyBoard() -> Board {
        let multipliers = relaxation.multipliers(relaxation.thresholds)
        let states = slots.map { slot in
            let state = valuation.emptyState()
            state.candidates = slot.sessions
            for (client, multiplier) in multipliers.enumerated() { state.multipliers[client] = multiplier }
            return state
        }
        let ascent = ColumnValuation.Ascent(steps: 100, first: 8, kept: 16)
        let bounds = zip(states, slots).map {
            valuation.bound($0, places: $1.capacity, target: Int.max, ascent: ascent)
        }
        return Board(
            slotOf: problem.sessions.map { _ in nil },
            isParked: problem.sessions.map { _ in false },
            contents: slots.map { _ in [] },
            slotsToPlace: problem.sessions.indices.reduce(0) { $0 + relaxation.choices.slotsHeld($1) },
            freeCells: slots.reduce(0) { $0 + $1.capacity },
            states: states,
            bounds: bounds,
            paid: least.reduce(0, +) + potentials.reduce(0, +)
        )
    }

    /// A board with one more session placed; nil if its slots have no rooms for all who are there.
    func placing(_ session: Int, in slot: Int, on board: Board, unplaced: ArraySlice<Int>) -> Board? {
        guard let cost = placed[session][slot] else { return nil }
        var next = board
        next.slotOf[session] = slot
        next.paid += cost - least[session]
        for slot in problem.slots(of: session, from: slot) {
            next.contents[slot].append(session)
            next.slotsToPlace -= 1
            next.freeCells -= 1
            guard hasRooms(next.contents[slot], slot, next.slotOf) else { return nil }
            let state = valuation.emptyState()
            valuation.enter(session, from: board.states[slot], into: state)
            state.candidates = slots[slot].sessions.filter { unplaced.contains($0) }
            let bound = valuation.bound(
                state,
                places: slots[slot].capacity - next.contents[slot].count,
                target: Int.max,
                ascent: Self.ascent
            )
            next.states[slot] = state
            next.bounds[slot] = max(bound, board.bounds[slot])
        }
        return next
    }

    /// A board with one more session parked; nil if it has begun.
    func parking(_ session: Int, on board: Board) -> Board? {
        guard let cost = parkedCost(session) else { return nil }
        var next = board
        next.isParked[session] = true
        next.paid += cost - least[session]
        next.parkedSlots += problem.sessions[session].lengthSlots
        next.slotsToPlace -= problem.sessions[session].lengthSlots
        return next
    }

    /// What no plan costs less than that has these sessions in these slots.
    func cost(_ board: Board) -> Int {
        let sum = board.bounds.reduce(0, +) * relaxation.audience.unit + board.paid
        return max(0, (sum + Self.scale - 1) / Self.scale)
    }

    /// What is lost when every session is placed or parked.
    func lost(_ board: Board) -> Int {
        let audience = relaxation.audience
        let inSlots = board.contents.reduce(0) { $0 + audience.lost($1) }
        let elsewhere = problem.sessions.indices.reduce(0) { sum, session in
            let length = problem.sessions[session].lengthSlots
            let held = board.isParked[session] ? 0 : relaxation.choices.slotsHeld(session)
            return sum + (length - held) * audience.total[session]
        }
        return (inSlots + elsewhere) * audience.unit
    }

    private func hasRooms(_ sessions: [Int], _ slot: Int, _ slotOf: [Int?]) -> Bool {
        let rooms = sessions.map { session in
            problem.rooms.indices.filter { room in
                let cell = (slotOf[session] ?? slot) * problem.rooms.count + room
                return relaxation.choices.cost(session, startingIn: cell) != nil
            }
        }
        return BipartiteMatching(rooms).size == sessions.count
    }

    private func placedCost(_ session: Int, in slot: Int) -> Int? {
        let roomCount = problem.rooms.count
        let held = relaxation.choices.slotsHeld(session)
        let missing = problem.sessions[session].lengthSlots - held
        let wishes = prices[session] * held + Self.scale * missing * relaxation.audience.total[session]
        let seats = (0..<roomCount).compactMap { room -> Int? in
            let cell = slot * roomCount + room
            guard let cost = relaxation.choices.cost(session, startingIn: cell) else { return nil }
            return problem.slots(of: session, from: slot).reduce(Self.scale * cost) {
                $0 - potentials[$1 * roomCount + room]
            }
        }
        return seats.min().map { $0 + relaxation.audience.unit * wishes }
    }

    private func parkedCost(_ session: Int) -> Int? {
        relaxation.choices.parkedCost(session).map { cost in
            let lost = problem.sessions[session].lengthSlots * relaxation.audience.total[session]
            return Self.scale * (cost + relaxation.audience.unit * lost)
        }
    }
}
