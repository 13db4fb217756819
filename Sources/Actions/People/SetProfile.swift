public import Domain
internal import Journal

/// Changes what somebody told about themselves.
public struct SetProfile: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    public func callAsFunction(
        _ profile: Profile, of participant: Participant.ID, in id: Gathering.ID, _ acting: Acting
    ) async throws {
        let caller = try await instance.caller(acting.device, in: id)
        let keys = instance.keys(of: id)
        let name = KeyName(gathering: id, purpose: .person(participant))
        guard keys.holds(name) else { throw Gathering.Refused.noSuchParticipant }

        let old = try await instance.gatherings.read(id) { $0.attendees[participant]?.profile }
        // A seal is new each time: the same words again would be an entry that says nothing.
        let isSame = old.flatMap { keys.open($0) } == profile
        let sealed = try keys.seal(profile, under: name)
        _ = try await instance.gatherings.change(id, acting.key, at: instance.now().instant) { gathering in
            let changes = try gathering.setProfile(sealed, of: participant, by: caller)
            return isSame ? [] : changes
        }
    }
}
