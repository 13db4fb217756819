import Actions
import Domain
import Foundation
import Journal
import Testing

@testable import tafelrunde

struct EventLogTests {
    let workplace: Workplace

    init() throws {
        workplace = try Workplace()
    }

    @Test func `what happens is one line an event, with ids and without a typed word`() async throws {
        let house = try await SmallHouse(workplace)
        let anna = try await house.join()
        let topic = try #require(try await house.propose(1, by: anna).first)
        let moderator = Caller(roles: [.moderator])
        try await change(house) { try $0.hide(topic, by: moderator) }
        try await house.wish([topic])
        try await house.enter(.weighing)
        try await change(house) { try $0.takeOut(anna, by: moderator) }

        let lines = try await logged(house)

        let place = "gathering=\(house.gathering)"
        #expect(
            lines.map { String($0.split(separator: " position=")[0]) } == [
                "A gathering was created. event=gatheringCreated \(place)",
                "Somebody joined. event=joined \(place) here=0 person=\(anna)",
                "A title was hidden. event=hidden \(place)",
                "A phase was entered. event=phaseEntered \(place) phase=weighing",
                "Somebody was taken out. event=takenOut \(place) here=0 person=\(anna)",
            ])
        #expect(lines[2].hasSuffix(" proposal=\(topic)"))
        #expect(!lines.contains { $0.contains("Thema") || $0.contains("Runder") })
    }

    @Test func `a step that is taken back is an event, too`() async throws {
        let house = try await SmallHouse(workplace)
        let anna = try await house.join()
        let topic = try #require(try await house.propose(1, by: anna).first)
        let moderator = Caller(roles: [.moderator])
        try await change(house) { try $0.hide(topic, by: moderator) }
        try await change(house) { _ in [.undone(step: 1, by: [.topics(change: .shown(id: topic))])] }

        let lines = try await logged(house)

        #expect(lines.last?.hasPrefix("A title was shown again. event=shown ") == true, "\(lines)")
    }

    @Test func `links stand in the server's log by their ids`() async throws {
        let command = Command(workplace: workplace)
        let server = try await command.serve()

        let made = try await command.run("link", "organiser", "--no-once")
        let id = try #require(made.lines.last?.split(separator: " ").last)
        _ = try await command.run("link", "revoke", String(id))

        try await server.said("notice A link was made. event=linkMade gathering=house link=\(id) position=")
        try await server.said(
            "notice A link was revoked. event=linkRevoked gathering=house link=\(id) position=")
        #expect(await server.stop() == 0)
        #expect(!server.complaints().contains("/l/house-"))
    }

    private func change(
        _ house: SmallHouse, _ decide: @escaping @Sendable (Gathering) throws -> [Gathering.Change]
    ) async throws {
        _ = try await house.instance.gatherings.change(
            house.gathering, house.key(), at: house.moment, decide: decide)
    }

    /// Without time and level.
    private func logged(_ house: SmallHouse) async throws -> [String] {
        let lines = Lines()
        let log = EventLog(instance: house.instance, logger: lines.logger(.plain))
        for entry in try await house.journal.entries(after: .start, limit: 100) { await log.note(entry) }
        return lines.all.map { $0.split(separator: " ").dropFirst(2).joined(separator: " ") }
    }
}
