@testable import Domain
import Testing

struct ProgrammeTests {
    @Test func `a room in use stays, in the draft and in what is published`() throws {
        let published = try Gathering.sample(topics: 1).placing(1, 1, "saal").publishing()
        let moved = try published.placing(1, 1, "stube")

        #expect(throws: Gathering.Refused.roomInUse(sessions: 1)) {
            try published.removeRoom("saal", by: .organiser)
        }
        #expect(throws: Gathering.Refused.roomInUse(sessions: 1)) {
            try moved.removeRoom("saal", by: .organiser)
        }
        #expect(throws: Gathering.Refused.roomInUse(sessions: 1)) {
            try moved.removeRoom("stube", by: .organiser)
        }
        #expect(try moved.publishing().removeRoom("saal", by: .organiser).count == 1)
    }

    @Test func `a slot in use stays, the later ones of a long session too`() throws {
        let gathering = try Gathering.sample()
            .proposing("Lang", by: "anna") { $0.slotCount = 2 }.placing(1, 1, "saal")

        #expect(throws: Gathering.Refused.slotInUse(sessions: 1)) {
            try gathering.removeSlot(1, by: .organiser)
        }
        #expect(throws: Gathering.Refused.slotInUse(sessions: 1)) {
            try gathering.removeSlot(2, by: .organiser)
        }
        #expect(try gathering.removeSlot(3, by: .organiser) == [.programme(change: .slotRemoved(id: 3))])
    }

    @Test func `an item does not cover a session`() throws {
        let gathering = try Gathering.sample(topics: 1).placing(1, 1, "saal")
        let over = { (room: Room.ID?) in ProgrammeItem.sample(from: "10:30", 30, room: room) }

        #expect(throws: Gathering.Refused.slotInUse(sessions: 1)) {
            try gathering.setItem(over(nil), by: .organiser)
        }
        #expect(throws: Gathering.Refused.slotInUse(sessions: 1)) {
            try gathering.setItem(over("saal"), by: .organiser)
        }
        #expect(try gathering.setItem(over("stube"), by: .organiser).count == 1)
        #expect(try gathering.setItem(.sample(from: "10:45", 15), by: .organiser).count == 1)
        #expect(try gathering.setItem(.sample(from: "9:30", 30), by: .organiser).count == 1)
    }

    @Test func `an item is in a room of the house`() throws {
        let gathering = try Gathering.sample()

        #expect(throws: Gathering.Refused.noSuchRoom) {
            try gathering.setItem(.sample(room: "dach"), by: .organiser)
        }
    }

    @Test func `items come in the order of the day`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.setItem(.sample("b", from: "12:45"), by: .organiser) }
            .doing { try $0.setItem(.sample("c", from: "9:00"), by: .organiser) }
            .doing { try $0.setItem(.sample("a", from: "12:45"), by: .organiser) }

        #expect(gathering.programme.items.map(\.id) == ["c", "a", "b"])
    }

    @Test(arguments: Full.all)
    func `takes as many as it may, changes one of them when full, and refuses one more`(_ full: Full) throws {
        let gathering = try full.gathering()

        #expect(full.count(gathering) == full.max)
        #expect(try full.changeOne(gathering).count == 1)
        #expect(throws: Gathering.Refused.tooMany(full.limit)) { try full.oneMore(gathering) }
    }

    @Test(
        arguments: [
            ([1, 2], true), ([1, 2, 3, 4], true), ([4], true), ([4, 5], false), ([9], false),
        ] as [([Slot.ID], Bool)])
    func `a session's slots follow each other within the day`(_ ids: [Slot.ID], _ isThere: Bool) throws {
        let programme = try Gathering.sample().programme

        let slots = programme.slots(from: ids[0], count: ids.count)

        #expect(slots?.map(\.id) == (isThere ? ids : nil))
    }

    @Test(arguments: [
        (ProgrammeItem.sample(from: "10:45", 15), false), (.sample(from: "10:45", 15, room: "saal"), true),
        (.sample(from: "10:50", 5), false), (.sample(from: "9:30", 30), true),
        (.sample(from: "11:45", 15), true),
    ])
    func `a break for everybody parts two slots, one in a room does not`(
        _ item: ProgrammeItem, _ isContinued: Bool
    ) throws {
        let gathering = try Gathering.sample().doing { try $0.setItem(item, by: .organiser) }

        #expect(gathering.programme.isContinued(afterSlotAt: 0) == isContinued)
    }

    @Test(arguments: [(60, true), (61, false)])
    func `a gap of more than an hour parts two slots`(_ gap: Int, _ isContinued: Bool) throws {
        let first = Slot(id: 1, start: "10:00", lengthMinutes: 45)
        let second = Slot(id: 2, start: first.end.adding(gap), lengthMinutes: 45)

        let programme = try Gathering.sample { $0.slots = [first, second] }.programme

        #expect(programme.isContinued(afterSlotAt: 0) == isContinued)
        #expect(programme.isContinued(afterSlotAt: 1) == false)
    }
}

/// A limit of the programme, reached.
struct Full: Sendable, CustomTestStringConvertible {
    let limit: Gathering.Limit
    let max: Int
    let count: @Sendable (Gathering) -> Int
    let gathering: @Sendable () throws -> Gathering
    let changeOne: @Sendable (Gathering) throws -> [Gathering.Change]
    let oneMore: @Sendable (Gathering) throws -> [Gathering.Change]

    var testDescription: String { limit.rawValue }

    static let all = [
        Full(
            limit: .rooms, max: 40, count: { $0.programme.rooms.count },
            gathering: { try .sample { $0.rooms = (1...40).map { .sample(Room.ID(number: $0)) } } },
            changeOne: { try $0.setRoom(.sample(40, seats: 99), by: .organiser) },
            oneMore: { try $0.setRoom(.sample(41), by: .organiser) }),
        Full(
            limit: .slots, max: 40, count: { $0.programme.slots.count },
            gathering: { try .sample { $0.slots = shortRow } },
            changeOne: { try $0.setSlot(Slot(id: 40, start: "23:00", lengthMinutes: 20), by: .organiser) },
            oneMore: { try $0.setSlot(Slot(id: 41, start: "23:00", lengthMinutes: 20), by: .organiser) }),
        Full(
            limit: .items, max: 60, count: { $0.programme.items.count },
            gathering: {
                try (1...60).reduce(try .sample()) { gathering, number in
                    try gathering.doing {
                        try $0.setItem(.sample(ProgrammeItem.ID(number: number)), by: .organiser)
                    }
                }
            },
            changeOne: { try $0.setItem(.sample(60, from: "9:00"), by: .organiser) },
            oneMore: { try $0.setItem(.sample(61), by: .organiser) }),
        Full(
            limit: .organisers, max: 12, count: { $0.programme.organisers.count },
            gathering: {
                try (1...12).reduce(try .sample()) { gathering, number in
                    try gathering.doing {
                        try $0.setOrganiser(.sample(Organiser.ID(number: number)), by: .organiser)
                    }
                }
            },
            changeOne: {
                var changed = Organiser.sample(12)
                changed.part = .host
                return try $0.setOrganiser(changed, by: .organiser)
            },
            oneMore: { try $0.setOrganiser(.sample(13), by: .organiser) }),
    ]

    private static var shortRow: [Slot] {
        Slot.row(from: "8:00", count: 40, lengthMinutes: 10, changeOverMinutes: 5)
    }
}
