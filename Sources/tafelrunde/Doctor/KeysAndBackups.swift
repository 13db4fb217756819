import Foundation
import Journal
import JournalSQLite

/// What a doctor says about the master key and about backups.
extension Doctor {
    static let backupDaysMax = 7
    static let keysBackupDaysMax = 30

    func keyFindings() async -> [Finding] {
        let subject = "Master key"
        let path = settings.masterKey.path
        guard FileManager.default.fileExists(atPath: path) else {
            if folder.holdsJournal() {
                return [
                    .fail(subject, "\(path) is missing although there is data: restore it from its backup.")
                ]
            }
            if settings.masterKeyPath != nil {
                return [.fail(subject, "There is no file \(path): make it, or mount the disk it lies on.")]
            }
            return [.ok(subject, "There is none yet; the first start makes \(path).")]
        }
        do {
            let key = try MasterKey.open(settings.masterKey, isFirstStart: false)
            if let fault = await misfit(key) { return [.fail(subject, fault.description)] }
            let warnings = key.warnings.map { Finding.warn(subject, $0.description) }
            return warnings.isEmpty ? [.ok(subject, "\(path) is there, and for its owner only.")] : warnings
        } catch {
            return [.fail(subject, error.description)]
        }
    }

    /// Why a server would refuse the key. A store that was left in the middle of a write is put right by the next start.
    private func misfit(_ key: MasterKey) async -> KeyFault? {
        let store = folder.keysFile
        guard FileManager.default.fileExists(atPath: store),
            !FileManager.default.fileExists(atPath: store + "-journal")
        else { return nil }
        do {
            try key.mustFit(try await KeysSQLite.load(readingOnly: store))
            return nil
        } catch {
            return error as? KeyFault
        }
    }

    func backupFindings() -> [Finding] {
        guard folder.holdsJournal() else { return [] }
        return [
            age(
                of: .backup, "Backup", daysMax: Self.backupDaysMax,
                never: "The journal was never backed up: tafelrunde backup -o FILE"),
            age(
                of: .keysBackup, "Keys' backup", daysMax: Self.keysBackupDaysMax,
                never:
                    "Is the master key backed up? Its loss loses all names: tafelrunde backup -o FILE --keys FILE"
            ),
        ]
    }

    private func age(of marker: Marker, _ subject: String, daysMax: Int, never: String) -> Finding {
        guard let date = marker.date(in: folder) else { return .warn(subject, never) }
        let days = Int(now.timeIntervalSince(date) / 86_400)
        if days > daysMax { return .warn(subject, "The last one is \(days) days old; make a new one.") }
        return .ok(subject, "The last one is of \(WallClock.timestamp(date)).")
    }
}
