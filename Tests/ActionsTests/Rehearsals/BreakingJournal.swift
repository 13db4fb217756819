import Domain
import Journal
import JournalSQLite
import Synchronization
import TestSupport

/// A journal that breaks after so many appends, until it is mended.
final class BreakingJournal: Journal {
    private let inner: any Journal
    private let left: Mutex<Int>

    init(after appends: Int) {
        guard let inner = try? SQLiteJournal(inMemory: .sample) else {
            preconditionFailure("no journal in memory")
        }
        self.inner = inner
        left = Mutex(appends)
    }

    func mend() { left.withLock { $0 = .max } }

    func append(_ acts: [Act]) async throws -> [Outcome] {
        let isBroken = left.withLock { left in
            left -= 1
            return left < 0
        }
        if isBroken { throw JournalFault(kind: .diskFull, description: "broken on purpose") }
        return try await inner.append(acts)
    }

    var epoch: Epoch { inner.epoch }
    func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]] { try await inner.kept(acts) }
    func entries(of stream: StreamID, after version: Version) async throws -> [Entry] {
        try await inner.entries(of: stream, after: version)
    }
    func entries(after position: Position, limit: Int) async throws -> [Entry] {
        try await inner.entries(after: position, limit: limit)
    }
    func follow(after position: Position) -> any AsyncSequence<Entry, any Error> & Sendable {
        inner.follow(after: position)
    }
    func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot? {
        try await inner.snapshot(of: stream, fingerprint: fingerprint)
    }
    func keep(_ snapshot: Snapshot) async throws { try await inner.keep(snapshot) }
    func streams(kind: String) async throws -> [StreamID] { try await inner.streams(kind: kind) }
}
