import ArgumentParser
import Domain
import Foundation
import Journal
import JournalSQLite

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the journal, while it is served too, and the keys if asked.",
        discussion: """
            Writes two files: FILE, a copy of the journal as it stood at one moment, and FILE.manifest, which says \
            what must be in it. The copy was read from beginning to end before the command says so. Files that \
            are there already are never overwritten.

            The copy holds no keys: without them nobody's name can be read from it. --keys writes the keys and the \
            master key into a file of their own. Keep it elsewhere than the journal's backup, and delete such files \
            after 30 days, so that whoever was forgotten stays forgotten.

            Examples:
              tafelrunde backup -o /mnt/backup/2026-11-21.journal
              tafelrunde backup -o /mnt/a/today.journal --keys /mnt/b/today.keys
            """)

    @Option(
        name: [.short, .long], help: ArgumentHelp("Where to write the journal's copy.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Where to write the keys.", valueName: "file"))
    var keys: String?

    @OptionGroup(title: "Data and log") var data: DataFlags

    func run() async throws {
        let settings = try data.settings()
        let taken = [output, Backup.manifestPath(of: output)]
        if let keys, taken.contains(where: { PrivateFile.isSame($0, keys) }) {
            throw Stop(.usage, "--output and --keys name one file: name two.")
        }
        for path in taken + (keys.map { [$0] } ?? []) { try PrivateFile.mustBeFree(path) }
        let backup = Backup(settings)
        let manifest = try await backup.run(output, keys: keys)
        await backup.tellServer(manifest, withKeys: keys != nil)
        let count = Int(manifest.tally.entryCount)
        Output.say(
            "\(Counted.entries(count, manifest.tally.streams.count)) \(count == 1 ? "is" : "are") in \(output)."
        )
        Output.say("The manifest is \(Backup.manifestPath(of: output)): a restore needs both.")
        if let keys { Output.say("The keys are in \(keys): keep them elsewhere.") }
    }
}

/// Copies what lies in a data folder. SQLite lets another process read along with the server.
struct Backup: Sendable {
    let settings: Settings
    let folder: DataFolder

    init(_ settings: Settings) {
        self.settings = settings
        folder = DataFolder(settings.dataFolder)
    }

    static func manifestPath(of file: String) -> String { file + ".manifest" }

    /// - Throws: `Stop`; then none of the files is there.
    func run(_ file: String, keys keysPath: String?) async throws -> Manifest {
        try folder.mustHoldJournal()
        do {
            let manifest = try await copyJournal(to: file)
            try PrivateFile.create(Self.manifestPath(of: file), try Self.encoder.encode(manifest))
            // After the journal: every key that an entry needs was kept before the entry.
            if let keysPath { try PrivateFile.create(keysPath, try await keysFile().bytes()) }
            try? Marker.backup.set(in: folder)
            if keysPath != nil { try? Marker.keysBackup.set(in: folder) }
            return manifest
        } catch {
            for path in [file, Self.manifestPath(of: file)] {
                try? FileManager.default.removeItem(atPath: path)
            }
            throw Self.stop(error)
        }
    }

    /// So that it stands in the log of the server that runs; without one, only in the folder.
    func tellServer(_ manifest: Manifest, withKeys: Bool) async {
        guard (try? folder.isServed()) == true else { return }
        let made = ControlRequest.backupMade(entryCount: Int(manifest.tally.entryCount), withKeys: withKeys)
        _ = try? await ControlClient(folder: folder).ask(made)
    }

    private func copyJournal(to file: String) async throws -> Manifest {
        let journal = try SQLiteJournal(folder: folder.path, freshEpoch: Epoch.fresh())
        let result: Result<Manifest, any Error>
        do {
            result = .success(try await journal.backup(to: file))
        } catch {
            result = .failure(error)
        }
        try? journal.close()
        return try result.get()
    }

    private func keysFile() async throws -> KeysFile {
        guard FileManager.default.fileExists(atPath: folder.keysFile) else {
            throw Stop(.noInput, "There are no keys in \(folder.path).")
        }
        let store = try KeysSQLite(path: folder.keysFile)
        let stored = try await store.load()
        if !stored.isUnused { try await mustFit(store) }
        try store.close()
        let master = try PrivateFile.read(settings.masterKey.path)
        let forgotten = try? PrivateFile.read(settings.masterKey.forgottenPath)
        return KeysFile(
            masterKey: String(decoding: master, as: UTF8.self), check: stored.check.map { Data($0) },
            keys: Dictionary(
                uniqueKeysWithValues: stored.wrapped.map { ($0.key.description, Data($0.value)) }),
            forgotten: String(decoding: forgotten ?? Data(), as: UTF8.self))
    }

    /// A backup of keys with another master key would open nothing.
    private func mustFit(_ store: KeysSQLite) async throws {
        let place = settings.masterKey
        let master = try MasterKey.open(place, isFirstStart: false)
        _ = try await KeyRing(store, master: master, forgotten: try ForgottenList(path: place.forgottenPath))
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private static func stop(_ error: any Error) -> Stop {
        switch error {
        case let stop as Stop: stop
        case let fault as JournalFault: Stop(fault.exitReason, "Nothing was backed up: \(fault.description).")
        case let fault as KeyFault: Stop(fault.exitReason, "Nothing was backed up. \(fault.description)")
        default: Stop(.software, "Nothing was backed up: \(error).")
        }
    }
}
