/// Nothing points at one machine, and no page at another origin.
enum PlaceRule {
    /// Folders below `/` that belong to one machine or one person; `/usr`, `/etc`, `/var` are everybody's.
    private static let personal = ["home", "root", "Users", "work", "farm", "opt", "build", "workspace"]

    static func findings(in tree: Tree) -> [Finding] {
        tree.files.flatMap { file in
            file.lines.enumerated().flatMap { index, line in
                personalPath(in: line).map {
                    [Finding(file.path, index + 1, "\($0) is a path of one machine")]
                } ?? []
            } + origins(of: file)
        }
    }

    private static func personalPath(in line: Substring) -> String? {
        for folder in personal {
            for range in line.ranges(of: "/\(folder)/") {
                let before = line[..<range.lowerBound].last ?? " "
                let isAbsolute = !(before.isLetter || before.isNumber || "._-})]>~*$".contains(before))
                if isAbsolute { return "/\(folder)/" }
            }
        }
        return nil
    }

    private static let loaded = [".mustache", ".css", ".js", ".svg", ".html"]
    /// Names of vocabularies, not addresses: nobody fetches them.
    private static let vocabularies = ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]

    private static func origins(of file: TextFile) -> [Finding] {
        guard file.path.hasPrefix("Sources/"), loaded.contains(where: { file.path.hasSuffix($0) }) else {
            return []
        }
        return file.lines.enumerated().compactMap { index, line in
            var line = String(line)
            for vocabulary in vocabularies { line = line.replacing(vocabulary, with: "") }
            let signs = ["http://", "https://", "\"//", "'//", "(//"]
            guard let sign = signs.first(where: { line.contains($0) }) else { return nil }
            return Finding(file.path, index + 1, "\(sign) leads to another origin")
        }
    }
}
