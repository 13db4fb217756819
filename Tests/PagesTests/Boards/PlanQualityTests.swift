import Assets
import Testing

@testable import Pages

@Suite struct PlanQualityTests {
    let words: Phrases

    init() throws {
        words = try Renderer(Assets()).phrases(.du)
    }

    @Test func `says what comes true and who loses, and the parts add up`() {
        let quality = PlanQuality(
            wishCount: 120,
            attainedCount: 112,
            parkedWishCount: 3,
            peopleByLosses: [5],
            handCount: 14
        )

        #expect(quality.headline(words) == "112 von 120 Wünschen werden wahr.")
        #expect(
            quality.rest(words)
                == "3 gelten geparkten Themen, 5\u{A0}Menschen verlieren je einen. Dazu 14\u{A0}Handzeichen, Überschneidung unbekannt."
        )
    }

    @Test func `breaks several groups down`() {
        let quality = PlanQuality(
            wishCount: 30,
            attainedCount: 13,
            parkedWishCount: 0,
            peopleByLosses: [5, 6]
        )

        #expect(
            quality.rest(words) == "5\u{A0}Menschen verlieren je einen, 6\u{A0}Menschen verlieren je zwei."
        )
    }

    @Test(arguments: [[4], [0, 2], [6, 1]])
    func `does not break down groups under five`(_ people: [Int]) {
        let lost = people.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
        let quality = PlanQuality(
            wishCount: 100,
            attainedCount: 100 - lost,
            parkedWishCount: 0,
            peopleByLosses: people
        )

        #expect(quality.rest(words) == "\(lost) gehen verloren, weil zwei gewünschte zugleich laufen.")
    }

    @Test func `does not break down what would not add up`() {
        let quality = PlanQuality(wishCount: 20, attainedCount: 10, parkedWishCount: 2, peopleByLosses: [5])

        #expect(
            quality.rest(words)
                == "2 gelten geparkten Themen, 8 gehen verloren, weil zwei gewünschte zugleich laufen."
        )
    }

    @Test func `says that there are no wishes yet, and names rooms with too few seats`() {
        let quality = PlanQuality(
            wishCount: 0,
            attainedCount: 0,
            parkedWishCount: 0,
            peopleByLosses: [],
            missingSeats: [.init(room: "Erker", count: 3)]
        )

        #expect(quality.headline(words) == "Noch keine Wünsche.")
        #expect(quality.rest(words) == "In „Erker“ fehlen 3\u{A0}Plätze.")
    }

    @Test(arguments: [
        (121, "Kein Plan mit so vielen Themen erfüllt mehr, das ist bewiesen."),
        (124, "Mehr als 124 erfüllt kein Plan mit so vielen Themen; davon sind 97 von 100 erreicht."),
        (122, "Mehr als 122 erfüllt kein Plan mit so vielen Themen; davon sind 99 von 100 erreicht."),
    ])
    func `says what no board can do better`(_ most: Int, _ sentence: String) throws {
        var quality = PlanQuality(
            wishCount: 128, attainedCount: 121, parkedWishCount: 0, peopleByLosses: [])
        quality.bound = .attained(atMost: most)

        #expect(quality.boundSentence(words) == sentence)
    }

    @Test func `where no wish can come true, none is the most`() {
        var quality = PlanQuality(wishCount: 3, attainedCount: 0, parkedWishCount: 3, peopleByLosses: [])
        quality.bound = .attained(atMost: 0)

        #expect(
            quality.boundSentence(words) == "Kein Plan mit so vielen Themen erfüllt mehr, das ist bewiesen.")
    }
}
