public import Domain

/// Where wrapped keys lie. Every change is synced before its call returns.
public protocol KeyStore: Sendable {
    func load() async throws -> StoredKeys

    /// Keeps the value that tells whether a master key is the right one.
    func keep(check: [UInt8]) async throws

    /// Adds keys. A name that is there already keeps its bytes.
    ///
    /// - Returns: what the store holds now under these names.
    func put(_ wrapped: [KeyName: [UInt8]]) async throws -> [KeyName: [UInt8]]

    /// Removes keys so that none of their bytes are left in a file.
    func remove(_ names: [KeyName]) async throws

    /// Removes all keys of a gathering, as thoroughly.
    func remove(gathering: Identifier<Gathering>) async throws
}

/// All that a store holds.
public struct StoredKeys: Hashable, Sendable {
    public let check: [UInt8]?
    public let wrapped: [KeyName: [UInt8]]

    public init(check: [UInt8]?, wrapped: [KeyName: [UInt8]]) {
        self.check = check
        self.wrapped = wrapped
    }

    /// Whether no ring was ever opened on the store: only then may a master key be made.
    public var isUnused: Bool { check == nil && wrapped.isEmpty }
}
