import Actions
import Domain
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

struct RecordDoorTests {
    @Test func `what two type into one field at once is there for both, without a script`() async throws {
        let hall = try await Scenery.open(.published).hall
        let path = hall.path("records/1/writing")

        let first = try await hall.post(
            path, as: .anna, ["solutions": "Rad", "seen": "0"], act: "act-of-anna")
        let second = try await hall.post(
            path, as: .bernd, ["solutions": "Bus", "seen": "0"], act: "act-of-bernd")

        #expect([first.status, second.status] == [303, 303])
        #expect(second.location == path)
        let form = try await hall.get(path, as: .anna)
        #expect(form.contains(">Rad\nBus</textarea>"))
        #expect(form.contains(#"name="seen" value="2""#))
    }

    @Test func `a field that is too long is refused as it was typed, and all the others are kept`()
        async throws
    {
        let hall = try await Scenery.open(.published).hall
        let long = String(repeating: "ä", count: 100_000)

        let answer = try await hall.post(
            hall.path("records/1/writing"), as: .anna,
            [
                "solutions": long, "questions": "Wann?", "step-new-what": "Antrag", "seen": "0",
                "base-solutions": "Rad",
            ])

        #expect(answer.status == 422)
        #expect(answer.contains(#"name="seen" value="1""#))
        #expect(answer.contains(#"name="base-solutions" value="Rad""#))
        #expect(!answer.contains(#"name="base-questions""#))
        #expect(answer.contains(long))
        #expect(answer.contains(">Wann?</textarea>"))
        #expect(answer.contains(">Antrag</textarea>"))
        #expect(answer.contains("Das sind 92000 Zeichen zu viel."))
        #expect(answer.contains(#"aria-describedby="solutions-error""#))
        let record = try await hall.record("1")
        #expect(record.texts.values.sorted() == ["Antrag", "Wann?"])
    }

