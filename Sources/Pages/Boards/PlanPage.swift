/// The reader's own day: what is now, then a ladder of times.
public struct PlanPage: Page {
    public static let template = "boards/plan"

    public var frame: PhoneFrame
    public var now: NowBlock?
    public var rungs: [Rung]
    /// Before the board is published there is nothing to climb.
    public var isPublished: Bool
    public var refused: String?
    /// What the reader can do until there is a plan.
    public var window = WishWindow.State.open(until: nil, countdown: nil)

    public init(
        _ frame: PhoneFrame,
        now: NowBlock? = nil,
        rungs: [Rung],
        isPublished: Bool = true,
        refused: String? = nil
    ) {
        self.frame = frame
        self.now = now
        self.rungs = rungs
        self.isPublished = isPublished
        self.refused = refused
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(words["plan.heading"] + " \u{B7} " + frame.name)
        case "mine": .maybe(now)
        case "heading": .text(now == nil ? words["plan.heading"] : words["plan.day"])
        case "isFirst": .flag(now == nil)
        case "rungs": .parts(rungs)
        case "isEmpty": .flag(!isPublished)
        case "noneNext": .text(noneNext(words))
        case "refused": .maybe(refused)
        case "topicsAddress": .text(Route.topics(frame.gathering).path)
        default: frame.answer(name, words)
        }
    }

    private func noneNext(_ words: Phrases) -> String {
        switch window {
        case .notYet: words["topics.notYet"]
        case .open: words["plan.noneNext"]
        case .closed: words["board.noneNext"]
        }
    }
}

/// One time of the reader's day.
public struct Rung: Part {
    public let time: String
    public var content: Content
    /// "war 14:30": a delay moved it.
    public var was: String?
    /// What still runs at that time instead of a session that does not, and where to see it.
    public var instead: (choices: Int, boardAddress: String)?

    /// What the reader has at that time.
    public enum Content: Sendable {
        case session(SessionRow)
        /// Something for everybody, like lunch.
        case fixed(String)
        /// Several they wanted run at once; the stronger wish is preselected by the caller.
        case conflict([PlanOption])
        /// Nothing chosen, and so many run.
        case free(choices: Int, boardAddress: String)
    }

    public init(time: String, was: String? = nil, _ content: Content) {
        self.was = was
        self.time = time
        self.content = content
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch (name, content) {
        case ("time", _): .text(time)
        case ("was", _): .maybe(was)
        case ("rungId", _): .text(time.filter { $0 != ":" })
        case ("session", .session(let row)): .part(row)
        case ("fixed", .fixed(let text)): .text(text)
        case ("conflict", .conflict): .flag(true)
        case ("isFixed", .fixed): .flag(true)
        case ("options", .conflict(let options)): .parts(options)
        case ("conflictText", .conflict(let options)):
            .markup(options.count == 2 ? words.markup("plan.conflict") : words.markup("plan.conflictMany"))
        case ("free", .free): .flag(true)
        case ("freeText", .free(let choices, _)): .text(words("plan.choices", count: choices))
        case ("hasChoices", .free(let choices, _)): .flag(choices > 0)
        case ("instead", .session): .maybe(instead.map { words("plan.choices", count: $0.choices) })
        case ("instead", _): .nothing
        case ("boardHere", .session):
            .maybe(instead.map { $0.boardAddress + "#slot-" + time.filter { $0 != ":" } })
        case ("boardHere", .free(_, let address)): .text(address + "#slot-" + time.filter { $0 != ":" })
        case ("session", _), ("fixed", _), ("conflict", _), ("free", _), ("isFixed", _): .nothing
        default: nil
        }
    }
}

/// One of the sessions that run at the same time, as a button that chooses it.
public struct PlanOption: Part {
    public let gathering: String
    public let id: String
    public let title: String
    public let room: String
    public var wishes: Int?
    public var seats: Int
    public var isChosen: Bool
    public let act: String

    public init(
        gathering: String,
        id: String,
        title: String,
        room: String,
        wishes: Int?,
        seats: Int,
        isChosen: Bool,
        act: String
    ) {
        self.gathering = gathering
        self.id = id
        self.title = title
        self.room = room
        self.wishes = wishes
        self.seats = seats
        self.isChosen = isChosen
        self.act = act
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(title)
        case "detail": .text(detail(words))
        case "isChosen": .flag(isChosen)
        case "act": .text(act)
        case "action": .text(Route.attendance(gathering, id).path)
        default: nil
        }
    }

    private func detail(_ words: Phrases) -> String {
        guard let wishes else { return room }
        let full = words("session.peopleOnSeats", ["people": String(wishes), "seats": String(seats)])
        return "\(room) \u{B7} \(full)"
    }
}
