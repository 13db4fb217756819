public import Domain

/// Times as rows, rooms as columns, what is fixed as bands between them.
public struct BoardGrid: Sendable {
    public let gathering: String
    public var rooms: [BoardRoom]
    public var rows: [BoardRow]

    public init(gathering: String, rooms: [BoardRoom], rows: [BoardRow]) {
        self.gathering = gathering
        self.rooms = rooms
        self.rows = rows
    }

    /// One dot stands for so many in every field, so that fields compare.
    var dotStep: Int {
        Seats.step(forLargest: sessions.compactMap(\.wishCount).max() ?? 0)
    }

    var sessions: [BoardSession] {
        rows.flatMap { row in
            guard case .slot(let slot) = row else { return [BoardSession]() }
            return slot.cells.compactMap(\.session)
        }
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "rooms": .parts(rooms)
        case "rows": .parts(rows.indices.map { RowPart(grid: self, index: $0) })
        case "roomCount": .number(rooms.count)
        case "columnCount": .number(rooms.count + 1)
        case "isEmpty": .flag(rooms.isEmpty || !rows.contains { $0.slot != nil })
        case "hasManyRooms": .flag(rooms.count > 6)
        case "isTall": .flag(rows.count(where: { $0.slot != nil }) > 6)
        case "dotNote": .maybe(dotStep > 1 ? words("grid.dotStep", count: dotStep) : nil)
        default: nil
        }
    }

    /// The rows that a session beginning in this one reaches over, bands between its slots included.
    func rowSpan(of slotCount: Int, from index: Int) -> Int {
        var left = slotCount
        for (offset, row) in rows[index...].enumerated() {
            if row.slot != nil { left -= 1 }
            if left == 0 { return offset + 1 }
        }
        return rows.count - index
    }
}

/// A column of the board.
public struct BoardRoom: Part {
    public let id: String
    public var name: String
    public var seatCount: Int
    public var equipment: Set<Equipment>

    public init(id: String, name: String, seatCount: Int, equipment: Set<Equipment> = []) {
        self.id = id
        self.name = name
        self.seatCount = seatCount
        self.equipment = equipment
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(id)
        case "room": .text(self.name)
        case "roomNote": .text(note(words))
        default: nil
        }
    }

    /// `40 Plätze, Beamer`
    func note(_ words: Phrases) -> String {
        let things = equipment.subtracting([.accessible]).sorted().map { $0.name(words) }
        return ([words("grid.seats", count: seatCount)] + things).joined(separator: ", ")
    }
}

/// A line of the board: a band, or a slot with a field for each room.
public enum BoardRow: Sendable {
    case item(BoardItem)
    case slot(BoardSlot)

    var slot: BoardSlot? {
        if case .slot(let slot) = self { slot } else { nil }
    }
}

/// A greeting, a break: a band over all rooms.
public struct BoardItem: Sendable {
    public var title: String
    public var start: String
    public var end: String
    /// Where it takes place, when not everywhere.
    public var room: String?
    public var isNow: Bool
    /// "war 12:15": a delay moved it.
    public var was: String?

    public init(
        title: String, start: String, end: String, room: String? = nil, isNow: Bool = false,
        was: String? = nil
    ) {
        self.was = was
        self.title = title
        self.start = start
        self.end = end
        self.room = room
        self.isNow = isNow
    }
}

/// A slot with one cell for each room, in their order.
public struct BoardSlot: Sendable {
    public let id: String
    public var start: String
    public var end: String
    public var isNow: Bool
    public var isOver: Bool
    /// "war 14:30": a delay moved it.
    public var was: String?
    public var cells: [BoardCell]

    public init(
        id: String,
        start: String,
        end: String,
        isNow: Bool = false,
        isOver: Bool = false,
        was: String? = nil,
        cells: [BoardCell]
    ) {
        self.was = was
        self.id = id
        self.start = start
        self.end = end
        self.isNow = isNow
        self.isOver = isOver
        self.cells = cells
    }
}

/// What is in one room during one slot.
public enum BoardCell: Sendable {
    case free
    case session(BoardSession)
    /// A session of an earlier slot goes on here.
    case goesOn
    /// A keynote in this room, say.
    case blocked(by: String)

    var session: BoardSession? {
        if case .session(let session) = self { session } else { nil }
    }
}

extension Equipment {
    func name(_ words: Phrases) -> String {
        switch self {
        case .projector: words["equipment.projector"]
        case .whiteboard: words["equipment.whiteboard"]
        case .flipchart: words["equipment.flipchart"]
        case .videoCall: words["equipment.videoCall"]
        case .accessible: words["equipment.accessible"]
        }
    }

    static func options(_ words: Phrases) -> [SelectOption] {
        allCases.map { SelectOption($0.rawValue, $0.name(words)) }
    }
}
