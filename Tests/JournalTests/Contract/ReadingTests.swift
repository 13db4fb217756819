import Domain
import Journal
import TestSupport
import Testing

/// What every engine promises about reading entries back.
@Suite struct ReadingTests {
    @Test(
        arguments: Engine.allCases,
        [(0, ["a1", "a3"]), (1, ["a3"]), (2, []), (99, [])] as [(Version, [String])])
    func `a stream is read after a version`(_ engine: Engine, case: (Version, [String])) async throws {
        let journal = try await engine.emptyJournal()
        try await journal.appendSingly([
            .sample("a1", on: "gathering/g1"), .sample("a2", on: "gathering/g2"),
            .sample("a3", on: "gathering/g1"),
        ])
        let (version, acts) = `case`

        let entries = try await journal.entries(of: "gathering/g1", after: version)

        #expect(entries.map(\.key.act.text) == acts)
    }

    @Test(arguments: Engine.allCases)
    func `a stream nobody wrote to has no entries`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        try await journal.appendSingly([.sample("a1", on: "gathering/g1")])

        #expect(try await journal.entries(of: "gathering/g", after: .start) == [])
    }

    @Test(
        arguments: Engine.allCases,
        [
            (0, 0, []), (0, 1, [1]), (0, 3, [1, 2, 3]), (0, 4, [1, 2, 3]), (1, 1, [2]), (2, 9, [3]),
            (3, 9, []), (9, 9, []), (0, -1, []), (0, .max, [1, 2, 3]),
        ] as [(Position, Int, [Position])])
    func `all streams are read after a position, in order, as many as asked for`(
        _ engine: Engine, case: (Position, Int, [Position])
    ) async throws {
        let journal = try await engine.emptyJournal()
        try await journal.appendSingly([
            .sample("a1", on: "gathering/g2"), .sample("a2", on: "gathering/g1"),
            .sample("a3", on: "gathering/g2"),
        ])
        let (position, limit, expected) = `case`

        let entries = try await journal.entries(after: position, limit: limit)

        #expect(entries.map(\.position) == expected)
    }

    @Test(arguments: Engine.allCases)
    func `of the acts asked for, those that were kept are found with all their entries`(
        _ engine: Engine
    ) async throws {
        let journal = try await engine.emptyJournal()
        let both = Act.sample("a1", writes: [.sample("gathering/g1"), .sample("interest/g1")])
        let single = Act.sample("a2", on: "interest/g2")
        let other = Act.sample("a1", on: "interest/g3", by: "ben")
        try await journal.appendSingly([both, single, other])
        let unknown = ActKey(actor: "ben", act: "a2")

        let kept = try await journal.kept([both.key, single.key, unknown])

        #expect(kept == [both.key: both.entries(at: 1), single.key: single.entries(at: 3)])
        #expect(try await journal.kept([]) == [:])
    }

    @Test(
        arguments: Engine.allCases,
        [[], [0], Array(0...255), [UInt8](repeating: 0xFF, count: 1 << 20)] as [[UInt8]])
    func `a body comes back byte for byte`(_ engine: Engine, body: [UInt8]) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample("a1", writes: [Write(stream: "gathering/g1", body: body, expected: nil)])

        let outcomes = try await journal.append([act])

        #expect(outcomes == [.kept(act.entries(at: 1))])
        #expect(try await journal.allEntries() == act.entries(at: 1))
    }

    @Test(arguments: Engine.allCases, [Int64.min, -1, 0, 1, .max])
    func `a moment comes back to the millisecond`(_ engine: Engine, milliseconds: Int64) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act(
            key: ActKey(actor: "anna", act: "a1"), moment: Instant(milliseconds: milliseconds),
            writes: [.sample("gathering/g1")])

        _ = try await journal.append([act])

        #expect(try await journal.allEntries() == act.entries(at: 1))
    }

    @Test(arguments: Engine.allCases, ["x');DROP--", "x/%_?\"", "x", String(repeating: "x", count: 100)])
    func `a stream's name is only a name`(_ engine: Engine, name: String) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample("a1", on: StreamID(name))

        _ = try await journal.append([act])

        #expect(try await journal.entries(of: StreamID(name), after: .start) == act.entries(at: 1))
    }

    @Test(arguments: Engine.allCases)
    func `streams of a kind are named in the order of their first entries`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let names: [StreamID] = [
            "record/r9", "gathering/g2", "gatherings/g3", "gathering/g1", "gathering", "gatherin/g4",
            "gathering/",
            "gathering0/g5", "Gathering/g6", "gathering/g2",
        ]
        try await journal.appendSingly(
            names.enumerated().map { .sample(ActID(number: $0.offset), on: $0.element) })

        #expect(
            try await journal.streams(kind: "gathering") == ["gathering/g2", "gathering/g1", "gathering/"])
        #expect(try await journal.streams(kind: "record") == ["record/r9"])
        #expect(try await journal.streams(kind: "%") == [])
    }
}
