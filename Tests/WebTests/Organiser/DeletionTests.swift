import Actions
import Domain
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

struct DeletionTests {
    private static let title = "Runder Tisch im Barcamp-Format"

    @Test func `a page asks first: what goes, and that nobody can bring it back`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Annegret")
        try await hall.propose("Radwege", by: .anna)

        let prepare = try await hall.get(hall.path("console/prepare"), as: .organiser)
        let asked = try await hall.get(hall.path("console/prepare?delete=1"), as: .organiser)

        #expect(prepare.contains("href=\"\(hall.path("console/prepare"))?delete=1\""))
        #expect(asked.status == 200)
        #expect(asked.contains("action=\"\(hall.path("deletion"))\""))
        #expect(asked.contains("von einem Menschen") && asked.contains("Ein Thema"))
        #expect(asked.contains("auch nicht aus einer Sicherung"))
        #expect(try await hall.get(hall.path("console/prepare?delete=1"), as: .moderator).status == 403)
    }

    @Test(arguments: ["", "Runder Tisch"])
    func `who names another deletes nothing, and what was typed stays`(_ typed: String) async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            hall.path("deletion"), as: .organiser, [DeletionPage.titleField: typed],
            from: hall.path("console/prepare?delete=1"))

        #expect(answer.status == 422)
        #expect(answer.contains("id=\"deletion-confirmation-error\""))
        #expect(answer.contains("So heißt sie nicht."))
        #expect(answer.contains("value=\"\(typed)\""))
        #expect(try await hall.get(hall.path("board"), as: .anyone).status == 200)
    }

    @Test func `deleted, every page says that it is gone, and none shows anything of it`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Annegret")
        let topic = try await hall.propose("Radwege", by: .anna).text
        let code = try await hall.site.parts.joinCode(of: hall.id)
        let link = try await MakeLink(hall.instance)(
            .moderator, in: hall.id, hall.acting(.organiser, "one-more-link"))
        let audience = Audience(screen: .board, language: .du, isInside: true)
        var frames = try await hall.site.rooms.frames(of: hall.id, for: audience, after: nil)
            .makeAsyncIterator()
        _ = await frames.next()
        _ = try await hall.get(hall.path("board"), as: .anyone)

        let answer = try await hall.post(
            hall.path("deletion"), as: .organiser, [DeletionPage.titleField: code.spoken], act: "delete-it")
        let again = try await hall.post(
            hall.path("deletion"), as: .organiser, [DeletionPage.titleField: code.spoken], act: "delete-it")

        #expect([answer.status, again.status] == [303, 410])
        #expect(answer.location == "/organiser")
        let paths =
            [
                "", "join", "topics", "proposals/\(topic)", "proposals/new", "plan", "people", "profile",
                "departure",
            ]
            + ["board", "projector", "print", "live", "me", "imprint", "privacy", "accessibility", "console"]
            + ConsoleFrame.Place.allCases.filter { $0 != .now }.map { "console/\($0.rawValue)" }
        for path in paths {
            for guest in [Guest.anyone, .anna, .organiser] {
                let page = try await hall.get(hall.path(path), as: guest)
                #expect(page.status == 410, "\(guest) \(path)")
                #expect(page.contains("Diese Veranstaltung gibt es nicht mehr."), "\(path)")
                #expect(!page.contains("Radwege") && !page.contains("Annegret") && !page.contains(Self.title))
            }
        }
        for act in [
            "participants", "return", "proposals/\(topic)/wish", "phase", "heads", "links", "rehearsal",
        ] {
            #expect(try await hall.post(hall.path(act), as: .organiser).status == 410, "\(act)")
        }
        var last = ""
        while let frame = await frames.next() { last = String(buffer: frame) }
        #expect(last == "data: {\"reload\":true}\n\n")
        #expect(try await hall.get("/j/\(code.text)", as: .anna).status == 404)
        #expect(try await hall.get("/l/\(link.token)", as: .anna).status == 404)
        #expect(try await !hall.get("/organiser", as: .organiser).contains(Self.title))
        #expect(
            hall.instance.keys(of: hall.id).holds(KeyName(gathering: hall.id, purpose: .person(anna)))
                == false)
        #expect(try await hall.instance.listed() == [])
        #expect(try await hall.instance.house.read(House.theOne) { $0.order } == [])
    }

    @Test func `its rehearsal goes with it`() async throws {
        let hall = try await Hall.open()
        let rehearsal = try await hall.rehearse(at: .arriving)

        try await hall.post(
            hall.path("deletion"), as: .organiser, [DeletionPage.titleField: Self.title])

        #expect(hall.instance.rehearsal(of: hall.id) == nil)
        #expect(try await hall.get("/g/\(rehearsal)/console", as: .organiser).status == 404)
    }

    @Test func `what was deleted is not made again by its old form, but another is`() async throws {
        let hall = try await Hall.open()
        let form = ["title": "Neu", "date": "2026-11-26", "rooms": "Saal 40", "start": "10:30", "count": "2"]
            .merging(["lengthMinutes": "45", "changeOverMinutes": "15"]) { $1 }
        let made = try await hall.post("/gatherings", as: .organiser, form, act: "make-gathering")
        let home = try #require(made.location?.replacing("/console", with: ""))
        try await hall.post(home + "/deletion", as: .organiser, [DeletionPage.titleField: "neu"])

        let again = try await hall.post("/gatherings", as: .organiser, form, act: "make-gathering")
        let other = try await hall.post("/gatherings", as: .organiser, form, act: "make-another")

        #expect(again.status == 422)
        #expect(again.contains("Das lässt sich nicht zurückholen."))
        #expect(other.status == 303)
        #expect(try await hall.instance.listed().count == 2)
    }

    @Test func `a rehearsal is ended, not deleted`() async throws {
        let hall = try await Hall.open()
        let rehearsal = try await hall.rehearse(at: .arriving)

        let page = try await hall.get("/g/\(rehearsal)/console/prepare?delete=1", as: .organiser)
        let answer = try await hall.post(
            "/g/\(rehearsal)/deletion", as: .organiser, [DeletionPage.titleField: Self.title])

        #expect(!page.contains("/deletion\""))
        #expect(answer.status == 404)
        #expect(hall.instance.rehearsal(of: hall.id) == rehearsal)
    }
}
