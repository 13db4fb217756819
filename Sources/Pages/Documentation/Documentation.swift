public import Domain

/// What stays of a gathering for those who were not there: everything that may leave the house, and nothing else.
///
/// Whoever makes one has left out what is not released, who stays unnamed under the Chatham House rule, and whoever did
/// not agree to be named. Page, Markdown and JSON only say it in their own way.
public struct Documentation: Sendable, Equatable {
    public var gathering: String
    public var title: String
    public var series: String?
    public var edition: Int?
    public var form: Facts.Form
    public var date: LocalDate
    public var venue: String
    public var address: String
    public var hostTown: String?
    public var organisers: [Organiser] = []
    public var people = People()
    /// Fixed programme items, by start.
    public var items: [Item] = []
    public var rooms: [Room] = []
    /// Slots of the board, by start.
    public var slots: [Slot] = []
    /// By time and room; what was on the board once and did not take place comes last.
    public var sessions: [Session] = []
    public var parked: [Parked] = []
    /// Nil while nobody may see wishes, or nobody wished.
    public var wishes: Wishes?
    public var groups: [Group] = []
    /// Nil before it is released.
    public var feedback: Domain.Feedback.Summary?
    /// Whose money or help it was; in the words that they ask for.
    public var funding: [String] = []
    public var previous: Edition?
    public var next: Edition?
    /// Whether the day is over: before that it is not complete.
    public var isOver = false

    public init(
        gathering: String, title: String, form: Facts.Form, date: LocalDate, venue: String, address: String
    ) {
        self.gathering = gathering
        self.title = title
        self.form = form
        self.date = date
        self.venue = venue
        self.address = address
    }

    public struct Organiser: Sendable, Equatable {
        public let name: String
        public let part: Domain.Organiser.Part

        public init(_ name: String, _ part: Domain.Organiser.Part) {
            self.name = name
            self.part = part
        }
    }

    public struct People: Sendable, Equatable {
        public var count = 0
        /// By name.
        public var towns: [TownCount] = []
        /// People who named something else than a town.
        public var otherCount = 0

        public init() {}
    }

    public struct TownCount: Sendable, Equatable {
        public let town: String
        public let count: Int

        public init(_ town: String, _ count: Int) {
            self.town = town
            self.count = count
        }
    }

    public struct Item: Sendable, Equatable {
        public let start: MinuteOfDay
        public let end: MinuteOfDay
        public let title: String
        /// Nil: everywhere.
        public let room: String?

        public init(start: MinuteOfDay, end: MinuteOfDay, title: String, room: String?) {
            self.start = start
            self.end = end
            self.title = title
            self.room = room
        }
    }

    public struct Room: Sendable, Equatable {
        public let id: String
        public let name: String

        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    public struct Slot: Sendable, Equatable {
        public let id: String
        public let start: MinuteOfDay
        public let end: MinuteOfDay

        public init(id: String, start: MinuteOfDay, end: MinuteOfDay) {
            self.id = id
            self.start = start
            self.end = end
        }
    }

    public struct Parked: Sendable, Equatable {
        public let title: String
        public let host: String?
        public let wishCount: Int?
        /// A sentence; nil where nobody said why.
        public let reason: String?

        public init(title: String, host: String?, wishCount: Int?, reason: String?) {
            self.title = title
            self.host = host
            self.wishCount = wishCount
            self.reason = reason
        }
    }

    public struct Wishes: Sendable, Equatable {
        public let attained: Int
        public let count: Int
        /// Which of them came after the window was closed.
        public var late = LateWishes()

        public init(attained: Int, count: Int) {
            self.attained = attained
            self.count = count
        }
    }

    /// Who goes on working on a topic.
    public struct Group: Sendable, Equatable {
        public let session: String
        public let title: String
        public let count: Int
        public let towns: [TownCount]
        /// Those who agreed to be named.
        public let named: [String]

        public init(session: String, title: String, count: Int, towns: [TownCount], named: [String]) {
            self.session = session
            self.title = title
            self.count = count
            self.towns = towns
            self.named = named
        }
    }

    /// Another gathering of the series.
    public struct Edition: Sendable, Equatable {
        public let title: String
        public let date: LocalDate
        /// Where its documentation or its board is; nil while it is being prepared.
        public internal(set) var path: String?

        public init(title: String, date: LocalDate, path: String?) {
            self.title = title
            self.date = date
            self.path = path
        }
    }
}

extension Documentation {
    /// With whole addresses, for those who read it elsewhere: `site` stands before each path.
    public func leading(to site: String) -> Documentation {
        var told = self
        told.previous?.path = previous?.path.map { site + $0 }
        told.next?.path = next?.path.map { site + $0 }
        return told
    }
}

extension Documentation {
    /// A session with what was written down of it, as far as it is released.
    public struct Session: Sendable, Equatable {
        public let id: String
        public let title: String
        public var sentence = ""
        /// Nil: it is not on the board any more.
        public var place: Place?
        public var hosts: String?
        public var wishCount: Int?
        public var status = RecordStatus.empty
        public var release: Release?
        /// Why it did not take place; nil when it did.
        public var absence: String?
        /// Nobody is named.
        public var isChatham = false
        /// Where it came from, when it goes on with something of the edition before.
        public var source: String?

        public init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    public struct Place: Sendable, Equatable {
        public let slot: String
        public let room: String
        public let roomName: String
        public let start: MinuteOfDay
        public let end: MinuteOfDay

        public init(slot: String, room: String, roomName: String, start: MinuteOfDay, end: MinuteOfDay) {
            self.slot = slot
            self.room = room
            self.roomName = roomName
            self.start = start
            self.end = end
        }
    }

    /// The released version of a record.
    public struct Release: Sendable, Equatable {
        public let text: RecordText
        public let date: LocalDate
        /// By who hosts the session, or by the editors.
        public let isByHost: Bool
        /// Somebody wrote on since; nobody released that yet.
        public let isOlder: Bool

        public init(text: RecordText, date: LocalDate, isByHost: Bool, isOlder: Bool) {
            self.text = text
            self.date = date
            self.isByHost = isByHost
            self.isOlder = isOlder
        }
    }

    /// A question, or a step, with the session where it came up.
    struct From<Value: Sendable>: Sendable {
        let session: Session
        let value: Value
    }

    /// Sessions that took place, or will.
    var takingPlace: [Session] { sessions.filter { $0.absence == nil } }

    /// Questions that stayed open, each once, in the order of the sessions.
    var questions: [From<String>] {
        sessions.flatMap { session in
            (session.release?.text.questions ?? "").split(separator: "\n").map {
                From(session: session, value: String($0))
            }
        }
    }

    var steps: [From<RecordText.Step>] {
        sessions.flatMap { session in
            (session.release?.text.steps ?? []).map { From(session: session, value: $0) }
        }
    }
}
