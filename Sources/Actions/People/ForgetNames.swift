public import Domain
internal import Journal

/// Destroys the keys of everybody's names half a year after a gathering's end, as its privacy notice promises, and lets
/// go of their devices; after its date when nobody ended it. Who shares a contact with a group longer than that keeps the
/// name as long, and who may still see such a contact keeps the seat.
public struct ForgetNames: Sendable {
    /// Six months, counted generously.
    public static let daysAfterEnd = 183

    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// How many names were forgotten; none before the time, and none a second time.
    public func callAsFunction(in id: Gathering.ID) async throws -> Int {
        let now = instance.now()
        let found = try await instance.gatherings.read(id) { gathering -> Gathering? in
            guard let end = instance.end(of: gathering),
                now.instant >= end.adding(seconds: Self.daysAfterEnd * 24 * 3600)
            else { return nil }
            return gathering
        }
        guard let gathering = found else { return 0 }
        let (sharing, reaching) = try await instance.groups.read(id) {
            ($0.sharing(on: now.date), $0.reaching(on: now.date, in: gathering))
        }
        let people = gathering.attendees.all.keys.filter { !sharing.contains($0) }
        let keys = instance.keys(of: id)
        try await countOrigins(in: id, keys, at: now.instant)
        let all =
            people.map { KeyName(gathering: id, purpose: .person($0)) }
            + [KeyName(gathering: id, purpose: .records)]
        let left = all.filter { keys.holds($0) }
        if !left.isEmpty { try await keys.destroy(left) }
        _ = try await instance.access.change(id, Self.key(of: id, "devices"), at: now.instant) {
            $0.letGoOfDevices(but: reaching)
        }
        let stays = try await instance.access.read(id) { $0.seats.count }
        _ = try await instance.access.change(id, Self.key(of: id, "seats-\(stays)"), at: now.instant) {
            $0.letGoOfSeats(but: reaching)
        }
        return left.count
    }

    /// What the documentation tells of who was there must not go with the names.
    private func countOrigins(in id: Gathering.ID, _ keys: KeyRing, at now: Instant) async throws {
        let profiles = try await instance.gatherings.read(id) { gathering in
            gathering.attendees.origins == nil ? gathering.attendees.present.map(\.profile) : nil
        }
        guard let profiles else { return }
        let origins = Origins(of: profiles.lazy.compactMap { keys.open($0) })
        let act = ActID("count-origins") ?? ActID(number: 0)
        _ = try await instance.gatherings.change(id, ActKey(actor: ActorID(id), act: act), at: now) {
            $0.countOrigins(origins)
        }
    }

    /// Always the same act for a gathering: what is granted later is granted on purpose. Seats become fewer only, so
    /// their number names the act.
    private static func key(of id: Gathering.ID, _ what: String) -> ActKey {
        ActKey(actor: ActorID(id), act: ActID("let-go-of-\(what)") ?? ActID(number: 0))
    }
}
