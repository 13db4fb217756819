public import Domain
import Foundation
import GRDB
public import Journal
import Synchronization

/// The ballot boxes in a file of their own, or in memory.
///
/// Papers lie under random names and marks under digests, each table in the order of its names, and after every change
/// the file is written anew: its bytes tell neither an order nor which paper came with which mark. There is no
/// write-ahead log, in which pages of every earlier state would stand one after the other.
public final class BallotsSQLite: BallotBox {
    /// Makes a paper's name. From nowhere else comes chance into the file.
    public typealias Draw = @Sendable () -> UInt64

    private let database: DatabaseQueue
    private let draw: Draw

    /// Opens the file at `path`, and makes it when it is not there.
    ///
    /// - Throws: `JournalFault` with one sentence for the operator.
    public convenience init(path: String, draw: @escaping Draw) throws(JournalFault) {
        do {
            try self.init(draw) { try DatabaseQueue(path: path, configuration: Self.configuration) }
        } catch {
            throw error.naming(path)
        }
    }

    /// Boxes that are gone when they are let go.
    public convenience init(draw: @escaping Draw) throws(JournalFault) {
        try self.init(draw) { try DatabaseQueue(configuration: Self.configuration) }
    }

    private init(_ draw: @escaping Draw, _ open: () throws -> DatabaseQueue) throws(JournalFault) {
        self.draw = draw
        database = try faulting {
            let database = try open()
            try database.writeWithoutTransaction { try Self.prepare($0) }
            return database
        }
    }

    public func drop(
        _ paper: Paper, marking mark: Mark, in gathering: Identifier<Gathering>
    ) async throws -> Drop {
        let body = try Self.text(of: paper)
        let name = Self.name(draw)
        return try await running { db in
            let drop = try db.committing { db -> Drop in
                try Self.make(gathering, in: db)
                guard try Self.isOpen(gathering, in: db) else { return .sealed }
                guard try !Self.holds(mark, gathering, in: db) else { return .answeredBefore }
                try db.execute(
                    sql: "INSERT INTO mark (gathering, digest) VALUES (?, ?)",
                    arguments: [gathering.text, mark.text])
                try db.execute(
                    sql: "INSERT INTO paper (gathering, name, body) VALUES (?, ?, ?)",
                    arguments: [gathering.text, name, body])
                return .kept
            }
            // What is in the box is in it, also when the file cannot be written anew just now: the next change does it.
            if drop == .kept { try? db.execute(sql: "VACUUM") }
            return drop
        }
    }

    public func holds(_ mark: Mark, in gathering: Identifier<Gathering>) async throws -> Bool {
        try await running { try Self.holds(mark, gathering, in: $0) }
    }

    public func paperCount(in gathering: Identifier<Gathering>) async throws -> Int {
        try await running { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM paper WHERE gathering = ?", arguments: [gathering.text]) ?? 0
        }
    }

    public func remove(_ mark: Mark, in gathering: Identifier<Gathering>) async throws {
        try await running { db in
            guard try Self.holds(mark, gathering, in: db) else { return }
            try db.execute(
                sql: "DELETE FROM mark WHERE gathering = ? AND digest = ?",
                arguments: [gathering.text, mark.text])
            try db.execute(sql: "VACUUM")
        }
    }

    public func seal(_ gathering: Identifier<Gathering>) async throws -> [Paper] {
        try await running { db in
            try db.committing { db in
                try Self.make(gathering, in: db)
                try db.execute(
                    sql: "UPDATE box SET state = 'sealed' WHERE gathering = ? AND state = 'open'",
                    arguments: [gathering.text])
                let bodies = try String.fetchAll(
                    db, sql: "SELECT body FROM paper WHERE gathering = ? ORDER BY body",
                    arguments: [gathering.text])
                return try bodies.map(Self.paper(of:))
            }
        }
    }

