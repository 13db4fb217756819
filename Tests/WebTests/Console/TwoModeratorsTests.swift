import Actions
import Domain
import TestSupport
import Testing

@testable import Web

/// Two moderators tap the same button at the same moment, each with an act of their own.
struct TwoModeratorsTests {
    @Test func `the next topic is called once`() async throws {
        let hall = try await pitching()
        let next = ["proposal": "2", "after": "1"]

        let first = try await hall.post(hall.path("pitch"), as: .moderator, next, act: "tap-next-one")
        let second = try await hall.post(hall.path("pitch"), as: .secondModerator, next, act: "tap-next-two")
        let late = try await hall.post(
            hall.path("pitch"), as: .secondModerator, ["proposal": "3", "after": "1"],
            from: hall.path("console"))

        #expect([first.status, second.status, late.status] == [303, 303, 409])
        #expect(late.contains("Jemand anderes war schneller. Jetzt ist „Bäume“ dran."))
        #expect(try await hall.gathering().topics.pitch?.proposal == "2")
    }

    @Test func `the console's form names whose turn it is, and who is on`() async throws {
        let hall = try await pitching()

        let page = try await hall.get(hall.path("console"), as: .moderator)

        #expect(page.contains("name=\"after\" value=\"1\""))
        #expect(page.contains("name=\"proposal\" value=\"2\""))
    }

    @Test func `more time is given once`() async throws {
        let hall = try await pitching()
        let more = ["proposal": "1", "seconds": "30", "seen": "0"]

        let first = try await hall.post(hall.path("pitch/extension"), as: .moderator, more)
        let second = try await hall.post(
            hall.path("pitch/extension"), as: .secondModerator, more, from: hall.path("console"))

        #expect([first.status, second.status] == [303, 409])
        #expect(second.contains("Jemand anderes hat die Uhr gerade gestellt."))
        let left = try await hall.gathering().topics.pitch?.secondsLeft(at: hall.instance.now().instant)
        #expect(left == 90)
    }

    @Test func `who ends a pitch that is over cuts nobody off`() async throws {
        let hall = try await pitching()
        try await hall.post(hall.path("pitch"), as: .moderator, ["proposal": "2", "after": "1"])

        let late = try await hall.post(hall.path("pitch/end"), as: .secondModerator, ["proposal": "1"])

        #expect(late.status == 303)
        #expect(try await hall.gathering().topics.pitch?.proposal == "2")
    }

    @Test func `the day is shifted once`() async throws {
        let hall = try await Hall.open()
        let starts = try await hall.gathering().programme.slots.map(\.start)
        let seen = try await hall.gathering().programme.timesMark
        let later = ["minutes": "15", "seen": "\(seen)"]

        let first = try await hall.post(hall.path("delay"), as: .moderator, later)
        let second = try await hall.post(
            hall.path("delay"), as: .secondModerator, later, from: hall.path("console"))
        let blind = try await hall.post(hall.path("delay"), as: .moderator, ["minutes": "15"])

        #expect([first.status, second.status, blind.status] == [303, 409, 422])
        #expect(second.contains("Die Zeiten haben sich gerade geändert."))
        #expect(try await hall.gathering().programme.slots.map(\.start) == starts.map { $0.adding(15) })
    }

    private func pitching() async throws -> Hall {
        let hall = try await Hall.open()
        for (guest, title) in [(Guest.anna, "Radwege"), (.bernd, "Bäume"), (.cem, "Leerstand")] {
            try await hall.seat(guest, "Name")
            try await hall.propose(title, by: guest)
        }
        try await hall.enter(.pitching)
        try await hall.post(hall.path("pitch"), as: .moderator, ["proposal": "1"])
        return hall
    }
}
