import Actions
import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

/// After a "no" the first wrong field has the focus, and the page's title says it first: that is what is read out.
struct RefusedFormTests {
    /// A form that is refused for one of its fields, and the page it is sent from.
    struct Form: Sendable, CustomTestStringConvertible {
        let path: String
        let guest: Guest
        let fields: [String: String]
        let wrong: String
        var page = ""
        var fresh: String? = nil

        var testDescription: String { "\(path): \(wrong)" }
    }

    static let forms = [
        Form(path: "/code", guest: .anyone, fields: ["code": "ZZZ"], wrong: "code", fresh: "/"),
        Form(
            path: "participants", guest: .dora, fields: ["firstName": long], wrong: "firstName", fresh: "join"
        ),
        Form(
            path: "participants", guest: .dora, fields: ["hashtags": "#a #b #c #d"], wrong: "hashtags",
            fresh: "join"),
        Form(
            path: "return", guest: .dora, fields: ["personalCode": "aaaaaa"], wrong: "personalCode",
            fresh: "join"),
        Form(
            path: "profile", guest: .anna, fields: ["organisation": long], wrong: "organisation",
            fresh: "profile"),
        Form(path: "proposals", guest: .anna, fields: ["title": ""], wrong: "title", fresh: "proposals/new"),
        Form(
            path: "proposals", guest: .anna, fields: ["title": "Stadtbus", "mustLeaveAt": "bald"],
            wrong: "mustLeaveAt", fresh: "proposals/new"),
        Form(
            path: "proposals/1", guest: .anna, fields: ["title": "Stadtbus", "coHosts": "Zoe"],
            wrong: "coHosts", fresh: "proposals/1?edit"),
        Form(path: "announcements", guest: .moderator, fields: ["text": ""], wrong: "text", page: "console"),
        Form(path: "heads", guest: .moderator, fields: ["count": "-1"], wrong: "count", page: "console"),
        Form(
            path: "proposals", guest: .moderator, fields: ["host": "", "title": "Stadtbus"], wrong: "host",
            page: "console/topics?new=1"),
        Form(
            path: "people", guest: .moderator, fields: ["firstName": long], wrong: "firstName",
            page: "console/people"),
        Form(
            path: "rooms/2", guest: .organiser, fields: ["name": "Erker", "seats": "0"], wrong: "seats",
            page: "console/prepare"),
        Form(
            path: "slots", guest: .organiser, fields: ["start": "früh"], wrong: "start",
            page: "console/prepare"),
        Form(
            path: "facts", guest: .organiser, fields: ["date": "bald"], wrong: "date", page: "console/prepare"
        ),
        Form(
            path: "/gatherings", guest: .organiser,
            fields: [
                "title": "", "date": "2026-11-21", "venue": "Burg", "rooms": "Saal 40", "start": "09:00",
            ],
            wrong: "title", fresh: "/organiser"),
    ]

    /// Forms with several wrong fields.
    static let manyWrong: [(path: String, guest: Guest, fields: [String: String])] = [
        ("participants", .dora, ["firstName": long, "organisation": long, "hashtags": "#a #b #c #d"]),
        ("profile", .anna, ["firstName": long, "organisation": long]),
        (
            "proposals", .anna,
            ["title": "", "sentence": long + long, "mustLeaveAt": "bald", "coHosts": "Zoe"]
        ),
        ("facts", .organiser, ["title": "", "venue": long, "date": "bald", "series": long]),
        ("items", .organiser, ["title": "", "start": "früh"]),
        ("organisers", .organiser, ["name": "", "imprint": String(repeating: long, count: 21)]),
        (
            "/gatherings", .organiser,
            ["title": "", "venue": long, "date": "bald", "rooms": "Saal", "start": "früh"]
        ),
    ]

    private static let long = String(repeating: "x", count: 200)

    private static let halls = ManyHalls()

    @Test(.serialized, arguments: forms)
    func `the wrong field has the focus, and the title says that it was refused`(_ form: Form) async throws {
        let hall = try await Scenery.open(in: Self.halls).hall
        try await hall.enter(.arriving)
        let page = form.fresh ?? form.page
        let before = try await hall.get(page.hasPrefix("/") ? page : hall.path(page), as: form.guest)

        let answer = try await hall.post(
            form.path.hasPrefix("/") ? form.path : hall.path(form.path), as: form.guest, form.fields,
            from: form.page.isEmpty ? nil : hall.path(form.page))

        #expect(answer.status == 422)
        let usual = try #require(title(of: before))
        #expect(title(of: answer) == "Das ging nicht: " + usual)
        #expect(focused(on: before) == [])
        #expect(focused(on: answer) == [form.wrong])
    }

    @Test func `of several wrong fields none has the focus, but the list of them, and that alone`()
        async throws
    {
        let hall = try await Scenery.open().hall

        let answer = try await hall.post(
            hall.path("proposals"), as: .anna, ["title": "", "mustLeaveAt": "bald"])

        #expect(answer.status == 422)
        #expect(answer.body.ranges(of: " autofocus").count == 1)
        #expect(focused(on: answer) == [] && answer.contains("href=\"#title\""))
    }

    @Test(.serialized, arguments: manyWrong)
    func `each wrong field says what is wrong with it, at once`(
        _ path: String, _ guest: Guest, _ fields: [String: String]
    ) async throws {
        let hall = try await Scenery.open(in: Self.halls).hall

        let answer = try await hall.post(
            path.hasPrefix("/") ? path : hall.path(path), as: guest, fields,
            from: guest == .organiser ? hall.path("console/prepare") : nil)

        #expect(answer.status == 422)
        #expect(answer.body.ranges(of: "aria-invalid=\"true\"").count == fields.count)
        #expect(answer.body.ranges(of: " autofocus").count == 1)
    }

    @Test func `a refusal that belongs to no field is in the title too`() async throws {
        let hall = try await Scenery.open().hall

        let console = try await hall.post(
            hall.path("undo"), as: .moderator, ["step": "7"], from: hall.path("console"))
        try await hall.moderate("close-it") { try $0.takeProposals(false, by: $1) }
        let phone = try await hall.post(hall.path("proposals"), as: .anna, ["title": "Stadtbus"])

        for answer in [console, phone] {
            #expect(title(of: answer)?.hasPrefix("Das ging nicht: ") == true)
            #expect(answer.contains("role=\"alert\""))
        }
    }

    private func title(of page: Answer) -> String? {
        page.body.firstMatch(of: /<title>(.*?)<\/title>/).map { String($0.output.1) }
    }

    /// The names of the fields that ask for the focus.
    private func focused(on page: Answer) -> [String] {
        page.body.matches(of: /<(?:input|textarea|select) [^>]*?name="(\w+)"[^>]*? autofocus/)
            .map { String($0.output.1) }
    }
}
