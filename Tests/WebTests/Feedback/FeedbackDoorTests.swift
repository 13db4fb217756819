import Actions
import Domain
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

/// Four words at the end, through the doors that phones and moderators take.
struct FeedbackDoorTests {
    /// Five have a seat and a browser: guests, and five more that only act.
    private func closing() async throws -> Scenery { try await Scenery.open(.closing) }

    private func answer(_ scenery: Scenery, _ word: String, as guest: Guest = .anna) async throws -> Answer {
        try await scenery.hall.post(scenery.hall.path("feedback"), as: guest, ["word1": word])
    }

    private func page(_ scenery: Scenery, as guest: Guest) async throws -> Answer {
        try await scenery.hall.get(scenery.hall.path("feedback"), as: guest)
    }

    @Test func `who is there says four words once, and reads that nobody knows whose they are`() async throws
    {
        let scenery = try await closing()
        let hall = scenery.hall
        let now = try await hall.get(hall.path(""), as: .anna)
        let form = try await page(scenery, as: .anna)

        let answer = try await hall.post(
            hall.path("feedback"), as: .anna,
            ["word1": "Spannend, vielseitig", "word2": "persönlich", "sentence": "Gern wieder."])

        #expect(now.contains("href=\"\(hall.path("feedback"))\""))
        #expect(form.contains("Von wem sie sind, kann danach niemand sehen"))
        #expect(form.contains("Stadt Altena"))
        #expect(answer.location == hall.path("feedback"))
        #expect(try await page(scenery, as: .anna).contains("Deine Worte liegen bei denen der anderen."))
        #expect(try await !page(scenery, as: .anna).contains("<form"))
        #expect(try await page(scenery, as: .bernd).contains("name=\"word4\""))
        #expect(try await hall.get(hall.path(""), as: .anna).contains("Deine Worte liegen"))
    }

    @Test func `strangers and moderators without a seat are asked to sit down`() async throws {
        let scenery = try await closing()

        for guest in [Guest.anyone, .moderator, .projector] {
            let page = try await page(scenery, as: guest)
            #expect(page.status == 200)
            #expect(!page.contains("name=\"word1\""), "\(guest)")
            #expect(page.contains("Hier antwortet, wer dabei ist."), "\(guest)")
        }
    }

    @Test func `before the closing the page says when, unless it was opened early`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        #expect(try await page(scenery, as: .anna).contains("Noch nicht."))

        try await hall.post(
            hall.path("feedback/opening"), as: .moderator, from: hall.path("console/feedback"))

