import Domain
import TestSupport
import Testing

@testable import Web

/// The bar at the bottom of the console: what it offers, and what becomes of it on other screens.
struct ConsoleUndoTests {
    @Test func `a station goes back, and its window with it, for voters too`() async throws {
        let hall = try await Hall.open { $0.facts.rules.isBlind = true }
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.post(hall.path("phase"), as: .moderator, ["phase": "pitching"])
        try await hall.post(hall.path("phase"), as: .moderator, ["phase": "weighing"])
        let offered = try await hall.get(hall.path("console"), as: .moderator)

        let back = try await undo(hall)

        #expect(offered.contains("Jetzt ist „Wünschen“ dran.") || offered.contains("dran."))
        #expect(back.status == 303)
        #expect(try await hall.gathering().day.phase == .pitching)
        #expect(try await hall.post(hall.path("proposals/1/wish"), as: .anna).status == 409)
        #expect(try await hall.gathering().isBlindNow)
    }

    @Test func `a window closed too early opens again for everybody`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.post(hall.path("phase"), as: .moderator, ["phase": "weighing"])
        try await hall.post(hall.path("phase"), as: .moderator, ["phase": "planning"])

        try await undo(hall)

        #expect(try await hall.post(hall.path("proposals/1/wish"), as: .anna).status == 303)
    }

    @Test func `a second version is taken back, the first one never`() async throws {
        let hall = try await published()
        let first = try await hall.gathering()
        try await move(hall)
        try await hall.post(hall.path("board/publication"), as: .moderator)
        let offered = try await hall.get(hall.path("console"), as: .moderator)

        try await undo(hall)

        #expect(first.undo.steps.allSatisfy { if case .published = $0.act { false } else { true } })
        #expect(
            offered.contains(
                "Fassung 2 ist veröffentlicht. Rückgängig heißt, alle sehen wieder Fassung 1."))
        let board = try await hall.gathering().board
        #expect(board.current?.layout == first.board.current?.layout)
        #expect(board.current?.number == 3)
    }

    @Test func `before the first version the console says that it cannot be taken back`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.post(hall.path("board/plan"), as: .moderator)

        let first = try await hall.get(hall.path("console/board?publish=1"), as: .moderator)
        try await hall.post(hall.path("board/publication"), as: .moderator)
        try await move(hall)
        let second = try await hall.get(hall.path("console/board?publish=1"), as: .moderator)

        #expect(first.contains("Die erste Fassung lässt sich nicht zurücknehmen"))
        #expect(!second.contains("Die erste Fassung lässt sich nicht zurücknehmen"))
    }

    @Test func `a withdrawn session comes back to every screen`() async throws {
        let hall = try await published()
        try await hall.post(hall.path("proposals/1/withdrawal"), as: .moderator)
        let gone = try await hall.get(hall.path("board"), as: .anyone)

        try await undo(hall)

        #expect(gone.contains("fällt aus"))
        #expect(try await !hall.get(hall.path("board"), as: .anyone).contains("fällt aus"))
        #expect(try await hall.gathering().board.unpublished == [])
    }

    @Test func `a delay is taken back`() async throws {
        let hall = try await Hall.open()
        let before = try await hall.gathering().programme
        try await hall.post(
            hall.path("delay"), as: .moderator, ["minutes": "15", "seen": "\(before.timesMark)"])
        let offered = try await hall.get(hall.path("console"), as: .moderator)

        try await undo(hall)

        #expect(offered.contains("Alles, was noch kommt, beginnt 15\u{A0}Minuten später."))
        #expect(try await hall.gathering().programme == before)
    }

    @Test func `taking somebody out says before that it cannot be undone`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Anna")

        let question = try await hall.get(hall.path("console/people?remove=\(anna)"), as: .moderator)

        #expect(question.contains("Das lässt sich nicht rückgängig machen."))
    }

    @Test func `who hid a title, when and why is on the console, and nowhere else`() async throws {
        let hall = try await published()
        try await hall.post(
            hall.path("proposals/1/hiding"), as: .moderator, ["reason": "nennt einen Nachbarn"])

        let own = try await hall.get(hall.path("console/topics"), as: .moderator)
        let other = try await hall.get(hall.path("console/topics"), as: .secondModerator)

        #expect(own.contains("von diesem Gerät aus verborgen: nennt einen Nachbarn"))
        #expect(other.contains("von einem anderen Gerät aus verborgen: nennt einen Nachbarn"))
        for path in ["board", "topics", "proposals/1", "projector"] {
            #expect(try await !hall.get(hall.path(path), as: .anna).contains("Nachbarn"), "\(path)")
        }
        try await hall.post(hall.path("proposals/1/hiding/withdrawal"), as: .secondModerator)
        #expect(try await hall.get(hall.path("board"), as: .anyone).contains("Radwege"))
    }

    @Test func `a reason that is too long is refused with its sentence`() async throws {
        let hall = try await published()

        let answer = try await hall.post(
            hall.path("proposals/1/hiding"), as: .moderator, ["reason": String(repeating: "x", count: 121)],
            from: hall.path("console/topics?topic=1"))

        #expect(answer.status == 422)
        #expect(answer.contains("Das ist ein Zeichen zu lang."))
        #expect(try await hall.gathering().topics["1"]?.isHidden == false)
    }

    @discardableResult
    private func undo(_ hall: Hall) async throws -> Answer {
        let step = try #require(try await hall.gathering().undo.newest?.number)
        return try await hall.post(hall.path("undo"), as: .moderator, ["step": "\(step)"])
    }

    private func move(_ hall: Hall) async throws {
        let gathering = try await hall.gathering()
        let old = try #require(gathering.board.draft.placements["1"])
        let free = try #require(gathering.programme.slots.last { $0.id != old.place.slot })
        try await hall.post(
            hall.path("sessions/1/place"), as: .moderator,
            ["slot": free.id.text, "room": old.place.room.text, "seen": "\(old.revision)"])
    }

    private func published() async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.running)
        try await hall.publish()
        return hall
    }
}
