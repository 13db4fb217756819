public import Domain
import Foundation
import GRDB
public import Journal

/// The keys in a file of their own, or in memory.
///
/// A removed key leaves no bytes: the file is written anew, and no write-ahead log keeps old pages.
public final class KeysSQLite: KeyStore {
    private let database: DatabaseQueue

    /// Opens the file at `path`, and makes it when it is not there.
    ///
    /// - Throws: `KeyFault` with one sentence for the operator.
    public convenience init(path: String) throws(KeyFault) {
        try self.init { try DatabaseQueue(path: path, configuration: Self.configuration) }
    }

    /// What the file at `path` holds, without opening it for writing: nothing is made, and a server goes on beside.
    public static func load(readingOnly path: String) async throws -> StoredKeys {
        var configuration = Self.configuration
        configuration.readonly = true
        let reading = configuration
        let database = try faulting { try DatabaseQueue(path: path, configuration: reading) }
        defer { try? database.close() }
        return try await withCheckedThrowingContinuation { caller in
            database.asyncRead { db in
                caller.resume(with: Result { try Self.faulting { try Self.stored(db.get()) } })
            }
        }
    }

    /// A store that is gone when it is let go.
    public convenience init() throws(KeyFault) {
        try self.init { try DatabaseQueue(configuration: Self.configuration) }
    }

    private init(_ open: () throws -> DatabaseQueue) throws(KeyFault) {
        database = try Self.faulting {
            let database = try open()
            try database.writeWithoutTransaction { try Self.prepare($0) }
            return database
        }
    }

    public func load() async throws -> StoredKeys {
        try await running { db in try Self.stored(db) }
    }

    public func keep(check: [UInt8]) async throws {
        try await running { db in
            try db.execute(
                sql: "INSERT INTO master_check (id, bytes) VALUES (1, ?)", arguments: [Data(check)])
        }
    }

    public func put(_ wrapped: [KeyName: [UInt8]]) async throws -> [KeyName: [UInt8]] {
        try await running { db in
            let insert = try db.makeStatement(
                sql: "INSERT INTO key (name, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING")
            let select = try db.makeStatement(sql: "SELECT wrapped FROM key WHERE name = ?")
            var stored: [KeyName: [UInt8]] = [:]
            for (name, bytes) in wrapped {
                try insert.execute(arguments: [name.description, Data(bytes)])
                stored[name] = try Row.fetchOne(select, arguments: [name.description]).map { try $0.bytes(0) }
            }
            return stored
        }
    }

    public func remove(_ names: [KeyName]) async throws {
        try await running { db in
            let delete = try db.makeStatement(sql: "DELETE FROM key WHERE name = ?")
            for name in names { try delete.execute(arguments: [name.description]) }
        }
        try await writeAnew()
    }

    public func remove(gathering: Identifier<Gathering>) async throws {
        try await running { db in
            // The character after the slash ends the range: names of this gathering and of no other.
            try db.execute(
                sql: "DELETE FROM key WHERE name >= ? AND name < ?",
                arguments: ["\(gathering)/", "\(gathering)0"])
        }
        try await writeAnew()
    }

    /// Lets go of the file. Whatever is asked afterwards is answered with a fault.
    public func close() throws(KeyFault) {
        try Self.faulting { try database.close() }
    }
}

extension KeysSQLite {
    private static let isExtra = 3

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        return configuration
    }

    private static func stored(_ db: Database) throws -> StoredKeys {
        let check = try Data.fetchOne(db, sql: "SELECT bytes FROM master_check")
        var wrapped: [KeyName: [UInt8]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT name, wrapped FROM key") {
            let text: String = row[0]
            guard let name = KeyName(text) else {
                throw KeyFault.storeDamaged(reason: "\(text) is no name")
            }
            wrapped[name] = try row.bytes(1)
        }
        return StoredKeys(check: check.map { [UInt8]($0) }, wrapped: wrapped)
    }

    private static func prepare(_ db: Database) throws {
        // EXTRA is FULL that syncs the folder too: without it a power cut may bring back the rollback
        // journal, and with it a key that was destroyed. VACUUM: the last process may have been killed
        // between removing keys and writing the file anew.
        try db.execute(
            sql: """
                PRAGMA journal_mode = DELETE;
                PRAGMA synchronous = EXTRA;
                PRAGMA secure_delete = ON;
                PRAGMA temp_store = MEMORY;
                CREATE TABLE IF NOT EXISTS key (
                  name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
                  wrapped BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE IF NOT EXISTS master_check (
                  id INTEGER PRIMARY KEY CHECK (id = 1),
                  bytes BLOB NOT NULL
                ) STRICT;
                VACUUM;
                """)
        guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == isExtra,
            try Int.fetchOne(db, sql: "PRAGMA secure_delete") == 1
        else {
            throw KeyFault.storeDamaged(reason: "SQLite does not sync or does not overwrite what is deleted")
        }
    }

    /// `secure_delete` alone is not enough: where SQLite moved rows from page to page, copies stayed behind.
    private func writeAnew() async throws {
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
            database.asyncWriteWithoutTransaction { db in
                caller.resume(with: Result { try Self.faulting { try db.execute(sql: "VACUUM") } })
            }
        }
    }

    private func running<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        // Not GRDB's own `write`: it answers a cancelled task at once, although the keys may be kept.
        try await withCheckedThrowingContinuation { caller in
            database.asyncWriteWithoutTransaction { db in
                caller.resume(with: Result { try Self.faulting { try Self.transaction(db, body) } })
            }
        }
    }

    private static func transaction<Value>(_ db: Database, _ body: (Database) throws -> Value) throws -> Value
    {
        var value: Value?
        try db.inTransaction(.immediate) {
            value = try body(db)
            return .commit
        }
        guard let value else { throw KeyFault.storeDamaged(reason: "a transaction did not run") }
        return value
    }

    private static func faulting<Value>(_ body: () throws -> Value) throws(KeyFault) -> Value {
        do {
            return try body()
        } catch let fault as KeyFault {
            throw fault
        } catch {
            throw .storeDamaged(reason: "\(JournalFault(error))")
        }
    }
}
