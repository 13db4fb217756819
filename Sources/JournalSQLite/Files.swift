import Foundation
import Journal

/// The folder that holds a journal.
struct JournalFolder {
    let path: String

    init(_ path: String) {
        self.path = path
    }

    var file: String { path + "/journal.sqlite" }

    /// Readable for its owner only: what people say in closed rooms is nobody else's business.
    func make() throws(JournalFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw JournalFault(kind: .notWritable, description: "the folder cannot be made")
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw JournalFault(kind: .notWritable, description: "the folder cannot be written to")
        }
    }

    /// A new file's name is in its folder, and the folder is a file that a power cut can lose as well.
    func synchronize() throws(JournalFault) {
        try Files.synchronize(path)
    }
}

enum Files {
    static let pieceBytes = 1 << 20

    static func synchronize(_ path: String) throws(JournalFault) {
        do {
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw CocoaError(.fileReadNoSuchFile)
            }
            defer { try? handle.close() }
            try handle.synchronize()
        } catch {
            throw JournalFault(kind: .unavailable, description: "\(path) cannot be synced")
        }
    }
}
