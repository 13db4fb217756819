import Domain
import TestSupport
import Testing

@testable import Web

/// "We run 15 minutes late": everybody hears it, and the moderators hear what it breaks.
struct DelayTests {
    private static let sentence = "Was noch kommt, beginnt 15\u{A0}Minuten später."

    @Test func `a delay tells everybody how late it is, until it is taken back`() async throws {
        let hall = try await published()

        try await delay(hall)

        for (path, guest) in Self.screens {
            let page = try await hall.get(hall.path(path), as: guest)
            #expect(page.contains(Self.sentence), "\(path)")
            #expect(page.contains("war 11:00"), "\(path)")
        }
        #expect(try await hall.gathering().day.announcements == [])

        try await takeBack(hall)

        for (path, guest) in Self.screens {
            let page = try await hall.get(hall.path(path), as: guest)
            #expect(!page.contains(Self.sentence) && !page.contains("war 11:00"), "\(path)")
        }
    }

    private static let screens: [(String, Guest)] = [
        ("", .anna), ("plan", .anna), ("board", .anyone), ("projector", .projector),
    ]

    @Test func `what began meanwhile stays there when a delay is taken back late`() async throws {
        let hall = try await published()
        try await delay(hall)
        hall.clock.go(to: try #require(MinuteOfDay("11:16")))

        try await takeBack(hall)

        let slots = try await hall.gathering().programme.slots
        #expect(slots.map(\.start.description) == ["11:15", "12:00", "13:00"])
        let board = try await hall.get(hall.path("board"), as: .anyone)
        #expect(board.contains("war 11:00") && !board.contains("war 12:00"))
        #expect(!board.contains(Self.sentence))
    }

    @Test(arguments: ["console/board", "console"])
    func `who has to leave before the end is among what the board's moderators are told`(path: String)
        async throws
    {
        let sentence = "Anna muss um 11:50 los, „Radwege“ geht bis 12:00."
        let hall = try await published { $0.until = MinuteOfDay("11:50") }
        let before = try await hall.get(hall.path(path), as: .moderator)

        try await delay(hall)

        #expect(!before.contains(sentence))
        #expect(try await hall.get(hall.path(path), as: .moderator).contains(sentence))
        try await hall.post(hall.path("sessions/1/cancellation"), as: .moderator)
        #expect(try await !hall.get(hall.path(path), as: .moderator).contains(sentence))
    }

    private func published(
        _ change: (inout Proposal.Content) throws -> Void = { _ in }
    ) async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna, change)
        try await hall.publish()
        try await hall.enter(.running)
        return hall
    }

    private func delay(_ hall: Hall) async throws {
        let mark = try await hall.gathering().programme.timesMark
        let answer = try await hall.post(
            hall.path("delay"), as: .moderator, ["minutes": "15", "seen": "\(mark)"])
        #expect(answer.status == 303)
    }

    private func takeBack(_ hall: Hall) async throws {
        let step = try #require(try await hall.gathering().undo.newest?.number)
        let answer = try await hall.post(hall.path("undo"), as: .moderator, ["step": "\(step)"])
        #expect(answer.status == 303)
    }
}
