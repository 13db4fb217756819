import Actions
import Domain
import Journal
import TestSupport
import Testing

/// Acts that write to several streams.
@Suite struct BesideTests {
    @Test func `an act that writes beside is known at the other desk before it is answered`() async throws {
        let journal = try await FaultyJournal()
        let switchboard = Switchboard()
        let (polls, halls) = (Desks<Poll>(journal, switchboard), Desks<Hall>(journal, switchboard))
        try await polls.vote("ben")

        let kept = try await halls.change("h1", .act(1), at: .sample, deciding: Hall.close("p1"))

        #expect(try await polls.poll.isClosed)
        #expect(try await halls.read("h1") { $0.isClosed })
        #expect(kept.entries.map(\.stream) == ["hall/h1", "poll/p1"])
        #expect(kept.position == 3)
        #expect(kept.version == 1)
    }

    @Test func `it is known at a desk that is writing at that moment too`() async throws {
        let journal = try await FaultyJournal()
        let switchboard = Switchboard()
        let (polls, halls) = (Desks<Poll>(journal, switchboard), Desks<Hall>(journal, switchboard))
        _ = try await (polls.poll, halls.read("h1") { $0.isClosed })
        let gate = Gate()
        journal.next(.held(gate))
        let vote = Task { try await polls.vote("ben") }
        await gate.reached()

        let closing = Task { try await halls.change("h1", .act(1), at: .sample, deciding: Hall.close("p1")) }
        while try await journal.pollChanges().isEmpty { await Task.yield() }
        await gate.open()

        _ = try await closing.value
        #expect(try await polls.poll.isClosed)
        await #expect(throws: Poll.Refused.tooLate) { try await vote.value }
    }

    @Test func `it is known when it is sent again after its answer was lost`() async throws {
        let journal = try await FaultyJournal()
        let switchboard = Switchboard()
        let (polls, halls) = (Desks<Poll>(journal, switchboard), Desks<Hall>(journal, switchboard))
        try await polls.vote("ben")
        journal.next(.unanswered)
        await #expect(throws: DeskFault.self) {
            try await halls.change("h1", .act(1), at: .sample, deciding: Hall.close("p1"))
        }

        let again = try await halls.change("h1", .act(1), at: .sample, deciding: Hall.close("p1"))

        #expect(again.isRepeated)
        #expect(try await polls.poll.isClosed)
    }

    @Test func `two desks that write to each other at once do not wait for each other`() async throws {
        let journal = try await FaultyJournal()
        let switchboard = Switchboard()
        let (polls, halls) = (Desks<Poll>(journal, switchboard), Desks<Hall>(journal, switchboard))

        try await withThrowingTaskGroup { group in
            for number in 1...50 {
                group.addTask {
                    _ = try await polls.change("p1", .act(number, by: "poll"), at: .sample) { poll in
                        let door = try Write(of: Hall.self, "h1", changes: [.doorClosed])
                        return Decision([.voted(voter: "\(number)", town: "Olpe")], beside: [door])
                    }
                }
                group.addTask {
                    _ = try await halls.change("h1", .act(number, by: "hall"), at: .sample) { _ in
                        let write = try Write(
                            of: Poll.self, "p1", changes: [.voted(voter: "h", town: "\(number)")])
                        return Decision([.doorClosed], beside: [write])
                    }
                }
            }
            try await group.waitForAll()
        }

        #expect(try await polls.desk("p1").version == 100)
        #expect(try await halls.desk("h1").version == 100)
        #expect(try await journal.replayedPoll() == polls.poll)
    }

    @Test func `a stream beside that stood elsewhere is told, and nothing is kept`() async throws {
        let journal = try await FaultyJournal()
        let halls = Desks<Hall>(journal)
        try await journal.appendBeside([.voted(voter: "ben", town: "Olpe")])

        await #expect(throws: DeskFault.elsewhere("poll/p1", at: 1)) {
            try await halls.change("h1", .act(1), at: .sample, deciding: Hall.close("p1", expecting: 0))
        }

        #expect(try await halls.exists("h1") == false)
        try await halls.change("h1", .act(1), at: .sample, deciding: Hall.close("p1", expecting: 1))
        #expect(try await journal.replayedPoll().isClosed)
    }

    @Test func `a decision without a change of its own may not write beside`() async throws {
        let halls = Desks<Hall>(try await FaultyJournal())
        let write = try Write(of: Poll.self, "p1", changes: [.closed])

        await #expect(
            throws: DeskFault.notWritable("hall/h1", reason: "it writes beside without a change of its own")
        ) {
            try await halls.change("h1", .act(1), at: .sample) { _ in Decision([], beside: [write]) }
        }
        await #expect(throws: DeskFault.notWritable("hall/h1", reason: "it writes twice to one stream")) {
            try await halls.change("h1", .act(1), at: .sample) { _ in
                Decision([.doorClosed], beside: [write, write])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a closing without expectation gets through against 128 voters`(_ engine: Engine) async throws {
        let journal = try await FaultyJournal(engine)
        let switchboard = Switchboard()
        let (polls, halls) = (Desks<Poll>(journal, switchboard), Desks<Hall>(journal, switchboard))
        _ = try await halls.read("h1") { $0.isClosed }

        let acceptedCount = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...128 {
                group.addTask { try await polls.voteUntilRefused("voter-\(number)") }
            }
            try await polls.hasVersion(300)
            let closing = try await halls.change("h1", .act(1), at: .sample, deciding: Hall.close("p1"))
            #expect(closing.isRepeated == false)
            return try await group.reduce(0, +)
        }

        let changes = try await journal.pollChanges()
        #expect(changes.last == .closed)
        #expect(changes.count == acceptedCount + 1)
        #expect(try await journal.replayedPoll() == polls.poll)
    }
}

extension Desks<Poll> {
    /// How many votes were accepted before the first refusal.
    fileprivate func voteUntilRefused(_ voter: String) async throws -> Int {
        var count = 0
        do {
            while true {
                count += 1
                try await vote(voter, for: "town-\(count)", act: count)
            }
        } catch Poll.Refused.tooLate {
            return count - 1
        }
    }
}
