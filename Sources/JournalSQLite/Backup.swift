import GRDB
public import Journal

extension SQLiteJournal {
    /// Copies the journal as it stands at one moment into a new file, while writing goes on, and reads the copy
    /// again from its first entry to its last.
    ///
    /// - Returns: What must lie beside the copy for a restore.
    /// - Throws: `JournalFault`; then there is no such file. A damaged journal gives no backup.
    public func backup(to file: String) async throws -> Manifest {
        let epoch = epoch
        return try await connection.reading { db in
            let partial = try PartialFile(for: file)
            do {
                let tally = try copy(db, to: partial.path)
                let checksum = try Files.checksum(of: partial.path)
                try partial.finish()
                return Manifest(epoch: epoch, tally: tally, file: checksum)
            } catch {
                partial.discard()
                throw JournalFault(error).naming(file)
            }
        }
    }
}

private func copy(_ source: Database, to path: String) throws -> Tally {
    let copy = try DatabaseQueue(path: path)
    let tally = try copy.writeWithoutTransaction { db in
        try source.backup(to: db)
        // One file to carry away, without a write-ahead log that could be left behind.
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        return try Verification.tally(of: db)
    }
    try copy.close()
    return tally
}
