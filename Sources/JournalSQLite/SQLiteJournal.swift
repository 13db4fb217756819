import GRDB
public import Journal
import Synchronization

/// The journal in one SQLite file, or in memory.
///
/// Any number of them, also of other processes, may be open on the same file.
public final class SQLiteJournal: Journal {
    public let epoch: Epoch

    let database: any DatabaseWriter
    private let wakes: Wakes
    private let waiting = Mutex<[WaitingAppend]>([])

    /// A journal that is gone when it is let go.
    public convenience init(inMemory epoch: Epoch) throws(JournalFault) {
        let opened = try faulting { try Opening.inMemory(freshEpoch: epoch) }
        self.init(opened, lookingEvery: nil)
    }

    /// Opens `journal.sqlite` in the data folder, and makes both when they are not there.
    ///
    /// - Parameters:
    ///   - folder: The data folder's path.
    ///   - freshEpoch: What a new journal gets; one that is there keeps its own.
    ///   - interval: How often followers look for entries that another process appended.
    /// - Throws: `JournalFault` with one sentence for the operator.
    public convenience init(
        folder: String, freshEpoch: Epoch, lookingEvery interval: Duration = .milliseconds(500)
    ) throws(JournalFault) {
        let file = JournalFolder(folder).file
        do {
            try JournalFolder(folder).make()
            let opened = try Opening.onDisk(file, freshEpoch: freshEpoch, tuning: .asShipped)
            try JournalFolder(folder).synchronize()
            self.init(opened, lookingEvery: interval)
        } catch {
            throw JournalFault(error).naming(file)
        }
    }

    /// For tests that cut the power, fill the disk or show what another `synchronous` loses. Never as shipped.
    package convenience init(uri: String, freshEpoch: Epoch, tuning: Tuning) throws(JournalFault) {
        let opened = try faulting { try Opening.onDisk(uri, freshEpoch: freshEpoch, tuning: tuning) }
        self.init(opened, lookingEvery: .milliseconds(5))
    }

    private init(_ opened: Opening, lookingEvery interval: Duration?) {
        let database = opened.database
        self.database = database
        epoch = opened.epoch
        wakes = Wakes(
            watch: interval.map { interval in
                .init(interval: interval) {
                    try await database.reading { try Int64.fetchOne($0, sql: "SELECT max(position) FROM entry") ?? 0 }
                }
            })
    }

    /// Ends followers and lets go of the file. Whatever is asked afterwards is answered with a fault.
    public func close() throws(JournalFault) {
        wakes.close()
        try faulting { try database.close() }
    }
}

// MARK: Appending

/// Acts of one caller that wait for the next transaction, and whom to answer.
private struct WaitingAppend {
    let acts: [Act]
    let caller: CheckedContinuation<[Outcome], any Error>
}

extension SQLiteJournal {
    /// Callers that come while the disk is busy share the next transaction: one sync serves them all. A cancelled
    /// task is answered nonetheless, for its acts may be kept already.
    public func append(_ acts: [Act]) async throws -> [Outcome] {
        try Self.refuseTwoWritesToOneStream(acts)
        return try await withCheckedThrowingContinuation { caller in
            waiting.withLock { $0.append(WaitingAppend(acts: acts, caller: caller)) }
            database.asyncWriteWithoutTransaction { db in self.appendAllThatWait(db) }
        }
    }

    private func appendAllThatWait(_ db: Database) {
        let batch = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard !batch.isEmpty else { return }

        do {
            let outcomes = try faulting { try Self.append(batch.map(\.acts), in: db) }
            for (waiting, outcomes) in zip(batch, outcomes) { waiting.caller.resume(returning: outcomes) }
            wakes.wakeAll()
        } catch {
            for waiting in batch { waiting.caller.resume(throwing: error) }
        }
    }

    private static func append(_ batches: [[Act]], in db: Database) throws -> [[Outcome]] {
        var outcomes: [[Outcome]] = []
        try db.inTransaction(.immediate) {
            var appending = try Appending(db)
            outcomes = try batches.map { acts in try acts.map { try appending.append($0) } }
            return .commit
        }
        return outcomes
    }

    /// An entry is the whole of what an act did to a stream; found before the transaction, it harms nobody else.
    private static func refuseTwoWritesToOneStream(_ acts: [Act]) throws(JournalFault) {
        for act in acts where act.writes.count > 1 && Set(act.writes.map(\.stream)).count < act.writes.count {
            throw JournalFault(kind: .notWritable, description: "act \(act.key.act) writes twice to one stream")
        }
    }
}

// MARK: Reading

extension SQLiteJournal {
    public func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]] {
        try await database.reading { db in
            var reading = Reading(db)
            var kept: [ActKey: [Entry]] = [:]
            for key in acts {
                let entries = try reading.entries(of: key)
                if !entries.isEmpty { kept[key] = entries }
            }
            return kept
        }
    }

    public func entries(of stream: StreamID, after version: Version) async throws -> [Entry] {
        try await database.reading { db in
            var reading = Reading(db)
            return try reading.entries(of: stream, after: version)
        }
    }

    public func entries(after position: Position, limit: Int) async throws -> [Entry] {
        try await database.reading { db in
            var reading = Reading(db)
            return try reading.entries(after: position, limit: limit)
        }
    }

    public func follow(after position: Position) -> any AsyncSequence<Entry, any Error> & Sendable {
        Following(position: position, wakes: wakes) { [database] position, limit in
            try await database.reading { db in
                var reading = Reading(db)
                return try reading.entries(after: position, limit: limit)
            }
        }
    }

    public func streams(kind: String) async throws -> [StreamID] {
        try await database.reading { db in
            // The character after the slash ends the range, so the index on names serves it.
            let names = try String.fetchAll(
                db, sql: "SELECT name FROM stream WHERE name >= ? AND name < ? ORDER BY id",
                arguments: [kind + "/", kind + "0"])
            return names.map { StreamID($0) }
        }
    }

    public func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot? {
        try await database.reading { try Snapshots.newest(of: stream, fingerprint: fingerprint, in: $0) }
    }

    public func keep(_ snapshot: Snapshot) async throws {
        try await database.writing { try Snapshots.keep(snapshot, in: $0) }
    }
}

extension DatabaseReader {
    /// Reads in one transaction on a thread of the database's own, never on one of the few that run tasks.
    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            asyncRead { access in
                do {
                    caller.resume(returning: try faulting { try body(access.get()) })
                } catch {
                    caller.resume(throwing: error)
                }
            }
        }
    }
}

extension DatabaseWriter {
    func writing(_ body: @escaping @Sendable (Database) throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Void, any Error>) in
            asyncWriteWithoutTransaction { db in
                do {
                    caller.resume(
                        returning: try faulting {
                            try db.inTransaction(.immediate) {
                                try body(db)
                                return .commit
                            }
                        })
                } catch {
                    caller.resume(throwing: error)
                }
            }
        }
    }
}
