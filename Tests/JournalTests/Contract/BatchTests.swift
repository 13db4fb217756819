import Domain
import Journal
import TestSupport
import Testing

/// Each act of a batch was decided on the acts before it.
@Suite struct BatchTests {
    @Test(arguments: Engine.allCases)
    func `an act on one that conflicted conflicts, even where its version fits by chance`(
        _ engine: Engine
    ) async throws {
        let journal = try await engine.emptyJournal()
        try await journal.appendSingly([.sample("beside", on: "poll/p1")])

        let outcomes = try await journal.append([
            .sample("a1", on: "poll/p1", expecting: 0), .sample("a2", on: "poll/p1", expecting: 1),
        ])

        #expect(outcomes == [.conflict("poll/p1", at: 1), .conflict("poll/p1", at: 1)])
    }

    @Test(arguments: Engine.allCases)
    func `an act on one that was repeated conflicts, even where its version fits by chance`(
        _ engine: Engine
    ) async throws {
        let journal = try await engine.emptyJournal()
        let first = Act.sample("a1", on: "poll/p1", expecting: 0)
        try await journal.appendSingly([first])

        let outcomes = try await journal.append([first, .sample("a2", on: "poll/p1", expecting: 1)])

        #expect(outcomes == [.repeated(first.entries(at: 1)), .conflict("poll/p1", at: 1)])
    }

    @Test(arguments: Engine.allCases)
    func `a conflict does not touch other streams, nor acts without expectation`(_ engine: Engine)
        async throws
    {
        let journal = try await engine.emptyJournal()
        let lost = Act.sample("a1", on: "poll/p1", expecting: 5)
        let (other, any) = (Act.sample("a2", on: "poll/p2", expecting: 0), Act.sample("a3", on: "poll/p1"))

        let outcomes = try await journal.append([lost, other, any])

        #expect(
            outcomes == [
                .conflict("poll/p1", at: 0), .kept(other.entries(at: 1)), .kept(any.entries(at: 2)),
            ])
    }

    @Test(arguments: Engine.allCases)
    func `acts of another call are not held back by a conflict`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let first = try await journal.append([.sample("a1", on: "poll/p1", expecting: 5)])
        let second = try await journal.append([.sample("a2", on: "poll/p1", expecting: 0)])

        #expect(first == [.conflict("poll/p1", at: 0)])
        #expect(second == [.kept(Act.sample("a2", on: "poll/p1").entries(at: 1))])
    }
}
