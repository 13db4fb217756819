internal import Domain
private import Foundation

/// A documentation as JSON for other programs: dates as `2026-11-26`, times as `09:30`, what is not known is left
/// out, what is empty is an empty list. The format's name is its version: what one version says keeps its meaning.
public struct DocumentationJSON: Sendable {
    public static let format = "tafelrunde-documentation-1"

    private let documentation: Documentation
    private let address: String

    public init(_ documentation: Documentation, address: String) {
        self.documentation = documentation
        self.address = address
    }

    /// Keys sorted, so that two exports can be compared line by line.
    public var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(Whole(documentation, address)), as: UTF8.self) + "\n"
        }
    }
}

private struct Whole: Encodable {
    var format = DocumentationJSON.format
    let address: String
    let title: String
    let series: String?
    let edition: Int?
    let form: String
    let date: String
    let isOver: Bool
    let venue: Venue
    let organisers: [Organiser]
    let people: People
    let programme: [Item]
    let rooms: [String]
    let sessions: [Session]
    let parked: [Parked]
    let wishes: Wishes?
    let groups: [Group]
    let feedback: Answers?
    let funding: [String]
    let previous: Edition?
    let next: Edition?

    init(_ documentation: Documentation, _ address: String) {
        self.address = address
        title = documentation.title
        series = documentation.series
        edition = documentation.edition
        form = documentation.form.rawValue
        date = "\(documentation.date)"
        isOver = documentation.isOver
        venue = Venue(
            name: documentation.venue, address: documentation.address, town: documentation.hostTown)
        organisers = documentation.organisers.map { Organiser(name: $0.name, part: $0.part.rawValue) }
        people = People(
            count: documentation.people.count, towns: documentation.people.towns.map(CountedTown.init),
            elsewhere: documentation.people.otherCount)
        programme = documentation.items.map {
            Item(start: text($0.start), end: text($0.end), title: $0.title, room: $0.room)
        }
        rooms = documentation.rooms.map(\.name)
        sessions = documentation.sessions.map(Session.init)
        parked = documentation.parked.map {
            Parked(title: $0.title, host: $0.host, wishes: $0.wishCount, reason: $0.reason)
        }
        wishes = documentation.wishes.map {
            Wishes(
                count: $0.count, attained: $0.attained, late: $0.late.count,
                withdrawnLate: $0.late.withdrawnCount)
        }
        groups = documentation.groups.map {
            Group(
                session: $0.session, title: $0.title, people: $0.count, towns: $0.towns.map(CountedTown.init),
                named: $0.named)
        }
        feedback = documentation.feedback.map { feedback in
            Answers(
                answers: feedback.answers,
                words: feedback.words.map { Word(text: $0.text, count: $0.count) },
                sentences: feedback.sentences.map(\.text), hidden: feedback.hiddenCount)
        }
        funding = documentation.funding
        previous = documentation.previous.map(Edition.init)
        next = documentation.next.map(Edition.init)
    }
}

private func text(_ minute: MinuteOfDay) -> String { Formats(.english).timeField(minute.minutes) }

private struct Venue: Encodable {
    let name: String
    let address: String
    let town: String?
}

private struct Organiser: Encodable {
    let name: String
    let part: String
}

private struct People: Encodable {
    let count: Int
    let towns: [CountedTown]
    let elsewhere: Int
}

private struct CountedTown: Encodable {
    let name: String
    let people: Int

    init(_ town: Documentation.TownCount) {
        name = town.town
        people = town.count
    }
}

private struct Item: Encodable {
    let start: String
    let end: String
    let title: String
    let room: String?
}

private struct Parked: Encodable {
    let title: String
    let host: String?
    let wishes: Int?
    let reason: String?
}

private struct Wishes: Encodable {
    let count: Int
    let attained: Int
    /// Came after the window was closed, and count; taken back after it.
    let late: Int
    let withdrawnLate: Int
}

private struct Group: Encodable {
    let session: String
    let title: String
    let people: Int
    let towns: [CountedTown]
    let named: [String]
}

private struct Answers: Encodable {
    let answers: Int
    let words: [Word]
    let sentences: [String]
    /// How many more were said and are not shown.
    let hidden: Int
}

private struct Word: Encodable {
    let text: String
    let count: Int
}

private struct Edition: Encodable {
    let title: String
    let date: String
    let path: String?

    init(_ edition: Documentation.Edition) {
        title = edition.title
        date = "\(edition.date)"
        path = edition.path
    }
}

private struct Session: Encodable {
    let id: String
    let title: String
    let sentence: String
    let start: String?
    let end: String?
    let room: String?
    let hosts: String?
    let wishes: Int?
    let cancelled: String?
    let source: String?
    let isChatham: Bool
    let status: String
    let record: Record?

    init(_ session: Documentation.Session) {
        id = session.id
        title = session.title
        sentence = session.sentence
        start = session.place.map { text($0.start) }
        end = session.place.map { text($0.end) }
        room = session.place?.roomName
        hosts = session.hosts
        wishes = session.wishCount
        cancelled = session.absence
        source = session.source
        isChatham = session.isChatham
        status = session.status.rawValue
        record = session.release.map(Record.init)
    }
}

private struct Record: Encodable {
    let releasedOn: String
    let releasedBy: String
    let isChangedSince: Bool
    let startingPoint: String
    let keyPoints: [String]
    let questions: [String]
    let solutions: [String]
    let links: [String]
    let goingOn: String?
    let steps: [Step]
    let authors: [String]

    init(_ release: Documentation.Release) {
        let lines = { (text: String) in text.split(separator: "\n").map(String.init) }
        releasedOn = "\(release.date)"
        releasedBy = release.isByHost ? "host" : "editor"
        isChangedSince = release.isOlder
        startingPoint = release.text.startingPoint
        keyPoints = release.text.keyPoints.filter { !$0.isEmpty }
        questions = lines(release.text.questions)
        solutions = lines(release.text.solutions)
        links = lines(release.text.links).filter(RecordLine.isAddress)
        goingOn = release.text.goingOn
        steps = release.text.steps.map { Step(what: $0.what, who: $0.who, until: $0.until) }
        authors = release.text.authors
    }
}

private struct Step: Encodable {
    let what: String
    let who: String
    let until: String
}
