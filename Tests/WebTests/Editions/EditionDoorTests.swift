import Actions
import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

struct EditionDoorTests {
    @Test func `one form makes the next edition, with the same organisers and a code of its own`()
        async throws
    {
        let hall = try await Scenery.open().hall
        try await hall.makeOrganiser(.dora)

        let asked = try await hall.get(hall.path("console/prepare"), as: .organiser)
        let made = try await hall.post(
            hall.path("next"), as: .organiser,
            [
                "title": "Runder Tisch in Balve", "date": "2027-06-01", "venue": "Höhle",
                "hostTown": "05962008",
            ])
        let address = try #require(made.location)

        #expect(asked.contains("Nächste Ausgabe anlegen") && asked.contains("noch nicht zu Ende"))
        #expect(made.status == 303)
        let next = try #require(Gathering.ID(String(address.split(separator: "/")[1])))
        let programme = try await hall.instance.gatherings.read(next) { $0.programme }
        let old = try await hall.gathering().programme
        #expect(programme.facts?.title.text == "Runder Tisch in Balve")
        #expect("\(try #require(programme.facts?.date))" == "2027-06-01")
        #expect(programme.facts?.venue.text == "Höhle" && programme.facts?.hostTown?.text == "05962008")
        #expect(programme.rooms == old.rooms && programme.slots == old.slots && programme.items == old.items)
        #expect(programme.organisers == old.organisers)
        #expect(programme.previous == hall.id && old.next == next)
        for guest in [Guest.organiser, .dora] {
            #expect(try await hall.get("/g/\(next)/console/prepare", as: guest).status == 200, "\(guest)")
        }
        #expect(try await hall.get("/g/\(next)/console", as: .moderator).status == 403)
        #expect(try await hall.instance.gatherings.read(next) { $0.attendees.all.isEmpty })
        let codes = [
            try await hall.site.parts.joinCode(of: hall.id), try await hall.site.parts.joinCode(of: next),
        ]
        #expect(codes[0] != codes[1])
        #expect(try await hall.get("/j/\(codes[1].text)", as: .anyone).contains("Runder Tisch in Balve"))
    }

    @Test func `the two editions lead to each other, and no second one is made`() async throws {
        let hall = try await Hall.open()
        let fields = ["title": "Zweiter", "date": "2027-06-01"]
        let made = try await hall.post(hall.path("next"), as: .organiser, fields, act: "make-the-next-1")
        let again = try await hall.post(hall.path("next"), as: .organiser, fields, act: "make-the-next-1")
        let next = try #require(made.location)

        let before = try await hall.get(hall.path("console/prepare"), as: .organiser)
        let after = try await hall.get(next, as: .organiser)

        #expect(again.location == next)
        #expect(before.contains("href=\"\(next)\"") && !before.contains("Nächste Ausgabe anlegen"))
        #expect(after.contains("href=\"\(hall.path("console/prepare"))\""))
        #expect(after.contains("Nächste Ausgabe anlegen"))
        #expect(try await hall.instance.house.read(House.theOne) { $0.order.count } == 2)
    }

    @Test func `a next edition that was deleted as a whole can be made anew`() async throws {
        let hall = try await Hall.open()
        let made = try await hall.post(
            hall.path("next"), as: .organiser, ["title": "Zweiter", "date": "2027-06-01"])
        let next = try #require(made.location?.split(separator: "/")[1])
        try await hall.post("/g/\(next)/deletion", as: .organiser, [DeletionPage.titleField: "Zweiter"])

        let page = try await hall.get(hall.path("console/prepare"), as: .organiser)
        let again = try await hall.post(
            hall.path("next"), as: .organiser, ["title": "Dritter", "date": "2027-06-01"])

        #expect(page.contains("Nächste Ausgabe anlegen") && !page.contains("Zweiter"))
        #expect(again.status == 303)
    }

    @Test(arguments: [
        ("date", ""), ("date", "2027-02-30"), ("title", ""), ("title", String(repeating: "x", count: 121)),
    ])
    func `what is wrong is said at its field, and nothing is made`(_ field: String, _ typed: String)
        async throws
    {
        let hall = try await Hall.open()
        let before = try await hall.positions()
        var fields = ["title": "Zweiter", "date": "2027-06-01", "venue": "Höhle"]
        fields[field] = typed

        let answer = try await hall.post(
            hall.path("next"), as: .organiser, fields, from: hall.path("console/prepare"))

        #expect(answer.status == 422)
        #expect(answer.contains("id=\"next-\(field)-error\"") && answer.contains("value=\"Höhle\""))
        #expect(try await hall.positions() == before)
    }

    @Test func `who prepares one gathering and is nobody in the house makes no next one`() async throws {
        let hall = try await Hall.open()
        try await hall.makeOrganiser(.dora)

        let page = try await hall.get(hall.path("console/prepare"), as: .dora)
        let answer = try await hall.post(
            hall.path("next"), as: .dora, ["title": "Neu", "date": "2027-06-01"])

        #expect(page.status == 200 && !page.contains("Nächste Ausgabe anlegen"))
        #expect(answer.status == 403)
    }
}

extension Hall {
    fileprivate func makeOrganiser(_ guest: Guest) async throws {
        let made = try await MakeLink(instance)(.organiser, in: id, acting(.organiser, "one-more-organiser"))
        let token = try #require(OpenLink.Token(made.token))
        try await OpenLink(instance)(token, acting(guest, "open-it-too"))
    }
}
