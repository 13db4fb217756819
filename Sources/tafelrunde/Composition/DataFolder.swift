import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The folder that holds everything but the master key and the list of the forgotten.
struct DataFolder: Sendable {
    let path: String

    init(_ path: String) {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
        self.path = String(path)
    }

    var journalFile: String { path + "/journal.sqlite" }
    var keysFile: String { path + "/keys.sqlite" }
    /// Made of the journal, and made anew whenever it is missing: no backup holds it.
    var lookupFile: String { path + "/lookup.sqlite" }
    /// Anonymous answers that are not counted yet; no backup holds them.
    var ballotsFile: String { path + "/ballots.sqlite" }
    var lockFile: String { path + "/lock" }
    /// Which links the demo made at its last start.
    var demoLinksFile: String { path + "/demo-links" }

    func exists() -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    func holdsJournal() -> Bool { FileManager.default.fileExists(atPath: journalFile) }

    func mustHoldJournal() throws(Stop) {
        guard holdsJournal() else {
            throw Stop(
                .noInput, "There is no journal in \(path): name the data folder by --data, or serve it first."
            )
        }
    }

    /// Makes the folder, for its owner only, when it is not there.
    func make() throws(Stop) {
        if let file = fileInTheWay() {
            throw Stop(
                .cannotCreate, "The data folder \(path) cannot be made: \(file) is a file, not a folder.")
        }
        guard Self.make(path) else {
            throw Stop(.cannotCreate, "The data folder \(path) cannot be made: \(PrivateFile.reason()).")
        }
        guard access(path, W_OK | X_OK) == 0 else {
            throw Stop(.cannotCreate, "The data folder \(path) cannot be written: \(PrivateFile.reason()).")
        }
    }

    /// The folder's name or one above it, when a file has it.
    private func fileInTheWay() -> String? {
        var path = path
        var isFolder: ObjCBool = false
        while !path.isEmpty {
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
                return isFolder.boolValue ? nil : path
            }
            path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        }
        return nil
    }

    /// Takes the folder for this process.
    ///
    /// - Returns: nil when another process has it.
    func lock() throws(Stop) -> DataLock? {
        let file = open(lockFile, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw Stop(.cannotCreate, "The data folder \(path) cannot be written: \(PrivateFile.reason()).")
        }
        PrivateFile.giveToOwner(file, ofFolderAround: lockFile)
        let lock = DataLock(file)
        return flock(file, LOCK_EX | LOCK_NB) == 0 ? lock : nil
    }

    /// Takes the folder to serve it. A command that is about to be done with it is waited for.
    func lockToServe() async throws -> DataLock {
        for _ in 0..<20 {
            if let lock = try lock() {
                lock.sign()
                return lock
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        let holder = (try? String(contentsOfFile: lockFile, encoding: .utf8)) ?? ""
        let number = Int(holder.trimmingCharacters(in: .whitespacesAndNewlines))
        let named = number.map { " (process \($0))" } ?? ""
        throw Stop(
            .tryAgain, "The data folder \(path) is already served by another process\(named): end that first."
        )
    }

    /// With all folders around it; false leaves the reason with the system.
    private static func make(_ path: String) -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            return make(String(path[..<slash])) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
        }
        guard errno == EEXIST else { return false }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            errno = ENOTDIR
            return false
        }
        return true
    }
}

/// Holds a data folder until it is let go; the system lets go when the process ends, however it ends.
final class DataLock: Sendable {
    private let file: Int32

    init(_ file: Int32) {
        self.file = file
    }

    deinit { close(file) }

    /// Writes down who holds it, for the sentence to whoever comes second.
    fileprivate func sign() {
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(file, 0)
        _ = text.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
    }
}
