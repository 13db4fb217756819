@testable import Domain
import Testing

struct MergingTests {
    @Test func `a merged topic points to the other, and its hosts are hosts there`() throws {
        let gathering = try Gathering.sample(topics: 3).placing(2, 1, "saal")
            .doing { try $0.merge(2, into: 1, by: .moderator) }

        #expect(gathering.topics[2]?.state == .merged(into: 1))
        #expect(gathering.topics[1]?.hosts == ["anna", "ben"])
        #expect(gathering.topics[2]?.hosts == ["ben"])
        #expect(gathering.topics.queue == [1, 3])
        #expect(gathering.board.draft == Board.Layout())
        #expect(try gathering.merge(2, into: 1, by: .moderator) == [])
    }

    @Test func `only two different open topics are merged`() throws {
        let gathering = try Gathering.sample(topics: 3)
            .doing { try $0.merge(2, into: 1, by: .moderator) }

        #expect(throws: Gathering.Refused.sameProposal) { try gathering.merge(1, into: 1, by: .moderator) }
        #expect(throws: Gathering.Refused.notOpenAnyMore) { try gathering.merge(2, into: 3, by: .moderator) }
        #expect(throws: Gathering.Refused.notOpenAnyMore) { try gathering.merge(1, into: 2, by: .moderator) }
        #expect(throws: Gathering.Refused.noSuchProposal) { try gathering.merge(9, into: 1, by: .moderator) }
        #expect(throws: Gathering.Refused.noSuchProposal) { try gathering.merge(1, into: 9, by: .moderator) }
    }

    @Test func `a chain of merges ends at the topic that is still open`() throws {
        let gathering = try Gathering.sample(topics: 4)
            .doing { try $0.merge(3, into: 2, by: .moderator) }
            .doing { try $0.merge(2, into: 1, by: .moderator) }

        #expect([1, 2, 3, 4].map { gathering.topics.target(of: $0) } == [1, 1, 1, 4])
        #expect(gathering.topics.target(of: 9) == 9)
        #expect(gathering.topics.merged(into: 1) == [2, 3])
        #expect(gathering.topics.merged(into: 2) == [])
        #expect(gathering.topics[1]?.hosts == ["anna", "ben", "cem"])
    }

    @Test(arguments: [(nil, nil, 0), (4, nil, 4), (nil, 7, 7), (4, 7, 7), (7, 4, 7)] as [(Int?, Int?, Int)])
    func `hands for a merged topic are the larger count`(_ own: Int?, _ other: Int?, _ together: Int) throws {
        let gathering = try Gathering.sample(topics: 2)
            .doing { try $0.countHands(own, for: 1, by: .moderator) }
            .doing { try $0.countHands(other, for: 2, by: .moderator) }
            .doing { try $0.merge(2, into: 1, by: .moderator) }

        #expect(gathering.topics.handCount(of: 1) == together)
    }

    @Test(arguments: [0, 5, 9])
    func `counted again after a merge the new count holds`(_ count: Int) throws {
        let gathering = try Gathering.sample(topics: 3)
            .doing { try $0.countHands(7, for: 2, by: .moderator) }
            .doing { try $0.merge(2, into: 1, by: .moderator) }
            .doing { try $0.countHands(count, for: 1, by: .moderator) }
            .doing { try $0.merge(3, into: 1, by: .moderator) }

        #expect(gathering.topics.handCount(of: 1) == count)
    }

    @Test func `parted again everything is as it was`() throws {
        let before = try Gathering.sample(topics: 4)
            .doing { try $0.countHands(3, for: 1, by: .moderator) }
            .doing { try $0.countHands(7, for: 2, by: .moderator) }
            .placing(2, 1, "saal").doing { try $0.pin(2, by: .moderator) }

        let after = try before.doing { try $0.merge(2, into: 1, by: .moderator) }.takingBack()

        #expect(after.settled == before.settled)
    }

    @Test func `a topic merged while it was presented is the next one when they are parted`() throws {
        let gathering = try Gathering.sample(topics: 3)
            .doing { try $0.beginPitch(2, at: .at("10:00"), by: .moderator) }
            .doing { try $0.merge(2, into: 1, by: .moderator) }

        #expect(gathering.topics.pitch == nil)
        #expect(try gathering.takingBack().topics.queue == [2, 1, 3])
    }

    @Test func `hosts set since a merge stay when the topics are parted`() throws {
        let gathering = try Gathering.sample(topics: 2)
            .doing { try $0.merge(2, into: 1, by: .moderator) }
            .doing { try $0.setHosts(["cem", "anna", "ben"], of: 1, by: .moderator) }
            .takingBack()

        #expect(gathering.topics[1]?.hosts == ["cem", "anna"])
    }

    @Test func `who left since a merge is host of nothing when the topics are parted`() throws {
        let gathering = try Gathering.sample(topics: 2)
            .doing { try $0.merge(2, into: 1, by: .moderator) }
            .doing { try $0.leave("anna", by: .moderator) }

        #expect(gathering.topics[1]?.hosts == ["ben"])
        #expect(try gathering.takingBack().topics[1]?.hosts == ["ben"])
    }

    @Test func `topics are not parted when nobody is left to host them`() throws {
        let gathering = try Gathering.sample(topics: 2)
            .doing { try $0.merge(2, into: 1, by: .moderator) }
            .doing { try $0.takeOut("ben", by: .moderator) }

        #expect(throws: Gathering.Refused.noSuchHost) { try gathering.takingBack() }
    }
}
