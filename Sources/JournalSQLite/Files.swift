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
        let wasThere = FileManager.default.fileExists(atPath: path)
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw JournalFault(kind: .notWritable, description: "the data folder cannot be made")
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw JournalFault(kind: .notWritable, description: "the data folder cannot be written to")
        }
        if !wasThere { try Files.synchronizeFolder(of: path) }
    }

    /// - Returns: Whether the folder is there.
    func refuseUnlessEmpty() throws(JournalFault) -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }

        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path), names.isEmpty else {
            throw JournalFault(kind: .notWritable, description: "\(path) is not an empty folder")
        }
        return true
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// A file that has its name only when it is whole and synced.
struct PartialFile {
    private let target: String

    var path: String { target + ".partial" }

    /// Takes the name; only the owner may read what will lie there.
    init(for target: String) throws(JournalFault) {
        self.target = target
        guard !FileManager.default.fileExists(atPath: target) else {
            throw JournalFault(kind: .notWritable, description: "\(target) is there already")
        }
        discard()
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes) else {
            throw JournalFault(kind: .notWritable, description: "\(target) cannot be written")
        }
    }

    func finish() throws(JournalFault) {
        try Files.synchronize(path)
        do {
            try FileManager.default.moveItem(atPath: path, toPath: target)
        } catch {
            throw JournalFault(kind: .notWritable, description: "\(target) cannot be written")
        }
        try Files.synchronizeFolder(of: target)
    }

    func discard() {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}

enum Files {
    private static let pieceBytes = 1 << 20

    static func checksum(of path: String) throws(JournalFault) -> Checksum {
        var running = Checksum.Running()
        try forEachPiece(of: path) { running.add($0) }
        return running.finish()
    }

    /// - Returns: The checksum of the bytes that were copied.
    static func copy(_ source: String, to path: String) throws(JournalFault) -> Checksum {
        var running = Checksum.Running()
        guard let target = FileHandle(forWritingAtPath: path) else {
            throw JournalFault(kind: .notWritable, description: "\(path) cannot be written")
        }
        defer { try? target.close() }
        try forEachPiece(of: source) { piece in
            running.add(piece)
            try target.write(contentsOf: piece)
        }
        return running.finish()
    }

    static func synchronize(_ path: String) throws(JournalFault) {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            try handle.synchronize()
        } catch {
            throw JournalFault(kind: .unavailable, description: "\(path) cannot be synced")
        }
    }

    /// A file's name is kept in its folder, and the folder is a file that a power cut can lose as well.
    static func synchronizeFolder(of path: String) throws(JournalFault) {
        try synchronize(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    private static func forEachPiece(of path: String, _ body: (Data) throws -> Void) throws(JournalFault) {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw JournalFault(kind: .unavailable, description: "\(path) cannot be read")
        }
        defer { try? file.close() }
        do {
            while let piece = try file.read(upToCount: pieceBytes), !piece.isEmpty { try body(piece) }
        } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw JournalFault(kind: .diskFull, description: "no space is left on the disk")
        } catch {
            throw JournalFault(kind: .unavailable, description: "\(path) cannot be read or copied")
        }
    }
}
