import Actions
import Domain
import Journal
import TestSupport
import Testing

@testable import Web

struct EscapingTests {
    private static let bad = "<script>alert(1)</script>"

    @Test func `what visitors type never becomes markup, on no page`() async throws {
        let hall = try await Hall.open { draft in
            draft.facts.title = try Title("T" + Self.bad)
            draft.facts.venue = try VenueName("V" + Self.bad)
            draft.facts.series = try SeriesName("S" + Self.bad)
            draft.facts.edition = 3
            draft.rooms[0].name = try RoomName("R" + Self.bad)
        }
        try await hall.seat(.anna, "A" + Self.bad, from: "O" + Self.bad)
        try await hall.propose("P" + Self.bad, by: .anna) { $0.sentence = try Sentence("Q" + Self.bad) }
        try await hall.moderate("announce") {
            try $0.announce(AnnouncementText("N" + Self.bad), by: $1)
        }
        try await hall.moderate("item") { gathering, caller in
            let start = MinuteOfDay(9 * 60) ?? .sample
            let title = try Title("I" + Self.bad)
            let item = ProgrammeItem(id: "1", title: title, form: .greeting, start: start, lengthMinutes: 30)
            return try gathering.setItem(item, by: caller)
        }
        try await hall.moderate("organiser") { gathering, caller in
            let organiser = Organiser(
                id: "1", name: try OrganiserName("G" + Self.bad), part: .organiser,
                imprint: try ImprintText("H" + Self.bad), privacy: try PrivacyText("D" + Self.bad),
                email: try EmailText("E" + Self.bad + "@kreis.example"))
            return try gathering.setOrganiser(organiser, by: caller)
        }
        try await hall.enter(.weighing)
        try await hall.wish("1", by: .anna)
        try await hall.enter(.planning)
        try await hall.publish()

        let pages = [
            "", "join", "topics", "proposals/1", "proposals/1?edit", "plan", "people", "profile", "departure",
            "board",
            "projector", "print", "print?what=board", "print?what=codes", "print?what=cards",
            "print?what=join", "imprint", "feedback", "console/feedback", "console/feedback?close=1",
            "privacy", "accessibility", "console", "console/topics?topic=1&new=1",
            "console/board?session=1&move=1",
            "console/people?q=%3Cscript%3Ealert(1)%3C/script%3E", "console/prepare", "console/links",
        ]
        for phase in [Phase.pitching, .weighing, .planning, .running, .closing] {
            try await hall.enter(phase)
            for guest in [Guest.anna, .organiser] {
                for path in pages {
                    let answer = try await hall.get(hall.path(path), as: guest)
                    #expect(!answer.contains("<script>alert"), "\(guest) \(path) \(phase)")
                }
            }
        }
    }

    @Test func `what was typed into a refused form is shown again as text`() async throws {
        let hall = try await Hall.open()
        let long = Self.bad + String(repeating: "x", count: 200)

        let answer = try await hall.post(
            hall.path("rooms"), as: .organiser, ["name": long, "seats": "3"],
            from: hall.path("console/prepare"))

        #expect(answer.status == 422)
        #expect(answer.contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;xxx"))
        #expect(!answer.contains("<script>alert"))
    }
}
