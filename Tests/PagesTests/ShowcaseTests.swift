import Assets
import Foundation
import Pages
import Testing

@testable import PagesSamples

struct ShowcaseTests {
    private static let own = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Showcase/files")
    private let showcase: Showcase

    init() throws {
        showcase = try Showcase(Assets(), own: Assets(from: .folder(AssetFolder(Self.own.path))))
    }

    @Test func `every component, every partial and every page stands there`() {
        let samples = showcase.samples(.du)
        let harvest = showcase.harvest(samples, .du)
        var comments: Set<String> = []
        var links: Set<String> = []
        for token in MarkupScan(showcase.page(of: samples, harvest, .du)) {
            switch token {
            case .comment(let name): comments.insert(name)
            case .open("a", let tag): links.insert(MarkupScan.attribute("href", of: tag) ?? "")
            default: break
            }
        }

        let empty = Component.all.flatMap(\.sources).filter { harvest.states(of: $0).isEmpty }
        #expect(empty == [], "no sample shows these")
        #expect(showcase.partials.subtracting(comments) == [], "no page that is shown takes these in")
        #expect(Set(samples.map { Showcase.path(of: $0, .du) }).subtracting(links) == [])
        #expect(Set(samples.map(\.name)).count == samples.count, "two samples have one name")
    }

    @Test func `a component comes with its states, each once, and with what stands around it`() {
        var harvest = Harvest(classes: ["chip"])
        let head = "<link rel=\"stylesheet\" href=\"/assets/x/styles/bundle/board.css\"><body class=\"wide\">"

        harvest.read(
            "\(head)<table class=\"grid\"><tr><!--a/b--><td class=\"x\"><b class=\"chip\">eins</b></td><!--/a/b--></tr>"
                + "<tr><td><b class=\"chip\">zwei</b><br><b class=\"chip warm\">drei</b></td></tr></table></body>",
            of: "one")

        let chips = harvest.states(of: .marked("chip"))
        #expect(chips.map(\.html) == ["<b class=\"chip\">eins</b>", "<b class=\"chip warm\">drei</b>"])
        #expect(
            chips.map(\.around) == [
                ["<table class=\"grid\">", "<tr>", "<td class=\"x\">"],
                ["<table class=\"grid\">", "<tr>", "<td>"],
            ])
        let cells = harvest.states(of: .partial("a/b"))
        #expect(cells.map(\.html) == ["<!--a/b--><td class=\"x\"><b class=\"chip\">eins</b></td><!--/a/b-->"])
        #expect(cells.first?.bundle == "board")
        #expect(cells.first?.bodyClass == "wide")
    }

    @Test(arguments: [
        ("ink", "paper", false, 16.8), ("ink", "paper", true, 16.2), ("edge", "paper", false, 4.3),
        ("on-tanne", "tanne", true, 10.1),
    ]) func `contrast is measured`(_ name: String, _ ground: String, _ isDark: Bool, _ measured: Double)
        throws
    {
        let tokens = Tokens(try #require(Assets().text("styles/tokens.css")))

        let contrast = try #require(tokens.contrast(name, on: ground, isDark: isDark))

        #expect(abs(contrast - measured) < 0.06)
    }

    @Test(arguments: [false, true]) func `text is told from every ground it stands on`(_ isDark: Bool) throws
    {
        let tokens = Tokens(try #require(Assets().text("styles/tokens.css")))

        for ground in ["paper", "mist", "tanne-mist", "tanne-haze", "glut-mist"] {
            for text in ["ink", "ink-2", "tanne"] {
                let contrast = try #require(tokens.contrast(text, on: ground, isDark: isDark))
                #expect(contrast >= 4.5, "\(text) on \(ground)")
            }
            let edge = try #require(tokens.contrast("edge", on: ground, isDark: isDark))
            #expect(edge >= 3, "edge on \(ground)")
        }
    }
}
