import Domain
import Journal
import TestSupport
import Testing

/// What every engine promises about following.
@Suite(.timeLimit(.minutes(30))) struct FollowingTests {
    @Test(arguments: Engine.allCases, [(0, [1, 2, 3]), (1, [2, 3]), (3, [])] as [(Position, [Position])])
    func `a follower gets what was there after a position`(
        _ engine: Engine, case: (Position, [Position])
    ) async throws {
        let journal = try await engine.emptyJournal()
        try await journal.appendSingly((1...3).map { .sample(ActID(number: $0), on: "gathering/g1") })
        let (position, expected) = `case`

        let entries = try await journal.followed(after: position, count: expected.count)

        #expect(entries.map(\.position) == expected)
    }

    @Test(arguments: Engine.allCases)
    func `a follower who waits gets what comes`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let acts = (1...3).map { Act.sample(ActID(number: $0), on: "gathering/g1") }
        var follower = journal.follow(after: .start).makeAsyncIterator()
        var seen: [Entry?] = []

        for act in acts {
            async let outcomes = journal.append([act])
            seen.append(try await follower.next())
            _ = try await outcomes
        }

        #expect(try await journal.allEntries() == seen)
        #expect(seen.map(\.?.key) == acts.map(\.key))
    }

    @Test(arguments: Engine.allCases)
    func `a follower that stands ahead gets nothing before its position`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        async let ahead = journal.followed(after: 2, count: 1)

        try await journal.appendSingly((1...3).map { .sample(ActID(number: $0), on: "gathering/g1") })

        #expect(try await ahead.map(\.position) == [3])
    }

    @Test(arguments: Engine.allCases)
    func `more entries than a page holds come without gap`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        _ = try await journal.append((1...1000).map { .sample(ActID(number: $0), on: "gathering/g1") })

        let entries = try await journal.followed(after: .start, count: 1000)

        #expect(entries.map(\.position.value) == Array(1...1000))
    }

    @Test(arguments: Engine.allCases)
    func `following ends with the reader's task`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let (started, startedContinuation) = AsyncStream<Void>.makeStream()
        let reader = Task {
            var entries: [Entry] = []
            for try await entry in journal.follow(after: .start) {
                entries.append(entry)
                startedContinuation.yield()
            }
            return entries
        }
        try await journal.appendSingly([.sample("a1", on: "gathering/g1")])
        for await _ in started { break }

        reader.cancel()

        #expect(try await reader.value.map(\.position) == [1])
    }

    @Test(arguments: Engine.allCases)
    func `a task that has ended already gets nothing`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        try await journal.appendSingly([.sample("a1", on: "gathering/g1")])
        let reader = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await journal.followed(after: .start, count: 1)
        }

        #expect(try await reader.value == [])
    }

    @Test(arguments: Engine.allCases)
    func `one sequence may be read by several`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let sequence = journal.follow(after: .start)
        var first = sequence.makeAsyncIterator()
        var second = sequence.makeAsyncIterator()
        try await journal.appendSingly([.sample("a1", on: "gathering/g1"), .sample("a2", on: "gathering/g1")])

        let seen = [
            try await first.next(), try await first.next(), try await second.next(), try await second.next(),
        ]

        #expect(seen.map(\.?.position) == [1, 2, 1, 2])
    }
}

extension Journal {
    /// The first entries that a follower gets, less only if following ends.
    func followed(after position: Position, count: Int) async throws -> [Entry] {
        var entries: [Entry] = []
        guard count > 0 else { return [] }
        for try await entry in follow(after: position) {
            entries.append(entry)
            if entries.count == count { break }
        }
        return entries
    }
}
