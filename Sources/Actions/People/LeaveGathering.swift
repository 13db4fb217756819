public import Domain
internal import Journal

/// Leaves and is deleted, or is taken out by a moderator: wishes, choices and devices go in the same act, the key
/// right after it.
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
        let beside = try await traces(of: participant, in: id)
        let now = instance.now().instant
        _ = try await instance.gatherings.change(
            id, acting.key, at: now,
            deciding: { gathering in
                switch way {
                case .leaving: Decision(try gathering.leave(participant, by: caller), beside: beside)
                case .takenOut: Decision(try gathering.takeOut(participant, by: caller), beside: beside)
                }
            })
        try await instance.keys(of: id).destroy([KeyName(gathering: id, purpose: .person(participant))])
    }

    private func traces(of participant: Participant.ID, in id: Gathering.ID) async throws -> [Write] {
        let access = try Write(
            of: Access.self, id, changes: [.participantRemoved(participant: participant)])
        let sealed = try await instance.gatherings.read(id) { $0.attendees[participant]?.voice }
        guard let sealed, let voice = instance.keys(of: id).open(sealed) else { return [access] }
        return [
            access, try Write(of: Interest.self, id, changes: [.voiceRemoved(voice: voice)]),
            try Write(of: Attendance.self, id, changes: [.voiceRemoved(voice: voice)]),
        ]
    }
}
