import Actions
import Domain
import Journal
import TestSupport
import Testing

@Suite struct ConflictTests {
    @Test func `who was slower is decided again on what is there now`() async throws {
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal)
        try await polls.vote("ben", act: 1)
        journal.next(.after { try await $0.appendBeside([.voted(voter: "cem", town: "Siegen")]) })

        let kept = try await polls.vote("ben", for: "Siegen", act: 2)

        #expect(kept.version == 3)
        #expect(try await polls.poll.votes == ["ben": "Siegen", "cem": "Siegen"])
        #expect(try await journal.replayedPoll() == polls.poll)
    }

    @Test func `after a conflict every entry is applied once`() async throws {
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal)
        try await polls.vote("ben", act: 1)
        journal.next(.after { try await $0.appendBeside([.voted(voter: "cem", town: "Siegen")]) })

        try await polls.vote("ben", for: "Siegen", act: 2)

        #expect(try await polls.poll.changeCount == 3)
    }

    @Test func `who was slower may be refused for what is there now`() async throws {
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal)
        try await polls.vote("ben", act: 1)
        journal.next(.after { try await $0.appendBeside([.closed]) })

        await #expect(throws: Poll.Refused.tooLate) { try await polls.vote("ben", for: "Siegen", act: 2) }
        #expect(try await polls.poll.votes == ["ben": "Olpe"])
    }

    @Test func `no act of a batch is kept on an act before it that was not`() async throws {
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate)
        journal.next(.after { try await $0.appendBeside([.closed]) })
        let voters = ["ben", "cem", "dora"].map { name in Task { try await polls.vote(name) } }
        try await polls.isWaited(for: 3, "p1")

        await gate.open()
        try await filler.value

        for voter in voters { await #expect(throws: Poll.Refused.tooLate) { try await voter.value } }
        #expect(try await journal.pollChanges() == [.voted(voter: "filler", town: "Olpe"), .closed])
    }

    @Test func `a refusal that hung on a slower act of its batch is decided again`() async throws {
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate)
        journal.next(.after { try await $0.appendBeside([.voted(voter: "eda", town: "Siegen")]) })
        let closing = Task { try await polls.closeVoting() }
        try await polls.isWaited(for: 1, "p1")
        let vote = Task { try await polls.vote("ben") }
        try await polls.isWaited(for: 2, "p1")

        await gate.open()
        try await filler.value

        #expect(try await closing.value.version == 3)
        await #expect(throws: Poll.Refused.tooLate) { try await vote.value }
        #expect(journal.counts.lookups == 1)
    }

    @Test func `who is slower every time is told in the end`() async throws {
        var limits = DeskLimits()
        limits.roundsMax = 3
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal, limits: limits)
        journal.always(
            .after { inner in
                let count = try await inner.pollChanges().count
                try await inner.appendBeside([.voted(voter: "eda", town: "\(count)")], act: count)
            })

        await #expect(throws: DeskFault.contended) { try await polls.vote("ben") }

        #expect(journal.counts.appends == 3)
        #expect(try await polls.poll.votes == ["eda": "2"])
    }

    @Test func `a journal that was put back is read from its start`() async throws {
        let (first, other) = (try await FaultyJournal(), try await FaultyJournal())
        try await other.appendBeside([.voted(voter: "cem", town: "Siegen")])
        let journal = ExchangedJournal(first: first, then: other)
        let polls = Desks<Poll>(journal)
        for voter in ["ben", "dora", "eda"] { try await polls.vote(voter) }

        journal.exchange()
        try await polls.vote("fay")

        #expect(try await polls.poll.votes == ["cem": "Siegen", "fay": "Olpe"])
    }

    @Test func `an entry that cannot be read is a fault, and nothing is decided`() async throws {
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal)
        let stream = StreamID(of: Poll.self, "p1")
        _ = try await journal.append([.sample("a1", on: stream, body: #"[{"unknown":{}}]"#)])

        await #expect(throws: DeskFault.damaged(stream, 1)) { try await polls.vote("ben") }
        #expect(journal.counts.appends == 1)
    }
}
