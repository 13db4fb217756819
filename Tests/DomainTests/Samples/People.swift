import Domain

extension Participant.ID {
    static let four: [Participant.ID] = ["anna", "ben", "cem", "dora"]
}

extension Participant {
    static func sample(_ id: ID, hasPhone: Bool = true) -> Participant {
        Participant(
            id: id, joinedAt: 30, hasPhone: hasPhone, profile: .sample(of: id),
            voice: Personal(key: "iserlohn/wishes", sealed: Array("voice of \(id)".utf8)))
    }
}

extension Personal<Profile> {
    static func sample(of id: Participant.ID, _ text: String = "profile") -> Self {
        Personal(
            key: KeyName(gathering: Gathering.sampleID, purpose: .person(id)), sealed: Array(text.utf8))
    }
}

extension Caller {
    static let organiser = Caller(roles: [.organiser])
    static let moderator = Caller(roles: [.moderator])
    static let projector = Caller(roles: [.projector])

    static func participant(_ id: Participant.ID) -> Caller {
        Caller(roles: [.participant], participant: id)
    }

    /// What a device with just this grant is; the participant is Dora, who hosts nothing by herself.
    static func only(_ role: Role) -> Caller {
        Caller(roles: [role], participant: role == .participant ? "dora" : nil)
    }
}
