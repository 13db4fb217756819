import Actions
import Domain
import HTTPTypes
import Journal
import NIOCore
import Pages
import TestSupport
import Testing

@testable import Web

/// A phone without a network while the window closes: what it sends then counts as long as it cannot have known.
struct LatecomerDoorTests {
    @Test func `a wish that was on its way counts, and every page says that it came late`() async throws {
        let hall = try await closed()

        let answer = try await hall.post(hall.path("proposals/1/wish"), as: .anna)

        #expect(answer.status == 303)
        #expect(answer.location == hall.path("topics") + "#topic-1")
        let own = try await hall.get(hall.path("topics"), as: .anna)
        #expect(own.contains("kam nach dem Schluss an und zählt</span>"))
        #expect(own.contains("<b>Einer</b> kam nach dem Schluss an und zählt</span>"))
        let other = try await hall.get(hall.path("topics"), as: .bernd)
        #expect(other.contains("Ein Wunsch kam nach dem Schluss und zählt mit."))
        #expect(!other.contains("kam nach dem Schluss an und zählt"))
        let both = "Nachzügler zählen bis 10:10. Ein Wunsch kam nach dem Schluss und zählt mit."
        for page in ["console", "console/topics"] {
            #expect(try await hall.get(hall.path(page), as: .moderator).contains(both), "\(page)")
        }
    }

