import Domain
import TestSupport
import Testing

@testable import Web

/// What an organiser changes and takes away in the preparation, through its forms.
struct ProgrammeDoorTests {
    @Test func `a room is changed, and the plan says its new name`() async throws {
        let hall = try await Scenery.open(.published).hall

        let answer = try await prepare(
            "rooms/1", ["name": "Rittersaal", "seats": "44", "equipment": "projector"], hall)

        let shown = try await hall.get(hall.path("board"), as: .anyone)
        #expect(answer.location == hall.path("console/prepare"))
        #expect(try await hall.gathering().programme.room("1")?.seats == 44)
        #expect(shown.contains("Rittersaal") && !shown.contains("Ratssaal"))
    }

    @Test func `a room is taken away`() async throws {
        try await goes("rooms/2/removal", "Kaminzimmer") { $0.programme.rooms.map(\.id.text) == ["1"] }
    }

    @Test func `a time is changed, and stands in its order`() async throws {
        let hall = try await Scenery.open().hall

        let answer = try await prepare("slots/1", ["start": "16:00", "lengthMinutes": "30"], hall)

        let page = try await hall.get(hall.path("console/prepare"), as: .organiser)
        #expect(answer.location == hall.path("console/prepare"))
        #expect(page.contains("value=\"16:00\"") && !page.contains("value=\"11:00\""))
        #expect(
            try await hall.gathering().programme.slots.map { "\($0.id) \($0.start)" }
                == ["2 12:00", "3 13:00", "1 16:00"])
    }

    @Test func `a time is taken away`() async throws {
        try await goes("slots/3/removal", "slots/3/removal\"") {
            $0.programme.slots.map(\.id.text) == ["1", "2"]
        }
    }

    @Test func `a fixed point of the programme is changed, and stands in the plan`() async throws {
        let hall = try await Scenery.open(.published).hall

        let answer = try await prepare(
            "items/1", ["title": "Abschied", "form": "closing", "start": "17:30", "lengthMinutes": "20"], hall
        )

        let shown = try await hall.get(hall.path("board"), as: .anyone)
        #expect(answer.location == hall.path("console/prepare"))
        #expect(shown.contains("Abschied") && !shown.contains("Abschluss"))
        #expect(try await hall.gathering().programme.items.map { "\($0.start)" } == ["17:30"])
    }

    @Test func `a fixed point of the programme is taken away`() async throws {
        try await goes("items/1/removal", "value=\"Abschluss\"") { $0.programme.items.isEmpty }
    }

    @Test func `an organiser is changed, and stands in the imprint`() async throws {
        let hall = try await Scenery.open().hall

        let answer = try await prepare(
            "organisers/1", ["name": "Stadt Balve", "imprint": "Widukindplatz 1", "part": "host"], hall)

        let imprint = try await hall.get(hall.path("imprint"), as: .anyone)
        #expect(answer.location == hall.path("console/prepare"))
        #expect(imprint.contains("Stadt Balve") && imprint.contains("Widukindplatz 1"))
        #expect(!imprint.contains("Stadt Altena"))
    }

    @Test func `an organiser is taken away, from the imprint too`() async throws {
        let hall = try await goes("organisers/1/removal", "Stadt Altena") {
            $0.programme.organisers.isEmpty
        }

        let imprint = try await hall.get(hall.path("imprint"), as: .anyone)
        #expect(imprint.status == 200 && !imprint.contains("Stadt Altena"))
    }

    private func prepare(_ path: String, _ fields: [String: String], _ hall: Hall) async throws -> Answer {
        try await hall.post(hall.path(path), as: .organiser, fields, from: hall.path("console/prepare"))
    }

    /// Something stands in the preparation, and no more when its removal was sent; sent again it is not there.
    @discardableResult
    private func goes(
        _ path: String, _ text: String, isGone: @Sendable (Gathering) -> Bool
    ) async throws -> Hall {
        let hall = try await Scenery.open().hall
        let before = try await hall.get(hall.path("console/prepare"), as: .organiser)

        let answer = try await prepare(path, [:], hall)

        let after = try await hall.get(hall.path("console/prepare"), as: .organiser)
        #expect(answer.location == hall.path("console/prepare"))
        #expect(before.contains(text) && !after.contains(text))
        #expect(isGone(try await hall.gathering()))
        #expect(try await prepare(path, [:], hall).status == 404)
        return hall
    }
}
