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
        // Before a key is made: who is refused leaves none behind.
        try await instance.gatherings.read(id) { gathering in
            try gathering.mustHaveSeat(hasPhone: device != nil, by: caller)
        }
        let person: Participant.ID
        switch try await seat(in: id, acting, device: device) {
        case .taken(let seated): return seated
        case .free(let free): person = free
        }
        let participant = try participant(person, profile, in: id, hasPhone: device != nil)
        let grants = try await grants(to: participant.id, in: id, device: device)
        let beside = try Write(of: Access.self, id, changes: grants)
        let now = instance.now().instant
        _ = try await instance.gatherings.change(
            id, acting.key, at: now,
            deciding: { gathering in
                // Another form of the same device may have been faster: then the seat is there, and its grant.
                let joined = try gathering.join(participant, by: caller)
                return Decision(joined, beside: joined.isEmpty ? [] : [beside])
            })
        return participant.id
    }

    private enum Seat {
        case taken(Participant.ID)
        /// Its key is made.
        case free(Participant.ID)
    }

    /// Somebody without a phone gets a seat by the act that adds them, a device always the same next one: two forms
    /// sent at once, by whatever acts, are one seat.
    private func seat(in id: Gathering.ID, _ acting: Acting, device: Device.ID?) async throws -> Seat {
        guard let device else {
            let person = person(in: id, acting, hasPhone: false)
            try await instance.keys(of: id).makeKey(KeyName(gathering: id, purpose: .person(person)))
            return .free(person)
        }
        let people = (0..<Self.seatsOfDeviceMax).map { person(in: id, of: device, number: $0) }
        let gatherings = try await instance.gatherings.desk(id)
        let seats = await gatherings.read { gathering in people.map { gathering.attendees[$0]?.isHere } }
        if seats.contains(true) {
            // Whose it is stands in another stream, whose desk may have it a moment later.
            let access = try await instance.access.desk(id)
            try await access.catchUp(to: gatherings.position)
            if let own = await access.read({ $0.caller(device).participant }) { return .taken(own) }
        }
        for (person, isHere) in zip(people, seats) where isHere == nil {
            if try await hasKey(person, in: id) { return .free(person) }
        }
        throw Gathering.Refused.tooMany(.participants)
    }

    /// A device may leave and come again, but not for ever.
    private static let seatsOfDeviceMax = 10

    /// False when housekeeping destroyed a key that a crash had left of this seat.
    private func hasKey(_ person: Participant.ID, in id: Gathering.ID) async throws -> Bool {
        do {
            try await instance.keys(of: id).makeKey(KeyName(gathering: id, purpose: .person(person)))
            return true
        } catch KeyFault.forgotten {
            return false
        }
    }

    /// Who an act seats, when the device had no seat before.
    func person(in id: Gathering.ID, _ acting: Acting, hasPhone: Bool) -> Participant.ID {
        hasPhone
            ? person(in: id, of: acting.device, number: 0) : person("\(id)/\(acting.device)/\(acting.act)")
    }

    private func person(in id: Gathering.ID, of device: Device.ID, number: Int) -> Participant.ID {
        person("\(id)/\(device)/seat \(number)")
    }

    private func person(_ subject: String) -> Participant.ID {
        let digest = instance.secret.digest(subject, purpose: "participant")
        return instance.secret.identifier(String(digest.prefix(12)))
    }

    /// The voice is drawn, or the act would tell whose it is.
    private func participant(
        _ person: Participant.ID, _ profile: Profile, in id: Gathering.ID, hasPhone: Bool
    ) throws -> Participant {
        var chance = instance.chance
        let voice = Voice.ID.random(using: &chance)
        let keys = instance.keys(of: id)
        return Participant(
            id: person, joinedAt: instance.now().instant, hasPhone: hasPhone,
            profile: try keys.seal(profile, under: KeyName(gathering: id, purpose: .person(person))),
            voice: try keys.seal(voice, under: KeyName(gathering: id, purpose: .wishes)))
    }

    private func grants(
        to participant: Participant.ID, in id: Gathering.ID, device: Device.ID?
    ) async throws -> [Access.Change] {
        let secret = instance.secret
        let code = try await instance.access.read(id) { secret.nextCode(of: participant, in: $0) }
        let set = Access.Change.personalCodeSet(participant: participant, code: code)
        guard let device else { return [set] }
        return [.granted(device: device, role: .participant, participant: participant), set]
    }
}