    @Test func `a wish that was taken back on the way is taken back, and said to be`() async throws {
        let hall = try await closed { try await $0.wish("1", by: .anna) }

        let answer = try await hall.post(hall.path("proposals/1/wish/withdrawal"), as: .anna)

        #expect(answer.status == 303)
        let own = try await hall.get(hall.path("topics"), as: .anna)
        #expect(
            own.contains("Noch kein Wunsch. <b>Einer</b> ist nach dem Schluss noch zurückgenommen</span>"))
        let console = try await hall.get(hall.path("console"), as: .moderator)
        #expect(console.contains("Ein Wunsch wurde nach dem Schluss zurückgenommen."))
    }

    @Test func `after the grace it is refused with the time of the closing, and nobody is waited for`()
        async throws
    {
        let hall = try await closed()
        hall.clock.advance(seconds: 601)

        try await expectRefused(hall, .anna)

        let console = try await hall.get(hall.path("console"), as: .moderator)
        #expect(!console.contains("Nachzügler"))
    }

    @Test func `who goes to any page after the closing knows, and is refused with the time`() async throws {
        for page in ["topics", "board", "people", "plan", "", "documentation"] {
            let hall = try await closed()
            _ = try await hall.get(hall.path("topics"), as: .bernd)

            let seen = try await hall.get(hall.path(page), as: .anna, Self.page)

            #expect(seen.status == 200, "\(page)")
            hall.clock.advance(seconds: Latecomers.sendingSeconds)
            try await expectRefused(hall, .anna)
            #expect(try await hall.post(hall.path("proposals/1/wish"), as: .bernd).status == 303)
        }
    }

    @Test func `a page that comes up again first sends what its device has kept`() async throws {
        let hall = try await closed()
        _ = try await hall.get(hall.path("topics"), as: .anna, Self.page)
        hall.clock.advance(seconds: Latecomers.sendingSeconds - 1)

        #expect(try await hall.post(hall.path("proposals/1/wish"), as: .anna).status == 303)

        // Looked at once more it is no later told than by the first look.
        _ = try await hall.get(hall.path("topics"), as: .anna, Self.page)
        hall.clock.advance(seconds: 1)
        try await expectRefused(hall, .anna, "2")
    }

    @Test func `of several wishes that waited each counts, though the first is answered with the page`()
        async throws
    {
        let hall = try await closed()

        for topic in 1...3 {
            let answer = try await hall.post(hall.path("proposals/\(topic)/wish"), as: .anna)
            #expect(answer.status == 303)
            let followed: HTTPFields = [.accept: "*/*"]
            _ = try await hall.get(hall.path("topics"), as: .anna, followed)
        }

        let topics = try await hall.gathering().topics
        #expect(try await hall.instance.interests.read(hall.id) { $0.late(in: topics) }.count == 3)
    }

    @Test func `a page seen before the closing tells of no closing`() async throws {
        let hall = try await weighing()
        _ = try await hall.get(hall.path("topics"), as: .anna, Self.page)
        try await hall.enter(.planning)

        #expect(try await hall.post(hall.path("proposals/1/wish"), as: .anna).status == 303)
    }

    @Test func `a phone that heard of the closing shows its page anew, and knows`() async throws {
        let hall = try await weighing()
        var frames = try await frames(of: hall, on: .phone)
        _ = await frames.next()
        try await hall.enter(.planning)

        let frame = await frames.next().map { String(buffer: $0) }
        _ = try await hall.get(hall.path("topics"), as: .anna, [.accept: "text/html"])
        hall.clock.advance(seconds: Latecomers.sendingSeconds)

        #expect(frame?.contains(#""stamps":{"phone":"#) == true)
        try await expectRefused(hall, .anna)
    }

    @Test func `a stream that nobody reads any more tells nobody`() async throws {
        let hall = try await weighing()
        var frames = try await frames(of: hall, on: .phone)
        _ = await frames.next()
        try await hall.enter(.planning)
        _ = await frames.next()

        #expect(try await hall.post(hall.path("proposals/1/wish"), as: .anna).status == 303)
    }

    @Test func `a stream that is resumed after the closing tells its device`() async throws {
        let hall = try await closed()
        let stream = Task { try await hall.get(hall.path("live"), as: .anna) }
        while await hall.site.rooms.screenCount(hall.id) == 0 { await Task.yield() }
        await hall.site.rooms.letGo(of: hall.id)

        #expect(try await stream.value.status == 200)
        hall.clock.advance(seconds: Latecomers.sendingSeconds - 1)
        #expect(try await hall.post(hall.path("proposals/2/wish"), as: .anna).status == 303)
        hall.clock.advance(seconds: 1)
        try await expectRefused(hall, .anna)
    }

    @Test func `after blind results were shown nobody is waited for`() async throws {
        let hall = try await weighing { $0.facts.rules.isBlind = true }
        try await hall.enter(.planning)

        try await expectRefused(hall, .anna)

        let console = try await hall.get(hall.path("console"), as: .moderator)
        #expect(!console.contains("Nachzügler"))
    }

    @Test func `the grace is set where the gathering is prepared, and 0 ends it at once`() async throws {
        let hall = try await closed()
        let form = ["wishWeightMax": "1", "graceMinutes": "0"]

        let answer = try await hall.post(
            hall.path("facts"), as: .organiser, form, from: hall.path("console/prepare"))

        #expect(answer.status == 303)
        let page = try await hall.get(hall.path("console/prepare"), as: .organiser)
        #expect(page.body.contains(/name="graceMinutes"[^>]*value="0"/))
        try await expectRefused(hall, .anna)
    }

    @Test func `more than an hour is refused beside its field`() async throws {
        let hall = try await closed()
        let form = ["wishWeightMax": "1", "graceMinutes": "61"]

        let answer = try await hall.post(
            hall.path("facts"), as: .organiser, form, from: hall.path("console/prepare"))

        #expect(answer.status == 422)
        #expect(answer.contains("Gib eine Zahl von 0 bis 60 ein."))
        #expect(try await hall.gathering().graceMinutes == 10)
    }

    @Test func `late wishes are in the documentation, as page and as data`() async throws {
        let hall = try await closed()
        try await hall.post(hall.path("proposals/1/wish"), as: .anna)
        try await hall.publish()

        let page = try await hall.get(hall.path("documentation"), as: .anyone)
        let data = try await hall.get(hall.path("documentation.json"), as: .anyone)

        #expect(page.contains("Ein Wunsch kam nach dem Schluss und zählt mit."))
        #expect(data.contains("\"late\" : 1"))
    }

    @Test func `open phones hear that a wish came late`() async throws {
        let hall = try await closed()
        let audience = Audience(screen: .phone, language: .du, isInside: true)
        let (before, _) = try await hall.site.parts.liveContent(hall.id, audience)

        try await hall.post(hall.path("proposals/1/wish"), as: .anna)

        hall.site.parts.scenes.tallies.forget(hall.id)
        let (after, _) = try await hall.site.parts.liveContent(hall.id, audience)
        #expect(before.values["phone"] != after.values["phone"])
        #expect(after.values["wishes/1"] == .number(1))
    }

    private static let page: HTTPFields = [.accept: "text/html,application/xhtml+xml,*/*;q=0.8"]

    private func expectRefused(_ hall: Hall, _ guest: Guest, _ topic: String = "1") async throws {
        let before = try await hall.positions()
        let answer = try await hall.post(hall.path("proposals/\(topic)/wish"), as: guest)

        #expect(answer.status == 409)
        #expect(answer.contains("Das Abwägen endete um 10:00. Was danach kommt, zählt nicht mehr."))
        #expect(try await hall.positions() == before)
    }

    private func closed(_ wishing: (Hall) async throws -> Void = { _ in }) async throws -> Hall {
        let hall = try await weighing()
        try await wishing(hall)
        try await hall.enter(.planning)
        return hall
    }

    private func weighing(_ change: (inout Gathering.Draft) throws -> Void = { _ in }) async throws -> Hall {
        let hall = try await Hall.open(change)
        try await hall.seat(.anna, "Anna")
        try await hall.seat(.bernd, "Bernd")
        for title in ["Radwege", "Leerstand", "Bauhof"] { try await hall.propose(title, by: .bernd) }
        try await hall.enter(.weighing)
        return hall
    }

    private func frames(
        of hall: Hall, on screen: Audience.Screen
    ) async throws -> AsyncStream<ByteBuffer>.Iterator {
        let caller = try await hall.instance.caller(hall.device(.anna), in: hall.id)
        let viewer = Viewer(
            device: hall.device(.anna), asked: [screen], language: .du)
        return try await hall.site.rooms.frames(
            of: hall.id, for: viewer.audience(caller), person: caller.participant, after: nil, viewer: viewer
        ).makeAsyncIterator()
    }
}

