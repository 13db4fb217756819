import Testing

struct StyleTests {
    private func findings(_ css: String, in name: String = "a.css") throws -> [Finding] {
        let tokens = TextFile(
            "Sources/CAssets/files/styles/tokens.css",
            ":root { --ink: #11201c; --small: .9rem; --s2: .5rem; }\n.x { color: var(--ink); gap: var(--s2); "
                + "font-size: var(--small); }\n"
        )
        let sheet = TextFile("Sources/CAssets/files/styles/\(name)", "/* One\n line */\n.a { \(css); }\n")
        return try StyleRule.findings(in: Tree([tokens, sheet]))
    }

    @Test func `every colour, letter, space and line is a token's`() throws {
        Finding.report(try StyleRule.findings(in: try Tree.project()))
    }

    @Test(arguments: [
        "color: #11201c", "background: #fff", "border-color: rgb(0 0 0)", "color: white",
        "fill: color-mix(in srgb, var(--ink) 50%, transparent)", "font-size: .9rem",
        "font-size: min(3rem, 9vw)", "font-size: calc(4 * var(--s2))", "font: 400 1rem/1 serif",
        "font-weight: 650", "line-height: 1.2", "line-height: .9", "letter-spacing: -.012em",
        "padding: .5rem 0", "margin-inline: 4px", "gap: 1rem", "padding-block: 0 .05rem",
        "border: 1px solid", "border-bottom-width: 2px", "outline-offset: 3px", "border-radius: 50%",
    ]) func `a value that is no token is found`(_ css: String) throws {
        let finding = Finding(
            "Sources/CAssets/files/styles/a.css", 3, "\(css) says a value: take a token of tokens.css")

        #expect(try findings(css) == [finding])
    }

    @Test(arguments: [
        "color: var(--ink)", "color: CanvasText", "border: 0", "font-size: min(var(--small), 9vw)",
        "line-height: 0", "letter-spacing: 0", "padding: 0 auto", "margin: calc(-1 * var(--s2))",
        "gap: calc(2 * var(--s2))", "margin: 3mm", "padding-inline: .1em", "width: 12rem",
        "text-underline-offset: .2em",
    ]) func `tokens, system colours and nothing at all are fine`(_ css: String) throws {
        #expect(try findings(css) == [])
    }

    @Test func `the font's file and the tokens say values`() throws {
        #expect(try findings("font-weight: 100 900", in: "font.css") == [])
    }

    @Test func `a misspelt token is found`() throws {
        let finding = Finding("Sources/CAssets/files/styles/a.css", 3, "--inc is defined nowhere")

        #expect(try findings("color: var(--inc)") == [finding])
    }

    @Test func `a token that nobody takes is found`() throws {
        let finding = Finding("Sources/CAssets/files/styles/a.css", 3, "--own is used nowhere")

        #expect(try findings("--own: 12rem") == [finding])
    }
}
