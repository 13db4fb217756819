extension Rule {
    /// The room has what the session needs.
    public static let equipment = Rule(
        .equipment,
        .hard,
        .session { problem, session, cell in
            guard let cell else { return nil }
            let missing = problem.sessions[session].needs.subtracting(problem.rooms[cell.room].features)
            return missing.min().map { .missingFeature($0, session: session, room: cell.room) }
        }
    )

    /// A session that is pinned to a slot starts in it.
    public static let fixedSlot = Rule(
        .fixedSlot,
        .hard,
        .session { problem, session, cell in
            guard let cell, let slot = problem.sessions[session].fixedSlot, cell.slot != slot else {
                return nil
            }
            return .outsideFixedSlot(session: session, fixedSlot: slot)
        }
    )

    /// A session that is pinned to a room takes place there or not at all.
    public static let fixedRoom = Rule(
        .fixedRoom,
        .hard,
        .session { problem, session, cell in
            guard let cell, let room = problem.sessions[session].fixedRoom, cell.room != room else {
                return nil
            }
            return .outsideFixedRoom(session: session, fixedRoom: room)
        }
    )

    /// Who is demanded is not parked.
    public static let mustBePlaced = Rule(
        .mustBePlaced,
        .hard,
        .session { problem, session, cell in
            cell == nil && problem.demandsPlace(session) ? .demandedButParked(session: session) : nil
        }
    )
}
