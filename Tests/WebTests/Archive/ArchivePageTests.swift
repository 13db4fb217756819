import Actions
import Domain
import Journal
import Logging
import Lookup
import Pages
import TestSupport
import Testing

@testable import Web

/// The archive through its door.
struct ArchivePageTests {
    /// Anna's record of "Radwege" is released; the organiser may have taken the gathering into the archive.
    private func released(inArchive: Bool = true, _ text: String = "Lastenräder für den Bauhof") async throws
        -> Hall
    {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await scenery.write(text)
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])
        if inArchive { try await hall.takeIntoArchive(true) }
        return hall
    }

    @Test func `towns that were not there find a solution, and get to its very line`() async throws {
        let hall = try await released()

        let page = try await hall.get("/archive?q=lastkahn", as: .anyone)
        let none = try await hall.get("/archive?q=lastenr%C3%A4der+schwimmbad", as: .anyone)
        let found = try await hall.get("/archive?q=Lastenraeder", as: .anyone)

        #expect(page.status == 200 && page.contains("Nichts gefunden."))
        #expect(none.contains("Alle Wörter müssen vorkommen."))
        #expect(found.contains("<title>2\u{A0}Treffer: Lastenraeder"))
        #expect(found.contains("<mark>Lastenräder</mark> für den Bauhof"))
        #expect(found.contains("/g/\(hall.id)/records/1?released#solution-1"))
        let record = try await hall.get("/g/\(hall.id)/records/1?released", as: .anyone)
        #expect(record.contains(#"<p id="solution-1">Lastenräder"#))
    }

    @Test func `by default only those who were given access find what was released`() async throws {
        let hall = try await released(inArchive: false)

        for guest in Guest.allCases {
            let page = try await hall.get("/archive?q=lastenr", as: guest)
            let isInside = [.anna, .bernd, .projector, .moderator, .organiser].contains(guest)
            #expect(page.status == 200)
            #expect(page.contains("Lastenräder") == isInside, "\(guest)")
            #expect(page.contains("nur für alle, die dabei waren") == isInside, "\(guest)")
        }
    }

    @Test func `an organiser takes a gathering into the archive and out of it again`() async throws {
        let hall = try await released(inArchive: false)

        try await hall.post(hall.path("facts"), as: .organiser, ["wishWeightMax": "1", "isInArchive": "yes"])
        let inside = try await hall.get("/archive?q=bauhof", as: .anyone)
        let form = try await hall.get(hall.path("console/prepare"), as: .organiser)
        try await hall.post(hall.path("facts"), as: .organiser, ["wishWeightMax": "1"])
        let outside = try await hall.get("/archive?q=bauhof", as: .anyone)

        #expect(inside.contains("Treffer") && inside.contains("Lastenräder"))
        #expect(form.contains("Ins Archiv aufnehmen"))
        #expect(outside.contains("Nichts gefunden."))
    }

    @Test func `a withdrawn release is gone with the next look`() async throws {
        let hall = try await released()
        #expect(try await hall.get("/archive?q=lastenr", as: .anyone).contains("Lastenräder"))

        try await hall.post(hall.path("records/1/release/withdrawal"), as: .anna)

        #expect(!(try await hall.get("/archive?q=lastenr", as: .anyone)).contains("Lastenräder"))
        #expect(!(try await hall.get("/archive?q=lastenr", as: .anna)).contains("Lastenräder"))
    }

    @Test func `of a gathering that was deleted nothing is found, also by who was there`() async throws {
        let hall = try await released()

        try await hall.post(
            hall.path("deletion"), as: .organiser, [DeletionPage.titleField: "Runder Tisch im Barcamp-Format"]
        )

        for guest in [Guest.anyone, .anna, .organiser] {
            #expect(
                !(try await hall.get("/archive?q=lastenr", as: guest)).contains("Lastenräder"), "\(guest)")
        }
    }

    @Test func `names are looked for in one's own gatherings only`() async throws {
        let hall = try await released()

        for guest in Guest.allCases {
            let page = try await hall.get("/archive?q=Bernd", as: guest)
            let isInside = [.anna, .bernd, .projector, .moderator, .organiser].contains(guest)
            #expect(page.contains("Menschen in deinen Runden") == isInside, "\(guest)")
            #expect(page.contains(">Bernd</a>") == isInside, "\(guest)")
        }
        #expect(try await hall.get("/archive?q=Ber", as: .anna).contains(">Bernd</a>"))
        #expect(!(try await hall.get("/archive?q=ernd", as: .anna)).contains(">Bernd</a>"))
    }

    @Test func `who left is found no more, and the lookup never knew them`() async throws {
        let hall = try await released()
        try await hall.post(hall.path("departure"), as: .bernd)

        #expect(!(try await hall.get("/archive?q=Bernd", as: .anna)).contains(">Bernd</a>"))
        #expect(!(try await hall.get("/archive?q=Bernd", as: .bernd)).contains(">Anna"))
    }

    @Test func `whatever was written or typed stays text`() async throws {
        let hall = try await released("Das <script>alert(1)</script> \"Rad\" & mehr")

        let page = try await hall.get("/archive?q=%3Cscript%3E+%22rad%22&series=%3Cb%3E", as: .anna)
        let found = try await hall.get("/archive?q=script", as: .anyone)

        #expect(
            !page.contains("<script>alert") && !found.contains("<script>alert") && !page.contains("<b>\""))
        #expect(found.contains("&lt;<mark>script</mark>&gt;"))
        #expect(page.contains(#"value="&lt;script&gt; &quot;rad&quot;""#))
    }

    @Test(arguments: [
        "", "q=", "q=%00", "q=%FF", "q=%", "q=%22", "q=*", "page=-5", "page=99999999999999999999", "year=abc",
        "kind=nobody",
        "town=%F0%9F%98%80", "q=%F0%9F%98%80", "q=a&q=b", "&&&===", "q=%E2%80%AEabc",
    ])
    func `no address harms it`(_ query: String) async throws {
        let hall = try await released()

        let page = try await hall.get("/archive?\(query)", as: .anyone)

        #expect(page.status == 200 && page.contains("<h1"))
    }

    @Test func `while it is made anew it says so`() async throws {
        let hall = try await released()
        let lookup = try Lookup(
            nil, journal: Stuck(inner: hall.instance.lasting.journal), isForgotten: { _ in false })
        let site = try await Site(
            instance: hall.instance, lookup: lookup, settings: hall.site.parts.settings,
            logger: Logger(label: "test"))
        let waiting = Hall(instance: hall.instance, site: site, clock: hall.clock, id: hall.id)

        let page = try await waiting.get("/archive?q=bauhof", as: .anyone)

        #expect(page.status == 200 && page.contains("Das Archiv wird gerade neu angelegt."))
    }

    @Test func `who searches without end has to wait, and nobody else`() async throws {
        let hall = try await released()
        for _ in 0..<60 { _ = try await hall.get("/archive?q=bauhof", as: .anna) }

        let refused = try await hall.get("/archive?q=bauhof", as: .anna)

        #expect(refused.status == 429)
        #expect(try await hall.get("/archive?q=bauhof", as: .bernd).status == 200)
        hall.clock.advance(seconds: 1)
        #expect(try await hall.get("/archive?q=bauhof", as: .anna).status == 200)
    }

    @Test func `a rehearsal never gets there`() async throws {
        let scenery = try await Scenery.open()
        let rehearsal = try await scenery.hall.rehearse(at: .running)
        let titles = try await scenery.hall.instance.gatherings.read(rehearsal) { gathering in
            gathering.topics.open.map(\.content.title.text)
        }

        for title in titles.prefix(3) {
            let words = title.filter { $0.isASCII && $0.isLetter || $0 == " " }.replacing(" ", with: "+")
            let page = try await scenery.hall.get("/archive?q=\(words)", as: .organiser)
            #expect(!page.contains(rehearsal.text), "\(title)")
        }
        #expect(!titles.isEmpty)
    }
}

/// A journal that cannot be read from one end to the other.
private struct Stuck: WrappingJournal {
    let inner: any Journal

    func entries(after position: Position, limit: Int) async throws -> [Entry] {
        throw JournalFault(kind: .unavailable, description: "stuck")
    }
}

extension Hall {
    func takeIntoArchive(_ isTaken: Bool) async throws {
        try await moderate(.certain("archive-\(isTaken)")) { gathering, caller in
            guard var facts = gathering.programme.facts else { return [] }
            facts.isInArchive = isTaken ? true : nil
            return try gathering.changeFacts(facts, by: caller)
        }
    }
}
