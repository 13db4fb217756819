/// A session in its field of the board.
public struct BoardSession: Part {
    public let id: String
    public var title: String
    /// "Bernd, Balve"; nil where names are not shown.
    public var host: String?
    /// Nil while wishes are blind.
    public var wishCount: Int?
    public var handCount: Int
    /// How many the room holds.
    public var seatCount: Int
    public var slotCount: Int
    public var isPinned: Bool
    /// Why it does not take place: "fällt aus".
    public var absence: String?
    public var change: BoardChange?
    /// The placement's revision: of two who move the same card the second is told.
    public var revision: Int

    public init(
        id: String,
        title: String,
        host: String?,
        wishCount: Int?,
        handCount: Int = 0,
        seatCount: Int,
        slotCount: Int = 1,
        isPinned: Bool = false,
        absence: String? = nil,
        change: BoardChange? = nil,
        revision: Int = 0
    ) {
        self.id = id
        self.title = title
        self.host = host
        self.wishCount = wishCount
        self.handCount = handCount
        self.seatCount = seatCount
        self.slotCount = slotCount
        self.isPinned = isPinned
        self.absence = absence
        self.change = change
        self.revision = revision
    }

    var isTooFull: Bool { voiceCount > seatCount }
    private var voiceCount: Int { (wishCount ?? 0) + handCount }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(id)
        case "title": .text(title)
        case "host": .maybe(host)
        case "isPinned": .flag(isPinned)
        case "isCancelled": .flag(absence != nil)
        case "absence": .maybe(absence)
        case "change": .maybe(change?.text(words))
        case "isChanged": .flag(change != nil)
        case "isLong": .flag(slotCount > 1)
        case "isTooFull": .flag(isTooFull)
        case "revision": .number(revision)
        case "wishes": .maybe(wishCount)
        case "wishText": .maybe(wishCount.map { wishText($0, words) })
        case "hands": .maybe(handCount > 0 ? words("grid.hands", count: handCount) : nil)
        case "tooFull":
            .maybe(isTooFull ? words("grid.tooFull", count: voiceCount, ["seats": "\(seatCount)"]) : nil)
        default: nil
        }
    }

    /// Dots for wishes and hands; those beyond the seats stand out.
    func seats(step: Int, size: Seats.Size = .board) -> Markup? {
        wishCount.map { _ in
            Seats(
                taken: min(voiceCount, seatCount),
                surplus: max(0, voiceCount - seatCount),
                size: size,
                perLine: 20,
                step: step
            ).markup
        }
    }

    private func wishText(_ count: Int, _ words: Phrases) -> String {
        words("grid.wantToGo", count: count)
    }
}

/// How a session stands differently from the version before.
public enum BoardChange: Sendable, Hashable {
    /// `14:15`
    case movedTime(from: String)
    case movedRoom(from: String)
    case new

    func text(_ words: Phrases) -> String {
        switch self {
        case .movedTime(let time): words("grid.was", ["before": time])
        case .movedRoom(let room): words("grid.was", ["before": room])
        case .new: words["grid.new"]
        }
    }
}
