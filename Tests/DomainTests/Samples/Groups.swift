@testable import Domain

extension WorkingGroups {
    static let sample = WorkingGroups(id: Gathering.sampleID)

    func doing(at moment: Instant = 60, _ verb: (WorkingGroups) throws -> [Change]) throws -> WorkingGroups {
        var groups = self
        for change in try verb(self) { groups.apply(change, at: moment) }
        return groups
    }

    func joining(
        _ topic: Proposal.ID, _ person: Participant.ID, _ consent: Consent = Consent(),
        in gathering: Gathering, at moment: Instant = 60
    ) throws -> WorkingGroups {
        try doing(at: moment) {
            try $0.join(
                topic, with: consent, in: gathering, on: "2026-11-21", by: .participant(person))
        }
    }

    /// Whose contact somebody sees on a day.
    func seen(
        _ topic: Proposal.ID, by caller: Caller, in gathering: Gathering, on today: LocalDate = "2026-11-21"
    ) -> [Participant.ID] {
        let group = group(of: topic, in: gathering)
        return group.members.filter { group.contact(of: $0, for: caller, on: today) != nil }.map(\.id)
    }
}

extension Consent {
    static func sharing(
        _ name: String, with audience: SharedContact.Audience, until: LocalDate = "2027-11-21",
        mayBeNamed: Bool = false
    ) -> Consent {
        Consent(contact: .sample(name, audience, until), mayBeNamed: mayBeNamed)
    }
}

extension SharedContact {
    static func sample(
        _ name: String = "k7m2", _ audience: Audience = .group, _ until: LocalDate = "2027-11-21"
    ) -> SharedContact {
        let key = KeyName(gathering: Gathering.sampleID, purpose: .contact(Contact.ID(stringLiteral: name)))
        return SharedContact(
            sealed: Personal(key: key, sealed: Array("contact".utf8)), audience: audience, until: until)
    }
}
