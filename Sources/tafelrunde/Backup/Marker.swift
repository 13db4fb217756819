import Foundation

/// Remembers in the data folder when something was done last, for the doctor.
enum Marker: String, Sendable {
    case backup = "last-backup"
    case keysBackup = "last-keys-backup"

    func path(in folder: DataFolder) -> String { folder.path + "/" + rawValue }

    func set(in folder: DataFolder, at date: Date = Date()) throws(Stop) {
        try PrivateFile.replace(path(in: folder), Data((WallClock.timestamp(date) + "\n").utf8))
    }

    /// Nil when it never was.
    func date(in folder: DataFolder) -> Date? {
        guard let bytes = try? PrivateFile.read(path(in: folder)) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return try? Date(text, strategy: .iso8601.year().month().day().time(includingFractionalSeconds: true))
    }
}
