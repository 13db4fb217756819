import Actions
import Domain
import Journal
import TestSupport
import Testing

@Suite struct DesksTests {
    @Test func `two callers never load two desks`() async throws {
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal)

        try await withThrowingTaskGroup { group in
            for _ in 1...100 { group.addTask { _ = try await polls.poll } }
            try await group.waitForAll()
        }

        #expect(journal.counts.snapshotsRead == 1)
        #expect(journal.counts.readsAfter == [.start])
    }

    @Test func `only what has an entry exists`() async throws {
        let polls = Desks<Poll>(try await FaultyJournal())
        #expect(try await polls.exists("p1") == false)

        try await polls.vote("ben")

        #expect(try await polls.exists("p1"))
        #expect(try await polls.exists("p2") == false)
    }

    @Test func `what could not be loaded is loaded for the next caller`() async throws {
        let journal = try await FaultyJournal()
        try await journal.appendBeside([.closed])
        let polls = Desks<Poll>(journal)
        journal.failReads(1)

        await #expect(throws: DeskFault.journal(FaultyJournal.fault)) { _ = try await polls.poll }
        #expect(try await polls.poll.isClosed)
    }

    @Test func `a rehearsal has a journal of its own`() async throws {
        let (real, rehearsed) = (try await FaultyJournal(), try await FaultyJournal())
        let polls = Desks<Poll>(
            journal: { id in id == "p2" ? rehearsed : real }, switchboard: Switchboard())

        try await polls.vote("ben")
        try await polls.change("p2", .act(1), at: .sample) { try $0.vote("cem") }

        #expect(try await real.streams(kind: Poll.kind) == ["poll/p1"])
        #expect(try await rehearsed.streams(kind: Poll.kind) == ["poll/p2"])
    }

    @Test func `the longest unused desk is let go and comes back when it is needed`() async throws {
        var limits = DeskLimits()
        limits.liveMax = 2
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal, limits: limits)
        let first = try await polls.desk("p1")
        try await polls.vote("ben")

        for id: Identifier<Poll.Name> in ["p2", "p3"] { _ = try await polls.desk(id) }

        #expect(try await polls.desk("p1") !== first)
        #expect(try await polls.poll.votes == ["ben": "Olpe"])
        await #expect(throws: DeskFault.closed) {
            _ = try await first.change(.act(1), at: .sample) { Decision(try $0.vote("cem")) }
        }
    }

    @Test func `a desk that somebody follows is kept`() async throws {
        var limits = DeskLimits()
        limits.liveMax = 1
        let polls = Desks<Poll>(try await FaultyJournal(), limits: limits)
        let first = try await polls.desk("p1")
        let positions = await first.follow()

        for id: Identifier<Poll.Name> in ["p2", "p3", "p4"] { _ = try await polls.desk(id) }

        #expect(try await polls.desk("p1") === first)
        withExtendedLifetime(positions) {}
    }

    @Test func `a desk with acts that wait is kept`() async throws {
        var limits = DeskLimits()
        limits.liveMax = 1
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate, limits)
        let first = try await polls.desk("p1")

        for id: Identifier<Poll.Name> in ["p2", "p3", "p4"] { _ = try await polls.desk(id) }

        #expect(try await polls.desk("p1") === first)
        await gate.open()
        try await filler.value
    }

    @Test func `acts find their way while desks come and go`() async throws {
        var limits = DeskLimits()
        limits.liveMax = 1
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal, limits: limits)

        try await withThrowingTaskGroup { group in
            for number in 1...300 {
                group.addTask {
                    let id = Identifier<Poll.Name>("p\(number % 3)")
                    _ = try await polls.change(id, .act(number), at: .sample) {
                        try $0.vote("voter-\(number)")
                    }
                }
            }
            try await group.waitForAll()
        }

        for id: Identifier<Poll.Name> in ["p0", "p1", "p2"] {
            #expect(try await polls.read(id) { $0.votes.count } == 100)
        }
    }

    @Test func `closing answers the acts that wait and takes no more`() async throws {
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate)
        let vote = Task { try await polls.vote("ben") }
        try await polls.isWaited(for: 1, "p1")

        let closing = Task { await polls.close() }
        await gate.open()
        await closing.value

        try await filler.value
        #expect(try await vote.value.version == 2)
        await #expect(throws: DeskFault.closed) { try await polls.vote("cem") }
    }
}
