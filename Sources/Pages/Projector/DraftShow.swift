/// The board while it is being laid: all times at once, so that the hall sees where a card goes.
public struct DraftShow: Part {
    public var rooms: [String]
    public var rows: [Row]
    /// How many topics have no place yet.
    public var waitingCount: Int

    /// One slot: a card or nil for each room.
    public struct Row: Sendable {
        public var start: String
        public var cards: [Card?]

        public init(start: String, cards: [Card?]) {
            self.start = start
            self.cards = cards
        }
    }

    /// A session where it lies; the browser knows it again by its id, wherever it lies next.
    public struct Card: Sendable, Equatable {
        public let id: String
        public var title: String
        /// It began in the slot before.
        public var goesOn: Bool

        public init(id: String, title: String, goesOn: Bool = false) {
            self.id = id
            self.title = title
            self.goesOn = goesOn
        }
    }

    /// As many as stand side by side with letters that are read from the last row.
    static let roomsPerPage = 6

    public init(rooms: [String], rows: [Row], waitingCount: Int = 0) {
        self.rooms = rooms
        self.rows = rows
        self.waitingCount = waitingCount
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "waitingText": .maybe(waitingCount > 0 ? words("stage.waiting", count: waitingCount) : nil)
        case "isTall": .flag(rows.count > 4)
        case "pages": .parts(pages)
        case "hasPages": .flag(pages.count > 1)
        default: nil
        }
    }

    private var pages: [any Part] {
        let starts = Array(stride(from: 0, to: max(rooms.count, 1), by: Self.roomsPerPage))
        return starts.enumerated().map { index, start in
            DraftPage(
                show: self, columns: start..<min(start + Self.roomsPerPage, rooms.count), index: index,
                count: starts.count)
        }
    }
}

private struct DraftPage: Part {
    let show: DraftShow
    let columns: Range<Int>
    let index: Int
    let count: Int

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "isLater": .flag(index > 0)
        case "pageNumber": .text(words("stage.page", ["number": "\(index + 1)", "all": "\(count)"]))
        case "draftRooms": .texts(columns.map { show.rooms[$0] })
        case "draftRows":
            .parts(
                show.rows.map { row in
                    DraftRow(start: row.start, cards: columns.map { row.cards[$0] })
                })
        default: nil
        }
    }
}

private struct DraftRow: Part {
    let start: String
    let cards: [DraftShow.Card?]

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "start": .text(start)
        case "draftCells": .parts(cards.map { DraftCell(card: $0) })
        default: nil
        }
    }
}

private struct DraftCell: Part {
    let card: DraftShow.Card?

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "card": .maybe(card?.title)
        case "cardID": .maybe(card.flatMap { $0.goesOn ? nil : $0.id })
        default: nil
        }
    }
}
