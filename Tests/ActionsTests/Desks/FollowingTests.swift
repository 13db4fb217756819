import Actions
import Domain
import Journal
import TestSupport
import Testing

@Suite struct DeskFollowingTests {
    @Test func `a reader hears where the desk stands, then of every change`() async throws {
        let polls = Desks<Poll>(try await FaultyJournal())
        try await polls.vote("ben")
        var positions = try await polls.desk("p1").follow().makeAsyncIterator()

        #expect(await positions.next() == 1)
        try await polls.vote("cem")
        #expect(await positions.next() == 2)
    }

    @Test func `a slow reader hears of the last change only`() async throws {
        let polls = Desks<Poll>(try await FaultyJournal())
        var positions = try await polls.desk("p1").follow().makeAsyncIterator()
        for voter in ["ben", "cem", "dora"] { try await polls.vote(voter) }

        #expect(await positions.next() == 3)
    }

    @Test func `an act beside all desks reaches the desk that follows the journal`() async throws {
        let journal = try await FaultyJournal()
        let switchboard = Switchboard()
        let polls = Desks<Poll>(journal, switchboard)
        try await polls.vote("ben")
        let following = Task { try await switchboard.follow(journal, after: .start) }

        try await journal.appendBeside([.closed])
        try await polls.hasVersion(2)

        #expect(try await polls.poll.isClosed)
        following.cancel()
        _ = await following.result
        #expect(switchboard.position == 2)
    }

    @Test func `what could not be read is read with the next act`() async throws {
        let journal = try await FaultyJournal()
        let switchboard = Switchboard()
        let (polls, halls) = (Desks<Poll>(journal, switchboard), Desks<Hall>(journal, switchboard))
        try await polls.vote("ben")
        _ = try await halls.read("h1") { $0.isClosed }
        journal.failReads(1)

        try await halls.change("h1", .act(1), at: .sample, deciding: Hall.close("p1"))

        await #expect(throws: Poll.Refused.tooLate) { try await polls.vote("cem") }
        #expect(try await polls.poll.isClosed)
    }

    @Test(arguments: Engine.allCases)
    func `two nodes on one journal agree`(_ engine: Engine) async throws {
        let journal = try await FaultyJournal(engine)
        let switchboards = [Switchboard(), Switchboard()]
        let nodes = switchboards.map { Desks<Poll>(journal, $0) }
        let following = switchboards.map { switchboard in
            Task { try await switchboard.follow(journal, after: .start) }
        }

        try await withThrowingTaskGroup { group in
            for number in 1...200 {
                group.addTask { try await nodes[number % 2].vote("voter-\(number)", act: 1) }
                group.addTask { try await nodes[number % 2].vote("both", for: "town-\(number)", act: number) }
            }
            try await group.waitForAll()
        }
        for node in nodes { try await node.hasVersion(400) }

        let replayed = try await journal.replayedPoll()
        #expect(replayed.votes.count == 201)
        for node in nodes { #expect(try await node.poll == replayed) }
        for task in following { task.cancel() }
    }

    @Test func `readers end when the desks are closed`() async throws {
        let polls = Desks<Poll>(try await FaultyJournal())
        try await polls.vote("ben")
        let positions = try await polls.desk("p1").follow()

        await polls.close()

        #expect(await positions.reduce(into: []) { $0.append($1) } == [1])
    }
}

extension Desks<Poll> {
    /// Returns when the desk has so many entries.
    func hasVersion(_ version: Version) async throws {
        let desk = try await desk("p1")
        for await _ in await desk.follow() where await desk.version >= version { return }
    }
}
