import Journal
import TestSupport
import Testing

/// What every engine promises about snapshots.
@Suite struct SnapshotTests {
    @Test(arguments: Engine.allCases)
    func `a stream without a snapshot has none`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()

        #expect(try await journal.snapshot(of: "gathering/g1", fingerprint: "f1") == nil)
    }

    @Test(arguments: Engine.allCases)
    func `a snapshot comes back as it was kept`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let snapshot = Snapshot.sample(version: 2, body: Array(0...255))

        try await journal.keep(snapshot)

        #expect(try await journal.snapshot(of: "gathering/g1", fingerprint: "f1") == snapshot)
    }

    @Test(arguments: Engine.allCases)
    func `a snapshot of another shape or stream is not found`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()

        try await journal.keep(.sample(version: 2))

        #expect(try await journal.snapshot(of: "gathering/g1", fingerprint: "f2") == nil)
        #expect(try await journal.snapshot(of: "gathering/g2", fingerprint: "f1") == nil)
    }

    @Test(arguments: Engine.allCases)
    func `a newer snapshot takes the place of the earlier one`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let newer = Snapshot.sample(version: 5, body: [2])

        try await journal.keep(.sample(version: 2, body: [1]))
        try await journal.keep(newer)

        #expect(try await journal.snapshot(of: "gathering/g1", fingerprint: "f1") == newer)
    }

    @Test(arguments: Engine.allCases)
    func `a snapshot that comes late does not replace a newer one`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()
        let newer = Snapshot.sample(version: 5, body: [2])

        try await journal.keep(newer)
        try await journal.keep(.sample(version: 2, body: [1]))

        #expect(try await journal.snapshot(of: "gathering/g1", fingerprint: "f1") == newer)
    }

    @Test(arguments: Engine.allCases)
    func `a snapshot of a new shape replaces the old shape's, also at an earlier version`(
        _ engine: Engine
    ) async throws {
        let journal = try await engine.emptyJournal()
        let reshaped = Snapshot.sample(version: 4, fingerprint: "f2")

        try await journal.keep(.sample(version: 5, fingerprint: "f1"))
        try await journal.keep(reshaped)

        #expect(try await journal.snapshot(of: "gathering/g1", fingerprint: "f1") == nil)
        #expect(try await journal.snapshot(of: "gathering/g1", fingerprint: "f2") == reshaped)
    }

    @Test(arguments: Engine.allCases)
    func `a snapshot is no entry`(_ engine: Engine) async throws {
        let journal = try await engine.emptyJournal()

        try await journal.keep(.sample(version: 1))

        #expect(try await journal.allEntries() == [])
        #expect(try await journal.streams(kind: "gathering") == [])
    }
}

extension Snapshot {
    static func sample(version: Version, fingerprint: String = "f1", body: [UInt8] = [0]) -> Self {
        Self(stream: "gathering/g1", version: version, position: 7, fingerprint: fingerprint, body: body)
    }
}
