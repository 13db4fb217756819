/// The phone's first page: what is now, what is next, and the one thing to do.
public struct NowPage: Page {
    public static let template = "boards/now"

    public var frame: PhoneFrame
    /// What the whole room does: arriving, pitching, weighing.
    public var phase: PhaseNote?
    /// Where the reader is, or wants to be.
    public var mine: NowBlock?
    /// All that runs now; its `start` and `end` head the list.
    public var running: SlotList?
    public var next: SlotList?
    /// When the next is, when that is not today: "Do, 26. November".
    public var nextDay: String?
    /// Answers are taken although the day goes on.
    public var offersFeedback = false

    public init(
        _ frame: PhoneFrame,
        phase: PhaseNote? = nil,
        mine: NowBlock? = nil,
        running: SlotList? = nil,
        next: SlotList? = nil
    ) {
        self.frame = frame
        self.phase = phase
        self.mine = mine
        self.running = running
        self.next = next
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(words["now.heading"] + " \u{B7} " + frame.name)
        case "phase": .maybe(phase)
        case "mine": .maybe(mine)
        case "running": .maybe(running)
        case "next": .maybe(next)
        case "nextHeading": .text(nextDay ?? words["now.next"])
        case "isEmpty": .flag(phase == nil && mine == nil && running == nil && next == nil)
        case "hasPlan": .flag(running != nil || next != nil)
        case "hasMine": .flag(mine != nil)
        case "feedbackAddress": .maybe(offersFeedback ? Route.feedback(frame.gathering).path : nil)
        default: frame.answer(name, words)
        }
    }
}

/// What everybody does together just now, and where the reader's part of it lies.
public struct PhaseNote: Part {
    public let heading: String
    public let text: String
    public var link: Link?
    public var countdown: Countdown?

    public init(heading: String, text: String, link: Link? = nil, countdown: Countdown? = nil) {
        self.heading = heading
        self.text = text
        self.link = link
        self.countdown = countdown
    }

    /// The usual sentences for the phases of a day.
    ///
    /// `day`: when it is, when that is not today.
    public init(
        _ phase: Phase, gathering: String, words: Phrases, countdown: Countdown? = nil, day: String? = nil
    ) {
        let topics = Link(words["phase.toTopics"], .topics(gathering))
        switch phase {
        case .arriving:
            self.init(
                heading: day ?? words["phase.arriving"],
                text: day == nil ? words["phase.arrivingText"] : words["phase.arrivingOnText"],
                link: Link(words["phase.propose"], .newProposal(gathering))
            )
        case .pitching:
            self.init(
                heading: words["phase.pitching"],
                text: words["phase.pitchingText"],
                link: topics,
                countdown: countdown
            )
        case .weighing:
            self.init(
                heading: words["phase.weighing"],
                text: words["phase.weighingText"],
                link: Link(words["phase.weigh"], .topics(gathering)),
                countdown: countdown
            )
        case .planning:
            self.init(heading: words["phase.planning"], text: words["phase.planningText"], link: topics)
        case .closing:
            self.init(
                heading: words["phase.closing"],
                text: words["phase.closingText"],
                link: Link(words["phase.toFeedback"], .feedback(gathering))
            )
        case .answered:
            self.init(
                heading: words["feedback.thanks"],
                text: words["phase.answeredText"],
                link: Link(words["phase.toBoard"], .plan(gathering))
            )
        case .said:
            self.init(
                heading: words["phase.over"],
                text: words["phase.saidText"],
                link: Link(words["phase.toResult"], .feedback(gathering))
            )
        case .over:
            self.init(
                heading: words["phase.over"],
                text: words["phase.overText"],
                link: Link(words["documentation.title"], .documentation(gathering, .html))
            )
        }
    }

    /// The phases in which everybody does the same; while sessions run, everybody has a place of their own.
    public enum Phase: String, Sendable, CaseIterable {
        case arriving
        case pitching
        case weighing
        case planning
        /// Everybody says how it was.
        case closing
        /// The reader has said it.
        case answered
        /// What all have said can be read.
        case said
        case over
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "phaseHeading": .text(heading)
        case "phaseText": .text(text)
        case "link": .maybe(link)
        case "countdown": .maybe(countdown)
        default: nil
        }
    }
}

/// The one "Jetzt" of a screen: what, where, how long.
public struct NowBlock: Part {
    /// The session's; empty for a programme item.
    public var id: String
    public var title: String
    public var room: String
    public var host: String
    public var until: String
    public var minutesLeft: Int
    public var end: String?
    public var people: Int?
    public var seats: Int
    /// A programme item for everybody: nothing to count.
    public var isForAll: Bool
    /// The reader offers it.
    public var isHosting = false
    /// Where it is written down, and whether somebody is looked for who does.
    public var record: (address: String, isAsked: Bool)?

    public init(
        id: String = "",
        title: String,
        room: String,
        host: String = "",
        until: String,
        minutesLeft: Int,
        endMilliseconds: Int64? = nil,
        people: Int? = nil,
        seats: Int = 0,
        isForAll: Bool = false
    ) {
        self.id = id
        self.title = title
        self.room = room
        self.host = host
        self.until = until
        self.minutesLeft = minutesLeft
        end = endMilliseconds.map { String($0) }
        self.people = people
        self.seats = seats
        self.isForAll = isForAll
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(title)
        case "room": .maybe(room.isEmpty ? nil : room)
        case "untilAndHost":
            .text(
                [words("time.until", ["time": until]), isHosting ? words["session.hosting"] : host].filter {
                    !$0.isEmpty
                }.joined(
                    separator: " \u{B7} "
                )
            )
        case "recordAddress": .maybe(record?.address)
        case "recordLabel":
            .text(record?.isAsked == true ? words["record.keeperWanted"] : words["record.write"])
        case "left": .text(words("time.left", count: minutesLeft))
        case "leftLabel": .text(words("time.minutesLeft", count: minutesLeft))
        case "end": .maybe(end)
        case "drawing": .maybe(drawing?.markup)
        case "id": .text(id)
        case "people": .text(String(people ?? 0))
        case "heads": .maybe(drawing == nil ? nil : heads(words))
        default: nil
        }
    }

    private var drawing: Seats? {
        guard let people, !isForAll else { return nil }
        let step = Seats.step(forLargest: max(people, seats))
        return Seats(wishes: people, seats: seats, size: .now, perLine: 24, step: step)
    }

    private func heads(_ words: Phrases) -> String {
        let gaps = ["seats": String(seats)]
        return (people ?? 0) > seats ? words("session.tooFull", gaps) : words("now.peopleOfSeats", gaps)
    }
}
