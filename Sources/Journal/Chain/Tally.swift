/// What a journal holds, in few numbers: two journals with the same tally hold the same entries.
public struct Tally: Hashable, Sendable, Codable {
    public private(set) var entryCount: Int64 = 0
    public private(set) var newest = Position.start
    public private(set) var head = Checksum.none
    public private(set) var streams: [StreamID: Version] = [:]

    public init() {}

    /// Counts the next entry.
    ///
    /// - Throws: `.damaged`, naming the position, when it is not the one that must follow or not what was written.
    public mutating func add(_ entry: Entry, checksum: Checksum) throws(JournalFault) {
        guard entry.position.value == newest.value + 1 else {
            throw .damaged(at: newest.value + 1, "it is missing")
        }
        let version = streams[entry.stream, default: .start].next
        guard entry.version == version else {
            throw .damaged(
                at: entry.position.value,
                "\(entry.stream) goes on with \(entry.version.value), not \(version.value)")
        }
        guard checksum == head.chained(to: entry) else {
            throw .damaged(at: entry.position.value, "its checksum does not fit")
        }
        entryCount += 1
        newest = entry.position
        head = checksum
        streams[entry.stream] = version
    }
}

extension JournalFault {
    /// One entry is not what was written.
    public static func damaged(at position: Int64, _ finding: String) -> Self {
        .init(kind: .damaged, description: "the journal is damaged at entry \(position): \(finding)")
    }
}

extension Position: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension Version: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension StreamID: Codable, CodingKeyRepresentable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public var codingKey: any CodingKey { StreamKey(stringValue: description) }

    public init?(codingKey: some CodingKey) {
        self.init(codingKey.stringValue)
    }
}

/// A stream's name as the key of a JSON object.
private struct StreamKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
