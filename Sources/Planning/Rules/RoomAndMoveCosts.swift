extension Rule {
    /// Everybody who wants a session should find a seat. It counts all who want it, also those who will sit
    /// elsewhere: simple, exact, pessimistic. A long session counts once.
    public static let overflow = Rule(
        .overflow,
        .perPersonTooMany,
        .plan { problem, plan in
            plan.cells.enumerated().compactMap { session, cell in
                guard let cell else { return nil }
                let people = problem.wantingPeople[session] - problem.rooms[cell.room].capacityPeople
                return people > 0 ? .overflow(session: session, room: cell.room, people: people) : nil
            }
        }
    )

    /// A published place is a promise: whoever stood on the board and stands elsewhere now costs.
    public static let movedFromBoard = Rule(
        .movedFromBoard,
        .perMove,
        .session { problem, session, cell in
            guard let from = problem.board?[session], from != cell else { return nil }
            return .moved(session: session, from: from, to: cell)
        }
    )

    /// One topic does not run twice at the same time: whoever cares for it wants both.
    public static let sameTopicApart = Rule(
        .sameTopicApart,
        .perPairInParallel,
        .pair { problem, first, second in
            guard let topic = problem.sessions[first.session].topic,
                topic == problem.sessions[second.session].topic,
                !problem.sharedSlots(first, second).isEmpty
            else { return nil }
            return .sameTopicInParallel(first: first.session, second: second.session)
        }
    )
}
