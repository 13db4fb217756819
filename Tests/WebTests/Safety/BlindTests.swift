import Actions
import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

/// Blind until closed means for everyone: no counts, no order, no quality, no live numbers.
struct BlindTests {
    /// Two gatherings that differ in their wishes only may not differ on any page.
    @Test func `pages are the same, whatever was wished`() async throws {
        let few = try await blind(wishes: ["1": [.anna], "2": [.bernd], "3": [.cem]])
        let many = try await blind(wishes: ["3": [.anna, .bernd, .cem]])

        for phase in [Phase.weighing, .pitching] {
            for hall in [few, many] {
                try await hall.enter(phase)
                try await hall.moderate("open-\(phase.rawValue)") { try $0.setWindow(open: true, by: $1) }
            }
            for guest in [Guest.anyone, .dora, .projector, .moderator, .organiser] {
                for path in Self.paths {
                    let first = try await few.get(few.path(path), as: guest)
                    let second = try await many.get(many.path(path), as: guest)
                    #expect(Self.bare(first.body) == Self.bare(second.body), "\(guest) \(path) \(phase)")
                }
            }
        }
    }

    @Test func `frames tell how many have voted, and nothing else`() async throws {
        let few = try await blind(wishes: ["1": [.anna], "2": [.bernd], "3": [.cem]])
        let many = try await blind(wishes: ["3": [.anna, .bernd, .cem]])

        for screen in Audience.Screen.allCases {
            let audience = Audience(screen: screen, language: .du, isInside: true)
            let first = try await few.site.parts.liveContent(few.id, audience).0
            let second = try await many.site.parts.liveContent(many.id, audience).0
            #expect(first.values["people/voted"] == .number(3), "\(screen)")
            #expect(!first.values.keys.contains { $0.hasPrefix("wishes/") }, "\(screen)")
            #expect(first.values.mapValues(Self.bare) == second.values.mapValues(Self.bare), "\(screen)")
        }
    }

    @Test func `no board is laid out by wishes that are still hidden`() async throws {
        let hall = try await blind(wishes: ["1": [.anna]])

        let answer = try await hall.post(
            hall.path("board/plan"), as: .moderator, from: hall.path("console/board"))

        #expect(answer.status == 409)
        #expect(answer.contains("Wünsche sind verdeckt, bis das Fenster zu ist."))
        #expect(try await hall.gathering().board.draft.placements.isEmpty)
    }

    @Test func `when the window is closed the counts are there`() async throws {
        let hall = try await blind(wishes: ["3": [.anna, .bernd, .cem]])
        try await hall.enter(.planning)

        let audience = Audience(screen: .phone, language: .du, isInside: true)
        let content = try await hall.site.parts.liveContent(hall.id, audience).0

        #expect(content.values["wishes/3"] == .number(3))
    }

    private static let paths = [
        "", "topics", "proposals/1", "proposals/3", "plan", "people", "board", "projector", "print",
        "print?what=board", "print?what=cards", "console", "console/topics", "console/topics?topic=3",
        "console/board",
        "console/board?session=3", "console/board?session=3&move=1",
    ]

    private func blind(wishes: [Proposal.ID: [Guest]]) async throws -> Hall {
        let hall = try await Hall.open { $0.facts.rules.isBlind = true }
        for (guest, name) in [(Guest.anna, "Anna"), (.bernd, "Bernd"), (.cem, "Cem"), (.dora, "Dora")] {
            try await hall.seat(guest, name)
        }
        for title in ["Radwege", "Leerstand", "Jugendbeirat"] { try await hall.propose(title, by: .anna) }
        try await hall.enter(.weighing)
        for (proposal, guests) in wishes.sorted(by: { $0.key < $1.key }) {
            for guest in guests { try await hall.wish(proposal, by: guest) }
        }
        return hall
    }

    /// Without what differs between any two gatherings: ids, codes, positions.
    private static func bare(_ page: String) -> String {
        page.replacing(#/\/g\/[a-z0-9]+/#, with: "/g/X").replacing(#/name="act" value="[^"]*"/#, with: "")
            .replacing(#/data-position="[^"]*"/#, with: "").replacing(#/<svg class="qr".*?<\/svg>/#, with: "")
            .replacing(#/[A-Z0-9]{3} [A-Z0-9]{3}/#, with: "").replacing(#/[a-z0-9]{12,}/#, with: "")
    }

    private static func bare(_ value: LiveContent.Value) -> String {
        switch value {
        case .number(let number): "\(number)"
        case .fragment(let fragment): bare(fragment.html)
        case .stamp: ""
        }
    }
}
