public import Domain
internal import Journal

/// Takes away the wishes and choices of those who left, each in an act of the voice alone: the journal does not tell
/// whose voice it was.
public struct RemoveVoices: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// For all who left; what was done before changes nothing. After the cut there is nothing to find any more.
    public func callAsFunction(in id: Gathering.ID) async throws {
        let keys = instance.keys(of: id)
        let gone = try await instance.gatherings.read(id) { gathering in
            gathering.attendees.all.values.filter { !$0.isHere }.map(\.voice)
        }
        let voices = gone.compactMap { keys.open($0) }
        let removed = try await instance.interests.read(id) { $0.removed }
        for voice in voices where !removed.contains(voice) { try await remove(voice, in: id) }
    }

    private func remove(_ voice: Voice.ID, in id: Gathering.ID) async throws {
        let now = instance.now().instant
        _ = try await instance.attendances.change(id, Self.key(voice, "removed-choices"), at: now) {
            $0.remove(voice)
        }
        _ = try await instance.interests.change(id, Self.key(voice, "removed-wishes"), at: now) {
            $0.remove(voice)
        }
    }

    /// Always the same acts for a voice: two that remove it at once count once.
    private static func key(_ voice: Voice.ID, _ act: String) -> ActKey {
        ActKey(actor: ActorID(voice), act: ActID(act) ?? ActID(number: 0))
    }
}
