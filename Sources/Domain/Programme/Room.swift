/// A space in the house.
public struct Room: Sendable, Hashable, Codable, Identifiable {
    public typealias ID = Identifier<Room>

    public static let seatsRange = 1...5_000

    public let id: ID
    public var name: RoomName
    public var seats: Int
    @InOrder public var equipment: Set<Equipment>
    public var isAccessible: Bool

    public init(id: ID, name: RoomName, seats: Int, equipment: Set<Equipment> = [], isAccessible: Bool = true)
    {
        self.id = id
        self.name = name
        self.seats = seats
        self.equipment = equipment
        self.isAccessible = isAccessible
    }
}

/// What a room has and a session may need.
public enum Equipment: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case projector, whiteboard, flipchart, videoCall, accessible

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

public enum RoomNameKind: TextKind {
    public static let field = "name"
    public static let lengthMax = 40
}

public typealias RoomName = Text<RoomNameKind>

/// A stretch of time in which sessions run side by side.
public struct Slot: Sendable, Hashable, Codable, Identifiable {
    public typealias ID = Identifier<Slot>

    public static let lengthRange = 10...240
    public static let changeOverRange = 0...120

    public let id: ID
    public var start: MinuteOfDay
    public var lengthMinutes: Int

    public init(id: ID, start: MinuteOfDay, lengthMinutes: Int) {
        self.id = id
        self.start = start
        self.lengthMinutes = lengthMinutes
    }

    public var end: MinuteOfDay { start.adding(lengthMinutes) }
}

/// A greeting, a keynote, a break: fixed, over all rooms or in one.
public struct ProgrammeItem: Sendable, Hashable, Codable, Identifiable {
    public typealias ID = Identifier<ProgrammeItem>

    public static let lengthRange = 5...600

    public let id: ID
    public var title: Title
    public var form: Form
    public var start: MinuteOfDay
    public var lengthMinutes: Int
    /// Nil: over all rooms.
    public var room: Room.ID?

    public init(
        id: ID, title: Title, form: Form, start: MinuteOfDay, lengthMinutes: Int, room: Room.ID? = nil
    ) {
        self.id = id
        self.title = title
        self.form = form
        self.start = start
        self.lengthMinutes = lengthMinutes
        self.room = room
    }

    public var end: MinuteOfDay { start.adding(lengthMinutes) }

    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        case greeting, offers, keynote, panel, pitch, breakTime, closing, other
    }
}
