import Domain
import Foundation
import GRDB
import Journal
import JournalSQLite
import TestSupport
import Testing

/// What happens when the journal's file is opened.
@Suite(.timeLimit(.minutes(30))) struct OpeningTests {
    @Test func `a journal opened again holds what was kept, under its own epoch`() async throws {
        let folder = try TemporaryFolder()
        let act = Act.sample("a1", on: "gathering/g1")
        let first = try SQLiteJournal(folder: folder.path, freshEpoch: Epoch(1))
        _ = try await first.append([act])
        try first.close()

        let again = try SQLiteJournal(folder: folder.path, freshEpoch: Epoch(2))

        #expect(again.epoch == Epoch(1))
        #expect(try await again.allEntries() == act.entries(at: 1))
        #expect(try await again.append([act]) == [.repeated(act.entries(at: 1))])
    }

    @Test(arguments: [0, 1, UInt32.max])
    func `a new journal gets the epoch it is given`(_ value: UInt32) throws {
        let folder = try TemporaryFolder()

        #expect(try SQLiteJournal(folder: folder.path, freshEpoch: Epoch(value)).epoch == Epoch(value))
        #expect(try SQLiteJournal(folder: folder.path, freshEpoch: Epoch(7)).epoch == Epoch(value))
        #expect(try SQLiteJournal(inMemory: Epoch(value)).epoch == Epoch(value))
    }

    @Test func `a data folder that is not there is made, for its owner only`() throws {
        let folder = try TemporaryFolder()

        let journal = try SQLiteJournal(folder: folder("a/data"), freshEpoch: .sample)

        let attributes = try FileManager.default.attributesOfItem(atPath: folder("a/data"))
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        try journal.close()
    }

    @Test func `every commit is synced`() async throws {
        let folder = try TemporaryFolder()
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)

        #expect(try await journal.setting("synchronous") == "2")
        #expect(try await journal.setting("journal_mode") == "wal")
    }

    @Test func `a folder that cannot be made is said in a sentence`() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(filePath: folder("file")))

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal(folder: folder("file/data"), freshEpoch: .sample)
        }

        #expect(
            fault
                == JournalFault(
                    kind: .notWritable,
                    description: "\(folder("file/data/journal.sqlite")): the data folder cannot be made"))
    }

    @Test func `a folder that cannot be written to is said in a sentence`() throws {
        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal(folder: "/proc/self", freshEpoch: .sample)
        }

        #expect(fault?.kind == .notWritable)
    }

    @Test func `a file that is no database is damage`() throws {
        let folder = try TemporaryFolder()
        try Data("Liebes Tagebuch, heute war ich in Iserlohn.".utf8)
            .write(to: URL(filePath: folder("journal.sqlite")))

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        }

        #expect(
            fault
                == JournalFault(
                    kind: .damaged,
                    description: "\(folder("journal.sqlite")): SQLite: file is not a database (26)"))
    }

    @Test func `a database of another program is left alone`() async throws {
        let folder = try TemporaryFolder()
        try await folder.forge("CREATE TABLE recipe (name TEXT)")

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        }

        #expect(
            fault
                == JournalFault(
                    kind: .damaged,
                    description: "\(folder("journal.sqlite")): the file is a database, but not a journal"))
    }

    @Test func `a journal of a newer version is left alone`() async throws {
        let folder = try await TemporaryFolder.withJournal()
        try await folder.forge("INSERT INTO migration VALUES ('20991231-2359-say-more.sql')")

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        }

        #expect(
            fault
                == JournalFault(
                    kind: .newerSchema,
                    description:
                        "\(folder("journal.sqlite")): the journal was written by a newer version of the"
                        + " program (20991231-2359-say-more.sql)"))
    }

    @Test func `a follower gets what another instance appends to the same file`() async throws {
        let folder = try TemporaryFolder()
        let here = try SQLiteJournal(folder: folder.path, freshEpoch: .sample, lookingEvery: .milliseconds(1))
        let there = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        let (positions, read) = AsyncStream<Position>.makeStream()
        let reader = Task {
            for try await entry in here.follow(after: .start) { read.yield(entry.position) }
        }
        var answers = positions.makeAsyncIterator()
        var seen: [Position?] = []

        // The next one is appended when the reader has the one before, and so has nothing to read but to wait.
        for number in 1...20 {
            _ = try await there.append([.sample(ActID(number: number), on: "gathering/g1")])
            seen.append(await answers.next())
        }

        reader.cancel()
        try await reader.value
        #expect(seen == (1...20).map { Position($0) })
    }

    @Test func `two instances on one file share positions, versions and act ids`() async throws {
        let folder = try TemporaryFolder()
        let here = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        let there = try SQLiteJournal(folder: folder.path, freshEpoch: .sample)
        async let some = here.storm(callers: 4, actsEach: 20)
        async let same = there.storm(callers: 4, actsEach: 20)

        let kept = try await some + same

        #expect(kept.map(\.position.value).sorted() == Array(1...160))
        #expect(try await here.verify().entryCount == 160)
        #expect(try await here.allEntries() == there.allEntries())
    }
}
