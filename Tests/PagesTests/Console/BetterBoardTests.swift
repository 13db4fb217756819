import Assets
import Domain
import PagesSamples
import Testing

@testable import Pages

@Suite struct BetterBoardTests {
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

    @Test func `a step is named by what happens`() {
        let move = SessionMove(title: "KI", from: "10:30, Saal", to: "11:30, Saal")
        let back = SessionMove(title: "Bauhof", from: "11:30, Saal", to: "10:30, Saal")
        let placed = SessionMove(title: "Film", from: nil, to: "11:30, Saal")
        let parked = SessionMove(title: "Film", from: "11:30, Saal", to: nil)

        let names = [[move], [placed], [parked], [move, back], [placed, back]].map {
            BetterStep(moves: $0, wishesGained: 1, address: "").name(words)
        }

        #expect(
            names == [
                "„KI“ umlegen", "„Film“ einplanen", "„Film“ parken", "„KI“ und „Bauhof“ tauschen",
                "2\u{A0}Sessions umlegen",
            ])
    }

    @Test(arguments: [
        (4, 0, false, "4\u{A0}Wünsche mehr"), (0, 1, false, "1\u{A0}Platz fehlt dann nicht mehr"),
        (2, -3, false, "2\u{A0}Wünsche mehr, dafür fehlen 3\u{A0}Plätze mehr"),
        (-1, 0, true, "1\u{A0}Wunsch weniger, behebt, was so nicht geht"), (0, 0, false, "kostet nichts"),
    ])
    func `a gain is wishes first, and whatever speaks against it beside them`(
        _ wishes: Int, _ seats: Int, _ mends: Bool, _ sentence: String
    ) {
        let step = BetterStep(
            moves: [], wishesGained: wishes, seatsGained: seats, mends: mends, address: "")

        #expect(step.gain(words) == sentence)
    }

    @Test
    func `each step and the whole have a button that carries the moves and the board they were found on`()
        throws
    {
        let page = try html("console-board-better")

        #expect(page.split(separator: #"action="/g/7f3k/board/rearrangement""#).count - 1 == 4)
        #expect(page.contains(#"value="16.2.1_6.4.1""#) && page.contains(#"name="revision" value="12""#))
        #expect(page.contains("<h3>Alles auf einmal</h3>"))
    }

    @Test func `when nothing is better, it says so and offers nothing`() throws {
        let page = try html("console-board-best")

        #expect(page.contains("Besser geht es von hier aus nicht, das ist bewiesen."))
        #expect(!page.contains("board/rearrangement"))
    }

    @Test func `a near change says what it costs and is done by the session's own form`() throws {
        let page = try html("console-board")

        #expect(
            page.contains(
                "„Coworking auf dem Land“ und „Bauhof: ein Fuhrpark“ tauschen: 1\u{A0}Wunsch weniger."))
        #expect(page.contains("2\u{A0}Wünsche weniger, 3\u{A0}Plätze fehlen."))
        #expect(page.contains(#"action="/g/7f3k/sessions/14/swap""#))
        #expect(page.contains(#"action="/g/7f3k/sessions/20/place""#))
    }

    @Test(arguments: [
        (200, 100, nil), (1_000, 999, "Das sind 99 von 100."), (1_000, 1_000, "Das sind 100 von 100."),
    ])
    func `of many wishes it is said how many of a hundred come true`(
        _ wishes: Int, _ attained: Int, _ sentence: String?
    ) {
        let quality = PlanQuality(
            wishCount: wishes, attainedCount: attained, parkedWishCount: 0, peopleByLosses: [])

        #expect(quality.share(words) == sentence)
    }
}
