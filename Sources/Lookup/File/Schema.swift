import GRDB
import Journal

/// The tables of the lookup. Nothing is ever migrated: a file of another shape is deleted and made anew.
enum Schema {
    /// To be raised with every change of these tables, of what is kept of a text, or of how its words are made alike.
    static let shape = 2

    static func make(in db: Database, epoch: Epoch) throws {
        try db.execute(
            sql: """
                CREATE TABLE state (shape INTEGER NOT NULL, epoch INTEGER NOT NULL, position INTEGER NOT NULL,
                    isWhole INTEGER NOT NULL, isUnclean INTEGER NOT NULL, shelves INTEGER NOT NULL) STRICT;
                CREATE TABLE shelf (number INTEGER PRIMARY KEY, gathering TEXT NOT NULL UNIQUE,
                    title TEXT NOT NULL, series TEXT, edition INTEGER, date TEXT NOT NULL, venue TEXT NOT NULL,
                    town TEXT, isPublic INTEGER NOT NULL) STRICT;
                CREATE TABLE holding (key INTEGER PRIMARY KEY, title TEXT NOT NULL, sentence TEXT NOT NULL,
                    points TEXT NOT NULL, rest TEXT NOT NULL) STRICT;
                CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
                CREATE TABLE ending (text TEXT NOT NULL, term INTEGER NOT NULL,
                    PRIMARY KEY (text, term)) STRICT, WITHOUT ROWID;
                CREATE TABLE posting (term INTEGER NOT NULL, stack INTEGER NOT NULL, places BLOB NOT NULL,
                    PRIMARY KEY (term, stack)) STRICT, WITHOUT ROWID;
                """)
        try db.execute(
            sql: "INSERT INTO state VALUES (?, ?, 0, 0, 0, random())", arguments: [shape, Int64(epoch.value)])
    }

    /// Whether what lies there is of this shape and of this journal.
    static func fits(_ db: Database, epoch: Epoch) throws -> Bool {
        guard try db.tableExists("state"),
            let row = try Row.fetchOne(db, sql: "SELECT shape, epoch FROM state")
        else { return false }
        return try row.decode(Int.self, atIndex: 0) == shape
            && row.decode(Int64.self, atIndex: 1) == Int64(epoch.value)
    }
}

/// Where the lookup stands.
struct State {
    let position: Position
    /// Whether it has once been read to the journal's end.
    let isWhole: Bool
    /// Whether something was taken out of it and may still lie in the file's bytes.
    let isUnclean: Bool

    init(_ db: Database) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT position, isWhole, isUnclean FROM state") else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        position = Position(try row.decode(Int64.self, atIndex: 0))
        isWhole = try row.decode(Bool.self, atIndex: 1)
        isUnclean = try row.decode(Bool.self, atIndex: 2)
    }
}
