extension Problem {
    /// What a caller puts together, field by field, before it is checked.
    public struct Draft: Sendable, Equatable {
        public var slotCount: Int
        public var participantCount: Int
        public var rooms: [Room] = []
        public var sessions: [Session] = []
        public var absences: [Absence] = []
        public var precedences: [Precedence] = []
        /// At most one wish for each participant and session.
        public var wishes: [Wish] = []
        public var fixedItems: [FixedItem] = []
        /// What one person beyond the seats of a room costs, in units of lost wishes.
        public var overCapacityWeight = 1
        /// Slots that have begun or are promised: nothing in them moves, nothing new comes in.
        public var frozenSlots: Set<Int> = []
        /// Slots that begin after a break: no long session runs across the break.
        public var slotsAfterBreak: Set<Int> = []
        /// The plan to start from, and what one session moved or parked costs.
        public var board: Plan?
        public var movePrice = 0
        /// Who gets in where there are more sessions than places.
        public var admission = Admission.bestBoard
        /// What it costs that two sessions of one topic run at the same time.
        public var sameTopicWeight = 0
        /// What it costs that a host goes from one session straight into the next.
        public var hostSpreadWeight = 0

        public init(slotCount: Int, participantCount: Int) {
            self.slotCount = slotCount
            self.participantCount = participantCount
        }
    }

    /// Limits on everything, so that the tables of the search stay below some ten megabytes.
    public enum Limit {
        public static let participantsMax = 10_000
        public static let sessionsMax = 1_000
        public static let slotsMax = 200
        public static let roomsMax = 200
        public static let cellsMax = 2_000
        public static let capacityPeopleMax = 1_000_000
        public static let weights = 1...4
        public static let prices = 0...10_000
    }

    /// Why a draft is no problem that can be planned.
    public enum Refused: Error, Equatable, Sendable {
        /// The part of a draft in which something is wrong.
        public enum Part: Sendable, Equatable {
            case slots, participants, rooms, cells, sessions, hosts, wishes, absences, precedences, fixedItems
            case fixedSlots, fixedRooms, frozenSlots, slotsAfterBreak, board, lengths, capacities
            case overCapacityWeight, movePrice, sameTopicWeight, hostSpreadWeight
        }

        case outOfRange(Part, Int)
        case unknownParticipant(Int, in: Part)
        case unknownSession(Int, in: Part)
        case unknownSlot(Int, in: Part)
        case unknownRoom(Int, in: Part)
        case weightOutOfRange(Wish)
        case wishedTwice(participant: Int, session: Int)
        case precedesItself(session: Int)
        case boardOfOtherSize(sessionCount: Int)
        case boardSharesCell(Cell, first: Int, second: Int)
    }
}

extension Problem.Draft {
    func check() throws(Problem.Refused) {
        try checkSizes()
        try checkSessions()
        try checkWishes()
        try checkDay()
        try checkBoard()
    }

    func absentSlots() -> [Set<Int>] {
        var absent = Array(repeating: Set<Int>(), count: participantCount)
        for absence in absences { absent[absence.host].insert(absence.slot) }
        return absent
    }

    func wanted() -> (people: [Int], weight: [Int]) {
        var people = Array(repeating: 0, count: sessions.count)
        var weight = people
        for wish in wishes {
            people[wish.session] += 1
            weight[wish.session] += wish.weight
        }
        return (people, weight)
    }

    func followers() -> [Set<Int>] {
        var followers = Array(repeating: Set<Int>(), count: sessions.count)
        for precedence in precedences { followers[precedence.before].insert(precedence.after) }
        return followers
    }

    static func blockedCells(_ items: [Problem.FixedItem], slotCount: Int, roomCount: Int) -> [Bool] {
        var blocked = Array(repeating: false, count: slotCount * roomCount)
        for item in items {
            for room in 0..<roomCount where item.room == nil || item.room == room {
                blocked[item.slot * roomCount + room] = true
            }
        }
        return blocked
    }

    private typealias Limit = Problem.Limit

