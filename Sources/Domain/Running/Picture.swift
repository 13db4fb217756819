/// What a moderator may put on the wall, whatever the day is at. Otherwise the wall follows the day by itself.
public enum Picture: String, Sendable, Hashable, Codable, CaseIterable {
    /// How to get in, and who has come.
    case join
    /// The topics, with their wishes as far as they may be seen.
    case wishes
    /// The board while it is being laid.
    case draft
    /// The board as everybody has it.
    case board
    /// What runs in which room, and what comes next.
    case now
    /// The last round: answers, then words.
    case closing
}

extension Gathering {
    /// Puts a picture on every projector; nil: they follow the day by themselves again.
    ///
    /// It hangs there until the day goes on, that is, until another station is entered, a topic is called up or a board
    /// is published: what everybody should look at then must not be hidden behind what somebody chose before.
    public func project(_ picture: Picture?, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        guard day.picture != picture else { return [] }
        if let picture, !hasAnything(toShowOf: picture) { throw .nothingToProject(picture) }
        return [.day(change: .projected(picture: picture))]
    }

    /// What hangs on the wall because somebody chose it; nil while there is nothing of it any more, like a board that
    /// was taken back.
    public var picture: Picture? { day.picture.flatMap { hasAnything(toShowOf: $0) ? $0 : nil } }

    /// What there is something to show of just now.
    public var pictures: [Picture] { Picture.allCases.filter(hasAnything) }

    private func hasAnything(toShowOf picture: Picture) -> Bool {
        switch picture {
        case .join: true
        case .wishes: !topics.open.isEmpty
        case .draft: !board.draft.placements.isEmpty
        case .board, .now: board.current != nil
        case .closing: day.phase >= .running
        }
    }
}

extension Gathering.Change {
    /// Whether everybody should look at what it brings.
    var takesPictureDown: Bool {
        switch self {
        case .day(.phaseEntered), .topics(.pitchBegan), .board(.published): true
        default: false
        }
    }
}
