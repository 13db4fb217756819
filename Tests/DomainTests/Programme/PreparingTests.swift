@testable import Domain
import Testing

struct PreparingTests {
    @Test func `a gathering begins with its facts, rooms and slots`() throws {
        let gathering = try Gathering(id: "g1").doing { try $0.prepare(.sample, by: .organiser) }

        #expect(gathering.exists)
        #expect(gathering.programme.facts == .sample)
        #expect(gathering.programme.rooms == Room.three)
        #expect(gathering.programme.slots.map(\.start) == ["10:00", "11:00", "12:00", "13:00"])
        #expect(gathering.day.phase == .preparing)
    }

    @Test func `its changes are facts, rooms and slots, in this order`() throws {
        var draft = Gathering.Draft.sample
        draft.rooms = [.sample("r1")]
        draft.slots = [Slot(id: 1, start: "9:00", lengthMinutes: 30)]

        let changes = try Gathering(id: "g1").prepare(draft, by: .organiser)

        #expect(
            changes == [
                .programme(change: .factsSet(facts: .sample)),
                .programme(change: .roomSet(room: .sample("r1"))),
                .programme(change: .slotSet(slot: Slot(id: 1, start: "9:00", lengthMinutes: 30))),
            ])
    }

    @Test func `a gathering is prepared once`() throws {
        let gathering = try Gathering.sample()

        #expect(throws: Gathering.Refused.alreadyPrepared) { try gathering.prepare(.sample, by: .organiser) }
    }

    @Test func `a draft with a bad room or slot prepares nothing`() throws {
        var draft = Gathering.Draft.sample
        draft.slots.append(Slot(id: 9, start: "10:30", lengthMinutes: 45))

        #expect(throws: Gathering.Refused.slotsOverlap(with: "10:00")) {
            try Gathering(id: "g1").prepare(draft, by: .organiser)
        }
    }

    @Test(arguments: [(0, false), (1, true), (3, true), (4, false)])
    func `a wish weighs one to three`(_ weight: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()
        let facts = Facts.sample.with { $0.rules.wishWeightMax = weight }

        if isTaken {
            #expect(
                try gathering.doing { try $0.changeFacts(facts, by: .organiser) }.programme.facts == facts)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "wishWeightMax", from: 1, to: 3)) {
                try gathering.changeFacts(facts, by: .organiser)
            }
        }
    }

    @Test(arguments: [(19, false), (20, true), (600, true), (601, false)])
    func `a pitch takes twenty seconds to ten minutes`(_ seconds: Int, _ isTaken: Bool) throws {
        let facts = Facts.sample.with { $0.rules.pitchSeconds = seconds }

        if isTaken {
            #expect(try Gathering.sample { $0.facts = facts }.programme.facts == facts)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "pitchSeconds", from: 20, to: 600)) {
                try Gathering.sample { $0.facts = facts }
            }
        }
    }

    @Test(arguments: [(0, false), (1, true), (10_000, true), (10_001, false)])
    func `an edition is counted from 1`(_ edition: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()
        let facts = Facts.sample.with { $0.edition = edition }

        if isTaken {
            #expect(try gathering.changeFacts(facts, by: .organiser).count == 1)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "edition", from: 1, to: 10_000)) {
                try gathering.changeFacts(facts, by: .organiser)
            }
        }
    }

    @Test(arguments: [(0, false), (1, true), (500, true), (501, false)])
    func `the most wanted are between one and all`(_ count: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()
        let facts = Facts.sample.with { $0.rules.admission = .mostWanted(count: count) }

        if isTaken {
            #expect(try gathering.changeFacts(facts, by: .organiser).count == 1)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "admissionCount", from: 1, to: 500)) {
                try gathering.changeFacts(facts, by: .organiser)
            }
        }
    }

    @Test func `setting what is so already changes nothing`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.setItem(.sample(), by: .organiser) }
            .doing { try $0.setOrganiser(.sample("stadt"), by: .organiser) }

        #expect(try gathering.changeFacts(.sample, by: .organiser) == [])
        #expect(try gathering.setRoom(Room.three[0], by: .organiser) == [])
        #expect(try gathering.setSlot(gathering.programme.slots[0], by: .organiser) == [])
        #expect(try gathering.setItem(.sample(), by: .organiser) == [])
        #expect(try gathering.setOrganiser(.sample("stadt"), by: .organiser) == [])
    }

    @Test func `setting one with a known id changes that one in its place`() throws {
        let bigger = Room(id: "saal", name: "Großer Saal", seats: 200)

        let gathering = try Gathering.sample()
            .doing { try $0.setRoom(bigger, by: .organiser) }
            .doing { try $0.setSlot(Slot(id: 1, start: "14:00", lengthMinutes: 30), by: .organiser) }

        #expect(gathering.programme.rooms == [bigger, Room.three[1], Room.three[2]])
        #expect(gathering.programme.slots.map(\.id) == [2, 3, 4, 1])
    }

    @Test(arguments: [(0, false), (1, true), (5_000, true), (5_001, false)])
    func `a room has between one and five thousand seats`(_ seats: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()

        if isTaken {
            #expect(try gathering.setRoom(.sample("neu", seats: seats), by: .organiser).count == 1)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "seats", from: 1, to: 5_000)) {
                try gathering.setRoom(.sample("neu", seats: seats), by: .organiser)
            }
        }
    }

    @Test(arguments: [(9, false), (10, true), (240, true), (241, false)])
    func `a slot is between ten minutes and four hours long`(_ minutes: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()
        let slot = Slot(id: 9, start: "16:00", lengthMinutes: minutes)

        if isTaken {
            #expect(try gathering.setSlot(slot, by: .organiser).count == 1)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "lengthMinutes", from: 10, to: 240)) {
                try gathering.setSlot(slot, by: .organiser)
            }
        }
    }

    @Test(arguments: [(4, false), (5, true), (600, true), (601, false)])
    func `an item is between five minutes and ten hours long`(_ minutes: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()

        if isTaken {
            #expect(try gathering.setItem(.sample(from: "10:00", minutes), by: .organiser).count == 1)
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "lengthMinutes", from: 5, to: 600)) {
                try gathering.setItem(.sample(from: "10:00", minutes), by: .organiser)
            }
        }
    }

    @Test func `slots and items end before midnight`() throws {
        let gathering = try Gathering.sample()

        #expect(
            try gathering.setSlot(Slot(id: 9, start: "23:29", lengthMinutes: 30), by: .organiser).count == 1)
        #expect(throws: Gathering.Refused.afterMidnight) {
            try gathering.setSlot(Slot(id: 9, start: "23:30", lengthMinutes: 30), by: .organiser)
        }
        #expect(try gathering.setItem(.sample(from: "23:29", 30), by: .organiser).count == 1)
        #expect(throws: Gathering.Refused.afterMidnight) {
            try gathering.setItem(.sample(from: "23:30", 30), by: .organiser)
        }
    }

    @Test(
        arguments: [("10:45", 15, true), ("10:44", 15, false), ("10:45", 16, false)]
            as [(MinuteOfDay, Int, Bool)])
    func `slots may touch and must not overlap`(
        _ start: MinuteOfDay, _ minutes: Int, _ isTaken: Bool
    ) throws {
        let gathering = try Gathering.sample()
        let slot = Slot(id: 9, start: start, lengthMinutes: minutes)

        if isTaken {
            #expect(try gathering.setSlot(slot, by: .organiser) == [.programme(change: .slotSet(slot: slot))])
        } else {
            #expect(throws: Gathering.Refused.slotsOverlap(with: start == "10:44" ? "10:00" : "11:00")) {
                try gathering.setSlot(slot, by: .organiser)
            }
        }
    }

    @Test func `several slots get numbers that nobody has`() throws {
        let more = Slot.row(from: "14:00", count: 2)

        let gathering = try Gathering.sample().doing { try $0.addSlots(more, by: .organiser) }

        #expect(gathering.programme.slots.map(\.id) == [1, 2, 3, 4, 5, 6])
        #expect(gathering.programme.slots.map(\.start).suffix(2) == ["14:00", "15:00"])
        #expect(throws: Gathering.Refused.slotsOverlap(with: "14:00")) {
            try gathering.addSlots(more, by: .organiser)
        }
    }

    @Test func `a row of slots has its length and change-over`() {
        let row = Slot.row(from: "9:00", count: 3, lengthMinutes: 50, changeOverMinutes: 10)

        #expect(row.map(\.id) == [1, 2, 3])
        #expect(row.map(\.start) == ["9:00", "10:00", "11:00"])
        #expect(row.map(\.end) == ["9:50", "10:50", "11:50"])
        #expect(Slot.row(from: "9:00", count: 2).map(\.start) == ["9:00", "10:00"])
        #expect(Slot.row(from: "9:00", count: 0) == [])
        #expect(Slot.row(from: "9:00", count: -1) == [])
    }

    @Test func `a row of endless slots is refused, not reckoned with`() throws {
        let row = Slot.row(from: "9:00", count: 2, lengthMinutes: .max, changeOverMinutes: .max)

        #expect(throws: Gathering.Refused.outOfRange(field: "lengthMinutes", from: 10, to: 240)) {
            try Gathering.sample().addSlots(row, by: .organiser)
        }
    }

    @Test func `a number that nobody can count on from is not counted on from`() throws {
        let last = Slot(id: Slot.ID(number: .max), start: "20:00", lengthMinutes: 30)
        let gathering = try Gathering.sample().doing { try $0.setSlot(last, by: .organiser) }
            .doing { try $0.addSlots(Slot.row(from: "21:00", count: 1), by: .organiser) }

        #expect(gathering.programme.slots.map(\.id) == [1, 2, 3, 4, Slot.ID(number: .max), 5])
    }

    @Test func `what is removed is gone, and is not there a second time`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.setItem(.sample(), by: .organiser) }
            .doing { try $0.setOrganiser(.sample("stadt"), by: .organiser) }
            .doing { try $0.removeRoom("keller", by: .organiser) }
            .doing { try $0.removeSlot(4, by: .organiser) }
            .doing { try $0.removeItem("pause", by: .organiser) }
            .doing { try $0.removeOrganiser("stadt", by: .organiser) }

        #expect(gathering.programme.rooms.map(\.id) == ["saal", "stube"])
        #expect(gathering.programme.slots.map(\.id) == [1, 2, 3])
        #expect(gathering.programme.items == [])
        #expect(gathering.programme.organisers == [])
        #expect(throws: Gathering.Refused.noSuchRoom) { try gathering.removeRoom("keller", by: .organiser) }
        #expect(throws: Gathering.Refused.noSuchSlot) { try gathering.removeSlot(4, by: .organiser) }
        #expect(throws: Gathering.Refused.noSuchItem) { try gathering.removeItem("pause", by: .organiser) }
        #expect(throws: Gathering.Refused.noSuchOrganiser) {
            try gathering.removeOrganiser("stadt", by: .organiser)
        }
    }
}
