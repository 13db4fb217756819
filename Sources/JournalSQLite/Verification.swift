import GRDB
public import Journal

extension SQLiteJournal {
    /// Reads the whole file: SQLite's own structures, then every entry against its checksum.
    ///
    /// - Throws: `JournalFault` of the kind `.damaged`, naming the first entry that is not what was written.
    public func verify() async throws -> Tally {
        try await connection.reading { try Verification.tally(of: $0) }
    }
}

enum Verification {
    /// Shows every entry to `replaying`, in order; what that throws counts as damage.
    static func tally(of db: Database, replaying: (Entry) throws -> Void = { _ in }) throws -> Tally {
        var tally = Tally()
        var reading = Reading(db)
        try reading.forEachEntry(after: .start) { entry, checksum in
            try tally.add(entry, checksum: checksum)
            do {
                try replaying(entry)
            } catch {
                throw JournalFault.damaged(at: entry.position.value, "it cannot be replayed: \(error)")
            }
        }
        try checkStructure(of: db)
        return tally
    }

    /// The cheap look at every start, over the entries that were written last.
    static func lookOver(newest count: Int64, in db: Database) throws {
        let newest = try Int64.fetchOne(db, sql: "SELECT max(position) FROM entry") ?? 0
        let first = max(newest - count, 0)
        var expected = first + 1
        var head: Checksum? = first == 0 ? Checksum.none : nil
        var reading = Reading(db)
        try reading.forEachEntry(after: .init(max(first - 1, 0))) { entry, checksum in
            guard let previous = head else {
                // The one before the first is only what the first is chained to.
                head = checksum
                return
            }
            guard entry.position.value == expected else {
                throw JournalFault.damaged(at: expected, "it is missing")
            }
            guard previous.chained(to: entry) == checksum else {
                throw JournalFault.damaged(at: expected, "its checksum does not fit")
            }
            head = checksum
            expected += 1
        }
    }

    /// Pages, indexes and constraints: an index that lost a row would let an act in twice.
    private static func checkStructure(of db: Database) throws {
        let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check")
        guard findings == ["ok"] else {
            throw JournalFault(
                kind: .damaged,
                description: "the journal's file is damaged: \(findings.first ?? "unreadable")")
        }
    }
}
