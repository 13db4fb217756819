import Domain
import Journal
import TestSupport
import Testing

/// What every engine promises when many append at once.
@Suite(.timeLimit(.minutes(30))) struct ConcurrencyTests {
    @Test(arguments: Engine.allCases)
    func `many who append get positions without gaps, in one order for everybody`(_ engine: Engine)
        async throws
    {
        let journal = try await engine.emptyJournal()
        async let early = journal.followed(after: .start, count: 600)
        async let kept = journal.storm(callers: 12, actsEach: 25)

        let all = try await kept
        let seen = try await early

        #expect(seen.map(\.position.value) == Array(1...600))
        #expect(seen == all.sorted { $0.position < $1.position })
        #expect(try await journal.allEntries() == seen)
        #expect(try await journal.followed(after: .start, count: 600) == seen)
    }

    @Test(arguments: Engine.allCases)
    func `versions of every stream are without gaps, in the order of positions`(_ engine: Engine) async throws
    {
        let journal = try await engine.emptyJournal()
        _ = try await journal.storm(callers: 8, actsEach: 20)

        let streams = Dictionary(grouping: try await journal.allEntries(), by: \.stream)

        #expect(streams.count == 4)
        for (stream, entries) in streams {
            #expect(entries.map(\.version.value) == Array(1...Int64(entries.count)), "\(stream)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `of those who decided on the same version one is kept`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()

        let outcomes = try await withThrowingTaskGroup(of: [Outcome].self) { group in
            for number in 1...20 {
                group.addTask {
                    try await journal.append([
                        .sample(ActID(number: number), on: "gathering/g1", expecting: .start)
                    ])
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }

        let entries = try await journal.allEntries()
        #expect(entries.map(\.version) == [1])
        #expect(outcomes.filter { $0 == .kept(entries) }.count == 1)
        #expect(outcomes.filter { $0 == .conflict("gathering/g1", at: 1) }.count == 19)
    }

    @Test(arguments: Engine.allCases)
    func `of those who send the same act one keeps it, all get its entry`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample("a1", on: "gathering/g1")

        let outcomes = try await withThrowingTaskGroup(of: [Outcome].self) { group in
            for _ in 1...20 {
                group.addTask { try await journal.append([act]) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }

        #expect(outcomes.filter { $0 == .kept(act.entries(at: 1)) }.count == 1)
        #expect(outcomes.filter { $0 == .repeated(act.entries(at: 1)) }.count == 19)
    }

    @Test(arguments: Engine.allCases)
    func `ten thousand acts fit into one batch`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let acts = (1...10_000).map { Act.sample(ActID(number: $0), on: StreamID("interest/g\($0 % 7)")) }

        let outcomes = try await journal.append(acts)
        let again = try await journal.append(acts)

        let entries = try await journal.allEntries()
        #expect(entries.map(\.position.value) == Array(1...10_000))
        #expect(outcomes == entries.map { .kept([$0]) })
        #expect(again == entries.map { .repeated([$0]) })
    }
}

extension Journal {
    /// Every caller appends one act after the other, each to two of four streams; answers with all entries kept.
    func storm(callers: Int, actsEach: Int) async throws -> [Entry] {
        try await withThrowingTaskGroup(of: [Entry].self) { group in
            for caller in 0..<callers {
                group.addTask {
                    var kept: [Entry] = []
                    for number in 0..<actsEach {
                        let act = Act.sample(
                            ActID(number: number), by: ActorID(number: caller),
                            writes: [
                                .sample(StreamID("gathering/g\(caller % 2)")),
                                .sample(StreamID("interest/g\(number % 2)")),
                            ])
                        for case .kept(let entries) in try await append([act]) { kept += entries }
                    }
                    return kept
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }
}
