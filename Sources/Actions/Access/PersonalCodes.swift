public import Domain
internal import Journal

/// Comes back on another device with the personal code.
public struct ReturnWithCode: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    public func callAsFunction(
        _ code: JoinCode, in id: Gathering.ID, _ acting: Acting
    ) async throws -> Participant.ID {
        let digest = instance.secret.digest(code, in: id)
        let kept = try await instance.access.change(id, acting.key, at: instance.now().instant) { access in
            access.grant(try access.participant(withCode: digest), to: acting.device)
        }
        _ = kept
        return try await instance.access.read(id) { try $0.participant(withCode: digest) }
    }
}

/// Gives a participant a new personal code; the old one works no more.
public struct RenewPersonalCode: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    public func callAsFunction(
        of participant: Participant.ID, in id: Gathering.ID, _ acting: Acting
    ) async throws -> JoinCode {
        let caller = try await instance.caller(acting.device, in: id)
        let isHere = try await instance.gatherings.read(id) { $0.attendees[participant]?.isHere ?? false }
        guard isHere else { throw Gathering.Refused.noSuchParticipant }

        let secret = instance.secret
        let kept = try await instance.access.change(id, acting.key, at: instance.now().instant) { access in
            try access.setPersonalCode(
                secret.nextCode(of: participant, in: access), for: participant, by: caller)
        }
        guard case .personalCodeSet(_, let code)? = kept.changes.first else {
            throw Gathering.Refused.noSuchParticipant
        }
        return secret.personalCode(of: participant, in: id, serial: code.serial)
    }
}

extension ServerSecret {
    /// The next code of a participant in a gathering; where somebody there has it already, the one after that.
    func nextCode(of participant: Participant.ID, in access: Access) -> PersonalCode {
        access.nextCode(of: participant) { serial in
            digest(personalCode(of: participant, in: access.id, serial: serial), in: access.id)
        }
    }
}
