extension Access {
    /// A new link. `tafelrunde link` on the server's own machine may always make one: its caller is an organiser.
    public func makeLink(_ link: Link, by caller: Caller) throws(Refused) -> [Change] {
        try mustInvite(link.role, caller)
        // Who takes a seat joins with a code; who only watches needs nothing.
        guard [.projector, .moderator, .organiser].contains(link.role) else { throw .noLinkForRole }
        guard links[link.id] == nil else { return [] }
        guard links.values.count(where: { $0.revokedAt == nil }) < Self.linkCountMax else {
            throw .tooManyLinks
        }
        return [.linkMade(link: link)]
    }

    public func revokeLink(_ id: Link.ID, by caller: Caller) throws(Refused) -> [Change] {
        guard let link = links[id] else { throw .noSuchLink }
        try mustInvite(link.role, caller)
        return link.revokedAt == nil ? [.linkRevoked(id: id)] : []
    }

    /// How long after the gathering's end a link of its own length still opens, or after it was made when that was later.
    static let afterEndSeconds = 24 * 60 * 60

    /// The link a token opens, as long as it does.
    ///
    /// `end`: when its gathering was over; nil while it is not.
    public func link(_ digest: CodeDigest, at now: Instant, end: Instant? = nil) throws(Refused) -> Link {
        guard let link = links.values.first(where: { $0.digest == digest }) else { throw .noSuchLink }
        if link.revokedAt != nil { throw .linkRevoked }
        let last = end.map { max($0, link.madeAt).adding(seconds: Self.afterEndSeconds) }
        if let expiresAt = link.expiresAt ?? last, expiresAt <= now { throw .linkExpired }
        if link.worksOnce, link.openedCount > 0 { throw .linkUsed }
        return link
    }

    /// Opens a link on a device. Who holds its grant already changes nothing.
    public func open(
        _ digest: CodeDigest, on device: Device.ID, at now: Instant, end: Instant? = nil
    ) throws(Refused) -> [Change] {
        if let held = links.values.first(where: { $0.digest == digest }), held.revokedAt == nil,
            grants[device]?.contains(where: { $0.link == held.id }) == true
        {
            return []
        }
        return [.linkOpened(id: try link(digest, at: now, end: end).id, device: device)]
    }

    /// Whose personal code it is. One that two people have is nobody's: nobody may come back as somebody else.
    public func participant(withCode digest: CodeDigest) throws(Refused) -> Participant.ID {
        let holders = personalCodes.filter { $0.value.digest == digest }.keys
        guard let only = holders.first, holders.count == 1 else { throw .wrongCode }
        return only
    }

    /// The next code of a participant that nobody else has here. `digest`: of the code with a serial.
    public func nextCode(of participant: Participant.ID, digest: (Int) -> CodeDigest) -> PersonalCode {
        var serial = personalCodes[participant]?.serial ?? 0
        while true {
            serial += 1
            let code = PersonalCode(serial: serial, digest: digest(serial))
            if !personalCodes.contains(where: { $0.key != participant && $0.value.digest == code.digest }) {
                return code
            }
        }
    }

    /// A code for a participant's other devices; the one before works no more.
    public func setPersonalCode(
        _ code: PersonalCode, for participant: Participant.ID, by caller: Caller
    ) throws(Refused) -> [Change] {
        guard caller.may(.keepOrder) || caller.participant == participant else { throw .notAllowed }
        return personalCodes[participant] == code
            ? [] : [.personalCodeSet(participant: participant, code: code)]
    }

    /// Makes a device somebody's: they have shown their code.
    public func grant(_ participant: Participant.ID, to device: Device.ID) -> [Change] {
        if caller(device).participant == participant { return [] }
        return [.granted(device: device, role: .participant, participant: participant)]
    }

    /// Takes from all other devices what one of them is: a phone that was lost, a tablet that stayed in the hall.
    ///
    /// Somebody's own seat, or organising; other helpers go with their link.
    public func signOutOthers(than device: Device.ID, as role: Role) throws(Refused) -> [Change] {
        let caller = caller(device)
        guard caller.roles.contains(role) else { throw .notAllowed }
        let isSame: (Grant) -> Bool
        switch role {
        case .participant: isSame = { $0.role == role && $0.participant == caller.participant }
        case .organiser: isSame = { $0.role == role }
        default: throw .notAllowed
        }
        return grants.keys.sorted().filter { $0 != device && grants[$0]?.contains(where: isSame) == true }
            .map { .grantTaken(device: $0, role: role) }
    }

    /// Long after the end no device is anybody's seat any more, and none helps. Who organises may still look, and
    /// delete it all.
    ///
    /// `staying`: who may still come back.
    public func letGoOfDevices(but staying: Set<Participant.ID> = []) -> [Change] {
        let devices = grants.keys.sorted().flatMap { device -> [Change] in
            let seat = caller(device).participant
            if let seat, staying.contains(seat) { return helping(on: device) }
            let roles = Set((grants[device] ?? []).map(\.role))
            guard roles.contains(.organiser) else { return [.deviceSignedOut(device: device)] }
            return roles.subtracting([.organiser]).sorted { $0.rawValue < $1.rawValue }
                .map { .grantTaken(device: device, role: $0) }
        }
        return devices
            + personalCodes.keys.filter { !staying.contains($0) }.sorted().map {
                .participantRemoved(participant: $0)
            }
    }

    /// Who stayed then and has no reason to any more.
    public func letGoOfSeats(but staying: Set<Participant.ID>) -> [Change] {
        seats.subtracting(staying).sorted().map { .participantRemoved(participant: $0) }
    }

    /// Everybody who has a device or a code to come back with.
    public var seats: Set<Participant.ID> {
        Set(personalCodes.keys).union(grants.values.joined().compactMap(\.participant))
    }

    /// Taking back what a device may do beside its seat.
    private func helping(on device: Device.ID) -> [Change] {
        Set((grants[device] ?? []).map(\.role)).subtracting([.organiser, .participant])
            .sorted { $0.rawValue < $1.rawValue }.map { .grantTaken(device: device, role: $0) }
    }

    private func mustInvite(_ role: Role, _ caller: Caller) throws(Refused) {
        let right: Right = role == .organiser ? .prepare : .inviteHelpers
        guard caller.may(right) else { throw .notAllowed }
    }
}
