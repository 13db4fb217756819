/// Folders are the domain's nouns; a name that tells the age or the kind of a file says nothing about its subject.
enum NameRule {
    static let drawers: Set<String> = [
        "Helpers", "Utils", "Managers", "Services", "Extensions", "Models", "Common",
    ]

    static func findings(in tree: Tree) -> [Finding] {
        tree.files.filter { $0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Tests/") }.flatMap { file in
            let folders = file.path.split(separator: "/").dropLast().map(String.init)
            return folders.filter { drawers.contains($0) }.map {
                Finding(file.path, 1, "\($0) is a drawer: name the folder after its subject")
            } + versioned(file)
        }
    }

    private static func versioned(_ file: TextFile) -> [Finding] {
        let stem = file.name.prefix { $0 != "." }
        var findings: [Finding] = []
        if isVersioned(stem) {
            findings.append(Finding(file.path, 1, "\(stem) tells its age, not what it holds"))
        }
        let declaring: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "func", "typealias"]
        for (index, line) in (file.swift?.code ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            for (word, name) in zip(words, words.dropFirst())
            where declaring.contains(word) && isVersioned(name) {
                findings.append(Finding(file.path, index + 1, "\(name) tells its age, not what it is"))
            }
        }
        return findings
    }

    /// `BoardPageV2`, `parseV3`
    private static func isVersioned(_ name: Substring) -> Bool {
        let digits = name.reversed().prefix { $0.isNumber }
        let rest = name.dropLast(digits.count)
        return !digits.isEmpty && rest.count > 1 && rest.hasSuffix("V")
            && rest.dropLast().last?.isLowercase == true
    }
}
