/// What is left of a problem when the slots are looked at one by one.
///
/// Each session has a price for each of its slots. A slot may hold any content that has room, and its value
/// is what is lost in it less the prices of its sessions. Sessions pay their prices where they are placed
/// and all their wishes where they are parked; overflow and moves are an assignment of sessions to cells.
/// For every choice of prices the sum of both is at most the cost of any plan (Lagrangian relaxation of
/// "the contents of the slots are what was placed").
struct Relaxation {
    let choices: Choices
    let audience: Audience
    let kinds: [SlotKind]
    let knownContents: [[Int]]
    /// How many slots' worth of sessions may be parked, at least as many as must be.
    let parkedSlotsMax: Int
    private let isAssigned: Bool

    /// More entries than this are not assigned: each session takes its cheapest cell.
    static let assignmentEntriesMax = 2_000_000

    init(_ problem: Problem, parkedSlotsMax: Int, _ budget: StepBudget) {
        let choices = Choices(problem)
        let rowCount = problem.sessions.indices.reduce(0) { $0 + choices.slotsHeld($1) }
        self.choices = choices
        audience = Audience(problem)
        kinds = choices.kinds()
        knownContents = choices.knownContents
        isAssigned = rowCount * problem.cellCount <= Self.assignmentEntriesMax
        let leastParked = isAssigned ? Self.leastParked(choices, budget) : 0
        self.parkedSlotsMax = max(parkedSlotsMax, leastParked)
    }

    /// How many slots' worth of sessions find no cell in any case.
    private static func leastParked(_ choices: Choices, _ budget: StepBudget) -> Int {
        let problem = choices.problem
        let rows = problem.sessions.indices.flatMap { session in
            (0..<choices.slotsHeld(session)).map { part in
                let costs = (0..<problem.cellCount).map { cell in
                    let first = cell - part * problem.rooms.count
                    let isOpen = first >= 0 && choices.cost(session, startingIn: first) != nil
                    return isOpen ? 0 : CellAssignment.forbidden
                }
                return CellAssignment.Row(costs: costs, parked: 1)
            }
        }
        var assignment = CellAssignment(rows, columnCount: problem.cellCount)
        return assignment.cost(budget)
    }

    var problem: Problem { choices.problem }
    var openSlotCount: Int { kinds.reduce(0) { $0 + $1.count } }

    /// The level of each participant below which wishes are lost for want of slots.
    var thresholds: [Int] {
        audience.thresholds(slotCount: openSlotCount, lengths: problem.sessions.map(\.lengthSlots))
    }

    /// Prices by which the bound of each slot, without search, adds up to what the pigeonhole principle says:
    /// whoever wants more than there are slots loses the least wanted.
    func pigeonholePrices(_ thresholds: [Int]) -> [Int] {
        problem.sessions.indices.map { session in
            (audience.start[session]..<audience.start[session + 1]).reduce(0) { sum, wish in
                let level = min(audience.levels[wish], thresholds[audience.participants[wish]])
                return sum + level * ColumnValuation.scale
            }
        }
    }

    /// A multiplier for each client that fits those prices.
    func multipliers(_ thresholds: [Int]) -> [UInt8] {
        thresholds.flatMap { threshold in
            (1..<(audience.levelCount + 1)).map { $0 <= threshold ? UInt8(ColumnValuation.scale) : 0 }
        }
    }

    /// The bound that prices give.
    ///
    /// - Parameters:
    ///   - prices: For each session and slot it lasts, in 64ths of a level.
    ///   - values: For each kind of slot what the value of no content is below.
    ///   - budget: What the assignment is charged to.
    /// - Returns: What no plan costs less than.
    func cost(prices: [Int], values: [Int], _ budget: StepBudget) -> Int {
        let scale = ColumnValuation.scale
        let free = zip(kinds, values).reduce(0) { $0 + $1.0.count * $1.1 }
        let known = knownContents.reduce(0) { sum, content in
            sum + scale * audience.lost(content) - content.reduce(0) { $0 + prices[$1] }
        }
        let sum = (free + known) * audience.unit + placedCost(prices, budget)
        return max(0, (sum + scale - 1) / scale)
    }

    /// What sessions pay at least where they are placed or parked, in 64ths.
    private func placedCost(_ prices: [Int], _ budget: StepBudget) -> Int {
        let cutOff = problem.sessions.indices.reduce(0) { sum, session in
            let missing = problem.sessions[session].lengthSlots - choices.slotsHeld(session)
            return sum + missing * lostPerSlot(session)
        }
        guard isAssigned else {
            return problem.sessions.indices.reduce(cutOff) { $0 + cheapest($1, prices) }
        }
        var assignment = assignment(prices)
        return cutOff + assignment.cost(budget)
    }

    /// What the cells are worth, never above zero, when sessions pay these prices.
    func potentials(_ prices: [Int], _ budget: StepBudget) -> [Int] {
        guard isAssigned else { return Array(repeating: 0, count: problem.cellCount) }
        var assignment = assignment(prices)
        _ = assignment.cost(budget)
        return Array(assignment.potentials.prefix(problem.cellCount))
    }

    private func assignment(_ prices: [Int]) -> CellAssignment {
        let rows = problem.sessions.indices.flatMap { session in
            (0..<choices.slotsHeld(session)).map { row(session, part: $0, prices) }
        }
        return CellAssignment(rows, columnCount: problem.cellCount, parkedMax: parkedSlotsMax)
    }

    /// One of the slots that a session lasts. Costs of the whole session are spread over its slots, rounded
    /// down.
    private func row(_ session: Int, part: Int, _ prices: [Int]) -> CellAssignment.Row {
        let scale = ColumnValuation.scale
        let length = problem.sessions[session].lengthSlots
        let costs = (0..<problem.cellCount).map { cell in
            let first = cell - part * problem.rooms.count
            guard first >= 0, let cost = choices.cost(session, startingIn: first) else {
                return CellAssignment.forbidden
            }
            return scale * cost / length + audience.unit * prices[session]
        }
        let parked = choices.parkedCost(session).map { scale * $0 / length + lostPerSlot(session) }
        return CellAssignment.Row(costs: costs, parked: parked ?? CellAssignment.forbidden)
    }

    private func cheapest(_ session: Int, _ prices: [Int]) -> Int {
        let scale = ColumnValuation.scale
        let held = choices.slotsHeld(session)
        let seats = (0..<problem.cellCount).compactMap { choices.cost(session, startingIn: $0) }.min()
        let placed = seats.map { scale * $0 + audience.unit * prices[session] * held }
        let parked = choices.parkedCost(session).map { scale * $0 + lostPerSlot(session) * held }
        return min(placed ?? Int.max, parked ?? placed ?? 0)
    }

    private func lostPerSlot(_ session: Int) -> Int {
        audience.unit * ColumnValuation.scale * audience.total[session]
    }
}
