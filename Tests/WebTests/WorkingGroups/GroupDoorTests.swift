import Actions
import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

struct GroupDoorTests {
    @Test func `a contact is on the pages of those it was shared with, and on no other page`() async throws {
        let hall = try await Scenery.open(.published).hall
        try await hall.seat(.cem, "Cem", from: "Hemer")
        try await hall.goOn(.bernd, "bernd@balve.example", with: "convener")
        try await hall.goOn(.cem, "cem@hemer.example", with: "organisers")

        let anna = try await hall.get(hall.group, as: .anna)
        let cem = try await hall.get(hall.group, as: .cem)
        let console = try await hall.get(hall.path("console/groups"), as: .organiser)

        #expect(anna.contains("bernd@balve.example") && anna.contains("cem@hemer.example"))
        #expect(anna.contains("mailto:?bcc=bernd@balve.example,cem@hemer.example"))
        #expect(!cem.contains("bernd@balve.example") && cem.contains("kein Kontakt für dich"))
        #expect(console.contains("cem@hemer.example") && !console.contains("bernd@balve.example"))
        for guest in [Guest.anyone, .dora, .projector, .moderator] {
            for path in Self.paths {
                let page = try await hall.get(hall.path(path), as: guest)
                #expect(!page.contains(".example\"") && !page.contains("@hemer"), "\(guest) \(path)")
            }
        }
        for screen in Audience.Screen.allCases {
            let audience = Audience(screen: screen, language: .du, isInside: true)
            let values = try await hall.site.parts.liveContent(hall.id, audience).0.values
            #expect(!"\(values)".contains("@hemer"), "\(screen)")
        }
    }

    @Test func `one tap takes a contact back everywhere at once`() async throws {
        let hall = try await Scenery.open(.published).hall
        try await hall.seat(.cem, "Cem")
        try await hall.goOn(.bernd, "bernd@balve.example", with: "organisers")
        try await hall.goOn(.cem)
        let readers: [(Guest, String)] = [
            (.anna, hall.group), (.cem, hall.group), (.bernd, hall.group),
            (.organiser, hall.path("console/groups")), (.bernd, hall.path("profile")),
        ]
        for (guest, path) in readers {
            #expect(try await hall.get(path, as: guest).contains("bernd@balve.example"), "\(guest) \(path)")
        }
        let before = try await hall.stamp(.group)

        let answer = try await hall.post(hall.group + "/contact/withdrawal", as: .bernd)

        #expect(answer.location == hall.group + "?revoked")
        for (guest, path) in readers {
            #expect(try await !hall.get(path, as: guest).contains("bernd@balve.example"), "\(guest) \(path)")
        }
        #expect(try await hall.stamp(.group) != before)
        let said = try await hall.get(hall.group + "?revoked", as: .bernd)
        #expect(said.contains("Dein Kontakt ist zurückgezogen") && said.contains("Ohne Kontakt."))
    }

    @Test func `on the day after its last one nobody sees a contact, also before it is destroyed`()
        async throws
    {
        let hall = try await Scenery.open(.published).hall
        try await hall.goOn(.bernd, "bernd@balve.example", with: "organisers", until: "2026-11-22")

        hall.clock.advance(seconds: 24 * 3600)
        #expect(try await hall.get(hall.group, as: .anna).contains("bernd@balve.example"))
        let before = try await hall.stamp(.group)
        hall.clock.advance(seconds: 14 * 3600)

        for (guest, path) in [(Guest.anna, hall.group), (.organiser, hall.path("console/groups"))] {
            #expect(try await !hall.get(path, as: guest).contains("bernd@balve.example"), "\(guest)")
        }
        // A page that is open over midnight is told.
        #expect(try await hall.stamp(.group) != before)
    }

