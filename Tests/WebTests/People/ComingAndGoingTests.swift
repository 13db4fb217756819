import Domain
import TestSupport
import Testing

@testable import Web

/// What pages say to those who come, who go, and who come too late.
struct ComingAndGoingTests {
    @Test func `a code that leads nowhere may be a personal one`() async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post("/code", as: .anyone, ["code": "ABCDEF"])

        #expect(answer.status == 422)
        #expect(answer.contains("Ist es dein persönlicher Code?"))
    }

    @Test func `who leaves is told that it worked`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")

        let answer = try await hall.post(hall.path("departure"), as: .anna)

        let address = try #require(answer.location)
        #expect(try await hall.get(address, as: .anna).contains("Dein Name ist gelöscht."))
        #expect(try await !hall.get(hall.path("join"), as: .anna).contains("Dein Name ist gelöscht."))
    }

    @Test func `who leaves is told what becomes of a topic, on the board and before`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        let before = try await hall.get(hall.path("departure"), as: .anna)
        try await hall.publish()

        let asked = try await hall.get(hall.path("departure"), as: .anna)
        try await hall.post(hall.path("departure"), as: .anna)
        let board = try await hall.get(hall.path("board"), as: .anyone)

        let stays = "Auf dem Plan bleibt es durchgestrichen stehen."
        #expect(before.contains("verschwindet bei allen") && !before.contains(stays))
        #expect(asked.contains(stays) && !asked.contains("verschwindet bei allen"))
        #expect(board.contains("Radwege") && board.contains("fällt aus"))
    }

    @Test func `after the end nobody is invited`() async throws {
        let hall = try await Hall.open()
        let before = try await hall.get(hall.path("join"), as: .anyone)
        try await hall.enter(.ended)

        let after = try await hall.get(hall.path("join"), as: .anyone)

        let form = #"action="\#(hall.path("participants"))""#
        #expect([before.contains(form), after.contains(form)] == [true, false])
        #expect(after.contains("Die Veranstaltung ist zu Ende.") && after.contains(hall.path("board")))
    }

    @Test func `privacy promises what the program does`() async throws {
        let hall = try await Hall.open()

        let page = try await hall.get(hall.path("privacy"), as: .anyone)

        #expect(page.contains("400\u{A0}Tage") && page.contains("ohne die Adresse"))
        #expect(!page.contains("14\u{A0}Tage") && !page.contains("30\u{A0}Tage"))
    }

    @Test func `while wishes are blind withdrawing says that they go, and not how many`() async throws {
        let hall = try await Hall.open { $0.facts.rules.isBlind = true }
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.weighing)
        try await hall.wish("1", by: .anna)

        let page = try await hall.get(hall.path("proposals/1"), as: .anna)

        #expect(page.contains("Die Wünsche dafür gehen mit."))
        #expect(!page.contains("Noch wollte niemand hin."))
    }
}
