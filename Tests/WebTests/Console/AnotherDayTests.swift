import Domain
import TestSupport
import Testing

@testable import Web

/// Days before the day, and sessions without a plan: nothing claims to be now.
struct AnotherDayTests {
    private func later() async throws -> Hall {
        let hall = try await Hall.open { $0.facts.date = try #require(LocalDate("2026-11-24")) }
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        return hall
    }

    @Test func `days before it phones name the day instead of saying that it begins`() async throws {
        let hall = try await later()
        try await hall.enter(.arriving)
        let arriving = try await hall.get(hall.path(""), as: .anna)
        try await hall.publish()
        try await hall.enter(.running)
        let running = try await hall.get(hall.path(""), as: .anna)

        #expect(arriving.contains("Dienstag, 24.\u{A0}November 2026"))
        #expect(!arriving.contains("Gleich geht es los"))
        #expect(running.contains("Di,\u{A0}24.\u{A0}November"))
        #expect(!running.contains("Danach"))
    }

    @Test func `moderators who go to the sessions on another day are told, and nobody stops them`()
        async throws
    {
        let hall = try await later()
        try await hall.publish()

        let answer = try await hall.post(hall.path("phase"), as: .moderator, ["phase": "running"])

        let console = try await hall.get(hall.path("console"), as: .moderator)
        #expect(answer.status == 303)
        #expect(
            console.contains("Heute ist nicht der Tag. Die Veranstaltung ist am Di,\u{A0}24.\u{A0}November."))
        #expect(console.contains("Die letzte Session geht bis Di,\u{A0}24.\u{A0}November, 13:45."))
        #expect(!console.contains("Die letzte Session ist zu Ende."))
    }

    @Test func `sessions without a plan are warned of, until there is one`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        let answer = try await hall.post(hall.path("phase"), as: .moderator, ["phase": "running"])

        let before = try await hall.get(hall.path("console"), as: .moderator)
        try await hall.publish()
        let after = try await hall.get(hall.path("console"), as: .moderator)

        #expect(answer.status == 303)
        #expect(before.contains("Noch ist kein Plan veröffentlicht."))
        #expect(!before.contains("Die letzte Session ist zu Ende."))
        #expect(!after.contains("Noch ist kein Plan veröffentlicht."))
    }
}