    @Test func `strangers read how many and from where, and nobody's name`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Annegret")
        try await hall.propose("Radwege", by: .anna)
        try await hall.seatFromTown(.bernd, "Bernward", "05962008")
        try await hall.seat(.cem, "Cemal", from: "Verein Kunterbunt")
        for guest in [Guest.bernd, .cem] { try await hall.goOn(guest) }

        for path in ["proposals/1", "proposals/1/group"] {
            let page = try await hall.get(hall.path(path), as: .anyone)
            #expect(page.status == 200)
            #expect(page.contains("2\u{A0}Menschen machen weiter. Aus Balve."), "\(path)")
            for name in ["Annegret", "Bernward", "Cemal", "Kunterbunt"] { #expect(!page.contains(name)) }
        }
        #expect(try await hall.get(hall.group, as: .anyone).contains("Platz nehmen und mitmachen"))
    }

    @Test func `under the Chatham House rule a record says how many go on, and not from where`() async throws
    {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await hall.seatFromTown(.cem, "Cem", "05962008")
        try await hall.goOn(.cem)
        let open = try await hall.get(hall.path("records/1"), as: .bernd)

        try await hall.post(
            hall.path("records/1/writing"), as: .bernd, ["chatham": "1", "wasChatham": "0", "seen": "0"])

        let ruled = try await hall.get(hall.path("records/1"), as: .bernd)
        #expect(open.contains("Ein Mensch macht weiter. Aus Balve."))
        #expect(ruled.contains("Ein Mensch macht weiter.") && !ruled.contains("Balve"))
    }

    @Test func `who joins without a contact, leaves, and takes that back needs three taps`() async throws {
        let hall = try await Scenery.open().hall

        let joined = try await hall.post(hall.group + "/membership", as: .bernd)
        let inside = try await hall.get(hall.group + "?saved", as: .bernd)
        let left = try await hall.post(hall.group + "/membership/withdrawal", as: .bernd)
        let outside = try await hall.get(hall.group + "?left", as: .bernd)
        let again = try await hall.post(hall.group + "/membership", as: .bernd, act: "again-please")

        #expect([joined, left, again].map(\.status) == [303, 303, 303])
        #expect(inside.contains("Ohne Kontakt.") && inside.contains("Gespeichert."))
        #expect(outside.contains("Rückgängig, ohne Kontakt") && outside.contains("id=\"consent\""))
        #expect(try await hall.instance.groups.read(hall.id) { $0.members["1"]?.count } == 1)
    }

    @Test(arguments: [
        ("email", "nirgends", "2027-01-01", "Das ist keine E-Mail-Adresse"),
        ("phone", "ruf an", "2027-01-01", "Das ist keine Telefonnummer"),
        ("other", String(repeating: "x", count: 121), "2027-01-01", "Das ist ein Zeichen zu lang"),
        ("other", "im Rathaus", "2026-11-20", "Wähl einen Tag vom 21.\u{A0}November 2026"),
        ("other", "im Rathaus", "irgendwann", "Gib ein Datum an"),
    ])
    func `what is wrong is said at its field, and what was typed stays`(
        _ kind: String, _ contact: String, _ until: String, _ sentence: String
    ) async throws {
        let hall = try await Scenery.open().hall
        let before = try await hall.positions()
        let keyCount = hall.instance.keys(of: hall.id).names(of: hall.id).count

        let answer = try await hall.post(
            hall.group + "/membership", as: .bernd,
            ["kind": kind, "contact": contact, "audience": "group", "until": until, "named": "1"])

        #expect(answer.status == 422)
        #expect(answer.text.contains(sentence) && answer.contains("aria-invalid=\"true\""))
        #expect(answer.contains("value=\"\(contact)\"") && answer.contains("value=\"\(until)\""))
        #expect(answer.contains("value=\"\(kind)\" checked") && answer.contains("value=\"group\" checked"))
        #expect(answer.contains("name=\"named\" value=\"1\" checked"))
        #expect(try await hall.positions() == before)
        #expect(hall.instance.keys(of: hall.id).names(of: hall.id).count == keyCount)
    }

