public import Domain
internal import Synchronization

/// The names whose keys were destroyed on purpose, one a line, beside the master key.
///
/// It is written before a key is destroyed and applied whenever a ring is opened: a restored backup of the keys
/// brings nobody back. `GATHERING/*` forgets a whole gathering.
public final class ForgottenList: Sendable {
    public let path: String

    private let lines: Mutex<Lines>

    /// What the file says, and up to where.
    private struct Lines {
        var names: Set<KeyName> = []
        var gatherings: Set<Identifier<Gathering>> = []
        var byteCount = 0
    }

    public init(path: String) throws(KeyFault) {
        self.path = path
        lines = Mutex(Self.parse(try SyncedFile(path: path).contents() ?? []))
    }

    public func holds(_ name: KeyName) -> Bool {
        lines.withLock { $0.names.contains(name) || $0.gatherings.contains(name.gathering) }
    }

    /// Adds names; when it returns, a power cut cannot bring them back.
    func add(_ names: [KeyName]) throws(KeyFault) {
        try lines.withLock { lines throws(KeyFault) in
            let new = names.filter { !lines.names.contains($0) }
            try Self.append(new.map(\.description), to: &lines, at: path)
            lines.names.formUnion(new)
        }
    }

    /// Adds a whole gathering.
    func add(gathering: Identifier<Gathering>) throws(KeyFault) {
        try lines.withLock { lines throws(KeyFault) in
            guard !lines.gatherings.contains(gathering) else { return }
            try Self.append([gathering.text + Self.wholeGathering], to: &lines, at: path)
            lines.gatherings.insert(gathering)
        }
    }

    private static let wholeGathering = "/*"

    private static func append(_ new: [String], to lines: inout Lines, at path: String) throws(KeyFault) {
        guard !new.isEmpty else { return }
        let bytes = Array(new.map { $0 + "\n" }.joined().utf8)
        try SyncedFile(path: path).replaceEnd(from: lines.byteCount, with: bytes)
        lines.byteCount += bytes.count
    }

    /// A last line without its end was torn by a power cut before anything was destroyed. It is no name: it may be
    /// the beginning of somebody else's.
    private static func parse(_ bytes: [UInt8]) -> Lines {
        var lines = Lines()
        lines.byteCount = (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        for line in bytes[..<lines.byteCount].split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line, as: UTF8.self).filter { !$0.isWhitespace }
            if let name = KeyName(text) {
                lines.names.insert(name)
            } else if text.hasSuffix(wholeGathering), let gathering = Identifier<Gathering>(String(text.dropLast(2))) {
                lines.gatherings.insert(gathering)
            }
        }
        return lines
    }
}
