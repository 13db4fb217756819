import GRDB
import Journal

/// The journal's tables. What once was shipped is never edited: a change is another file, and there is no way back.
enum Migrations {
    /// SQLite keeps this number in the file's header: `Tafe`.
    static let applicationID: Int64 = 0x5461_6665

    static let all = [Migration(name: "20261121-0930-create-entries.sql", sql: createEntries)]

    private static let createEntries = """
        CREATE TABLE journal (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          epoch INTEGER NOT NULL CHECK (epoch BETWEEN 0 AND 4294967295)
        ) STRICT;

        CREATE TABLE stream (
          id INTEGER PRIMARY KEY CHECK (id > 0),
          name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;

        CREATE TABLE entry (
          position INTEGER PRIMARY KEY CHECK (position > 0),
          stream INTEGER NOT NULL REFERENCES stream (id),
          version INTEGER NOT NULL CHECK (version > 0),
          actor TEXT NOT NULL CHECK (actor <> ''),
          act TEXT NOT NULL CHECK (act <> ''),
          moment INTEGER NOT NULL,
          body BLOB NOT NULL,
          checksum BLOB NOT NULL CHECK (length(checksum) = 32),
          UNIQUE (stream, version),
          UNIQUE (actor, act, stream)
        ) STRICT;

        CREATE TABLE snapshot (
          stream TEXT PRIMARY KEY,
          version INTEGER NOT NULL CHECK (version >= 0),
          position INTEGER NOT NULL CHECK (position >= 0),
          fingerprint TEXT NOT NULL,
          body BLOB NOT NULL,
          checksum BLOB NOT NULL CHECK (length(checksum) = 32)
        ) STRICT, WITHOUT ROWID;
        """
}

struct Migration {
    /// Stamped with the minute it was written, so that the order of names is the order of changes.
    let name: String
    let sql: String
}

extension Migrations {
    /// Brings the file to the newest shape, in one transaction.
    static func run(on db: Database, freshEpoch: Epoch) throws {
        try db.inTransaction(.immediate) {
            let isNew = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
            if isNew { try start(db) }
            try refuseStrangers(db)
            try apply(to: db)
            if isNew {
                try db.execute(
                    sql: "INSERT INTO journal (id, epoch) VALUES (1, ?)", arguments: [Int64(freshEpoch.value)]
                )
            }
            return .commit
        }
    }

    /// Whether it is a journal of this program, or of one before it; changes nothing.
    static func refuseOthers(on db: Database) throws {
        try refuseStrangers(db)
        _ = try missing(in: db)
    }

    private static func start(_ db: Database) throws {
        try db.execute(
            sql: """
                PRAGMA application_id = \(applicationID);
                CREATE TABLE migration (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
                """)
    }

    private static func refuseStrangers(_ db: Database) throws {
        guard try Int64.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw JournalFault(kind: .damaged, description: "the file is a database, but not a journal")
        }
    }

    private static func apply(to db: Database) throws {
        for migration in try missing(in: db) {
            try db.execute(sql: migration.sql)
            try db.execute(sql: "INSERT INTO migration (name) VALUES (?)", arguments: [migration.name])
        }
    }

    private static func missing(in db: Database) throws -> [Migration] {
        let known = Set(all.map(\.name))
        let done = try String.fetchSet(db, sql: "SELECT name FROM migration")
        if let newer = done.subtracting(known).min() {
            throw JournalFault(
                kind: .newerSchema,
                description: "the journal was written by a newer version of the program (\(newer))")
        }
        return all.filter { !done.contains($0.name) }
    }
}
