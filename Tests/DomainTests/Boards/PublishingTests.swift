@testable import Domain
import Testing

struct PublishingTests {
    private func published() throws -> Gathering {
        try Gathering.sample(topics: 3).placing(1, 1, "saal").placing(2, 2, "saal").publishing()
    }

    @Test func `the draft becomes what everybody sees, as a version with a number`() throws {
        let first = try published()
        let second = try first.placing(1, 3, "saal").publishing()

        #expect(first.board.current?.number == 1)
        #expect(first.board.current?.layout == first.board.draft)
        #expect(second.board.published.map(\.number) == [1, 2])
        #expect(second.board.published[0].layout == first.board.draft)
        #expect(second.board.unpublished == [])
    }

    @Test func `what would change is listed, by number`() throws {
        let gathering = try published().placing(3, 3, "saal").placing(1, 4, "stube")
            .doing { try $0.park(2, seen: 2, by: .moderator) }
        let place = { (slot: Slot.ID, room: Room.ID) in Place(slot: slot, room: room) }

        #expect(
            gathering.board.unpublished == [
                BoardDifference(id: 1, before: place(1, "saal"), after: place(4, "stube")),
                BoardDifference(id: 2, before: place(2, "saal"), after: nil),
                BoardDifference(id: 3, before: nil, after: place(3, "saal")),
            ])
        #expect(try published().placing(1, 3, "saal").placing(1, 1, "saal").board.unpublished == [])
        #expect(try published().doing { try $0.pin(1, by: .moderator) }.board.unpublished == [])
    }

    @Test func `publishing needs something new and the board that was seen`() throws {
        let empty = try Gathering.sample()
        let gathering = try published().placing(3, 3, "saal")

        #expect(throws: Gathering.Refused.nothingToPublish) { try empty.publish(revision: 0, by: .moderator) }
        #expect(throws: Gathering.Refused.nothingToPublish) {
            try published().publish(revision: 2, by: .moderator)
        }
        #expect(throws: Gathering.Refused.boardChangedMeanwhile) {
            try gathering.publish(revision: 2, by: .moderator)
        }
    }

    @Test func `a session that became longer can be published where it is`() throws {
        let gathering = try published()
            .doing {
                try $0.edit(
                    2, to: Proposal.Content(title: "Lang", slotCount: 2), revision: 1, by: .moderator)
            }
            .placing(2, 2, "saal").publishing()

        #expect(gathering.board.current?.layout.placements[2]?.slotCount == 2)
    }

    @Test func `a cancelled session stays in its place, through the next version too, and is restored`()
        throws
    {
        let cancelled = try published().doing { try $0.cancel(1, by: .moderator) }
        let next = try cancelled.placing(3, 3, "saal").publishing()
        let restored = try next.doing { try $0.restore(1, by: .moderator) }

        #expect(cancelled.board.current?.cancelled == [1])
        #expect(cancelled.board.current?.layout == cancelled.board.draft)
        #expect(try cancelled.cancel(1, by: .moderator) == [])
        #expect(next.board.current?.cancelled == [1])
        #expect(restored.board.current?.cancelled == [])
        #expect(try restored.restore(1, by: .moderator) == [])
    }

    @Test func `only what is published is cancelled or restored`() throws {
        let draft = try Gathering.sample(topics: 1).placing(1, 1, "saal")

        #expect(throws: Gathering.Refused.notPublished) { try draft.cancel(1, by: .moderator) }
        #expect(throws: Gathering.Refused.notPublished) { try draft.restore(1, by: .moderator) }
        #expect(throws: Gathering.Refused.notPublished) {
            try draft.changeRoom(of: 1, to: "stube", by: .moderator)
        }
        #expect(throws: Gathering.Refused.notOnBoard) { try published().cancel(3, by: .moderator) }
        #expect(throws: Gathering.Refused.notOnBoard) { try published().restore(3, by: .moderator) }
        #expect(throws: Gathering.Refused.notOnBoard) {
            try published().changeRoom(of: 3, to: "stube", by: .moderator)
        }
    }

    @Test func `a change of room is published at once`() throws {
        let gathering = try published().doing { try $0.changeRoom(of: 1, to: "stube", by: .moderator) }

        #expect(gathering.board.current?.number == 2)
        #expect(gathering.board.current?.layout.placements[1]?.place == Place(slot: 1, room: "stube"))
        #expect(gathering.board.unpublished == [])
        #expect(try gathering.changeRoom(of: 1, to: "stube", by: .moderator) == [])
    }

    @Test func `a change of room keeps to the rules and drags no half-done draft along`() throws {
        let gathering = try published().doing {
            try $0.changeFacts(.sample.with { $0.edition = 3 }, by: .organiser)
        }
        let crowded = try gathering.placing(3, 1, "stube").publishing()
        let halfDone = try gathering.placing(3, 3, "saal")
        let parked = try gathering.doing { try $0.park(1, seen: 1, by: .moderator) }

        #expect(throws: Gathering.Refused.placeTaken(by: 3)) {
            try crowded.changeRoom(of: 1, to: "stube", by: .moderator)
        }
        #expect(throws: Gathering.Refused.noSuchPlace) {
            try gathering.changeRoom(of: 1, to: "dach", by: .moderator)
        }
        #expect(throws: Gathering.Refused.draftUnpublished) {
            try halfDone.changeRoom(of: 1, to: "stube", by: .moderator)
        }
        #expect(throws: Gathering.Refused.notOnBoard) {
            try parked.changeRoom(of: 1, to: "stube", by: .moderator)
        }
    }

    @Test func `another draft is only asked what it would be worth`() throws {
        let gathering = try published()

        let other = gathering.with(draft: Board.Layout())

        #expect(other.board.draft == Board.Layout())
        #expect(other.topics == gathering.topics)
        #expect(gathering.board.draft.placements.count == 2)
    }
}
