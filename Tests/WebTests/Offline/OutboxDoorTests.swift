import Domain
import Foundation
import HTTPTypes
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

/// What a page's outbox asks and keeps.
struct OutboxDoorTests {
    @Test func `a taken act says so and where its form leads, and sends no page`() async throws {
        let hall = try await weighing()

        let answer = try await hall.send(act: "wunsch-aus-dem-keller", to: "proposals/1/wish", as: .bernd)

        #expect(answer.status == 204)
        #expect(answer.headers[.outbox] == "taken")
        #expect(answer.location?.hasPrefix(hall.path("topics")) == true)
        #expect(answer.body.isEmpty)
        #expect(try await hall.get(hall.path("topics"), as: .anna).contains(#"wishes/1">1<"#))
    }

    @Test func `sent again it is answered alike and counts once`() async throws {
        let hall = try await weighing()

        let answers = try await [1, 2, 3].asyncMap { _ in
            try await hall.send(act: "wunsch-aus-dem-keller", to: "proposals/1/wish", as: .bernd)
        }

        #expect(answers.map { $0.headers[.outbox] } == ["taken", "taken", "taken"])
        #expect(try await hall.get(hall.path("topics"), as: .anna).contains(#"wishes/1">1<"#))
    }

    @Test func `a refused act says so, with the page that says why`() async throws {
        let hall = try await weighing()

        let stranger = try await hall.send(act: "wunsch-von-niemand", to: "proposals/1/wish", as: .anyone)
        let nothing = try await hall.send(act: "wunsch-nach-nichts", to: "proposals/99/wish", as: .bernd)

        for answer in [stranger, nothing] {
            #expect((400..<500).contains(answer.status))
            #expect(answer.headers[.outbox] == "refused")
            #expect(answer.contains("<h1"))
        }
    }

    @Test func `what can be said once only and was said before is told to be there already`() async throws {
        let scenery = try await Scenery.open(.closing)
        let hall = scenery.hall

        let first = try await hall.send(act: "vier-worte", to: "feedback", as: .anna, ["word1": "herzlich"])
        let again = try await hall.send(act: "vier-andere", to: "feedback", as: .anna, ["word1": "eilig"])
        let empty = try await hall.send(act: "kein-wort", to: "feedback", as: .bernd, ["word1": ""])

        #expect([first, again, empty].map { $0.headers[.outbox] } == ["taken", "said", "refused"])
        #expect(again.status == 409)
    }

    @Test func `of a gathering that was deleted nothing need be kept, says each answer`() async throws {
        let hall = try await weighing()
        let code = try await hall.site.parts.joinCode(of: hall.id)
        let before = try await hall.get(hall.path("topics"), as: .bernd)
        try await hall.post(
            hall.path("deletion"), as: .organiser, [DeletionPage.titleField: code.spoken])

        let act = try await hall.send(act: "wunsch-zu-spaet", to: "proposals/1/wish", as: .bernd)
        let page = try await hall.get(hall.path("topics"), as: .bernd)

        #expect(before.headers[.outbox] == nil)
        for answer in [act, page] {
            #expect(answer.status == 410)
            #expect(answer.headers[.outbox] == "gone")
        }
    }

    @Test
    func `a page says whether its reader has a seat, by which a device knows when it has none any more`()
        async throws
    {
        let hall = try await weighing()
        for page in ["topics", "people", "board", "", "profile"] {
            #expect(try await hall.get(hall.path(page), as: .anna).headers[.seat] == "1", "\(page)")
        }
        for guest in [Guest.anyone, .moderator] {
            #expect(try await hall.get(hall.path("topics"), as: guest).headers[.seat] == nil)
        }
        try await hall.post(hall.path("departure"), as: .anna)

        #expect(try await hall.get(hall.path("topics"), as: .anna).headers[.seat] == nil)
    }

    @Test func `an act too many has no verdict, so that it is sent again`() async throws {
        let hall = try await weighing()

        hall.send(300, as: .bernd)

        let answer = try await hall.send(act: "viel-zu-viel", to: "proposals/1/wish", as: .bernd)

        #expect(answer.status == 429)
        #expect(answer.headers[.outbox] == nil)
    }

    @Test func `a form without a script leads on as ever`() async throws {
        let hall = try await weighing()

        let answer = try await hall.post(hall.path("proposals/1/wish"), as: .bernd, act: "wunsch-ohne-skript")

        #expect(answer.status == 303)
        #expect(answer.headers[.outbox] == nil)
    }

    @Test func `the worker keeps files that are all there, and is another one with each edition`()
        async throws
    {
        let hall = try await weighing()
        let worker = try await hall.get("/offline.js", as: .anyone)

        let list = try #require(worker.body.firstMatch(of: /const shell = '([^']+)'/)).1
        let files = list.split(separator: " ").map(String.init)
        for file in files { #expect(try await hall.get(file, as: .anyone).status == 200, "\(file)") }

        let edition = try #require(worker.body.firstMatch(of: /const edition = '([^']+)'/)).1
        #expect(files.contains("/assets/\(edition)/scripts/bundle/phone.js"))
        #expect(!worker.contains("{{"))
        #expect(worker.headers[.cacheControl] == "no-cache")
    }

    @Test func `the manifest names the pages as one program, with a picture that is there`() async throws {
        let hall = try await weighing()

        let answer = try await hall.get("/manifest.webmanifest", as: .anyone)
        let manifest = try JSONDecoder().decode(Manifest.self, from: Data(answer.body.utf8))

        #expect(manifest.start_url == "/" && manifest.display == "standalone")
        for icon in manifest.icons { #expect(try await hall.get(icon.src, as: .anyone).status == 200) }
        #expect(!manifest.icons.isEmpty)
    }

    @Test func `pages come compressed to who can read that, and none with a personal code`() async throws {
        let hall = try await weighing()
        let gzip: HTTPFields = [.acceptEncoding: "gzip, br"]

        let topics = try await hall.get(hall.path("topics"), as: .bernd, gzip)
        let profile = try await hall.get(hall.path("profile"), as: .bernd, gzip)
        let slashed = try await hall.get(hall.path("profile/"), as: .bernd, gzip)
        let plain = try await hall.get(hall.path("topics"), as: .bernd)

        #expect(topics.headers[.contentEncoding] == "gzip")
        #expect(profile.headers[.contentEncoding] == nil && profile.contains("code-text"))
        #expect(slashed.headers[.contentEncoding] == nil)
        #expect(plain.headers[.contentEncoding] == nil && plain.contains("Radwege"))
    }

    private struct Manifest: Decodable {
        let start_url: String
        let display: String
        let icons: [Icon]

        struct Icon: Decodable { let src: String }
    }

    private func weighing() async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.seat(.bernd, "Bernd")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.weighing)
        return hall
    }
}

extension Hall {
    fileprivate func send(
        act: String, to path: String, as guest: Guest, _ fields: [String: String] = [:]
    ) async throws -> Answer {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .outbox: "1"]
        headers[.fetchSite] = "same-origin"
        return try await send(
            .post, self.path(path), as: guest, headers,
            body: ByteBuffer(string: (["act=\(act)"] + fields.map { "\($0)=\($1)" }).joined(separator: "&")))
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
