/// What somebody may do in a gathering. The table below is the only place that says who may what.
public enum Right: Sendable, Hashable, CaseIterable {
    /// Title, rooms, slots, programme, organisers, rules.
    case prepare
    /// Delete the gathering with everything in it.
    case forget
    /// Phases, queue, hands, announcements, delays, windows.
    case moderate
    /// Lay out, move, pin, park, publish.
    case changeBoard
    /// Add people, give them new codes, take them out, hide titles.
    case keepOrder
    case proposeForOthers
    case propose
    case wish
    case chooseSession
    case leave
    /// Say at the end how it was.
    case giveFeedback
    /// Write into the records of sessions.
    case write
    /// Make any record public; hosts do it with their own.
    case release
    /// Make and revoke links for moderators and projectors.
    case inviteHelpers
    /// Join the group of a topic, and share a contact with it.
    case goOn
    /// See the contacts that people share with those who organise, too.
    case seeContacts
    /// See first names, also where the gathering does not show them to everybody.
    case seeNames
    case watch
}

/// What a device is to a gathering. One device may be several at once.
public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    case anyone
    case participant
    case projector
    case moderator
    case organiser

    public var rights: Set<Right> { Self.table[self] ?? [] }

    private static let table: [Self: Set<Right>] = [
        .anyone: [.watch],
        .projector: [.watch, .seeNames],
        .participant: [
            .watch, .seeNames, .propose, .wish, .chooseSession, .leave, .giveFeedback, .write, .goOn,
        ],
        .moderator: moderation,
        .organiser: moderation.union([.prepare, .forget, .seeContacts]),
    ]

    private static let moderation: Set<Right> = [
        .watch, .seeNames, .moderate, .changeBoard, .keepOrder, .proposeForOthers, .inviteHelpers, .write,
        .release,
    ]
}

/// Who is asking: all that the devices' grants say about them in this gathering.
public struct Caller: Sendable, Hashable {
    public let roles: Set<Role>
    public let participant: Participant.ID?

    public init(roles: Set<Role>, participant: Participant.ID? = nil) {
        self.roles = roles.union([.anyone])
        self.participant = participant
    }

    public static let nobody = Self(roles: [])

    public func may(_ right: Right) -> Bool {
        roles.contains { $0.rights.contains(right) }
    }

    func must(_ right: Right) throws(Gathering.Refused) {
        guard may(right) else { throw .notAllowed(right) }
    }

    /// The participant who asks, with a right that only participants have.
    func mustBe(_ right: Right) throws(Gathering.Refused) -> Participant.ID {
        try must(right)
        guard let participant else { throw .notAllowed(right) }
        return participant
    }
}
