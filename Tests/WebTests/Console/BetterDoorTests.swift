import Domain
import TestSupport
import Testing

@testable import Web

/// "What would be better?" and the changes that cost least, through the console's pages and plain forms.
struct BetterDoorTests {
    /// Radwege and Bauhof, which all four want, lie at the same time.
    private func hall() async throws -> Hall {
        let hall = try await Hall.open()
        for guest in [Guest.anna, .bernd, .cem, .dora] { try await hall.seat(guest, guest.rawValue) }
        try await hall.propose("Radwege", by: .anna)
        try await hall.propose("Bauhof", by: .bernd)
        try await hall.enter(.weighing)
        for guest in [Guest.anna, .bernd, .cem, .dora] {
            try await hall.wish("1", by: guest)
            try await hall.wish("2", by: guest)
        }
        try await hall.enter(.planning)
        for number in 1...2 {
            try await hall.moderate(.certain("place-topic-\(number)")) {
                let place = Place(slot: "1", room: Room.ID(number: number))
                return try $0.move(Proposal.ID(number: number), to: place, seen: nil, by: $1)
            }
        }
        return hall
    }

    /// The fields of the first form that takes a step.
    private func firstStep(_ page: Answer) throws -> [String: String] {
        let form = try #require(page.body.split(separator: "board/rearrangement\"").dropFirst().first)
        var fields: [String: String] = [:]
        for name in ["moves", "revision"] {
            let field = try #require(form.split(separator: "name=\"\(name)\" value=\"").dropFirst().first)
            fields[name] = String(field.prefix { $0 != "\"" })
        }
        return fields
    }

    @Test func `a step is shown with its gain, changes nothing, and is taken and taken back`() async throws {
        let hall = try await hall()
        let board = try await hall.get(hall.path("console/board"), as: .moderator)
        let before = try await hall.positions()

        let page = try await hall.get(hall.path("console/board?better=1"), as: .moderator)

        #expect(board.contains("console/board?better=1#panel") && !board.contains("board/rearrangement"))
        #expect(page.contains("Was besser wäre") && page.contains("4\u{A0}Wünsche mehr"))
        #expect(try await hall.positions() == before)

        let answer = try await hall.post(
            hall.path("board/rearrangement"), as: .moderator, try firstStep(page),
            from: hall.path("console/board?better=1"))

        #expect(answer.location == hall.path("console/board?better=1"))
        let after = try await hall.get(hall.path("console/board?better=1"), as: .moderator)
        #expect(after.contains("Besser geht es von hier aus nicht"))
        #expect(after.contains("8 von 8 Wünschen werden wahr"))
        let step = try #require(try await hall.gathering().undo.newest)
        try await hall.post(
            hall.path("undo"), as: .moderator, ["step": "\(step.number)"], from: hall.path("console/board"))
        #expect(try await hall.gathering().board.draft.placements["2"]?.place.slot == "1")
        #expect(try await hall.gathering().board.draft.placements["1"]?.place.slot == "1")
    }

    @Test func `the console says what no plan could do better, when that is proven`() async throws {
        let hall = try await hall()
        let address = hall.path("console/board")

        let first = try await hall.get(address, as: .moderator)
        var page = first
        for _ in 0..<10_000 where page.contains("data-again") {
            page = try await hall.get(address, as: .moderator)
        }

        #expect(
            page.contains(
                "Mehr als 8 erfüllt kein Plan mit so vielen Themen; davon sind 50 von 100 erreicht."))
        let better = try await hall.get(hall.path("console/board?better=1"), as: .moderator)
        _ = try await hall.post(
            hall.path("board/rearrangement"), as: .moderator, try firstStep(better),
            from: hall.path("console/board?better=1"))
        // It depends on no session's place: nobody waits for it a second time.
        let after = try await hall.get(address, as: .moderator)
        #expect(after.contains("Kein Plan mit so vielen Themen erfüllt mehr, das ist bewiesen."))
        #expect(try await !hall.get(hall.path("board"), as: .anna).contains("bewiesen"))
    }

    @Test func `of two who take steps the second is told, and sees what is better now`() async throws {
        let hall = try await hall()
        let page = try await hall.get(hall.path("console/board?better=1"), as: .moderator)
        try await hall.moderate("move-meanwhile") {
            try $0.move("1", to: Place(slot: "2", room: "1"), seen: $0.revision(of: "1"), by: $1)
        }

        let answer = try await hall.post(
            hall.path("board/rearrangement"), as: .moderator, try firstStep(page),
            from: hall.path("console/board?better=1"))

        #expect(answer.status == 409)
        #expect(answer.contains("Der Plan hat sich gerade geändert."))
        #expect(answer.contains("Besser geht es von hier aus nicht"))
    }

    @Test(arguments: ["", "1.2", "1..2", "x y", "1.2.3.4", "_"])
    func `what is no step is refused as a field that is missing`(_ moves: String) async throws {
        let hall = try await hall()

        let answer = try await hall.post(
            hall.path("board/rearrangement"), as: .moderator, ["moves": moves, "revision": "2"],
            from: hall.path("console/board?better=1"))

        #expect(answer.status == 422)
    }

    @Test func `the changes that cost least stand under the board with buttons that do them`() async throws {
        let hall = try await hall()
        try await hall.moderate("move-apart") {
            try $0.move("2", to: Place(slot: "2", room: "2"), seen: $0.revision(of: "2"), by: $1)
        }

        let page = try await hall.get(hall.path("console/board"), as: .moderator)

        #expect(page.contains("Was am wenigsten kostet"))
        let near = try #require(page.body.split(separator: "id=\"near\"").dropFirst().first)
        #expect(
            near.contains("kostet nichts.") && near.contains("/place\"") && near.contains("name=\"seen\""))
    }

    @Test func `neither is offered before anything is laid, nor on the published board`() async throws {
        let empty = try await Hall.open()
        let hall = try await hall()
        try await hall.moderate("publish-1") { try $0.publish(revision: $0.board.revision, by: $1) }

        let nothing = try await empty.get(empty.path("console/board?better=1"), as: .moderator)
        let published = try await hall.get(hall.path("console/board?version=published"), as: .moderator)

        for page in [nothing, published] {
            #expect(!page.contains("better=1") && !page.contains("Was am wenigsten kostet"))
            #expect(!page.contains("Was besser wäre"))
        }
    }
}