    @Test func `a script in every field is text in every place`() async throws {
        let hall = try await Scenery.open(.published).hall
        let script = "<script>alert(1)</script>"
        let names = Record.Field.fixed.map(\.name) + ["step-s1-what", "step-s1-who", "paperAuthor"]
        let fields = Dictionary(uniqueKeysWithValues: names.map { ($0, script) })
        try await hall.post(hall.path("records/1/writing"), as: .anna, fields)
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])

        for (page, guest) in [
            ("records/1", .anna), ("records/1", .anyone), ("records/1/writing", .anna),
            ("records/1/history?revision=1", .anna), ("console/records", .moderator),
        ] as [(String, Guest)] {
            let answer = try await hall.get(hall.path(page), as: guest)
            #expect(answer.status == 200, "\(page)")
            #expect(!answer.contains("<script>alert"), "\(page)")
        }
        #expect(try await hall.get(hall.path("records/1"), as: .anyone).contains("&lt;script&gt;"))
    }

    @Test func `only addresses of the web lead anywhere`() async throws {
        let hall = try await Scenery.open(.published).hall
        let links = [
            "https://attendorn.example/a?b=1#c", "javascript:alert(1)", "https://javascript:alert(1)",
            "data:text/html,x", "HTTPS://Soest.Example", "https://a b.example", "https://user@evil.example",
            "//evil.example",
        ]
        try await hall.post(
            hall.path("records/1/writing"), as: .anna, ["links": links.joined(separator: "\n")])

        let page = try await hall.get(hall.path("records/1"), as: .anna)
        let form = try await hall.get(hall.path("records/1/writing"), as: .anna)

        let hrefs = page.body.split(separator: "rel=\"noopener nofollow ugc\">").dropFirst().map {
            String($0.prefix { $0 != "<" })
        }
        #expect(hrefs == ["https://attendorn.example/a?b=1#c", "HTTPS://Soest.Example"])
        #expect(!page.contains(#"href="javascript"#))
        #expect(form.text.contains("„javascript:alert(1)“ führt so nirgends hin"))
    }

    @Test func `an old text never comes under a new stamp`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        let scene = try await hall.site.parts.scenes.scene(
            hall.id, for: Audience(screen: .record, language: .du, isInside: true))

        try await withThrowingTaskGroup { group in
            group.addTask {
                for number in 1...150 { try await scenery.write("Rad \(number)", seen: number - 1) }
            }
            for _ in 1...2 {
                group.addTask {
                    for _ in 1...150 {
                        let view = try await hall.site.parts.scenes.record(of: "1", in: scene)
                        #expect(view.stamp == "\(view.record.revision)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `four who take turns make four lines, and older lines are on the next page`() async throws {
        let hall = try await Scenery.open(.published).hall
        let path = hall.path("records/1/writing")
        for turn in 0..<12 {
            let guest = turn.isMultiple(of: 2) ? Guest.anna : .bernd
            try await hall.post(path, as: guest, ["solutions": "Rad \(turn)", "seen": "\(turn)"])
        }
        let together = try await hall.get(hall.path("records/1/history"), as: .anna)
        for turn in 12..<120 {
            hall.clock.advance(seconds: 301)
            try await hall.post(path, as: .anna, ["solutions": "Rad \(turn)", "seen": "\(turn)"])
        }
        let newest = try await hall.get(hall.path("records/1/history"), as: .anna)
        let older = try await hall.get(hall.path("records/1/history?before=21"), as: .anna)

        #expect(together.body.ranges(of: "?revision=").count == 2)
        #expect(newest.body.ranges(of: "?revision=").count == 100)
        #expect(newest.contains("?before=21"))
        #expect(older.body.ranges(of: "?revision=").count == 10)
        #expect(!older.contains("?before=") && !older.contains("stehen hier nicht mehr"))
    }

    @Test func `what a later board left out says so, and nobody is asked for its record`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await scenery.write("Rad")
        try await hall.moderate("park-first") { try $0.park("1", seen: $0.revision(of: "1"), by: $1) }
        try await hall.moderate("publish-again") { try $0.publish(revision: $0.board.revision, by: $1) }

        let page = try await hall.get(hall.path("records/1"), as: .bernd)
        let list = try await hall.get(hall.path("console/records"), as: .moderator)
        let frames = try await hall.site.rooms.frames(
            of: hall.id, for: Audience(screen: .record, language: .du, isInside: true), after: nil)
        var iterator = frames.map { String(buffer: $0) }.makeAsyncIterator()
        _ = await iterator.next()
        try await scenery.write("Rad und Bus", seen: 1)

        #expect(page.contains("steht nicht mehr auf dem Plan"))
        #expect(list.contains("steht nicht mehr auf dem Plan"))
        #expect(try #require(await iterator.next()).contains(#""record/1":"2""#))
    }

    @Test func `phones hear when somebody takes notes where somebody was asked`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await hall.enter(.running)
        hall.clock.advance(seconds: 61 * 60)
        let frames = try await hall.site.rooms.frames(
            of: hall.id, for: Audience(screen: .phone, language: .du, isInside: true), after: nil)
        var iterator = frames.map { String(buffer: $0) }.makeAsyncIterator()
        _ = await iterator.next()

        try await hall.post(hall.path("records/1/keeper"), as: .bernd, ["keeps": "1"])

        #expect(try #require(await iterator.next()).contains(#""stamps":{"phone":"#))
    }

    @Test func `a note-taker who left takes no notes`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await hall.enter(.running)
        hall.clock.advance(seconds: 61 * 60)
        try await hall.post(hall.path("records/1/keeper"), as: .bernd, ["keeps": "1"])
        let kept = try await hall.get(hall.path(""), as: .anna)
        try await LeaveGathering(hall.instance)(
            scenery.bernd, .leaving, in: hall.id, hall.acting(.bernd, "leave-it"))

        #expect(!kept.contains("Wer schreibt mit?"))
        #expect(try await hall.get(hall.path(""), as: .anna).contains("Wer schreibt mit?"))
        #expect(try await hall.get(hall.path("records/1/writing"), as: .anna).contains("Die Session läuft"))
    }

    @Test func `of two versions one is chosen with a button`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        let path = hall.path("records/1/writing")
        try await scenery.write("Es kostet 5 Euro")
        try await hall.post(path, as: .anna, ["solutions": "Es kostet 6 Euro", "seen": "1"])
        try await hall.post(path, as: .bernd, ["solutions": "Es kostet 7 Euro", "seen": "1"])
        let clash = try #require(try await hall.record("1").clashes.first)

        let form = try await hall.get(path, as: .bernd)
        try await hall.post(
            hall.path("records/1/choice"), as: .cem, ["clash": "\(clash.number)", "version": "second"])
        #expect(try await hall.record("1").clashes.count == 1)
        try await hall.post(
            hall.path("records/1/choice"), as: .bernd, ["clash": "\(clash.number)", "version": "second"])

        #expect(form.contains("Es kostet 6 Euro\nEs kostet 7 Euro"))
        #expect(form.contains(#"form="choice-\#(clash.number)" name="version" value="first""#))
        #expect(try await hall.record("1").text(.solutions) == "Es kostet 7 Euro")
    }

    @Test func `a rule that somebody else set meanwhile stays set`() async throws {
        let hall = try await Scenery.open(.published).hall
        let path = hall.path("records/1/writing")
        try await hall.post(path, as: .anna, ["chatham": "1", "wasChatham": "0", "seen": "0"])

        try await hall.post(path, as: .bernd, ["solutions": "Rad", "wasChatham": "0", "seen": "0"])

        #expect(try await hall.record("1").isChatham)
    }

    @Test func `when a session has begun and nobody wrote, somebody is asked`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await hall.enter(.running)
        let before = try await hall.get(hall.path("records/1/writing"), as: .bernd)
        hall.clock.advance(seconds: 61 * 60)

        let asked = try await hall.get(hall.path("records/1/writing"), as: .bernd)
        let now = try await hall.get(hall.path(""), as: .anna)
        try await hall.post(hall.path("records/1/keeper"), as: .bernd, ["keeps": "1"])
        let kept = try await hall.get(hall.path("records/1/writing"), as: .anna)

        #expect(!before.contains("Die Session läuft"))
        #expect(asked.contains("Die Session läuft, und noch steht hier nichts."))
        #expect(now.contains("Wer schreibt mit?"))
        #expect(kept.contains("Bernd schreibt mit."))
    }

    @Test func `moderators see which sessions have no record, and ask for it`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await scenery.write("Rad")
        let list = try await hall.get(hall.path("console/records"), as: .moderator)

        try await hall.post(hall.path("records/2/request"), as: .moderator)

        #expect(list.contains("2 Sessions ohne Mitschrift"))
        #expect(try await hall.get(hall.path("console/records"), as: .moderator).contains("gebeten"))
        let phone = try await hall.get(hall.path(""), as: .anna)
        #expect(phone.text.contains("Wer schreibt bei „Leerstand“ mit?"))
        #expect(try await hall.get(hall.path("console/records"), as: .anna).status == 403)
    }

    @Test func `a note for a session that does not take place says where it went`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await hall.moderate("cancel-first") { try $0.cancel("1", by: $1) }

        let answer = try await hall.post(
            hall.path("records/1/writing"), as: .bernd, ["solutions": "Rad", "seen": "0"])

        #expect(answer.status == 303)
        let page = try await hall.get(hall.path("records/1"), as: .bernd)
        #expect(page.contains("Was hier steht, bleibt stehen.") && page.contains("Rad"))
        #expect(try await hall.get(hall.path("console/records"), as: .moderator).contains("Radwege"))
    }

    @Test func `an earlier version is looked at and restored`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        try await scenery.write("Rad")
        try await scenery.write("Bus", in: .questions, seen: 1)

        let shown = try await hall.get(hall.path("records/1/history?revision=1"), as: .bernd)
        try await hall.post(hall.path("records/1/restoration"), as: .bernd, ["revision": "1"])

        #expect(shown.contains("Diese Fassung wiederherstellen"))
        #expect(try await hall.record("1").text(.questions) == "")
        let history = try await hall.get(hall.path("records/1/history"), as: .anna)
        #expect(history.contains("wieder wie"))
        for odd in ["0", "99", "-1", "x"] {
            let page = try await hall.get(hall.path("records/1/history?revision=\(odd)"), as: .anna)
            #expect(page.status == 200 && !page.contains("Diese Fassung wiederherstellen"))
        }
    }

    @Test func `each session has a sheet of paper that leads to its record`() async throws {
        let hall = try await Scenery.open(.published).hall

        let all = try await hall.get(hall.path("print?what=records"), as: .moderator)
        let one = try await hall.get(hall.path("print?what=records&session=2"), as: .anna)

        #expect(all.body.ranges(of: "<article class=").count == 3)
        #expect(one.body.ranges(of: "<article class=").count == 1)
        #expect(one.contains("Leerstand") && one.contains(#"<svg class="qr""#))
    }

    @Test func `what somebody writes reaches the open pages of the record, and no other`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        let frames = try await hall.site.rooms.frames(
            of: hall.id, for: Audience(screen: .record, language: .du, isInside: true), after: nil)
        var iterator = frames.map { String(buffer: $0) }.makeAsyncIterator()
        _ = await iterator.next()

        try await scenery.write("Rad")

        let frame = try #require(await iterator.next())
        #expect(frame.contains(#""stamps":{"record/1":"1"}"#))
    }
}

extension Hall {
    func record(_ session: Proposal.ID) async throws -> Record {
        try await instance.records.read(.certain("\(id)-\(session)")) { $0 }
    }
}
