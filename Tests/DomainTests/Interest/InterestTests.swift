import Domain
import FoundationEssentials
import Testing

struct InterestTests {
    private let open = Interest(id: "g1").applying([.windowOpened], at: 5)

    @Test func `a wish is stated, weighed anew and taken back`() throws {
        let once = try open.doing { try $0.wish(1, weightMax: 3, by: "v1") }
        let heavier = try once.doing { try $0.wish(1, weight: 3, weightMax: 3, by: "v1") }
        let back = try heavier.doing { try $0.unwish(1, by: "v1") }

        #expect(once.wishes == ["v1": [1: 1]])
        #expect(try once.wish(1, weightMax: 3, by: "v1") == [])
        #expect(heavier.wishes == ["v1": [1: 3]])
        #expect(back == open)
        #expect(try back.unwish(1, by: "v1") == [])
    }

    @Test(arguments: [(0, 1, false), (1, 1, true), (2, 1, false), (0, 3, false), (3, 3, true), (4, 3, false)])
    func `a wish weighs what the gathering allows`(_ weight: Int, _ most: Int, _ isTaken: Bool) throws {
        if isTaken {
            #expect(
                try open.wish(1, weight: weight, weightMax: most, by: "v1")
                    == [.wished(voice: "v1", proposal: 1, weight: weight)])
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "weight", from: 1, to: most)) {
                try open.wish(1, weight: weight, weightMax: most, by: "v1")
            }
        }
    }

    @Test func `wishes are taken while the window is open`() throws {
        let never = Interest(id: "g1")
        let closed = open.applying([.windowClosed], at: 9)
        let again = closed.applying([.windowOpened], at: 12)

        for (interest, moment) in [(never, nil), (closed, 9)] as [(Interest, Instant?)] {
            #expect(throws: Gathering.Refused.windowClosed(at: moment)) {
                try interest.wish(1, weightMax: 1, by: "v1")
            }
            #expect(throws: Gathering.Refused.windowClosed(at: moment)) { try interest.unwish(1, by: "v1") }
        }
        #expect(again.window == .open(since: 12))
        #expect(try again.wish(1, weightMax: 1, by: "v1").count == 1)
    }

    @Test func `all wishes of a voice go with the person`() throws {
        let interest = try open.doing { try $0.wish(1, weightMax: 1, by: "v1") }
            .doing { try $0.wish(2, weightMax: 1, by: "v1") }
            .doing { try $0.wish(2, weightMax: 1, by: "v2") }
            .doing { $0.remove("v1") }

        #expect(interest.wishes == ["v2": [2: 1]])
        #expect(interest.remove("v1") == [])
        #expect(throws: Gathering.Refused.hasLeft) { try interest.wish(2, weightMax: 1, by: "v1") }
        #expect(try interest.unwish(2, by: "v1") == [])
    }

    @Test func `wishes for a merged topic count where it went, the heavier of two`() throws {
        let topics = try Gathering.sample(topics: 4).doing { try $0.merge(2, into: 1, by: .moderator) }.topics
        let interest = open.wishing(["v1": [1: 1, 2: 3], "v2": [1: 3, 2: 1], "v3": [2: 2], "v4": [3: 1]])

        #expect(interest.counted(in: topics) == ["v1": [1: 3], "v2": [1: 3], "v3": [1: 2], "v4": [3: 1]])
        #expect(interest.voiceCounts(in: topics) == [1: 3, 3: 1])
    }

    @Test func `parted again wishes count where they were stated`() throws {
        let topics = try Gathering.sample(topics: 2)
            .doing { try $0.merge(2, into: 1, by: .moderator) }.takingBack().topics
        let interest = open.wishing(["v1": [1: 1, 2: 3]])

        #expect(interest.counted(in: topics) == interest.wishes)
    }

    @Test func `wishes for topics that are no more do not count`() throws {
        let topics = try Gathering.sample(topics: 2).doing { try $0.withdraw(1, by: .moderator) }.topics
        let interest = open.wishing(["v1": [1: 1], "v2": [1: 1, 2: 1, 9: 1]])

        #expect(interest.counted(in: topics) == ["v2": [2: 1]])
    }

    @Test func `a pair counts the voices that want both`() throws {
        let topics = try Gathering.sample(topics: 4).doing { try $0.merge(4, into: 3, by: .moderator) }.topics
        let interest = open.wishing(["v1": [1: 1, 2: 1, 4: 1], "v2": [1: 3, 2: 1], "v3": [3: 1, 4: 1]])

        #expect(
            interest.pairs(in: topics) == [
                WishPair(first: 1, second: 2, count: 2), WishPair(first: 1, second: 3, count: 1),
                WishPair(first: 2, second: 3, count: 1),
            ])
    }

    @Test func `wishes come out of a snapshot as they went in`() throws {
        let interest = try open.wishing(["v1": [1: 1, 12: 3], "v2": [7: 2], "v3": [1: 1]])
            .doing { $0.remove("v3") }

        for interest in [interest, Interest(id: "g1")] {
            #expect(try JSONDecoder().decode(Interest.self, from: JSONEncoder().encode(interest)) == interest)
        }
    }

    @Test(arguments: ["12", "12:", ":1", "12:1:1", "12:x", "1/2:1"])
    func `a snapshot that holds no wishes is none`(_ text: String) throws {
        let whole = try String(decoding: JSONEncoder().encode(open.wishing(["v1": [12: 3]])), as: UTF8.self)
        #expect(whole.contains("\"12:3 \""))

        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(
                Interest.self, from: Data(whole.replacing("12:3 ", with: text).utf8))
        }
    }
}

extension Interest {
    /// In time, or not at all.
    func wish(
        _ proposal: Proposal.ID, weight: Int = 1, weightMax: Int, by voice: Voice.ID
    ) throws(Gathering.Refused) -> [Change] {
        try wish(proposal, weight: weight, weightMax: weightMax, by: voice, .sample(grace: 0))
    }

    func unwish(_ proposal: Proposal.ID, by voice: Voice.ID) throws(Gathering.Refused) -> [Change] {
        try unwish(proposal, by: voice, .sample(grace: 0))
    }

    func doing(_ verb: (Interest) throws -> [Change]) throws -> Interest { applying(try verb(self)) }

    func applying(_ changes: [Change], at moment: Instant = 7) -> Interest {
        var interest = self
        for change in changes { interest.apply(change, at: moment) }
        return interest
    }

    func wishing(_ all: [Voice.ID: [Proposal.ID: Int]]) -> Interest {
        applying(
            all.flatMap { voice, own in
                own.map { .wished(voice: voice, proposal: $0.key, weight: $0.value) }
            })
    }
}
