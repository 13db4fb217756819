import Domain
import FoundationEssentials
import Testing

struct LatecomerTests {
    private static let closing: Instant = 600
    private let closed = Interest(id: "g1").applying([.windowOpened], at: 5)
        .wishing(["v1": [1: 1, 2: 1], "v2": [1: 2]]).applying([.windowClosed], at: closing)
    private let open = try? Gathering.sample(topics: 3)

    @Test func `what was on its way at the closing counts, and its entry says that it came late`() throws {
        let wished = try closed.wish(3, weightMax: 1, by: "v1", .sample(at: 700, grace: 10))
        let unwished = try closed.unwish(1, by: "v1", .sample(at: 700, grace: 10))

        #expect(wished == [.wished(voice: "v1", proposal: 3, weight: 1, isLate: true)])
        #expect(unwished == [.unwished(voice: "v1", proposal: 1, isLate: true)])
        #expect(closed.applying(wished).wishes["v1"] == [1: 1, 2: 1, 3: 1])
        #expect(closed.applying(unwished).wishes["v1"] == [2: 1])
    }

    @Test func `while the window is open nothing is late`() throws {
        let open = Interest(id: "g1").applying([.windowOpened], at: 5)

        let wished = try open.wish(1, weightMax: 1, by: "v1", .sample(at: 700, grace: 10, wasTold: true))

        #expect(wished == [.wished(voice: "v1", proposal: 1, weight: 1)])
    }

    @Test(arguments: [(1, 0, true), (1, 1, false), (10, 0, true), (10, 1, false), (60, 0, true)])
    func `the grace ends with its last millisecond`(_ minutes: Int, _ beyond: Int64, _ counts: Bool) throws {
        let end = Self.closing.adding(seconds: minutes * 60)
        let arrival = Arrival(
            at: Instant(milliseconds: end.milliseconds + beyond), graceMinutes: minutes, wasTold: false)

        try expect(arrival, counts: counts)
    }

    @Test func `a device that was told has no grace`() throws {
        try expect(.sample(at: 601, grace: 10, wasTold: true), counts: false)
        try expect(.sample(at: 601, grace: 10, wasTold: false), counts: true)
    }

    @Test func `without grace the closing is the end, in its very millisecond`() throws {
        try expect(.sample(at: 600, grace: 0), counts: false)
    }

