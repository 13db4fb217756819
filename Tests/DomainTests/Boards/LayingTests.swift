import Domain
import Testing

struct LayingTests {
    private func at(_ slot: Slot.ID, _ room: Room.ID, slots: Int = 1, pinned: Bool = false) -> Placement {
        Placement(place: Place(slot: slot, room: room), slotCount: slots, isPinned: pinned)
    }

    private func lay(
        _ gathering: Gathering, _ placements: [Proposal.ID: Placement],
        parked: [Proposal.ID: ParkReason] = [:]
    ) throws -> [Gathering.Change] {
        try gathering.lay(
            Board.Layout(placements: placements, parked: parked), basedOn: gathering.board.revision,
            by: .moderator)
    }

    @Test func `takes over places and reasons, as one change`() throws {
        let gathering = try Gathering.sample(topics: 3)

        let changes = try lay(gathering, [1: at(1, "saal"), 3: at(1, "stube")], parked: [2: .noRoomLeft])

        #expect(
            changes == [
                .board(
                    change: .draftChanged(
                        steps: [
                            .init(1, placement: at(1, "saal")), .init(2, parked: .noRoomLeft),
                            .init(3, placement: at(1, "stube")),
                        ], how: .laid))
            ])
    }

    @Test func `touches only what is new, and nothing when all is the same`() throws {
        let gathering = try Gathering.sample(topics: 3).placing(1, 1, "saal").placing(2, 2, "saal")
        let same: [Proposal.ID: Placement] = [1: at(1, "saal"), 2: at(2, "saal")]

        let moved = try gathering.doing { try lay($0, [1: at(1, "saal"), 2: at(2, "stube")]) }

        #expect(try lay(gathering, same) == [])
        #expect(moved.board.draft.placements[1]?.revision == 1)
        #expect(moved.board.draft.placements[2]?.revision == 3)
    }

    @Test func `a plan made on an older board is not taken over`() throws {
        let gathering = try Gathering.sample(topics: 1).placing(1, 1, "saal")

        #expect(throws: Gathering.Refused.boardChangedMeanwhile) {
            try gathering.lay(Board.Layout(parked: [1: .noRoomLeft]), basedOn: 0, by: .moderator)
        }
    }

    @Test func `a plan that breaks a rule is not taken over, whoever made it`() throws {
        let gathering = try Gathering.sample()
            .proposing("Radweg", by: "anna").proposing("Film", by: "ben") { $0.needs = [.projector] }
            .proposing("Früh", by: "cem") { $0.until = "11:00" }.proposing("Auch Anna", by: "anna")
            .proposing("Weg", by: "dora").doing { try $0.withdraw(5, by: .moderator) }
            .doing { try $0.setItem(.sample(from: "13:00", 45), by: .organiser) }
        let broken: [([Proposal.ID: Placement], Gathering.Refused)] = [
            ([1: at(1, "saal"), 2: at(1, "saal")], .placeTaken(by: 2)),
            ([1: at(1, "saal"), 4: at(1, "stube")], .hostElsewhere(session: 4)),
            ([2: at(1, "stube")], .roomLacks([.projector])), ([3: at(2, "saal")], .hostAway),
            ([1: at(4, "saal")], .placeBlocked(by: "Pause")), ([1: at(9, "saal")], .noSuchPlace),
            ([5: at(1, "saal")], .notOpenAnyMore), ([9: at(1, "saal")], .noSuchProposal),
        ]

        for (placements, refused) in broken {
            #expect(throws: refused) { try lay(gathering, placements) }
        }
    }

    @Test(arguments: [0, -1, 1, 3, 99])
    func `a plan with another length than the topic wants was made on an older topic`(_ length: Int) throws {
        let gathering = try Gathering.sample().proposing("Lang", by: "anna") { $0.slotCount = 2 }

        #expect(throws: Gathering.Refused.boardChangedMeanwhile) {
            try lay(gathering, [1: at(1, "saal", slots: length)])
        }
        #expect(try lay(gathering, [1: at(1, "saal", slots: 2)]).count == 1)
    }

    @Test func `a session that became longer is laid anew where it is`() throws {
        let gathering = try Gathering.sample().proposing("Radweg", by: "anna").placing(1, 1, "saal")
            .doing {
                try $0.edit(
                    1, to: Proposal.Content(title: "Radweg", slotCount: 2), revision: 1, by: .moderator)
            }

        #expect(
            try gathering.doing { try lay($0, [1: at(1, "saal", slots: 2)]) }.board.draft.placements[1]?
                .slotCount
                == 2)
    }

    @Test func `a pinned session stays in its place`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal")
            .doing { try $0.pin(1, by: .moderator) }

        #expect(throws: Gathering.Refused.pinnedThere) {
            try lay(gathering, [1: at(2, "saal", pinned: true)])
        }
        #expect(throws: Gathering.Refused.pinnedThere) { try lay(gathering, [1: at(1, "saal")]) }
        #expect(
            try gathering.doing { try lay($0, [1: at(1, "saal", pinned: true), 2: at(1, "stube")]) }.settled
                .places == [1: ["1", "saal"], 2: ["1", "stube"]])
    }

    @Test func `nothing falls off the board without a reason`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal")

        #expect(throws: Gathering.Refused.boardChangedMeanwhile) { try lay(gathering, [2: at(1, "saal")]) }
        #expect(
            try gathering.doing { try lay($0, [2: at(1, "saal")], parked: [1: .lessWanted]) }.board.draft
                .parked
                == [1: .lessWanted])
    }

    @Test func `sessions may trade places in one plan`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal").placing(2, 2, "saal")
            .doing { try lay($0, [1: at(2, "saal"), 2: at(1, "saal")]) }

        #expect(gathering.settled.places == [1: ["2", "saal"], 2: ["1", "saal"]])
    }
}
