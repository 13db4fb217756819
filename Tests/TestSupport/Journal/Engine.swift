public import Journal
import JournalSQLite

/// The engines that the contract of the journal is tried on.
public enum Engine: String, CaseIterable, Sendable {
    case memory
    case disk

    /// A journal without entries that goes with the test.
    public func emptyJournal() async throws -> any Journal {
        switch self {
        case .memory: try SQLiteJournal(inMemory: .sample)
        case .disk: try SQLiteJournal(folder: TemporaryFolder.untilTheEnd(), freshEpoch: .sample)
        }
    }

    /// Ballot boxes without papers that go with the test.
    public func emptyBallots() throws -> any BallotBox {
        switch self {
        case .memory: try BallotsSQLite.sample()
        case .disk: try BallotsSQLite.sample(path: TemporaryFolder.untilTheEnd() + "/ballots.sqlite")
        }
    }
}
