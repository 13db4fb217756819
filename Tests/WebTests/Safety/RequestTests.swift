import Actions
import Domain
import HTTPTypes
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

/// What comes in may be anything.
struct RequestTests {
    @Test func `every answer carries the strict policy and is kept by no search engine`() async throws {
        let hall = try await Hall.open()

        for path in ["/", hall.path("board"), hall.path("projector"), "/nothing"] {
            let answer = try await hall.get(path, as: .anyone)
            let headers = ["Content-Security-Policy", "X-Content-Type-Options", "X-Robots-Tag"].map {
                answer.headers[named: $0]
            }
            #expect(headers == [ContentPolicy.text, "nosniff", "noindex"], "\(path)")
        }
        #expect(!ContentPolicy.text.contains("unsafe"))
    }

    @Test(arguments: ["/gatherings", "/g/nowhere/slots/row"])
    func `a number beyond all reckoning is a wrong number, for anybody`(_ path: String) async throws {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            path, as: .anyone,
            [
                "title": "Runder Tisch", "date": "2026-11-26", "rooms": "Saal 20", "start": "09:00",
                "lengthMinutes": "9223372036854775807", "changeOverMinutes": "9223372036854775807",
                "count": "3",
            ])

        #expect((400..<500).contains(answer.status))
    }

    @Test func `another button or another text of one page is another act`() async throws {
        let hall = try await Hall.open { $0.facts.rules.wishWeightMax = 3 }
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.weighing)
        let wish = hall.path("proposals/1/wish")

        for _ in 1...2 { try await hall.post(wish, as: .anna, ["weight": "2"], act: "page-act-1") }
        try await hall.post(wish, as: .anna, ["weight": "3"], act: "page-act-1")
        let heavier = try await hall.instance.interests.read(hall.id) { Array($0.wishes.values) }
        try await hall.post(wish + "/withdrawal", as: .anna, act: "page-act-1")
        let none = try await hall.instance.interests.read(hall.id) { Array($0.wishes.values) }

        #expect(heavier == [["1": 3]])
        #expect(none == [])
    }

    @Test func `an act from another site is refused`() async throws {
        let hall = try await Hall.open()
        for headers in [
            ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
            ["Origin": "https://evil.example"], [:],
        ] {
            let answer = try await hall.send(
                .post, hall.path("announcements"), as: .moderator, .named(headers),
                body: ByteBuffer(string: "text=Hallo"))

            #expect(answer.status == 403)
        }
        #expect(try await hall.gathering().day.announcements.isEmpty)
    }

    @Test func `a body over 64 KiB is too large, and the visitor hears that the text still stands there`()
        async throws
    {
        let hall = try await Hall.open()

        let answer = try await hall.post(
            hall.path("announcements"), as: .moderator,
            ["text": String(repeating: "a", count: FormFields.bytesMax)])

        #expect(answer.status == 413)
        #expect(answer.contains("Dein Text steht noch da"))
    }

    @Test(arguments: ["text=%FF%FE", "text=%C3", "text=%ZZ"])
    func `a body that is not UTF-8 is refused, not mended`(_ body: String) async throws {
        let hall = try await Hall.open()

        let answer = try await hall.send(
            .post, hall.path("announcements"), as: .moderator, .named(["Sec-Fetch-Site": "same-origin"]),
            body: ByteBuffer(string: body))

        #expect(answer.status == 409)
        #expect(answer.contains("Der Text kam nicht heil an."))
        #expect(try await hall.gathering().day.announcements.isEmpty)
    }

    @Test(arguments: [
        "../phrases/de.yaml", "..%2Fphrases%2Fde.yaml", "styles/../../secret", "phrases/de.yaml",
    ])
    func `a path that leaves the asset folder leads nowhere`(_ path: String) async throws {
        let hall = try await Hall.open()

        let answer = try await hall.get("/assets/1/\(path)", as: .anyone)

        #expect(answer.status == 404)
    }

    @Test func `a form sent twice is done once`() async throws {
        let hall = try await Hall.open()

        for _ in 1...2 {
            let answer = try await hall.post(
                hall.path("announcements"), as: .moderator, ["text": "Pause im Hof"], act: "the-same-act")
            #expect(answer.status == 303)
        }

        #expect(try await hall.gathering().day.announcements.map(\.text.text) == ["Pause im Hof"])
    }

    @Test func `going back leads to pages of the same gathering only`() async throws {
        let hall = try await Hall.open()
        for back in [
            "https://evil.example", "//evil.example", "/g/other/console", "/g/\(hall.id)//evil.example",
        ] {
            let answer = try await hall.post(
                hall.path("announcements"), as: .moderator, ["text": "Pause", "back": back])

            #expect(answer.location == hall.path("console"))
        }
    }
}

extension HTTPFields {
    static func named(_ fields: [String: String]) -> HTTPFields {
        var all = HTTPFields()
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { all[name] = value }
        }
        return all
    }

    subscript(named name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }
}
