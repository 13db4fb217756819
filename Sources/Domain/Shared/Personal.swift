import FoundationEssentials

/// A value that says something about a human being, sealed with a key that can be destroyed.
///
/// The domain carries it without being able to read it: only the key ring makes and opens one.
public struct Personal<Value>: Hashable, Sendable, Codable {
    public let key: KeyName
    public let sealed: [UInt8]

    public init(key: KeyName, sealed: [UInt8]) {
        self.key = key
        self.sealed = sealed
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        key = try container.decode(KeyName.self, forKey: .key)
        sealed = [UInt8](try container.decode(Data.self, forKey: .sealed))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(Data(sealed), forKey: .sealed)
    }

    private enum CodingKeys: String, CodingKey { case key, sealed }
}

/// Names a key of the ring. Every key belongs to one gathering, so that a whole gathering can be forgotten at once.
public struct KeyName: Hashable, Sendable, Codable, CustomStringConvertible {
    public let gathering: Identifier<Gathering>
    public let purpose: Purpose

    public enum Purpose: Hashable, Sendable {
        /// Seals what one participant told about themselves.
        case person(Identifier<Participant>)
        /// Seals which voice belongs to whom; destroyed a day after the end.
        case wishes
        /// Seals who wrote a record on paper.
        case records
        /// Seals one contact that somebody shares with a group; destroyed when it is taken back or over.
        case contact(Identifier<Contact>)
    }

    public init(gathering: Identifier<Gathering>, purpose: Purpose) {
        self.gathering = gathering
        self.purpose = purpose
    }

    /// `GATHERING/wishes`, `GATHERING/records`, `GATHERING/person/PARTICIPANT` or `GATHERING/contact/CONTACT`: how the key
    /// is filed.
    public var description: String {
        switch purpose {
        case .person(let participant): "\(gathering)/person/\(participant)"
        case .wishes: "\(gathering)/wishes"
        case .records: "\(gathering)/records"
        case .contact(let contact): "\(gathering)/contact/\(contact)"
        }
    }

    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let gathering = Identifier<Gathering>(first) else { return nil }

        switch parts.dropFirst().first {
        case "wishes" where parts.count == 2:
            self.init(gathering: gathering, purpose: .wishes)
        case "records" where parts.count == 2:
            self.init(gathering: gathering, purpose: .records)
        case "person" where parts.count == 3:
            guard let participant = Identifier<Participant>(parts[2]) else { return nil }
            self.init(gathering: gathering, purpose: .person(participant))
        case "contact" where parts.count == 3:
            guard let contact = Identifier<Contact>(parts[2]) else { return nil }
            self.init(gathering: gathering, purpose: .contact(contact))
        default: return nil
        }
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let name = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a key's name"))
        }
        self = name
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