    @Test func `before the window was opened nobody is late`() {
        #expect(throws: Gathering.Refused.windowClosed(at: nil)) {
            try Interest(id: "g1").wish(1, weightMax: 1, by: "v1", .sample(at: 7, grace: 10))
        }
    }

    @Test func `what came late is counted against what was wished at the closing`() throws {
        let topics = try #require(open).topics
        let late =
            try closed
            .doing { try $0.wish(3, weightMax: 3, by: "v1", .late) }
            .doing { try $0.unwish(1, by: "v1", .late) }
            .doing { try $0.wish(1, weight: 3, weightMax: 3, by: "v2", .late) }
            .doing { try $0.wish(2, weightMax: 3, by: "v3", .late) }

        #expect(late.late(in: topics) == LateWishes(count: 3, withdrawnCount: 1))
        #expect(late.late(of: "v1", in: topics) == ([3], [1]))
        #expect(late.late(of: "v2", in: topics) == ([1], []))
        #expect(late.voiceCounts(in: topics) == [1: 1, 2: 2, 3: 1])
        #expect(closed.late(in: topics) == LateWishes())
    }

    @Test func `who thinks better of it twice came with nothing`() throws {
        let topics = try #require(open).topics
        let late =
            try closed
            .doing { try $0.wish(3, weightMax: 1, by: "v1", .late) }
            .doing { try $0.unwish(3, by: "v1", .late) }
            .doing { try $0.unwish(1, by: "v1", .late) }
            .doing { try $0.wish(1, weightMax: 1, by: "v1", .late) }

        #expect(late.wishes == closed.wishes)
        #expect(late.late(in: topics) == LateWishes())
    }

    @Test func `a late wish for a merged topic is late where it counts, and only if it changes that`() throws
    {
        let topics = try Gathering.sample(topics: 3).doing { try $0.merge(3, into: 1, by: .moderator) }.topics
        let late =
            try closed
            .doing { try $0.wish(3, weightMax: 1, by: "v1", .late) }
            .doing { try $0.wish(3, weightMax: 1, by: "v9", .late) }

        #expect(late.late(of: "v1", in: topics) == ([], []))
        #expect(late.late(of: "v9", in: topics) == ([1], []))
    }

    @Test(arguments: [Interest.Change.windowOpened, .windowPutOff])
    func `whatever counts when it opens again is in time for the next closing`(_ change: Interest.Change)
        throws
    {
        let topics = try #require(open).topics
        let late = try closed.doing { try $0.wish(3, weightMax: 1, by: "v1", .late) }

        let again = late.applying([change, .windowClosed], at: 900)

        #expect(again.wishes == late.wishes)
        #expect(again.late(in: topics) == LateWishes())
    }

    @Test func `who leaves takes the late ones along`() throws {
        let topics = try #require(open).topics
        let late = try closed.doing { try $0.wish(3, weightMax: 1, by: "v1", .late) }.doing {
            $0.remove("v1")
        }

        #expect(late.late(in: topics) == LateWishes())
    }

    /// Whatever the setting says today: the entry alone says that it counted.
    @Test func `a late wish is replayed as it was decided, and comes out of a snapshot as it went in`() throws
    {
        let entries: [Interest.Change] = [
            .windowOpened, .wished(voice: "v1", proposal: 1, weight: 1), .windowClosed,
            .wished(voice: "v1", proposal: 2, weight: 1, isLate: true),
            .unwished(voice: "v1", proposal: 1, isLate: true),
        ]

        let replayed = try JSONDecoder().decode([Interest.Change].self, from: JSONEncoder().encode(entries))
        let interest = Interest(id: "g1").applying(replayed)

        #expect(interest.wishes == ["v1": [2: 1]])
        #expect(interest.late(in: try #require(open).topics) == LateWishes(count: 1, withdrawnCount: 1))
        #expect(try JSONDecoder().decode(Interest.self, from: JSONEncoder().encode(interest)) == interest)
    }

    @Test(arguments: [(nil, 10), (0, 0), (25, 25), (60, 60)] as [(Int?, Int)])
    func `a gathering waits as long as it says, and ten minutes when it says nothing`(
        _ minutes: Int?, _ waits: Int
    ) throws {
        let gathering = try Gathering.sample { $0.facts.rules.graceMinutes = minutes }.weighed()

        #expect(gathering.graceMinutes == waits)
        #expect(gathering.graceEnd == (waits > 0 ? Instant(integerLiteral: 700 + waits * 60) : nil))
    }

    @Test(arguments: [(-1, false), (0, true), (60, true), (61, false)])
    func `the grace is an hour at most`(_ minutes: Int, _ isTaken: Bool) throws {
        let facts = Facts.sample.with { $0.rules.graceMinutes = minutes }
        let gathering = try Gathering.sample()

        if isTaken {
            #expect(try gathering.changeFacts(facts, by: .organiser).count == 1)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "graceMinutes", from: 0, to: 60)) {
                try gathering.changeFacts(facts, by: .organiser)
            }
        }
    }

    @Test func `the grace is changed also while it runs, and 0 ends it at once`() throws {
        let gathering = try Gathering.sample().weighed()
        let ended = try gathering.doing {
            try $0.changeFacts(.sample.with { $0.rules.graceMinutes = 0 }, by: .organiser)
        }

        #expect(gathering.graceEnd == 1300)
        #expect(ended.graceEnd == nil)
    }

    @Test func `once blind results were shown nothing counts any more, whatever the rule says later`() throws
    {
        let blind = try Gathering.sample { $0.facts.rules.isBlind = true }
        let shown = try blind.weighed()
        let plain = try shown.doing { try $0.changeFacts(.sample, by: .organiser) }

        #expect(try blind.entering(.weighing).graceMinutes == 0)
        #expect(shown.graceMinutes == 0)
        #expect(plain.graceMinutes == 0)
        #expect(shown.graceEnd == nil)
        #expect(
            try plain.entering(.weighing).doing(at: 900) { try $0.enter(.planning, by: .moderator) }
                .graceEnd == 1500)
    }

    @Test func `what was open to all eyes has its grace, also when the next weighing will be blind`() throws {
        let gathering = try Gathering.sample().weighed().doing {
            try $0.changeFacts(.sample.with { $0.rules.isBlind = true }, by: .organiser)
        }

        #expect(gathering.graceMinutes == 10)
    }

    @Test func `the end is the end`() throws {
        #expect(try Gathering.sample().weighed().entering(.ended).graceEnd == nil)
    }

    private func expect(_ arrival: Arrival, counts: Bool) throws {
        if counts {
            #expect(try closed.wish(3, weightMax: 1, by: "v1", arrival).count == 1)
            #expect(try closed.unwish(1, by: "v1", arrival).count == 1)
        } else {
            let refused = Gathering.Refused.windowClosed(at: Self.closing)
            #expect(throws: refused) { try closed.wish(3, weightMax: 1, by: "v1", arrival) }
            #expect(throws: refused) { try closed.unwish(1, by: "v1", arrival) }
        }
    }
}

extension Arrival {
    /// `grace`: in minutes.
    static func sample(at moment: Instant = 7, grace: Int, wasTold: Bool = false) -> Arrival {
        Arrival(at: moment, graceMinutes: grace, wasTold: wasTold)
    }

    /// A minute after the closing, within its grace.
    static let late = sample(at: 660, grace: 10)
}

extension Gathering {
    /// The window was opened at 600 seconds, and closed at 700.
    fileprivate func weighed() throws -> Gathering {
        try doing(at: 600) { try $0.enter(.weighing, by: .moderator) }
            .doing(at: 700) { try $0.enter(.planning, by: .moderator) }
    }
}
