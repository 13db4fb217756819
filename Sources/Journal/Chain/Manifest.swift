/// Lies beside a backup and says what must be in it: a restore compares all of it.
public struct Manifest: Hashable, Sendable, Codable {
    /// The epoch of the journal that was backed up. A restored one gets another.
    public let epoch: UInt32
    public let tally: Tally
    /// Of the backup's file: a byte that no entry uses counts as well.
    public let file: Checksum

    public init(epoch: Epoch, tally: Tally, file: Checksum) {
        self.epoch = epoch.value
        self.tally = tally
        self.file = file
    }
}