    @Test func `a group is handed over and back, and a withdrawn topic says where it went`() async throws {
        let scenery = try await Scenery.open()
        let hall = scenery.hall
        try await hall.goOn(.bernd, "bernd@balve.example", with: "convener")
        try await hall.seat(.cem, "Cem")
        try await hall.goOn(.cem)
        let cem = try #require(try await hall.instance.caller(hall.device(.cem), in: hall.id).participant)

        let handed = try await hall.post(
            hall.group + "/convener", as: .anna, ["person": cem.text], act: "hand-it-over")

        #expect(handed.location == hall.group + "?handed")
        #expect(try await hall.get(hall.group, as: .anna).contains("Wieder selbst zusammenhalten"))
        #expect(try await !hall.get(hall.group, as: .cem).contains("bernd@balve.example"))
        #expect(try await hall.get(hall.group, as: .bernd).contains("Jetzt ist hier: Cem."))
        try await hall.moderate("merge-them-now") { try $0.merge("1", into: "2", by: $1) }
        #expect(try await hall.get(hall.group, as: .bernd).location == hall.path("proposals/2/group"))
        try await hall.moderate("withdraw-it-now") { try $0.withdraw("2", by: $1) }
        let gone = try await hall.get(hall.path("proposals/2/group"), as: .cem)
        #expect(gone.contains("Dieses Thema wurde zurückgezogen. Die Gruppe bleibt."))
        #expect(
            try await hall.get(hall.path("proposals/2"), as: .anyone).contains(
                "2\u{A0}Menschen machen weiter."))
    }

    @Test func `my groups stand on my page, with a way to change each`() async throws {
        let hall = try await Scenery.open().hall
        let none = try await hall.get(hall.path("profile"), as: .bernd)
        try await hall.goOn(.bernd, "bernd@balve.example", with: "group")

        let own = try await hall.get(hall.path("profile"), as: .bernd)
        let change = try await hall.get(hall.group + "?change", as: .bernd)

        #expect(none.contains("Noch keine."))
        #expect(own.contains("Radwege") && own.contains("bernd@balve.example, bis 1.\u{A0}Januar 2027"))
        #expect(own.contains("action=\"\(hall.group)/contact/withdrawal\""))
        #expect(
            change.contains("value=\"bernd@balve.example\"") && change.contains("value=\"group\" checked"))
    }

    @Test func `after the end people still go on`() async throws {
        let hall = try await Scenery.open().hall
        try await hall.enter(.ended)

        #expect(try await hall.post(hall.group + "/membership", as: .bernd).status == 303)
    }

    private static let paths = [
        "", "topics", "proposals/1", "proposals/1/group", "plan", "people", "profile", "board", "projector",
        "records/1", "print", "console", "console/groups", "console/topics", "console/people",
    ]
}

extension Hall {
    var group: String { path("proposals/1/group") }

    func goOn(
        _ guest: Guest, _ contact: String = "", with audience: String = "convener",
        until: String = "2027-01-01"
    ) async throws {
        let answer = try await post(
            group + "/membership", as: guest,
            ["kind": "email", "contact": contact, "audience": audience, "until": until])
        #expect(answer.status == 303, "\(answer.body.suffix(2_000))")
    }

    func seatFromTown(_ guest: Guest, _ name: String, _ town: String) async throws {
        let profile = Profile(
            firstName: try FirstName(name), organisation: .town(key: .certain(town)))
        _ = try await JoinGathering(instance)(profile, in: id, acting(guest, "join-\(guest.rawValue)"))
    }

    func stamp(_ screen: Audience.Screen) async throws -> String {
        let audience = Audience(screen: screen, language: .du, isInside: true)
        return "\(try await site.parts.liveContent(id, audience).0.values[screen.rawValue] as Any)"
    }
}
