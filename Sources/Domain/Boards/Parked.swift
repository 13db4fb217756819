/// A topic without a place in a layout.
public struct Parked: Sendable, Hashable {
    public let id: Proposal.ID
    /// Nil: it came after the board was laid, and nobody has decided anything about it yet.
    public let reason: ParkReason?
}

extension Gathering {
    /// Every open topic without a place, by number; none before anything is laid.
    public func parked(in layout: Board.Layout) -> [Parked] {
        guard !layout.placements.isEmpty || !layout.parked.isEmpty else { return [] }
        return topics.open.filter { layout.placements[$0.id] == nil }.map {
            Parked(id: $0.id, reason: layout.parked[$0.id])
        }
    }
}
