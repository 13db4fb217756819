extension Rule {
    /// A session ends before the one that builds on it begins.
    public static let precedence = Rule(
        .precedence,
        .hard,
        .pair { problem, first, second in
            problem.tooEarly(second, after: first) ?? problem.tooEarly(first, after: second)
        }
    )

    /// Greeting, keynote and breaks keep their rooms to themselves.
    public static let blockedCells = Rule(
        .blockedCells,
        .hard,
        .session { problem, session, cell in
            guard let cell else { return nil }
            return problem.slots(of: session, from: cell.slot)
                .map { Cell(slot: $0, room: cell.room) }
                .first { problem.isBlocked($0) }
                .map { .blockedCell($0, session: session) }
        }
    )

    /// A long session ends with the day and is not cut by a break.
    public static let fitsTheDay = Rule(
        .fitsTheDay,
        .hard,
        .session { problem, session, cell in
            guard let cell else { return nil }
            let missing = cell.slot + problem.sessions[session].lengthSlots - problem.slotCount
            if missing > 0 { return .runsPastTheEnd(session: session, missingSlots: missing) }
            return problem.slots(of: session, from: cell.slot).dropFirst()
                .first { problem.slotsAfterBreak.contains($0) }
                .map { .runsIntoBreak(session: session, slotAfterBreak: $0) }
        }
    )

    /// What stands in a frozen slot stays, and nothing new comes in.
    public static let frozenSlots = Rule(
        .frozenSlots,
        .hard,
        .session { problem, session, cell in
            if let settled = problem.settledCell(of: session) {
                return cell == settled ? nil : .settledSessionMoved(session: session, from: settled)
            }
            guard let cell else { return nil }
            return problem.slots(of: session, from: cell.slot)
                .first { problem.frozenSlots.contains($0) }
                .map { .entersFrozenSlot(session: session, slot: $0) }
        }
    )
}

extension Problem {
    fileprivate func tooEarly(_ later: Rule.Standing, after earlier: Rule.Standing) -> Finding? {
        guard followers[earlier.session].contains(later.session) else { return nil }
        let end = earlier.cell.slot + sessions[earlier.session].lengthSlots
        return later.cell.slot < end ? .tooEarly(session: later.session, after: earlier.session) : nil
    }
}
