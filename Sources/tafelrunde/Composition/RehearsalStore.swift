import Actions
import Journal
import JournalSQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where rehearsals live: in memory, keys and the list of the forgotten too. Nothing of them reaches a disk.
enum RehearsalStore {
    static func open(_ master: MasterKey) async throws -> Stores.Store {
        let journal = try SQLiteJournal(inMemory: Epoch.fresh())
        let forgotten = try ForgottenList(path: try pathInMemory())
        let keys = try await KeyRing(KeysSQLite(), master: master, forgotten: forgotten)
        return Stores.Store(journal: journal, keys: keys)
    }

    /// A file in memory without a name, open until the process ends: the list of the forgotten wants a path.
    private static func pathInMemory() throws(Stop) -> String {
        let name = "/tafelrunde-rehearsal-\(getpid())"
        let file = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else {
            throw Stop(.unavailable, "No file can be made in memory: \(PrivateFile.reason()).")
        }
        shm_unlink(name)
        return "/proc/self/fd/\(file)"
    }
}

extension Epoch {
    static func fresh() -> Epoch { Epoch(UInt32.random(in: 1...UInt32.max)) }
}
