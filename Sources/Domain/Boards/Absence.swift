/// Why a session that everybody sees on the board does not take place after all.
public enum Absence: Sendable, Hashable {
    case cancelled
    case withdrawn
    /// Went with the person who was taken out: nothing of it is shown any more.
    case removed
    case merged(into: Proposal.ID)
    /// A later version of the board has no place for it.
    case offTheBoard
}

extension Gathering {
    /// What became of a session since the board was published; nil when it takes place.
    ///
    /// It is asked of the topic as it is now, so that nobody waits for the next version in front of an empty room.
    public func absence(of id: Proposal.ID) -> Absence? {
        switch topics[id]?.state {
        case .withdrawn: .withdrawn
        case .removed, nil: .removed
        case .merged: .merged(into: topics.target(of: id))
        case .open: board.current?.cancelled.contains(id) == true ? .cancelled : nil
        }
    }
}
