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

    @Test func `each act is done for those with its right only`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        let topic = try await hall.propose("Radwege", by: .anna)

        for (act, right, fields) in Self.acts(topic) {
            for (guest, role) in Self.guests {
                let answer = try await hall.post(hall.path(act.path), as: guest, fields)
                let isForbidden = answer.status == 403
                #expect(isForbidden != role.rights.contains(right), "\(role) \(act): \(answer.status)")
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

    private static func acts(_ topic: Proposal.ID) -> [(ModeratorAct, Right, [String: String])] {
        let id = topic.text
        return [
            (.phase, .moderate, ["phase": "arriving"]), (.window, .moderate, ["open": "1"]),
            (.proposing, .moderate, ["open": "1"]), (.heads, .moderate, ["count": "3"]),
            (.hands(id), .moderate, ["count": "2"]), (.hiding(id), .keepOrder, [:]),
            (.hidingWithdrawal(id), .keepOrder, [:]), (.turn(id), .moderate, ["index": "0"]),
            (.announcements, .moderate, ["text": "Pause"]), (.layBoard, .changeBoard, [:]),
            (.pin(id), .changeBoard, [:]), (.people, .keepOrder, ["firstName": "Dora"]),
            (.links, .inviteHelpers, ["role": "projector"]), (.links, .prepare, ["role": "organiser"]),
            (.rooms, .prepare, ["name": "Erker", "seats": "8"]), (.facts, .prepare, ["title": "Neuer Titel"]),
            (.organisers, .prepare, ["name": "Stadt Altena"]),
            // The last: afterwards there is nothing any more.
            (.deletion, .forget, [DeletionPage.titleField: "neuer titel"]),
        ]
    }
}
