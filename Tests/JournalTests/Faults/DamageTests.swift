import Domain
import Foundation
import GRDB
import Journal
import JournalSQLite
import TestSupport
import Testing

/// What is not what was written is found.
@Suite struct DamageTests {
    /// Each changes one entry of six behind the journal's back.
    private static let forgeries: [(sql: String, position: Int64)] = [
        ("UPDATE entry SET body = CAST('[9]' AS BLOB) WHERE position = 3", 3),
        ("UPDATE entry SET moment = moment + 1 WHERE position = 4", 4),
        ("UPDATE entry SET act = 'b3' WHERE position = 3", 3),
        ("UPDATE entry SET actor = 'ben' WHERE position = 6", 6),
        ("UPDATE entry SET checksum = zeroblob(32) WHERE position = 2", 2),
        ("UPDATE entry SET stream = 2, version = 9 WHERE position = 5", 5),
        ("UPDATE stream SET name = 'gathering/g9' WHERE id = 1", 1),
        ("DELETE FROM entry WHERE position = 4", 4),
        ("DELETE FROM entry WHERE position = 1", 1),
        ("UPDATE entry SET position = 9 WHERE position = 6", 6),
        (
            "UPDATE entry SET body = (SELECT body FROM entry e WHERE e.position = 8 - entry.position)"
                + " WHERE position IN (3, 5)", 3
        ),
    ]

    @Test(arguments: forgeries)
    func `a forged entry is found and named`(_ forgery: (sql: String, position: Int64)) async throws {
        let folder = try await TemporaryFolder.withJournal()
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        #expect(try await journal.verify().entryCount == 6)

        try await folder.forge(forgery.sql)

        let fault = await #expect(throws: JournalFault.self) { try await journal.verify() }
        #expect(fault?.kind == .damaged)
        #expect(fault?.description.hasPrefix("the journal is damaged at entry \(forgery.position): ") == true)
    }

    @Test(arguments: forgeries)
    func `a forged entry among the newest is found at the start`(
        _ forgery: (sql: String, position: Int64)
    ) async throws {
        let folder = try await TemporaryFolder.withJournal()
        try await folder.forge(forgery.sql)

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        }

        #expect(fault?.kind == .damaged)
    }

    @Test(arguments: [(1, true), (1000, true), (1001, false)])
    func `the start looks at the newest thousand`(_ back: Int, isFound: Bool) async throws {
        let folder = try TemporaryFolder()
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        _ = try await journal.append((1...1500).map { .sample(ActID(number: $0), on: "gathering/g1") })
        try journal.close()
        try await folder.forge("UPDATE entry SET moment = 0 WHERE position = \(1501 - back)")

        let opened = try? SQLiteJournal(folder: folder.path, freshEpoch: .sample)

        #expect((opened == nil) == isFound)
        try opened?.close()
    }

    @Test func `a follower does not pass over a missing entry`() async throws {
        let folder = try await TemporaryFolder.withJournal()
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        try await folder.forge("DELETE FROM entry WHERE position = 4")

        let fault = await #expect(throws: JournalFault.self) {
            try await journal.entries(after: 2, limit: 3)
        }

        #expect(fault == .damaged(at: 4, "it is missing"))
    }

    @Test func `a damaged snapshot counts as none`() async throws {
        let folder = try TemporaryFolder()
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        try await journal.keep(.sample(version: 3, body: [1, 2, 3]))

        try await folder.forge("UPDATE snapshot SET body = x'010203FF'")

        #expect(try await journal.snapshot(of: "gathering/g1", fingerprint: "f1") == nil)
    }

    /// A byte that nothing uses may flip unseen; one that matters may not.
    @Test func `one flipped byte anywhere in the file is found, or harms nothing`() async throws {
        let folder = try await TemporaryFolder.withJournal(entryCount: 200)
        let whole = try Data(contentsOf: URL(filePath: folder("journal.sqlite")))
        let entries = try await folder.entries()
        var generator = SeededGenerator(seed: 7)
        var foundCount = 0

        for _ in 0..<150 {
            let damaged = try folder.copyWithFlippedByte(of: whole, using: &generator)
            do {
                let journal = try SQLiteJournal(folder: damaged.path, freshEpoch: .sample)
                defer { try? journal.close() }
                _ = try await journal.verify()
                #expect(try await journal.allEntries() == entries)
            } catch {
                #expect(error is JournalFault)
                foundCount += 1
            }
        }

        #expect(foundCount > 50)
    }

    @Test func `a damaged journal gives no backup`() async throws {
        let folder = try await TemporaryFolder.withJournal()
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        try await folder.forge("UPDATE entry SET moment = 0 WHERE position = 3")
        let target = try TemporaryFolder()

        let fault = await #expect(throws: JournalFault.self) {
            try await journal.backup(to: target("backup.sqlite"))
        }

        #expect(fault?.kind == .damaged)
        #expect(try target.names() == [])
    }
}

extension TemporaryFolder {
    /// A closed journal with entries in two streams.
    static func withJournal(entryCount: Int = 6) async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        _ = try await journal.append(
            (1...entryCount).map {
                .sample(
                    ActID(number: $0), on: $0.isMultiple(of: 2) ? "gathering/g2" : "gathering/g1",
                    body: "[\($0)]")
            })
        try journal.close()
        return folder
    }

    /// Changes the journal's file in ways the journal never would.
    func forge(_ sql: String) async throws {
        let database = try DatabaseQueue(path: self("journal.sqlite"))
        try await database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: sql)
        }
        try database.close()
    }

    func entries() async throws -> [Entry] {
        let journal = try SQLiteJournal(folder: path, freshEpoch: .sample)
        let entries = try await journal.allEntries()
        try journal.close()
        return entries
    }

    /// Another folder, whose journal differs in one bit.
    func copyWithFlippedByte(
        of whole: Data, using generator: inout some RandomNumberGenerator
    ) throws -> TemporaryFolder {
        var damaged = whole
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] ^=
            1 << UInt8.random(in: 0..<8, using: &generator)
        let folder = try TemporaryFolder()
        try damaged.write(to: URL(filePath: folder("journal.sqlite")))
        return folder
    }
}
