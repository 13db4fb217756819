import Assets
import Foundation
import PagesSamples
import Testing

@testable import Pages

struct TemplateTests {
    private let assets = Assets()

    @Test(arguments: Language.allCases)
    func `every name in every template is answered by somebody`(_ language: Language) throws {
        let renderer = try Renderer(assets)
        var walk = TemplateWalk(assets)

        for sample in allSamples(renderer, in: language) {
            walk.walk(sample.page, renderer.phrases(language))
        }

        #expect(walk.findings == [])
        let unseen = Set(walk.templates.keys).subtracting(walk.visited)
        #expect(unseen.subtracting(["wide", "shared/hidden"]) == [], "no sample shows these")
    }

    @Test func `a misspelt name is found`() throws {
        var walk = TemplateWalk(assets)
        let words = try Renderer(assets).phrases(.du)

        walk.walk(Misspelt(), words)

        #expect(walk.findings.contains { $0.hasSuffix("nobody answers ownTopics") })
    }

    @Test func `only drawings and our own phrases go into a page unescaped`() throws {
        let renderer = try Renderer(assets)
        var walk = TemplateWalk(assets)
        for sample in allSamples(renderer, in: .du) { walk.walk(sample.page, renderer.phrases(.du)) }

        #expect(
            walk.rawNames == [
                "board", "conflictText", "drawing", "feedbackQR", "foundText", "foundTitle", "headsRow",
                "joinQR", "lost", "map", "note", "ofSeats", "ownWishes", "picture", "qr", "qualityRow",
                "qualityRows", "qualitySeats", "qualityText", "readingQR", "ring", "row", "rows", "seated",
                "seats", "similarText", "stage",
                "voterRow", "youStandAs",
            ]
        )
    }

    @Test(arguments: Language.allCases)
    func `what visitors type is escaped everywhere`(_ language: Language) throws {
        let renderer = try Renderer(assets)
        let typed = #"<b onclick="x">'&"#
        let row = TopicRow(
            gathering: "g", id: "1", title: typed, host: typed, kind: nil, wishCount: 1,
            mark: .weighted(1), act: "a")
        let fields = ProposalFields(title: typed, sentence: typed, coHosts: typed)
        let frame = PhoneFrame(
            gathering: "g", name: typed, place: .now, note: typed,
            announcements: [Announcement(time: typed, text: typed)])
        let similar = SimilarTopic(gathering: "g", id: "1", title: typed, host: typed)
        let table = GatheringCard(
            id: "g", name: typed, date: typed, venue: typed, seatedCount: 1, placeCount: 2)

        let pages = [
            renderer.html(row, in: language),
            renderer.html(ProposalPage(frame, row: row, sentence: typed), in: language),
            renderer.html(
                ProposalFormPage(
                    frame, fields: fields, host: typed, similar: similar, act: "a", refused: typed),
                in: language
            ),
            renderer.html(
                JoinPage(
                    table, form: PersonForm(firstName: typed), controllers: [typed], code: typed, act: "a"),
                in: language
            ),
        ]

        for html in pages {
            #expect(!html.contains("<b onclick"))
            #expect(html.contains("&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;"))
        }
    }

    @Test(arguments: Language.allCases)
    func `no gap of a phrase stays open and no name shows through`(_ language: Language) throws {
        let renderer = try Renderer(assets)
        let gap = try Regex(#"\{[a-z]+\}|\{\{|\}\}"#)

        for sample in allSamples(renderer, in: language) {
            let html = sample.html(renderer, in: language)
            #expect(html.firstMatch(of: gap) == nil, "\(sample.name)")
            #expect(!html.contains("Optional("), "\(sample.name)")
            #expect(!html.contains(" style="), "\(sample.name): the policy forbids styles in the page")
            #expect(!html.contains("<style"), "\(sample.name)")
            #expect(html.ranges(of: "<h1").count == (sample.isWhole ? 1 : 0), "\(sample.name)")
        }
    }
}

/// A page that forgot half of what its template asks for.
private struct Misspelt: Page {
    static let template = "people/leave"

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        name == "topicsGo" ? .text("") : nil
    }
}
