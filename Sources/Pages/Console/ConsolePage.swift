public import Domain

/// The console's first page: what runs, and the one next act.
public struct ConsolePage: Page {
    public static let template = "console/now"

    public var frame: ConsoleFrame
    public var phaseTimes: [Phase: String]
    public var readiness: Readiness
    public var heads: HeadCount
    public var queue: [QueueItem]
    /// How many wait altogether, and how long that takes.
    public var queueCount: Int
    public var queueMinutes: Int
    public var pitch: PitchDesk?
    public var window: WindowDesk
    public var board: BoardState
    public var running: RunningDesk?
    public var announcing: AnnouncementDesk
    public var wall = WallDesk()
    public var isTakingProposals: Bool
    /// When it is, when that is not today: "Do, 26. November".
    public var otherDay: String?
    /// Sessions that lie where somebody who offers them cannot be, as sentences.
    public var breaches: [String] = []
    /// The question before the end: it ends for everybody.
    public var asksToEnd: Bool
    /// Until when latecomers count, and how many did.
    public var latecomers = LatecomerNote()
    /// Topics that came after the board was laid, and have no place yet.
    public var laterCount = 0
    /// Topics the plenum has not decided about, where it decides one by one.
    public var undecidedCount = 0
    /// What there is to do about the feedback, at the end.
    public var feedback: FeedbackLine?
    /// Wrong codes typed lately; a few are typing errors and not worth a word.
    public var wrongCodeCount = 0

    /// So many do not come from typing errors alone.
    private static let wrongCodesTold = 30

