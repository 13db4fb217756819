import Domain
import TestSupport
import Testing

@testable import Web

/// A plan that cannot exist says which demands stand against each other, by name.
struct ContradictionTests {
    @Test func `a lone topic says that no room has what it needs`() async throws {
        let page = try await laid { hall in
            try await hall.propose("Film", by: .anna) { $0.needs = [.whiteboard] }
        }

        #expect(page.contains("„Film“ hat keinen Platz: kein Raum hat eine Tafel."))
    }

    @Test func `a lone topic says until when its host is here`() async throws {
        let page = try await laid { hall in
            try await hall.propose("Früh weg", by: .anna) { $0.until = MinuteOfDay("11:00") }
        }

        #expect(page.contains("„Früh weg“ hat keinen Platz: wer es anbietet, ist nur bis 11:00 da."))
    }

    @Test func `a lone topic says that the day is too short for it`() async throws {
        let page = try await laid { hall in try await hall.propose("Lang", by: .anna) { $0.slotCount = 4 } }

        #expect(page.contains("„Lang“ hat keinen Platz: 4\u{A0}Zeiten am Stück gibt es dafür nicht."))
    }

    @Test func `two that are pinned to one time and have one host by now say so`() async throws {
        let page = try await laid { hall in
            try await hall.propose("Radwege", by: .anna)
            try await hall.propose("Leerstand", by: .bernd)
            for (topic, room) in [("1", "1"), ("2", "2")] {
                try await hall.post(
                    hall.path("sessions/\(topic)/place"), as: .moderator, ["slot": "1", "room": room])
                try await hall.post(hall.path("sessions/\(topic)/pin"), as: .moderator)
            }
            let hosts = try #require(try await hall.gathering().topics["1"]).hosts
            try await hall.moderate("hosts") { try $0.setHosts(hosts, of: "2", by: $1) }
        }

        #expect(
            page.contains(
                "schließen sich aus: dieselben Menschen bieten sie an, was angeheftet ist, bleibt dort."))
        #expect(page.contains("ist deshalb geparkt."))
    }

    @Test func `three topics of one host at two times say so`() async throws {
        let page = try await laid(slots: 2) { hall in
            for title in ["Radwege", "Leerstand", "Dorfladen"] { try await hall.propose(title, by: .anna) }
        }

        let told = "schließen sich aus: dieselben Menschen bieten sie an, und es gibt nur 2\u{A0}Zeiten."
        #expect(page.contains(told) && page.contains("wer es anbietet, ist gerade woanders"))
        #expect(page.body.ranges(of: told).count == 1)
    }

    @Test(arguments: ["", "1", "99-x", "1-", "1.99-x.y", "-_.-", "1.1-sameHost.sameHost"])
    func `an address made up by hand breaks nothing`(_ text: String) async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)

        let page = try await hall.get(hall.path("console/board?contradictions=\(text)"), as: .moderator)

        #expect(page.status == 200)
    }

    /// The page that laying out the board leads to.
    private func laid(slots: Int = 3, _ prepare: (Hall) async throws -> Void) async throws -> Answer {
        let hall = try await Hall.open { $0.slots = Array($0.slots.prefix(slots)) }
        try await hall.seat(.anna, "Anna")
        try await hall.seat(.bernd, "Bernd")
        try await prepare(hall)
        let answer = try await hall.post(hall.path("board/plan"), as: .moderator)
        return try await hall.get(try #require(answer.location), as: .moderator)
    }
}
