import Domain
import TestSupport
import Testing

@testable import Web

/// Whoever hosts a session is told so, without having wished for it.
struct OwnSessionTests {
    @Test(arguments: ["plan", ""])
    func `a host's own session is marked as theirs, and nobody else's`(path: String) async throws {
        let hall = try await published()

        let own = try await hall.get(hall.path(path), as: .anna)
        let other = try await hall.get(hall.path(path), as: .bernd)

        #expect(own.contains("Radwege") && own.contains("du bist dran"))
        #expect(!other.contains("du bist dran"))
    }

    @Test func `who chose another session at that time sees that one`() async throws {
        let hall = try await published()
        try await hall.propose("Leerstand", by: .bernd)
        try await hall.publish()

        try await hall.post(hall.path("sessions/2/attendance"), as: .anna)

        let plan = try await hall.get(hall.path("plan"), as: .anna)
        #expect(plan.contains("Leerstand") && !plan.contains("Radwege"))
    }

    @Test func `wishes for a cancelled session do not come true`() async throws {
        let hall = try await published()
        let before = try await hall.get(hall.path("console/board"), as: .moderator)

        try await hall.post(hall.path("sessions/1/cancellation"), as: .moderator)

        let after = try await hall.get(hall.path("console/board"), as: .moderator)
        #expect(before.contains("1 von 1 Wünschen wird wahr."))
        #expect(after.contains("0 von 1 Wünschen werden wahr."))
        #expect(after.contains("1 gilt einer Session, die ausfällt."))
    }

    /// Bernd wants Annegret's Radwege; there is one slot.
    private func published() async throws -> Hall {
        let hall = try await Hall.open { $0.slots = Array($0.slots.prefix(1)) }
        try await hall.seat(.anna, "Annegret")
        try await hall.seat(.bernd, "Bernd")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.weighing)
        try await hall.wish("1", by: .bernd)
        try await hall.enter(.running)
        try await hall.publish()
        return hall
    }
}
