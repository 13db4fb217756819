import Journal
import Synchronization

/// Cannot read a kind of stream the first time it is asked to.
final class StumblingJournal: Journal {
    private let inner: any Journal
    private let kind: String
    private let stumbled = Mutex(false)

    init(_ inner: any Journal, at kind: String) {
        self.inner = inner
        self.kind = kind
    }

    var hasStumbled: Bool { stumbled.withLock { $0 } }
    var epoch: Epoch { inner.epoch }

    func entries(of stream: StreamID, after version: Version) async throws -> [Entry] {
        let stumbles =
            stream.description.hasPrefix(kind)
            && stumbled.withLock { before in
                defer { before = true }
                return !before
            }
        if stumbles { throw JournalFault(kind: .unavailable, description: "the disk is busy") }
        return try await inner.entries(of: stream, after: version)
    }

    func append(_ acts: [Act]) async throws -> [Outcome] { try await inner.append(acts) }

    func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]] { try await inner.kept(acts) }

    func entries(after position: Position, limit: Int) async throws -> [Entry] {
        try await inner.entries(after: position, limit: limit)
    }

    func follow(after position: Position) -> any AsyncSequence<Entry, any Error> & Sendable {
        inner.follow(after: position)
    }

    func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot? {
        try await inner.snapshot(of: stream, fingerprint: fingerprint)
    }

    func keep(_ snapshot: Snapshot) async throws { try await inner.keep(snapshot) }

    func streams(kind: String) async throws -> [StreamID] { try await inner.streams(kind: kind) }
}
