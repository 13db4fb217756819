import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

/// Pages and acts against the table of rights in the domain.
struct RoleTests {
    @Test func `each page of the console opens for those with its right, and for nobody else`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")

        for place in ConsoleFrame.Place.allCases {
            let right: Right = place == .prepare ? .prepare : .moderate
            for (guest, role) in Self.guests {
                let path = Route.console(hall.id.text, place == .now ? "" : place.rawValue).path
                let answer = try await hall.get(path, as: guest)
                #expect(
                    answer.status == (role.rights.contains(right) ? 200 : 403), "\(role) \(path)")
            }
        }
    }

    @Test func `everybody may look at board, projector and legal pages, nobody but insiders at people`()
        async throws
    {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")

        for (guest, role) in Self.guests {
            for path in [
                "board", "projector", "print", "print?what=board", "print?what=join", "imprint", "privacy",
                "documentation", "documentation.md", "documentation.json", "series",
                "suggestions",
            ] {
                let answer = try await hall.get(hall.path(path), as: guest)
                #expect(answer.status == 200, "\(role) \(path)")
            }
            let people = try await hall.get(hall.path("people"), as: guest)
            #expect(people.status == (role.rights.contains(.seeNames) ? 200 : 303), "\(role)")
            let codes = try await hall.get(hall.path("print?what=codes"), as: guest)
            #expect(codes.status == (role.rights.contains(.keepOrder) ? 200 : 403), "\(role)")
        }
    }

    private static let guests: [(Guest, Role)] = [
        (.anyone, .anyone), (.anna, .participant), (.projector, .projector), (.moderator, .moderator),
        (.organiser, .organiser),
    ]
}
