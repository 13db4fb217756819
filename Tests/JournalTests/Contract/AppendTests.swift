import Domain
import Journal
import TestSupport
import Testing

/// What every engine promises about `append`.
@Suite struct AppendTests {
    @Test(arguments: Engine.allCases)
    func `an act is kept as one entry of its stream`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample("a1", on: "gathering/g1", body: "[1]")

        let outcomes = try await journal.append([act])

        let entry = Entry(
            position: 1, stream: "gathering/g1", version: 1, key: ActKey(actor: "anna", act: "a1"),
            moment: .sample, body: Array("[1]".utf8))
        #expect(outcomes == [.kept([entry])])
        #expect(try await journal.allEntries() == [entry])
    }

    @Test(arguments: Engine.allCases)
    func `positions count all streams, versions each stream`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        try await journal.appendSingly([
            .sample("a1", on: "gathering/g1"), .sample("a2", on: "gathering/g2"),
            .sample("a3", on: "gathering/g1"),
        ])

        let entries = try await journal.allEntries()

        #expect(entries.map(\.position) == [1, 2, 3])
        #expect(entries.map(\.stream) == ["gathering/g1", "gathering/g2", "gathering/g1"])
        #expect(entries.map(\.version) == [1, 1, 2])
    }

    @Test(arguments: Engine.allCases)
    func `an empty batch is answered by nothing`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        #expect(try await journal.append([]) == [])
        #expect(try await journal.allEntries() == [])
    }

    @Test(arguments: Engine.allCases)
    func `an act that writes nothing leaves no entry`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let outcomes = try await journal.append([.sample("a1", writes: [])])

        #expect(outcomes == [.kept([])])
        #expect(try await journal.allEntries() == [])
    }

    @Test(arguments: Engine.allCases)
    func `the same act twice is answered alike and kept once`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample("a1", on: "gathering/g1", expecting: .start)

        let first = try await journal.append([act])
        let again = try await journal.append([act])

        #expect(first == [.kept(act.entries(at: 1))])
        #expect(again == [.repeated(act.entries(at: 1))])
        #expect(try await journal.allEntries() == act.entries(at: 1))
    }

    @Test(arguments: Engine.allCases)
    func `the same act twice in one batch is kept once`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample("a1", on: "gathering/g1")

        let outcomes = try await journal.append([act, act])

        #expect(outcomes == [.kept(act.entries(at: 1)), .repeated(act.entries(at: 1))])
        #expect(try await journal.allEntries() == act.entries(at: 1))
    }

    @Test(arguments: Engine.allCases)
    func `a repeated act is answered with the entries of the first time, of all its streams`(
        _ engine: Engine
    ) async throws {
        let journal = try await engine.emptyJournal()
        let first = Act.sample("a1", writes: [.sample("gathering/g1", body: "[1]"), .sample("interest/g1")])
        let retry = Act.sample("a1", writes: [.sample("record/r1", body: "[2]")])
        try await journal.appendSingly([first, .sample("a2", on: "gathering/g1")])

        let outcomes = try await journal.append([retry])

        #expect(outcomes == [.repeated(first.entries(at: 1))])
        #expect(try await journal.entries(of: "record/r1", after: .start) == [])
    }

    @Test(arguments: Engine.allCases)
    func `an act that comes again after others is repeated, not in conflict`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample("a1", on: "gathering/g1", expecting: .start)
        try await journal.appendSingly([act, .sample("a2", on: "gathering/g1")])

        #expect(try await journal.append([act]) == [.repeated(act.entries(at: 1))])
    }

    @Test(arguments: Engine.allCases)
    func `the same act id of another actor is another act`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let annas = Act.sample("a1", on: "gathering/g1", by: "anna")
        let bens = Act.sample("a1", on: "gathering/g1", by: "ben")

        let outcomes = try await journal.append([annas, bens])

        #expect(outcomes == [.kept(annas.entries(at: 1)), .kept(bens.entries(at: 2, version: 2))])
    }

    @Test(arguments: Engine.allCases, Array(Act.unfit.indices))
    func `an act that cannot be kept is a fault, and its batch leaves nothing`(
        _ engine: Engine, index: Int
    ) async throws {
        let journal = try await engine.emptyJournal()
        let (unfit, sentence) = Act.unfit[index]

        let fault = await #expect(throws: JournalFault.self) {
            try await journal.append([.sample("a1", on: "gathering/g1"), unfit])
        }

        #expect(fault == JournalFault(kind: .notWritable, description: sentence))
        #expect(try await journal.allEntries() == [])
    }

    @Test(arguments: Engine.allCases)
    func `a body may be as large as the limit`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample("a1", writes: [.sized(Write.bodyBytesMax)])

        #expect(try await journal.append([act]) == [.kept(act.entries(at: 1))])
    }
}

