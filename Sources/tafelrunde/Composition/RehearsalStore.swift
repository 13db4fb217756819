import Actions
import Journal
import JournalSQLite

/// Where a rehearsal lives: in memory, its keys and the list of the forgotten too. Nothing of it reaches a disk.
enum RehearsalStore {
    static func open(_ master: MasterKey) async throws -> Stores.Store {
        let journal = try SQLiteJournal(inMemory: Epoch.fresh())
        let keys = try await KeyRing(KeysSQLite(), master: master, forgotten: ForgottenList())
        let ballots = try BallotsSQLite { Chance.system.next() }
        return Stores.Store(journal: journal, keys: keys, ballots: ballots)
    }
}

extension Epoch {
    static func fresh() -> Epoch { Epoch(UInt32.random(in: 1...UInt32.max)) }
}
