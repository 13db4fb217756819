import Domain
import Journal
import Synchronization

/// A journal that is another one from some moment on, as after a restore beside a running server.
final class ExchangedJournal: Journal {
    private let current: Mutex<any Journal>
    private let other: any Journal

    init(first: any Journal, then other: any Journal) {
        current = Mutex(first)
        self.other = other
    }

    func exchange() {
        current.withLock { $0 = other }
    }

    private var journal: any Journal { current.withLock { $0 } }

    var epoch: Epoch { journal.epoch }

    func append(_ acts: [Act]) async throws -> [Outcome] { try await journal.append(acts) }

    func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]] { try await journal.kept(acts) }

    func entries(of stream: StreamID, after version: Version) async throws -> [Entry] {
        try await journal.entries(of: stream, after: version)
    }

    func entries(after position: Position, limit: Int) async throws -> [Entry] {
        try await journal.entries(after: position, limit: limit)
    }

    func follow(after position: Position) -> any AsyncSequence<Entry, any Error> & Sendable {
        journal.follow(after: position)
    }

    func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot? {
        try await journal.snapshot(of: stream, fingerprint: fingerprint)
    }

    func keep(_ snapshot: Snapshot) async throws { try await journal.keep(snapshot) }

    func streams(kind: String) async throws -> [StreamID] { try await journal.streams(kind: kind) }
}
