public import Domain
public import Journal

/// One running instance: its desks, its keys, its clock and its dice. Every action works on one.
public struct Instance: Sendable {
    public let gatherings: Desks<Gathering>
    public let interests: Desks<Interest>
    public let attendances: Desks<Attendance>
    public let access: Desks<Access>
    public let house: Desks<House>
    public let secret: ServerSecret
    public let now: @Sendable () -> Now
    /// What the clock in the hall says at a moment.
    public let local: @Sendable (Instant) -> Now
    public let chance: Chance

    private let epochs: @Sendable (Gathering.ID) -> Epoch
    private let keyRings: @Sendable (Gathering.ID) -> KeyRing

    /// `stores` says where a gathering is kept: rehearsals live in memory only. `local`: nil where the clock is never put
    /// forward or back.
    public init(
        stores: Stores, secret: ServerSecret, switchboard: Switchboard, chance: Chance,
        now: @escaping @Sendable () -> Now, local: (@Sendable (Instant) -> Now)? = nil
    ) {
        let journal: @Sendable (Gathering.ID) -> any Journal = { stores.journal(of: $0) }
        gatherings = Desks(journal: journal, switchboard: switchboard)
        interests = Desks(journal: journal, switchboard: switchboard)
        attendances = Desks(journal: journal, switchboard: switchboard)
        access = Desks(journal: journal, switchboard: switchboard)
        house = Desks(
            journal: { $0 == House.ofRehearsals ? stores.rehearsal.journal : stores.lasting.journal },
            switchboard: switchboard)
        epochs = { stores.journal(of: $0).epoch }
        keyRings = { $0.isRehearsal ? stores.rehearsal.keys : stores.lasting.keys }
        self.secret = secret
        self.chance = chance
        self.now = now
        self.local = local ?? { now().at($0) }
    }

    /// When a gathering was over. A rehearsal is over when somebody says so: it may be of any date, and of nobody.
    func end(of gathering: Gathering) -> Instant? {
        gathering.id.isRehearsal ? gathering.day.endedAt : gathering.end(at: now())
    }

    public func keys(of gathering: Gathering.ID) -> KeyRing { keyRings(gathering) }

    /// Positions of a gathering mean nothing beside another epoch.
    public func epoch(of gathering: Gathering.ID) -> Epoch { epochs(gathering) }

    /// All that a device may be in a gathering.
    public func caller(_ device: Device.ID?, in gathering: Gathering.ID) async throws -> Caller {
        guard let device else { return .nobody }
        return try await access.read(gathering) { $0.caller(device) }
    }

    /// Answers all acts that wait and keeps snapshots.
    public func close() async {
        await gatherings.close()
        await interests.close()
        await attendances.close()
        await access.close()
        await house.close()
    }
}

/// Where things are kept: for good, or in memory for the length of a rehearsal.
public struct Stores: Sendable {
    public let lasting: Store
    public let rehearsal: Store

    public init(lasting: Store, rehearsal: Store) {
        self.lasting = lasting
        self.rehearsal = rehearsal
    }

    public struct Store: Sendable {
        public let journal: any Journal
        public let keys: KeyRing

        public init(journal: any Journal, keys: KeyRing) {
            self.journal = journal
            self.keys = keys
        }
    }

    func journal(of gathering: Gathering.ID) -> any Journal {
        gathering.isRehearsal ? rehearsal.journal : lasting.journal
    }
}

extension Identifier where Of == Gathering {
    static var rehearsalPrefix: String { "probe-" }

    /// Whether it lives in memory only.
    public var isRehearsal: Bool { text.hasPrefix(Self.rehearsalPrefix) }

}

extension House {
    /// Lists the rehearsals; in memory like them.
    public static let ofRehearsals = ID(number: 2)

    /// The house that lists a gathering.
    public static func of(_ gathering: Gathering.ID) -> ID { gathering.isRehearsal ? ofRehearsals : theOne }
}

/// Where chance comes from: the system's in earnest, a seed in tests.
public struct Chance: RandomNumberGenerator, Sendable {
    private let draw: @Sendable () -> UInt64

    public init(_ draw: @escaping @Sendable () -> UInt64) {
        self.draw = draw
    }

    public static let system = Chance {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    public func next() -> UInt64 { draw() }
}

/// Who acts, from which device, with which act: what every action is told.
public struct Acting: Sendable {
    public let device: Device.ID
    public let act: ActID

    public init(device: Device.ID, act: ActID) {
        self.device = device
        self.act = act
    }

    var key: ActKey { ActKey(actor: ActorID(device), act: act) }
}

extension Identifier {
    /// The same text as the name of something else: a device, a participant or a voice acts.
    init<Other>(_ other: Identifier<Other>) {
        self = Identifier(other.text) ?? Identifier(number: 0)
    }
}

extension Acting {
    /// What an act's id is, for those who do not know the journal.
    public typealias ID = ActID
}