    public func destroy(_ gathering: Identifier<Gathering>) async throws {
        try await running { db in
            try db.committing { db in
                for table in ["paper", "mark", "box"] {
                    try db.execute(
                        sql: "DELETE FROM \(table) WHERE gathering = ?", arguments: [gathering.text])
                }
                // What stays says that this box takes nothing any more.
                try db.execute(
                    sql: "INSERT INTO box (gathering, state) VALUES (?, 'destroyed')",
                    arguments: [gathering.text])
            }
            try db.execute(sql: "VACUUM")
        }
    }

    public func gatherings() async throws -> [Identifier<Gathering>] {
        try await running { db in
            let names = try String.fetchAll(
                db, sql: "SELECT gathering FROM box WHERE state <> 'destroyed' ORDER BY gathering")
            return names.compactMap { Identifier<Gathering>($0) }
        }
    }

    /// Lets go of the file. Whatever is asked afterwards is answered with a fault.
    public func close() throws(JournalFault) {
        try faulting { try database.close() }
    }
}

extension BallotsSQLite {
    private static let isExtra = 3

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        return configuration
    }

    private static func prepare(_ db: Database) throws {
        // As with the keys: EXTRA syncs the folder too, so that a power cut does not bring back what was destroyed,
        // and VACUUM at the start finishes what a killed process had begun.
        try db.execute(
            sql: """
                PRAGMA journal_mode = DELETE;
                PRAGMA synchronous = EXTRA;
                PRAGMA secure_delete = ON;
                PRAGMA temp_store = MEMORY;
                \(tables)
                VACUUM;
                """)
        guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == isExtra,
            try Int.fetchOne(db, sql: "PRAGMA secure_delete") == 1
        else {
            throw JournalFault(
                kind: .unavailable, description: "SQLite does not sync or does not overwrite what is deleted")
        }
    }

    /// Every table is kept in the order of its names: a row's place tells nothing of when it came.
    private static let tables = """
        CREATE TABLE IF NOT EXISTS box (
          gathering TEXT PRIMARY KEY NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('open', 'sealed', 'destroyed'))
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS mark (
          gathering TEXT NOT NULL,
          digest TEXT NOT NULL,
          PRIMARY KEY (gathering, digest)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS paper (
          gathering TEXT NOT NULL,
          name BLOB NOT NULL CHECK (length(name) = 16),
          body TEXT NOT NULL,
          PRIMARY KEY (gathering, name)
        ) STRICT, WITHOUT ROWID;
        """

    private static func make(_ gathering: Identifier<Gathering>, in db: Database) throws {
        try db.execute(
            sql: "INSERT INTO box (gathering, state) VALUES (?, 'open') ON CONFLICT DO NOTHING",
            arguments: [gathering.text])
    }

    private static func isOpen(_ gathering: Identifier<Gathering>, in db: Database) throws -> Bool {
        try String.fetchOne(
            db, sql: "SELECT state FROM box WHERE gathering = ?", arguments: [gathering.text]) == "open"
    }

    private static func holds(
        _ mark: Mark, _ gathering: Identifier<Gathering>, in db: Database
    ) throws -> Bool {
        try Int.fetchOne(
            db, sql: "SELECT 1 FROM mark WHERE gathering = ? AND digest = ?",
            arguments: [gathering.text, mark.text]) != nil
    }

    private static func name(_ draw: Draw) -> Data {
        var name = Data()
        for _ in 0..<2 { withUnsafeBytes(of: draw().bigEndian) { name.append(contentsOf: $0) } }
        return name
    }

    private static func text(of paper: Paper) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(paper), as: UTF8.self)
    }

    /// What does not decode is not quoted in a fault: it is what somebody said.
    private static func paper(of text: String) throws -> Paper {
        guard let paper = try? JSONDecoder().decode(Paper.self, from: Data(text.utf8)) else {
            throw JournalFault(kind: .damaged, description: "a paper of a ballot box cannot be read")
        }
        return paper
    }

    /// Not GRDB's own `write`: it answers a cancelled task at once, although the paper may be in the box.
    private func running<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            database.asyncWriteWithoutTransaction { db in
                caller.resume(with: Result { try faulting { try body(db) } })
            }
        }
    }
}
