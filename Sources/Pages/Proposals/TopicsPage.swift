public import Domain

/// All topics on the phone: where do you want to go?
public struct TopicsPage: Page {
    public static let template = "proposals/topics"

    public var frame: PhoneFrame
    public var window: WishWindow
    /// The rows as they were rendered, in the order the caller chose: shuffled per voice, then fixed.
    public var rows: Markup
    public var topicCount: Int
    /// How many wishes the reader has; nil for those who only look.
    public var ownWishCount: Int?
    /// Which of them came after the closing.
    public var ownLate = LateWishes()
    public var mayPropose: Bool
    public var refused: String?
    /// There is an edition before, whose open topics can be adopted.
    public var hasPrevious = false

    public init(
        _ frame: PhoneFrame,
        window: WishWindow,
        rows: Markup,
        topicCount: Int,
        ownWishCount: Int?,
        mayPropose: Bool = true,
        refused: String? = nil
    ) {
        self.frame = frame
        self.window = window
        self.rows = rows
        self.topicCount = topicCount
        self.ownWishCount = ownWishCount
        self.mayPropose = mayPropose
        self.refused = refused
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(window.heading(words)) \u{B7} \(frame.name)")
        case "heading": .text(window.heading(words))
        case "lines": .texts(window.lines(words))
        case "countdown": .maybe(window.countdown)
        case "ownWishes": .maybe(ownWishCount.map { ownWishes($0, words) })
        case "blind": .maybe(window.blindNote(words))
        case "topicCount": .text(words("topics.count", count: topicCount))
        case "separated": .flag(ownWishCount != nil)
        case "proposeAddress": .maybe(mayPropose ? Route.newProposal(frame.gathering).path : nil)
        case "suggestionsHref": .maybe(hasPrevious ? Route.suggestions(frame.gathering).path : nil)
        case "isEmpty": .flag(topicCount == 0)
        case "rows": .markup(rows)
        case "refused": .maybe(refused)
        default: frame.answer(name, words)
        }
    }

    private func ownWishes(_ count: Int, _ words: Phrases) -> Markup {
        Markup([words.markup("topics.own", ["count": String(count)]), LatecomerNote.own(ownLate, words)])
    }
}

/// Whether wishes can be made just now, and who sees them.
public struct WishWindow: Sendable, Equatable {
    public var state: State
    /// Nobody sees counts before the end, only how many have made a wish.
    public var isBlind: Bool
    public var voterCount: Int
    /// Wishes weigh one to three.
    public var isWeighted: Bool
    /// What came after it was closed.
    public var late = LateWishes()

    /// Before, while and after the moderator has the window open.
    public enum State: Sendable, Equatable {
        case notYet
        case open(until: String?, countdown: Countdown?)
        case closed
    }

    public init(_ state: State, isBlind: Bool = false, voterCount: Int = 0, isWeighted: Bool = false) {
        self.state = state
        self.isBlind = isBlind
        self.voterCount = voterCount
        self.isWeighted = isWeighted
    }

    var countdown: Countdown? {
        if case .open(_, let countdown) = state { countdown } else { nil }
    }

    func heading(_ words: Phrases) -> String {
        switch state {
        case .notYet: words["topics.headingBefore"]
        case .open: words["topics.heading"]
        case .closed: words["topics.headingClosed"]
        }
    }

    func lines(_ words: Phrases) -> [String] {
        switch state {
        case .notYet: return [words["topics.notYet"]]
        case .closed: return [words["topics.closed"]] + LatecomerNote(late: late).sentences(words)
        case .open(let until, _):
            let how = isWeighted ? words["topics.howWeighted"] : words["topics.how"]
            return [how] + (until.map { [words("topics.until", ["time": $0])] } ?? [])
        }
    }

    /// Blind means for everyone: no counts, only how many have chosen.
    func blindNote(_ words: Phrases) -> String? {
        isBlind && state != .notYet ? words("topics.blind", count: voterCount) : nil
    }
}