        #expect(try await page(scenery, as: .anna).contains("name=\"word1\""))
        #expect(try await hall.get(hall.path(""), as: .anna).contains("Vier Worte sagen"))
        try await hall.post(
            hall.path("feedback/opening/withdrawal"), as: .moderator, from: hall.path("console/feedback"))
        #expect(try await page(scenery, as: .anna).contains("Noch nicht."))
        #expect(try await !hall.get(hall.path(""), as: .anna).contains("Vier Worte sagen"))
    }

    @Test func `no page and no frame says a word before it is closed and released`() async throws {
        let scenery = try await closing()
        let hall = scenery.hall
        _ = try await answer(scenery, "Unverwechselbar")
        try await scenery.sayFiveTimes()
        let paths = [
            "", "feedback", "plan", "people", "profile", "board", "projector", "print", "me", "console",
            "console/feedback", "console/feedback?close=1", "console/people", "console?end=1",
        ]

        func expectNothing(_ note: String) async throws {
            for path in paths {
                for guest in [Guest.anyone, .anna, .bernd, .projector, .moderator, .organiser] {
                    let answer = try await hall.get(hall.path(path), as: guest)
                    let isDesk = note == "closed" && path.hasPrefix("console/feedback")
                    let isHelper = [.moderator, .organiser].contains(guest)
                    #expect(
                        answer.body.contains("nverwechselbar") == (isDesk && isHelper),
                        "\(note) \(path) \(guest)")
                }
            }
            for screen in Audience.Screen.allCases {
                let audience = Audience(screen: screen, language: .du, isInside: true)
                let content = try await hall.site.parts.liveContent(hall.id, audience).0
                #expect(!"\(content)".contains("nverwechselbar"), "\(note) \(screen)")
            }
        }
        try await expectNothing("open")
        try await hall.post(hall.path("feedback/close"), as: .moderator, from: hall.path("console/feedback"))
        try await expectNothing("closed")

        try await hall.post(
            hall.path("feedback/release"), as: .moderator, from: hall.path("console/feedback"))

        #expect(try await page(scenery, as: .anyone).contains("Unverwechselbar"))
        #expect(
            try await hall.get(hall.path("projector"), as: .projector).contains(">Unverwechselbar</text>"))
    }

    @Test func `pages of others are the same, whatever somebody said`() async throws {
        let acts = try Regex(#"name="act" value="[^"]*""#)
        var pages: [[String]] = []
        for word in ["gut", "Verwaltungsdigitalisierung"] {
            let scenery = try await closing()
            _ = try await answer(scenery, word)
            var seen: [String] = []
            for (path, guest) in [
                ("feedback", Guest.anna), ("projector", .projector), ("console/feedback", .moderator),
            ] {
                let page = try await scenery.hall.get(scenery.hall.path(path), as: guest)
                // What every page draws anew for its forms.
                seen.append(page.body.replacing(acts, with: ""))
            }
            pages.append(seen)
        }
        #expect(pages[0] == pages[1])
    }

    @Test func `closing asks first, says what cannot be taken back, and how few are too few`() async throws {
        let scenery = try await closing()
        let hall = scenery.hall
        _ = try await answer(scenery, "gut")

        let question = try await hall.get(hall.path("console/feedback?close=1"), as: .moderator)
        let closed = try await hall.post(
            hall.path("feedback/close"), as: .moderator, from: hall.path("console/feedback?close=1"))
        let desk = try await hall.get(hall.path("console/feedback"), as: .moderator)

        #expect(question.contains("Ein Mensch hat geantwortet."))
        #expect(question.contains("Das lässt sich nicht zurücknehmen."))
        #expect(question.contains("Bei weniger als 5 Antworten"))
        #expect(closed.location == hall.path("console/feedback"))
        #expect(desk.contains("Aufgehoben ist nur die Zahl."))
        #expect(!desk.body.contains(">gut<"))
        #expect(
            try await hall.get(hall.path("console/feedback?close=1"), as: .moderator).contains(
                "Was gesagt wurde"))
    }

    @Test func `a hidden word is counted, and nobody else sees it`() async throws {
        let scenery = try await Scenery.open(.said)
        let hall = scenery.hall
        try await hall.post(
            hall.path("feedback/words/1"), as: .moderator, ["hidden": "1"],
            from: hall.path("console/feedback"))
        try await hall.post(
            hall.path("feedback/release"), as: .moderator, from: hall.path("console/feedback"))

        let page = try await page(scenery, as: .anna)
        let projector = try await hall.get(hall.path("projector"), as: .projector)
        let desk = try await hall.get(hall.path("console/feedback"), as: .moderator)

        #expect(!page.contains("vielseitig") && !projector.contains("vielseitig"))
        #expect(page.contains("5\u{A0}Nennungen sind ausgeblendet."))
        #expect(page.contains("Gern wieder."))
        #expect(desk.contains("<s>vielseitig</s>"))

        try await hall.post(
            hall.path("feedback/words/1"), as: .moderator, ["hidden": "0"],
            from: hall.path("console/feedback"))
        #expect(try await self.page(scenery, as: .anna).contains("vielseitig"))
    }

    @Test func `a script in any field is refused or shown as text, never run`() async throws {
        let scenery = try await closing()
        let hall = scenery.hall
        let bad = "<script>alert(1)</script>"
        let fields = Dictionary(uniqueKeysWithValues: FeedbackForm.wordNames.map { ($0, bad) })

        let refused = try await hall.post(
            hall.path("feedback"), as: .anna, fields.merging(["sentence": bad]) { $1 })
        let taken = try await hall.post(
            hall.path("feedback"), as: .anna, ["word1": "gut", "sentence": bad])
        try await scenery.sayFiveTimes()
        try await hall.post(hall.path("feedback/close"), as: .moderator, from: hall.path("console/feedback"))
        try await hall.post(
            hall.path("feedback/release"), as: .moderator, from: hall.path("console/feedback"))

        #expect(refused.status == 422 && taken.status == 303)
        #expect(refused.contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\""))
        for (path, guest) in [
            ("feedback", Guest.anyone), ("console/feedback", .moderator), ("projector", .projector),
        ] {
            let page = try await hall.get(hall.path(path), as: guest)
            #expect(!page.contains("<script>alert"), "\(path)")
        }
        #expect(!refused.contains("<script>alert"))
        #expect(try await page(scenery, as: .anyone).contains("&lt;script&gt;alert"))
    }

    @Test func `hall and console hear how many have answered, at once`() async throws {
        let scenery = try await closing()
        let hall = scenery.hall
        let audience = Audience(screen: .console, language: .du, isInside: true)
        var frames = try await hall.site.rooms.frames(of: hall.id, for: audience, after: nil)
            .makeAsyncIterator()
        let first = await frames.next().map { String(buffer: $0) }

        _ = try await answer(scenery, "gut")

        #expect(first?.contains(#""feedback":{"answers":0}"#) == true)
        let next = await frames.next().map { String(buffer: $0) }
        #expect(next?.contains(#""feedback":{"answers":1}"#) == true)
    }

    @Test func `the end screen says where to read on and what the next edition is`() async throws {
        let hall = try await Hall.open { draft in
            draft.facts.series = try SeriesName("Runder Tisch")
            draft.facts.edition = 21
        }
        _ = try await hall.nextEdition("22. Runder Tisch")
        try await hall.enter(.closing)
        try await hall.post(hall.path("feedback/close"), as: .moderator, from: hall.path("console/feedback"))

        let projector = try await hall.get(hall.path("projector"), as: .projector)

        #expect(projector.contains("Das nächste Mal: 22. Runder Tisch"))
        #expect(projector.contains("1.\u{A0}Juni 2027"))
    }
}
