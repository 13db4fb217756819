public import Domain
public import Journal

/// Where things are kept: for good, or in memory for the length of a rehearsal.
public struct Stores: Sendable {
    public let lasting: Store
    let rehearsals: Rehearsals
    /// Of rehearsals that are over, and of gatherings that were forgotten as a whole.
    private let gone = Store(journal: Nowhere(), keys: KeyRing(), ballots: Nowhere())

    public init(lasting: Store, rehearsals: Rehearsals) {
        self.lasting = lasting
        self.rehearsals = rehearsals
    }

    public struct Store: Sendable {
        public let journal: any Journal
        public let keys: KeyRing
        public let ballots: any BallotBox

        public init(journal: any Journal, keys: KeyRing, ballots: any BallotBox) {
            self.journal = journal
            self.keys = keys
            self.ballots = ballots
        }
    }

    func store(of gathering: Gathering.ID) -> Store {
        if gathering.isRehearsal { return rehearsals.store(of: gathering) ?? gone }
        return hasForgotten(gathering) ? gone : lasting
    }

    func hasForgotten(_ gathering: Gathering.ID) -> Bool { lasting.keys.hasForgotten(gathering) }

    /// The house of a rehearsal lies beside it: one act makes and lists it.
    func store(of house: House.ID) -> Store { store(of: Gathering.ID(house)) }
}

extension Identifier where Of == Gathering {
    static var rehearsalPrefix: String { "probe-" }

    /// Whether it lives in memory only.
    public var isRehearsal: Bool { text.hasPrefix(Self.rehearsalPrefix) }
}

extension House {
    /// The house that lists a gathering; each rehearsal has one of its own.
    public static func of(_ gathering: Gathering.ID) -> ID {
        gathering.isRehearsal ? ID(gathering) : theOne
    }
}

extension Instance {
    /// All gatherings in the order they were made; rehearsals come last.
    public func listed() async throws -> [Gathering.ID] {
        try await house.read(House.theOne) { $0.order }.filter { !hasForgotten($0) } + rehearsals.order
    }

    /// Where a join code leads.
    public func gathering(withCode digest: CodeDigest) async throws -> Gathering.ID? {
        for house in [House.theOne] + rehearsals.order.map(House.of) {
            let found = try await self.house.read(house) { $0.gathering(withCode: digest) }
            if let found, !hasForgotten(found) { return found }
        }
        return nil
    }

    /// Whether a gathering was deleted as a whole. The list of the forgotten says it, so a restored backup does not
    /// bring it back: its streams are not looked at any more.
    public func hasForgotten(_ gathering: Gathering.ID) -> Bool { stores.hasForgotten(gathering) }

    /// Lets go of all desks of a gathering: the next ones read it where it is kept from now on.
    func dropDesks(of gathering: Gathering.ID) async {
        await gatherings.drop(gathering)
        await interests.drop(gathering)
        await attendances.drop(gathering)
        await records.drop { $0.gathering == gathering }
        await groups.drop(gathering)
        await feedbacks.drop(gathering)
        await access.drop(gathering)
        if gathering.isRehearsal { await house.drop(House.of(gathering)) }
    }
}
