/// Every path, command, flag and setting that a document names is there.
enum DocumentRule {
    private static let folders = ["bin/", "Sources/", "Tests/", "docs/", ".ci/", "Benchmarks/"]

    static func findings(in tree: Tree) -> [Finding] {
        let vocabulary = Vocabulary(tree)
        let tests = tree.files(under: "Tests/", ending: ".swift").map(\.text)
        return tree.files.filter { $0.path.hasSuffix(".md") }.flatMap { file -> [Finding] in
            let document = Markdown(file)
            return document.links.flatMap { link($0, of: file, tree) }
                + document.code.flatMap {
                    paths($0, of: file, tree) + commands($0, of: file, tree, vocabulary)
                } + missing(document.holders, of: file, tests)
        }
    }

    private static func missing(
        _ holders: [Markdown.Piece], of file: TextFile, _ tests: [String]
    ) -> [Finding] {
        holders.filter { holder in !tests.contains { $0.contains("func `\(holder.text)`") } }
            .map { Finding(file.path, $0.line, "there is no test “\($0.text)”") }
    }

    private static func link(_ piece: Markdown.Piece, of file: TextFile, _ tree: Tree) -> [Finding] {
        let target = String(piece.text.prefix { $0 != "#" })
        let isElsewhere = target.isEmpty || target.contains("://") || target.hasPrefix("mailto:")
        guard !isElsewhere, !tree.paths.contains(resolved(target, beside: file.path)) else { return [] }
        return [Finding(file.path, piece.line, "links to \(target), which is not there")]
    }

    private static func paths(_ piece: Markdown.Piece, of file: TextFile, _ tree: Tree) -> [Finding] {
        words(of: piece.text).compactMap { word in
            let isPath = folders.contains { word.hasPrefix($0) }
            let isDocument = !word.contains("/") && word.hasSuffix(".md") && word.count > 3
            guard isPath || isDocument else { return nil }
            if tree.paths.contains(fixedPart(of: word)) { return nil }
            if isDocument, tree.paths.contains(resolved(word, beside: file.path)) { return nil }
            return Finding(file.path, piece.line, "names \(word), which is not there")
        }
    }

    private static func commands(
        _ piece: Markdown.Piece, of file: TextFile, _ tree: Tree, _ vocabulary: Vocabulary
    ) -> [Finding] {
        let words = words(of: piece.text)
        var findings = words.filter { $0.hasPrefix("TAFELRUNDE_") && !vocabulary.environment.contains($0) }
            .map { Finding(file.path, piece.line, "there is no setting \($0)") }
        guard
            let place = words.firstIndex(where: {
                $0 == "tafelrunde" || $0.hasSuffix("/tafelrunde") || $0.hasPrefix("bin/")
            })
        else { return findings }

        let called = words[place]
        let rest = words[(place + 1)...]
        if !called.hasPrefix("bin/"), let command = rest.first, isCommand(command) {
            let named = [command] + (command == "link" ? rest.dropFirst().prefix(1).filter(isCommand) : [])
            findings += named.filter { !vocabulary.commands.contains($0) }
                .map { Finding(file.path, piece.line, "there is no command \($0)") }
        }
        let script = tree[called]?.text ?? ""
        findings += rest.filter { $0.hasPrefix("--") && $0.count > 2 }.map { String($0.dropFirst(2)) }
            .filter { !vocabulary.flags.contains($0) && !script.contains("--\($0)") }
            .map { Finding(file.path, piece.line, "there is no flag --\($0)") }
        return findings
    }

    private static func isCommand(_ word: String) -> Bool {
        word.allSatisfy { $0.isLowercase && $0.isASCII || $0 == "-" } && !word.hasPrefix("-")
    }

    private static func words(of text: String) -> [String] {
        text.split { $0.isWhitespace || ",;()\"'=<>[]|…".contains($0) }.map { word in
            var word = word
            if word.hasPrefix("./") { word = word.dropFirst(2) }
            while let last = word.last, ".:".contains(last) { word = word.dropLast() }
            return String(word)
        }
    }

    /// Up to the last folder before a star; without a slash at the end.
    private static func fixedPart(of word: String) -> String {
        var word = word[...]
        if let star = word.firstIndex(of: "*") {
            word = word[..<star]
            word = word[...(word.lastIndex(of: "/") ?? word.startIndex)]
        }
        while word.hasSuffix("/") { word = word.dropLast() }
        return String(word)
    }

    private static func resolved(_ target: String, beside path: String) -> String {
        var parts = path.split(separator: "/").dropLast().map(String.init)
        for part in target.split(separator: "/") where part != "." {
            if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
