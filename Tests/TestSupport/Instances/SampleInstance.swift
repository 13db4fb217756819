public import Actions
public import Domain
import Foundation
public import Journal
public import JournalSQLite

extension Instance {
    /// A whole instance in memory: no file but the master key, a clock that stands still, chance from a seed.
    ///
    /// Two made alike give the same ids, codes and links for the same acts.
    ///
    /// `clock`: what time it is; a test moves it by hand.
    /// `seed`: where chance begins.
    /// `lasting`: where things are kept; nil is a journal of its own in memory.
    /// `rehearsals`: what happens to the store of each before it begins.
    public static func sample(
        clock: SampleClock = SampleClock(), seed: UInt64 = 1, lasting: Stores.Store? = nil,
        rehearsals note: @escaping @Sendable (Stores.Store) -> Void = { _ in }
    ) async throws -> Instance {
        let master = try MasterKey.sample()
        let lastingStore = if let lasting { lasting } else { try await Stores.Store.sample(master) }
        let rehearsals = Rehearsals {
            let store = try await Stores.Store.sample(master)
            note(store)
            return store
        }
        return Instance(
            stores: Stores(lasting: lastingStore, rehearsals: rehearsals), secret: ServerSecret(master),
            switchboard: Switchboard(), chance: .seeded(seed), now: { clock.now })
    }

    /// Makes a device an organiser of the whole instance, the way the first start's claim does.
    public func letOrganise(_ device: Device.ID) async throws {
        let link = try await MakeLink(self)(
            .organiser, in: Access.house, .sample("server", .act("claim", device)),
            caller: Caller(roles: [.organiser]))
        guard let token = OpenLink.Token(link.token) else { throw Access.Refused.noSuchLink }
        try await OpenLink(self)(token, .sample(device, .act("claim", device)))
    }

    /// A gathering that `device` organises: three slots, two rooms, nobody there yet.
    public func sampleGathering(_ draft: Gathering.Draft? = nil, by device: Device.ID) async throws
        -> Gathering.ID
    {
        try await letOrganise(device)
        let draft = if let draft { draft } else { try Gathering.Draft.sample() }
        return try await CreateGathering(self)(draft, .sample(device, .act("create", device)))
    }
}

extension Stores.Store {
    /// Keys and journal in memory.
    public static func sample(
        _ master: MasterKey? = nil, journal: (any Journal)? = nil, ballots: (any BallotBox)? = nil
    ) async throws -> Self {
        let key = if let master { master } else { try MasterKey.sample() }
        let folder = try TemporaryFolder.untilTheEnd()
        let keys = try await KeyRing(
            KeysSQLite(), master: key, forgotten: ForgottenList(path: folder + "/data.forgotten"))
        let kept = if let journal { journal } else { try SQLiteJournal(inMemory: .sample) as any Journal }
        let boxes = if let ballots { ballots } else { try BallotsSQLite.sample() as any BallotBox }
        return Self(journal: kept, keys: keys, ballots: boxes)
    }
}

extension BallotsSQLite {
    /// In memory, with names from a seed; or in a file.
    public static func sample(path: String? = nil, seed: UInt64 = 1) throws -> BallotsSQLite {
        let chance = Chance.seeded(seed)
        let draw: Draw = { chance.next() }
        return if let path { try BallotsSQLite(path: path, draw: draw) } else {
            try BallotsSQLite(draw: draw)
        }
    }
}

extension MasterKey {
    /// Always the same one, so that ids and codes made under it are.
    public static func sample() throws -> MasterKey {
        let path = try TemporaryFolder.untilTheEnd() + "/data.key"
        let digits = String(repeating: "0123456789abcdef", count: 4)
        try Data(digits.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return try MasterKey.open(.named(path: path), isFirstStart: true)
    }
}

extension Gathering.Draft {
    public static func sample(date: LocalDate = .sample) throws -> Self {
        let facts = Facts(
            title: try Title("Runder Tisch im Barcamp-Format"), form: .barcamp, date: date,
            venue: try VenueName("Altes Rathaus"), tone: .du)
        return Self(
            facts: facts,
            rooms: [
                Room(id: "1", name: try RoomName("Ratssaal"), seats: 30, equipment: [.projector]),
                Room(id: "2", name: try RoomName("Kaminzimmer"), seats: 12, equipment: [.flipchart]),
            ],
            slots: Slot.row(from: .sample.adding(60), count: 3))
    }
}

extension Identifier {
    /// For texts put together, where a literal will not do.
    public static func certain(_ text: String) -> Self {
        guard let identifier = Self(text) else { preconditionFailure("not an identifier: \(text)") }
        return identifier
    }
}

extension Identifier where Of == Act {
    /// Named after a device, whose own name may be as long as any.
    static func act(_ what: String, _ device: Device.ID) -> Self {
        .certain("\(what)-\(device.text.suffix(lengthMax - what.count - 1))")
    }
}

extension Acting {
    public static func sample(_ device: Device.ID, _ act: ActID) -> Self { Acting(device: device, act: act) }
}

extension Chance {
    /// The same draws for the same seed, also when several tasks draw: the order of tasks then decides who gets which.
    public static func seeded(_ seed: UInt64) -> Chance {
        let dice = SampleDice(seed)
        return Chance { dice.next() }
    }
}
