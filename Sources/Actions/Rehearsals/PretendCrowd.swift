internal import Domain

/// All that pretend people do at a gathering, made beforehand and the same for the same seed: who comes, what they
/// bring, where they want to go.
struct PretendCrowd: Sendable, Hashable {
    let people: [PretendPerson]
    let offers: [Offer]
    /// For each person the places of the offers they want, most wanted first.
    let wishes: [[Int]]

    /// A topic and who brings it; people are named by their place.
    struct Offer: Sendable, Hashable {
        let topic: PretendTopic
        let hosts: [Int]
        /// When its host has to leave.
        let until: MinuteOfDay?
        /// The offer it says nearly the same as.
        let like: Int?
    }

    /// Every fifteenth host has to leave before the last slot, every fourth topic has a second host.
    init(
        people count: Int, topics topicCount: Int, slots: [Slot], from towns: TownDirectory, seed: UInt64
    ) {
        var dice = PretendDice(seed)
        let people = PretendPeople.people(count, from: towns, using: &dice)
        let able = people.indices.filter { people[$0].hasPhone }.shuffled(using: &dice)
        let topics = able.isEmpty ? [] : Array(PretendTopics.all.prefix(topicCount))
        let offers = topics.indices.map { index -> Offer in
            let host = able[index % able.count]
            let second = able[(index + able.count / 2) % able.count]
            let isShared = index % 4 == 2 && second != host
            return Offer(
                topic: topics[index], hosts: isShared ? [host, second] : [host],
                until: index % 15 == 4 ? slots.last?.start : nil,
                like: PretendTopics.alike.first { $0.second == index }?.first)
        }
        self.people = people
        self.offers = offers
        wishes = PretendWishes.wishes(
            of: people, for: offers.map(\.topic.theme), slots: slots.count, using: &dice)
    }

    /// What somebody wants of a gathering's topics, most wanted first: as drawn of the crowd's own, which come first, and
    /// every third of those that others have brought.
    func wanted(by person: Int, of topics: [Proposal.ID]) -> [Proposal.ID] {
        let drawn = wishes[person].filter { topics.indices.contains($0) }
        let others = topics.indices.dropFirst(offers.count).filter { ($0 + person).isMultiple(of: 3) }
        return (drawn + others).map { topics[$0] }
    }

    /// What those without a phone raise their hands for: for each offer how many.
    var hands: [Int] {
        var hands = Array(repeating: 0, count: offers.count)
        for (person, wanted) in zip(people, wishes) where !person.hasPhone {
            for offer in wanted { hands[offer] += 1 }
        }
        return hands
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same draws on every machine.
struct PretendDice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
