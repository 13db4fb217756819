public import Domain

/// The frame of a day that could be: house, rooms, slots, fixed items, and somebody responsible. All of it is invented.
public struct PretendProgramme: Sendable, Hashable {
    public let draft: Gathering.Draft
    public let items: [ProgrammeItem]
    public let organiser: Organiser
    let topicCount: Int

    /// The round table without an agenda: arriving, greeting, then topics from the group.
    ///
    /// Up to 40 people it has four rooms and three slots; a large one has up to twelve rooms and five slots.
    public static func iserlohn(people: Int, date: LocalDate, host: TownKey?) throws -> Self {
        var facts = Facts(
            title: try Title("Runder Tisch im Barcamp-Format"), form: .barcamp, date: date,
            venue: try VenueName("Alte Schulgießerei"), tone: .du)
        facts.address = try VenueAddress("Musterweg 12, 58636 Iserlohn (erfunden)")
        facts.hostTown = host
        facts.series = try SeriesName("Willkommen in Südwestfalen")
        facts.edition = 24
        let size = Size(people: people)
        return Self(
            draft: .init(
                facts: facts, rooms: try rooms(size.rooms, people: people), slots: try slots(size.slots)),
            items: try [
                item(1, "Ankommen, Kaffee, Platz nehmen", .other, "09:00", 30),
                item(2, "Begrüßung", .greeting, "09:30", 15),
                item(3, "Vorstellungsrunde und Themen", .pitch, "09:45", 45),
                item(4, "Imbiss", .breakTime, "12:15", 60),
                item(5, "Blitzlicht", .closing, size.slots > 3 ? "16:15" : "14:15", 30),
            ],
            organiser: try sampleOrganiser(), topicCount: size.topics)
    }

    /// Greeting, offers and a keynote first, the barcamp after lunch.
    public static func altena(date: LocalDate, host: TownKey?) throws -> Self {
        var facts = Facts(
            title: try Title("Runder Tisch: Impuls und Barcamp"), form: .barcamp, date: date,
            venue: try VenueName("Haus am Burgweg"), tone: .du)
        facts.address = try VenueAddress("Musterweg 4, 58762 Altena (erfunden)")
        facts.hostTown = host
        facts.series = try SeriesName("Willkommen in Südwestfalen")
        facts.edition = 25
        let slots = Slot.row(from: try time("13:30"), count: 3)
        return Self(
            draft: .init(facts: facts, rooms: try rooms(4, people: 30), slots: slots),
            items: try [
                item(1, "Ankommen", .other, "10:00", 30),
                item(2, "Grußwort", .greeting, "10:30", 15),
                item(3, "Angebote zum Mitmachen", .offers, "10:45", 30),
                item(4, "Impuls: Geschichten in sozialen Medien", .keynote, "11:15", 45),
                item(5, "Imbiss", .breakTime, "12:00", 60),
                item(6, "Themen aus der Gruppe", .pitch, "13:00", 30),
                item(7, "Blitzlicht", .closing, "16:30", 20),
            ],
            organiser: try sampleOrganiser(), topicCount: 14)
    }

    /// How large a day is.
    private struct Size {
        let rooms: Int
        let slots: Int
        let topics: Int

        /// One topic more than places for few people, so that one is parked; for many a board nearly full.
        init(people: Int) {
            switch people {
            case ...40: (rooms, slots, topics) = (4, 3, min(14, max(people / 2, 2)))
            case ...150: (rooms, slots, topics) = (6, 5, 28)
            case ...350: (rooms, slots, topics) = (9, 5, 42)
            default: (rooms, slots, topics) = (12, 5, 52)
            }
        }
    }

    private static func slots(_ count: Int) throws -> [Slot] {
        let starts = ["10:30", "11:30", "13:15", "14:15", "15:15"]
        return try starts.prefix(count).enumerated().map { index, start in
            Slot(id: Slot.ID(number: index + 1), start: try time(start), lengthMinutes: 45)
        }
    }

    /// Together they have a seat for everybody and some more: a small house has large rooms for its few people.
    private static func rooms(_ count: Int, people: Int) throws -> [Room] {
        let shares = [40, 24, 20, 16, 14, 12, 11, 10, 9, 8, 7, 6]
        let all = shares.prefix(count).reduce(0, +)
        let seatCount = people > 40 ? people * 4 / 3 : max(people, 30) * 5 / 2
        return try roomNames.prefix(count).enumerated().map { index, name in
            let seats = seatCount * shares[index] / all
            return Room(
                id: Room.ID(number: index + 1), name: try RoomName(name.0), seats: max(8, seats),
                equipment: name.1, isAccessible: !name.2)
        }
    }

    /// Name, equipment, whether there are stairs.
    private static let roomNames: [(String, Set<Equipment>, Bool)] = [
        ("Gießhalle", [.projector, .accessible], false),
        ("Werkstatt", [.projector, .whiteboard, .accessible], false),
        ("Formerei", [.flipchart, .whiteboard, .accessible], false), ("Turmzimmer", [.flipchart], true),
        ("Bibliothek", [.projector, .accessible], false), ("Kantine", [.whiteboard, .accessible], false),
        ("Atelier", [.projector, .flipchart], true),
        ("Kontor", [.videoCall, .projector, .accessible], false),
        ("Wintergarten", [.flipchart, .accessible], false), ("Musiksaal", [.projector], true),
        ("Remise", [.whiteboard, .accessible], false), ("Dachboden", [.flipchart], true),
    ]

    private static func item(
        _ number: Int, _ title: String, _ form: ProgrammeItem.Form, _ start: String, _ minutes: Int
    ) throws -> ProgrammeItem {
        ProgrammeItem(
            id: ProgrammeItem.ID(number: number), title: try Title(title), form: form, start: try time(start),
            lengthMinutes: minutes)
    }

    private static func time(_ text: String) throws -> MinuteOfDay {
        guard let time = MinuteOfDay(text) else {
            throw Gathering.Refused.outOfRange(field: "start", from: 0, to: MinuteOfDay.max)
        }
        return time
    }
}

extension PretendProgramme {
    /// The same day, as late as it has to be for its first session to be yet to come.
    func beginning(after now: MinuteOfDay) -> Self {
        let minutes = Self.minutes(toBeginAfter: now, usual: start, slots: draft.slots, items: items)
        var later = draft
        for index in later.slots.indices {
            later.slots[index].start = later.slots[index].start.adding(minutes)
        }
        let laterItems = items.map { item in
            var item = item
            item.start = item.start.adding(minutes)
            return item
        }
        return Self(draft: later, items: laterItems, organiser: organiser, topicCount: topicCount)
    }

    /// How much later, or earlier when negative: in the morning as usual, in the day at the next full hour. Late in the
    /// evening sessions run already, for a day does not go beyond midnight.
    static func minutes(
        toBeginAfter now: MinuteOfDay, usual: MinuteOfDay?, slots: [Slot], items: [ProgrammeItem]
    ) -> Int {
        guard let usual, let first = slots.first, let end = (slots.map(\.end) + items.map(\.end)).max() else {
            return 0
        }
        let wanted = now < usual ? usual.minutes : (now.minutes / 60 + 1) * 60
        let latest = first.start.minutes + MinuteOfDay.max - end.minutes
        return min(wanted, latest / 15 * 15) - first.start.minutes
    }

    /// When its first session begins.
    var start: MinuteOfDay? { draft.slots.first?.start }
}
