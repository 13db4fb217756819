import Actions
import Domain
import Journal
import TestSupport
import Testing

@testable import Web

struct OrganiserTests {
    private static let form = [
        "title": "25. Runder Tisch", "date": "2026-11-26", "venue": "Burg Altena", "hostTown": "",
        "form": "barcamp",
        "rooms": "Rittersaal, 40\nErker 14\n\n", "start": "10:30", "count": "4", "lengthMinutes": "45",
        "changeOverMinutes": "15", "tone": "sie",
    ]

    @Test func `a gathering is made from one form`() async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post("/gatherings", as: .organiser, Self.form, act: "make-gathering")
        let again = try await hall.post("/gatherings", as: .organiser, Self.form, act: "make-gathering")

        let path = try #require(answer.location)
        let id = try #require(Gathering.ID(path.split(separator: "/").map(String.init)[1]))
        let programme = try await hall.instance.gatherings.read(id) { $0.programme }
        #expect([answer.status, again.status] == [303, 303])
        #expect(again.location == path)
        #expect(programme.facts?.title.text == "25. Runder Tisch")
        #expect(programme.facts?.tone == .sie)
        #expect(programme.rooms.map { "\($0.name) \($0.seats)" } == ["Rittersaal 40", "Erker 14"])
        #expect(programme.slots.map { "\($0.start)" } == ["10:30", "11:30", "12:30", "13:30"])
        #expect(try await hall.get("/organiser", as: .organiser).contains("25. Runder Tisch"))
    }

    @Test(arguments: [
        ("title", "", "Schreib hier noch etwas hin."),
        ("title", String(repeating: "x", count: 121), "Das ist ein Zeichen zu lang."),
        ("date", "gestern", "Gib ein Datum an."), ("start", "halb elf", "Gib eine Uhrzeit an"),
        ("rooms", "Rittersaal", "Schreib je Zeile einen Raum mit seinen Plätzen"),
        ("rooms", "Saal, 40\nSAAL, 10", "Einen Raum „Saal“ gibt es schon."),
        ("rooms", "Saal, 0", "Gib eine Zahl von 1 bis 5000 ein."),
        ("lengthMinutes", "3", "Gib eine Zahl von 10 bis 240 ein."),
        ("start", "22:30", "Das ginge über Mitternacht."),
    ])
    func `what cannot be is refused beside its field, and what was typed stays`(
        _ field: String, _ typed: String, _ sentence: String
    ) async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            "/gatherings", as: .organiser, Self.form.merging([field: typed]) { $1 })

        #expect(answer.status == 422)
        #expect(answer.contains(sentence), "\(field)")
        #expect(answer.contains("id=\"gathering-\(field)-error\""), "\(field)")
        #expect(answer.contains("value=\"Burg Altena\""))
    }

    @Test func `moderators find their gatherings, but no form for another`() async throws {
        let hall = try await Hall.open()

        let page = try await hall.get("/organiser", as: .moderator)

        #expect(page.status == 200)
        #expect(page.contains(hall.path("console")))
        #expect(!page.contains("action=\"/gatherings\""))
        #expect(try await hall.get("/organiser", as: .organiser).contains("action=\"/gatherings\""))
    }

    @Test func `only organisers of the house make gatherings; others hear how`() async throws {
        let hall = try await Hall.open()

        let page = try await hall.get("/organiser", as: .anyone)
        let act = try await hall.post("/gatherings", as: .moderator, Self.form)

        #expect([page.status, act.status] == [403, 403])
        #expect(page.contains("tafelrunde link organiser"))
    }
}
