import Journal
import JournalSQLite
import Synchronization
import TestSupport

/// A journal that breaks after so many appends, until it is mended.
final class BreakingJournal: WrappingJournal {
    let inner: any Journal
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
}
