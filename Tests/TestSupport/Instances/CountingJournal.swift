public import Journal
import Synchronization

/// Counts what comes to a journal: acts, and the appends they share.
public final class CountingJournal: WrappingJournal {
    public let inner: any Journal
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
}
