public import Domain
internal import Journal

/// Cuts who had which voice, a day after the end, or after its date when nobody ended it: the pairs of wishes are counted so that the plan stays explainable,
/// then the wish key is destroyed, and nobody can tell any more who wanted what.
public struct CutVoices: Sendable {
    public static let delaySeconds = 24 * 60 * 60

    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// Cuts when it is time; at any other moment, and when it was done before, it changes nothing.
    ///
    /// - Returns: Whether this call destroyed the key.
    @discardableResult
    public func callAsFunction(in id: Gathering.ID) async throws -> Bool {
        let now = instance.now().instant
        let end = try await instance.gatherings.read(id) { gathering in
            End(
                at: Self.end(of: gathering, instance), isCut: gathering.attendees.cutAt != nil,
                topics: gathering.topics)
        }
        if end.isCut { return try await destroyKey(of: id) }
        guard let endedAt = end.at, now.seconds(since: endedAt) >= Self.delaySeconds else { return false }

        let pairs = try await instance.interests.read(id) { $0.pairs(in: end.topics) }
        _ = try await instance.gatherings.change(id, Self.key(of: id), at: now) { gathering in
            // Somebody may have gone back into the day meanwhile.
            guard let end = Self.end(of: gathering, instance), now.seconds(since: end) >= Self.delaySeconds
            else {
                return []
            }
            return try gathering.cutVoices(pairs: pairs)
        }
        guard try await instance.gatherings.read(id, { $0.attendees.cutAt != nil }) else { return false }
        return try await destroyKey(of: id)
    }

    /// Where nobody could wish yet there is nothing to cut: a mistyped date spoils no gathering that is being prepared.
    private static func end(of gathering: Gathering, _ instance: Instance) -> Instant? {
        if gathering.day.endedAt == nil, gathering.day.window == .notYetOpen { return nil }
        return instance.end(of: gathering)
    }

    /// Also when the program was ended between the entry and this.
    private func destroyKey(of id: Gathering.ID) async throws -> Bool {
        let wishes = KeyName(gathering: id, purpose: .wishes)
        let keys = instance.keys(of: id)
        guard keys.holds(wishes) else { return false }
        try await keys.destroy([wishes])
        return true
    }

    /// Always the same act for a gathering: two that cut at once count once.
    private static func key(of id: Gathering.ID) -> ActKey {
        ActKey(actor: ActorID(id), act: ActID("cut-voices") ?? ActID(number: 0))
    }

    private struct End {
        let at: Instant?
        let isCut: Bool
        let topics: Topics
    }
}
