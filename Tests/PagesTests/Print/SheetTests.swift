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

    @Test func `an unpublished board is not printed`() {
        #expect(!choice(moderator: true, published: false).contains("?what=board"))
        #expect(choice(moderator: true, published: false).contains("?what=join"))
    }
}
