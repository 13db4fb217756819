public import Domain
internal import FoundationEssentials

/// Turns the changes of one act into the body of its entry, and back.
///
/// Keys are sorted, so that the same changes are the same bytes on every machine.
public struct ChangeCodec: Sendable {
    /// Stands in the fingerprint of snapshots: another codec would write another shape.
    public static let version = 1

    private let encoder: JSONEncoder
    private let decoder: JSONDecoder

    public init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        decoder = JSONDecoder()
    }

    public func encode<Change: Encodable>(_ changes: [Change]) throws -> [UInt8] {
        [UInt8](try encoder.encode(changes))
    }

    public func decode<Change: Decodable>(_ type: Change.Type, from body: [UInt8]) throws -> [Change] {
        try decoder.decode([Change].self, from: Data(body))
    }

    /// A whole aggregate, for its snapshot.
    public func encode<A: Aggregate>(state: A) throws -> [UInt8] {
        [UInt8](try encoder.encode(state))
    }

    public func decode<A: Aggregate>(state type: A.Type, from body: [UInt8]) throws -> A {
        try decoder.decode(type, from: Data(body))
    }

    /// Names the shape of an aggregate's snapshots.
    public static func fingerprint<A: Aggregate>(of type: A.Type) -> String {
        "\(A.kind)/\(A.shape)/\(version)"
    }
}

extension Write {
    /// What an act adds to the stream of an aggregate; without `expected` wherever the stream stands.
    public init<A: Aggregate>(
        of type: A.Type, _ id: Identifier<A.Name>, changes: [A.Change], expected: Version? = nil,
        codec: ChangeCodec = ChangeCodec()
    ) throws {
        self.init(stream: StreamID(of: type, id), body: try codec.encode(changes), expected: expected)
    }
}
