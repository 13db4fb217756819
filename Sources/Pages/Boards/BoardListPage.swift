/// The whole board on a phone: a list by slot, rooms in the order of the signposts.
public struct BoardListPage: Page {
    public static let template = "boards/board-list"

    public var frame: PhoneFrame
    public var quality: QualityLine?
    public var slots: [SlotList]

    public init(_ frame: PhoneFrame, quality: QualityLine? = nil, slots: [SlotList]) {
        self.frame = frame
        self.quality = quality
        self.slots = slots
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(words["board.heading"] + " \u{B7} " + frame.name)
        case "quality": .maybe(quality)
        case "slots": .parts(slots)
        case "isEmpty": .flag(slots.allSatisfy { $0.sessions.isEmpty })
        default: frame.answer(name, words)
        }
    }
}

/// A stretch of time with its sessions, or with what is fixed for everybody.
public struct SlotList: Part {
    public let start: String
    public let end: String
    /// "Mittag im Burghof": everybody is there, no sessions run.
    public var fixed: String?
    public var sessions: [SessionRow]
    public var isNow: Bool
    /// "war 14:30": a delay moved it.
    public var was: String?

    public init(
        start: String,
        end: String,
        fixed: String? = nil,
        sessions: [SessionRow] = [],
        isNow: Bool = false,
        was: String? = nil
    ) {
        self.was = was
        self.start = start
        self.end = end
        self.fixed = fixed
        self.sessions = sessions
        self.isNow = isNow
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "start": .text(start)
        case "slotId": .text(start.filter { $0 != ":" })
        case "end": .text(words("time.until", ["time": end]))
        case "fixed": .maybe(fixed)
        case "isGrid": .flag(fixed == nil)
        case "isNow": .flag(isNow)
        case "was": .maybe(was)
        case "sessions": .parts(sessions)
        case "isFree": .flag(fixed == nil && sessions.isEmpty)
        default: nil
        }
    }
}

/// How good the board is, told truthfully: what comes true, who loses, and one dot for each wish.
public struct QualityLine: Part {
    public var attained: Int
    public var wishes: Int
    /// "4 Menschen verlieren je einen, im Erker fehlen 5 Plätze." Made by the caller from the planner's findings.
    public var losses: String

    public init(attained: Int, wishes: Int, losses: String) {
        self.attained = attained
        self.wishes = wishes
        self.losses = losses
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "qualityText":
            .markup(words.markup("board.quality", ["attained": String(attained), "count": String(wishes)]))
        case "losses": .maybe(losses.isEmpty ? nil : losses)
        case "qualitySeats":
            .markup(
                Seats(taken: attained, free: max(0, wishes - attained), size: .board, perLine: 40, step: step)
                    .markup
            )
        case "stepText": .maybe(step > 1 ? words("seats.step", count: step) : nil)
        default: nil
        }
    }

    private var step: Int {
        switch wishes {
        case ...200: 1
        case ...1000: 5
        default: 10
        }
    }
}
