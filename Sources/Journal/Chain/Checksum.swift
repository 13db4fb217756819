import Crypto
import Domain

/// 32 bytes of SHA-256, over an entry or over a whole file.
public struct Checksum: Hashable, Sendable, CustomStringConvertible {
    public static let byteCount = 32

    /// What the first entry of a journal is chained to.
    public static let none = Self(unchecked: [UInt8](repeating: 0, count: byteCount))

    public let bytes: [UInt8]

    /// Nil unless there are exactly 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    public init(of bytes: [UInt8]) {
        self.init(unchecked: [UInt8](SHA256.hash(data: bytes)))
    }

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    public var description: String {
        String(
            decoding: bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}

extension Checksum {
    /// The checksum that an entry carries: over all its fields and over the checksum of the entry before it, so that
    /// neither a flipped byte nor a lost or exchanged entry goes unnoticed.
    ///
    /// The order of the fields is part of the journal's format: in the journal for ever.
    public func chained(to entry: Entry) -> Checksum {
        var message = bytes
        message.reserveCapacity(256 + entry.body.count)
        message.append(number: entry.position.value)
        message.append(number: entry.version.value)
        message.append(number: entry.moment.milliseconds)
        message.append(counted: entry.stream.description.utf8)
        message.append(counted: entry.key.actor.text.utf8)
        message.append(counted: entry.key.act.text.utf8)
        message.append(counted: entry.body)
        return Checksum(of: message)
    }

    /// Takes the bytes of a file piece by piece.
    public struct Running {
        private var function = SHA256()

        public init() {}

        public mutating func add(_ bytes: some Sequence<UInt8>) {
            function.update(data: Array(bytes))
        }

        public func finish() -> Checksum { .init(unchecked: [UInt8](function.finalize())) }
    }
}

extension Checksum: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let checksum = Self(hexadecimal: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a checksum"))
        }
        self = checksum
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private init?(hexadecimal text: String) {
        let values = text.utf8.compactMap { Self.digits.firstIndex(of: $0) }
        guard values.count == text.utf8.count, values.count == 2 * Self.byteCount else { return nil }
        let pairs = stride(from: 0, to: values.count, by: 2)
        self.init(unchecked: pairs.map { UInt8(values[$0] << 4 | values[$0 + 1]) })
    }
}

extension [UInt8] {
    fileprivate mutating func append(number: Int64) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }

    /// The length stands first, so that no two lists of fields have the same bytes.
    fileprivate mutating func append(counted bytes: some Collection<UInt8>) {
        append(number: Int64(bytes.count))
        append(contentsOf: bytes)
    }
}
