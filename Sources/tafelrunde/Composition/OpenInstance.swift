import Actions
import Domain
import Foundation
import Journal
import JournalSQLite
import Logging
import Lookup

/// Everything that runs on one data folder, put together. The only place that names the engine.
struct OpenInstance: Sendable {
    let instance: Instance
    let journal: any Journal
    let lookup: Lookup
    let folder: DataFolder
    /// What an operator should mend although everything works.
    let warnings: [String]

    private let switchboard: Switchboard
    private let sqlite: SQLiteJournal
    private let keys: KeysSQLite
    private let ballots: BallotsSQLite
    private let lock: DataLock

    /// Opens what lies in the folder, or makes it.
    ///
    /// - Throws: `Stop` with one sentence.
    static func open(_ settings: Settings, _ lock: DataLock) async throws -> OpenInstance {
        let folder = DataFolder(settings.dataFolder)
        do {
            return try await OpenInstance(settings, folder, lock)
        } catch {
            throw Stop(opening: error)
        }
    }

    private init(_ settings: Settings, _ folder: DataFolder, _ lock: DataLock) async throws {
        let clock = try WallClock(zone: settings.timeZone)
        guard let start = clock.now() else {
            throw Stop(
                .configuration, "This machine's clock is wrong: it says \(WallClock.timestamp(Date())).")
        }
        sqlite = try SQLiteJournal(folder: folder.path, freshEpoch: Epoch.fresh())
        keys = try KeysSQLite(path: folder.keysFile)
        ballots = try BallotsSQLite(path: folder.ballotsFile) { Chance.system.next() }
        let stored = try await keys.load()
        let isEmpty = try await sqlite.entries(after: .start, limit: 1).isEmpty
        let master = try MasterKey.open(settings.masterKey, isFirstStart: stored.isUnused && isEmpty)
        let forgotten = try ForgottenList(path: settings.masterKey.forgottenPath)
        let ring = try await KeyRing(keys, master: master, forgotten: forgotten)

        switchboard = Switchboard()
        instance = Instance(
            stores: Stores(
                lasting: .init(journal: sqlite, keys: ring, ballots: ballots),
                rehearsals: Rehearsals { try await RehearsalStore.open(master) }),
            secret: ServerSecret(master), switchboard: switchboard, chance: .system,
            now: Self.ticking(clock, from: start), local: { clock.now(Date($0)) ?? start.at($0) })
        journal = sqlite
        lookup = try Lookup(folder.lookupFile, journal: sqlite, isForgotten: instance.hasForgotten)
        self.folder = folder
        self.lock = lock
        warnings = Self.warnings(folder, master, ring, isWithoutKeys: stored.isUnused && !isEmpty)
    }

    /// Tells the desks what other processes append, and the log what happens, until its task ends.
    func follow(_ logger: Logger) async {
        let log = EventLog(instance: instance, logger: logger)
        while !Task.isCancelled {
            do {
                let newest = try await journal.newest()?.position ?? .start
                try await switchboard.follow(journal, after: max(newest, switchboard.position)) {
                    await log.note($0)
                }
            } catch {
                logger.error("The journal cannot be followed.", metadata: ["fault": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Answers what waits, keeps snapshots, and lets go of all files.
    func close() async {
        await instance.close()
        await lookup.close()
        try? sqlite.close()
        try? keys.close()
        try? ballots.close()
    }

    /// In a year that the domain cannot name, the clock stands still where it was at the start.
    private static func ticking(_ clock: WallClock, from start: Now) -> @Sendable () -> Now {
        { clock.now() ?? start }
    }

    private static func warnings(
        _ folder: DataFolder, _ master: MasterKey, _ ring: KeyRing, isWithoutKeys: Bool
    ) -> [String] {
        var warnings = master.warnings.map(\.description)
        if isWithoutKeys {
            warnings.append("The journal has entries, but there are no keys: nobody's name can be read.")
        }
        if !ring.damagedKeys.isEmpty {
            warnings.append("\(ring.damagedKeys.count) keys are damaged: restore the keys from their backup.")
        }
        if let mode = PrivateFile.mode(folder.path), mode & 0o077 != 0 {
            warnings.append("The data folder \(folder.path) may be read by others: chmod 700 it.")
        }
        if master.isNew {
            warnings.append(
                "A master key was made: back up \(master.path), without it nobody's name can be read.")
        }
        return warnings
    }
}

extension Journal {
    /// The newest entry. Positions have no gaps, so looking ahead and halving finds it in a few steps.
    func newest() async throws -> Entry? {
        guard var newest = try await entries(after: .start, limit: 1).first else { return nil }
        var step: Int64 = 1
        while let later = try await entries(after: .init(newest.position.value + step - 1), limit: 1).first {
            newest = later
            step *= 2
        }
        while step > 1 {
            step /= 2
            let further = try await entries(after: .init(newest.position.value + step - 1), limit: 1).first
            newest = further ?? newest
        }
        return newest
    }
}
