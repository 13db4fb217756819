/// Wishes are being made.
public struct WeighingShow: Part {
    public var isOpen: Bool
    /// Wishes come later: a list of topics, and nothing to count.
    public var isAhead = false
    /// Counts come at the end.
    public var isBlind: Bool
    public var voterCount: Int
    public var headCount: Int
    /// In a fixed order, never sorted by count.
    public var topics: [WeighedTopic]

    public init(isOpen: Bool, isBlind: Bool = false, voterCount: Int, headCount: Int, topics: [WeighedTopic])
    {
        self.isOpen = isOpen
        self.isBlind = isBlind
        self.voterCount = voterCount
        self.headCount = headCount
        self.topics = topics
    }

    /// As many as stand readably in two columns.
    static let topicsPerPage = 14

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "heading": .text(heading(words))
        case "isAhead": .flag(isAhead)
        case "voters": .number(voterCount)
        case "voterText": .text(words("stage.voters", count: voterCount, ["all": "\(headCount)"]))
        case "blindNote": .maybe(isBlind && isOpen ? words["stage.blind"] : nil)
        case "hint": .maybe(isOpen && !isBlind ? words["stage.asMany"] : nil)
        case "seats": .markup(HallRow(taken: min(voterCount, headCount), of: headCount).seats.markup)
        case "dotNote":
            .maybe(Seats.step(forLargest: headCount) > 1 ? dotNote(words) : nil)
        case "isDouble": .flag(HallRow(taken: voterCount, of: headCount).isDouble)
        case "pages": .parts(StagePage.pages(of: topics, size: Self.topicsPerPage))
        case "hasPages": .flag(topics.count > Self.topicsPerPage)
        default: nil
        }
    }

    private func heading(_ words: Phrases) -> String {
        if isAhead { return words["stage.topicsSoFar"] }
        return isOpen ? words["stage.weigh"] : words["stage.weighed"]
    }

    private func dotNote(_ words: Phrases) -> String {
        words("grid.dotStep", count: Seats.step(forLargest: headCount))
    }
}

/// A topic while wishes are made.
public struct WeighedTopic: Part, Equatable {
    public let id: String
    public var title: String
    /// Nil while wishes are blind.
    public var wishCount: Int?

    public init(id: String, title: String, wishCount: Int?) {
        self.id = id
        self.title = title
        self.wishCount = wishCount
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(id)
        case "topicTitle": .text(title)
        case "topicWishes": .maybe(wishCount)
        default: nil
        }
    }
}

/// The board is being made.
public struct PlanningShow: Part {
    public var topicCount: Int
    public var wishCount: Int?
    public var voterCount: Int

    public init(topicCount: Int, wishCount: Int?, voterCount: Int) {
        self.topicCount = topicCount
        self.wishCount = wishCount
        self.voterCount = voterCount
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "topicNumber": .number(topicCount)
        case "topicText": .text(words("stage.topics", count: topicCount))
        case "wishNumber": .maybe(wishCount)
        case "wishText": .text(words("stage.wishes", count: wishCount ?? 0))
        case "voterNumber": .number(voterCount)
        case "voterText": .text(words("stage.people", count: voterCount))
        default: nil
        }
    }
}

/// The published board, one slot at a time.
public struct BoardShow: Part {
    public var quality: PlanQuality?
    public var slots: [BoardShowSlot]

    public init(quality: PlanQuality?, slots: [BoardShowSlot]) {
        self.quality = quality
        self.slots = slots
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "quality": .maybe(quality?.headline(words))
        case "qualityRow": .maybe(quality.flatMap { $0.answer("qualityRow", words) }.flatMap(\.drawing))
        case "pages": .parts(pages)
        case "hasPages": .flag(pages.count > 1)
        default: nil
        }
    }

    private var pages: [StagePage] {
        let cut = slots.flatMap { slot in
            stride(from: 0, to: max(slot.rooms.count, 1), by: RunningShow.roomsPerPage).map { start in
                (slot, Array(slot.rooms[start..<min(start + RunningShow.roomsPerPage, slot.rooms.count)]))
            }
        }
        return cut.enumerated().map { index, page in
            StagePage(
                number: index,
                count: cut.count,
                rows: page.1,
                heading: page.0.heading,
                isWide: page.1.count > RunningShow.roomsInOneColumn
            )
        }
    }
}

public struct BoardShowSlot: Sendable {
    public var start: String
    public var end: String
    /// "war 14:30": a delay moved it.
    public var was: String?
    public var rooms: [BoardShowRoom]

    public init(start: String, end: String, rooms: [BoardShowRoom]) {
        self.start = start
        self.end = end
        self.rooms = rooms
    }

    fileprivate var heading: StagePage.Heading { StagePage.Heading(start: start, end: end, was: was) }
}

public struct BoardShowRoom: Part, Equatable {
    /// Of the session: the browser knows it again wherever it lies next.
    public var id: String?
    public var room: String
    public var title: String?
    public var host: String?
    /// Why it does not take place.
    public var absence: String?

    public init(room: String, title: String?, host: String?, absence: String? = nil) {
        self.room = room
        self.title = title
        self.host = host
        self.absence = absence
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "room": .text(room)
        case "cardID": .maybe(id)
        case "title": .maybe(title)
        case "host": .maybe(host)
        case "isCancelled": .flag(absence != nil)
        case "absence": .maybe(absence)
        default: nil
        }
    }
}

/// A part of what does not fit at once: pages follow each other after 15 seconds.
struct StagePage: Part {
    let number: Int
    let count: Int
    let rows: [any Part]
    let heading: Heading?
    let isWide: Bool

    struct Heading {
        let start: String
        let end: String
        let was: String?
    }

    static func pages(of rows: [any Part], size: Int) -> [StagePage] {
        let starts = Array(stride(from: 0, to: max(rows.count, 1), by: size))
        return starts.enumerated().map { index, start in
            let part = Array(rows[start..<min(start + size, rows.count)])
            return StagePage(
                number: index,
                count: starts.count,
                rows: part,
                heading: nil,
                isWide: part.count > 7
            )
        }
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageRows": .parts(rows)
        case "isWide": .flag(isWide)
        case "isLater": .flag(number > 0)
        case "pageStart": .maybe(heading?.start)
        case "pageEnd": .maybe(heading?.end)
        case "pageWas": .maybe(heading?.was)
        case "pageNumber": .text(words("stage.page", ["number": "\(number + 1)", "all": "\(count)"]))
        default: nil
        }
    }
}

extension Answer {
    var drawing: Markup? {
        if case .markup(let markup) = self { markup } else { nil }
    }
}
