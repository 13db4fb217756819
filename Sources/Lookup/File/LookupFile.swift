import Foundation
import GRDB
import Journal
import Synchronization

/// The file of the lookup, or its memory. Whatever lies there and cannot be used is deleted: it is made anew from the
/// journal.
final class LookupFile: Sendable {
    private let path: String?
    private let epoch: Epoch
    private let database: Mutex<any DatabaseWriter>

    /// Nil is a lookup in memory.
    init(_ path: String?, epoch: Epoch) throws {
        self.path = path
        self.epoch = epoch
        database = Mutex(try Self.open(path, epoch))
    }

    /// Works on the database's own threads, never on one of the few that run tasks.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await current.read(body)
    }

    /// Writes in one transaction.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await current.write(body)
    }

    /// Where it stands, read once while opening.
    func state() throws -> State { try current.read(State.init) }

    /// Lets go of what is damaged and begins with nothing.
    func makeAnew() throws {
        try database.withLock { database in
            try? (database as? DatabasePool)?.close()
            if let path { Self.delete(path) }
            database = try Self.open(path, epoch)
        }
    }

    /// Writes the file anew without what was deleted, and empties its log: SQLite leaves copies of what it moved about,
    /// also where it overwrites what is deleted.
    func clean() async throws {
        let isOnDisk = path != nil
        try await current.writeWithoutTransaction { db in
            try db.execute(sql: "UPDATE state SET isUnclean = 0")
            do {
                try db.execute(sql: "VACUUM")
                if isOnDisk { try db.checkpoint(.truncate) }
            } catch {
                try db.execute(sql: "UPDATE state SET isUnclean = 1")
                throw error
            }
        }
    }

    func close() { try? (current as? DatabasePool)?.close() }

    private var current: any DatabaseWriter { database.withLock { $0 } }

    private static func open(_ path: String?, _ epoch: Epoch) throws -> any DatabaseWriter {
        guard let path else {
            let queue = try DatabaseQueue(configuration: configuration)
            try queue.write { try Schema.make(in: $0, epoch: epoch) }
            return queue
        }
        if let fitting = try? opened(path, epoch) { return fitting }
        delete(path)
        try make(path)
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.write { try Schema.make(in: $0, epoch: epoch) }
        return pool
    }

    /// Nil when what lies there is of another shape or journal.
    private static func opened(_ path: String, _ epoch: Epoch) throws -> DatabasePool? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let pool = try DatabasePool(path: path, configuration: configuration)
        guard try pool.read({ try Schema.fits($0, epoch: epoch) }) else {
            try pool.close()
            return nil
        }
        return pool
    }

    /// Only its owner may read it, as everything beside it.
    private static func make(_ path: String) throws {
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes) else {
            throw LookupFault.notWritable(path)
        }
    }

    private static func delete(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = 3
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: "PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA cache_size = -8000")
        }
        return configuration
    }
}

/// The lookup cannot be made or asked; never for a visitor.
public enum LookupFault: Error, Equatable, CustomStringConvertible {
    case notWritable(String)
    /// It is being made anew.
    case building

    public var description: String {
        switch self {
        case .notWritable(let path): "\(path) cannot be written"
        case .building: "the lookup is being made anew"
        }
    }
}

extension DatabaseError {
    /// Nothing helps but another file.
    var isDamage: Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT, .SQLITE_ERROR].contains(
            resultCode)
    }
}
