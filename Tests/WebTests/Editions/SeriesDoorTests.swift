import Actions
import Domain
import HTTPTypes
import Pages
import TestSupport
import Testing

@testable import Web

struct SeriesDoorTests {
    @Test func `each edition leads to the same page: all editions, what became of topics, what comes next`()
        async throws
    {
        let hall = try await Scenery.openAndParked()
        let next = try await hall.nextEdition()
        try await next.seat(.cem, "Cem", from: "Kreis Xanten")
        try await next.post(
            next.path("proposals"), as: .cem, ["title": "Leerstand zählen", "suggestion": "2"])
        try await next.force(1, .day(change: .phaseEntered(phase: .arriving)))
        let third = try await next.nextEdition("Dritter", number: 8)
        try await third.seat(.cem, "Cem")
        try await third.propose("Noch nicht dran", by: .cem)

        for path in [hall, next, third].map({ $0.path("series") }) {
            let page = try await hall.get(path, as: .anyone)

            #expect(page.status == 200)
            let order = ["Dritter", ">Zweiter<", "Radwege"].map { page.body.firstRange(of: $0)?.lowerBound }
            #expect(order.allSatisfy { $0 != nil })
            #expect(page.contains("Fand statt.") && page.contains("Von der Moderation geparkt."))
            #expect(page.contains(hall.path("records/1")) && page.contains("Weiter in: Zweiter"))
            #expect(page.contains(next.path("proposals/1")) && page.contains("Was als Nächstes kommt"))
            for kept in [
                "Zurückgezogen", "Pranger", "Noch geheim", "Noch nicht dran", "Anna", "Bernd", "Xanten",
                hall.path("records/3"),
            ] {
                #expect(!page.contains(kept), "\(kept)")
            }
        }
        let page = try await hall.get(hall.path("series"), as: .anyone)
        #expect(!page.contains(third.path("")))
    }

    @Test func `board, documentation and phone lead there, once there is another edition`() async throws {
        let hall = try await Scenery.openAndParked()
        let ways = ["board", "documentation", "topics"].map(hall.path)
        for path in ways { #expect(!(try await hall.get(path, as: .anyone).contains(hall.path("series")))) }

        _ = try await hall.nextEdition()

        for path in ways {
            #expect(try await hall.get(path, as: .anyone).contains(hall.path("series")), "\(path)")
        }
    }

    @Test func `links that lead in a circle, to itself or nowhere do no harm`() async throws {
        let hall = try await Hall.open()
        let other = try await hall.another(3)
        for (index, change) in [
            Programme.Change.nextSet(id: other.id), .previousSet(id: other.id), .nextSet(id: hall.id),
            .previousSet(id: "nowhere"),
        ].enumerated() {
            try await hall.force(index, .programme(change: change))
            try await other.force(index, .programme(change: .nextSet(id: hall.id)))

            #expect(try await hall.get(hall.path("series"), as: .anyone).status == 200)
            #expect(try await hall.get(hall.path("suggestions"), as: .anyone).status == 200)
        }
    }

    @Test func `typing does not make the page anew, a release in any edition does`() async throws {
        let scenery = try await Scenery.open(.published)
        let hall = scenery.hall
        let next = try await hall.nextEdition()
        let path = next.path("series")
        let before = try await hall.get(path, as: .anyone)
        try await scenery.write("Rad")
        let typed = try await hall.get(path, as: .anyone)
        try await hall.post(hall.path("records/1/release"), as: .anna, ["seen": "1"])
        let released = try await hall.get(path, as: .anyone)

        #expect(before.headers[.eTag] == typed.headers[.eTag])
        #expect(released.contains(hall.path("records/1")) && !typed.contains(hall.path("records/1")))
    }

    @Test func `a gathering without others, not begun yet, says that nothing has taken place`() async throws {
        let hall = try await Hall.open()

        let page = try await hall.get(hall.path("series"), as: .anyone)

        #expect(page.status == 200 && page.contains("Noch hat keine Runde stattgefunden."))
        #expect(try await hall.get("/g/nobody/series", as: .anyone).status == 404)
        #expect(try await hall.get("/g/nobody/suggestions", as: .anyone).status == 404)
    }
}
