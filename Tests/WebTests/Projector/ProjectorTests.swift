import Domain
import TestSupport
import Testing

@testable import Web

/// The large picture in the hall, as its link opens it.
struct ProjectorTests {
    private func hall(topics: Int) async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        for number in 1...topics { try await hall.propose("Thema \(number)", by: .anna) }
        return hall
    }

    private func projector(_ hall: Hall) async throws -> Answer {
        try await hall.get(hall.path("projector"), as: .projector)
    }

    @Test func `beside who presents stands no nought before anybody may choose`() async throws {
        let hall = try await hall(topics: 1)
        try await hall.enter(.pitching)
        try await hall.post(hall.path("pitch"), as: .moderator, ["proposal": "1", "after": ""])
        let before = try await projector(hall)

        try await hall.post(hall.path("proposals/1/hands"), as: .moderator, ["count": "1"])
        let hands = try await projector(hall)
        try await hall.post(hall.path("proposals/1/hands"), as: .moderator, ["count": "0"])
        try await hall.post(hall.path("window"), as: .moderator, ["open": "1"])
        let open = try await projector(hall)

        #expect(before.contains("Thema 1"))
        #expect(!before.contains("data-number=\"wishes/1\"") && !before.contains("im Saal"))
        #expect(hands.contains("data-number=\"wishes/1\""))
        #expect(open.contains("data-number=\"wishes/1\""))
    }

    @Test func `at the end only sessions that took place are counted`() async throws {
        let hall = try await hall(topics: 3)
        try await hall.publish()
        try await hall.post(hall.path("sessions/1/cancellation"), as: .moderator)
        try await hall.post(hall.path("proposals/2/withdrawal"), as: .moderator)

        try await hall.enter(.closing)
        #expect(try await projector(hall).contains("data-number=\"feedback/answers\""))
        try await hall.post(hall.path("feedback/close"), as: .moderator, from: hall.path("console/feedback"))

        #expect(try await projector(hall).contains("<b>1</b>Session<"))
    }
}
