import Planning

/// Single demands in the words of the file they stand in.
struct DemandWords {
    let named: NamedProblem

    /// A session that is fixed to a slot takes place: that is said once.
    func texts(_ demands: [Demand]) -> [String] {
        demands.filter { demand in
            guard case .place(let session) = demand else { return true }
            return !demands.contains(.fixedSlot(session: session))
        }.map(text)
    }

    private func text(_ demand: Demand) -> String {
        switch demand {
        case .place(let session): "\(id(session)) takes place"
        case .fixedSlot(let session):
            "\(id(session)) is fixed to slot \(named.problem.sessions[session].fixedSlot.map { "\($0)" } ?? "?")"
        case .fixedRoom(let session):
            "\(id(session)) is fixed to room \(named.problem.sessions[session].fixedRoom.map { "\(named.roomIDs[$0])" } ?? "?")"
        case .feature(let feature, let session): "\(id(session)) needs \(feature)"
        case .absence(let absence): "host \(absence.host) is away in slot \(absence.slot)"
        case .precedence(let order): "\(id(order.before)) comes before \(id(order.after))"
        case .fixedItem(let item):
            "slot \(item.slot) is taken in "
                + (item.room.map { "room \(named.roomIDs[$0])" } ?? "all rooms")
        case .breakBefore(let slot): "slot \(slot) follows a break"
        }
    }

    private func id(_ session: Int) -> String { "session \(named.sessionIDs[session])" }
}
