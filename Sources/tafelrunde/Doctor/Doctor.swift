import Domain
import Foundation
import Journal
import JournalSQLite
import Web

/// Looks at a machine, one thing after another.
struct Doctor: Sendable {
    let settings: Settings
    let now: Date
    let isThorough: Bool
    let folder: DataFolder
    let openFilesMax: Int?

    init(
        _ settings: Settings, now: Date, isThorough: Bool, openFilesMax: Int? = OpenFiles.hardMax()
    ) {
        self.openFilesMax = openFilesMax
        self.settings = settings
        self.now = now
        self.isThorough = isThorough
        folder = DataFolder(settings.dataFolder)
    }

    func examine() async -> [Finding] {
        var findings = [folderFinding(), spaceFinding(), openFilesFinding(), clockFinding()]
        findings += await journalFindings()
        findings += lookupFindings()
        findings += await keyFindings()
        findings += backupFindings()
        let server = await server()
        findings.append(addressFinding(server))
        if let certificate = settings.certificate { findings.append(finding(of: certificate)) }
        findings.append(imprintFinding())
        findings.append(serverFinding(server))
        return findings
    }

    private func folderFinding() -> Finding {
        let subject = "Data folder"
        guard folder.exists() else {
            let around = folder.nearestThere()
            return !folder.isSomethingElse() && FileManager.default.isWritableFile(atPath: around)
                ? .ok(subject, "\(folder.path) is not there yet; the first start makes it.")
                : .fail(subject, "\(folder.path) cannot be made in \(around) by this account.")
        }
        guard FileManager.default.isWritableFile(atPath: folder.path) else {
            return .fail(subject, "\(folder.path) cannot be written by this account.")
        }
        if let mode = PrivateFile.mode(folder.path), mode & 0o077 != 0 {
            return .warn(subject, "\(folder.path) may be read by others: chmod 700 it.")
        }
        if let inner = folder.inner() {
            return .warn(
                subject, "\(folder.path) holds no journal, but \(inner.path) does: --data names that one.")
        }
        return .ok(subject, "\(folder.path) is there, and for its owner only.")
    }

    /// In a venue's own network the organisers' pages are enough; a server of the internet has to name its operator.
    private func imprintFinding() -> Finding {
        let subject = "Imprint"
        if settings.imprint != nil { return .ok(subject, "The pages of the instance name who runs it.") }
        guard settings.publicAddress?.isSecure == true else {
            return .ok(
                subject, "Each gathering names its organisers; nobody is named as running this server.")
        }
        return .warn(subject, "Nobody is named as running this server: write a text and set --imprint.")
    }

    static let spaceFailBytes: Int64 = 100_000_000

    private func spaceFinding() -> Finding {
        guard let free = Space.freeBytes(folder.nearestThere()) else {
            return .warn("Space", "The system does not say what is free.")
        }
        if free < Self.spaceFailBytes {
            return .fail("Space", "Only \(Space.text(free)) are free: make room.")
        }
        if free < Int64(settings.spaceWarningMegabytes) * 1_000_000 {
            return .warn(
                "Space", "\(Space.text(free)) are free, less than \(settings.spaceWarningMegabytes) MB.")
        }
        return .ok("Space", "\(Space.text(free)) are free.")
    }

    private func openFilesFinding() -> Finding {
        let subject = "Open files"
        guard let openFilesMax else { return .ok(subject, "The system names no limit.") }
        guard openFilesMax >= OpenFiles.countMin else {
            return .warn(
                subject,
                "This account may have \(openFilesMax) open, phones and pages included: allow \(OpenFiles.countMin)."
            )
        }
        return .ok(subject, "This account may have \(openFilesMax) open.")
    }

    /// The year in which this was written: no clock can be right and say an earlier one.
    static let yearMin = 2026
    static let yearMax = 2100

    private func clockFinding() -> Finding {
        let timestamp = WallClock.timestamp(now)
        let year = Int(timestamp.prefix(4)) ?? 0
        guard (Self.yearMin...Self.yearMax).contains(year) else {
            return .fail("Clock", "This machine believes it is \(timestamp): set its clock.")
        }
        guard let local = try? WallClock(zone: settings.timeZone).now(now) else {
            return .fail("Clock", "This machine does not know the time zone \(settings.timeZone).")
        }
        return .ok("Clock", "It is \(timestamp): \(local.time) in \(settings.timeZone).")
    }

