import Assets
import Testing

@testable import Pages

@Suite struct PriceTests {
    let words: Phrases

    init() throws {
        words = try Renderer(Assets()).phrases(.du)
    }

    @Test(arguments: [
        (0, 0, "kostet nichts"), (0, 13, "13\u{A0}Plätze fehlen"),
        (2, 1, "2\u{A0}Wünsche weniger, 1\u{A0}Platz fehlt"), (-1, 0, "1\u{A0}Wunsch mehr"),
    ])
    func `a room that is too small is no bargain`(cost: Int, missing: Int, text: String) {
        let price = NamedPrice(
            slot: "1", room: "1", place: "16:30, Kaminzimmer", price: .move(cost: cost), missingSeats: missing
        )

        #expect(price.cost(words) == text)
    }

    @Test(arguments: [
        ([], ""), (["Altena"], "Altena"), (["Altena", "Balve", "Hemer"], "Altena, Balve und Hemer"),
    ])
    func `names are listed as people say them`(names: [String], text: String) {
        #expect(words.list(names) == text)
    }
}
