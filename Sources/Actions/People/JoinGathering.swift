public import Domain
internal import Journal

/// Takes a seat: makes the person's key, seals what they told, and grants the device.
public struct JoinGathering: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// Who has a seat already keeps it: a device has one seat in a gathering.
    public func callAsFunction(
        _ profile: Profile, in id: Gathering.ID, _ acting: Acting
    ) async throws -> Participant.ID {
        let caller = try await instance.caller(acting.device, in: id)
        if let seated = caller.participant { return seated }

        return try await Seating(instance).seat(
            profile, in: id, acting, caller: caller, device: acting.device)
    }
}

/// Somebody without a phone: the moderator adds them, and gives them their code if they want it later.
public struct AddParticipant: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    public func callAsFunction(
        _ profile: Profile, in id: Gathering.ID, _ acting: Acting
    ) async throws -> Participant.ID {
        let caller = try await instance.caller(acting.device, in: id)
        guard caller.may(.keepOrder) else { throw Gathering.Refused.notAllowed(.keepOrder) }
        return try await Seating(instance).seat(profile, in: id, acting, caller: caller, device: nil)
    }
}

/// What both ways to a seat share.
struct Seating: Sendable {
    let instance: Instance

    init(_ instance: Instance) {
        self.instance = instance
    }

    /// `device`: whose seat it becomes; nil for somebody without a phone.
    func seat(
        _ profile: Profile, in id: Gathering.ID, _ acting: Acting, caller: Caller, device: Device.ID?
    ) async throws -> Participant.ID {
        try await mustTakeSeats(id)

        let participant = try await participant(profile, in: id, acting, hasPhone: device != nil)
        let beside = try Write(
            of: Access.self, id, changes: grants(to: participant.id, in: id, device: device))
        let now = instance.now().instant
        _ = try await instance.gatherings.change(
            id, acting.key, at: now,
            deciding: { gathering in
                Decision(try gathering.join(participant, by: caller), beside: [beside])
            })
        return participant.id
    }

    /// Once the voices are cut nobody can have one any more.
    private func mustTakeSeats(_ id: Gathering.ID) async throws {
        let (exists, isCut) = try await instance.gatherings.read(id) {
            ($0.exists, $0.attendees.cutAt != nil)
        }
        guard exists else { throw Gathering.Refused.noSuchGathering }
        guard !isCut else { throw Gathering.Refused.ended }
    }

    /// Comes from the act, so that a form sent twice makes one key.
    func person(in id: Gathering.ID, _ acting: Acting) -> Participant.ID {
        let digest = instance.secret.digest("\(id)/\(acting.device)/\(acting.act)", purpose: "participant")
        return instance.secret.identifier(String(digest.prefix(12)))
    }

    /// The voice is drawn, or the act would tell whose it is.
    private func participant(
        _ profile: Profile, in id: Gathering.ID, _ acting: Acting, hasPhone: Bool
    ) async throws -> Participant {
        let person = person(in: id, acting)
        var chance = instance.chance
        let voice = Voice.ID.random(using: &chance)
        let keys = instance.keys(of: id)
        let own = KeyName(gathering: id, purpose: .person(person))
        try await keys.makeKey(own)
        return Participant(
            id: person, joinedAt: instance.now().instant, hasPhone: hasPhone,
            profile: try keys.seal(profile, under: own),
            voice: try keys.seal(voice, under: KeyName(gathering: id, purpose: .wishes)))
    }

    private func grants(
        to participant: Participant.ID, in id: Gathering.ID, device: Device.ID?
    ) -> [Access.Change] {
        let code = instance.secret.personalCode(of: participant, in: id, serial: 1)
        let digest = instance.secret.digest(code, in: id)
        let set = Access.Change.personalCodeSet(
            participant: participant, code: PersonalCode(serial: 1, digest: digest))
        guard let device else { return [set] }
        return [.granted(device: device, role: .participant, participant: participant), set]
    }
}
