public import Domain
internal import Synchronization

/// The names whose keys were destroyed on purpose, one a line, beside the master key.
///
/// It is written before a key is destroyed and applied whenever a ring is opened: a restored backup of keys
/// brings nobody back. `GATHERING/*` forgets a whole gathering.
public final class ForgottenList: Sendable {
    /// Nil: it lives in memory, as long as the keys do.
    public let path: String?

    private let lines: Mutex<Lines>

    public init(path: String) throws(KeyFault) {
        self.path = path
        lines = Mutex(Lines(try SyncedFile(path: path).contents() ?? []))
    }

    /// One that is gone when it is let go.
    public init() {
        path = nil
        lines = Mutex(Lines([]))
    }

    public func holds(_ name: KeyName) -> Bool {
        lines.withLock { $0.names.contains(name) || $0.gatherings.contains(name.gathering) }
    }

    /// Those that are forgotten as a whole.
    var gatherings: Set<Identifier<Gathering>> { lines.withLock { $0.gatherings } }

    /// Adds names; when it returns, a power cut cannot bring them back.
    func add(_ names: [KeyName]) throws(KeyFault) {
        try add { $0.names.formUnion(names) }
    }

    /// Adds a whole gathering.
    func add(gathering: Identifier<Gathering>) throws(KeyFault) {
        try add { $0.gatherings.insert(gathering) }
    }

    /// Writes what the file does not say yet. It is read each time: an operator may have added lines, or have
    /// put an old file in its place.
    private func add(_ insert: (inout Lines) -> Void) throws(KeyFault) {
        try lines.withLock { lines throws(KeyFault) in
            guard let path else { return insert(&lines) }
            let file = SyncedFile(path: path)
            let bytes = try file.contents() ?? []
            let written = Lines(bytes)
            var wanted = lines.united(with: written)
            insert(&wanted)

            let missing = wanted.text(without: written)
            if !missing.isEmpty { try file.replaceEnd(from: Lines.wholeByteCount(bytes), with: missing) }
            lines = wanted
        }
    }
}

/// What a list of the forgotten says.
private struct Lines {
    var names: Set<KeyName> = []
    var gatherings: Set<Identifier<Gathering>> = []

    private static let allKeys = "/*"
    private static let end = UInt8(ascii: "\n")

    init(_ bytes: [UInt8]) {
        for line in bytes[..<Self.wholeByteCount(bytes)].split(separator: Self.end) {
            let text = String(decoding: line, as: UTF8.self).filter { !$0.isWhitespace }
            if let name = KeyName(text) {
                names.insert(name)
            } else if text.hasSuffix(Self.allKeys),
                let gathering = Identifier<Gathering>(String(text.dropLast(2)))
            {
                gatherings.insert(gathering)
            }
        }
    }

    /// A last line without its end was torn by a power cut before anything was destroyed. It does not count:
    /// it may be the beginning of somebody else's name.
    static func wholeByteCount(_ bytes: [UInt8]) -> Int {
        (bytes.lastIndex(of: end) ?? -1) + 1
    }

    func united(with others: Self) -> Self {
        var united = self
        united.names.formUnion(others.names)
        united.gatherings.formUnion(others.gatherings)
        return united
    }

    func text(without written: Self) -> [UInt8] {
        let lines =
            names.subtracting(written.names).map(\.description)
            + gatherings.subtracting(written.gatherings).map { $0.text + Self.allKeys }
        return Array(lines.sorted().map { $0 + "\n" }.joined().utf8)
    }
}
