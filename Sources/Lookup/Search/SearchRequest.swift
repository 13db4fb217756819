public import Domain

/// What somebody looks for, and what they may find.
public struct SearchRequest: Sendable {
    public var query: Query
    public var filter: Filter
    /// Gatherings that the reader was given access to: they find these beside what everybody finds.
    public var own: Set<Gathering.ID>
    /// From 1.
    public var page: Int

    public static let hitsPerPage = 20

    public init(_ query: Query, filter: Filter = Filter(), own: Set<Gathering.ID> = [], page: Int = 1) {
        self.query = query
        self.filter = filter
        self.own = own
        self.page = page
    }
}

/// What hits are narrowed to; nil takes all.
public struct Filter: Sendable, Hashable {
    public var kind: Holding.Kind?
    public var town: TownKey?
    public var year: Int?
    public var series: String?

    public init(kind: Holding.Kind? = nil, town: TownKey? = nil, year: Int? = nil, series: String? = nil) {
        self.kind = kind
        self.town = town
        self.year = year
        self.series = series
    }

    public var isEmpty: Bool { self == Filter() }
}

/// A holding that was found.
public struct Hit: Sendable, Hashable {
    public let shelf: Shelf
    public let kind: Holding.Kind
    public let session: Proposal.ID
    /// Which open question or solution it is, from 1; 0 for topics and records.
    public let line: Int
    /// Of the session.
    public let title: Snippet
    public let snippet: Snippet
}

public struct SearchResult: Sendable {
    public let hits: [Hit]
    public let count: Int
    public let page: Int
    public let pageCount: Int
    /// How many hits there were for each value of a filter, the other filters kept.
    public let counts: Counts
    /// There was more to look through than is looked through for one search.
    public let isCut: Bool

    public struct Counts: Sendable, Hashable {
        public internal(set) var kinds: [Holding.Kind: Int] = [:]
        public internal(set) var towns: [TownKey: Int] = [:]
        public internal(set) var years: [Int: Int] = [:]
        public internal(set) var series: [String: Int] = [:]
    }
}
