import Domain
import Journal
import TestSupport
import Testing

@testable import Web

struct LimitTests {
    @Test func `a device that sends too much is told so, and what it typed stays`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        hall.send(300, as: .anna)

        let topic = ["title": "Radwege nach Hemer", "form": "question", "slotCount": "1"]
        let refused = try await hall.post(hall.path("proposals"), as: .anna, topic)

        #expect(refused.status == 429)
        #expect(refused.contains("Radwege nach Hemer"))
        #expect(refused.contains("dein Text bleibt stehen"))
        #expect(try await hall.gathering().topics.all.isEmpty)
        hall.clock.advance(seconds: 1)
        #expect(try await hall.post(hall.path("proposals"), as: .anna, topic).status == 303)
    }

    @Test func `a moderator who sends too much sees the form as it was`() async throws {
        let hall = try await Hall.open()
        hall.send(300, as: .moderator)

        let refused = try await hall.post(
            hall.path("announcements"), as: .moderator, ["text": "Pause im Hof"], from: hall.path("console"))

        #expect(refused.status == 429)
        #expect(refused.contains("Pause im Hof"))
        #expect(try await hall.gathering().day.announcements.isEmpty)
    }

    @Test func `strangers with ever new cookies keep nobody from acting who is inside`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.weighing)
        for number in 1...2_000 {
            _ = hall.site.parts.actCounts.take(
                .certain("stranger\(number)"), as: .nobody, in: hall.id, at: hall.clock.now.instant)
        }

        #expect(try await hall.post(hall.path("participants"), as: .bernd, ["firstName": "B"]).status == 429)
        #expect(try await hall.post(hall.path("proposals/1/wish"), as: .anna, ["weight": "1"]).status == 303)
        #expect(try await hall.post(hall.path("phase"), as: .moderator, ["phase": "planning"]).status == 303)
    }
}

extension Hall {
    /// So many acts of a device in one moment.
    func send(_ count: Int, as guest: Guest) {
        for _ in 1...count {
            _ = site.parts.actCounts.take(
                device(guest), as: .nobody, in: .certain("elsewhere"), at: clock.now.instant)
        }
    }
}
