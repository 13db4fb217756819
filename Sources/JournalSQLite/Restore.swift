import GRDB
public import Journal

extension SQLiteJournal {
    /// Makes a journal of a backup, in a folder that is empty or not there yet.
    ///
    /// Nothing is believed: the file's bytes, SQLite's structures, every entry's checksum and the tally are compared
    /// with the manifest, and every entry is replayed. Snapshots stay behind, for nothing says what they must be.
    ///
    /// - Parameters:
    ///   - file: The backup.
    ///   - manifest: What lay beside it.
    ///   - folder: The data folder to make.
    ///   - epoch: A fresh one; positions of the old epoch mean nothing to the restored journal's readers.
    ///   - replaying: Is shown every entry in order, and throws when it cannot be read.
    /// - Throws: `JournalFault`; then the folder is as it was.
    public static func restore(
        _ file: String, manifest: Manifest, into folder: String, epoch: Epoch,
        replaying: (Entry) throws -> Void
    ) throws(JournalFault) {
        guard epoch.value != manifest.epoch else {
            throw JournalFault(kind: .unavailable, description: "a restored journal needs a new epoch")
        }
        let target = JournalFolder(folder)
        let wasThere = try target.refuseUnlessEmpty()
        do {
            try target.make()
            let partial = try PartialFile(for: target.file)
            do {
                try fill(partial.path, from: file, manifest: manifest, epoch: epoch, replaying: replaying)
                try partial.finish()
            } catch {
                partial.discard()
                throw error
            }
        } catch {
            if !wasThere { target.remove() }
            throw JournalFault(error).naming(file)
        }
    }

    private static func fill(
        _ path: String, from file: String, manifest: Manifest, epoch: Epoch, replaying: (Entry) throws -> Void
    ) throws {
        // Of the bytes that were copied, not of the file beside them: it may change under our hands.
        guard try Files.copy(file, to: path) == manifest.file else {
            throw JournalFault(
                kind: .damaged, description: "the backup is not the file its manifest tells of")
        }
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { db in
            try Migrations.run(on: db, freshEpoch: epoch)
            let tally = try Verification.tally(of: db, replaying: replaying)
            let oldEpoch = try UInt32.fetchOne(db, sql: "SELECT epoch FROM journal")
            guard tally == manifest.tally, oldEpoch == manifest.epoch else {
                throw JournalFault(
                    kind: .damaged, description: "the backup does not hold what its manifest says")
            }
            try db.inTransaction {
                try db.execute(sql: "UPDATE journal SET epoch = ?", arguments: [Int64(epoch.value)])
                try db.execute(sql: "DELETE FROM snapshot")
                return .commit
            }
        }
        try database.close()
    }
}
