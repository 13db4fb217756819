/// What runs in which room, with heads, and what can be changed while it runs.
public struct RunningDesk: Sendable {
    /// "10:30 bis 11:15", or the name of the break that is now.
    public var heading: String
    public var countdown: Countdown?
    public var rooms: [RunningRoom]
    /// `11:30`; nil after the last slot.
    public var nextStart: String?
    public var isLastSlotOver: Bool
    /// When the last session ends: `16:00`.
    public var lastEnd: String?

    public init(
        heading: String,
        countdown: Countdown? = nil,
        rooms: [RunningRoom],
        nextStart: String? = nil,
        isLastSlotOver: Bool = false,
        lastEnd: String? = nil
    ) {
        self.heading = heading
        self.countdown = countdown
        self.rooms = rooms
        self.nextStart = nextStart
        self.isLastSlotOver = isLastSlotOver
        self.lastEnd = lastEnd
    }
}

public struct RunningRoom: Sendable {
    public let id: String
    public var name: String
    public var seatCount: Int
    public var headCount: Int
    public var now: RunningSession?
    public var next: RunningSession?

    public init(
        id: String,
        name: String,
        seatCount: Int,
        headCount: Int = 0,
        now: RunningSession? = nil,
        next: RunningSession? = nil
    ) {
        self.id = id
        self.name = name
        self.seatCount = seatCount
        self.headCount = headCount
        self.now = now
        self.next = next
    }
}

public struct RunningSession: Sendable {
    public let id: String
    public var title: String
    public var host: String?
    /// Why it does not take place.
    public var absence: String?
    /// A moderator cancelled it: it can take place after all. What is gone with its topic cannot.
    public var isRestorable: Bool
    /// Rooms that are free in its slot: id and name.
    public var otherRooms: [SelectOption]
    /// Sessions of the same time that could change rooms with it, named with their room.
    public var roomSwaps: [SelectOption] = []
    /// The placement's revision that is seen.
    public var revision = 0

    public init(
        id: String,
        title: String,
        host: String?,
        absence: String? = nil,
        isRestorable: Bool = false,
        otherRooms: [SelectOption] = []
    ) {
        self.id = id
        self.title = title
        self.host = host
        self.absence = absence
        self.isRestorable = isRestorable
        self.otherRooms = otherRooms
    }
}

struct RunningPart: Part {
    let desk: RunningDesk
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "runningHeading": .text(desk.heading)
        case "countdown": .maybe(desk.countdown)
        case "nextStart": .maybe(desk.nextStart.map { words("console.nextFrom", ["time": $0]) })
        case "hasRooms": .flag(desk.rooms.contains { $0.now != nil || $0.next != nil })
        case "runningRooms":
            .parts(desk.rooms.map { RunningRoomPart(room: $0, step: step, frame: frame) })
        default: nil
        }
    }

    private var step: Int {
        Seats.step(forLargest: desk.rooms.map { max($0.headCount, $0.seatCount) }.max() ?? 0)
    }
}

private struct RunningRoomPart: Part {
    let room: RunningRoom
    let step: Int
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "roomID": .text(room.id)
        case "room": .text(room.name)
        case "heads": .number(room.headCount)
        case "ofSeats": .text(words("console.ofSeats", count: room.seatCount))
        case "isFull": .flag(room.headCount >= room.seatCount)
        case "headsRow":
            .markup(
                Seats(wishes: room.headCount, seats: room.seatCount, size: .list, perLine: 20, step: step)
                    .markup
            )
        case "sessions": .parts(sessions(words))
        case "isIdle": .flag(room.now == nil)
        default: nil
        }
    }

    private func sessions(_ words: Phrases) -> [any Part] {
        let now = room.now.map { RunningSessionPart(session: $0, isNext: false, frame: frame) }
        let next = room.next.map { RunningSessionPart(session: $0, isNext: true, frame: frame) }
        return [now, next].compactMap(\.self)
    }
}

private struct RunningSessionPart: Part {
    let session: RunningSession
    let isNext: Bool
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(session.id)
        case "title": .text(session.title)
        case "host": .maybe(session.host)
        case "isNext": .flag(isNext)
        case "isCancelled": .flag(session.absence != nil)
        case "absence": .maybe(session.absence)
        case "isChangeable": .flag(session.absence == nil || session.isRestorable)
        case "cancel":
            .maybe(
                session.absence != nil ? nil : frame.act(words["running.cancel"], .cancellation(session.id)))
        case "restore":
            .maybe(
                session.isRestorable
                    ? frame.act(words["running.restore"], .cancellationWithdrawal(session.id)) : nil
            )
        case "changeRoom":
            .maybe(
                session.otherRooms.isEmpty
                    ? nil : frame.act(words["running.changeRoom"], .roomChange(session.id))
            )
        case "swapRooms":
            .maybe(
                session.roomSwaps.isEmpty
                    ? nil
                    : frame.act(
                        words["running.swapRooms"], .roomSwap(session.id), ["seen": "\(session.revision)"]))
        case "swapSelect":
            .part(
                FormKit("swap-\(session.id)", nil).select(
                    "with", words["running.swapWith"], session.roomSwaps))
        case "roomSelect":
            .part(
                FormKit("room-\(session.id)", nil).select(
                    "room",
                    words["running.otherRoom"],
                    session.otherRooms
                )
            )
        default: nil
        }
    }
}