    private func journalFindings() async -> [Finding] {
        guard folder.holdsJournal() else { return [.ok("Journal", "There is none yet.")] }
        do {
            let journal = try SQLiteJournal(readingOnly: folder.path)
            let findings = try await findings(of: journal)
            try journal.close()
            return findings
        } catch {
            return [.fail("Journal", "\(Stop(opening: error).sentence) Restore a backup.")]
        }
    }

    private func findings(of journal: SQLiteJournal) async throws -> [Finding] {
        let newest = try await journal.newest()
        let count = newest?.position.value ?? 0
        if isThorough { _ = try await journal.verify() }
        let extent = isThorough ? "all of them are whole" : "the newest are whole"
        return [.ok("Journal", "It holds \(count) entries; \(extent).")] + (newest.map { [order($0)] } ?? [])
    }

    static let aheadSecondsMax = 120

    /// Entries that lie in the future tell that the clock was put back.
    private func order(_ newest: Entry) -> Finding {
        let ahead = newest.moment.seconds(since: WallClock.instant(now))
        if ahead > Self.aheadSecondsMax {
            return .fail(
                "Clock and journal", "The newest entry lies \(ahead) s in the future: the clock went back.")
        }
        return .ok("Clock and journal", "The newest entry is of \(WallClock.timestamp(Date(newest.moment))).")
    }

    private func addressFinding(_ server: Server) -> Finding {
        let subject = "Address"
        let reach = Reach(settings, port: settings.port)
        if case .answers(let base) = server, base != reach.base {
            return .ok(subject, "The server that runs is at \(base), and its links begin with that.")
        }
        switch reach.how {
        case .set where settings.publicAddress?.isSecure == false:
            return .warn(
                subject, "Links begin with \(reach.base): without TLS others in the network read along.")
        case .set: return .ok(subject, "Links begin with \(reach.base), as set.")
        case .found(let interface):
            return .ok(subject, "Phones in the same network reach \(reach.base) (by \(interface)).")
        case .listensThere: return .ok(subject, "The server listens at \(reach.base) only.")
        case .onlyHere: return .warn(subject, "No network was found: only this machine reaches the server.")
        }
    }

    private func finding(of files: CertificateFiles) -> Finding {
        let subject = "Certificate"
        do throws(Stop) {
            let end = Date(try files.read().endsAt)
            let days = Int((end.timeIntervalSince(now) / 86_400).rounded(.down))
            if end <= now {
                return .fail(subject, "It ended \(WallClock.timestamp(end)): renew it.")
            } else if days < CertificateWatch.daysMin {
                return .warn(subject, "It ends \(WallClock.timestamp(end)): renew it.")
            } else if settings.publicAddress == nil {
                return .warn(
                    subject,
                    "It is for a name, and links carry a number: name the server by --public-address.")
            }
            return .ok(subject, "It is valid until \(WallClock.timestamp(end)).")
        } catch {
            return .fail(subject, error.sentence)
        }
    }

    private enum Server {
        /// What its links begin with.
        case answers(base: String)
        case silent
        case none
    }

    /// A server that is just starting, or a command that is about to be done, is waited for.
    private func server() async -> Server {
        for _ in 0..<20 where (try? folder.isServed()) == true {
            if case .pong(let base)? = try? await ControlClient(folder: folder).ask(.ping) {
                return .answers(base: base)
            }
            try? await Task.sleep(for: .milliseconds(200))
        }
        return (try? folder.isServed()) == true ? .silent : .none
    }

    private func serverFinding(_ server: Server) -> Finding {
        let subject = "Server"
        switch server {
        case .answers: return .ok(subject, "It runs and answers.")
        case .silent: return .fail(subject, "A process holds \(folder.path) but does not answer.")
        case .none: break
        }
        do {
            _ = try Port(settings.listenHost, settings.port)
            return .ok(subject, "It does not run; port \(settings.port) is free.")
        } catch {
            return .fail(subject, error.sentence)
        }
    }
}

extension DataFolder {
    /// Whether a file has the folder's name.
    func isSomethingElse() -> Bool { !exists() && FileManager.default.fileExists(atPath: path) }

    /// The folder that was most likely meant, when this one holds no journal.
    func inner() -> DataFolder? {
        let inner = DataFolder(path + "/data")
        return !holdsJournal() && inner.holdsJournal() ? inner : nil
    }

    /// The folder, or what is there of the path that leads to it.
    func nearestThere() -> String {
        var url = URL(fileURLWithPath: path)
        while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
            url.deleteLastPathComponent()
        }
        return url.path
    }

    /// Whether a process holds the folder; makes nothing.
    func isServed() throws(Stop) -> Bool {
        guard FileManager.default.fileExists(atPath: lockFile) else { return false }
        return try lock() == nil
    }
}
