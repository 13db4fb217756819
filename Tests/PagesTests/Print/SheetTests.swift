import Assets
import Testing

@testable import Pages

@Suite struct SheetTests {
    let renderer: Renderer
    let frame = SheetFrame(gathering: "g", name: "Runder Tisch", date: "26. November", venue: "")

    init() throws {
        renderer = try Renderer(Assets())
    }

    private func choice(moderator: Bool, published: Bool) -> String {
        renderer.html(PrintChoicePage(frame, mayPrintCodes: moderator, isPublished: published), in: .du)
    }

    @Test func `codes of people are for moderators`() {
        #expect(choice(moderator: true, published: true).contains("?what=codes"))
        #expect(!choice(moderator: false, published: true).contains("?what=codes"))
    }

    @Test(arguments: [
        ("Spielplätze", "large"), ("Nachwuchskräfte finden", "middle"),
        ("Gemeinwohlökonomie für Unternehmen", "small"), ("Low-Budget-Marketing", "large"),
    ])
    func `a long word on a card is set smaller, for paper does not hyphenate`(_ title: String, _ size: String)
    {
        let card = SessionCard(
            title: title, host: nil, room: "Saal", start: "10:30", end: "11:15", wishCount: nil, qr: nil)

        guard case .text(let found)? = card.answer("size", renderer.phrases(.du)) else {
            Issue.record("a card has a size")
            return
        }
        #expect(found == size)
    }

    @Test func `an unpublished board is not printed`() {
        #expect(!choice(moderator: true, published: false).contains("?what=board"))
        #expect(choice(moderator: true, published: false).contains("?what=join"))
    }
}
