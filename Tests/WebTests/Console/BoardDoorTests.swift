import Domain
import TestSupport
import Testing

@testable import Web

/// Acts on the board through their addresses: what somebody sees afterwards, and again when it is taken back.
struct BoardDoorTests {
    @Test func `a pinned session is loosened, and pinned again by undo`() async throws {
        let scenery = try await Scenery.open(.planned)
        let hall = scenery.hall
        try await hall.post(hall.path("sessions/1/pin"), as: .moderator)
        let pinned = try await hall.get(hall.path("console/board?session=1"), as: .moderator)

        let answer = try await hall.post(
            hall.path("sessions/1/pin/withdrawal"), as: .moderator,
            from: hall.path("console/board?session=1"))

        let loose = try await hall.get(hall.path("console/board?session=1"), as: .moderator)
        #expect(answer.location == hall.path("console/board?session=1"))
        #expect(pinned.contains("sessions/1/pin/withdrawal") && !loose.contains("sessions/1/pin/withdrawal"))
        #expect(loose.contains("„Radwege“ ist nicht mehr angeheftet."))
        #expect(try await hall.gathering().board.draft.placements["1"]?.isPinned == false)

        #expect(try await hall.undo().status == 303)
        #expect(try await hall.gathering().board.draft.placements["1"]?.isPinned == true)
        #expect(
            try await hall.get(hall.path("console/board?session=1"), as: .moderator)
                .contains("sessions/1/pin/withdrawal"))
    }

    @Test func `two sessions change places by a plain form, and back by undo`() async throws {
        let scenery = try await Scenery.open(.planned)
        let hall = scenery.hall
        let before = try await hall.gathering().board.draft.placements.mapValues(\.place)

        let answer = try await hall.post(
            hall.path("sessions/1/swap"), as: .moderator,
            ["with": "3", "seen": try await scenery.seen("1")],
            from: hall.path("console/board?session=1&move=swap"))

        let after = try await hall.gathering().board.draft.placements.mapValues(\.place)
        #expect(answer.location == hall.path("console/board?session=1"))
        #expect([after["1"], after["3"]] == [before["3"], before["1"]])
        #expect(
            try await hall.get(hall.path("console/board"), as: .moderator)
                .contains("„Radwege“ und „Bauhof“ haben getauscht."))

        try await hall.undo()
        #expect(try await hall.gathering().board.draft.placements.mapValues(\.place) == before)
    }

    @Test func `a session goes to another room for everybody at once, and back by undo`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        let before = try #require(try await hall.gathering().board.current?.layout.placements["1"]?.place)

        let answer = try await hall.post(
            hall.path("sessions/1/room"), as: .moderator, ["room": "2"], from: hall.path("console"))

        #expect(answer.location == hall.path("console"))
        #expect(try await scenery.shownPlace("1") == Place(slot: before.slot, room: "2"))
        #expect(try await hall.get(hall.path("board"), as: .anyone).contains("Radwege"))

        try await hall.undo()
        #expect(try await scenery.shownPlace("1") == before)
    }

    @Test func `a session that was cancelled takes place after all`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await hall.post(hall.path("sessions/1/cancellation"), as: .moderator)
        let crossed = try await hall.get(hall.path("board"), as: .anyone)

        let answer = try await hall.post(
            hall.path("sessions/1/cancellation/withdrawal"), as: .moderator, from: hall.path("console"))

        let back = try await hall.get(hall.path("board"), as: .anyone)
        #expect(answer.location == hall.path("console"))
        #expect(crossed.contains("fällt aus") && !back.contains("fällt aus"))
        #expect(back.contains("Radwege"))

        try await hall.undo()
        #expect(try await hall.get(hall.path("board"), as: .anyone).contains("fällt aus"))
    }

    @Test func `an announcement is taken back from every screen`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.enter(.greeting)
        try await hall.post(hall.path("announcements"), as: .moderator, ["text": "Der Kaffee ist da"])
        let told = try await hall.get(hall.path("topics"), as: .anna)

        let answer = try await hall.post(
            hall.path("announcements/1/withdrawal"), as: .moderator, from: hall.path("console"))

        #expect(answer.location == hall.path("console"))
        #expect(told.contains("Der Kaffee ist da"))
        for (guest, path) in [(Guest.anna, "topics"), (.moderator, "console"), (.projector, "projector")] {
            let page = try await hall.get(hall.path(path), as: guest)
            #expect(page.status == 200 && !page.contains("Der Kaffee ist da"), "\(path)")
        }
    }
}

extension Hall {
    /// Presses the button of the bar at the bottom.
    @discardableResult
    fileprivate func undo() async throws -> Answer {
        let step = try #require(try await gathering().undo.newest?.number)
        return try await post(path("undo"), as: .moderator, ["step": "\(step)"], from: path("console"))
    }
}

extension Scenery {
    /// Where everybody sees the session.
    fileprivate func shownPlace(_ session: Proposal.ID) async throws -> Place? {
        try await hall.gathering().board.current?.layout.placements[session]?.place
    }
}
