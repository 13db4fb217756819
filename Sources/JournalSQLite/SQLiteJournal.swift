import GRDB
public import Journal
import Synchronization

/// The journal in one SQLite file, or in memory.
///
/// Any number of them, also of other processes, may be open on the same file.
public final class SQLiteJournal: Journal {
    public let epoch: Epoch

    let connection: Connection
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
            try Files.synchronizeFolder(of: file)
            self.init(opened, lookingEvery: interval)
        } catch {
            throw JournalFault(error).naming(file)
        }
    }

    /// Opens what is there to look at it: makes nothing, migrates nothing, and takes no acts.
    public convenience init(readingOnly folder: String) throws(JournalFault) {
        let file = JournalFolder(folder).file
        do {
            self.init(try faulting { try Opening.readingOnly(file) }, lookingEvery: nil)
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
        let connection = Connection(to: opened.database)
        self.connection = connection
        epoch = opened.epoch
        wakes = Wakes(
            watch: interval.map { interval in
                .init(interval: interval) {
                    try await connection.reading {
                        try Int64.fetchOne($0, sql: "SELECT max(position) FROM entry") ?? 0
                    }
                }
            })
    }

    /// What a pragma says on the connection that writes.
    package func setting(_ pragma: String) async throws -> String? {
        try await connection.writing { try String.fetchOne($0, sql: "PRAGMA \(pragma)") }
    }

    /// Ends followers and lets go of the file. Whatever is asked afterwards is answered with a fault.
    public func close() throws(JournalFault) {
        wakes.close()
        try connection.close()
    }
}

/// Acts of one caller that wait for the next transaction, and whom to answer.
private struct WaitingAppend {
    let acts: [Act]
    let caller: CheckedContinuation<[Outcome], any Error>
}

extension SQLiteJournal {
    /// Callers that come while the disk is busy share the next transaction: one sync serves them all. A cancelled
    /// task is answered nonetheless, for its acts may be kept already.
    public func append(_ acts: [Act]) async throws -> [Outcome] {
        for act in acts { try act.refuseUnlessFitting() }
        return try await withCheckedThrowingContinuation { caller in
            waiting.withLock { $0.append(WaitingAppend(acts: acts, caller: caller)) }
            connection.write { self.appendAllThatWait($0) }
        }
    }

    private func appendAllThatWait(_ opened: Result<Database, JournalFault>) {
        let batch = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard !batch.isEmpty else { return }

        do {
            let outcomes = try faulting { try Self.append(batch.map(\.acts), in: opened.get()) }
            for (waiting, outcomes) in zip(batch, outcomes) { waiting.caller.resume(returning: outcomes) }
            wakes.wakeAll()
        } catch {
            for waiting in batch { waiting.caller.resume(throwing: error) }
        }
    }

    private static func append(_ batches: [[Act]], in db: Database) throws -> [[Outcome]] {
        try db.committing { db in
            var appending = try Appending(db)
            return try batches.map { try appending.append($0) }
        }
    }
}

extension SQLiteJournal {
    public func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]] {
        try await connection.reading { db in
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
        try await connection.reading { db in
            var reading = Reading(db)
            return try reading.entries(of: stream, after: version)
        }
    }

    public func entries(after position: Position, limit: Int) async throws -> [Entry] {
        try await connection.reading { db in
            var reading = Reading(db)
            return try reading.entries(after: position, limit: limit)
        }
    }

    public func follow(after position: Position) -> any AsyncSequence<Entry, any Error> & Sendable {
        Following(position: position, wakes: wakes) { [connection] position, limit in
            try await connection.reading { db in
                var reading = Reading(db)
                return try reading.entries(after: position, limit: limit)
            }
        }
    }

    public func streams(kind: String) async throws -> [StreamID] {
        try await connection.reading { db in
            // The character after the slash ends the range, so the index on names serves it.
            let names = try String.fetchAll(
                db, sql: "SELECT name FROM stream WHERE name >= ? AND name < ? ORDER BY id",
                arguments: [kind + "/", kind + "0"])
            return names.map { StreamID($0) }
        }
    }

    public func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot? {
        try await connection.reading { try Snapshots.newest(of: stream, fingerprint: fingerprint, in: $0) }
    }

    public func keep(_ snapshot: Snapshot) async throws {
        try await connection.writing { try Snapshots.keep(snapshot, in: $0) }
    }
}
