/// The group of one topic as it stands, with everybody who joined at topics that were merged into it.
public struct WorkingGroup: Sendable, Hashable {
    public let topic: Proposal.ID
    /// Each person once, in the order they came.
    public let members: [Member]
    /// Who holds the group together: whoever hosts the topic, or to whom it was handed over. Nobody, when they are gone.
    public let conveners: [Participant.ID]

    public struct Member: Sendable, Hashable, Identifiable {
        public let id: Participant.ID
        public let joinedAt: Instant
        /// The newest first; several, when they joined at topics that were merged later.
        public let consents: [Consent]

        /// Only who said so everywhere.
        public var mayBeNamed: Bool { consents.allSatisfy(\.mayBeNamed) }
    }

    public func has(_ participant: Participant.ID?) -> Bool { members.contains { $0.id == participant } }

    public func isConvener(_ participant: Participant.ID?) -> Bool {
        participant.map(conveners.contains) ?? false
    }

    /// What somebody may see of a member: the newest contact that was shared with them and is not over.
    public func contact(of member: Member, for caller: Caller, on today: LocalDate) -> SharedContact? {
        member.consents.compactMap(\.contact).first { isShown($0, of: member, to: caller, on: today) }
    }

    private func isShown(
        _ contact: SharedContact, of member: Member, to caller: Caller, on today: LocalDate
    ) -> Bool {
        guard today <= contact.until else { return false }
        let own = caller.participant
        if own == member.id { return true }
        switch contact.audience {
        case .convener: return own.map { isConvener($0) && contact.seenBy.contains($0) } ?? false
        case .group: return isConvener(own) || has(own)
        case .organisers: return isConvener(own) || has(own) || caller.may(.seeContacts)
        }
    }

    /// Whether somebody else holds the group together than those with whom a member shares a contact.
    public func wasHandedOver(after member: Member, on today: LocalDate) -> Bool {
        guard let contact = member.consents.compactMap(\.contact).first, today <= contact.until else {
            return false
        }
        return contact.audience == .convener && !conveners.isEmpty
            && !conveners.allSatisfy { $0 == member.id || contact.seenBy.contains($0) }
    }
}

extension WorkingGroups {
    /// Merged topics are one: who joined at one of them is in the group of the one they were merged into.
    public func group(of topic: Proposal.ID, in gathering: Gathering) -> WorkingGroup {
        let target = gathering.topics.target(of: topic)
        var found: [Participant.ID: [Member]] = [:]
        for source in sources(of: target, in: gathering) {
            for member in members[source] ?? [] { found[member.participant, default: []].append(member) }
        }
        let members = found.map { id, entries in
            WorkingGroup.Member(
                id: id, joinedAt: entries.map(\.joinedAt).min() ?? Instant(milliseconds: 0),
                consents: entries.sorted { $1.consentedAt < $0.consentedAt }.map(\.consent))
        }
        return WorkingGroup(
            topic: target,
            members: members.sorted { ($0.joinedAt, $0.id) < ($1.joinedAt, $1.id) },
            conveners: conveners(of: target, in: gathering))
    }

    /// All groups in which somebody is, by topic.
    public func all(in gathering: Gathering) -> [WorkingGroup] {
        Set(members.keys.map(gathering.topics.target)).sorted().map { group(of: $0, in: gathering) }
    }

    /// The groups that somebody is in, or holds together.
    public func groups(of participant: Participant.ID, in gathering: Gathering) -> [WorkingGroup] {
        all(in: gathering).filter { $0.has(participant) || $0.isConvener(participant) }
    }

    func sources(of target: Proposal.ID, in gathering: Gathering) -> [Proposal.ID] {
        [target] + gathering.topics.merged(into: target)
    }

    private func conveners(of target: Proposal.ID, in gathering: Gathering) -> [Participant.ID] {
        let isHere = { (id: Participant.ID) in gathering.attendees[id]?.isHere == true }
        if let handed = conveners[target], isHere(handed) { return [handed] }
        return (gathering.topics[target]?.hosts ?? []).filter(isHere)
    }
}
