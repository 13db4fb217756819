/// What changed between two layouts, session by session.
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
            let old = before.placements[id]?.place
            let new = after.placements[id]?.place
            return old == new ? nil : BoardDifference(id: id, before: old, after: new)
        }
    }
}

extension Board {
    /// What the draft would change for everybody.
    public var unpublished: [BoardDifference] {
        BoardDifference.between(current?.layout ?? Layout(), draft)
    }
}
