import Foundation
import GRDB
import Journal

/// A database that was opened, brought to the newest shape and looked over.
struct Opening {
    let database: any DatabaseWriter
    let epoch: Epoch

    /// So many of the newest entries are compared with their checksums at every start.
    static let lookedOverEntriesMax: Int64 = 1000

    static func inMemory(freshEpoch: Epoch) throws -> Opening {
        try Opening(DatabaseQueue(configuration: configuration(.asShipped)), freshEpoch: freshEpoch)
    }

    static func onDisk(_ path: String, freshEpoch: Epoch, tuning: Tuning) throws -> Opening {
        let pool = try DatabasePool(path: path, configuration: configuration(tuning))
        // Only now: GRDB sets NORMAL when it turns the write-ahead log on, after everything a configuration can do,
        // and with NORMAL a power cut loses what was acknowledged.
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = \(tuning.synchronous.rawValue)")
            try db.execute(sql: "PRAGMA journal_size_limit = \(logBytesMax)")
            try tuning.applyForTests(to: db)
            guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == tuning.synchronous.rawValue else {
                throw JournalFault(kind: .unavailable, description: "SQLite does not sync at every commit")
            }
        }
        return try Opening(pool, freshEpoch: freshEpoch)
    }

    /// As it lies there. Without a write-ahead log nobody has it open, and SQLite need not even make its own files
    /// beside it.
    static func readingOnly(_ path: String) throws -> Opening {
        var configuration = configuration(.asShipped)
        configuration.readonly = true
        let isAlone = !FileManager.default.fileExists(atPath: path + "-wal")
        var address = URLComponents()
        address.scheme = "file"
        address.path = path
        address.queryItems = isAlone ? [URLQueryItem(name: "immutable", value: "1")] : nil
        let database = try DatabaseQueue(path: address.string ?? path, configuration: configuration)
        return try Opening(
            database: database,
            epoch: database.read { db in
                try Migrations.refuseOthers(on: db)
                return try lookedOver(db)
            })
    }

    private init(database: any DatabaseWriter, epoch: Epoch) {
        self.database = database
        self.epoch = epoch
    }

    private static func lookedOver(_ db: Database) throws -> Epoch {
        try Verification.lookOver(newest: lookedOverEntriesMax, in: db)
        guard let epoch = try UInt32.fetchOne(db, sql: "SELECT epoch FROM journal") else {
            throw JournalFault(kind: .damaged, description: "the journal has no epoch")
        }
        return Epoch(epoch)
    }

    /// What a large batch leaves of the write-ahead log after the next checkpoint.
    private static let logBytesMax = 16 << 20

    private init(_ database: any DatabaseWriter, freshEpoch: Epoch) throws {
        self.database = database
        epoch = try database.writeWithoutTransaction { db in
            try Migrations.run(on: db, freshEpoch: freshEpoch)
            return try Self.lookedOver(db)
        }
    }

    private static func configuration(_ tuning: Tuning) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(tuning.busySeconds)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cell_size_check = ON")
        }
        return configuration
    }
}

/// What tests change in how SQLite is used.
package struct Tuning: Sendable {
    package enum Synchronous: Int, Sendable {
        case off = 0
        case normal = 1
        case full = 2
    }

    package static let asShipped = Tuning()

    package var synchronous = Synchronous.full
    /// A disk of so many pages; nil for the real one.
    package var pageCountMax: Int?
    /// How long to wait for another process that writes.
    package var busySeconds = 5.0
    /// After how many pages in the write-ahead log they are written to the file; nil for SQLite's own 1000.
    package var checkpointPages: Int?

    package init() {}

    fileprivate func applyForTests(to db: Database) throws {
        if let pageCountMax { try db.execute(sql: "PRAGMA max_page_count = \(pageCountMax)") }
        if let checkpointPages { try db.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointPages)") }
    }
}
