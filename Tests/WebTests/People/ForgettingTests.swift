import Actions
import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

struct ForgettingTests {
    @Test func `who leaves is a deleted person on every page`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Annegret", from: "Balvehausen")
        try await hall.seat(.bernd, "Bernd")
        try await hall.propose("Radwege", by: .anna)
        try await hall.propose("Leerstand", by: .bernd)
        try await hall.moderate("hosts") { gathering, caller in
            let bernd = try #require(gathering.topics["2"]?.hosts.first)
            return try gathering.setHosts([bernd, anna], of: "2", by: caller)
        }
        try await hall.enter(.planning)
        try await hall.publish()
        for path in Self.paths { _ = try await hall.get(hall.path(path), as: .organiser) }
        #expect(try await hall.get(hall.path("board"), as: .bernd).contains("Annegret"))

        let answer = try await hall.post(hall.path("departure"), as: .anna)

        #expect(answer.status == 303)
        for guest in [Guest.anyone, .bernd, .projector, .organiser] {
            for path in Self.paths {
                let page = try await hall.get(hall.path(path), as: guest)
                #expect(page.status == Self.status(of: path, for: guest), "\(guest) \(path)")
                #expect(!page.contains("Annegret") && !page.contains("Balvehausen"), "\(guest) \(path)")
            }
        }
        #expect(try await hall.get(hall.path("proposals/1"), as: .bernd).contains("gelöschte Person"))
        for screen in Audience.Screen.allCases {
            let audience = Audience(screen: screen, language: .du, isInside: true)
            let values = try await hall.site.parts.liveContent(hall.id, audience).0.values
            #expect(!"\(values)".contains("Annegret"), "\(screen)")
        }
    }

    @Test func `who is taken out is gone with their topics`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Annegret")
        try await hall.propose("Radwege", by: .anna)

        let asked = try await hall.get(hall.path("console/people?remove=\(anna)"), as: .moderator)
        let answer = try await hall.post(
            hall.path("people/\(anna)/removal"), as: .moderator,
            from: hall.path("console/people?remove=\(anna)"))

        #expect(asked.contains("Radwege"))
        #expect(answer.location == hall.path("console/people"))
        #expect(try await hall.gathering().attendees.present.isEmpty)
        #expect(try await hall.gathering().topics.open.isEmpty)
        let people = try await hall.get(hall.path("console/people"), as: .moderator)
        #expect(people.status == 200 && !people.contains("Annegret"))
    }

    @Test func `an old act sent again under another address takes nobody out`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Annegret")
        let acting = hall.acting(.moderator, "old-act-1")
        try await ChangeGathering(hall.instance)(hall.id, acting) { gathering, caller, _ in
            try gathering.countHeads(12, by: caller)
        }
        let links = try await hall.instance.access.read(hall.id) { $0.links }
        for link in links.keys {
            try await RevokeLink(hall.instance)(link, in: hall.id, hall.acting(.organiser, "revoke-\(link)"))
        }

        try? await LeaveGathering(hall.instance)(anna, .takenOut, in: hall.id, acting)

        #expect(try await hall.get(hall.path("people"), as: .anna).contains("Annegret"))
    }

    @Test func `names that are forgotten without an entry are gone from kept rows`() async throws {
        let hall = try await Hall.open()
        let anna = try await hall.seat(.anna, "Annegret")
        try await hall.seat(.bernd, "Bernd")
        try await hall.propose("Radwege", by: .anna)
        let before = try await hall.get(hall.path("topics"), as: .bernd)

        try await hall.instance.keys(of: hall.id).destroy([
            KeyName(gathering: hall.id, purpose: .person(anna))
        ])

        #expect(before.contains("Annegret"))
        for path in ["topics", "board", "people"] {
            let page = try await hall.get(hall.path(path), as: .bernd)
            #expect(page.status == 200 && !page.contains("Annegret"), "\(path)")
        }
    }

    /// A page that was not there, or only led elsewhere, would hold no name either.
    private static func status(of path: String, for guest: Guest) -> Int {
        let isConsole = path.hasPrefix("console")
        let isForHelpers = isConsole || path.hasSuffix("=codes")
        if isForHelpers, guest != .organiser { return 403 }
        return path == "people" && guest == .anyone ? 303 : 200
    }

    private static let paths = [
        "", "topics", "proposals/1", "proposals/2", "plan", "people", "board", "projector",
        "print?what=board",
        "print?what=codes", "print?what=cards", "console", "console/topics", "console/board?session=1",
        "console/people",
    ]
}
