/// What everybody sees of the board, rendered once per version and language, and replaced live as `#board`.
public struct BoardFragment: Page {
    public static let template = "boards/board"

    public var grid: BoardGrid
    /// Nil while wishes are blind.
    public var quality: PlanQuality?
    public var parked: [ParkedTopic]
    /// Nil: nothing is published yet.
    public var version: Version?

    /// Which edition of the board it is.
    public struct Version: Sendable, Equatable {
        public let number: Int
        /// `10:12`
        public let time: String

        public init(number: Int, time: String) {
            self.number = number
            self.time = time
        }
    }

    public init(_ grid: BoardGrid, quality: PlanQuality?, parked: [ParkedTopic] = [], version: Version?) {
        self.grid = grid
        self.quality = quality
        self.parked = parked
        self.version = version
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "isPublished": .flag(version != nil)
        case "version":
            .maybe(version.map { words("grid.version", ["number": "\($0.number)", "time": $0.time]) })
        case "hasQuality": .flag(quality != nil)
        case "hasParked": .flag(!parked.isEmpty)
        case "parked": .parts(parked)
        default: quality?.answer(name, words) ?? grid.answer(name, words)
        }
    }
}

/// The board by itself, readable without a cookie.
public struct BoardPage: Page {
    public static let template = "boards/page"

    public let gathering: String
    /// "24. Runder Tisch, Altena".
    public var name: String
    /// `Do, 26. November`
    public var date: String
    /// The fragment as it was rendered.
    public var board: Markup
    public var announcements: [Announcement]
    public var position: String?
    public var theme: String?
    /// Whose money and help it is.
    public var funding: [String] = []
    /// There are other editions.
    public var isInSeries = false

    public init(
        gathering: String,
        name: String,
        date: String,
        board: Markup,
        announcements: [Announcement] = [],
        position: String? = nil,
        theme: String? = nil
    ) {
        self.gathering = gathering
        self.name = name
        self.date = date
        self.board = board
        self.announcements = announcements
        self.position = position
        self.theme = theme
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(words["grid.title"]) \u{B7} \(self.name)")
        case "gatheringName": .text(self.name)
        case "date": .text(date)
        case "documentationAddress": .text(Route.documentation(gathering, .html).path)
        case "board": .markup(board)
        case "announcements": .parts(announcements)
        case "position": .maybe(position)
        case "fundingLines": .texts(funding)
        case "seriesAddress": .maybe(isInSeries ? Route.series(gathering).path : nil)
        case "theme": .maybe(theme)
        case "homeAddress": .text(Route.gathering(gathering).path)
        case "printAddress": .text(Route.print(gathering).path)
        case "liveAddress": .text(Route.live(gathering).path)
        case "imprintAddress": .text(Route.imprint(gathering).path)
        case "privacyAddress": .text(Route.privacy(gathering).path)
        case "accessibilityAddress": .text(Route.accessibility(gathering).path)
        default: nil
        }
    }
}
