import Domain
import Foundation
import Journal
import JournalSQLite
import TestSupport
import Testing

/// A backup is taken while writing goes on, and believed by nobody who restores it.
@Suite struct BackupTests {
    @Test func `a backup is what the journal was at one moment, also in a storm`() async throws {
        let folder = try TemporaryFolder()
        let journal = try SQLiteJournal(folder: folder("data"), freshEpoch: .sample)
        async let storm = journal.storm(callers: 6, actsEach: 60)

        var backups: [(file: String, manifest: Manifest)] = []
        for number in 1...5 {
            let file = folder("backup-\(number).sqlite")
            backups.append((file, try await journal.backup(to: file)))
        }
        _ = try await storm

        let entries = try await journal.allEntries()
        for (number, backup) in backups.enumerated() {
            let data = folder("restored-\(number)")
            try SQLiteJournal.restore(backup.file, manifest: backup.manifest, into: data, epoch: Epoch(9)) {
                _ in
            }
            let restored = try SQLiteJournal(folder: data, freshEpoch: .sample)
            let count = backup.manifest.tally.entryCount
            #expect(try await restored.allEntries() == Array(entries.prefix(Int(count))))
            #expect(count.isMultiple(of: 2), "an act of two entries was torn")
        }
    }

    @Test(arguments: Engine.allCases)
    func `the manifest says what is in it`(_ engine: Engine) async throws {
        let journal = try #require(try await engine.emptyJournal() as? SQLiteJournal)
        let folder = try TemporaryFolder()
        try await journal.appendSingly([
            .sample("a1", on: "gathering/g1"), .sample("a2", on: "gathering/g2"),
            .sample("a3", on: "gathering/g1"),
        ])

        let manifest = try await journal.backup(to: folder("backup.sqlite"))

        #expect(manifest.epoch == Epoch.sample.value)
        #expect(manifest.tally.entryCount == 3)
        #expect(manifest.tally.newest == 3)
        #expect(manifest.tally.streams == ["gathering/g1": 2, "gathering/g2": 1])
        #expect(try await journal.verify() == manifest.tally)
        #expect(try folder.names() == ["backup.sqlite"])
    }

    @Test func `the manifest survives being written down`() async throws {
        let (_, manifest) = try await TemporaryFolder.withBackup()

        let text = try JSONEncoder().encode(manifest)

        #expect(try JSONDecoder().decode(Manifest.self, from: text) == manifest)
    }

    @Test func `a backup replaces nothing`() async throws {
        let (folder, _) = try await TemporaryFolder.withBackup()
        let before = try Data(contentsOf: URL(filePath: folder("backup.sqlite")))
        let journal = try SQLiteJournal(inMemory: .sample)

        let fault = await #expect(throws: JournalFault.self) {
            try await journal.backup(to: folder("backup.sqlite"))
        }

        #expect(fault?.kind == .notWritable)
        #expect(try Data(contentsOf: URL(filePath: folder("backup.sqlite"))) == before)
    }

    @Test func `a backup into a folder that is not there is a fault`() async throws {
        let journal = try SQLiteJournal(inMemory: .sample)

        let fault = await #expect(throws: JournalFault.self) {
            try await journal.backup(to: "/nowhere/backup.sqlite")
        }

        #expect(fault?.kind == .notWritable)
    }
}

/// What a restore accepts, and what it leaves behind when it does not.
@Suite struct RestoreTests {
    @Test func `a restored journal holds every entry, under the new epoch, without snapshots`() async throws {
        let (folder, manifest) = try await TemporaryFolder.withBackup()
        var replayed: [Entry] = []

        try SQLiteJournal.restore(
            folder("backup.sqlite"), manifest: manifest, into: folder("new"), epoch: Epoch(9)
        ) { replayed.append($0) }

        let restored = try SQLiteJournal(folder: folder("new"), freshEpoch: .sample)
        #expect(restored.epoch == Epoch(9))
        #expect(try await restored.allEntries() == replayed)
        #expect(replayed.map(\.position) == [1, 2, 3])
        #expect(try await restored.verify() == manifest.tally)
        #expect(try await restored.snapshot(of: "gathering/g1", fingerprint: "f1") == nil)
        let next = Act.sample("a4", on: "gathering/g2", expecting: 1)
        #expect(try await restored.append([next]) == [.kept(next.entries(at: 4, version: 2))])
    }

    @Test func `a restore goes into an empty folder as well`() async throws {
        let (folder, manifest) = try await TemporaryFolder.withBackup()
        let empty = try TemporaryFolder()

        try SQLiteJournal.restore(
            folder("backup.sqlite"), manifest: manifest, into: empty.path, epoch: Epoch(9)
        ) { _ in }

        #expect(try empty.names() == ["journal.sqlite"])
    }

    @Test func `a folder that is not empty is refused and left alone`() async throws {
        let (folder, manifest) = try await TemporaryFolder.withBackup()
        let other = try TemporaryFolder()
        try Data("mine".utf8).write(to: URL(filePath: other("note.txt")))

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal.restore(
                folder("backup.sqlite"), manifest: manifest, into: other.path, epoch: Epoch(9)
            ) { _ in }
        }

