import Domain
import HTTPTypes
import Journal
import TestSupport
import Testing

@testable import Web

struct BoardPageTests {
    @Test func `the board is readable without a cookie, without names`() async throws {
        let hall = try await published()

        let outside = try await hall.get(hall.path("board"), as: .anyone)
        let inside = try await hall.get(hall.path("board"), as: .bernd)

        #expect(outside.status == 200)
        #expect([outside.contains("Radwege"), outside.contains("Annegret")] == [true, false])
        #expect([inside.contains("Radwege"), inside.contains("Annegret")] == [true, true])
    }

    @Test func `names are for everybody where the gathering says so`() async throws {
        let hall = try await published { $0.facts.rules.showsNamesToEveryone = true }

        #expect(try await hall.get(hall.path("board"), as: .anyone).contains("Annegret"))
    }

    @Test func `names stay inside, on every page that anybody may open`() async throws {
        let hall = try await published()
        for phase in [Phase.pitching, .weighing, .planning, .running, .closing] {
            try await hall.enter(phase)
            for path in [
                "", "board", "projector", "topics", "proposals/1", "plan", "print", "print?what=board",
                "print?what=cards",
            ] {
                let answer = try await hall.get(hall.path(path), as: .anyone)
                #expect(!answer.contains("Annegret"), "\(path) \(phase)")
            }
        }
    }

    @Test func `who has the bytes gets none again, until something happens`() async throws {
        let hall = try await published()
        let first = try await hall.get(hall.path("board"), as: .anyone)
        let tag = try #require(first.headers[.eTag])

        let again = try await hall.get(hall.path("board"), as: .anyone, [.ifNoneMatch: tag])
        try await hall.moderate("hide") { try $0.hide("1", by: $1) }
        let later = try await hall.get(hall.path("board"), as: .anyone, [.ifNoneMatch: tag])

        #expect([first.status, again.status, later.status] == [200, 304, 200])
        #expect([again.body, first.headers[.cacheControl] ?? ""] == ["", "private, no-cache"])
        #expect(!later.contains("Radwege"))
    }

    @Test func `the same bytes are sent compressed to who can read that`() async throws {
        let hall = try await published()

        let answer = try await hall.get(hall.path("board"), as: .anyone, [.acceptEncoding: "gzip, br"])

        #expect(answer.headers[.contentEncoding] == "gzip")
    }

    @Test func `the board speaks the reader's language`() async throws {
        let hall = try await published()

        let english = try await hall.get(hall.path("board"), as: .anyone, [.acceptLanguage: "en"])

        #expect(english.contains("lang=\"en\""))
        #expect(try await hall.get(hall.path("board"), as: .anyone).contains("lang=\"de\""))
    }

    @Test func `a board that nobody published shows nothing of the draft`() async throws {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Annegret")
        try await hall.propose("Radwege", by: .anna)
        _ = try await hall.post(hall.path("board/plan"), as: .moderator)

        let answer = try await hall.get(hall.path("board"), as: .anna)

        #expect(try await hall.gathering().board.draft.placements.count == 1)
        #expect(!answer.contains("Radwege"))
    }

    private func published(_ change: @escaping (inout Gathering.Draft) throws -> Void = { _ in }) async throws
        -> Hall
    {
        let hall = try await Hall.open(change)
        try await hall.seat(.anna, "Annegret", from: "Balve")
        try await hall.seat(.bernd, "Bernd")
        try await hall.propose("Radwege", by: .anna)
        try await hall.enter(.planning)
        try await hall.publish()
        return hall
    }
}
