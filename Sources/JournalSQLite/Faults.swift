import GRDB
import Journal

extension JournalFault {
    /// Says in one of the port's few kinds what the engine could not do.
    init(_ error: any Error) {
        switch error {
        case let fault as JournalFault: self = fault
        case let error as DatabaseError: self.init(error)
        // Its text holds the row, and with it what people wrote.
        case is RowDecodingError:
            self.init(kind: .damaged, description: "a row of the journal cannot be read")
        default: self.init(kind: .unavailable, description: "\(error)")
        }
    }

    private init(_ error: DatabaseError) {
        let kind: Kind =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull
            case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: .damaged
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .notWritable
            default: .unavailable
            }
        // Neither the statement's arguments nor its text: bodies do not belong in a log.
        let message = error.message ?? error.resultCode.description
        self.init(kind: kind, description: "SQLite: \(message) (\(error.extendedResultCode.rawValue))")
    }

    /// The same fault, with the file it is about.
    func naming(_ file: String) -> Self {
        .init(kind: kind, description: "\(file): \(description)")
    }
}

/// Runs `body` and lets nothing out but the port's own fault.
func faulting<Value>(_ body: () throws -> Value) throws(JournalFault) -> Value {
    do {
        return try body()
    } catch {
        throw JournalFault(error)
    }
}
