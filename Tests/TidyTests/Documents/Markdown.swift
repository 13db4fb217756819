/// A document's code and links, with the lines they stand on.
struct Markdown: Sendable {
    struct Piece: Hashable, Sendable {
        let line: Int
        let text: String
    }

    /// What stands between back-ticks, and each line of a fenced block.
    private(set) var code: [Piece] = []
    private(set) var links: [Piece] = []
    /// Tests that hold something: sentences in back-ticks from "Held by" to the end of the paragraph.
    private(set) var holders: [Piece] = []

    init(_ file: TextFile) {
        var isFenced = false
        var isHeld = false
        for (index, line) in file.lines.enumerated() {
            if line.drop(while: \.isWhitespace).hasPrefix("```") {
                isFenced.toggle()
            } else if isFenced {
                code.append(Piece(line: index + 1, text: String(line)))
            } else {
                let begins = line.contains("held by") || line.contains("Held by")
                isHeld = begins || isHeld && line.first == " "
                let parts = line.split(separator: "`", omittingEmptySubsequences: false)
                for (place, part) in parts.enumerated()
                where !place.isMultiple(of: 2) && place < parts.count - 1 {
                    let piece = Piece(line: index + 1, text: String(part))
                    code.append(piece)
                    if isHeld, part.contains(" ") { holders.append(piece) }
                }
                links += Self.targets(of: line).map { Piece(line: index + 1, text: $0) }
            }
        }
    }

    private static func targets(of line: Substring) -> [String] {
        line.ranges(of: "](").map { String(line[$0.upperBound...].prefix { $0 != ")" && !$0.isWhitespace }) }
    }
}

/// What the program and the scripts understand, read from their sources.
struct Vocabulary: Sendable {
    private(set) var commands: Set<String> = []
    private(set) var flags: Set<String> = ["help", "version"]
    private(set) var environment: Set<String> = ["TAFELRUNDE_CONFIG"]

    init(_ tree: Tree) {
        for file in tree.files(under: "Sources/tafelrunde/", ending: ".swift") {
            commands.formUnion(Self.quoted(after: "commandName: \"", in: file.text))
            flags.formUnion(Self.quoted(after: "customLong(\"", in: file.text))
            for line in file.lines {
                let words = line.split { !$0.isLetter && !$0.isNumber }
                if line.contains("var "), let name = words.drop(while: { $0 != "var" }).dropFirst().first {
                    flags.formUnion([Self.kebab(name), "no-" + Self.kebab(name)])
                }
            }
            if file.text.contains("enum SettingName") { addSettings(of: file) }
        }
    }

    private mutating func addSettings(of file: TextFile) {
        for line in file.lines.map({ $0.drop(while: \.isWhitespace) }) where line.hasPrefix("case ") {
            guard !line.contains("(") else { continue }
            let raw = Self.quoted(after: "= \"", in: String(line)).first
            let name = raw ?? String(line.dropFirst(5))
            environment.insert(
                "TAFELRUNDE_" + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined())
        }
    }

    private static func quoted(after sign: String, in text: String) -> [String] {
        text.ranges(of: sign).map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    /// `publicAddress` is `--public-address`.
    private static func kebab(_ name: Substring) -> String {
        name.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}
