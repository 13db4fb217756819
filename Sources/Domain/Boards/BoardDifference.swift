/// What changed between two layouts, session by session: the place, or in the same place the length.
public struct BoardDifference: Sendable, Hashable {
    public let id: Proposal.ID
    /// Nil: it had no place.
    public let before: Place?
    /// Nil: it has none any more.
    public let after: Place?

    /// In the order of the proposals' numbers.
    public static func between(_ before: Board.Layout, _ after: Board.Layout) -> [BoardDifference] {
        let ids = Set(before.placements.keys).union(after.placements.keys).sorted()
        return ids.compactMap { id in
            let old = before.placements[id]
            let new = after.placements[id]
            if let old, old.isAt(new) { return nil }
            return BoardDifference(id: id, before: old?.place, after: new?.place)
        }
    }
}

extension Board {
    /// What the draft would change for everybody.
    public var unpublished: [BoardDifference] {
        BoardDifference.between(current?.layout ?? Layout(), draft)
    }
}
