import Domain
import TestSupport
import Testing

@testable import Web

/// What the console calls things, and what it leads to.
struct ConsoleWordsTests {
    private func hall() async throws -> Hall {
        let hall = try await Hall.open {
            $0.facts.series = try SeriesName("Willkommen in Südwestfalen")
            $0.facts.edition = 24
        }
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        return hall
    }

    @Test(arguments: [
        ("join", Guest.anyone), ("", .anna), ("board", .anyone), ("projector", .projector),
        ("console", .moderator),
        ("print?what=join", .moderator), ("imprint", .anyone),
    ])
    func `a gathering has one name everywhere`(path: String, guest: Guest) async throws {
        let hall = try await hall()

        let page = try await hall.get(hall.path(path), as: guest)

        #expect(page.status == 200)
        #expect(page.contains("Runder Tisch im Barcamp-Format"))
    }

    @Test(arguments: [
        ("join", Guest.anyone), ("board", .anyone), ("projector", .projector), ("console", .moderator),
        ("print?what=join", .moderator),
    ])
    func `series and edition are its second line`(path: String, guest: Guest) async throws {
        let hall = try await hall()

        let page = try await hall.get(hall.path(path), as: guest)

        #expect(page.contains("24. Willkommen in Südwestfalen"))
        #expect(page.contains(">Runder Tisch im Barcamp-Format"))
    }

    @Test func `every page of the console leads to imprint and privacy, and organisers to their gatherings`()
        async throws
    {
        let hall = try await hall()

        for place in ["console", "console/board", "console/topics", "console/people", "console/links"] {
            let page = try await hall.get(hall.path(place), as: .moderator)
            for link in ["imprint", "privacy", "accessibility"] {
                #expect(page.contains("href=\"\(hall.path(link))\""), "\(place)")
            }
            #expect(page.contains("?lang=en"), "\(place)")
            #expect(!page.contains("href=\"/organiser\""), "\(place)")
            #expect(try await hall.get(hall.path(place), as: .organiser).contains("href=\"/organiser\""))
        }
    }

    @Test func `a moderator is told who may prepare`() async throws {
        let hall = try await hall()

        let page = try await hall.get(hall.path("console/prepare"), as: .moderator)

        #expect(page.status == 403)
        #expect(page.contains("Das darf hier nur, wer die Veranstaltung vorbereitet."))
    }

    @Test func `a moderator does not change a topic of their own`() async throws {
        let hall = try await hall()
        let form = hall.path("proposals/1?edit=1")

        let moderator = try await hall.get(form, as: .moderator)
        let anna = try await hall.get(form, as: .anna)

        #expect(moderator.contains(">Thema ändern</h1>") && !moderator.contains("Dein Thema ändern"))
        #expect(anna.contains("Dein Thema ändern"))
    }

    @Test func `who hid a title reads which one`() async throws {
        let hall = try await hall()

        try await hall.post(hall.path("proposals/1/hiding"), as: .moderator)

        #expect(try await hall.get(hall.path("console"), as: .moderator).contains("„Radwege“ ist verborgen."))
    }

    @Test func `nobody's screens are counted among those who are there`() async throws {
        let hall = try await hall()

        #expect(try await !hall.get(hall.path("console"), as: .moderator).contains("verbunden"))
    }

    @Test func `a topic put on the board and back was parked by the moderators`() async throws {
        let hall = try await Hall.open { $0.facts.rules.admission = .plenum }
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.post(hall.path("board/plan"), as: .moderator)
        let place = ["slot": "1", "room": "1"]
        let laid = try await hall.get(hall.path("console/board"), as: .moderator)

        try await hall.post(hall.path("sessions/1/place"), as: .moderator, place)
        let seen = try await hall.gathering().board.draft.placements["1"]?.revision ?? 0
        try await hall.post(hall.path("sessions/1/parking"), as: .moderator, ["seen": "\(seen)"])

        let page = try await hall.get(hall.path("console/board"), as: .moderator)
        #expect(laid.contains("Das Plenum hat noch nicht entschieden."))
        #expect(page.contains("Von der Moderation geparkt."))
        #expect(!page.contains("Das Plenum hat noch nicht entschieden."))
    }

    @Test func `a topic for which moderators made room is not said to find none`() async throws {
        let hall = try await Hall.open {
            $0.rooms = [$0.rooms[0]]
            $0.slots = [$0.slots[0]]
        }
        for (guest, title) in [(Guest.anna, "Radwege"), (.bernd, "Leerstand")] {
            try await hall.seat(guest, guest.rawValue)
            try await hall.propose(title, by: guest)
        }
        try await hall.post(hall.path("board/plan"), as: .moderator)
        let laid = try await hall.get(hall.path("console/board"), as: .moderator)
        let placed = try #require(try await hall.gathering().board.draft.placements.first)

        try await hall.post(
            hall.path("sessions/\(placed.key)/parking"), as: .moderator, ["seen": "\(placed.value.revision)"])

        let page = try await hall.get(hall.path("console/board"), as: .moderator)
        #expect(laid.contains("Kein Platz mehr frei."))
        #expect(!page.contains("Kein Platz mehr frei."))
        #expect(page.contains("Inzwischen ist ein Platz frei, der passt."))
    }

    @Test func `the price of another place tells how many seats it is short`() async throws {
        let hall = try await Hall.open { $0.rooms[1].seats = 1 }
        for guest in [Guest.anna, .bernd] { try await hall.seat(guest, guest.rawValue) }
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.weighing)
        for guest in [Guest.anna, .bernd] { try await hall.wish("1", by: guest) }
        try await hall.post(hall.path("sessions/1/place"), as: .moderator, ["slot": "1", "room": "1"])

        let page = try await hall.get(hall.path("console/board?session=1&move=1"), as: .moderator)

        #expect(page.contains(": 1\u{A0}Platz fehlt</span>"))
        #expect(page.contains("<p class=\"price-missing\" aria-hidden=\"true\">1\u{A0}Platz fehlt</p>"))
    }

    @Test func `several times more begin a change-over after the last one`() async throws {
        let hall = try await hall()

        let page = try await hall.get(hall.path("console/prepare"), as: .organiser)

        #expect(page.contains("value=\"14:00\""))
        #expect(!page.contains("value=\"13:45\""))
    }
}
