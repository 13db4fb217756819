public import Domain
public import Journal

/// One running instance: its desks, its keys, its clock and its dice. Every action works on one.
public struct Instance: Sendable {
    public let gatherings: Desks<Gathering>
    public let interests: Desks<Interest>
    public let attendances: Desks<Attendance>
    public let records: Desks<Record>
    public let groups: Desks<WorkingGroups>
    public let feedbacks: Desks<Feedback>
    public let access: Desks<Access>
    public let house: Desks<House>
    public let secret: ServerSecret
    public let now: @Sendable () -> Now
    /// What the clock in the hall says at a moment.
    public let local: @Sendable (Instant) -> Now
    public let chance: Chance

    let stores: Stores

    /// `stores` says where a gathering is kept: rehearsals live in memory only. `local`: nil where the clock is never put
    /// forward or back.
    public init(
        stores: Stores, secret: ServerSecret, switchboard: Switchboard, chance: Chance,
        now: @escaping @Sendable () -> Now, local: (@Sendable (Instant) -> Now)? = nil
    ) {
        let journal: @Sendable (Gathering.ID) -> any Journal = { stores.store(of: $0).journal }
        gatherings = Desks(journal: journal, switchboard: switchboard)
        interests = Desks(journal: journal, switchboard: switchboard)
        attendances = Desks(journal: journal, switchboard: switchboard)
        records = Desks(
            journal: { journal($0.gathering ?? Gathering.ID(number: 0)) }, switchboard: switchboard)
        groups = Desks(journal: journal, switchboard: switchboard)
        feedbacks = Desks(journal: journal, switchboard: switchboard)
        access = Desks(journal: journal, switchboard: switchboard)
        house = Desks(journal: { stores.store(of: $0).journal }, switchboard: switchboard)
        self.stores = stores
        self.secret = secret
        self.chance = chance
        self.now = now
        self.local = local ?? { now().at($0) }
    }

    /// When a gathering was over. A rehearsal is over when somebody says so: it may be of any date, and of nobody.
    func end(of gathering: Gathering) -> Instant? {
        gathering.id.isRehearsal ? gathering.day.endedAt : gathering.end(at: now())
    }

    /// Where everything is kept but rehearsals.
    public var lasting: Stores.Store { stores.lasting }

    public func keys(of gathering: Gathering.ID) -> KeyRing { stores.store(of: gathering).keys }

    /// Positions of a gathering mean nothing beside another epoch.
    public func epoch(of gathering: Gathering.ID) -> Epoch { stores.store(of: gathering).journal.epoch }

    var rehearsals: Rehearsals { stores.rehearsals }

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
        await records.close()
        await groups.close()
        await feedbacks.close()
        await access.close()
        await house.close()
    }
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
