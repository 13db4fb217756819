import Domain
import TestSupport
import Testing

@testable import Web

/// What happens to a session between two versions is seen at once, wherever the board is.
struct GoneSessionTests {
    static let everywhere = ["board", "plan", "", "projector", "print?what=board", "print?what=cards"]

    @Test func `a withdrawn topic is crossed out everywhere, and says why`() async throws {
        let hall = try await running()

        let answer = try await hall.post(hall.path("proposals/1/withdrawal"), as: .moderator)

        #expect(answer.status == 303)
        for path in ["board", "print?what=board"] {
            let page = try await hall.get(hall.path(path), as: .bernd)
            #expect(page.contains("fällt aus, das Thema wurde zurückgezogen"), "\(path)")
        }
        #expect(try await !hall.get(hall.path("print?what=cards"), as: .bernd).contains("Radwege"))
    }

    @Test func `whose person was taken out is shown nowhere, and its place says that it is cancelled`()
        async throws
    {
        let hall = try await running()
        let anna = try #require(try await hall.gathering().topics["1"]?.hosts.first)

        try await hall.post(hall.path("people/\(anna)/removal"), as: .moderator)

        for path in Self.everywhere {
            let page = try await hall.get(hall.path(path), as: .bernd)
            #expect(!page.contains("Radwege"), "\(path)")
            #expect(!page.contains("Annegret"), "\(path)")
        }
        for path in ["board", "print?what=board"] {
            let page = try await hall.get(hall.path(path), as: .bernd)
            #expect(page.contains("Thema nicht mehr dabei") && page.contains("fällt aus"), "\(path)")
        }
    }

    @Test func `a hidden title is shown nowhere, but the session takes place`() async throws {
        let hall = try await running()

        try await hall.post(hall.path("proposals/1/hiding"), as: .moderator)

        for path in Self.everywhere {
            #expect(try await !hall.get(hall.path(path), as: .bernd).contains("Radwege"), "\(path)")
        }
        let board = try await hall.get(hall.path("board"), as: .anyone)
        #expect([board.contains("Titel ausgeblendet"), board.contains("fällt aus")] == [true, false])
    }

    @Test func `a merged topic says where it went`() async throws {
        let hall = try await running()

        try await hall.post(hall.path("proposals/1/merger"), as: .moderator, ["into": "2"])

        let board = try await hall.get(hall.path("board"), as: .anyone)
        #expect(board.contains("gehört jetzt zu „Leerstand“"))
    }

    @Test func `nobody goes to what does not take place, but may say so of what they had chosen`()
        async throws
    {
        let hall = try await running()
        try await hall.post(hall.path("sessions/1/attendance"), as: .bernd)
        try await hall.post(hall.path("proposals/1/withdrawal"), as: .moderator)

        let goes = try await hall.post(hall.path("sessions/1/attendance"), as: .anna)
        let stays = try await hall.post(hall.path("sessions/1/attendance/withdrawal"), as: .bernd)

        #expect([goes.status, stays.status] == [409, 303])
    }

    @Test func `the phone says that the chosen session is cancelled`() async throws {
        let hall = try await running()
        try await hall.post(hall.path("sessions/1/attendance"), as: .bernd)

        try await hall.post(hall.path("proposals/1/withdrawal"), as: .moderator)

        let plan = try await hall.get(hall.path("plan"), as: .bernd)
        #expect(plan.contains("fällt aus, das Thema wurde zurückgezogen"))
        let topic = try await hall.get(hall.path("proposals/1"), as: .bernd)
        #expect(topic.contains("Dieses Thema wurde zurückgezogen."))
    }

    @Test func `whose session is cancelled finds the way to those that run then`() async throws {
        let hall = try await running()
        try await hall.post(hall.path("sessions/1/attendance"), as: .cem)
        let before = try await hall.get(hall.path("plan"), as: .cem)

        try await hall.post(hall.path("sessions/1/cancellation"), as: .moderator)
        let after = try await hall.get(hall.path("plan"), as: .cem)
        try await hall.post(hall.path("sessions/2/cancellation"), as: .moderator)
        let none = try await hall.get(hall.path("plan"), as: .cem)

        let way =
            #"<a class="inline-target" href="\#(hall.path("board"))#slot-1100">Eine Session ansehen</a>"#
        #expect([before.contains(way), after.contains(way), none.contains(way)] == [false, true, false])
        #expect(!none.contains("#slot-1100"))
    }

    @Test(arguments: [
        (Phase.arriving, "Wählen kannst du, sobald die Moderation öffnet."),
        (.weighing, "Sag so lange, wo du hinwillst."),
        (.planning, "Er erscheint hier, sobald die Moderation ihn veröffentlicht."),
    ])
    func `before there is a plan one's own says what can be done until then`(
        _ phase: Phase, _ sentence: String
    ) async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        if phase == .planning { try await hall.enter(.weighing) }
        try await hall.enter(phase)

        let plan = try await hall.get(hall.path("plan"), as: .anna)

        #expect(plan.contains("Der Plan steht noch nicht.") && plan.contains(sentence))
    }

    @Test func `a cancelled session can take place after all, a withdrawn one cannot`() async throws {
        let hall = try await running()
        try await hall.post(hall.path("sessions/1/cancellation"), as: .moderator)
        try await hall.post(hall.path("proposals/2/withdrawal"), as: .moderator)

        let console = try await hall.get(hall.path("console"), as: .moderator)

        #expect(console.contains(hall.path("sessions/1/cancellation/withdrawal")))
        #expect(!console.contains(hall.path("sessions/2/cancellation")))
    }

    /// Radwege and Leerstand run side by side in the first slot.
    private func running() async throws -> Hall {
        let hall = try await Hall.open { $0.slots = Array($0.slots.prefix(1)) }
        try await hall.seat(.anna, "Annegret", from: "Balve")
        try await hall.seat(.bernd, "Bernd")
        try await hall.seat(.cem, "Cem")
        try await hall.propose("Radwege", by: .anna)
        try await hall.propose("Leerstand", by: .bernd)
        try await hall.enter(.running)
        try await hall.publish()
        return hall
    }
}
