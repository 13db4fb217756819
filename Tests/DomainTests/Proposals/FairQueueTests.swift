import Domain
import Testing

struct FairQueueTests {
    @Test func `who comes late waits behind those who had, or wait for, as many turns`() throws {
        let gathering = try Gathering.sample()
            .proposing("A1", by: "anna").proposing("A2", by: "anna").proposing("A3", by: "anna")
            .proposing("B1", by: "ben").proposing("C1", by: "cem").proposing("B2", by: "ben")

        #expect(titles(gathering) == ["A1", "B1", "C1", "A2", "B2", "A3"])
    }

    @Test func `turns that were taken count, the one that runs too`() throws {
        let gathering = try Gathering.sample()
            .proposing("A1", by: "anna").proposing("A2", by: "anna")
            .doing { try $0.beginPitch(at: .at("10:00"), by: .moderator) }
            .proposing("A3", by: "anna").proposing("B1", by: "ben").proposing("B2", by: "ben")

        #expect(titles(gathering) == ["B1", "A2", "B2", "A3"])
    }

    @Test func `a co-host does not lose a turn`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.propose(.init(title: "A1"), coHosts: ["ben"], by: .participant("anna")) }
            .proposing("A2", by: "anna").proposing("B1", by: "ben")

        #expect(titles(gathering) == ["A1", "B1", "A2"])
    }

    @Test(arguments: 0..<100)
    func `nobody has a turn more while somebody waits who has had fewer`(_ seed: Int) throws {
        var dice = Dice(seed: seed)
        var gathering = try Gathering.sample()
        var turns: [Participant.ID: Int] = [:]

        for step in 0..<60 {
            if dice.flip(0.55) {
                let host = dice.pick(Participant.ID.four)
                guard gathering.topics.open.count(where: { $0.hosts == [host] }) < 20 else { continue }
                gathering = try gathering.proposing("Thema \(step)", by: host)
            } else if !gathering.topics.queue.isEmpty {
                gathering = try gathering.doing { try $0.beginPitch(at: .at("10:00"), by: .moderator) }
                let host = try #require(gathering.topics[gathering.topics.pitch?.proposal ?? 0]?.hosts.first)
                turns[host, default: 0] += 1
                let waiting = Set(gathering.topics.queue.compactMap { gathering.topics[$0]?.hosts.first })
                let fewest = waiting.map { turns[$0, default: 0] }.min() ?? .max
                #expect(turns[host, default: 0] - 1 <= fewest)
            }
        }
    }

    @Test(arguments: 0..<40)
    func `topics of one person keep their order`(_ seed: Int) throws {
        var dice = Dice(seed: seed)
        var gathering = try Gathering.sample()

        for step in 0..<30 {
            gathering = try gathering.proposing("T\(step)", by: dice.pick(Participant.ID.four))
        }

        for host in Participant.ID.four {
            let own = gathering.topics.queue.filter { gathering.topics[$0]?.hosts == [host] }
            #expect(own == own.sorted())
        }
    }

    private func titles(_ gathering: Gathering) -> [String] {
        gathering.topics.queue.compactMap { gathering.topics[$0]?.content.title.text }
    }
}
