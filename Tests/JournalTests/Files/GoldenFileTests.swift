import Domain
import Foundation
import GRDB
import Journal
import JournalSQLite
import TestSupport
import Testing

/// The journal's file is read for ever: what it looks like is written down in `Golden`, and a change of it must be
/// meant, as one more migration.
@Suite struct GoldenFileTests {
    @Test func `the tables are those written down`() async throws {
        let folder = try await TemporaryFolder.withGoldenJournal()

        let schema = try await folder.rows(
            "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")

        #expect(schema.joined(separator: "\n\n") + "\n" == (try golden("journal-schema.sql")))
    }

    @Test func `the file says whose it is and how it came to its shape`() async throws {
        let folder = try await TemporaryFolder.withGoldenJournal()

        #expect(try await folder.rows("PRAGMA application_id") == ["1415669349"])
        #expect(try await folder.rows("SELECT name FROM migration") == ["20261121-0930-create-entries.sql"])
        #expect(try await folder.rows("SELECT epoch FROM journal") == ["61453"])
    }

    @Test func `entries are written byte for byte as written down, with their checksums`() async throws {
        let folder = try await TemporaryFolder.withGoldenJournal()

        let rows = try await folder.rows(
            """
            SELECT format('%d %s %d %s %s %d %s %s', position, name, version, actor, act, moment,
                          CAST(body AS TEXT), lower(hex(checksum)))
            FROM entry JOIN stream ON stream.id = entry.stream ORDER BY position
            """)

        #expect(rows.joined(separator: "\n") + "\n" == (try golden("journal-entries.txt")))
    }

    private func golden(_ name: String) throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: folder.appending(path: "Golden/\(name)"), encoding: .utf8)
    }
}

extension TemporaryFolder {
    fileprivate static func withGoldenJournal() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        try await journal.appendSingly([
            .sample("a1", on: "gathering/k3v9m2xw7qfd", body: #"[{"opened":{"title":"Runder Tisch"}}]"#),
            .sample(
                "a2", by: "ben",
                writes: [
                    .sample("gathering/k3v9m2xw7qfd", expecting: 1, body: #"[{"closed":{}}]"#),
                    .sample("interest/k3v9m2xw7qfd", body: #"[{"frozen":{"note":"größer"}}]"#),
                ]),
            .sample("a3", on: "gathering/k3v9m2xw7qfd", body: "[]"),
        ])
        try journal.close()
        return folder
    }

    /// The first column of what a statement finds in the journal's file.
    fileprivate func rows(_ sql: String) async throws -> [String] {
        let database = try DatabaseQueue(path: self("journal.sqlite"))
        return try await database.read { try String.fetchAll($0, sql: sql) }
    }
}
