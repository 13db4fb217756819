import Actions
import Domain
import Journal
import TestSupport
import Testing

@Suite struct DeskSnapshotTests {
    private let stream = StreamID(of: Poll.self, "p1")
    private let fingerprint = ChangeCodec.fingerprint(of: Poll.self)

    @Test func `a desk that starts from a snapshot is the same as one that replays all`() async throws {
        let journal = try await FaultyJournal()
        let before = Desks<Poll>(journal)
        for number in 1...25 { try await before.vote("voter-\(number)") }
        await before.close()
        try await journal.appendBeside([.voted(voter: "late", town: "Siegen")])

        let after = Desks<Poll>(journal)
        let poll = try await after.poll

        #expect(poll == (try await journal.replayedPoll()))
        #expect(try await after.desk("p1").version == 26)
        #expect(try await after.desk("p1").position == 26)
        #expect(journal.counts.readsAfter.contains(25))
        #expect(try await after.vote("more").version == 27)
    }

    @Test func `a snapshot is taken now and then`() async throws {
        var limits = DeskLimits()
        limits.snapshotEntriesMin = 10
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal, limits: limits)
        for number in 1...9 { try await polls.vote("voter-\(number)") }
        #expect(try await journal.snapshot(of: stream, fingerprint: fingerprint) == nil)

        try await polls.vote("voter-10")
        while try await journal.inner.snapshot(of: stream, fingerprint: fingerprint) == nil {
            await Task.yield()
        }

        #expect(try await journal.snapshot(of: stream, fingerprint: fingerprint)?.version == 10)
    }

    @Test func `a snapshot of another shape is not used`() async throws {
        let journal = try await FaultyJournal()
        try await journal.appendBeside([.closed])
        try await journal.keep(
            Snapshot(stream: stream, version: 9, position: 9, fingerprint: "poll/0/1", body: Array("{}".utf8))
        )

        #expect(try await Desks<Poll>(journal).poll.isClosed)
        #expect(journal.counts.readsAfter.first == .start)
    }

    @Test func `a snapshot that cannot be read is not used`() async throws {
        let journal = try await FaultyJournal()
        try await journal.appendBeside([.closed])
        try await journal.keep(
            Snapshot(stream: stream, version: 1, position: 1, fingerprint: fingerprint, body: Array("{".utf8))
        )

        #expect(try await Desks<Poll>(journal).poll.isClosed)
    }

    @Test func `the fingerprint names kind, shape and codec`() {
        #expect(fingerprint == "poll/1/\(ChangeCodec.version)")
    }
}
