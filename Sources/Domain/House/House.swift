/// The instance: which gatherings it has, and by which code people find them.
public struct House: Aggregate, Hashable {
    public typealias Name = House
    public typealias ID = Identifier<House>

    public static let kind = "house"
    public static let shape = 1
    /// There is one house for each instance.
    public static let theOne = ID(number: 1)

    public let id: ID
    public internal(set) var gatherings: [Gathering.ID: Listing] = [:]
    /// In the order they were made.
    public internal(set) var order: [Gathering.ID] = []

    public init(id: ID) {
        self.id = id
    }

    /// How one gathering is found.
    public struct Listing: Sendable, Hashable, Codable {
        public let madeAt: Instant
        /// Which code it is: the code itself is derived from this under the server's key and kept nowhere.
        public let codeSerial: Int
        public let codeDigest: CodeDigest
    }

    public enum Change: Sendable, Hashable, Codable {
        case gatheringListed(id: Gathering.ID, codeSerial: Int, codeDigest: CodeDigest)
        case gatheringForgotten(id: Gathering.ID)
    }

    public enum Refused: Refusal {
        case codeTaken

        public var kind: RefusalKind { .conflict }
    }

    /// Lists a gathering under a code, or gives it another code. No two gatherings have the same.
    public func list(
        _ id: Gathering.ID, codeSerial: Int, codeDigest: CodeDigest
    ) throws(Refused) -> [Change] {
        if gatherings[id]?.codeDigest == codeDigest { return [] }
        guard gathering(withCode: codeDigest) == nil else { throw .codeTaken }
        return [.gatheringListed(id: id, codeSerial: codeSerial, codeDigest: codeDigest)]
    }

    /// Takes a gathering off the list: nobody finds it by its code any more.
    public func forget(_ id: Gathering.ID) -> [Change] {
        gatherings[id] == nil ? [] : [.gatheringForgotten(id: id)]
    }

    public func gathering(withCode digest: CodeDigest) -> Gathering.ID? {
        order.last { gatherings[$0]?.codeDigest == digest }
    }

    public mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .gatheringListed(let id, let serial, let digest):
            if gatherings[id] == nil { order.append(id) }
            let madeAt = gatherings[id]?.madeAt ?? moment
            gatherings[id] = Listing(madeAt: madeAt, codeSerial: serial, codeDigest: digest)
        case .gatheringForgotten(let id):
            gatherings[id] = nil
            order.removeAll { $0 == id }
        }
    }
}

/// Six characters without 0 and O, 1 and I and L.
public struct JoinCode: Sendable, Hashable {
    public static let length = 6

    public let text: String

    /// Reads a code however it was typed: capitals, blanks and hyphens do not matter.
    public init?(_ typed: String) {
        let text = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
        guard text.count == Self.length, text.allSatisfy({ String.readableAlphabet.contains($0) }) else {
            return nil
        }
        self.text = text
    }

    public static func random(using generator: inout some RandomNumberGenerator) -> Self {
        Self(unchecked: String(randomLength: length, using: &generator))
    }

    /// `K7M 2XQ`: in capitals and two groups, to be read out.
    public var spoken: String {
        let capitals = text.uppercased()
        return "\(capitals.prefix(3)) \(capitals.suffix(3))"
    }

    private init(unchecked text: String) {
        self.text = text
    }
}
