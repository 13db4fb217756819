@testable import Domain

extension Gathering {
    static let sampleID: Gathering.ID = "iserlohn"

    /// Prepared, with three rooms, four slots from 10:00 on, and Anna, Ben, Cem and Dora.
    ///
    /// `topics`: so many proposals, numbered from 1; the hosts take turns.
    static func sample(topics: Int = 0, _ change: (inout Draft) -> Void = { _ in }) throws -> Gathering {
        var draft = Draft.sample
        change(&draft)
        var gathering = try Gathering(id: sampleID).doing { try $0.prepare(draft, by: .organiser) }
        for person in Participant.ID.four {
            gathering = try gathering.doing { try $0.join(.sample(person), by: .nobody) }
        }
        for number in 0..<topics {
            let host = Participant.ID.four[number % 4]
            gathering = try gathering.proposing("Thema \(number + 1)", by: host)
        }
        return gathering
    }

    /// Runs a verb and applies its changes.
    func doing(at moment: Instant = 60, _ verb: (Gathering) throws -> [Change]) throws -> Gathering {
        var gathering = self
        for change in try verb(self) { gathering.apply(change, at: moment) }
        return gathering
    }

    func proposing(
        _ title: String, by host: Participant.ID, _ change: (inout Proposal.Content) -> Void = { _ in }
    ) throws -> Gathering {
        var content = Proposal.Content(title: try Title(title))
        change(&content)
        return try doing { try $0.propose(content, by: .participant(host)) }
    }

    /// A proposal at a place of the draft, whatever its revision was.
    func placing(_ id: Proposal.ID, _ slot: Slot.ID, _ room: Room.ID) throws -> Gathering {
        try doing {
            try $0.move(
                id, to: Place(slot: slot, room: room), seen: board.draft.placements[id]?.revision,
                by: .moderator)
        }
    }

    func publishing() throws -> Gathering {
        try doing { try $0.publish(revision: board.revision, by: .moderator) }
    }

    func entering(_ phase: Phase) throws -> Gathering {
        try doing { try $0.enter(phase, by: .moderator) }
    }

    func takingBack(_ number: Int? = nil, at now: Now = .at("9:00")) throws -> Gathering {
        try doing { try $0.takeBack(step: number ?? undo.newest?.number ?? 0, at: now, by: .moderator) }
    }

    /// Everything but what only grows: the board's revision and its history.
    var settled: Settled {
        Settled(
            programme: programme, attendees: attendees, topics: topics.withoutRevisions, day: day,
            published: board.current?.layout, cancelled: board.current?.cancelled,
            places: board.draft.placements.mapValues { [$0.place.slot.text, $0.place.room.text] },
            lengths: board.draft.placements.mapValues(\.slotCount),
            pinned: Set(board.draft.placements.filter(\.value.isPinned).keys), parked: board.draft.parked)
    }

    struct Settled: Hashable {
        let programme: Programme
        let attendees: Attendees
        let topics: Topics
        let day: Day
        let published: Board.Layout?
        let cancelled: Set<Proposal.ID>?
        let places: [Proposal.ID: [String]]
        let lengths: [Proposal.ID: Int]
        let pinned: Set<Proposal.ID>
        let parked: [Proposal.ID: ParkReason]
    }
}

extension Topics {
    /// Revisions only grow.
    fileprivate var withoutRevisions: Topics {
        var topics = self
        for id in topics.all.keys { topics.all[id]?.revision = 0 }
        return topics
    }
}

extension Gathering.Draft {
    static let sample = Self(facts: .sample, rooms: Room.three, slots: Slot.row(from: "10:00", count: 4))
}

extension Facts {
    static let sample = Facts(
        title: "Barcamp Iserlohn", form: .barcamp, date: "2026-11-21", venue: "Altes Rathaus", tone: .du)

    func with(_ change: (inout Facts) -> Void) -> Facts {
        var facts = self
        change(&facts)
        return facts
    }
}

extension Room {
    /// The hall has a projector, the cellar has stairs.
    static let three = [
        Room(id: "saal", name: "Saal", seats: 60, equipment: [.projector]),
        Room(id: "stube", name: "Stube", seats: 20),
        Room(id: "keller", name: "Keller", seats: 12, isAccessible: false),
    ]

    static func sample(_ id: ID, seats: Int = 10) -> Room {
        Room(id: id, name: RoomName(stringLiteral: "Raum \(id)"), seats: seats)
    }
}

extension ProgrammeItem {
    static func sample(
        _ id: ID = "pause", from start: MinuteOfDay = "10:45", _ lengthMinutes: Int = 15,
        room: Room.ID? = nil
    ) -> ProgrammeItem {
        ProgrammeItem(
            id: id, title: "Pause", form: .breakTime, start: start, lengthMinutes: lengthMinutes, room: room)
    }
}

extension Organiser {
    static func sample(_ id: ID) -> Organiser {
        Organiser(
            id: id, name: "Stadt Iserlohn", part: .organiser, imprint: "Schillerplatz 7\n58636 Iserlohn",
            privacy: "Nur für heute.", email: "post@iserlohn.example")
    }
}

extension Now {
    /// On the sample's day; the instant follows the clock.
    static func at(_ time: MinuteOfDay, on date: LocalDate = "2026-11-21") -> Now {
        Now(instant: Instant(milliseconds: Int64(time.minutes) * 60_000), date: date, time: time)
    }
}
