/// Somebody at one gathering. What they told about themselves is sealed; forgetting them is destroying the key.
public struct Participant: Sendable, Hashable, Codable, Identifiable {
    public typealias ID = Identifier<Participant>

    public let id: ID
    public let joinedAt: Instant
    /// Somebody the moderator added, whose wishes are counted as hands.
    public let hasPhone: Bool
    public var profile: Personal<Profile>
    /// Under which name they wish and choose; sealed with the gathering's wish key.
    public let voice: Personal<Voice.ID>
    public var state: State

    public init(
        id: ID, joinedAt: Instant, hasPhone: Bool, profile: Personal<Profile>, voice: Personal<Voice.ID>,
        state: State = .here
    ) {
        self.id = id
        self.joinedAt = joinedAt
        self.hasPhone = hasPhone
        self.profile = profile
        self.voice = voice
        self.state = state
    }

    public enum State: Sendable, Hashable, Codable {
        case here
        case left(at: Instant)
        case takenOut(at: Instant)
    }

    public var isHere: Bool { state == .here }
}

/// What somebody tells about themselves: all of it optional.
public struct Profile: Sendable, Hashable, Codable {
    public static let hashtagCountMax = 3

    public var firstName: FirstName?
    public var organisation: Organisation?
    public var hashtags: [Hashtag]

    public init(firstName: FirstName? = nil, organisation: Organisation? = nil, hashtags: [Hashtag] = []) {
        self.firstName = firstName
        self.organisation = organisation
        self.hashtags = Array(hashtags.prefix(Self.hashtagCountMax))
    }
}

public enum Organisation: Sendable, Hashable, Codable {
    case town(key: TownKey)
    case other(name: OrganisationName)
}

/// The second name under which wishes and choices are kept.
public enum Voice {
    public typealias ID = Identifier<Voice>
}

public enum FirstNameKind: TextKind {
    public static let field = "firstName"
    public static let lengthMax = 40
}

public enum OrganisationNameKind: TextKind {
    public static let field = "organisation"
    public static let lengthMax = 80
}

public enum HashtagKind: TextKind {
    public static let field = "hashtags"
    public static let lengthMax = 30
}

public typealias FirstName = Text<FirstNameKind>
public typealias OrganisationName = Text<OrganisationNameKind>
public typealias Hashtag = Text<HashtagKind>

/// The people of a gathering.
public struct Attendees: Sendable, Hashable, Codable {
    /// Those who are here at once.
    static let countMax = 5_000
    /// With those who have left: each leaves a line behind.
    static let everCountMax = 50_000

    public internal(set) var all: [Participant.ID: Participant] = [:]
    /// In the order they came.
    public internal(set) var order: [Participant.ID] = []
    /// How many heads the moderator counted in the room; nil: as many as have joined.
    public internal(set) var headsCounted: Int?
    /// When the pairs of participant and voice were cut.
    public internal(set) var cutAt: Instant?
    /// What remains of the wishes' overlap after the cut.
    public internal(set) var pairs: [WishPair] = []
    /// From where they came, counted before their names were forgotten.
    public internal(set) var origins: Origins?

    public enum Change: Sendable, Hashable, Codable {
        case joined(participant: Participant)
        case profileSet(id: Participant.ID, profile: Personal<Profile>)
        case left(id: Participant.ID)
        case takenOut(id: Participant.ID)
        case headsCounted(count: Int?)
        /// The wish key was destroyed; how often two topics were wanted by the same person stays.
        case voicesCut(pairs: [WishPair])
        /// Nobody's name can be read any more; how many came from where stays.
        case originsCounted(origins: Origins)
    }

    public subscript(id: Participant.ID) -> Participant? { all[id] }

    public var present: [Participant] { order.compactMap { all[$0] }.filter(\.isHere) }

    public var presentCount: Int { all.values.count(where: \.isHere) }

    /// The heads in the room against which voices are held.
    public var headCount: Int { headsCounted ?? presentCount }

    mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .joined(let participant):
            if all.updateValue(participant, forKey: participant.id) == nil { order.append(participant.id) }
        case .profileSet(let id, let profile): all[id]?.profile = profile
        case .left(let id): all[id]?.state = .left(at: moment)
        case .takenOut(let id): all[id]?.state = .takenOut(at: moment)
        case .headsCounted(let count): headsCounted = count
        case .voicesCut(let pairs):
            cutAt = moment
            self.pairs = pairs
        case .originsCounted(let origins): self.origins = origins
        }
    }
}

/// How many voices wanted both of two topics.
public struct WishPair: Sendable, Hashable, Codable {
    public let first: Proposal.ID
    public let second: Proposal.ID
    public let count: Int

    public init(first: Proposal.ID, second: Proposal.ID, count: Int) {
        self.first = first
        self.second = second
        self.count = count
    }
}
