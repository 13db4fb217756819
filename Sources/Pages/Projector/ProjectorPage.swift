/// The large picture in the hall: no mouse, no scrolling, read from ten metres.
public struct ProjectorPage: Page {
    public static let template = "projector/page"

    public let gathering: String
    public var name: String
    /// "dark" for dark halls; light otherwise.
    public var theme: String
    /// The stage as it was rendered, which frames replace as `#stage`.
    public var stage: Markup
    public var position: String?

    public init(
        gathering: String,
        name: String,
        theme: String = "light",
        stage: Markup,
        position: String? = nil
    ) {
        self.gathering = gathering
        self.name = name
        self.theme = theme
        self.stage = stage
        self.position = position
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(words["stage.title"]) \u{B7} \(self.name)")
        case "gatheringName": .text(self.name)
        case "theme": .text(theme)
        case "stage": .markup(stage)
        case "position": .maybe(position)
        case "liveAddress": .text(Route.live(gathering).path)
        default: nil
        }
    }
}

/// What the projector shows in this phase.
public struct ProjectorStage: Page {
    public static let template = "projector/stage"

    public var name: String
    /// "24. Willkommen in Südwestfalen"
    public var series: String?
    public var join: JoinCorner
    public var show: Show
    /// How late it is: a line at the very top that covers nothing, for it may stand there all day.
    public var delay: String?
    /// The newest announcement that stands.
    public var announcement: Announcement?
    /// Whose money and help it is: the last line of whatever is shown.
    public var funding: [String] = []
    /// This device is no projector, or not any more: what it shows is what everybody may read.
    public var isNameless = false

    public enum Show: Sendable {
        case arrival(ArrivalShow)
        case item(ItemShow)
        case pitch(PitchShow)
        case waiting(WaitingShow)
        case weighing(WeighingShow)
        /// The board is being laid out; nobody sees the draft.
        case planning(PlanningShow)
        /// A moderator lets everybody watch how it is laid out.
        case draft(DraftShow)
        case board(BoardShow)
        case running(RunningShow)
        case closing(ClosingShow)
    }

    public init(
        name: String, series: String? = nil, join: JoinCorner, show: Show, delay: String? = nil,
        announcement: Announcement? = nil
    ) {
        self.name = name
        self.series = series
        self.join = join
        self.show = show
        self.delay = delay
        self.announcement = announcement
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "gatheringName": .text(self.name)
        case "join": .part(join)
        case "series": .maybe(series)
        case "delay": .maybe(delay)
        case "announcement": .maybe(announcement)
        case "kind": .text(show.kind)
        case "fundingLines": .texts(funding)
        case "nameless": .maybe(isNameless ? words["stage.nameless"] : nil)
        default: showing(name)
        }
    }

    private func showing(_ name: String) -> Answer? {
        let shows = [
            "arrival", "item", "pitch", "waiting", "weighing", "planning", "draft", "board", "running",
            "closing",
        ]
        guard shows.contains(name) else { return nil }
        return name == show.kind ? .part(show.part) : .nothing
    }
}

extension ProjectorStage.Show {
    var kind: String {
        switch self {
        case .arrival: "arrival"
        case .item: "item"
        case .pitch: "pitch"
        case .waiting: "waiting"
        case .weighing: "weighing"
        case .planning: "planning"
        case .draft: "draft"
        case .board: "board"
        case .running: "running"
        case .closing: "closing"
        }
    }

    var part: any Part {
        switch self {
        case .arrival(let show): show
        case .item(let show): show
        case .pitch(let show): show
        case .waiting(let show): show
        case .weighing(let show): show
        case .planning(let show): show
        case .draft(let show): show
        case .board(let show): show
        case .running(let show): show
        case .closing(let show): show
        }
    }
}

/// How to get in: always in the same corner.
public struct JoinCorner: Part {
    /// `tafelrunde.de`, without the scheme.
    public var host: String
    /// `K7M 4QX`
    public var code: String
    public var qr: Markup?

    public init(host: String, code: String, qr: Markup?) {
        self.host = host
        self.code = code
        self.qr = qr
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "host": .text(host)
        case "code": .text(code)
        case "qr": .maybe(qr)
        default: nil
        }
    }
}
