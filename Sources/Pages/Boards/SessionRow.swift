/// A session in a list on the phone: title, room, host, seats, and "ich gehe hin" where it is time for that.
public struct SessionRow: Part {
    public let gathering: String
    public let id: String
    public var title: String
    public var room: String
    public var host: String
    /// Wishes before, heads while it runs; nil while nobody may see them.
    public var people: Int?
    public var seats: Int
    public var countsHeads: Bool
    public var isMine: Bool
    /// The reader offers it.
    public var isHosting = false
    /// What changed: "war 11:30 im Erker", "fällt aus".
    public var change: String?
    public var isCancelled: Bool
    /// For a reader who may say that they go there, the act of saying so.
    public var attendanceAct: String?
    public var dotStep: Int

    public init(
        gathering: String,
        id: String,
        title: String,
        room: String,
        host: String,
        people: Int?,
        seats: Int,
        countsHeads: Bool = false,
        isMine: Bool = false,
        change: String? = nil,
        isCancelled: Bool = false,
        attendanceAct: String? = nil,
        dotStep: Int = 1
    ) {
        self.gathering = gathering
        self.id = id
        self.title = title
        self.room = room
        self.host = host
        self.people = people
        self.seats = seats
        self.countsHeads = countsHeads
        self.isMine = isMine
        self.change = change
        self.isCancelled = isCancelled
        self.attendanceAct = attendanceAct
        self.dotStep = dotStep
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(id)
        case "title": .text(title)
        case "room": .text(room)
        case "host": .maybe(host.isEmpty ? nil : host)
        case "address": .text(Route.proposal(gathering, id).path)
        case "people": .maybe(isCancelled ? nil : people)
        case "topic": .text(countsHeads ? "heads" : "wishes")
        case "drawing": .maybe(drawing?.markup)
        case "isTooFull": .flag(surplus > 0)
        case "tooFull": .maybe(surplus > 0 ? tooFull(words) : nil)
        case "ofSeats": .maybe(countsHeads && surplus == 0 ? ofSeats(words) : nil)
        case "isMine": .flag(isMine)
        case "isMarked": .flag(isMine || isHosting)
        case "mark": .text(isHosting ? words["session.hosting"] : words["topics.mine"])
        case "change": .maybe(change)
        case "isCancelled": .flag(isCancelled)
        case "attendanceAct": .maybe(isCancelled ? nil : attendanceAct)
        case "attendanceAddress":
            .text((isMine ? Route.attendanceWithdrawal(gathering, id) : .attendance(gathering, id)).path)
        case "attendanceText": .text(isMine ? words["session.goingThere"] : words["session.goThere"])
        default: nil
        }
    }

    private var surplus: Int { max(0, (people ?? 0) - seats) }

    private var drawing: Seats? {
        guard let people, !isCancelled else { return nil }
        let free = countsHeads ? max(0, seats - people) : 0
        return Seats(
            taken: min(people, seats),
            free: free,
            surplus: surplus,
            size: .board,
            perLine: 20,
            step: dotStep
        )
    }

    private func tooFull(_ words: Phrases) -> String {
        words("session.tooFull", ["seats": String(seats)])
    }

    private func ofSeats(_ words: Phrases) -> Markup {
        let gaps = ["seats": String(seats)]
        return (people ?? 0) == seats
            ? words.markup("session.full", gaps) : words.markup("session.ofSeats", gaps)
    }
}
