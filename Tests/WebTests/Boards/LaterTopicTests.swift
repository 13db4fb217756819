import Domain
import TestSupport
import Testing

@testable import Web

/// Who proposes after the board was laid is seen as well: without a place yet, and with the way to one.
struct LaterTopicTests {
    @Test(arguments: [Phase.planning, .running])
    func `a topic that came after the board was laid is parked, and says so`(_ phase: Phase) async throws {
        let hall = try await published(phase)

        try await hall.propose("Dorfladen", by: .bernd)

        for path in ["board", "console/board", "console/board?version=published", "print?what=board"] {
            let page = try await hall.get(hall.path(path), as: .moderator)
            #expect(page.contains("Dorfladen") && page.contains("Kam nach dem Legen dazu."), "\(path)")
            #expect(page.body.ranges(of: "Kam nach dem Legen dazu.").count == 1, "\(path)")
        }
        let topic = try await hall.get(hall.path("proposals/2"), as: .bernd)
        #expect(topic.contains("Kam nach dem Legen dazu."))
    }

    @Test(arguments: [Phase.planning, .running])
    func `the console says so on its first page, and leads to a place`(_ phase: Phase) async throws {
        let hall = try await published(phase)
        let before = try await hall.get(hall.path("console"), as: .moderator)

        try await hall.propose("Dorfladen", by: .bernd)

        let after = try await hall.get(hall.path("console"), as: .moderator)
        let board = try await hall.get(hall.path("console/board"), as: .moderator)
        #expect(!before.contains("ohne Platz"))
        #expect(after.contains("1\u{A0}neues Thema ohne Platz.") && !after.contains("Nichts ist geparkt."))
        #expect(board.contains(#"href="\#(hall.path("console/board?session=2&amp;move=1"))""#))
    }

    @Test func `once it has a place nothing more is said`() async throws {
        let hall = try await published(.running)
        try await hall.propose("Dorfladen", by: .bernd)

        try await hall.post(hall.path("sessions/2/place"), as: .moderator, ["slot": "2", "room": "1"])
        try await hall.post(hall.path("board/publication"), as: .moderator)

        for path in ["board", "console", "console/board", "proposals/2"] {
            let page = try await hall.get(hall.path(path), as: .moderator)
            #expect(!page.contains("Kam nach dem Legen dazu.") && !page.contains("ohne Platz"), "\(path)")
        }
    }

    @Test func `before anything is laid no topic is parked`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.planning)

        let console = try await hall.get(hall.path("console"), as: .moderator)
        let board = try await hall.get(hall.path("console/board"), as: .moderator)

        #expect(!console.contains("ohne Platz") && !board.contains("Kam nach dem Legen dazu."))
    }

    /// Radwege has a place, and everybody sees it.
    private func published(_ phase: Phase) async throws -> Hall {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.seat(.bernd, "Bernd")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(phase)
        try await hall.publish()
        return hall
    }
}