/// What every engine promises about expected versions.
@Suite struct ExpectationTests {
    @Test(arguments: Engine.allCases, [(0, false), (1, false), (2, true), (3, false)] as [(Version, Bool)])
    func `an act is kept only where it was decided`(_ engine: Engine, case: (Version, Bool)) async throws {
        let journal = try await engine.emptyJournal()
        let (expected, isKept) = `case`
        try await journal.appendSingly([.sample("a1", on: "gathering/g1"), .sample("a2", on: "gathering/g1")])
        let act = Act.sample("a3", on: "gathering/g1", expecting: expected)

        let outcomes = try await journal.append([act])

        #expect(
            outcomes == [isKept ? .kept(act.entries(at: 3, version: 3)) : .conflict("gathering/g1", at: 2)])
        #expect(try await journal.allEntries().count == (isKept ? 3 : 2))
    }

    @Test(arguments: Engine.allCases)
    func `a stream nobody wrote to stands at the start`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let outcomes = try await journal.append([.sample("a1", on: "gathering/g1", expecting: 1)])

        #expect(outcomes == [.conflict("gathering/g1", at: .start)])
        #expect(try await journal.streams(kind: "gathering") == [])
    }

    @Test(arguments: Engine.allCases)
    func `without an expectation an act is added wherever the stream stands`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        try await journal.appendSingly([.sample("a1", on: "gathering/g1")])
        let act = Act.sample("a2", on: "gathering/g1", expecting: nil)

        #expect(try await journal.append([act]) == [.kept(act.entries(at: 2, version: 2))])
    }

    @Test(arguments: Engine.allCases)
    func `within a batch an act sees what the acts before it did`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let first = Act.sample("a1", on: "gathering/g1", expecting: 0)
        let second = Act.sample("a2", on: "gathering/g1", expecting: 1)
        let tooLate = Act.sample("a3", on: "gathering/g1", expecting: 0)

        let outcomes = try await journal.append([first, second, tooLate])

        #expect(
            outcomes == [
                .kept(first.entries(at: 1)), .kept(second.entries(at: 2, version: 2)),
                .conflict("gathering/g1", at: 2),
            ])
    }

    @Test(arguments: Engine.allCases)
    func `an act on several streams is kept whole`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample("a1", writes: [.sample("gathering/g1", expecting: 0), .sample("interest/g1")])

        #expect(try await journal.append([act]) == [.kept(act.entries(at: 1))])
        #expect(try await journal.allEntries().map(\.stream) == ["gathering/g1", "interest/g1"])
    }

    @Test(arguments: Engine.allCases)
    func `an act of which one expectation fails leaves nothing in any stream`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let act = Act.sample(
            "a1", writes: [.sample("gathering/g1", expecting: 0), .sample("interest/g1", expecting: 7)])

        #expect(try await journal.append([act]) == [.conflict("interest/g1", at: 0)])
        #expect(try await journal.allEntries() == [])
    }

    @Test(arguments: Engine.allCases)
    func `a conflict does not keep its act id: the next try counts`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let tooEarly = Act.sample("a1", on: "gathering/g1", expecting: 5)
        let again = Act.sample("a1", on: "gathering/g1", expecting: 0)

        #expect(try await journal.append([tooEarly]) == [.conflict("gathering/g1", at: 0)])
        #expect(try await journal.append([again]) == [.kept(again.entries(at: 1))])
    }
}

extension Act {
    /// Mistakes in the program, each with what is said about it.
    fileprivate static let unfit: [(act: Act, sentence: String)] = [
        (
            .sample("a2", writes: [.sample("gathering/g1"), .sample("gathering/g1")]),
            "act a2 writes twice to one stream"
        ),
        (.sample("a2", writes: [.sized(Write.bodyBytesMax + 1)]), "act a2 writes too much at once"),
        (.sample("a2", on: ""), "act a2 names a stream that cannot be"),
        (.sample("a2", on: "gathering/Lüdenscheid"), "act a2 names a stream that cannot be"),
        (.sample("a2", on: "gathering g1"), "act a2 names a stream that cannot be"),
        (.sample("a2", on: "gathering/\0"), "act a2 names a stream that cannot be"),
        (
            .sample("a2", on: StreamID(String(repeating: "x", count: 101))),
            "act a2 names a stream that cannot be"
        ),
    ]
}

extension Write {
    fileprivate static func sized(_ byteCount: Int) -> Self {
        Self(stream: "gathering/g1", body: [UInt8](repeating: 7, count: byteCount), expected: nil)
    }
}
