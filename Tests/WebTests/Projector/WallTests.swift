import Domain
import TestSupport
import Testing

@testable import Web

/// What a moderator puts on the wall.
struct WallTests {
    private func hall() async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        for number in 1...2 { try await hall.propose("Thema \(number)", by: .anna) }
        return hall
    }

    private func wall(_ hall: Hall) async throws -> Answer {
        try await hall.get(hall.path("projector"), as: .projector)
    }

    private func hang(_ picture: String, _ hall: Hall) async throws {
        try await hall.post(hall.path("picture"), as: .moderator, ["picture": picture])
    }

    private func console(_ hall: Hall) async throws -> Answer {
        try await hall.get(hall.path("console"), as: .moderator)
    }

    @Test func `every picture hangs on the wall, whatever the day is at`() async throws {
        let hall = try await hall()
        try await hall.publish()
        try await hall.enter(.running)

        for (picture, stage) in [
            ("join", "arrival"), ("wishes", "weighing"), ("draft", "draft"), ("board", "board"),
            ("now", "running"), ("closing", "closing"),
        ] {
            try await hang(picture, hall)
            #expect(try await wall(hall).contains("show-\(stage)\""), "\(picture)")
        }
    }

    @Test func `the console says what hangs there, and takes it down`() async throws {
        let hall = try await hall()
        try await hall.enter(.arriving)
        #expect(try await console(hall).contains("Leinwand zeigt: Ankommen"))

        try await hang("wishes", hall)
        #expect(try await console(hall).contains("Leinwand zeigt: Themen und Wünsche"))
        #expect(try await console(hall).contains("Die Leinwand zeigt jetzt „Themen und Wünsche“."))

        try await hang("", hall)
        #expect(try await wall(hall).contains("show-arrival\""))
        #expect(try await console(hall).contains("Die Leinwand folgt wieder dem Tag."))
    }

    @Test func `going on takes it down`() async throws {
        let hall = try await hall()
        try await hang("join", hall)

        try await hall.enter(.pitching)

        #expect(try await wall(hall).contains("show-waiting\""))
    }

    @Test func `topics on the wall before anybody may wish are a list without numbers`() async throws {
        let hall = try await hall()
        try await hall.enter(.arriving)

        try await hang("wishes", hall)

        let wall = try await wall(hall)
        #expect(wall.contains("Das sind die Themen.") && wall.contains("Thema 2"))
        #expect(!wall.contains("data-number=\"wishes/") && !wall.contains("people/voted"))
    }

    @Test func `the draft on the wall names titles, and nothing of what anybody wished`() async throws {
        let hall = try await hall()
        try await hall.enter(.planning)
        try await hall.post(hall.path("board/plan"), as: .moderator)
        #expect(try await !wall(hall).contains("Thema 1"))

        try await hang("draft", hall)

        let wall = try await wall(hall)
        #expect(wall.contains("data-card=\"1\"") && wall.contains("Thema 1"))
        #expect(!wall.contains("data-number") && !wall.contains("stage-quality"))
    }

    @Test func `a device whose link is not valid any more is told why names are missing`() async throws {
        let hall = try await hall()

        let known = try await wall(hall)
        let stranger = try await hall.get(hall.path("projector"), as: .anyone)

        #expect(!known.contains("Hier fehlen die Namen"))
        #expect(stranger.contains("Hier fehlen die Namen"))
    }
}
