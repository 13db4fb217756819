import Actions
import Domain
import Journal
import TestSupport
import Testing

@testable import Web

struct ConsolePageTests {
    @Test func `a moderator's link is shown once, and works`() async throws {
        let hall = try await Hall.open()

        let first = try await hall.post(
            hall.path("links"), as: .organiser, ["role": "moderator"], act: "make-a-link-1")
        let again = try await hall.post(
            hall.path("links"), as: .organiser, ["role": "moderator"], act: "make-a-link-1")

        let address = try #require(
            first.body.firstMatch(of: #/http:\/\/tafelrunde\.example(\/l\/[a-z0-9-]+)/#)?.output.1)
        let opened = try await hall.post(String(address), as: .cem)
        #expect([first.status, again.status, opened.status] == [200, 200, 303])
        #expect(!again.contains("/l/"))
        #expect(again.contains("Dieser Link wurde schon gezeigt"))
        #expect(try await hall.get(hall.path("console"), as: .cem).status == 200)
        #expect(try await !hall.get(hall.path("console/links"), as: .organiser).contains("/l/"))
    }

    @Test func `a revoked link takes back what it opened`() async throws {
        let hall = try await Hall.open()
        let links = try await hall.instance.access.read(hall.id) { $0.links }
        let grants = try await hall.instance.access.read(hall.id) { $0.grants[hall.device(.moderator)] ?? [] }
        let link = try #require(grants.first?.link)
        #expect(links[link] != nil)

        let answer = try await hall.post(hall.path("links/\(link)/revocation"), as: .organiser)

        #expect(answer.status == 303)
        #expect(try await hall.get(hall.path("console"), as: .moderator).status == 403)
    }

    @Test func `somebody without a phone is added, and their code is shown once`() async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            hall.path("people"), as: .moderator, ["firstName": "Dorothea"], act: "add-dorothea")

        let person = try #require(try await hall.gathering().attendees.present.first)
        let code = hall.instance.secret.personalCode(of: person.id, in: hall.id, serial: 1)
        #expect(answer.status == 200)
        #expect(answer.contains(code.spoken))
        #expect(try await !hall.get(hall.path("console/people"), as: .moderator).contains(code.spoken))
        #expect(person.hasPhone == false)
    }

    @Test func `a new code replaces the old one`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Anna")
        let old = hall.instance.secret.personalCode(of: anna, in: hall.id, serial: 1)
        let new = hall.instance.secret.personalCode(of: anna, in: hall.id, serial: 2)

        let answer = try await hall.post(hall.path("people/\(anna)/code"), as: .moderator)

        #expect(answer.contains(new.spoken))
        #expect(try await hall.post(hall.path("return"), as: .cem, ["personalCode": old.text]).status == 422)
        #expect(try await hall.post(hall.path("return"), as: .cem, ["personalCode": new.text]).status == 303)
    }

    @Test func `before publishing again the console says for how many people a session moves`() async throws {
        let hall = try await running()
        let board = try await hall.gathering().board
        let placement = try #require(board.draft.placements["1"])
        let free = try #require(
            try await hall.gathering().programme.slots.first { slot in
                !board.draft.placements.values.contains { $0.place.slot == slot.id }
            })
        try await hall.post(
            hall.path("sessions/1/place"), as: .moderator,
            ["slot": free.id.text, "room": placement.place.room.text, "seen": "\(placement.revision)"])

        let answer = try await hall.get(hall.path("console/board?publish=1"), as: .moderator)

        #expect(answer.status == 200)
        #expect(answer.contains("Radwege"))
        #expect(answer.contains("name=\"revision\" value=\"\(board.revision + 1)\""))
    }

    @Test func `a chosen session says what other places cost, and each can be taken`() async throws {
        let hall = try await running()

        let answer = try await hall.get(hall.path("console/board?session=1&move=1"), as: .moderator)

        #expect(answer.contains("action=\"\(hall.path("sessions/1/place"))\""))
    }

    @Test func `a parked topic can be placed by a form too`() async throws {
        let hall = try await running()
        let revision = try await hall.gathering().board.draft.placements["1"]?.revision ?? 0
        try await hall.post(hall.path("sessions/1/parking"), as: .moderator, ["seen": "\(revision)"])

        let answer = try await hall.get(hall.path("console/board?session=1&move=1"), as: .moderator)

        #expect(try await hall.gathering().board.draft.parked["1"] == .byModerator)
        #expect(answer.contains("action=\"\(hall.path("sessions/1/place"))\""))
    }

    @Test func `people are found by name`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Annegret")
        try await hall.seat(.bernd, "Bernward")

        let answer = try await hall.get(hall.path("console/people?q=ann"), as: .moderator)

        #expect([answer.contains("Annegret"), answer.contains("Bernward")] == [true, false])
    }

    @Test func `a rehearsal has pretend people, and leaves no trace when it ends`() async throws {
        let hall = try await Hall.open()

        let start = try await hall.post(hall.path("rehearsal"), as: .organiser, act: "rehearse-it")
        let console = try #require(start.location)
        let during = try await hall.get(console, as: .organiser)
        let home = String(console.dropLast("/console".count))
        let end = try await hall.post(home + "/rehearsal/end", as: .organiser, act: "end-rehearsal")

        #expect([start.status, during.status, end.status] == [303, 200, 303])
        #expect(end.location == hall.path("console/prepare"))
        #expect(try await hall.gathering().attendees.all.isEmpty)
    }

    @Test func `after the end nothing is left to choose or to take back`() async throws {
        let hall = try await running()
        let before = try await (
            hall.get(hall.path(""), as: .anna), hall.get(hall.path("console"), as: .moderator)
        )

        try await hall.enter(.ended)

        let phone = try await hall.get(hall.path(""), as: .anna)
        let console = try await hall.get(hall.path("console"), as: .moderator)
        #expect(before.0.contains("class=\"slot\"") && before.1.contains("class=\"undo\""))
        #expect(phone.contains("Das war der Tag."))
        #expect(!phone.contains("class=\"slot\"") && !console.contains("class=\"undo\""))
    }

    private func running() async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.seat(.bernd, "Bernd")
        try await hall.propose("Radwege", by: .anna)
        try await hall.propose("Leerstand", by: .bernd)
        try await hall.enter(.weighing)
        try await hall.wish("1", by: .bernd)
        try await hall.enter(.planning)
        try await hall.publish()
        return hall
    }
}
