import Domain
import TestSupport
import Testing

@testable import Web

/// Another room while the day runs: for everybody at once, and said on every screen.
struct RoomChangeTests {
    @Test func `a session goes to a free room, and every screen says so`() async throws {
        let hall = try await running()
        let before = try await place("1", hall)
        let free = before.room == "1" ? "2" : "1"
        let name = free == "1" ? "Ratssaal" : "Kaminzimmer"
        let console = try await hall.get(hall.path("console"), as: .moderator)

        let answer = try await hall.post(hall.path("sessions/1/room"), as: .moderator, ["room": free])

        #expect(console.contains(#"action="\#(hall.path("sessions/1/room"))""#))
        #expect(answer.status == 303)
        #expect(try await place("1", hall) == Place(slot: before.slot, room: .certain(free)))
        let phone = try await hall.get(hall.path(""), as: .bernd)
        let board = try await hall.get(hall.path("board"), as: .anyone)
        hall.clock.go(to: try #require(MinuteOfDay("11:05")))
        let stage = try await hall.get(hall.path("projector"), as: .projector)
        for page in [phone, board] { #expect(page.contains("war ")) }
        #expect(stage.contains(name) && stage.contains("Radwege"))
    }

    @Test func `with a half-done draft it is refused, and says what helps`() async throws {
        let hall = try await running()
        let before = try await place("1", hall)
        let free = before.room == "1" ? "2" : "1"
        try await hall.propose("Dorfladen", by: .bernd)
        let slot = before.slot == "1" ? "2" : "1"
        try await hall.post(hall.path("sessions/2/place"), as: .moderator, ["slot": slot, "room": "1"])

        let refused = try await hall.post(
            hall.path("sessions/1/room"), as: .moderator, ["room": free], from: hall.path("console"))
        try await hall.post(hall.path("board/publication"), as: .moderator)
        let answer = try await hall.post(hall.path("sessions/1/room"), as: .moderator, ["room": free])

        #expect(refused.status == 409)
        #expect(
            refused.contains("Im Entwurf ist etwas anders, das noch niemand sieht. Veröffentliche ihn zuerst")
        )
        #expect(answer.status == 303)
        #expect(try await place("1", hall).room == .certain(free))
    }

    @Test func `on a full board two sessions swap their rooms, once, and can be taken back`() async throws {
        let hall = try await running(topics: ["Radwege", "Leerstand"])
        let (first, second) = (try await place("1", hall), try await place("2", hall))
        let console = try await hall.get(hall.path("console"), as: .moderator)
        let seen = try #require(try await hall.gathering().board.draft.placements["1"]).revision
        let form = ["with": "2", "seen": "\(seen)"]

        let answer = try await hall.post(hall.path("sessions/1/room/swap"), as: .moderator, form)
        let swapped = [try await place("1", hall), try await place("2", hall)]
        let again = try await hall.post(hall.path("sessions/1/room/swap"), as: .moderator, form)
        let after = [try await place("1", hall), try await place("2", hall)]
        let board = try await hall.get(hall.path("board"), as: .anyone)
        let step = try #require(try await hall.gathering().undo.newest?.number)
        try await hall.post(hall.path("undo"), as: .moderator, ["step": "\(step)"])

        #expect(first.slot == second.slot)
        #expect(console.contains(#"action="\#(hall.path("sessions/1/room/swap"))""#))
        #expect(!console.contains(#"action="\#(hall.path("sessions/1/room"))""#))
        #expect([answer.status, again.status] == [303, 409])
        #expect(swapped == [second, first] && after == swapped)
        #expect(board.contains("war Ratssaal") && board.contains("war Kaminzimmer"))
        #expect([try await place("1", hall), try await place("2", hall)] == [first, second])
    }

    @Test func `nobody swaps rooms with what is in another slot, or is gone`() async throws {
        let hall = try await running(topics: ["Radwege", "Leerstand"])
        try await hall.post(hall.path("proposals/2/withdrawal"), as: .moderator)
        let seen = try #require(try await hall.gathering().board.draft.placements["1"]).revision

        let console = try await hall.get(hall.path("console"), as: .moderator)
        let answer = try await hall.post(
            hall.path("sessions/1/room/swap"), as: .moderator, ["with": "2", "seen": "\(seen)"])

        #expect(!console.contains("/room/swap"))
        #expect(answer.status == 409)
    }

    private func place(_ session: Proposal.ID, _ hall: Hall) async throws -> Place {
        try #require(try await hall.gathering().board.current?.layout.placements[session]).place
    }

    /// One topic has the day for itself; two fill it, side by side in its only slot.
    private func running(topics: [String] = ["Radwege"]) async throws -> Hall {
        let hall = try await Hall.open { $0.slots = Array($0.slots.prefix(topics.count == 1 ? 2 : 1)) }
        try await hall.seat(.anna, "Anna")
        try await hall.seat(.bernd, "Bernd")
        for (title, guest) in zip(topics, [Guest.anna, .bernd]) { try await hall.propose(title, by: guest) }
        if topics.count == 1 {
            try await hall.post(hall.path("sessions/1/place"), as: .moderator, ["slot": "1", "room": "1"])
        }
        try await hall.enter(.running)
        if topics.count == 1 {
            try await hall.post(hall.path("board/publication"), as: .moderator)
        } else {
            try await hall.publish()
        }
        return hall
    }
}
