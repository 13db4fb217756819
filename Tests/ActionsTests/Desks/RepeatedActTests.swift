import Actions
import Domain
import Journal
import TestSupport
import Testing

@Suite struct RepeatedActTests {
    @Test func `an act sent again is answered like the first time`() async throws {
        let polls = Desks<Poll>(try await FaultyJournal())
        let first = try await polls.vote("ben")
        try await polls.vote("cem")

        let again = try await polls.vote("ben")

        #expect(first.isRepeated == false)
        #expect(again.isRepeated)
        #expect(again.changes == [.voted(voter: "ben", town: "Olpe")])
        #expect(again.entries == first.entries)
        #expect(again.version == 1)
        #expect(again.position == 1)
        #expect(try await polls.poll.votes.count == 2)
    }

    @Test func `an act sent again is not refused for what came after it`() async throws {
        let polls = Desks<Poll>(try await FaultyJournal())
        let first = try await polls.vote("ben")
        try await polls.closeVoting()

        let again = try await polls.vote("ben")

        #expect(again.isRepeated)
        #expect(again.entries == first.entries)
    }

    @Test func `an act sent again that would do something else does nothing`() async throws {
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal)
        try await polls.vote("ben", for: "Olpe", act: 1)
        try await polls.vote("ben", for: "Siegen", act: 2)

        let again = try await polls.vote("ben", for: "Olpe", act: 1)

        #expect(again.isRepeated)
        #expect(try await polls.poll.votes == ["ben": "Siegen"])
        #expect(try await journal.replayedPoll() == polls.poll)
    }

    @Test func `an act that changes nothing leaves no entry`() async throws {
        let polls = Desks<Poll>(try await FaultyJournal())
        try await polls.vote("ben", act: 1)

        let nothing = try await polls.vote("ben", act: 2)

        #expect(nothing.changes == [])
        #expect(nothing.entries == [])
        #expect(nothing.isRepeated == false)
        #expect(nothing.position == 1)
        #expect(nothing.version == 1)
    }

    @Test func `the same act twice in one batch gets one answer`() async throws {
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate)
        let twins = (1...2).map { _ in Task { try await polls.vote("ben") } }
        try await polls.isWaited(for: 2, "p1")

        await gate.open()

        let answers = try await [twins[0].value, twins[1].value]
        try await filler.value
        #expect(answers[0].entries == answers[1].entries)
        #expect(answers.map(\.isRepeated) == [false, false])
        #expect(try await journal.pollChanges().count == 2)
    }

    @Test func `an act whose answer was lost counts once when it is sent again`() async throws {
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal)
        journal.next(.unanswered)

        await #expect(throws: DeskFault.journal(FaultyJournal.fault)) { try await polls.vote("ben") }
        let again = try await polls.vote("ben")

        #expect(again.isRepeated)
        #expect(try await journal.pollChanges() == [.voted(voter: "ben", town: "Olpe")])
        #expect(try await polls.poll.votes == ["ben": "Olpe"])
    }

    @Test func `an act that was lost counts when it is sent again`() async throws {
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal)
        try await polls.vote("cem")
        journal.next(.lost)

        await #expect(throws: DeskFault.journal(FaultyJournal.fault)) { try await polls.vote("ben") }
        #expect(try await polls.poll.votes == ["cem": "Olpe"])
        let again = try await polls.vote("ben")

        #expect(again.isRepeated == false)
        #expect(try await polls.poll.votes == ["ben": "Olpe", "cem": "Olpe"])
    }

    @Test func `after an unknown outcome nothing is decided before the journal was read`() async throws {
        let journal = try await FaultyJournal()
        let polls = Desks<Poll>(journal)
        journal.next(.unanswered)
        await #expect(throws: DeskFault.self) { try await polls.closeVoting() }
        journal.failReads(1)

        await #expect(throws: DeskFault.journal(FaultyJournal.fault)) { try await polls.vote("ben") }
        await #expect(throws: Poll.Refused.tooLate) { try await polls.vote("ben") }
    }

    @Test func `an outbox of which another node has kept half is settled in a few calls`() async throws {
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate)
        journal.next(
            .after { inner in
                let elsewhere = Desks<Poll>(inner)
                for number in 1...100 { try await elsewhere.vote("voter-\(number * 2)") }
            })
        let outbox = (1...200).map { number in Task { try await polls.vote("voter-\(number)") } }
        try await polls.isWaited(for: 200, "p1")

        await gate.open()
        try await filler.value
        var repeatedCount = 0
        for act in outbox where try await act.value.isRepeated { repeatedCount += 1 }

        #expect(repeatedCount == 100)
        #expect(journal.counts.appends == 3)
        #expect(journal.counts.lookups == 1)
        #expect(try await journal.pollChanges().count == 201)
        #expect(try await journal.replayedPoll() == polls.poll)
    }
}
