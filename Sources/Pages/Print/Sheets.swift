/// What every sheet of paper carries: whose it is, and of when.
public struct SheetFrame: Sendable, Equatable {
    public let gathering: String
    public var name: String
    /// "24. Willkommen in Südwestfalen"
    public var series: String?
    /// `Donnerstag, 26. November 2026`
    public var date: String
    public var venue: String
    /// Whose money and help it is: stands on each sheet, also where several are printed at once.
    public var funding: [String] = []

    public init(gathering: String, name: String, series: String? = nil, date: String, venue: String) {
        self.gathering = gathering
        self.name = name
        self.series = series
        self.date = date
        self.venue = venue
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "theme": .nothing
        case "fundingLines": .texts(funding)
        case "gatheringName": .text(self.name)
        case "date": .text(date)
        case "venue": .text(venue)
        case "when":
            .text([series ?? "", date, venue].filter { !$0.isEmpty }.joined(separator: ", "))
        case "printAddress": .text(Route.print(gathering).path)
        default: nil
        }
    }
}

/// What can be printed, each a document of its own.
public struct PrintChoicePage: Page {
    public static let template = "print/choice"

    public var frame: SheetFrame
    /// Codes of people are for moderators.
    public var mayPrintCodes: Bool
    public var isPublished: Bool

    public init(_ frame: SheetFrame, mayPrintCodes: Bool, isPublished: Bool) {
        self.frame = frame
        self.mayPrintCodes = mayPrintCodes
        self.isPublished = isPublished
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(words["print.title"]) \u{B7} \(frame.name)")
        case "products": .parts(products(words))
        case "consoleAddress": .maybe(mayPrintCodes ? Route.console(frame.gathering, "").path : nil)
        case "homeAddress": .text(Route.gathering(frame.gathering).path)
        case "isUnpublished": .flag(!isPublished)
        default: frame.answer(name, words)
        }
    }

    private func products(_ words: Phrases) -> [Product] {
        let board =
            isPublished
            ? [
                Product(frame, "board", words["print.board"], words["print.boardDetail"]),
                Product(frame, "cards", words["print.cards"], words["print.cardsDetail"]),
                Product(frame, "records", words["print.records"], words["print.recordsDetail"]),
            ] : []
        let codes =
            mayPrintCodes ? [Product(frame, "codes", words["print.codes"], words["print.codesDetail"])] : []
        return [Product(frame, "join", words["print.join"], words["print.joinDetail"])] + board + codes
    }

    private struct Product: Part {
        let href: String
        let label: String
        let detail: String

        init(_ frame: SheetFrame, _ what: String, _ label: String, _ detail: String) {
            href = Route.print(frame.gathering).path + "?what=\(what)"
            self.label = label
            self.detail = detail
        }

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "href": .text(href)
            case "label": .text(label)
            case "detail": .text(detail)
            default: nil
            }
        }
    }
}

/// The board on A4, landscape: for the wall, and for when the power fails.
public struct BoardSheet: Page {
    public static let template = "print/board"

    public var frame: SheetFrame
    public var grid: BoardGrid
    public var version: BoardFragment.Version?
    public var parked: [ParkedTopic]
    public var qr: Markup?
    public var code: String

    public init(
        _ frame: SheetFrame,
        grid: BoardGrid,
        version: BoardFragment.Version?,
        parked: [ParkedTopic] = [],
        code: String,
        qr: Markup?
    ) {
        self.frame = frame
        self.grid = grid
        self.version = version
        self.parked = parked
        self.code = code
        self.qr = qr
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(words["print.board"]) \u{B7} \(frame.name)")
        case "version":
            .maybe(version.map { words("grid.version", ["number": "\($0.number)", "time": $0.time]) })
        case "hasParked": .flag(!parked.isEmpty)
        case "parked": .parts(parked)
        case "code": .text(code)
        case "qr": .maybe(qr)
        case "isDense": .flag(grid.rooms.count > 6)
        default: frame.answer(name, words) ?? grid.answer(name, words)
        }
    }
}

/// Code and QR, large, for the door.
public struct JoinSheet: Page {
    public static let template = "print/join"

    public var frame: SheetFrame
    /// `tafelrunde.de`
    public var host: String
    public var code: String
    public var qr: Markup?

    public init(_ frame: SheetFrame, host: String, code: String, qr: Markup?) {
        self.frame = frame
        self.host = host
        self.code = code
        self.qr = qr
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(words["print.join"]) \u{B7} \(frame.name)")
        case "host": .text(host)
        case "code": .text(code)
        case "qr": .maybe(qr)
        default: frame.answer(name, words)
        }
    }
}

/// Everybody's personal code, for the moderator's pocket.
public struct CodesSheet: Page {
    public static let template = "print/codes"

    public var frame: SheetFrame
    public var people: [PrintedCode]

    public init(_ frame: SheetFrame, people: [PrintedCode]) {
        self.frame = frame
        self.people = people
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(words["print.codes"]) \u{B7} \(frame.name)")
        case "people": .parts(people)
        case "isEmpty": .flag(people.isEmpty)
        default: frame.answer(name, words)
        }
    }
}

public struct PrintedCode: Part, Equatable {
    public var name: String?
    public var organisation: String?
    public var code: String

    public init(name: String?, organisation: String?, code: String) {
        self.name = name
        self.organisation = organisation
        self.code = code
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "name": .text(self.name ?? words["attendees.nobody"])
        case "organisation": .maybe(organisation)
        case "code": .text(code)
        default: nil
        }
    }
}

/// A card for the door of each session's room, two on a sheet.
public struct CardsSheet: Page {
    public static let template = "print/cards"

    public var frame: SheetFrame
    public var cards: [SessionCard]

    public init(_ frame: SheetFrame, cards: [SessionCard]) {
        self.frame = frame
        self.cards = cards
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(words["print.cards"]) \u{B7} \(frame.name)")
        case "cards": .parts(cards)
        case "isEmpty": .flag(cards.isEmpty)
        default: frame.answer(name, words)
        }
    }
}

public struct SessionCard: Part {
    public var title: String
    public var host: String?
    public var sentence: String
    public var room: String
    public var start: String
    public var end: String
    public var wishCount: Int?
    /// Leads to the board.
    public var qr: Markup?

    public init(
        title: String,
        host: String?,
        sentence: String = "",
        room: String,
        start: String,
        end: String,
        wishCount: Int?,
        qr: Markup?
    ) {
        self.title = title
        self.host = host
        self.sentence = sentence
        self.room = room
        self.start = start
        self.end = end
        self.wishCount = wishCount
        self.qr = qr
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(title)
        case "size": .text(size)
        case "host": .maybe(host)
        case "sentence": .maybe(sentence.isEmpty ? nil : sentence)
        case "room": .text(room)
        case "start": .text(start)
        case "end": .text(end)
        case "wishes": .maybe(wishCount.map { words("print.wanted", count: $0) })
        case "seats":
            .maybe(
                wishCount.map {
                    Seats(taken: $0, size: .list, perLine: 40, step: Seats.step(forLargest: $0)).markup
                }
            )
        case "qr": .maybe(qr)
        default: nil
        }
    }

    /// No browser hyphenates German on paper: a long word asks for smaller letters as a long title does.
    private var size: String {
        let word = title.split { $0.isWhitespace || $0 == "-" }.map(\.count).max() ?? 0
        let size = titleSize(title)
        return switch word {
        case 18...: size == "tiny" ? size : "small"
        case 14...: size == "large" ? "middle" : size
        default: size
        }
    }
}
