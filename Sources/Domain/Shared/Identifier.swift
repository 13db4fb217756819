/// Names one thing of the kind `Of`, in addresses, in the journal and in memory alike.
///
/// Made of letters, digits, `-`; at most 32 characters. Up to 15 of them cost no allocation.
public struct Identifier<Of>: Hashable, Sendable, Comparable {
    public static var lengthMax: Int { 32 }

    public let text: String

    /// Nil when `text` is not an identifier: anybody can type an address.
    public init?(_ text: String) {
        let isFitting = !text.isEmpty && text.utf8.count <= Self.lengthMax
        guard isFitting, text.utf8.allSatisfy(Self.allows) else { return nil }
        self.text = text
    }

    /// Counted identifiers, for things that are numbered within their gathering.
    public init(number: Int) {
        text = String(number)
    }

    /// The number behind a counted identifier.
    public var number: Int? { Int(text) }

    /// Numbers in the order of counting, then names: one order for all, or sorting would go by chance.
    public static func < (left: Self, right: Self) -> Bool {
        switch (left.number, right.number) {
        case (let first?, let second?): (first, left.text) < (second, right.text)
        case (nil, nil): left.text < right.text
        case (let first, _): first != nil
        }
    }

    private static func allows(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension Identifier {
    /// Short enough to stay in place in memory, long enough that nobody guesses one: 12 characters of 32, 60 bits.
    public static func random(using generator: inout some RandomNumberGenerator) -> Self {
        Self(unchecked: String(randomLength: 12, using: &generator))
    }

    private init(unchecked text: String) {
        self.text = text
    }
}

extension Identifier: CustomStringConvertible, LosslessStringConvertible {
    public var description: String { text }
}

extension Identifier: Codable, CodingKeyRepresentable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not an identifier"))
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public var codingKey: any CodingKey { NamedKey(stringValue: text) }

    public init?(codingKey: some CodingKey) {
        self.init(codingKey.stringValue)
    }
}

/// A coding key that is only a name.
private struct NamedKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension String {
    /// Characters that survive being read out: no 0 and O, no 1 and I and L.
    public static let readableAlphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")

    /// Random text of the readable alphabet.
    public init(randomLength length: Int, using generator: inout some RandomNumberGenerator) {
        var text = ""
        for _ in 0..<length {
            text.append(
                Self.readableAlphabet[Int.random(in: 0..<Self.readableAlphabet.count, using: &generator)])
        }
        self = text
    }
}
