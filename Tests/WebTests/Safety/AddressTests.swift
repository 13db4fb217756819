import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

struct AddressTests {
    @Test func `every address that a page may link to is there`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        let id = hall.id.text
        let topic = try await hall.propose("Radwege", by: .anna).text
        try await hall.enter(.planning)
        try await hall.publish()
        let routes: [Route] = [
            .start, .organiser, .archive, .gathering(id), .joining(id), .topics(id), .newProposal(id),
            .proposal(id, topic),
            .plan(id), .people(id), .feedback(id), .profile(id), .leaving(id), .board(id), .projector(id),
            .print(id), .documentation(id, .html), .documentation(id, .markdown),
            .documentation(id, .json),
            .series(id), .suggestions(id),
            .imprint(id), .privacy(id), .accessibility(id), .siteImprint, .sitePrivacy, .siteAccessibility,
            .record(id, topic), .recordWriting(id, topic), .recordHistory(id, topic), .group(id, topic),
            .join(code: try await hall.site.parts.joinCode(of: hall.id).text),
        ]
        let console = ConsoleFrame.Place.allCases.map { Route.console(id, $0 == .now ? "" : $0.rawValue) }

        for route in routes {
            let answer = try await hall.get(route.path, as: .anna)
            #expect([200, 303, 403].contains(answer.status), "\(route.path): \(answer.status)")
        }
        for route in console {
            let answer = try await hall.get(route.path, as: .organiser)
            #expect(answer.status == 200, "\(route.path): \(answer.status)")
        }
    }

    @Test func `every act has an address that answers`() async throws {
        let hall = try await Hall.open()

        for act in ModeratorAct.all(with: "77") {
            let answer = try await hall.post(hall.path(act.path), as: .organiser)

            let isKnown = answer.status != 405 && !answer.contains("Die Adresse stimmt nicht")
            #expect(isKnown && answer.status < 500, "\(act.path): \(answer.status)")
        }
    }

    @Test(arguments: ["nirgends", "g/nobody", "g/GATHERING/nothing", "g/GATHERING/participants", "j/a/b"])
    func `an address that nobody made is answered with a page that helps`(_ path: String) async throws {
        let hall = try await Hall.open()

        let answer = try await hall.get("/" + path.replacing("GATHERING", with: hall.id.text), as: .anna)

        #expect(answer.status == 404)
        #expect(answer.contains("<h1"), "\(path)")
    }
}
