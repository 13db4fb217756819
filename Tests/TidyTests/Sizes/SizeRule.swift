/// How long things may get before they are cut. The aims are lower; see CONTRIBUTING.md.
enum SizeRule {
    static let sourceLinesMax = 400
    static let testLinesMax = 500
    static let templateLinesMax = 120
    static let functionLinesMax = 60
    static let parametersMax = 6
    /// A list of samples is data that happens to be Swift: nobody has to follow it from top to bottom.
    static let sampleFolder = "Tests/PagesSamples/"
    static let sampleLinesMax = 140
    /// Functions with more parameters, and why.
    static let allowedParameters = [
        "Sources/Pages/Forms/Typed.swift": "a form's field; all but its name and label have defaults"
    ]

    static func findings(in tree: Tree) -> [Finding] {
        tree.files.flatMap { file in
            tooLong(file) + (file.swift?.functions ?? []).flatMap { findings($0, in: file) }
        }
    }

    private static func tooLong(_ file: TextFile) -> [Finding] {
        guard let max = linesMax(of: file.path) else { return [] }
        let count = file.lines.count
        return count > max
            ? [Finding(file.path, 1, "has \(count) lines, more than \(max): cut it by subject")] : []
    }

    /// Nil for what has no bound: documents, phrases, licences, what is written by a program.
    private static func linesMax(of path: String) -> Int? {
        guard path != "Sources/CAssets/assets.c", let dot = path.lastIndex(of: ".") else {
            return path.hasPrefix("bin/") ? sourceLinesMax : nil
        }
        switch path[dot...] {
        case ".mustache": return templateLinesMax
        case ".swift", ".c", ".h", ".css", ".js", ".py", ".lua":
            return path.hasPrefix("Tests/") ? testLinesMax : sourceLinesMax
        default: return nil
        }
    }

    private static func findings(_ function: Function, in file: TextFile) -> [Finding] {
        var findings: [Finding] = []
        let isSample = file.path.hasPrefix(sampleFolder)
        let linesMax = isSample ? sampleLinesMax : functionLinesMax
        if function.lineCount > linesMax {
            let sentence = "\(function.name) has \(function.lineCount) lines, more than \(linesMax): cut it"
            findings.append(Finding(file.path, function.line, sentence))
        }
        let mayHaveMore = isSample || allowedParameters[file.path] != nil || function.isMemberwise
        if function.parameterCount > parametersMax, !mayHaveMore {
            let sentence = "\(function.name) has \(function.parameterCount) parameters: make a struct of them"
            findings.append(Finding(file.path, function.line, sentence))
        }
        return findings
    }
}
