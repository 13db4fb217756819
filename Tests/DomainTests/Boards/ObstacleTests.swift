import Domain
import Testing

struct ObstacleTests {
    /// A break after the second slot, a panel in the hall during the fourth.
    private func gathering(_ change: (inout Proposal.Content) -> Void = { _ in }) throws -> Gathering {
        try Gathering.sample()
            .doing { try $0.setItem(.sample(from: "11:45", 15), by: .organiser) }
            .doing { try $0.setItem(.sample("podium", from: "13:00", 45, room: "saal"), by: .organiser) }
            .proposing("Radweg", by: "anna", change)
            .proposing("Leerstand", by: "ben")
    }

    private func obstacle(_ gathering: Gathering, _ slot: Slot.ID, _ room: Room.ID) throws -> Gathering
        .Refused?
    {
        let proposal = try #require(gathering.topics[1])
        return gathering.obstacle(proposal, at: Place(slot: slot, room: room), ignoring: [1])
    }

    @Test func `a free place has none`() throws {
        let gathering = try gathering()

        for slot in 1...4 {
            for room in Room.three.map(\.id) where (slot, room) != (4, "saal") {
                #expect(try obstacle(gathering, Slot.ID(number: slot), room) == nil)
            }
        }
    }

    @Test func `the place is in the house and in the day`() throws {
        #expect(try obstacle(gathering(), 5, "saal") == .noSuchPlace)
        #expect(try obstacle(gathering(), 1, "dach") == .noSuchPlace)
    }

    @Test(
        arguments: [
            (2, 1, nil), (2, 2, .noSuchPlace), (2, 3, nil), (2, 4, .noSuchPlace), (3, 1, .noSuchPlace),
            (4, 1, .noSuchPlace),
        ] as [(Int, Slot.ID, Gathering.Refused?)])
    func `a long session needs slots that no break parts, within the day`(
        _ slotCount: Int, _ slot: Slot.ID, _ refused: Gathering.Refused?
    ) throws {
        let gathering = try gathering { $0.slotCount = slotCount }

        #expect(try obstacle(gathering, slot, "stube") == refused)
    }

    @Test func `something fixed is named, in its room only`() throws {
        let gathering = try gathering()
            .doing { try $0.setItem(.sample("ende", from: "13:40", 30), by: .organiser) }

        #expect(try obstacle(gathering, 4, "saal") == .placeBlocked(by: "Pause"))
        #expect(try obstacle(gathering, 4, "stube") == .placeBlocked(by: "Pause"))
        #expect(try obstacle(gathering, 3, "saal") == nil)
    }

    @Test func `a fixed item in any slot of a long session stands in its way`() throws {
        let gathering = try gathering { $0.slotCount = 2 }

        #expect(try obstacle(gathering, 3, "saal") == .placeBlocked(by: "Pause"))
        #expect(try obstacle(gathering, 3, "stube") == nil)
    }

    @Test(
        arguments: [
            ([.projector], "saal", []), ([.projector], "stube", [.projector]), ([.accessible], "saal", []),
            ([.accessible], "keller", [.accessible]),
            ([.projector, .accessible], "keller", [.projector, .accessible]),
            ([.projector, .flipchart], "saal", [.flipchart]), ([], "keller", []),
        ] as [(Set<Equipment>, Room.ID, Set<Equipment>)])
    func `a room has what the session needs`(
        _ needs: Set<Equipment>, _ room: Room.ID, _ missing: Set<Equipment>
    ) throws {
        let gathering = try gathering { $0.needs = needs }

        #expect(try obstacle(gathering, 1, room) == (missing.isEmpty ? nil : .roomLacks(missing)))
    }

    @Test(
        arguments: [
            (nil, "10:45", nil), (nil, "10:44", .hostAway), ("10:00", nil, nil), ("10:01", nil, .hostAway),
            ("10:00", "10:45", nil), ("11:00", "9:00", .hostAway),
        ] as [(MinuteOfDay?, MinuteOfDay?, Gathering.Refused?)])
    func `a session lies within the time that its host has, the limits included`(
        _ from: MinuteOfDay?, _ until: MinuteOfDay?, _ refused: Gathering.Refused?
    ) throws {
        let gathering = try gathering {
            $0.from = from
            $0.until = until
        }

        #expect(try obstacle(gathering, 1, "saal") == refused)
    }

    @Test(arguments: [("11:45", nil), ("11:44", .hostAway)] as [(MinuteOfDay, Gathering.Refused?)])
    func `a long session ends with its last slot`(_ until: MinuteOfDay, _ refused: Gathering.Refused?) throws
    {
        let gathering = try gathering {
            $0.slotCount = 2
            $0.until = until
        }

        #expect(try obstacle(gathering, 1, "saal") == refused)
    }

    @Test func `a taken place is taken, and one's own is not`() throws {
        let gathering = try gathering().placing(1, 1, "saal").placing(2, 2, "saal")

        #expect(try obstacle(gathering, 2, "saal") == .placeTaken(by: 2))
        #expect(try obstacle(gathering, 1, "saal") == nil)
        #expect(try obstacle(gathering, 2, "stube") == nil)
    }

    @Test func `a long session takes all of its places`() throws {
        let gathering = try Gathering.sample()
            .proposing("Radweg", by: "anna").proposing("Lang", by: "ben") { $0.slotCount = 2 }
            .placing(2, 2, "saal")

        #expect(try obstacle(gathering, 1, "saal") == nil)
        #expect(try obstacle(gathering, 2, "saal") == .placeTaken(by: 2))
        #expect(try obstacle(gathering, 3, "saal") == .placeTaken(by: 2))
        #expect(try obstacle(gathering, 4, "saal") == nil)
    }

    @Test func `a host, a co-host too, is in one place at a time`() throws {
        let gathering = try gathering()
            .doing { try $0.setHosts(["ben", "anna"], of: 2, by: .moderator) }.placing(2, 2, "saal")

        #expect(try obstacle(gathering, 2, "stube") == .hostElsewhere(session: 2))
        #expect(try obstacle(gathering, 2, "saal") == .placeTaken(by: 2))
        #expect(try obstacle(gathering, 3, "stube") == nil)
    }

    @Test func `of several obstacles the nearest to the house is named`() throws {
        let gathering = try gathering {
            $0.needs = [.videoCall]
            $0.until = "9:00"
        }

        #expect(try obstacle(gathering, 9, "saal") == .noSuchPlace)
        #expect(try obstacle(gathering, 4, "saal") == .placeBlocked(by: "Pause"))
        #expect(try obstacle(gathering, 1, "saal") == .roomLacks([.videoCall]))
    }

    @Test func `a layout says who occupies a place`() throws {
        let gathering = try Gathering.sample()
            .proposing("Lang", by: "anna") { $0.slotCount = 2 }.placing(1, 2, "saal")
        let layout = gathering.board.draft

        let occupants = [1, 2, 3, 4].map { slot in
            layout.occupant(of: Place(slot: slot, room: "saal"), programme: gathering.programme)
        }

        #expect(occupants == [nil, 1, 1, nil])
        #expect(
            layout.occupant(of: Place(slot: 2, room: "stube"), programme: gathering.programme) == nil)
    }
}
