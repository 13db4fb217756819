public import Domain

/// All editions of a series: where they were, what became of their topics, and what comes next.
public struct SeriesPage: Page {
    public static let template = "series/page"

    /// The edition it was asked for.
    public var gathering: String
    public var title: String
    /// The name of the series; nil where nobody gave it one.
    public var series: String?
    /// Editions that are still being prepared, the next one last: newest first like the others.
    public var upcoming: [Upcoming] = []
    public var editions: [Edition] = []
    /// One was deleted, so that some may be missing.
    public var lacksSome = false
    /// Whose money and help the edition is from where the reader came.
    public var funding: [String] = []

    public init(gathering: String, title: String, series: String? = nil) {
        self.gathering = gathering
        self.title = title
        self.series = series
    }

    /// Nothing but a title and a day.
    public struct Upcoming: Sendable {
        public let title: String
        public let date: LocalDate

        public init(title: String, date: LocalDate) {
            self.title = title
            self.date = date
        }
    }

    public struct Edition: Sendable {
        public let gathering: String
        public let title: String
        public var number: Int?
        public let date: LocalDate
        public var venue: String
        public var town: String?
        public var peopleCount = 0
        public var townCount = 0
        public var isOver = true
        /// By number, without those that were withdrawn or are hidden.
        public var topics: [Topic] = []

        public init(gathering: String, title: String, date: LocalDate, venue: String = "") {
            self.gathering = gathering
            self.title = title
            self.date = date
            self.venue = venue
        }
    }

    public struct Topic: Sendable {
        public let id: String
        public let title: String
        /// What became of it, as a sentence.
        public let outcome: String
        /// Everybody may read what was written down.
        public var hasRelease: Bool
        /// The topics of later editions that go on with it, or with a question that it left open.
        public var adoptions: [Adoption] = []

        public init(id: String, title: String, outcome: String, hasRelease: Bool = false) {
            self.id = id
            self.title = title
            self.outcome = outcome
            self.hasRelease = hasRelease
        }
    }

    public struct Adoption: Sendable {
        public let gathering: String
        public let edition: String
        public let topic: String

        public init(gathering: String, edition: String, topic: String) {
            self.gathering = gathering
            self.edition = edition
            self.topic = topic
        }
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        let formats = Formats(words.language)
        return switch name {
        case "pageTitle": .text(words["series.title"] + " \u{B7} " + (series ?? title))
        case "gatheringName": .text(title)
        case "boardAddress": .text(Route.board(gathering).path)
        case "heading": .text(series ?? words["series.title"])
        case "lead": .text(words("series.editions", count: editions.count + upcoming.count))
        case "hasUpcoming": .flag(!upcoming.isEmpty)
        case "upcoming":
            .parts(upcoming.map { ComingEdition(title: $0.title, date: formats.text($0.date)) })
        case "isEmptyList": .flag(editions.isEmpty)
        case "editions": .parts(editions.map { EditionPart(edition: $0, formats: formats) })
        case "lacksSome": .flag(lacksSome)
        default: SiteFrame(gathering: gathering, funding: funding).answer(name, words)
        }
    }
}

extension Formats {
    fileprivate func text(_ date: LocalDate) -> String {
        CalendarDay(year: date.year, month: date.month, day: date.day).map(longDate) ?? "\(date)"
    }
}

private struct ComingEdition: Part {
    let title: String
    let date: String

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(title)
        case "date": .text(date)
        default: nil
        }
    }
}

private struct EditionPart: Part {
    let edition: SeriesPage.Edition
    let formats: Formats

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "anchor": .text("edition-\(edition.gathering)")
        case "number": .maybe(edition.number.map { words("series.number", ["number": "\($0)"]) })
        case "title": .text(edition.title)
        case "date": .text(formats.text(edition.date))
        case "place":
            .maybe(
                [edition.venue, edition.town ?? ""].filter { !$0.isEmpty }.joined(separator: ", ").nonEmpty)
        case "people": .maybe(people(words))
        case "wayLabel": .text(edition.isOver ? words["documentation.title"] : words["grid.title"])
        case "wayHref": .text(way.path)
        case "hasTopics": .flag(!edition.topics.isEmpty)
        case "topics": .parts(edition.topics.map { TopicPart(topic: $0, gathering: edition.gathering) })
        default: nil
        }
    }

    private var way: Route {
        edition.isOver ? .documentation(edition.gathering, .html) : .board(edition.gathering)
    }

    private func people(_ words: Phrases) -> String? {
        guard edition.peopleCount > 0 else { return nil }
        let people = words("documentation.people", count: edition.peopleCount)
        return edition.townCount > 0
            ? people + " " + words("documentation.fromTowns", count: edition.townCount) : people
    }
}

private struct TopicPart: Part {
    let topic: SeriesPage.Topic
    let gathering: String

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(topic.title)
        case "outcome": .text(topic.outcome)
        case "recordHref": .maybe(topic.hasRelease ? Route.record(gathering, topic.id).path : nil)
        case "adoptions": .parts(topic.adoptions.map { AdoptionPart(adoption: $0) })
        default: nil
        }
    }
}

private struct AdoptionPart: Part {
    let adoption: SeriesPage.Adoption

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "label": .text(words("series.adopted", ["edition": adoption.edition]))
        case "href": .text(Route.proposal(adoption.gathering, adoption.topic).path)
        default: nil
        }
    }
}
