import Journal
import Synchronization

/// Reads on, and from a moment on writes nothing any more: the disk is full.
final class FullJournal: Journal {
    private let inner: any Journal
    private let isFull = Mutex(false)

    init(_ inner: any Journal) {
        self.inner = inner
    }

    func fill() { isFull.withLock { $0 = true } }

    var epoch: Epoch { inner.epoch }

    func append(_ acts: [Act]) async throws -> [Outcome] {
        guard !isFull.withLock({ $0 }) else {
            throw JournalFault(kind: .unavailable, description: "no room on the disk")
        }
        return try await inner.append(acts)
    }

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
