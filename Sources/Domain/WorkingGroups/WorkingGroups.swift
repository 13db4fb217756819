/// Who goes on working on which topic after the gathering, and what each of them agreed to.
///
/// Apart from the gathering, because people join by the dozen in its last minutes, and for months after it.
public struct WorkingGroups: Aggregate, Hashable {
    public typealias Name = Gathering
    public typealias ID = Identifier<Gathering>

    public static let kind = "groups"
    public static let shape = 1

    public let id: ID
    /// By the topic where they joined, in the order they came.
    public internal(set) var members: [Proposal.ID: [Member]] = [:]
    /// To whom a group was handed over.
    public internal(set) var conveners: [Proposal.ID: Participant.ID] = [:]
    /// Who left the gathering: joining that was under way meanwhile does not count any more.
    public internal(set) var removed: Set<Participant.ID> = []

    public init(id: ID) {
        self.id = id
    }

    public struct Member: Sendable, Hashable, Codable {
        public let participant: Participant.ID
        public let joinedAt: Instant
        public internal(set) var consentedAt: Instant
        public internal(set) var consent: Consent
    }

    /// The vocabulary of the journal: a kind once written keeps its name and its fields for ever.
    public enum Change: Sendable, Hashable, Codable {
        case joined(topic: Proposal.ID, participant: Participant.ID, consent: Consent)
        case consentSet(topic: Proposal.ID, participant: Participant.ID, consent: Consent)
        /// Taken back, or over: the key of what was shared is destroyed right after it.
        case contactRevoked(topic: Proposal.ID, participant: Participant.ID)
        case left(topic: Proposal.ID, participant: Participant.ID)
        /// Nil: whoever hosts the topic holds the group together again.
        case handedOver(topic: Proposal.ID, to: Participant.ID?)
        /// Goes from all groups with the gathering.
        case participantRemoved(participant: Participant.ID)
    }

    public mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .joined(let topic, let participant, let consent):
            members[topic, default: []].append(
                Member(participant: participant, joinedAt: moment, consentedAt: moment, consent: consent))
        case .consentSet(let topic, let participant, let consent):
            set(topic, participant) {
                $0.consent = consent
                $0.consentedAt = moment
            }
        case .contactRevoked(let topic, let participant):
            set(topic, participant) { $0.consent.contact = nil }
        case .left(let topic, let participant): remove(participant, from: topic)
        case .handedOver(let topic, let participant): conveners[topic] = participant
        case .participantRemoved(let participant):
            removed.insert(participant)
            for topic in Array(members.keys) { remove(participant, from: topic) }
            conveners = conveners.filter { $0.value != participant }
        }
    }

    private mutating func set(
        _ topic: Proposal.ID, _ participant: Participant.ID, _ change: (inout Member) -> Void
    ) {
        guard var all = members[topic], let index = all.firstIndex(where: { $0.participant == participant })
        else { return }
        change(&all[index])
        members[topic] = all
    }

    private mutating func remove(_ participant: Participant.ID, from topic: Proposal.ID) {
        members[topic]?.removeAll { $0.participant == participant }
        if members[topic]?.isEmpty == true { members[topic] = nil }
        if conveners[topic] == participant { conveners[topic] = nil }
    }

    /// The keys under which contacts are sealed that somebody shares, or one person.
    public func contactKeys(of participant: Participant.ID? = nil) -> Set<KeyName> {
        Set(
            members.values.joined().filter { participant == nil || $0.participant == participant }
                .compactMap(\.consent.contact?.sealed.key))
    }
}
