import Domain
import Testing

struct MovingTests {
    private let place = Place(slot: 1, room: "saal")
    private let other = Place(slot: 2, room: "saal")

    @Test func `a topic is placed, moved and keeps its pin`() throws {
        let placed = try Gathering.sample(topics: 1).doing {
            try $0.move(1, to: place, seen: nil, by: .moderator)
        }
        let moved = try placed.doing { try $0.pin(1, by: .moderator) }
            .doing { try $0.move(1, to: other, seen: 2, by: .moderator) }

        #expect(placed.board.draft.placements == [1: Placement(place: place, revision: 1)])
        #expect(placed.board.revision == 1)
        #expect(try placed.move(1, to: place, seen: nil, by: .moderator) == [])
        #expect(moved.board.draft.placements == [1: Placement(place: other, isPinned: true, revision: 3)])
        #expect(moved.board.history[1]?.map(\.how) == [.moved, .pinned, .moved])
        #expect(moved.board.history[1]?.map(\.place) == [place, place, other])
    }

    @Test func `of two who move the same card the second is told and shown`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal").placing(1, 2, "saal")
        let third = Place(slot: 3, room: "saal")

        #expect(throws: Gathering.Refused.movedMeanwhile(to: other)) {
            try gathering.move(1, to: third, seen: 1, by: .moderator)
        }
        #expect(throws: Gathering.Refused.movedMeanwhile(to: other)) {
            try gathering.move(1, to: third, seen: nil, by: .moderator)
        }
        #expect(throws: Gathering.Refused.movedMeanwhile(to: other)) {
            try gathering.park(1, seen: 1, by: .moderator)
        }
        #expect(throws: Gathering.Refused.movedMeanwhile(to: nil)) {
            try gathering.move(2, to: third, seen: 1, by: .moderator)
        }
        #expect(try gathering.move(1, to: third, seen: 2, by: .moderator).count == 1)
    }

    @Test func `a move onto a taken place says who is there`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal")

        #expect(throws: Gathering.Refused.placeTaken(by: 1)) {
            try gathering.move(2, to: place, seen: nil, by: .moderator)
        }
    }

    @Test func `only an open topic is moved`() throws {
        let gathering = try Gathering.sample(topics: 1).doing { try $0.withdraw(1, by: .moderator) }

        #expect(throws: Gathering.Refused.notOpenAnyMore) {
            try gathering.move(1, to: place, seen: nil, by: .moderator)
        }
        #expect(throws: Gathering.Refused.noSuchProposal) {
            try gathering.move(9, to: place, seen: nil, by: .moderator)
        }
    }

    @Test func `a session that became longer is placed anew where it is`() throws {
        let gathering = try Gathering.sample().proposing("Radweg", by: "anna").placing(1, 1, "saal")
            .doing {
                try $0.edit(
                    1, to: Proposal.Content(title: "Radweg", slotCount: 2), revision: 1, by: .moderator)
            }
            .placing(1, 1, "saal")

        #expect(gathering.board.draft.placements[1]?.slotCount == 2)
    }

    @Test func `a parked topic stays visible with its reason and comes back`() throws {
        let parked = try Gathering.sample(topics: 1).placing(1, 1, "saal")
            .doing { try $0.park(1, seen: 1, by: .moderator) }

        #expect(parked.board.draft == Board.Layout(parked: [1: .byModerator]))
        #expect(try parked.park(1, seen: 1, by: .moderator) == [])
        #expect(try parked.placing(1, 2, "saal").board.draft.parked == [:])
    }

    @Test func `two sessions take each other's places and keep their pins`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal").placing(2, 2, "stube")
            .doing { try $0.pin(2, by: .moderator) }
            .doing { try $0.swap(1, with: 2, seen: 1, by: .moderator) }

        #expect(
            gathering.board.draft.placements == [
                1: Placement(place: Place(slot: 2, room: "stube"), revision: 4),
                2: Placement(place: place, isPinned: true, revision: 4),
            ])
        #expect(throws: Gathering.Refused.movedMeanwhile(to: Place(slot: 2, room: "stube"))) {
            try gathering.swap(1, with: 2, seen: 1, by: .moderator)
        }
    }

    @Test func `two sessions of one slot swap their rooms`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal").placing(2, 1, "stube")
            .doing { try $0.swap(1, with: 2, seen: 1, by: .moderator) }

        #expect(gathering.settled.places == [1: ["1", "stube"], 2: ["1", "saal"]])
    }

    @Test func `sessions of different lengths swap where both fit`() throws {
        let gathering = try Gathering.sample(topics: 2).proposing("Lang", by: "cem") { $0.slotCount = 2 }
            .placing(3, 1, "saal").placing(1, 3, "saal")
        let crowded = try gathering.placing(2, 4, "saal")
        let late = try gathering.doing {
            try $0.move(1, to: Place(slot: 4, room: "saal"), seen: 2, by: .moderator)
        }

        let swapped = try gathering.doing { try $0.swap(3, with: 1, seen: 1, by: .moderator) }

        #expect(swapped.settled.places == [3: ["3", "saal"], 1: ["1", "saal"]])
        #expect(swapped.settled.lengths == [3: 2, 1: 1])
        #expect(throws: Gathering.Refused.placeTaken(by: 2)) {
            try crowded.swap(3, with: 1, seen: 1, by: .moderator)
        }
        #expect(throws: Gathering.Refused.noSuchPlace) { try late.swap(3, with: 1, seen: 1, by: .moderator) }
    }

    @Test func `a swap that makes the two overlap is refused`() throws {
        let gathering = try Gathering.sample(topics: 1).proposing("Lang", by: "ben") { $0.slotCount = 2 }
            .placing(2, 1, "saal").placing(1, 3, "saal")
            .doing { try $0.removeSlot(4, by: .organiser) }

        #expect(throws: Gathering.Refused.noSuchPlace) {
            try gathering.swap(1, with: 2, seen: 2, by: .moderator)
        }
    }

    @Test func `a swap puts nobody into a room that lacks what they need`() throws {
        let gathering = try Gathering.sample(topics: 1).proposing("Film", by: "ben") {
            $0.needs = [.projector]
        }
        .placing(1, 1, "stube").placing(2, 2, "saal")

        #expect(throws: Gathering.Refused.roomLacks([.projector])) {
            try gathering.swap(1, with: 2, seen: 1, by: .moderator)
        }
    }

    @Test func `only two different sessions on the board are swapped`() throws {
        let gathering = try Gathering.sample(topics: 2).placing(1, 1, "saal")

        #expect(throws: Gathering.Refused.sameProposal) {
            try gathering.swap(1, with: 1, seen: 1, by: .moderator)
        }
        #expect(throws: Gathering.Refused.notOnBoard) {
            try gathering.swap(1, with: 2, seen: 1, by: .moderator)
        }
        #expect(throws: Gathering.Refused.notOnBoard) {
            try gathering.swap(2, with: 1, seen: nil, by: .moderator)
        }
        #expect(throws: Gathering.Refused.noSuchProposal) {
            try gathering.swap(1, with: 9, seen: 1, by: .moderator)
        }
    }

    @Test func `a pin is set and taken off, once each`() throws {
        let placed = try Gathering.sample(topics: 2).placing(1, 1, "saal")
        let pinned = try placed.doing { try $0.pin(1, by: .moderator) }
        let loose = try pinned.doing { try $0.unpin(1, by: .moderator) }

        #expect(pinned.settled.pinned == [1])
        #expect(try pinned.pin(1, by: .moderator) == [])
        #expect(loose.settled == placed.settled)
        #expect(try loose.unpin(1, by: .moderator) == [])
        #expect(throws: Gathering.Refused.notOnBoard) { try placed.pin(2, by: .moderator) }
        #expect(throws: Gathering.Refused.notOnBoard) { try placed.unpin(2, by: .moderator) }
    }

    @Test func `a session's history keeps the newest twenty lines`() throws {
        var gathering = try Gathering.sample(topics: 1)
        for step in 1...21 { gathering = try gathering.placing(1, step.isMultiple(of: 2) ? 1 : 2, "saal") }

        #expect(gathering.board.history[1]?.count == 20)
        #expect(gathering.board.history[1]?.first?.place == place)
        #expect(gathering.board.history[1]?.last?.place == other)
    }
}
