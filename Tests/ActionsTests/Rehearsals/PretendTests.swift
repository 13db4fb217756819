import Domain
import TestSupport
import Testing

@testable import Actions

@Suite struct `Pretend topics` {
    @Test func `are about sixty, each with a title and a sentence of its own`() {
        #expect(PretendTopics.all.count == 62)
        #expect(Set(PretendTopics.all.map(\.title)).count == 62)
        #expect(Set(PretendTopics.all.map(\.sentence)).count == 62)
        #expect(PretendTopics.iserlohn.count == 12)
    }

    @Test(arguments: PretendTopics.all.map(\.title))
    func `fit into what people may type`(title: String) throws {
        let topic = try #require(PretendTopics.all.first { $0.title == title })

        let content = try topic.content()

        #expect(content.title.text == topic.title)
        #expect(content.sentence.text == topic.sentence)
    }

    @Test func `need only what some room of a large house has`() throws {
        let programme = try PretendProgramme.iserlohn(people: 600, date: .sample, host: nil)
        let equipment = programme.draft.rooms.reduce(into: Set<Equipment>()) { $0.formUnion($1.equipment) }

        #expect(PretendTopics.all.filter { !$0.needs.isSubset(of: equipment) } == [])
    }

    @Test func `name nobody and no company that the texts name`() {
        let words = (PretendTopics.all.map { "\($0.title) \($0.sentence)" } + PretendPeople.firstNames)
            .joined(separator: " ").lowercased()

        #expect(Real.names.filter { words.contains($0) } == [])
    }

    @Test func `that say nearly the same stand behind each other`() {
        for pair in PretendTopics.alike {
            #expect(pair.first < pair.second)
            #expect(PretendTopics.all.indices.contains(pair.second))
        }
    }
}

/// Last names of the people and names of the companies in the five texts.
enum Real {
    static let names = [
        "ting", "wolff", "kemper", "kober", "haardt", "parnemann", "sander-graetz", "neumann", "kohlstedt",
        "schuster", "dodt", "rödel", "willerscheid", "eisbach", "lehmann", "halbe", "kaiser,", "siegert",
        "hennig", "fricke", "viergutz", "räuchle", "immink", "haubrichs", "wächter", "weltenraum", "nordwand",
        "visibleruhr", "devspire", "küberit", "hub45", "suedwestfalen.com",
    ].filter { $0 != "ting" }

    static let firstNames: Set<String> = [
        "Marie", "Christina", "Anna-Sophia", "Uwe", "Saskia", "Sven", "Barbara", "Christoph", "Katja",
        "Oliver",
        "Andreas", "Richard", "Steffen", "Maximilian", "Nora", "Robin", "Dagmar", "Michaela", "Yvonne",
        "Stephan",
        "Hennig", "Dorothee", "Kathrin", "Charlotte", "Michael", "Stephanie", "Hendrik",
    ]
}

@Suite struct `A pretend crowd` {
    let towns: TownDirectory

    init() throws {
        towns = try TownDirectory.sample()
    }

    private func crowd(_ people: Int, topics: Int = 14, slots: Int = 3, seed: UInt64 = 59) -> PretendCrowd {
        PretendCrowd(
            people: people, topics: topics, slots: Slot.row(from: .sample, count: slots), from: towns,
            seed: seed)
    }

    @Test func `is the same for the same seed and another for another`() {
        #expect(crowd(30) == crowd(30))
        #expect(crowd(30) != crowd(30, seed: 60))
    }

    @Test func `has names that nobody of the texts has`() {
        #expect(Set(PretendPeople.firstNames).isDisjoint(with: Real.firstNames))
        #expect(Set(PretendPeople.firstNames).count == PretendPeople.firstNames.count)
    }

    @Test func `comes from every town once before one comes twice`() {
        let home = crowd(59).people.compactMap { person -> TownKey? in
            if case .town(let key) = person.profile.organisation { key } else { nil }
        }

        #expect(Set(home).count == home.count)
        #expect(home.count > 45)
    }

    @Test func `has one in ten without a phone and topics of those with one only`() {
        let crowd = crowd(60)

        #expect(crowd.people.count { !$0.hasPhone } == 6)
        #expect(crowd.offers.flatMap(\.hosts).allSatisfy { crowd.people[$0].hasPhone })
    }

    @Test func `shares some topics and has a host who must leave`() {
        let offers = crowd(30).offers

        #expect(offers.count { $0.hosts.count == 2 } == 3)
        #expect(offers.count { $0.until != nil } == 1)
        #expect(offers.count { $0.like != nil } == 1)
        #expect(offers.allSatisfy { Set($0.hosts).count == $0.hosts.count })
    }

    @Test(arguments: [(30, 14, 3), (600, 52, 5)])
    func `wants about as many topics as there are slots, none twice`(people: Int, topics: Int, slots: Int) {
        let wishes = crowd(people, topics: topics, slots: slots).wishes
        let tenths = wishes.map(\.count).reduce(0, +) * 10 / people

        #expect(wishes.allSatisfy { (1...2 * slots + 1).contains($0.count) && Set($0).count == $0.count })
        #expect((slots * 9...slots * 12 + 4).contains(tenths))
    }

    @Test func `wants few topics very much and two of a theme about twice as often as chance`() {
        let crowd = crowd(600, topics: 52, slots: 5)
        let counts = crowd.offers.indices.map { offer in crowd.wishes.count { $0.contains(offer) } }
        let sorted = counts.sorted(by: >)

        #expect(sorted[0] > 2 * sorted[26])
        #expect(sorted[51] > 0)

        let themes = crowd.offers.map(\.topic.theme)
        let sets = crowd.wishes.map(Set.init)
        var both = 0.0
        var expected = 0.0
        for first in themes.indices {
            for second in themes.indices where first < second && themes[first] == themes[second] {
                both += Double(sets.count { $0.contains(first) && $0.contains(second) })
                expected += Double(counts[first] * counts[second]) / 600
            }
        }
        #expect((1.5...2.6).contains(both / expected))
    }

    @Test func `raises hands for what those without a phone want`() {
        let crowd = crowd(30)
        let wanted = zip(crowd.people, crowd.wishes).filter { !$0.0.hasPhone }.map(\.1.count).reduce(0, +)

        #expect(crowd.hands.reduce(0, +) == wanted)
        #expect(crowd.hands.max() ?? 0 <= 3)
    }

    @Test(arguments: [0, 1, 2]) func `may be very small`(count: Int) {
        let crowd = crowd(count)

        #expect(crowd.people.count == count)
        #expect(crowd.wishes.count == count)
        #expect(crowd.offers.isEmpty == (count == 0))
    }

    @Test func `comes from nowhere when there is no directory`() {
        let crowd = PretendCrowd(people: 10, topics: 3, slots: [], from: .empty, seed: 1)

        #expect(crowd.people.count == 10)
    }
}
