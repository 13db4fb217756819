import Assets
import Foundation
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

    @Test func `each card and each record sheet says whose money it is, for they go to different walls`() {
        var frame = frame
        frame.funding = ["Gefördert vom Land."]
        let cards = ["KI", "Rad"].map {
            SessionCard(
                title: $0, host: nil, room: "Saal", start: "10:30", end: "11:15", wishCount: nil, qr: nil)
        }
        let sheets = ["KI", "Rad"].map { RecordSheet(title: $0, host: nil, place: "Saal", qr: nil) }

        for page in [
            renderer.html(CardsSheet(frame, cards: cards), in: .du),
            renderer.html(RecordSheets(frame, sheets: sheets), in: .du),
        ] {
            let articles = page.components(separatedBy: "<article").dropFirst()
            #expect(articles.count == 2)
            for article in articles {
                #expect(article.components(separatedBy: "Gefördert vom Land.").count == 2)
            }
        }
    }

    @Test func `an unpublished board is not printed`() {
        #expect(!choice(moderator: true, published: false).contains("?what=board"))
        #expect(choice(moderator: true, published: false).contains("?what=join"))
    }
}
