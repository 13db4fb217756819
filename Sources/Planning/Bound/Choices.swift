/// The cells in which each session may start as far as it alone is concerned, and what seats and moving
/// cost there. Hard rules about several sessions are left out, which can only lower a bound.
struct Choices {
    let problem: Problem
    /// Overflow and moves, for each session and cell; nil where the session must not start.
    private let costs: [Int?]

    init(_ problem: Problem) {
        let rules = Rule.hard.filter { $0.name != .mustBePlaced }
        let excluded = problem.excludedSessions()
        self.problem = problem
        costs = problem.sessions.indices.flatMap { session in
            (0..<problem.cellCount).map { index -> Int? in
                let cell = problem.cell(at: index)
                guard !excluded.contains(session),
                    rules.allSatisfy({ $0.finding(problem, session: session, at: cell) == nil })
                else { return nil }
                let people = max(0, problem.wantingPeople[session] - problem.rooms[cell.room].capacityPeople)
                return people * problem.overCapacityWeight + Self.moveCost(problem, session, cell)
            }
        }
    }

    func cost(_ session: Int, startingIn cell: Int) -> Int? {
        costs[session * problem.cellCount + cell]
    }

    /// What parking costs apart from the wishes; nil for what has begun and stays where it is.
    func parkedCost(_ session: Int) -> Int? {
        problem.isSettled(session) ? nil : Self.moveCost(problem, session, nil)
    }

    /// How many of its slots a session gets when it is placed: what has begun may run past the end.
    func slotsHeld(_ session: Int) -> Int {
        guard let cell = problem.settledCell(of: session) else {
            return problem.sessions[session].lengthSlots
        }
        return problem.slots(of: session, from: cell.slot).count
    }

    private static func moveCost(_ problem: Problem, _ session: Int, _ cell: Cell?) -> Int {
        Rule.movedFromBoard.finding(problem, session: session, at: cell) == nil ? 0 : problem.movePrice
    }
}

/// Slots that are alike to the bound: so many sessions at most run side by side, out of these.
struct SlotKind: Equatable {
    var capacity: Int
    var sessions: [Int]
    var count = 1
}

extension Choices {
    /// What is known to run in slots that nobody can enter or leave, one list for each such slot.
    var knownContents: [[Int]] {
        slots.filter(isKnown).map(\.sessions)
    }

    /// All other slots, by how many cells can be used. Slots with few more or fewer cells count as alike, with
    /// the sessions of each, so that the search is spent on few kinds.
    func kinds(atMost kindCountMax: Int = 3) -> [SlotKind] {
        var kinds: [SlotKind] = []
        for slot in slots where !isKnown(slot) && slot.capacity > 0 {
            if let index = kinds.firstIndex(where: { $0.capacity == slot.capacity }) {
                kinds[index] = Self.joined(kinds[index], slot)
            } else {
                kinds.append(slot)
            }
        }
        kinds.sort { $0.capacity < $1.capacity }
        while kinds.count > kindCountMax {
            let first = kinds.removeFirst()
            kinds[0] = Self.joined(first, kinds[0])
        }
        return kinds
    }

    private func isKnown(_ slot: SlotKind) -> Bool {
        slot.sessions.allSatisfy(problem.isSettled)
    }

    /// For each slot the number of cells that some session can hold, and the sessions that can run in it.
    var slots: [SlotKind] {
        let roomCount = problem.rooms.count
        var isUsable = Array(repeating: false, count: problem.cellCount)
        var sessions = Array(repeating: [Int](), count: problem.slotCount)
        for session in problem.sessions.indices {
            for cell in 0..<problem.cellCount where cost(session, startingIn: cell) != nil {
                for slot in problem.slots(of: session, from: cell / roomCount) {
                    isUsable[slot * roomCount + cell % roomCount] = true
                    if sessions[slot].last != session { sessions[slot].append(session) }
                }
            }
        }
        return (0..<problem.slotCount).map { slot in
            let cells = (0..<roomCount).count { isUsable[slot * roomCount + $0] }
            return SlotKind(capacity: min(cells, sessions[slot].count), sessions: sessions[slot])
        }
    }

    private static func joined(_ first: SlotKind, _ second: SlotKind) -> SlotKind {
        SlotKind(
            capacity: max(first.capacity, second.capacity),
            sessions: Set(first.sessions).union(second.sessions).sorted(),
            count: first.count + second.count
        )
    }
}
