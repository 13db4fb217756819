/// The rooms that cost least once every session has its slot.
///
/// Method: depth first over sessions, slot by slot, each trying its cheapest rooms first. Without long
/// sessions slots do not know of each other and are solved one by one.
struct RoomChoice {
    private let choices: Choices
    private let budget: StepBudget
    private let slotOf: [Int?]
    /// Groups of sessions that may stand in each other's way.
    private let groups: [[Int]]
    private var plan: Plan
    private var isTaken: [Bool]
    private(set) var isCutShort = false

    init(_ choices: Choices, _ slotOf: [Int?], _ budget: StepBudget) {
        let problem = choices.problem
        let placed = slotOf.indices.compactMap { session in slotOf[session].map { (session, slot: $0) } }
        var groups: [[Int]] = []
        var end = 0
        for (session, slot) in placed.sorted(by: { ($0.slot, $0.0) < ($1.slot, $1.0) }) {
            if slot < end, !groups.isEmpty {
                groups[groups.count - 1].append(session)
            } else {
                groups.append([session])
            }
            end = max(end, slot + problem.sessions[session].lengthSlots)
        }

        self.choices = choices
        self.budget = budget
        self.slotOf = slotOf
        self.groups = groups
        plan = Plan(parking: slotOf.count)
        isTaken = Array(repeating: false, count: problem.cellCount)
    }

    /// - Parameter limit: A cost of rooms and moves from which on a plan is of no use.
    /// - Returns: The plan with the cheapest rooms; nil if there is none below the limit.
    mutating func cheapest(below limit: Int?) -> Plan? {
        var left = limit ?? Int.max
        for session in slotOf.indices where slotOf[session] == nil {
            left -= choices.parkedCost(session) ?? 0
        }
        let least = groups.map { $0.reduce(0) { $0 + (cells($1).first?.cost ?? 0) } }
        var rest = least.reduce(0, +)
        for (index, group) in groups.enumerated() {
            rest -= least[index]
            guard let cost = fill(group, below: left - rest) else { return nil }
            left -= cost
        }
        return left > 0 ? plan : nil
    }

    /// Places a group for good and returns what it costs; nil if nothing is below the limit.
    private mutating func fill(_ group: [Int], below limit: Int) -> Int? {
        let options = group.map(cells)
        var floors = [0]
        for cells in options.reversed() { floors.append((floors.last ?? 0) + (cells.first?.cost ?? 0)) }
        floors.reverse()

        var best: (cost: Int, cells: [Int])?
        var chosen: [Int] = []
        var costs = [0]
        var next = [0]
        while let position = next.last {
            budget.spend(1)
            if budget.isSpent {
                isCutShort = true
                return nil
            }
            let depth = next.count - 1
            let bound = min(limit, best?.cost ?? limit)
            let isEnd = depth == group.count
            if isEnd, costs[depth] < bound { best = (costs[depth], chosen) }
            guard !isEnd, position < options[depth].count,
                costs[depth] + options[depth][position].cost + floors[depth + 1] < bound
            else {
                next.removeLast()
                costs.removeLast()
                if let cell = chosen.popLast() { mark(group[next.count - 1], cell, false) }
                continue
            }
            next[depth] += 1
            let option = options[depth][position]
            guard isFree(group[depth], option.cell) else { continue }
            mark(group[depth], option.cell, true)
            chosen.append(option.cell)
            costs.append(costs[depth] + option.cost)
            next.append(0)
        }
        guard let best else { return nil }
        for (session, cell) in zip(group, best.cells) {
            mark(session, cell, true)
            plan[session] = choices.problem.cell(at: cell)
        }
        return best.cost
    }

    /// The cells a session may start in, the cheapest first.
    private func cells(_ session: Int) -> [(cost: Int, cell: Int)] {
        guard let slot = slotOf[session] else { return [] }
        let roomCount = choices.problem.rooms.count
        return (slot * roomCount..<(slot + 1) * roomCount)
            .compactMap { cell in choices.cost(session, startingIn: cell).map { ($0, cell) } }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }

    private func held(_ session: Int, _ cell: Int) -> [Int] {
        let roomCount = choices.problem.rooms.count
        return choices.problem.slots(of: session, from: cell / roomCount).map {
            $0 * roomCount + cell % roomCount
        }
    }

    private func isFree(_ session: Int, _ cell: Int) -> Bool {
        held(session, cell).allSatisfy { !isTaken[$0] }
    }

    private mutating func mark(_ session: Int, _ cell: Int, _ value: Bool) {
        for cell in held(session, cell) { isTaken[cell] = value }
    }
}
