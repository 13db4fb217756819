import Assets
import Domain
import PagesSamples
import Testing

@testable import Pages

@Suite struct ConsoleBoardTests {
    let renderer: Renderer
    let words: Phrases

    init() throws {
        renderer = try Renderer(Assets())
        words = renderer.phrases(.du)
    }

    private func html(_ name: String) throws -> String {
        let sample = try #require(allSamples(renderer, in: .du).first { $0.name == name })
        return sample.html(renderer, in: .du)
    }

    @Test func `groups under five are few people in every reason`() {
        #expect(
            PlacementReason.apart(from: "KI", people: 4).text(words)
                == "Nicht neben „KI“: Wenige wollen beides."
        )
        #expect(
            PlacementReason.apart(from: "KI", people: 5).text(words)
                == "Nicht neben „KI“: 5\u{A0}Menschen wollen beides."
        )
        #expect(
            PlacementReason.beside(title: "KI", people: 1).text(words)
                == "Wenige wollen auch zu „KI“, das zugleich läuft."
        )
    }

    @Test(arguments: [
        (4, "\u{2212}4", "4\u{A0}Wünsche weniger"), (-1, "+1", "1\u{A0}Wunsch mehr"),
        (0, "\u{B1}0", "kostet nichts"),
    ])
    func `a price is a sign and a sentence`(_ cost: Int, _ sign: String, _ sentence: String) {
        #expect(FieldPrice.move(cost: cost).sign == sign)
        #expect(FieldPrice.move(cost: cost).sentence(words) == sentence)
    }

    @Test func `seats that are missing stand beside the price, and each thing is said once`() {
        let missing = "3\u{A0}Plätze fehlen"

        #expect(
            FieldPrice.move(cost: 2).sentence(words, missingSeats: 3) == "2\u{A0}Wünsche weniger, \(missing)")
        #expect(FieldPrice.move(cost: 0).sentence(words, missingSeats: 3) == missing)
        #expect(FieldPrice.move(cost: 0).sentence(words, missingSeats: 0) == "kostet nichts")
        #expect(FieldPrice.hindered(.tooShort).sentence(words, missingSeats: 3) == "Zu wenig Zeit am Stück")
    }

    @Test func `a hindered place has a reason and no button`() {
        let price = FieldPrice.hindered(.hostAway(name: "Bernd"))
        let chosen = ChosenSession(id: "1", title: "Bauhof", host: nil, revision: 3)
        let frame = ConsoleFrame(
            gathering: "g",
            name: "",
            place: .board,
            phase: .planning,
            acts: ActSeed("s")
        )

        #expect(price.sentence(words) == "Bernd ist weg")
        #expect(price.sign == nil)
        #expect(price.act(chosen, slot: "1", room: "2", label: "", frame) == nil)
    }

    @Test func `moving carries what was seen, and a parked topic has seen nothing`() {
        let frame = ConsoleFrame(
            gathering: "g",
            name: "",
            place: .board,
            phase: .planning,
            acts: ActSeed("s")
        )
        let placed = ChosenSession(id: "1", title: "Bauhof", host: nil, revision: 3)
        let parked = ChosenSession(id: "2", title: "KI", host: nil)
        let price = FieldPrice.move(cost: 1)

        #expect(
            price.act(placed, slot: "4", room: "5", label: "", frame)?.hidden == [
                "seen": "3", "slot": "4", "room": "5",
            ]
        )
        #expect(
            price.act(parked, slot: "4", room: "5", label: "", frame)?.hidden == ["slot": "4", "room": "5"]
        )
        #expect(
            FieldPrice.swap(with: "9", cost: 1).act(placed, slot: "4", room: "5", label: "", frame)?.hidden
                == ["seen": "3", "with": "9"]
        )
    }

    @Test func `the published version can be looked at, not changed`() throws {
        let page = try html("console-board-published")

        #expect(!page.contains(#"method="post""#))
        #expect(!page.contains("data-take"))
    }

    @Test func `while swapping, free fields are no offer`() throws {
        #expect(try html("console-board-move").contains(">hierher<"))
        #expect(!(try html("console-board-swap").contains(">hierher<")))
    }

    @Test func `says when somebody was faster`() throws {
        #expect(try html("console-board-swap").contains("Anna war schneller"))
    }

    @Test func `a blind draft has no quality and no counts`() throws {
        let page = try html("console-board-blind")

        #expect(page.contains("Zahlen gibt es erst"))
        #expect(!page.contains("seat-taken"))
    }
}
