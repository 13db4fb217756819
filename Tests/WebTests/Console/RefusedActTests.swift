import Actions
import Domain
import Journal
import TestSupport
import Testing

@testable import Web

/// A "no" on the console: the page it was done on, the sentence, and what was typed.
struct RefusedActTests {
    @Test func `of two who move the same card the second is told, and shown where it is`() async throws {
        let hall = try await planned()
        let board = hall.path("console/board?session=1&move=1")
        let seen = try await hall.gathering().board.draft.placements["1"]?.revision ?? 0
        let free = try await freePlaces(hall)

        let first = try await hall.post(
            hall.path("sessions/1/place"), as: .moderator,
            ["slot": free[0].slot.text, "room": free[0].room.text, "seen": "\(seen)"], from: board)
        let second = try await hall.post(
            hall.path("sessions/1/place"), as: .secondModerator,
            ["slot": free[1].slot.text, "room": free[1].room.text, "seen": "\(seen)"], from: board)

        #expect([first.status, second.status] == [303, 409])
        #expect(first.location == hall.path("console/board?session=1"))
        #expect(second.contains("Jemand anderes war schneller. Die Session liegt jetzt hier"))
        #expect(try await hall.gathering().board.draft.placements["1"]?.place == free[0])
    }

    @Test func `a move onto a taken place says who is there`() async throws {
        let hall = try await planned()
        let board = try await hall.gathering().board
        let taken = try #require(board.draft.placements["2"]?.place)

        let answer = try await hall.post(
            hall.path("sessions/1/place"), as: .moderator,
            [
                "slot": taken.slot.text, "room": taken.room.text,
                "seen": "\(board.draft.placements["1"]?.revision ?? 0)",
            ],
            from: hall.path("console/board"))

        #expect(answer.status == 409)
        #expect(answer.contains("Dort liegt schon „Leerstand“."))
        #expect(try await hall.gathering().board == board)
    }

    @Test func `a room without seats is refused beside its field, with what was typed`() async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            hall.path("rooms"), as: .organiser, ["name": "Turmstube", "seats": "0"],
            from: hall.path("console/prepare"))

        #expect(answer.status == 422)
        #expect(answer.contains("value=\"Turmstube\""))
        #expect(answer.contains("Gib eine Zahl von 1 bis 5000 ein."))
        #expect(try await hall.gathering().programme.rooms.count == 2)
    }

    @Test(arguments: [
        ("rooms", ["name": "RATSSAAL", "seats": "3"], "name", "Einen Raum „Ratssaal“ gibt es schon."),
        ("rooms/2", ["name": "Ratssaal", "seats": "12"], "name", "Einen Raum „Ratssaal“ gibt es schon."),
        ("organisers", ["name": "Kreis", "email": "nope"], "email", "Das ist keine E-Mail-Adresse."),
        ("organisers", ["name": "Kreis", "email": "a@b"], "email", "Das ist keine E-Mail-Adresse."),
        (
            "facts", ["wishWeightMax": "1", "admission": "top", "admissionCount": ""], "admissionCount",
            "Gib eine Zahl von 1 bis 500 ein."
        ),
    ])
    func `a value that cannot be is refused beside its field`(
        _ path: String, _ fields: [String: String], _ field: String, _ sentence: String
    ) async throws {
        let hall = try await Hall.open()
        let before = try await hall.gathering()

        let answer = try await hall.post(
            hall.path(path), as: .organiser, fields, from: hall.path("console/prepare"))

        #expect(answer.status == 422)
        #expect(answer.contains("\(field)-error"))
        #expect(answer.contains(sentence))
        #expect(try await hall.gathering() == before)
    }

    @Test(arguments: [
        ("", "Schreib hier noch etwas hin."),
        (String(repeating: "x", count: 201), "Das ist ein Zeichen zu lang."),
    ])
    func `an announcement of no or too many characters is refused on the console`(
        _ text: String, _ sentence: String
    )
        async throws
    {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            hall.path("announcements"), as: .moderator, ["text": text], from: hall.path("console"))

        #expect(answer.status == 422)
        #expect(answer.contains(sentence))
        #expect(text.isEmpty || answer.contains("value=\"\(text)\""))
    }

    @Test func `a topic for somebody needs somebody`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")

        let answer = try await hall.post(
            hall.path("proposals"), as: .moderator, ["host": "", "title": "Radwege"],
            from: hall.path("console/topics?new=1"))

        #expect(answer.status == 422)
        #expect(answer.contains("Wer das Thema anbietet, muss hier sein."))
        #expect(answer.contains("value=\"Radwege\""))
    }

    @Test func `a topic for somebody goes to them, with their time limits`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Anna")

        let answer = try await hall.post(
            hall.path("proposals"), as: .moderator,
            ["host": anna.text, "title": "Radwege", "form": "help", "from": "11:00", "until": "14:00"],
            from: hall.path("console/topics?new=1"))

        let proposal = try await hall.gathering().topics["1"]
        #expect(answer.location == hall.path("console/topics"))
        #expect(proposal?.hosts == [anna])
        #expect(proposal?.content.form == .helpWanted)
        #expect(proposal?.content.until == MinuteOfDay("14:00"))
    }

    @Test func `what somebody may not do is refused with a page of its own`() async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(hall.path("rooms"), as: .moderator, ["name": "Turm", "seats": "3"])

        #expect(answer.status == 403)
        #expect(answer.contains("Das darf hier nur, wer die Veranstaltung vorbereitet."))
    }

    @Test func `nothing to take back is said on the console`() async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            hall.path("undo"), as: .moderator, ["step": "7"], from: hall.path("console"))

        #expect(answer.status == 409)
        #expect(answer.contains("Da ist nichts mehr, was sich rückgängig machen lässt."))
    }

    private func planned() async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.seat(.bernd, "Bernd")
        try await hall.propose("Radwege", by: .anna)
        try await hall.propose("Leerstand", by: .bernd)
        try await hall.enter(.weighing)
        try await hall.wish("1", by: .bernd)
        try await hall.wish("2", by: .anna)
        try await hall.enter(.planning)
        _ = try await LayBoard(hall.instance)(in: hall.id, hall.acting(.moderator, "lay-it-out"))
        return hall
    }

    private func freePlaces(_ hall: Hall) async throws -> [Place] {
        let gathering = try await hall.gathering()
        let all = gathering.programme.slots.flatMap { slot in
            gathering.programme.rooms.map { Place(slot: slot.id, room: $0.id) }
        }
        return all.filter { gathering.board.draft.occupant(of: $0, programme: gathering.programme) == nil }
    }
}
