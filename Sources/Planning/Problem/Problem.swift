/// What has to be planned, in dense numbers: participants, slots, rooms and sessions count from 0.
///
/// A problem is only ever made by checking a draft, so every number in it exists and is in range.
public struct Problem: Sendable, Equatable {
    public let slotCount: Int
    public let participantCount: Int
    public let rooms: [Room]
    public internal(set) var sessions: [Session]
    public let wishes: [Wish]
    public let overCapacityWeight: Int
    public let board: Plan?
    public let movePrice: Int
    public let admission: Admission
    public let sameTopicWeight: Int
    public let hostSpreadWeight: Int
    public let frozenSlots: Set<Int>
    public internal(set) var slotsAfterBreak: Set<Int>

    /// How many people want each session, and how much all of them want it.
    let wantingPeople: [Int]
    let wantedWeight: [Int]

    var fixedItems: [FixedItem]
    var isAbsent: [Set<Int>]
    var followers: [Set<Int>]
    var isBlocked: [Bool]

    /// Checks a draft.
    ///
    /// - Parameter draft: What the caller knows.
    /// - Throws: `Problem.Refused`, naming the first thing that is wrong.
    public init(_ draft: Draft) throws(Refused) {
        try draft.check()

        slotCount = draft.slotCount
        participantCount = draft.participantCount
        rooms = draft.rooms
        sessions = draft.sessions
        wishes = draft.wishes
        overCapacityWeight = draft.overCapacityWeight
        board = draft.board
        movePrice = draft.movePrice
        admission = draft.admission
        sameTopicWeight = draft.sameTopicWeight
        hostSpreadWeight = draft.hostSpreadWeight
        frozenSlots = draft.frozenSlots
        slotsAfterBreak = draft.slotsAfterBreak
        (wantingPeople, wantedWeight) = draft.wanted()
        isAbsent = draft.absentSlots()
        followers = draft.followers()
        fixedItems = draft.fixedItems
        isBlocked = Draft.blockedCells(
            draft.fixedItems, slotCount: draft.slotCount, roomCount: draft.rooms.count)
    }
}

extension Problem {
    /// A room with its seats and what stands in it.
    public struct Room: Sendable, Equatable {
        public var capacityPeople: Int
        public var features: Set<String>

        public init(capacityPeople: Int, features: Set<String> = []) {
            self.capacityPeople = capacityPeople
            self.features = features
        }
    }

    /// A session that wants a place. A longer one takes consecutive slots in the same room.
    public struct Session: Sendable, Equatable {
        public var hosts: [Int] = []
        public var needs: Set<String> = []
        /// A fixed slot also says that the session takes place; a fixed room only says where.
        public var fixedSlot: Int?
        public var fixedRoom: Int?
        public var lengthSlots = 1
        public var mustBePlaced = false
        public var topic: String?

        public init(hosts: [Int] = [], needs: Set<String> = []) {
            self.hosts = hosts
            self.needs = needs
        }
    }

    /// How much one participant wants one session, from 1 to 4.
    ///
    /// A wish weighs once in every slot that its session lasts: as much as what it displaces there.
    public struct Wish: Sendable, Hashable {
        public var participant: Int
        public var session: Int
        public var weight: Int

        public init(participant: Int, session: Int, weight: Int) {
            self.participant = participant
            self.session = session
            self.weight = weight
        }
    }

    /// A slot in which a host is not there.
    public struct Absence: Sendable, Hashable {
        public var host: Int
        public var slot: Int

        public init(host: Int, slot: Int) {
            self.host = host
            self.slot = slot
        }
    }

    /// One session ends before another begins. It binds while both are placed.
    public struct Precedence: Sendable, Hashable {
        public var before: Int
        public var after: Int

        public init(before: Int, after: Int) {
            self.before = before
            self.after = after
        }
    }

    /// A programme item such as the greeting, which blocks one room, or all with nil.
    public struct FixedItem: Sendable, Hashable {
        public var slot: Int
        public var room: Int?

        public init(slot: Int, room: Int?) {
            self.slot = slot
            self.room = room
        }
    }
}

extension Problem {
    public var cellCount: Int { slotCount * rooms.count }

    /// The slots a session takes when it starts in `slot`, cut off at the end of the day.
    func slots(of session: Int, from slot: Int) -> Range<Int> {
        slot..<min(slotCount, slot + sessions[session].lengthSlots)
    }

    /// The board's cell of a session that touches a frozen slot: it has begun, so it is history. No rule
    /// judges it any more, it only binds others.
    func settledCell(of session: Int) -> Cell? {
        guard let cell = board?[session] else { return nil }
        return slots(of: session, from: cell.slot).contains { frozenSlots.contains($0) } ? cell : nil
    }

    func isSettled(_ session: Int) -> Bool {
        settledCell(of: session) != nil
    }

    /// Whether somebody insists that the session takes place.
    public func demandsPlace(_ session: Int) -> Bool {
        sessions[session].mustBePlaced || sessions[session].fixedSlot != nil
    }

    func isBlocked(_ cell: Cell) -> Bool {
        isBlocked[cell.slot * rooms.count + cell.room]
    }

    /// All cells that a session holds from where it starts; none when it is parked.
    func cells(_ session: Int, from cell: Cell?) -> [Cell] {
        guard let cell else { return [] }
        return slots(of: session, from: cell.slot).map { Cell(slot: $0, room: cell.room) }
    }

    func cell(at index: Int) -> Cell {
        Cell(slot: index / rooms.count, room: index % rooms.count)
    }

    func index(of cell: Cell) -> Int {
        cell.slot * rooms.count + cell.room
    }
}
