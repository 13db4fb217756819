import Domain
import Testing

/// What is prepared changes until the end; what lies on the board already stands in its way.
struct InTheWayTests {
    /// A film that needs the projector lies at 10:00 in the hall; so everybody has seen, the draft has it at 11:00.
    private func gathering() throws -> Gathering {
        try Gathering.sample().proposing("Film", by: "anna") { $0.needs = [.projector] }
            .placing(1, 1, "saal").publishing().placing(1, 2, "saal")
    }

    @Test func `a room with something fixed in it stays`() throws {
        let gathering = try Gathering.sample().doing { try $0.setItem(.sample(room: "saal"), by: .organiser) }
        let free = try gathering.doing { try $0.removeItem("pause", by: .organiser) }

        #expect(throws: Gathering.Refused.roomHasItem("Pause")) {
            try gathering.removeRoom("saal", by: .organiser)
        }
        #expect(try free.removeRoom("saal", by: .organiser).count == 1)
    }

    @Test func `a room that everybody has seen a session in stays, until the topic is gone`() throws {
        let gathering = try gathering()
        let gone = try gathering.doing { try $0.withdraw(1, by: .moderator) }

        #expect(throws: Gathering.Refused.roomInUse(sessions: 1)) {
            try gathering.removeRoom("saal", by: .organiser)
        }
        #expect(try gone.removeRoom("saal", by: .organiser).count == 1)
    }

    @Test func `a room keeps what a session in it needs`() throws {
        let gathering = try gathering()

        #expect(throws: Gathering.Refused.sessionInTheWay(1)) {
            try gathering.setRoom(Room(id: "saal", name: "Saal", seats: 60), by: .organiser)
        }
        let fewerSeats = Room(id: "saal", name: "Saal", seats: 5, equipment: [.projector])
        #expect(try gathering.setRoom(fewerSeats, by: .organiser).count == 1)
    }

    @Test(arguments: [("12:00", true), ("11:44", false)] as [(MinuteOfDay, Bool)])
    func `a time does not move to where a host is away`(_ until: MinuteOfDay, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()
            .proposing("Früh", by: "anna") { $0.until = "11:45" }.placing(1, 2, "saal")
        let slot = Slot(id: 2, start: until == "12:00" ? "10:55" : "11:01", lengthMinutes: 45)

        if isTaken {
            #expect(try gathering.setSlot(slot, by: .organiser).count == 1)
        } else {
            #expect(throws: Gathering.Refused.sessionInTheWay(1)) {
                try gathering.setSlot(slot, by: .organiser)
            }
        }
    }

    @Test func `a time does not move away from the one that a long session goes on in`() throws {
        let gathering = try Gathering.sample().proposing("Lang", by: "anna") { $0.slotCount = 2 }
            .placing(1, 3, "saal")

        #expect(throws: Gathering.Refused.sessionInTheWay(1)) {
            try gathering.setSlot(Slot(id: 4, start: "18:00", lengthMinutes: 45), by: .organiser)
        }
        #expect(throws: Gathering.Refused.sessionInTheWay(1)) {
            try gathering.setItem(.sample(from: "12:45", 15), by: .organiser)
        }
    }

    @Test(arguments: ["10:00", "11:00"] as [MinuteOfDay])
    func `an item covers neither the draft nor what everybody has seen`(_ start: MinuteOfDay) throws {
        let gathering = try gathering()

        #expect(throws: Gathering.Refused.slotInUse(sessions: 1)) {
            try gathering.setItem(.sample(from: start, 45, room: "saal"), by: .organiser)
        }
        #expect(try gathering.setItem(.sample(from: start, 45, room: "stube"), by: .organiser).count == 1)
    }

    @Test func `what did not fit before is in nobody's way`() throws {
        let gathering = try gathering().doing {
            try $0.edit(
                1, to: .init(title: "Film", needs: [.projector, .videoCall]), revision: 1, by: .moderator)
        }

        #expect(try gathering.setRoom(Room(id: "saal", name: "Saal", seats: 60), by: .organiser).count == 1)
    }
}
