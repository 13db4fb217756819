/// Joining and leaving a group, and what is shared in it.
extension WorkingGroups {
    /// "I go on working on this." Who is in already changes what they agreed to.
    ///
    /// `consent`: with the contact sealed; `today` is the venue's date.
    public func join(
        _ topic: Proposal.ID, with consent: Consent, in gathering: Gathering, on today: LocalDate,
        by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        let own = try mustGoOn(topic, in: gathering, by: caller)
        let group = group(of: topic, in: gathering)
        var consent = consent
        if let contact = consent.contact {
            try Self.mustBeShareable(until: contact.until, in: gathering, on: today)
            consent.contact?.seenBy = contact.audience == .convener ? group.conveners : []
        }
        guard group.has(own) else {
            return [.joined(topic: group.topic, participant: own, consent: consent)]
        }
        // What was agreed to last counts everywhere.
        return entries(of: own, in: group, gathering).filter { $0.consent != consent }.map {
            .consentSet(topic: $0.topic, participant: own, consent: consent)
        }
    }

    /// Whether the caller may join, asked before a key is made for a contact.
    @discardableResult
    public func mustGoOn(
        _ topic: Proposal.ID, in gathering: Gathering, by caller: Caller
    ) throws(Gathering.Refused) -> Participant.ID {
        try gathering.mustExist()
        let own = try caller.mustBe(.goOn)
        _ = try gathering.present(own)
        guard !removed.contains(own) else { throw .hasLeft }
        guard let proposal = gathering.topics[gathering.topics.target(of: topic)] else {
            throw .noSuchProposal
        }
        let group = group(of: topic, in: gathering)
        // Who was in before a topic was withdrawn stays, and may still change what they share.
        guard proposal.isOpen || group.has(own) else { throw .notOpenAnyMore }
        return own
    }

    public static func mustBeShareable(
        until: LocalDate, in gathering: Gathering, on today: LocalDate
    ) throws(Gathering.Refused) {
        guard let date = gathering.programme.facts?.date else { throw .noSuchGathering }
        let days = SharedContact.days(after: date, on: today)
        guard days.contains(until) else {
            throw .dateOutOfRange(field: "until", from: days.lowerBound, to: days.upperBound)
        }
    }

    /// Takes a contact back: nobody sees it from now on. Being in the group stays.
    public func revokeContact(
        in topic: Proposal.ID, _ gathering: Gathering, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        let own = try caller.mustBe(.goOn)
        return entries(of: own, in: group(of: topic, in: gathering), gathering)
            .filter { $0.consent.contact != nil }
            .map { .contactRevoked(topic: $0.topic, participant: own) }
    }

    public func leave(
        _ topic: Proposal.ID, _ gathering: Gathering, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        let own = try caller.mustBe(.goOn)
        return entries(of: own, in: group(of: topic, in: gathering), gathering)
            .map { .left(topic: $0.topic, participant: own) }
    }

    /// Hands the group to somebody in it; nil: back to whoever hosts the topic.
    ///
    /// Who hosts the topic may always, also to take it back; when everybody who did is gone, any member may take it over.
    public func handOver(
        _ topic: Proposal.ID, to person: Participant.ID?, _ gathering: Gathering, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        let own = try caller.mustBe(.goOn)
        let group = group(of: topic, in: gathering)
        let hosts = gathering.topics[group.topic]?.hosts ?? []
        let takesOver = group.conveners.isEmpty && group.has(own) && person == own
        guard group.isConvener(own) || hosts.contains(own) || takesOver else { throw .notYourGroup }
        if let person {
            guard group.has(person), gathering.attendees[person]?.isHere == true else { throw .notInGroup }
        }
        return conveners[group.topic] == person ? [] : [.handedOver(topic: group.topic, to: person)]
    }

    /// What nobody may see any more, because its last day is over.
    public func expire(on today: LocalDate) -> [Change] {
        members.keys.sorted().flatMap { topic in
            (members[topic] ?? []).filter { member in
                member.consent.contact.map { $0.until < today } ?? false
            }.map { .contactRevoked(topic: topic, participant: $0.participant) }
        }
    }

    /// Who shares a contact today: their names stay as long as it does.
    public func sharing(on today: LocalDate) -> Set<Participant.ID> {
        Set(
            members.values.joined().filter { member in
                member.consent.contact.map { today <= $0.until } ?? false
            }.map(\.participant))
    }

    /// Who shares a contact today, or may still see one: their devices stay.
    public func reaching(on today: LocalDate, in gathering: Gathering) -> Set<Participant.ID> {
        var reaching = sharing(on: today)
        for group in all(in: gathering) where group.members.contains(where: { reaching.contains($0.id) }) {
            let people = group.conveners + group.members.map(\.id)
            reaching.formUnion(
                people.filter { person in
                    let caller = Caller(roles: [.participant], participant: person)
                    return group.members.contains {
                        $0.id != person && group.contact(of: $0, for: caller, on: today) != nil
                    }
                })
        }
        return reaching
    }

    private func entries(
        of participant: Participant.ID, in group: WorkingGroup, _ gathering: Gathering
    ) -> [(topic: Proposal.ID, consent: Consent)] {
        sources(of: group.topic, in: gathering).flatMap { source in
            (members[source] ?? []).filter { $0.participant == participant }.map { (source, $0.consent) }
        }
    }
}
