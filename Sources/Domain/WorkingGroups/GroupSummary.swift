/// What may be told to everybody of a group: how many go on, from which towns, and the names of those who agreed to it.
///
/// To be named is each person's own consent, given for the group. Without it a person is a number, and their town; under
/// the Chatham House rule of the session everybody is a number.
public struct GroupSummary: Sendable, Hashable, Identifiable {
    public typealias ID = Proposal.ID

    public let id: ID
    public let count: Int
    /// The most first, then by key. Who told no town of the directory counts in none.
    public let towns: [TownCount]
    /// In the order they came; nobody who told no name.
    public let named: [Named]

    public struct TownCount: Sendable, Hashable {
        public let town: TownKey
        public let count: Int
    }

    public struct Named: Sendable, Hashable {
        public let name: FirstName
        public let organisation: Organisation?
    }

    /// `isChatham`: a record of its session is under the Chatham House rule, whatever the topic knows of it.
    /// `profile`: opens what somebody told about themselves; nil when it is forgotten.
    public init(
        _ group: WorkingGroup, in gathering: Gathering, isChatham: Bool = false,
        profile: (Participant.ID) -> Profile?
    ) {
        id = group.topic
        count = group.members.count
        let isRuled = isChatham || gathering.topics[group.topic]?.isChatham == true
        let told = isRuled ? [] : group.members
        let known = told.map { (member: $0, profile: profile($0.id)) }
        var counts: [TownKey: Int] = [:]
        for case .town(let key) in known.compactMap({ $0.profile?.organisation }) {
            counts[key, default: 0] += 1
        }
        towns = counts.map { TownCount(town: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.town) < ($0.count, $1.town) }
        named = known.filter(\.member.mayBeNamed).compactMap { _, profile in
            profile?.firstName.map { Named(name: $0, organisation: profile?.organisation) }
        }
    }
}

extension WorkingGroups {
    /// The groups of a gathering as everybody may read of them, by topic.
    ///
    /// `chatham`: sessions whose records are under the Chatham House rule, whatever their topics know of it.
    public func summaries(
        in gathering: Gathering, chatham: Set<Proposal.ID> = [], profile: (Participant.ID) -> Profile?
    ) -> [GroupSummary] {
        all(in: gathering).map { group in
            GroupSummary(
                group, in: gathering, isChatham: chatham.contains(group.topic), profile: profile)
        }
    }
}
