/// The one place where anything is kept. Everything that happens is an entry; engines differ only below this port.
public protocol Journal: Sendable {
    var epoch: Epoch { get }

    /// Appends every act whose expected versions hold, in order, in one transaction; an act is kept whole or not at
    /// all. When it returns, what was kept survives a power cut.
    ///
    /// Each act was decided on the acts before it. So when one conflicts or is repeated, the later ones of the same
    /// call that expect a version of one of its streams conflict too, even if that version is met by chance.
    ///
    /// - Throws: `JournalFault`; then the outcome of the whole batch is unknown, and the act ids settle the retry.
    func append(_ acts: [Act]) async throws -> [Outcome]

    /// The entries of those acts that were kept before, of all their streams.
    func kept(_ acts: [ActKey]) async throws -> [ActKey: [Entry]]

    func entries(of stream: StreamID, after version: Version) async throws -> [Entry]

    /// All streams, in one total order without gaps.
    func entries(after position: Position, limit: Int) async throws -> [Entry]

    /// Every entry after `position`, then those to come, until the reader's task ends.
    func follow(after position: Position) -> any AsyncSequence<Entry, any Error> & Sendable

    /// The newest snapshot of the stream with that fingerprint.
    func snapshot(of stream: StreamID, fingerprint: String) async throws -> Snapshot?

    /// Keeps a snapshot instead of the stream's earlier one.
    func keep(_ snapshot: Snapshot) async throws

    /// The names of all streams that begin with `kind` and a slash, in the order of their first entries.
    func streams(kind: String) async throws -> [StreamID]
}

/// The journal could not do what was asked: the disk is full, the file is damaged, the connection is gone.
public struct JournalFault: Error, Equatable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        case diskFull
        case damaged
        case notWritable
        /// A newer version of the program wrote it: this one must not touch it.
        case newerSchema
        case unavailable
    }

    public let kind: Kind
    /// For the operator's log, never for a visitor.
    public let description: String

    public init(kind: Kind, description: String) {
        self.kind = kind
        self.description = description
    }
}