/// What the server remembers of devices, and for how long.
struct LatecomersTests {
    private let closing = Instant.sample

    @Test func `a device is told once it is told, and no other`() {
        let latecomers = Latecomers()
        latecomers.note(closing, in: "g1", at: closing)

        latecomers.tell("phone", in: "g1", at: closing)

        #expect(latecomers.wasTold("phone", of: closing, in: "g1", at: closing))
        #expect(!latecomers.wasTold("other", of: closing, in: "g1", at: closing))
        #expect(!latecomers.wasTold("phone", of: closing, in: "g2", at: closing))
    }

    @Test func `who needs a moment to send what it has is told after it, and what told it first counts`() {
        let latecomers = Latecomers()
        latecomers.note(closing, in: "g1", at: closing)

        latecomers.tell("phone", in: "g1", at: closing.adding(seconds: 20))
        latecomers.tell("phone", in: "g1", at: closing.adding(seconds: 30))
        #expect(!latecomers.wasTold("phone", of: closing, in: "g1", at: closing.adding(seconds: 19)))
        #expect(latecomers.wasTold("phone", of: closing, in: "g1", at: closing.adding(seconds: 20)))

        latecomers.tell("phone", in: "g1", at: closing.adding(seconds: 5))
        #expect(latecomers.wasTold("phone", of: closing, in: "g1", at: closing.adding(seconds: 5)))
    }

    @Test func `who was told of one closing was not told of the next`() {
        let latecomers = Latecomers()
        latecomers.note(closing, in: "g1", at: closing)
        latecomers.tell("phone", in: "g1", at: closing)
        let next = closing.adding(seconds: 60)
        #expect(!latecomers.wasTold("phone", of: next, in: "g1", at: next))

        latecomers.note(next, in: "g1", at: next)
        #expect(!latecomers.wasTold("phone", of: next, in: "g1", at: next))

        // A page that was made before the second closing is ready after one that was made later.
        latecomers.tell("phone", in: "g1", at: closing)
        latecomers.note(closing, in: "g1", at: next)
        #expect(latecomers.wasTold("phone", of: next, in: "g1", at: next))
    }

    @Test func `an hour after a closing all is forgotten`() {
        let latecomers = Latecomers()
        latecomers.note(closing, in: "g1", at: closing)
        latecomers.tell("phone", in: "g1", at: closing)

        latecomers.note(closing, in: "g2", at: closing.adding(seconds: 3_600))
        #expect(latecomers.count == 2)
        latecomers.note(closing, in: "g2", at: closing.adding(seconds: 3_601))

        #expect(latecomers.count == 0)
        #expect(!latecomers.wasTold("phone", of: closing, in: "g1", at: closing))
    }

    @Test func `beyond its bound it takes nobody in, and nobody is waited for`() {
        let latecomers = Latecomers(devicesMax: 2)
        latecomers.note(closing, in: "g1", at: closing)

        latecomers.tell("1", in: "g1", at: closing)
        #expect(!latecomers.wasTold("3", of: closing, in: "g1", at: closing))
        latecomers.tell("2", in: "g1", at: closing)

        #expect(latecomers.wasTold("3", of: closing, in: "g1", at: closing))
    }
}

extension Hall {
    /// How many minutes latecomers count.
    func setGrace(_ minutes: Int) async throws {
        try await moderate(.certain("set-grace-\(minutes)")) { gathering, caller in
            guard var facts = gathering.programme.facts else { throw Gathering.Refused.noSuchGathering }
            facts.rules.graceMinutes = minutes
            return try gathering.changeFacts(facts, by: caller)
        }
    }
}
