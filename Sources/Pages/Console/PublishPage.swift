/// The question before everybody sees the draft: what moves, and for how many.
public struct PublishPage: Page {
    public static let template = "console/publish"

    public var frame: ConsoleFrame
    /// The draft's revision that was looked at.
    public var revision: Int
    public var isFirst: Bool
    public var placedCount: Int
    public var movedCount: Int
    public var newCount: Int
    public var goneCount: Int
    /// How many people have a session that moves in their plan.
    public var affectedCount: Int
    public var changes: [PublishedChange]

    public init(
        _ frame: ConsoleFrame,
        revision: Int,
        isFirst: Bool,
        placedCount: Int,
        movedCount: Int = 0,
        newCount: Int = 0,
        goneCount: Int = 0,
        affectedCount: Int = 0,
        changes: [PublishedChange] = []
    ) {
        self.frame = frame
        self.revision = revision
        self.isFirst = isFirst
        self.placedCount = placedCount
        self.movedCount = movedCount
        self.newCount = newCount
        self.goneCount = goneCount
        self.affectedCount = affectedCount
        self.changes = changes
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "summary": .text(summary(words))
        case "isFirst": .flag(isFirst)
        case "publish":
            .part(frame.act(words["grid.publish"], .publication, ["revision": "\(revision)"]))
        case "backHref": .text(frame.address(.board))
        case "hasChanges": .flag(!isFirst && !changes.isEmpty)
        case "changes": .parts(changes)
        default: frame.answer(name, words)
        }
    }

    private func summary(_ words: Phrases) -> String {
        if isFirst { return words("publish.first", count: placedCount) }
        let parts = [
            movedCount > 0 ? words("publish.moved", count: movedCount) : nil,
            newCount > 0 ? words("publish.new", count: newCount) : nil,
            goneCount > 0 ? words("publish.gone", count: goneCount) : nil,
            affectedCount > 0 ? words("publish.affected", count: affectedCount) : words["publish.nobody"],
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}

/// One session that stands differently than before.
public struct PublishedChange: Part, Equatable {
    public var title: String
    /// "14:15, Turmstube"; nil: it had no place.
    public var before: String?
    /// Nil: it has none any more.
    public var after: String?

    public init(title: String, before: String?, after: String?) {
        self.title = title
        self.before = before
        self.after = after
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(title)
        case "before": .text(before ?? words["publish.noPlace"])
        case "after": .text(after ?? words["publish.noPlace"])
        default: nil
        }
    }
}