        #expect(fault?.kind == .notWritable)
        #expect(try other.names() == ["note.txt"])
    }

    @Test func `one flipped byte of the backup ends it, and nothing stays behind`() async throws {
        let (folder, manifest) = try await TemporaryFolder.withBackup()
        let whole = try Data(contentsOf: URL(filePath: folder("backup.sqlite")))
        var generator = SeededGenerator(seed: 11)

        for _ in 0..<100 {
            let damaged = try folder.copyWithFlippedByte(of: whole, using: &generator)
            let fault = #expect(throws: JournalFault.self) {
                try SQLiteJournal.restore(
                    damaged("journal.sqlite"), manifest: manifest, into: damaged("new"), epoch: Epoch(9)
                ) { _ in }
            }
            #expect(fault?.kind == .damaged)
            #expect(try damaged.names() == ["journal.sqlite"])
        }
    }

    @Test(arguments: Array(Manifest.otherThan(.sample).indices))
    func `a manifest that says something else ends it`(_ index: Int) async throws {
        let (folder, manifest) = try await TemporaryFolder.withBackup()
        let other = Manifest.otherThan(manifest)[index]
        let empty = try TemporaryFolder()

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal.restore(
                folder("backup.sqlite"), manifest: other, into: empty.path, epoch: Epoch(9)
            ) { _ in }
        }

        #expect(fault?.kind == .damaged)
        #expect(try empty.names() == [])
    }

    @Test func `a forged entry ends it even when the manifest knows the forged file`() async throws {
        let (folder, manifest) = try await TemporaryFolder.withBackup()
        let forged = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: folder("backup.sqlite"), toPath: forged("journal.sqlite"))
        try await forged.forge("UPDATE entry SET body = x'5B5D20' WHERE position = 2")
        let bytes = try Data(contentsOf: URL(filePath: forged("journal.sqlite")))
        let knowing = Manifest(epoch: .sample, tally: manifest.tally, file: Checksum(of: Array(bytes)))

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal.restore(
                forged("journal.sqlite"), manifest: knowing, into: forged("new"), epoch: Epoch(9)
            ) { _ in }
        }

        #expect(
            fault?.description == "\(forged("journal.sqlite")): the journal is damaged at entry 2: "
                + "its checksum does not fit")
        #expect(try forged.names() == ["journal.sqlite"])
    }

    @Test func `an entry that cannot be replayed ends it and is named`() async throws {
        struct Unreadable: Error {}
        let (folder, manifest) = try await TemporaryFolder.withBackup()

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal.restore(
                folder("backup.sqlite"), manifest: manifest, into: folder("new"), epoch: Epoch(9)
            ) { if $0.position == 2 { throw Unreadable() } }
        }

        #expect(fault?.kind == .damaged)
        #expect(
            fault?.description == "\(folder("backup.sqlite")): the journal is damaged at entry 2: "
                + "it cannot be replayed: Unreadable()")
        #expect(try folder.names() == ["backup.sqlite"])
    }

    @Test func `the old epoch is no new one`() async throws {
        let (folder, manifest) = try await TemporaryFolder.withBackup()

        let fault = #expect(throws: JournalFault.self) {
            try SQLiteJournal.restore(
                folder("backup.sqlite"), manifest: manifest, into: folder("new"), epoch: .sample
            ) { _ in }
        }

        #expect(fault?.kind == .unavailable)
        #expect(try folder.names() == ["backup.sqlite"])
    }

    @Test func `a backup that is not there is a fault`() async throws {
        let (folder, manifest) = try await TemporaryFolder.withBackup()

        #expect(throws: JournalFault.self) {
            try SQLiteJournal.restore(
                folder("nothing.sqlite"), manifest: manifest, into: folder("new"), epoch: Epoch(9)
            ) { _ in }
        }
        #expect(try folder.names() == ["backup.sqlite"])
    }
}

extension TemporaryFolder {
    /// A backup of three entries and a snapshot.
    static func withBackup() async throws -> (TemporaryFolder, Manifest) {
        let folder = try TemporaryFolder()
        let journal = try SQLiteJournal(inMemory: .sample)
        try await journal.appendSingly([
            .sample("a1", on: "gathering/g1"), .sample("a2", on: "gathering/g2"),
            .sample("a3", on: "gathering/g1"),
        ])
        try await journal.keep(.sample(version: 2))
        return (folder, try await journal.backup(to: folder("backup.sqlite")))
    }
}

extension Manifest {
    static let sample = Manifest(epoch: .sample, tally: Tally(), file: .none)

    /// Manifests that differ in one thing each.
    static func otherThan(_ manifest: Manifest) -> [Manifest] {
        let epoch = Epoch(manifest.epoch &+ 1)
        return [
            Manifest(epoch: epoch, tally: manifest.tally, file: manifest.file),
            Manifest(epoch: .sample, tally: Tally(), file: manifest.file),
            Manifest(epoch: .sample, tally: manifest.tally, file: .none),
        ]
    }
}
