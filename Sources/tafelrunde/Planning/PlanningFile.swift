import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Files of the commands that plan: JSON with whole numbers and no unknown fields, of bounded size.
enum PlanningFile {
    static let megabytesMax = 32
    private static let chunkBytes = 1 << 20

    /// Reads a file as a whole.
    ///
    /// - Parameters:
    ///   - type: What stands in it. It refuses unknown fields with `strictContainer(keyedBy:)`, and what else
    ///     it does not like with `FieldFault`.
    ///   - path: Where it lies, or `-` for the standard input.
    /// - Returns: The decoded value.
    /// - Throws: `FileFault` in one sentence.
    static func read<T: Decodable>(_ type: T.Type, from path: String) throws(FileFault) -> T {
        let bytes = try bytes(of: path)
        let name = path == "-" ? "standard input" : path
        do {
            try JSONForm.check(bytes)
        } catch {
            throw FileFault(name, error.place, error.fault)
        }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw FileFault(name, decoding: error)
        }
    }

    /// Refuses, before anybody waits for an answer, what it could not be written to.
    ///
    /// - Parameters:
    ///   - path: Where it will lie; never a file that was read.
    ///   - sources: The paths that are read.
    /// - Throws: `Stop` where it cannot be written, or where something would be lost by it.
    static func mustBeWritable(_ path: String, besides sources: [String] = []) throws(Stop) {
        guard !path.isEmpty, path != "-" else {
            throw Stop(.usage, "-o names a file; without it the answer goes to the standard output.")
        }
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        guard !sources.contains(where: { target == URL(fileURLWithPath: $0).resolvingSymlinksInPath() })
        else { throw Stop(.cannotCreate, "\(path) is a file that is read: give another name.") }

        var status = stat()
        if stat(target.path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw Stop(.cannotCreate, "\(path) is there already, and it is not a file.")
        }
        let folder = target.deletingLastPathComponent().path
        guard DataFolder(folder).exists() else {
            throw Stop(.cannotCreate, "\(path) cannot be written: there is no folder \(folder).")
        }
        guard access(folder, W_OK) == 0 else {
            throw Stop(.cannotCreate, "\(path) cannot be written: \(PrivateFile.reason()).")
        }
    }

    /// Writes a file in the place of the one that may be there, at once; its owner alone may read it.
    ///
    /// - Parameters:
    ///   - text: All that will stand in it.
    ///   - path: Where it will lie, which `mustBeWritable` has looked at.
    /// - Throws: `Stop` where it cannot be written; then nothing is left of it.
    static func write(_ text: String, to path: String) throws(Stop) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        try PrivateFile.replace(target.path, Data(text.utf8))
    }

    private static func bytes(of path: String) throws(FileFault) -> [UInt8] {
        let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw FileFault(path, .file, "it cannot be read: \(PrivateFile.reason())", reason: .noInput)
        }
        defer { if file != STDIN_FILENO { close(file) } }

        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: chunkBytes)
        while bytes.count <= megabytesMax * 1_000_000 {
            let count = chunk.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else {
                throw FileFault(path, .file, "it cannot be read: \(PrivateFile.reason())", reason: .noInput)
            }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
        throw FileFault(path, .file, "it has more than \(megabytesMax) megabytes, too many to be planned")
    }
}

/// The system call, which the reading of a file would otherwise hide by its name.
private func systemRead(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, start, count)
}
