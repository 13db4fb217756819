public import Domain
internal import Journal

/// Leaves and is deleted, or is taken out by a moderator: the devices and the groups go in the same act; wishes,
/// choices, the keys, and that they have answered right after it. What a crash leaves over, housekeeping does.
public struct LeaveGathering: Sendable {
    public enum Way: Sendable {
        case leaving
        case takenOut
    }

    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    public func callAsFunction(
        _ participant: Participant.ID, _ way: Way, in id: Gathering.ID, _ acting: Acting
    ) async throws {
        let caller = try await instance.caller(acting.device, in: id)
        let contacts = try await instance.groups.read(id) { $0.contactKeys(of: participant) }
        let beside = [
            try Write(of: Access.self, id, changes: [.participantRemoved(participant: participant)]),
            try Write(of: WorkingGroups.self, id, changes: [.participantRemoved(participant: participant)]),
        ]
        _ = try await instance.gatherings.change(
            id, acting.key, at: instance.now().instant,
            deciding: { gathering in
                switch way {
                case .leaving: Decision(try gathering.leave(participant, by: caller), beside: beside)
                case .takenOut: Decision(try gathering.takeOut(participant, by: caller), beside: beside)
                }
            })
        // An act that was kept before is answered as then, also when it was about something else.
        let isGone = try await instance.gatherings.read(id) { $0.attendees[participant]?.isHere == false }
        guard isGone else { return }
        try await RemoveVoices(instance)(in: id)
        try await instance.keys(of: id).destroy(
            [KeyName(gathering: id, purpose: .person(participant))] + contacts)
        try await RemoveMarks(instance)(in: id)
    }
}
