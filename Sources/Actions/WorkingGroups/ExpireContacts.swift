public import Domain
internal import Journal

/// Destroys every contact whose last day is over. Nobody saw it since then anyway.
public struct ExpireContacts: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// How many were destroyed.
    public func callAsFunction(in id: Gathering.ID) async throws -> Int {
        let now = instance.now()
        let (before, isDue) = try await instance.groups.read(id) {
            ($0.contactKeys(), !$0.expire(on: now.date).isEmpty)
        }
        guard isDue else { return 0 }
        // One act a day: what ends later ends on another day.
        let key = ActKey(actor: ActorID(id), act: ActID("expire-\(now.date)") ?? ActID(number: 0))
        _ = try await instance.groups.change(id, key, at: now.instant) { $0.expire(on: now.date) }
        try await instance.destroyContacts(notSharedOf: before, in: id)
        let left = try await instance.groups.read(id) { $0.contactKeys() }
        return before.subtracting(left).count
    }
}
