extension Problem.Draft {
    /// A checked problem taken apart again, to ask about another like it.
    ///
    /// An absence or an order that a draft named twice comes back once.
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
        fixedItems = problem.fixedItems
    }
}