    public init(
        _ frame: ConsoleFrame,
        phaseTimes: [Phase: String] = [:],
        readiness: Readiness,
        heads: HeadCount,
        queue: [QueueItem] = [],
        queueCount: Int = 0,
        queueMinutes: Int = 0,
        pitch: PitchDesk? = nil,
        window: WindowDesk = WindowDesk(),
        board: BoardState = .none,
        running: RunningDesk? = nil,
        announcing: AnnouncementDesk = AnnouncementDesk(),
        isTakingProposals: Bool = true,
        asksToEnd: Bool = false
    ) {
        self.frame = frame
        self.phaseTimes = phaseTimes
        self.readiness = readiness
        self.heads = heads
        self.queue = queue
        self.queueCount = queueCount
        self.queueMinutes = queueMinutes
        self.pitch = pitch
        self.window = window
        self.board = board
        self.running = running
        self.announcing = announcing
        self.isTakingProposals = isTakingProposals
        self.asksToEnd = asksToEnd
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "stations": .parts(PhaseLine(frame: frame, times: phaseTimes).parts)
        case "phaseName": .text(frame.phase.name(words))
        case "isPreparing": .flag(frame.phase == .preparing)
        case "isArriving": .flag(frame.phase == .arriving)
        case "isGreeting": .flag(frame.phase == .greeting)
        case "isPitching": .flag(frame.phase == .pitching)
        case "isWeighing": .flag(frame.phase == .weighing)
        case "isPlanning": .flag(frame.phase == .planning)
        case "isEnded": .flag(frame.phase == .ended)
        case "wrongCodes":
            .maybe(
                wrongCodeCount >= Self.wrongCodesTold
                    ? words("console.wrongCodes", count: wrongCodeCount) : nil
            )
        case "laterTopics":
            .maybe(
                laterCount > 0 && [.planning, .running].contains(frame.phase)
                    ? words("console.laterTopics", count: laterCount) : nil
            )
        case "latecomers": .maybe(frame.phase < .closing ? latecomers.text(words) : nil)
        case "undecided":
            .maybe(
                undecidedCount > 0 && isAboutToLay ? words("desk.undecidedCount", count: undecidedCount) : nil
            )
        case "parkedAddress": .text(frame.address(.board) + "#parked")
        case "hasDay": .flag(frame.phase != .ended)
        case "asksToEnd": .flag(asksToEnd)
        case "feedbackLine": .maybe(feedback?.text(words))
        case "feedbackAddress": .text(frame.address(.feedback))
        case "closesFeedback": if case .open = feedback { .flag(true) } else { .flag(false) }
        case "endNow": .part(frame.act(words["console.endNow"], .phase, ["phase": Phase.ended.rawValue]))
        case "next": .maybe(NextAct(page: self).part(words))
        default: desks(name, words) ?? frame.answer(name, words)
        }
    }

    private func desks(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "readiness": .part(readiness)
        case "readyLines": .parts(readiness.lines(frame, words))
        case "headsDesk": .part(HeadsPart(heads: heads, voterCount: window.voterCount, frame: frame))
        case "showsHeads":
            .flag(
                [.arriving, .greeting, .weighing].contains(frame.phase)
                    || pitch == nil && frame.phase == .pitching
            )
        case "pitch": .maybe(pitch.map { PitchPart(desk: $0, heads: heads, frame: frame) })
        case "window": .part(WindowPart(desk: window, heads: heads, frame: frame))
        case "board": .part(BoardStatePart(state: board, frame: frame))
        case "running": .maybe(running.map { RunningPart(desk: $0, frame: frame) })
        case "hasQueue": .flag(!queue.isEmpty)
        case "showsQueue": .flag(frame.phase < .planning && (frame.phase < .weighing || !queue.isEmpty))
        case "hasNoTopic": .flag(queue.isEmpty && readiness.topicCount == 0)
        case "isQueueDone": .flag(queue.isEmpty && readiness.topicCount > 0)
        case "queue":
            .parts(
                queue.enumerated().map {
                    QueuePart(
                        item: $1,
                        index: $0,
                        count: queue.count,
                        pitched: pitch?.proposal,
                        frame: frame
                    )
                }
            )
        case "queueNote":
            .text(words("console.queueNote", count: queueCount, ["minutes": "\(queueMinutes)"]))
        case "queueRest":
            .maybe(
                queueCount > queue.count ? words("console.queueRest", count: queueCount - queue.count) : nil
            )
        case "topicsAddress": .text(frame.address(.topics))
        case "proposeAddress": .text(frame.address(.topics, [("new", "1")]) + "#new")
        case "announcing": .part(AnnouncingPart(desk: announcing, frame: frame))
        case "wall": .part(WallPart(desk: wall, frame: frame))
        case "proposing": .part(proposing(words))
        case "hasWarnings": .flag(!warnings(words).isEmpty)
        case "warnings": .texts(warnings(words))
        case "isTakingProposals": .flag(isTakingProposals)
        default: nil
        }
    }

    /// What a moderator should know before going on; nothing of it is refused.
    func warnings(_ words: Phrases) -> [String] {
        let isRunning = frame.phase == .running
        let noPlan = isRunning && running == nil ? words["console.noPlanYet"] : nil
        let otherDay = isRunning || frame.phase == .closing ? otherDayWarning(words) : nil
        return [noPlan, otherDay].compactMap(\.self) + breaches
    }

    func otherDayWarning(_ words: Phrases) -> String? {
        otherDay.map { words("console.otherDay", ["date": $0]) }
    }

    private var isAboutToLay: Bool {
        switch frame.phase {
        case .weighing: window.wasOpen && !window.isOpen
        case .planning: true
        default: false
        }
    }

    private func proposing(_ words: Phrases) -> Act {
        isTakingProposals
            ? frame.act(words["console.stopProposing"], .proposing, ["open": "0"])
            : frame.act(words["console.startProposing"], .proposing, ["open": "1"])
    }
}

/// How far the draft and what everybody sees have come.
public enum BoardState: Sendable, Equatable {
    /// Nothing is laid out.
    case none
    /// `publishedAt`: when the version before was; nil for the first.
    case draft(placed: Int, parked: Int, changes: Int, publishedAt: String?)
    /// The draft is what everybody sees.
    case published(at: String, placed: Int, parked: Int)
}

/// What a gathering has before it begins.
public struct Readiness: Sendable, Equatable {
    public var roomCount: Int
    public var slotCount: Int
    public var itemCount: Int
    public var topicCount: Int
    public var organiserCount: Int
    /// `K7M 4QX`
    public var code: String

    public init(
        roomCount: Int,
        slotCount: Int,
        itemCount: Int,
        topicCount: Int,
        organiserCount: Int,
        code: String
    ) {
        self.roomCount = roomCount
        self.slotCount = slotCount
        self.itemCount = itemCount
        self.topicCount = topicCount
        self.organiserCount = organiserCount
        self.code = code
    }
}

/// The feedback in one line.
public enum FeedbackLine: Sendable {
    case open(answers: Int)
    /// It is counted, and only moderators see it.
    case unseen

    func text(_ words: Phrases) -> String {
        switch self {
        case .open(let answers): words("feedback.answered", count: answers)
        case .unseen: words["deskFeedback.unseen"]
        }
    }
}
