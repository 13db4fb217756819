/// One topic in the list, with the reader's own wish at its right.
///
/// It depends on the reader only by `mark` and `act`: for a page of many readers, render it once per mark with
/// `Stencil`, and fill in each reader's act.
public struct TopicRow: Page {
    public static let template = "proposals/topic-row"

    public let gathering: String
    public let id: String
    public var title: String
    /// Name and town of whoever offers it, and those who join in: "Bernd, Balve".
    public var host: String
    public var kind: ProposalKind?
    /// Nil while nobody may see counts.
    public var wishCount: Int?
    /// Raised hands of people without a phone, beside the wishes.
    public var handCount: Int
    public var mark: WishMark
    public var dotStep: Int
    public var act: String

    public init(
        gathering: String,
        id: String,
        title: String,
        host: String,
        kind: ProposalKind?,
        wishCount: Int?,
        handCount: Int = 0,
        mark: WishMark,
        dotStep: Int = 1,
        act: String
    ) {
        self.gathering = gathering
        self.id = id
        self.title = title
        self.host = host
        self.kind = kind
        self.wishCount = wishCount
        self.handCount = handCount
        self.mark = mark
        self.dotStep = dotStep
        self.act = act
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(id)
        case "title": .text(title)
        case "address": .text(Route.proposal(gathering, id).path)
        case "by":
            .text(
                [host, kind?.name(words)].compactMap(\.self).filter { !$0.isEmpty }.joined(
                    separator: " \u{B7} "
                )
            )
        case "wishCount": .maybe(wishCount)
        case "seats": .maybe(seats?.markup)
        case "dotStep": .number(dotStep)
        case "wishText": .maybe(wishCount.map { words("topics.wantToGo", count: $0) })
        case "hands": .maybe(handCount > 0 ? words("topics.hands", count: handCount) : nil)
        case "isMine": .flag(mark.isMine)
        case "mineText": .text(mark.isLate ? words["late.mine"] : words["topics.mine"])
        case "isOpen": .flag(mark.isOpen && !mark.isWeighted)
        case "isWeighted": .flag(mark.isOpen && mark.isWeighted)
        case "isClosed": .flag(!mark.isOpen)
        case "weights": .parts((1...3).map { WeightButton(weight: $0, row: self) })
        case "wishAddress": .text(Route.wish(gathering, id).path)
        case "withdrawalAddress": .text(Route.wishWithdrawal(gathering, id).path)
        case "act": .text(act)
        default: nil
        }
    }

    private var seats: Seats? {
        wishCount.map { Seats(taken: $0, isMine: mark.isMine, perLine: 25, step: dotStep) }
    }
}

/// The reader's own wish for a topic.
public enum WishMark: Sendable, Hashable {
    /// The window is open; nil: no wish yet.
    case simple(isMine: Bool)
    /// The window is open and wishes weigh; 0: no wish yet.
    case weighted(Int)
    /// The window is not open (any more), or the reader only looks.
    /// `isLate`: the wish came after the closing, and counts.
    case closed(isMine: Bool, isLate: Bool = false)

    var isMine: Bool {
        switch self {
        case .simple(let isMine), .closed(let isMine, _): isMine
        case .weighted(let weight): weight > 0
        }
    }

    var isOpen: Bool {
        if case .closed = self { false } else { true }
    }

    var isLate: Bool {
        if case .closed(_, let isLate) = self { isLate } else { false }
    }

    var isWeighted: Bool {
        if case .weighted = self { true } else { false }
    }
}

/// One of the three buttons of a weighted wish; the pressed one takes the wish back.
private struct WeightButton: Part {
    let weight: Int
    let row: TopicRow

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "weight": .number(weight)
        case "weightLabel": .text(words("topics.weight", count: weight, ["title": row.title]))
        case "isChosen": .flag(row.mark == .weighted(weight))
        case "isFilled": .flag(isFilled)
        default: nil
        }
    }

    private var isFilled: Bool {
        if case .weighted(let chosen) = row.mark { weight <= chosen } else { false }
    }
}

/// What somebody brings along.
public enum ProposalKind: String, Sendable, CaseIterable {
    case question
    case experience
    case input
    case help

    public func name(_ words: Phrases) -> String {
        switch self {
        case .question: words["kind.question"]
        case .experience: words["kind.experience"]
        case .input: words["kind.input"]
        case .help: words["kind.help"]
        }
    }

    /// In the form: "Ich habe … eine Frage".
    func offer(_ words: Phrases) -> String {
        switch self {
        case .question: words["propose.question"]
        case .experience: words["propose.experience"]
        case .input: words["propose.input"]
        case .help: words["propose.help"]
        }
    }
}
