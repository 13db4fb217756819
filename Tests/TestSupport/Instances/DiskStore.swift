public import Actions
import Domain
public import Foundation
import Journal
import JournalSQLite

/// All that an instance keeps, in files of a folder as a server has them.
public final class DiskStore: Sendable {
    public let folder: TemporaryFolder
    public let store: Stores.Store
    private let journal: SQLiteJournal

    public init() async throws {
        folder = try TemporaryFolder()
        journal = try SQLiteJournal(folder: folder("data"), freshEpoch: .sample)
        store = Stores.Store(
            journal: journal,
            keys: try await KeyRing(
                KeysSQLite(path: folder("data/keys.sqlite")), master: .sample(),
                forgotten: ForgottenList(path: folder("data.forgotten"))),
            ballots: try BallotsSQLite.sample(path: folder("data/ballots.sqlite")))
    }

    /// Copies the journal as `tafelrunde backup` does.
    public func backUp(to name: String) async throws {
        _ = try await journal.backup(to: folder(name))
    }

    /// Every file there is, by its path; what readers of a database share in memory is none.
    public func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where !path.hasSuffix("-shm") {
            if let data = try? Data(contentsOf: URL(fileURLWithPath: folder(path))) { files[path] = data }
        }
        return files
    }
}
