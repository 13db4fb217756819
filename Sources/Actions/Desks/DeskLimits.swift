/// Bounds of a desk and of how many are kept.
public struct DeskLimits: Sendable {
    /// Acts beyond these are told that the desk is busy.
    public var waitingMax = 10_000
    /// Acts in one append.
    public var batchMax = 1_000
    /// How often an act is decided again because others were faster: a busy node beside may win many times in a row,
    /// and each round costs one append.
    public var roundsMax = 1_000
    /// A snapshot is taken after so many entries, or after a tenth of the stream if that is more.
    public var snapshotEntriesMin = 500
    /// Desks in memory, not counting those that have work or readers.
    public var liveMax = 1_000

    public init() {}
}
