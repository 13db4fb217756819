import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Files that only their owner may read, written whole and synced.
enum PrivateFile {
    /// Makes a file that must not be there yet.
    static func create(_ path: String, _ bytes: Data) throws(Stop) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Stop(.cannotCreate, "\(path) cannot be made: \(reason()).") }
        defer { close(file) }
        giveToOwner(file, ofFolderAround: path)

        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let reason = reason()
                unlink(path)
                throw Stop(.inputOutput, "\(path) cannot be written: \(reason).")
            }
            done += count
        }
        guard fsync(file) == 0 else {
            let reason = reason()
            unlink(path)
            throw Stop(.inputOutput, "\(path) cannot be synced: \(reason).")
        }
    }

    /// Nothing is there yet, and the folder that it will lie in is.
    static func mustBeFree(_ path: String) throws(Stop) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Stop(.cannotCreate, "\(path) is there already: nothing is overwritten.")
        }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard !DataFolder(folder).exists() else { return }
        throw Stop(.cannotCreate, "\(path) cannot be made: there is no folder \(DataFolder(folder).path).")
    }

    /// Whether two paths name one file, as far as their words tell.
    static func isSame(_ first: String, _ second: String) -> Bool {
        URL(fileURLWithPath: first).standardizedFileURL == URL(fileURLWithPath: second).standardizedFileURL
    }

    /// Puts a file in the place of the one that may be there, at once.
    static func replace(_ path: String, _ bytes: Data) throws(Stop) {
        let draft = "\(path).\(getpid()).new"
        unlink(draft)
        try create(draft, bytes)
        guard rename(draft, path) == 0 else {
            let reason = reason()
            unlink(draft)
            throw Stop(.cannotCreate, "\(path) cannot be written: \(reason).")
        }
    }

    static func read(_ path: String) throws(Stop) -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw Stop(.noInput, isThere ? "\(path) cannot be read." : "There is no file \(path).")
        }
    }

    /// What root makes in somebody else's folder is theirs: their server must be able to use it.
    static func giveToOwner(_ file: Int32, ofFolderAround path: String) {
        guard geteuid() == 0 else { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        var status = stat()
        if stat(folder, &status) == 0, status.st_uid != 0 { _ = fchown(file, status.st_uid, status.st_gid) }
    }

    /// Who may do what; nil when there is no such file or folder.
    static func mode(_ path: String) -> UInt32? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt32(status.st_mode & 0o777) : nil
    }

    /// What the last system call complained about.
    static func reason() -> String { String(cString: strerror(errno)) }
}
