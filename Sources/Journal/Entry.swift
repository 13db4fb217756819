public import Domain

/// One line of the journal: what one act did to one stream.
public struct Entry: Hashable, Sendable {
    /// Where it stands among all entries, without gaps.
    public let position: Position
    public let stream: StreamID
    /// Where it stands in its stream: 1, 2, 3 …
    public let version: Version
    public let key: ActKey
    public let moment: Instant
    /// The list of changes as JSON with sorted keys.
    public let body: [UInt8]

    public init(
        position: Position, stream: StreamID, version: Version, key: ActKey, moment: Instant, body: [UInt8]
    ) {
        self.position = position
        self.stream = stream
        self.version = version
        self.key = key
        self.moment = moment
        self.body = body
    }
}

/// One thing that somebody did, with an id of its own: sent twice, it counts once.
public struct Act: Hashable, Sendable {
    public let key: ActKey
    public let moment: Instant
    public let writes: [Write]

    public init(key: ActKey, moment: Instant, writes: [Write]) {
        self.key = key
        self.moment = moment
        self.writes = writes
    }
}

/// What an act adds to one stream.
public struct Write: Hashable, Sendable {
    public let stream: StreamID
    public let body: [UInt8]
    /// The version the decision was made on; nil adds to the stream wherever it stands.
    public let expected: Version?

    public init(stream: StreamID, body: [UInt8], expected: Version?) {
        self.stream = stream
        self.body = body
        self.expected = expected
    }
}

/// Whose act it is, and which.
public struct ActKey: Hashable, Sendable {
    public let actor: ActorID
    public let act: ActID

    public init(actor: ActorID, act: ActID) {
        self.actor = actor
        self.act = act
    }
}

/// The device, participant, voice or command that acted. Never a name.
public typealias ActorID = Identifier<ActKey>

/// Chosen by whoever acts; 8 to 32 characters.
public typealias ActID = Identifier<Act>

/// What became of one act of a batch.
public enum Outcome: Hashable, Sendable {
    case kept([Entry])
    /// The act id was there already: the entries of the first time, of all its streams.
    case repeated([Entry])
    /// A stream stood elsewhere than expected; nothing of this act was kept.
    case conflict(StreamID, at: Version)
}

/// The name of a stream, like `gathering/k3v9m2xw7qfd`.
public struct StreamID: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }

    public init<A: Aggregate>(of type: A.Type, _ id: Identifier<A.Name>) {
        description = "\(A.kind)/\(id)"
    }
}

/// Where an entry stands among all.
public struct Position: Hashable, Sendable, Comparable {
    public static let start = Self(0)

    public let value: Int64

    public init(_ value: Int64) { self.value = value }

    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// How many entries a stream has.
public struct Version: Hashable, Sendable, Comparable {
    public static let start = Self(0)

    public let value: Int64

    public init(_ value: Int64) { self.value = value }

    public var next: Self { .init(value + 1) }

    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// A random number that changes when a journal is restored, copied or promoted with loss: positions of another
/// epoch mean nothing.
public struct Epoch: Hashable, Sendable, CustomStringConvertible {
    public let value: UInt32

    public init(_ value: UInt32) { self.value = value }

    public var description: String { String(value, radix: 36) }
}

/// The state of a stream after one of its entries, kept to start faster. It may always be thrown away.
public struct Snapshot: Hashable, Sendable {
    public let stream: StreamID
    public let version: Version
    /// Where the stream's last entry stood.
    public let position: Position
    /// Names the shape of the state that wrote it.
    public let fingerprint: String
    public let body: [UInt8]

    public init(stream: StreamID, version: Version, position: Position, fingerprint: String, body: [UInt8]) {
        self.stream = stream
        self.version = version
        self.position = position
        self.fingerprint = fingerprint
        self.body = body
    }
}
