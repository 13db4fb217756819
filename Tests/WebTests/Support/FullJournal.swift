import Journal
import Synchronization
import TestSupport

/// Reads on, and from a moment on writes nothing any more: the disk is full.
final class FullJournal: WrappingJournal {
    let inner: any Journal
    private let isFull = Mutex(false)

    init(_ inner: any Journal) {
        self.inner = inner
    }

    func fill() { isFull.withLock { $0 = true } }

    func append(_ acts: [Act]) async throws -> [Outcome] {
        guard !isFull.withLock({ $0 }) else {
            throw JournalFault(kind: .unavailable, description: "no room on the disk")
        }
        return try await inner.append(acts)
    }
}
