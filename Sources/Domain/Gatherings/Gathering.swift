/// One meeting with its people, topics and board. What it is at a moment is what its entries say.
public struct Gathering: Aggregate, Hashable {
    public typealias Name = Gathering
    public typealias ID = Identifier<Gathering>

    public static let kind = "gathering"
    public static let shape = 7

    public let id: ID
    public internal(set) var programme = Programme()
    public internal(set) var attendees = Attendees()
    public internal(set) var topics = Topics()
    public internal(set) var board = Board()
    public internal(set) var day = Day()
    public internal(set) var undo = UndoLog()
    /// Counts what changed for everybody's eyes. What was changed and changed back is as it was, and yet somebody may
    /// have seen it in between: only the count tells.
    public private(set) var turn = 0

    public init(id: ID) {
        self.id = id
    }

    /// The vocabulary of the journal: a kind once written keeps its name and its fields for ever.
    public indirect enum Change: Sendable, Hashable, Codable {
        case programme(change: Programme.Change)
        case people(change: Attendees.Change)
        case topics(change: Topics.Change)
        case board(change: Board.Change)
        case day(change: Day.Change)
        /// A step was taken back by these changes.
        case undone(step: Int, by: [Change])
    }

    public var exists: Bool { programme.facts != nil }

    /// The same gathering with another draft, to ask what it would be worth.
    public func with(draft: Board.Layout) -> Self {
        var other = self
        other.board.draft = draft
        return other
    }

    public mutating func apply(_ change: Change, at moment: Instant) {
        if let step = UndoLog.step(for: change, in: self) { undo.remember(step, at: moment) }
        make(change, at: moment)
    }

    private mutating func make(_ change: Change, at moment: Instant) {
        if change.isForEveryone { turn += 1 }
        if change.takesPictureDown { day.picture = nil }
        switch change {
        case .programme(let change): programme.apply(change)
        case .people(let change): attendees.apply(change, at: moment)
        case .topics(let change): topics.apply(change, at: moment)
        case .board(let change): board.apply(change, at: moment)
        case .day(let change):
            if change == .windowClosed { day.hasShownBlind = programme.facts?.rules.isBlind == true }
            day.apply(change, at: moment)
        case .undone(let step, let changes):
            let isShift = if case .shifted = undo[step]?.act { true } else { false }
            undo.forget(step)
            for change in changes {
                if isShift, case .programme(let change) = change {
                    turn += 1
                    programme.unshift(change)
                } else {
                    make(change, at: moment)
                }
            }
        }
    }
}

extension Gathering.Change {
    /// Whether pages that everybody has open show it; people, announcements, the wall and numbers are told by themselves.
    fileprivate var isForEveryone: Bool {
        switch self {
        case .programme: true
        case .topics(.queueSet), .board(.draftChanged), .day(.announced), .day(.announcementTakenBack),
            .day(.projected):
            false
        case .topics, .board, .day: true
        // What it is taken back by counts by itself.
        case .people, .undone: false
        }
    }
}

extension Gathering {
    /// Nobody sees counts, order or quality while a blind window is not closed.
    public var isBlindNow: Bool {
        guard programme.facts?.rules.isBlind == true else { return false }
        return day.window.closedAt == nil
    }
}