    private func checkSizes() throws(Problem.Refused) {
        try check(.slots, slotCount, in: 0...Limit.slotsMax)
        try check(.participants, participantCount, in: 0...Limit.participantsMax)
        try check(.rooms, rooms.count, in: 0...Limit.roomsMax)
        try check(.cells, slotCount * rooms.count, in: 0...Limit.cellsMax)
        try check(.sessions, sessions.count, in: 0...Limit.sessionsMax)
        try check(.overCapacityWeight, overCapacityWeight, in: Limit.prices)
        try check(.movePrice, movePrice, in: Limit.prices)
        try check(.sameTopicWeight, sameTopicWeight, in: Limit.prices)
        try check(.hostSpreadWeight, hostSpreadWeight, in: Limit.prices)
        for room in rooms { try check(.capacities, room.capacityPeople, in: 0...Limit.capacityPeopleMax) }
    }

    private func checkSessions() throws(Problem.Refused) {
        for session in sessions {
            try check(.lengths, session.lengthSlots, in: 1...Limit.slotsMax)
            for host in session.hosts { try checkParticipant(host, in: .hosts) }
            if let slot = session.fixedSlot { try checkSlot(slot, in: .fixedSlots) }
            if let room = session.fixedRoom { try checkRoom(room, in: .fixedRooms) }
        }
        for precedence in precedences {
            try checkSession(precedence.before, in: .precedences)
            try checkSession(precedence.after, in: .precedences)
            guard precedence.before != precedence.after else {
                throw .precedesItself(session: precedence.before)
            }
        }
    }

    private func checkWishes() throws(Problem.Refused) {
        var seen = Set<Int>(minimumCapacity: wishes.count)
        for wish in wishes {
            try checkParticipant(wish.participant, in: .wishes)
            try checkSession(wish.session, in: .wishes)
            guard Limit.weights.contains(wish.weight) else { throw .weightOutOfRange(wish) }
            // Summing two wishes could leave the range, and a caller who sends two has lost count.
            guard seen.insert(wish.participant * sessions.count + wish.session).inserted else {
                throw .wishedTwice(participant: wish.participant, session: wish.session)
            }
        }
    }

    private func checkDay() throws(Problem.Refused) {
        for absence in absences {
            try checkParticipant(absence.host, in: .absences)
            try checkSlot(absence.slot, in: .absences)
        }
        for item in fixedItems {
            try checkSlot(item.slot, in: .fixedItems)
            if let room = item.room { try checkRoom(room, in: .fixedItems) }
        }
        for slot in frozenSlots.sorted() { try checkSlot(slot, in: .frozenSlots) }
        for slot in slotsAfterBreak.sorted() { try checkSlot(slot, in: .slotsAfterBreak) }
    }

    private func checkBoard() throws(Problem.Refused) {
        guard let board else { return }
        guard board.cells.count == sessions.count else {
            throw .boardOfOtherSize(sessionCount: board.cells.count)
        }

        var holder: [Cell: Int] = [:]
        for (session, place) in board.cells.enumerated() {
            guard let place else { continue }
            try checkSlot(place.slot, in: .board)
            try checkRoom(place.room, in: .board)
            for slot in place.slot..<min(slotCount, place.slot + sessions[session].lengthSlots) {
                let cell = Cell(slot: slot, room: place.room)
                if let first = holder.updateValue(session, forKey: cell) {
                    throw .boardSharesCell(cell, first: first, second: session)
                }
            }
        }
    }

    private func check(
        _ part: Problem.Refused.Part,
        _ value: Int,
        in range: ClosedRange<Int>
    ) throws(Problem.Refused) {
        guard range.contains(value) else { throw .outOfRange(part, value) }
    }

    private func checkParticipant(_ id: Int, in part: Problem.Refused.Part) throws(Problem.Refused) {
        guard (0..<participantCount).contains(id) else { throw .unknownParticipant(id, in: part) }
    }

    private func checkSession(_ id: Int, in part: Problem.Refused.Part) throws(Problem.Refused) {
        guard sessions.indices.contains(id) else { throw .unknownSession(id, in: part) }
    }

    private func checkSlot(_ id: Int, in part: Problem.Refused.Part) throws(Problem.Refused) {
        guard (0..<slotCount).contains(id) else { throw .unknownSlot(id, in: part) }
    }

    private func checkRoom(_ id: Int, in part: Problem.Refused.Part) throws(Problem.Refused) {
        guard rooms.indices.contains(id) else { throw .unknownRoom(id, in: part) }
    }
}
