#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// A small text file whose changes survive a power cut once a call has returned.
struct SyncedFile: Sendable {
    static let bytesMax = 64 << 20

    let path: String

    /// Nil when there is no such file.
    func contents() throws(KeyFault) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .notReadable(path: path, reason: Self.reason())
        }
        defer { close(file) }

        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .notReadable(path: path, reason: Self.reason()) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= Self.bytesMax else {
                throw .notReadable(path: path, reason: "it is too long")
            }
        }
    }

    /// Who may do what with the file; 0 when there is none.
    var mode: UInt32 {
        var status = stat()
        return stat(path, &status) == 0 ? UInt32(status.st_mode & 0o777) : 0
    }

    /// Makes the file with mode 600, whole or not at all.
    ///
    /// - Returns: false when somebody else made one in the meantime, which is left alone.
    func create(_ bytes: [UInt8]) throws(KeyFault) -> Bool {
        let draft = "\(path).\(getpid()).new"
        unlink(draft)
        defer { unlink(draft) }
        do {
            try Self(path: draft).write(bytes, at: 0, flags: O_CREAT | O_EXCL)
        } catch .notWritable(_, let reason) {
            throw .notWritable(path: path, reason: reason)
        }

        guard link(draft, path) == 0 else {
            if errno == EEXIST { return false }
            throw .notWritable(path: path, reason: Self.reason())
        }
        try syncFolder()
        return true
    }

    /// Cuts the file at `length` and writes `bytes` there.
    func replaceEnd(from length: Int, with bytes: [UInt8]) throws(KeyFault) {
        let isNew = mode == 0
        try write(bytes, at: length, flags: O_CREAT)
        if isNew { try syncFolder() }
    }

    private func write(_ bytes: [UInt8], at offset: Int, flags: Int32) throws(KeyFault) {
        let file = open(path, O_WRONLY | O_CLOEXEC | flags, 0o600)
        guard file >= 0 else { throw .notWritable(path: path, reason: Self.reason()) }
        defer { close(file) }

        guard ftruncate(file, off_t(offset)) == 0 else {
            throw .notWritable(path: path, reason: Self.reason())
        }
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes {
                pwrite(file, $0.baseAddress, $0.count, off_t(offset + done))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .notWritable(path: path, reason: Self.reason()) }
            done += count
        }
        guard fsync(file) == 0 else { throw .notWritable(path: path, reason: Self.reason()) }
    }

    /// A new name is kept only when its folder is.
    private func syncFolder() throws(KeyFault) {
        let folder = Self.folder(of: path)
        let file = open(folder, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .notWritable(path: folder, reason: Self.reason()) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .notWritable(path: folder, reason: Self.reason()) }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
