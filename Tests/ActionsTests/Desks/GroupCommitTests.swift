import Actions
import Domain
import Journal
import Synchronization
import TestSupport
import Testing

@Suite struct GroupCommitTests {
    @Test func `acts that wait while one is written share the next append`() async throws {
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate)

        let voters = (1...100).map { number in Task { try await polls.vote("voter-\(number)") } }
        try await polls.isWaited(for: 100, "p1")
        await gate.open()
        try await filler.value
        for voter in voters { _ = try await voter.value }

        #expect(journal.counts.appends == 2)
        #expect(try await polls.poll.votes.count == 101)
    }

    @Test func `a batch has its limit`() async throws {
        var limits = DeskLimits()
        limits.batchMax = 10
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate, limits)

        let voters = (1...25).map { number in Task { try await polls.vote("voter-\(number)") } }
        try await polls.isWaited(for: 25, "p1")
        await gate.open()
        try await filler.value
        for voter in voters { _ = try await voter.value }

        #expect(journal.counts.appends == 4)
    }

    @Test(arguments: Engine.allCases)
    func `a thousand at once are each counted once`(_ engine: Engine) async throws {
        let journal = try await FaultyJournal(engine)
        let polls = Desks<Poll>(journal)

        let versions = try await withThrowingTaskGroup { group in
            for number in 1...1000 {
                group.addTask { try await polls.vote("voter-\(number)").version.value }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(versions.sorted() == Array(1...1000))
        #expect(try await polls.poll.votes.count == 1000)
        #expect(try await journal.replayedPoll() == polls.poll)
        #expect(journal.counts.appends < 1000)
    }

    @Test func `nobody reads what is not committed`() async throws {
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate)

        #expect(try await polls.poll.votes == [:])
        await gate.open()
        try await filler.value
        #expect(try await polls.poll.votes == ["filler": "Olpe"])
    }

    @Test func `what is refused because of an act of its own batch is answered after the commit`()
        async throws
    {
        let journal = try await FaultyJournal()
        let (first, second) = (Gate(), Gate())
        let (polls, filler) = try await journal.held(at: first)
        journal.next(.held(second))
        let (closing, vote, isAnswered) = try await closeThenVote(polls)

        await first.open()
        await second.reached()
        #expect(isAnswered.value == false)
        await second.open()

        await #expect(throws: Poll.Refused.tooLate) { try await vote.value }
        try await filler.value
        try await closing.value
    }

    @Test func `what is refused because of an act that was lost is no refusal`() async throws {
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate)
        journal.next(.lost)
        let (closing, vote, _) = try await closeThenVote(polls)

        await gate.open()

        await #expect(throws: DeskFault.journal(FaultyJournal.fault)) { try await closing.value }
        await #expect(throws: DeskFault.journal(FaultyJournal.fault)) { try await vote.value }
        try await filler.value
        try await polls.vote("late")
        #expect(try await polls.poll.votes.keys.sorted() == ["filler", "late"])
    }

    @Test func `too many who wait are told that the desk is busy`() async throws {
        var limits = DeskLimits()
        limits.waitingMax = 2
        let journal = try await FaultyJournal()
        let gate = Gate()
        let (polls, filler) = try await journal.held(at: gate, limits)
        let voters = ["ben", "cem"].map { name in Task { try await polls.vote(name) } }
        try await polls.isWaited(for: 2, "p1")

        await #expect(throws: DeskFault.busy) { try await polls.vote("dora") }

        await gate.open()
        try await filler.value
        for voter in voters { _ = try await voter.value }
        try await polls.vote("dora")
        #expect(try await polls.poll.votes.count == 4)
    }

    /// Two acts that are decided together, and whether the second has been answered.
    private func closeThenVote(
        _ polls: Desks<Poll>
    ) async throws -> (Task<Void, any Error>, Task<Void, any Error>, Flag) {
        let isAnswered = Flag()
        let closing = Task { _ = try await polls.closeVoting() }
        try await polls.isWaited(for: 1, "p1")
        let vote = Task {
            defer { isAnswered.set() }
            _ = try await polls.vote("late")
        }
        try await polls.isWaited(for: 2, "p1")
        return (closing, vote, isAnswered)
    }
}

/// Something that once became true.
final class Flag: Sendable {
    private let isSet = Mutex(false)

    var value: Bool { isSet.withLock { $0 } }

    func set() {
        isSet.withLock { $0 = true }
    }
}
