import Actions
import Domain
import Journal
import TestSupport
import Testing

struct WishTests {
    @Test func `a wish counts once however often the form is sent`() async throws {
        let day = try await Self.weighingDay()

        try await day.wish("1", by: "phone-1", act: "the-same-act")
        try await day.wish("1", by: "phone-1", act: "the-same-act")
        try await day.wish("1", by: "phone-1", act: "another-act")

        let interest = try await day.interest()
        #expect(interest.voiceCounts(in: try await day.gathering().topics) == ["1": 1])
        #expect(try await day.instance.interests.desk(day.id).version.value == 2)
    }

    @Test func `a wish for a merged topic counts where it went, and can be taken back there`() async throws {
        let day = try await Self.weighingDay()
        try await day.wish("1", by: "phone-1")
        try await day.change("merge-1-2") { try $0.merge("1", into: "2", by: $1) }
        #expect(try await Self.counts(day) == ["2": 1])

        try await day.wish("2", by: "phone-1", weight: nil)

        #expect(try await Self.counts(day) == [:])
    }

    @Test func `a closed window takes no wish`() async throws {
        let day = try await Self.weighingDay()
        try await day.enter(.planning)

        await #expect(throws: Gathering.Refused.windowClosed(at: day.clock.now.instant)) {
            try await day.wish("1", by: "phone-1", wasTold: true)
        }
        #expect(try await Self.counts(day) == [:])
    }

    @Test func `what was on its way when the window closed counts, and the planner has it`() async throws {
        let day = try await Self.weighingDay()
        try await day.enter(.planning)
        day.clock.advance(seconds: 10 * 60)

        let kept = try await day.wish("1", by: "phone-1")

        #expect(kept.changes.map(Self.isLate) == [true])
        #expect(try await Self.counts(day) == ["1": 1])
        let topics = try await day.gathering().topics
        #expect(try await day.interest().late(in: topics) == LateWishes(count: 1))
    }

    @Test func `after the grace it does not, and the refusal says when the window closed`() async throws {
        let day = try await Self.weighingDay()
        try await day.enter(.planning)
        let closing = day.clock.now.instant
        day.clock.advance(seconds: 10 * 60 + 1)

        await #expect(throws: Gathering.Refused.windowClosed(at: closing)) {
            try await day.wish("1", by: "phone-1")
        }
        #expect(try await Self.counts(day) == [:])
    }

    @Test func `an act that was counted in time is answered as the first time, whenever it is sent again`()
        async throws
    {
        let day = try await Self.weighingDay()
        let first = try await day.wish("1", by: "phone-1", act: "the-same-act")
        try await day.wish("1", by: "phone-1", weight: nil)
        try await day.enter(.planning)

        let inGrace = try await day.wish("1", by: "phone-1", act: "the-same-act")
        let told = try await day.wish("1", by: "phone-1", act: "the-same-act", wasTold: true)
        day.clock.advance(seconds: 3_600)
        let afterwards = try await day.wish("1", by: "phone-1", act: "the-same-act")

        for again in [inGrace, told, afterwards] {
            #expect(again.isRepeated)
            #expect(again.changes == first.changes)
            #expect(again.position == first.position)
        }
        #expect(try await Self.counts(day) == [:])
    }

    @Test func `a late wish sent again counts once, also when the grace is over`() async throws {
        let day = try await Self.weighingDay()
        try await day.enter(.planning)
        try await day.wish("1", by: "phone-1", act: "the-late-act")
        day.clock.advance(seconds: 3_600)

        let again = try await day.wish("1", by: "phone-1", act: "the-late-act")

        #expect(again.isRepeated)
        #expect(again.changes.map(Self.isLate) == [true])
        #expect(try await Self.counts(day) == ["1": 1])
    }

    @Test func `a late wish counts also when the board is published, which stays as it is`() async throws {
        let day = try await Self.weighingDay()
        try await day.enter(.planning)
        _ = try await LayBoard(day.instance)(in: day.id, .sample(Day.organiser, "lay-it"))
        try await day.change("publish-it") { try $0.publish(revision: $0.board.revision, by: $1) }
        let published = try await day.gathering().board.current

        try await day.wish("1", by: "phone-1")

        #expect(try await Self.counts(day) == ["1": 1])
        #expect(try await day.gathering().board.current == published)
    }

    @Test func `after blind results were shown, and after the end, nothing comes late`() async throws {
        let blind = try await Self.weighingDay { $0.isBlind = true }
        try await blind.enter(.planning)
        let ended = try await Self.weighingDay()
        try await ended.enter(.ended)

        for day in [blind, ended] {
            await #expect(throws: Gathering.Refused.windowClosed(at: day.clock.now.instant)) {
                try await day.wish("1", by: "phone-1")
            }
            #expect(try await Self.counts(day) == [:])
        }
    }

    /// What the journal holds is not decided anew: the setting is another one by now.
    @Test func `replayed, what counted late counts, whatever the setting says today`() async throws {
        let store = try await Stores.Store.sample(MasterKey.sample())
        let day = try await Self.weighingDay(in: store)
        try await day.enter(.planning)
        try await day.wish("1", by: "phone-1")
        try await day.change("no-grace") { gathering, caller in
            guard var facts = gathering.programme.facts else { return [] }
            facts.rules.graceMinutes = 0
            return try gathering.changeFacts(facts, by: caller)
        }

        let again = try await Instance.sample(clock: day.clock, lasting: store)

        #expect(try await again.interests.read(day.id) { $0 } == day.interest())
        #expect(try await day.interest().late(in: day.gathering().topics) == LateWishes(count: 1))
    }

    @Test func `who has no seat has no wish`() async throws {
        let day = try await Self.weighingDay()

        await #expect(throws: Gathering.Refused.notAllowed(.wish)) { try await day.wish("1", by: "stranger") }
    }

    @Test func `a topic that is not there cannot be wished for`() async throws {
        let day = try await Self.weighingDay()

        await #expect(throws: Gathering.Refused.noSuchProposal) { try await day.wish("9", by: "phone-1") }
    }

    @Test func `no entry about wishes names the participant`() async throws {
        let day = try await Self.weighingDay()
        let participant = try await day.join("phone-1")
        try await day.wish("1", by: "phone-1")

        let voices = try await day.interest().wishes.keys.map(\.text)
        #expect(voices.count == 1)
        #expect(voices != [participant.text])
    }

    private static func isLate(_ change: Interest.Change) -> Bool {
        switch change {
        case .wished(_, _, _, let isLate), .unwished(_, _, let isLate): isLate == true
        default: false
        }
    }

    private static func weighingDay(
        in store: Stores.Store? = nil, _ rules: (inout Rules) -> Void = { _ in }
    ) async throws -> Day {
        var draft = try Gathering.Draft.sample()
        rules(&draft.facts.rules)
        let day = try await Day.begin(draft, in: store)
        try await day.join("phone-1")
        try await day.join("phone-2")
        try await day.propose("Leerstand", by: "phone-1")
        try await day.propose("Leere Läden", by: "phone-2")
        try await day.enter(.weighing)
        return day
    }

    private static func counts(_ day: Day) async throws -> [Proposal.ID: Int] {
        try await day.interest().voiceCounts(in: try await day.gathering().topics)
    }
}
