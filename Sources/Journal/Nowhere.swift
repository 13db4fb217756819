public import Domain

/// Where what is gone is looked for: it holds nothing, and takes nothing.
public struct Nowhere: Journal, KeyStore, BallotBox {
    public init() {}

    public var epoch: Epoch { Epoch(0) }

    public func append(_ acts: [Act]) async throws -> [Outcome] {
        guard !acts.isEmpty else { return [] }
        throw JournalFault(kind: .notWritable, description: "what is gone takes no acts")
    }

    public func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]] { [:] }
    public func entries(of stream: StreamID, after version: Version) async throws -> [Entry] { [] }
    public func entries(after position: Position, limit: Int) async throws -> [Entry] { [] }
    public func follow(after position: Position) -> any AsyncSequence<Entry, any Error> & Sendable {
        AsyncThrowingStream<Entry, any Error> { $0.finish() }
    }
    public func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot? { nil }
    public func keep(_ snapshot: Snapshot) async throws {}
    public func streams(kind: String) async throws -> [StreamID] { [] }

    public func load() async throws -> StoredKeys { StoredKeys(check: nil, wrapped: [:]) }
    public func keep(check: [UInt8]) async throws {}
    public func put(_ wrapped: [KeyName: [UInt8]]) async throws -> [KeyName: [UInt8]] {
        if let name = wrapped.keys.first { throw KeyFault.forgotten(name) }
        return [:]
    }
    public func remove(_ names: [KeyName]) async throws {}
    public func remove(gathering: Identifier<Gathering>) async throws {}

    public func drop(_ paper: Paper, marking mark: Mark, in gathering: Identifier<Gathering>) async throws
        -> Drop
    {
        .sealed
    }
    public func holds(_ mark: Mark, in gathering: Identifier<Gathering>) async throws -> Bool { false }
    public func paperCount(in gathering: Identifier<Gathering>) async throws -> Int { 0 }
    public func remove(_ mark: Mark, in gathering: Identifier<Gathering>) async throws {}
    public func seal(_ gathering: Identifier<Gathering>) async throws -> [Paper] { [] }
    public func destroy(_ gathering: Identifier<Gathering>) async throws {}
    public func gatherings() async throws -> [Identifier<Gathering>] { [] }
}
