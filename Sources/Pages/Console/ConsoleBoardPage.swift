/// The draft: fields to choose from, the chosen one's reasons, and what another place would cost.
public struct ConsoleBoardPage: Page {
    public static let template = "console/board"

    public var frame: ConsoleFrame
    public var grid: BoardGrid
    /// Nil while wishes are blind, or when there is no grid.
    public var quality: PlanQuality?
    public var isBlind: Bool
    /// What differs from what everybody sees.
    public var changeCount: Int
    /// `10:12`; nil before the first version.
    public var publishedAt: String?
    /// The grid is the published version: it can be looked at, not changed.
    public var showsPublished: Bool
    public var chosen: ChosenSession?
    /// What would be better, when somebody asked for it: it takes the place of a chosen session.
    public var better: BetterBoard?
    /// Whether what would be better may be asked for: something is laid, and wishes are open.
    public var asksForBetter = false
    /// The changes that cost least.
    public var near: [NearSwap] = []
    /// Until when latecomers count, and how many did.
    public var latecomers = LatecomerNote()
    /// Wishes came in since they were looked for.
    public var nearIsOfEarlierWishes = false
    public var moving: Moving
    public var parked: [ParkedTopic]
    public var conflicts: [BoardConflict]
    /// Sessions that lie where somebody who offers them cannot be, as sentences.
    public var breaches: [String] = []
    public var contradictions: [BoardContradiction]
    /// Nothing is laid out yet.
    public var isEmpty: Bool
    public var wall = WallDesk()

    /// Whether the chosen session is on its way.
    public enum Moving: Sendable, Equatable {
        case no
        case anywhere
        /// Only sessions it could change places with.
        case swapping
    }

    public init(
        _ frame: ConsoleFrame,
        grid: BoardGrid,
        quality: PlanQuality?,
        isBlind: Bool = false,
        changeCount: Int = 0,
        publishedAt: String? = nil
    ) {
        self.frame = frame
        self.grid = grid
        self.quality = quality
        self.isBlind = isBlind
        self.changeCount = changeCount
        self.publishedAt = publishedAt
        showsPublished = false
        moving = .no
        parked = []
        conflicts = []
        contradictions = []
        isEmpty = false
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "draftLabel":
            .text(changeCount > 0 ? words("grid.draftChanges", count: changeCount) : words["grid.draft"])
        case "publishedLabel":
            .text(publishedAt.map { words("grid.publishedAt", ["time": $0]) } ?? words["grid.unpublished"])
        case "draftHref": .text(frame.address(.board))
        case "publishedHref":
            .maybe(publishedAt.map { _ in frame.address(.board, [("version", "published")]) })
        case "showsPublished": .flag(showsPublished)
        case "publishHref": .maybe(mayPublish ? frame.address(.board, [("publish", "1")]) : nil)
        case "projectDraft":
            .maybe(showsPublished ? nil : frame.projectDraft(wall, words))
        case "lay": .maybe(showsPublished ? nil : lay(words))
        case "hasQuality": .flag(quality != nil)
        case "isBlind": .flag(isBlind)
        case "isEmptyBoard": .flag(isEmpty)
        case "isMoving": .flag(moving != .no)
        case "isSwapping": .flag(moving == .swapping)
        case "isDraft": .flag(!showsPublished)
        case "chosen": .maybe(chosen.map { ChosenPart(chosen: $0, page: self) })
        case "better": .maybe(better.map { BetterPart(better: $0, frame: frame) })
        case "hasPanel": .flag(chosen != nil || better != nil)
        case "betterHref": .maybe(asksForBetter ? betterAddress : nil)
        case "rows": .parts(grid.rows.indices.map { ConsoleRowPart(page: self, row: $0) })
        case "moveForm": .maybe(showsPublished ? nil : frame.act("", .place("SESSION")))
        case "swapForm": .maybe(showsPublished ? nil : frame.act("", .swap("SESSION")))
        default:
            lists(name, words) ?? quality?.answer(name, words) ?? grid.answer(name, words)
                ?? frame.answer(name, words)
        }
    }

    private func lists(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "latecomers": .maybe(latecomers.text(words))
        case "hasParked": .flag(!parked.isEmpty)
        case "parked": .parts(parked.map(placeable))
        case "parkedTitle": .text(words("grid.parkedCount", count: parked.count))
        case "hasConflicts": .flag(!conflicts.isEmpty || !breaches.isEmpty)
        case "breaches": .texts(breaches)
        case "conflicts": .parts(conflicts.map { ConflictPart(conflict: $0) })
        case "nearIsOfEarlierWishes": .flag(nearIsOfEarlierWishes)
        case "betterIsOfEarlierWishes": .flag(better?.isOfEarlierWishes == true)
        case "hasNear": .flag(!near.isEmpty && moving == .no && !showsPublished)
        case "near": .parts(near.map { NearSwapPart(near: $0, frame: frame) })
        case "hasContradictions": .flag(!contradictions.isEmpty)
        case "contradictions": .texts(contradictions.map { $0.text(words) })
        default: nil
        }
    }

    private var betterAddress: String { frame.address(.board, [("better", "1")]) + "#panel" }

    private var mayPublish: Bool { !showsPublished && changeCount > 0 }

    private func lay(_ words: Phrases) -> Act {
        frame.act(isEmpty ? words["grid.lay"] : words["grid.layAgain"], .layBoard)
    }

    private func placeable(_ topic: ParkedTopic) -> ParkedTopic {
        guard !showsPublished else { return topic }
        var topic = topic
        topic.placing = frame.address(.board, [("session", topic.id), ("move", "1")])
        return topic
    }
}

/// Two sessions that run at the same time and that the same people want.
public struct BoardConflict: Sendable, Equatable {
    public let firstTitle: String
    public let secondTitle: String
    /// `13:15`
    public let time: String
    public let peopleCount: Int

    public init(firstTitle: String, secondTitle: String, time: String, peopleCount: Int) {
        self.firstTitle = firstTitle
        self.secondTitle = secondTitle
        self.time = time
        self.peopleCount = peopleCount
    }
}

private struct ConflictPart: Part {
    let conflict: BoardConflict

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        guard name == "text" else { return nil }
        let gaps = ["time": conflict.time, "first": conflict.firstTitle, "second": conflict.secondTitle]
        return .text(
            conflict.peopleCount < PlanQuality.groupMin
                ? words("grid.conflictFew", gaps) : words("grid.conflict", count: conflict.peopleCount, gaps)
        )
    }
}
