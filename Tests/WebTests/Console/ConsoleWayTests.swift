import Actions
import Domain
import TestSupport
import Testing

@testable import Web

/// Where acts of the console lead, and what it says when they changed nothing.
struct ConsoleWayTests {
    @Test func `laying out nothing says so`() async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(hall.path("board/plan"), as: .moderator)

        let address = try #require(answer.location)
        #expect(try await hall.get(address, as: .moderator).contains("Es gibt noch nichts zu legen."))
    }

    @Test func `what was parked by laying out is counted apart from what has a place`() async throws {
        let hall = try await Hall.open { $0.slots = Array($0.slots.prefix(1)) }
        for guest in [Guest.anna, .bernd, .cem] {
            try await hall.seat(guest, guest.rawValue)
            try await hall.propose("Thema von \(guest)", by: guest)
        }

        try await hall.post(hall.path("board/plan"), as: .moderator)

        let board = try await hall.get(hall.path("console/board"), as: .moderator)
        let told = "Der Plan ist gelegt, 2\u{A0}Themen haben einen neuen Platz, 1\u{A0}geparkt."
        #expect(board.contains(told) && board.contains("Entwurf, 2\u{A0}Änderungen"))
    }

    @Test func `laying out again what cannot be better says so`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        let first = try await hall.post(hall.path("board/plan"), as: .moderator, act: "lay-it-once")

        let second = try await hall.post(hall.path("board/plan"), as: .moderator, act: "lay-it-again")

        #expect(first.location == hall.path("console/board"))
        let address = try #require(second.location)
        #expect(try await hall.get(address, as: .moderator).contains("Besser geht es nicht."))
    }

    @Test func `before the first layout nothing is said of its quality`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.weighing)
        try await hall.wish("1", by: .anna)

        let before = try await hall.get(hall.path("console/board"), as: .moderator)
        try await hall.post(hall.path("board/plan"), as: .moderator)
        let after = try await hall.get(hall.path("console/board"), as: .moderator)

        #expect([before.contains("wahr."), after.contains("wahr.")] == [false, true])
    }

    @Test func `undo leads back to the page it was offered on`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.post(hall.path("proposals/1/hiding"), as: .moderator)
        let page = hall.path("console/topics")
        let step = try #require(try await hall.gathering().undo.newest?.number)

        let offered = try await hall.get(page, as: .moderator)
        let answer = try await hall.post(
            hall.path("undo"), as: .moderator, ["step": "\(step)", "back": page])

        #expect(offered.contains(#"name="back" value="\#(page)""#))
        #expect(answer.location == page)
    }

    @Test func `a moderator corrects a topic and is back at the console`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Ratwege", by: .anna)
        let desk = try await hall.get(hall.path("console/topics?topic=1"), as: .moderator)

        let answer = try await hall.post(
            hall.path("proposals/1"), as: .moderator, ["title": "Radwege", "form": "question"])

        #expect(desk.contains(hall.path("proposals/1?edit")))
        #expect(answer.location == hall.path("console/topics?topic=1#topic-1"))
        #expect(try await hall.gathering().topics["1"]?.content.title.text == "Radwege")
    }

    @Test func `a rehearsal begins where it is asked to`() async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(hall.path("rehearsal"), as: .organiser, ["phase": "weighing"])

        let parts = try #require(answer.location).split(separator: "/")
        let id = try #require(Gathering.ID(String(parts[1])))
        let rehearsal = try await hall.instance.gatherings.read(id) { $0 }
        #expect(rehearsal.day.phase == .weighing)
        #expect(!rehearsal.topics.open.isEmpty)
        #expect(try await !hall.instance.interests.read(id) { $0.wishes.isEmpty })
    }

    @Test func `nobody says of a new room that it has no steps`() throws {
        let typed = "title=Treffen&date=2026-11-26&rooms=Saal%2C+40%0AKeller+12&start=10%3A30"

        let draft = try CreationForm(FormFields(urlEncoded: Array(typed.utf8))).draft()

        #expect(draft.rooms.map(\.name.text) == ["Saal", "Keller"])
        #expect(draft.rooms.map(\.isAccessible) == [false, false])
    }
}
