/// What a gathering is and by which rules it runs.
public struct Facts: Sendable, Hashable, Codable {
    public var title: Title
    public var form: Form
    public var date: LocalDate
    public var venue: VenueName
    public var address: VenueAddress
    /// Official municipality key (AGS) of the host.
    public var hostTown: TownKey?
    public var series: SeriesName?
    /// 21 in "21. Runder Tisch".
    public var edition: Int?
    public var tone: Tone
    public var rules: Rules
    /// Whose money it is, in the words that the funding asks for; nothing that leaves the house lacks it.
    public var funders: FundingText?
    /// Who else helped, in the gathering's own words.
    public var sponsors: FundingText?
    /// Whether everybody finds its published topics and released records in the archive. Nil in the first journals,
    /// and where nobody said so: then only those find them who were there.
    public var isInArchive: Bool?

    public init(
        title: Title, form: Form, date: LocalDate, venue: VenueName, tone: Tone, rules: Rules = Rules()
    ) {
        self.title = title
        self.form = form
        self.date = date
        self.venue = venue
        self.address = .none
        self.tone = tone
        self.rules = rules
    }

    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        case barcamp, conference, networkMeeting, workshop
    }

    public enum Tone: String, Sendable, Hashable, Codable, CaseIterable {
        case du, sie
    }
}

/// How the plenum weighs and what gets in.
public struct Rules: Sendable, Hashable, Codable {
    /// 1: a wish is a wish; 3: it may weigh one to three.
    public var wishWeightMax: Int
    /// Nobody sees counts before the window is closed, the moderator included.
    public var isBlind: Bool
    public var admission: Admission
    /// First names also on pages that need no cookie.
    public var showsNamesToEveryone: Bool
    public var pitchSeconds: Int
    /// How long a session is, and how much time lies between two: new times begin with this. Nil in the first
    /// journals, and where nobody said otherwise.
    public var slotMinutes: Int?
    public var changeOverMinutes: Int?
    /// How long wishes count that arrive after the window closed; 0: not at all. Nil in the first journals, and where
    /// nobody said otherwise.
    public var graceMinutes: Int?

    public init(
        wishWeightMax: Int = 1, isBlind: Bool = false, admission: Admission = .allWhileRoom,
        showsNamesToEveryone: Bool = false, pitchSeconds: Int = 60
    ) {
        self.wishWeightMax = wishWeightMax
        self.isBlind = isBlind
        self.admission = admission
        self.showsNamesToEveryone = showsNamesToEveryone
        self.pitchSeconds = pitchSeconds
    }

    public static let pitchSecondsRange = 20...600
    public static let graceMinutesRange = 0...60
    public static let graceMinutesDefault = 10
    public static let slotMinutesDefault = 45
    public static let changeOverMinutesDefault = 15

    public enum Admission: Sendable, Hashable, Codable {
        case allWhileRoom
        case mostWanted(count: Int)
        /// The plenum decides one by one; what it has not taken in is parked.
        case plenum
    }
}

public enum TitleKind: TextKind {
    public static let field = "title"
    public static let lengthMax = 120
}

public enum VenueNameKind: TextKind {
    public static let field = "venue"
    public static let lengthMax = 120
    public static let mayBeEmpty = true
}

public enum VenueAddressKind: TextKind {
    public static let field = "address"
    public static let lengthMax = 200
    public static let mayBeEmpty = true
}

public enum SeriesNameKind: TextKind {
    public static let field = "series"
    public static let lengthMax = 120
}

public enum FundingKind: TextKind {
    public static let field = "funding"
    public static let lengthMax = 400
}

public typealias Title = Text<TitleKind>
public typealias VenueName = Text<VenueNameKind>
public typealias VenueAddress = Text<VenueAddressKind>
public typealias SeriesName = Text<SeriesNameKind>
public typealias FundingText = Text<FundingKind>

extension Text where Kind: TextKind {
    /// The empty text of a kind that may be empty.
    public static var none: Self { Self(empty: ()) }
}
