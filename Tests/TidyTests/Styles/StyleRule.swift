/// What a style sheet says of colours, letters, spaces and lines comes from `tokens.css`, by name.
enum StyleRule {
    private static let folder = "Sources/CAssets/files/styles/"
    private static let tokens = folder + "tokens.css"
    /// Files that say values themselves, and why.
    static let exceptions = [
        tokens: "the values are named here",
        folder + "report.css": "the margin of a printed sheet knows no tokens",
        folder + "font.css": "which weights a font's file holds is no choice of ours",
    ]

    /// Properties by their beginning, and the literals they must not hold. An `em` goes with the letters, a `mm` with
    /// the paper, and spaces of the hall are counted in `u`: those may stand in spaces. A zero is no size.
    private static let refused: [(properties: [String], pattern: String)] = [
        (["font-size", "font"], #"calc\(|\b\d*\.?\d+(?:rem|em|px|pt|mm|%)"#),
        (["font-weight", "line-height", "letter-spacing"], #"-?\.?[1-9]|\.0|calc\("#),
        (["padding", "margin", "gap", "row-gap", "column-gap"], #"\d(?:rem|px|pt)\b"#),
        (["border-radius"], #"\d(?:rem|em|px|pt|mm|%)"#),
        (["border", "outline"], #"\d(?:rem|em|px|pt|mm)\b|calc\(\."#),
    ]
    private static let colour =
        #"#[0-9a-fA-F]{3}|\b(?:rgba?|hsla?|oklch|oklab|color-mix|light-dark)\(|\b(?:white|black|red|green|gr[ae]y|blue)\b"#

    static func findings(in tree: Tree) throws -> [Finding] {
        let sheets = tree.files.filter { $0.path.hasSuffix(".css") }
        return try sheets.filter { exceptions[$0.path] == nil }.flatMap(literals(in:)) + misspelt(in: sheets)
            + unused(in: sheets)
    }

    private static func literals(in sheet: TextFile) throws -> [Finding] {
        let colour = try Regex(colour)
        let refused = try refused.map { (properties: $0.properties, pattern: try Regex($0.pattern)) }
        return declarations(of: sheet).compactMap { line, property, value in
            let rule = refused.first { $0.properties.contains { begins(property, with: $0) } }
            let isRefused = rule.map { value.contains($0.pattern) } ?? false
            guard isRefused || value.contains(colour) else { return nil }
            return Finding(sheet.path, line, "\(property): \(value) says a value: take a token of tokens.css")
        }
    }

    private static func misspelt(in sheets: [TextFile]) -> [Finding] {
        let defined = Set(sheets.flatMap { declarations(of: $0).map(\.property) })
        return sheets.flatMap { sheet in
            declarations(of: sheet).flatMap { line, _, value in
                names(in: value).filter { !defined.contains($0) }
                    .map { Finding(sheet.path, line, "\($0) is defined nowhere") }
            }
        }
    }

    private static func unused(in sheets: [TextFile]) -> [Finding] {
        let used = Set(sheets.flatMap { declarations(of: $0).flatMap { names(in: $0.value) } })
        return sheets.flatMap { sheet in
            declarations(of: sheet).filter { $0.property.hasPrefix("--") && !used.contains($0.property) }
                .map { Finding(sheet.path, $0.line, "\($0.property) is used nowhere") }
        }
    }

    private static func begins(_ property: String, with name: String) -> Bool {
        // A property like `border-inline-start`, but neither `border-radius` nor `outline-offset` is another's part.
        property == name || (property.hasPrefix(name + "-") && name != "font")
    }

    private static func names(in value: String) -> [String] {
        value.matches(of: /var\((--[a-z0-9-]+)/).map { String($0.output.1) }
    }

    /// Every `property: value;` outside comments, with its line.
    private static func declarations(of sheet: TextFile) -> [(line: Int, property: String, value: String)] {
        var text = sheet.text
        for comment in text.matches(of: /\/\*[\s\S]*?\*\//).reversed() {
            text.replaceSubrange(comment.range, with: String(repeating: "\n", count: comment.output.lines))
        }
        var line = 1
        var counted = text.startIndex
        return text.matches(of: /(?:^|[\s;{])(-{0,2}[a-z][a-z0-9-]*):\s+([^;{}]+);/).map { found in
            line += text[counted..<found.output.1.startIndex].lines
            counted = found.output.1.startIndex
            let value = found.output.2.replacing(/\s+/, with: " ")
            return (line, String(found.output.1), String(value))
        }
    }
}

extension Substring {
    /// How many line ends it holds.
    fileprivate var lines: Int { reduce(0) { $1 == "\n" ? $0 + 1 : $0 } }
}
