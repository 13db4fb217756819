public import Journal

/// A journal around another one: it does what the other does, but for what a test's own type does otherwise.
public protocol WrappingJournal: Journal {
    var inner: any Journal { get }
}

extension WrappingJournal {
    public var epoch: Epoch { inner.epoch }

    public func append(_ acts: [Act]) async throws -> [Outcome] { try await inner.append(acts) }

    public func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]] { try await inner.kept(acts) }

    public func entries(of stream: StreamID, after version: Version) async throws -> [Entry] {
        try await inner.entries(of: stream, after: version)
    }

    public func entries(after position: Position, limit: Int) async throws -> [Entry] {
        try await inner.entries(after: position, limit: limit)
    }

    public func follow(after position: Position) -> any AsyncSequence<Entry, any Error> & Sendable {
        inner.follow(after: position)
    }

    public func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot? {
        try await inner.snapshot(of: stream, fingerprint: fingerprint)
    }

    public func keep(_ snapshot: Snapshot) async throws { try await inner.keep(snapshot) }

    public func streams(kind: String) async throws -> [StreamID] { try await inner.streams(kind: kind) }
}
