public import Journal
import Synchronization

/// Counts what comes to a journal: acts, and the appends they share.
public final class CountingJournal: Journal {
    private let inner: any Journal
    private let counts = Mutex((appends: 0, acts: 0))

    public init(_ inner: any Journal) {
        self.inner = inner
    }

    public var appendCount: Int { counts.withLock { $0.appends } }
    public var actCount: Int { counts.withLock { $0.acts } }

    public func append(_ acts: [Act]) async throws -> [Outcome] {
        counts.withLock {
            $0.appends += 1
            $0.acts += acts.count
        }
        return try await inner.append(acts)
    }

    public var epoch: Epoch { inner.epoch }

    public func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]] { try await inner.kept(acts) }

    public func entries(of stream: StreamID, after version: Version) async throws -> [Entry] {
        try await inner.entries(of: stream, after: version)
    }

    public func entries(after position: Position, limit: Int) async throws -> [Entry] {
        try await inner.entries(after: position, limit: limit)
    }

    public func follow(after position: Position) -> any AsyncSequence<Entry, any Error> & Sendable {
        inner.follow(after: position)
    }

    public func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot? {
        try await inner.snapshot(of: stream, fingerprint: fingerprint)
    }

    public func keep(_ snapshot: Snapshot) async throws { try await inner.keep(snapshot) }

    public func streams(kind: String) async throws -> [StreamID] { try await inner.streams(kind: kind) }
}
