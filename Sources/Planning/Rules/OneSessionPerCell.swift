extension Rule {
    /// A slot and room hold one session, and a long session holds every slot it lasts.
    public static let oneSessionPerCell = Rule(
        .oneSessionPerCell,
        .hard,
        .pair { problem, first, second in
            guard first.cell.room == second.cell.room else { return nil }
            let shared = problem.sharedSlots(first, second)
            guard let slot = shared.first else { return nil }
            return .sharedCell(
                Cell(slot: slot, room: first.cell.room),
                first: first.session,
                second: second.session
            )
        }
    )
}

extension Problem {
    func sharedSlots(_ first: Rule.Standing, _ second: Rule.Standing) -> Range<Int> {
        slots(of: first.session, from: first.cell.slot)
            .clamped(to: slots(of: second.session, from: second.cell.slot))
    }
}
