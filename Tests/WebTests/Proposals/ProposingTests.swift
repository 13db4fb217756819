import Domain
import HTTPTypes
import TestSupport
import Testing

@testable import Web

struct ProposingTests {
    @Test func `the same form sent twice is one topic, and with another text it is another one`() async throws
    {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")

        for title in ["Radwege", "Radwege", "Leerstand", "Radwege"] {
            let answer = try await hall.post(
                hall.path("proposals"), as: .anna, ["title": title], act: "formular-1")
            #expect(answer.status == 303)
        }

        #expect(try await hall.gathering().topics.open.map(\.content.title.text) == ["Radwege", "Leerstand"])
    }

    @Test func `a browser may keep the form of a topic, so that going back finds the text, and nothing else`()
        async throws
    {
        let hall = try await Hall.open()
        try await hall.seat(.anna, "Anna")
        try await hall.propose("Radwege", by: .anna)

        let pages = ["proposals/new", "proposals/1?edit=1", "proposals/1", "topics"]
        var kept: [String] = []
        for page in pages {
            kept.append(try await hall.get(hall.path(page), as: .anna).headers[.cacheControl] ?? "")
        }

        #expect(kept == ["private, no-cache", "private, no-cache", "no-store", "no-store"])
    }
}
