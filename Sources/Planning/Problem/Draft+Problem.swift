extension Problem.Draft {
    /// A checked problem taken apart again, to ask about another like it.
    ///
    /// A draft may say the same thing twice; what comes back says it once, in the order of numbers.
    public init(_ problem: Problem) {
        self.init(slotCount: problem.slotCount, participantCount: problem.participantCount)
        rooms = problem.rooms
        sessions = problem.sessions
        wishes = problem.wishes
        overCapacityWeight = problem.overCapacityWeight
        frozenSlots = problem.frozenSlots
        slotsAfterBreak = problem.slotsAfterBreak
        board = problem.board
        movePrice = problem.movePrice
        admission = problem.admission
        sameTopicWeight = problem.sameTopicWeight
        hostSpreadWeight = problem.hostSpreadWeight
        absences = problem.isAbsent.enumerated().flatMap { host, slots in
            slots.sorted().map { Problem.Absence(host: host, slot: $0) }
        }
        precedences = problem.followers.enumerated().flatMap { before, followers in
            followers.sorted().map { Problem.Precedence(before: before, after: $0) }
        }
        fixedItems = problem.isBlocked.indices.filter { problem.isBlocked[$0] }.map {
            Problem.FixedItem(slot: $0 / problem.rooms.count, room: $0 % problem.rooms.count)
        }
    }
}
