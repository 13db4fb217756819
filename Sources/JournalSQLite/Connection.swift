import GRDB
import Journal
import Synchronization

/// The way to the database, until it is closed. Works on the database's own threads, never on one of the few that
/// run tasks, and does not heed cancellation: what was begun is answered.
final class Connection: Sendable {
    private let database: any DatabaseWriter
    private let isClosed = Mutex(false)

    init(to database: any DatabaseWriter) {
        self.database = database
    }

    /// Reads in one transaction.
    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try refuseWhenClosed()
        return try await withCheckedThrowingContinuation { caller in
            database.asyncRead { opened in
                do {
                    caller.resume(returning: try faulting { try body(opened.get()) })
                } catch {
                    caller.resume(throwing: error)
                }
            }
        }
    }

    /// Writes in one transaction.
    func writing<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            write { opened in
                do {
                    caller.resume(returning: try faulting { try opened.get().committing(body) })
                } catch {
                    caller.resume(throwing: error)
                }
            }
        }
    }

    /// Runs `body` when nobody else of this process writes; the transaction is its own business.
    func write(_ body: @escaping @Sendable (Result<Database, JournalFault>) -> Void) {
        database.asyncWriteWithoutTransaction { [self] db in
            // Asked only here: whoever waited while the journal was closed is answered as well.
            body(Result { () throws(JournalFault) in try refuseWhenClosed() }.map { db })
        }
    }

    func close() throws(JournalFault) {
        isClosed.withLock { $0 = true }
        // One in memory goes when it is let go; GRDB ends the program when a closed queue is read.
        guard database is DatabasePool else { return }
        try faulting { try database.close() }
    }

    private func refuseWhenClosed() throws(JournalFault) {
        if isClosed.withLock({ $0 }) {
            throw JournalFault(kind: .unavailable, description: "the journal is closed")
        }
    }
}

extension Database {
    /// Runs `body` in one transaction that nobody else's can come between.
    func committing<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var value: Value?
        try inTransaction(.immediate) {
            value = try body(self)
            return .commit
        }
        guard let value else {
            throw JournalFault(kind: .unavailable, description: "the transaction had no outcome")
        }
        return value
    }
}
