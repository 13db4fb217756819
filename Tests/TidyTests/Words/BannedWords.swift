/// What the code does not say, and what to say instead.
enum BannedWords {
    struct Ban: Sendable {
        let word: String
        let instead: String
        var isInScope: @Sendable (String) -> Bool = { _ in true }
        /// Lines on which it stands.
        let lines: @Sendable (SwiftText) -> [Int]
    }

    /// A file that may say a banned word, and why. An entry that is not needed any more is a finding, too.
    struct Allowed: Hashable, Sendable {
        let path: String
        let word: String
        let reason: String
    }

    static let allowed: [Allowed] = [
        Allowed(
            path: "Sources/Actions/Shared/Instance.swift", word: "SystemRandomNumberGenerator()",
            reason: "Chance.system is the one generator that the command line hands in")
    ]

    static let bans: [Ban] =
        ["TODO", "FIXME", "XXX", "HACK"].map { word in
            Ban(
                word: word, instead: "do it, or open an issue", lines: { Search.words(word, in: $0.comments) }
            )
        } + [
            code("fatalError(", "throw, or make the state impossible"),
            code("preconditionFailure(", "throw, or make the state impossible", { $0.hasPrefix("Sources/") }),
            code("try!", "throw, or catch it where somebody can act"),
            code("as!", "a type that says so, or `as?` and an answer"),
            Ban(
                word: "!", instead: "guard, `??`, or `#require` in a test",
                lines: { Search.forcedUnwraps(in: $0.code) }),
            code("@unchecked Sendable", "an actor, a Mutex, or a value"),
            code("nonisolated(unsafe)", "an actor, a Mutex, or a value"),
            code("Task.detached", "a task group, or `@concurrent`"),
            code("Date()", "time is an argument", belowTheEdge),
            code("Date.now", "time is an argument", belowTheEdge),
            code("UUID()", "identity is an argument", belowTheEdge),
            code("SystemRandomNumberGenerator()", "chance is an argument: `using:`", belowTheEdge),
            Ban(
                word: ".random(", instead: "chance is an argument: `using:`", isInScope: belowTheEdge,
                lines: { Search.chance(in: $0.code) }),
        ]

    private static func code(
        _ word: String, _ instead: String, _ isInScope: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> Ban {
        Ban(word: word, instead: instead, isInScope: isInScope, lines: { Search.code(word, in: $0.code) })
    }

    /// Where nobody looks at a clock or rolls dice; `Web` and the command line hand in what they see.
    private static let belowTheEdge: @Sendable (String) -> Bool = { path in
        path.hasPrefix("Sources/") && !path.hasPrefix("Sources/Web/")
            && !path.hasPrefix("Sources/tafelrunde/")
    }

    static func findings(in tree: Tree, allowed: [Allowed] = allowed) -> [Finding] {
        var needed: Set<Allowed> = []
        var findings: [Finding] = []
        for file in tree.files {
            guard let swift = file.swift else { continue }
            for ban in bans where ban.isInScope(file.path) {
                let lines = ban.lines(swift)
                if let exception = allowed.first(where: { $0.path == file.path && $0.word == ban.word }) {
                    if !lines.isEmpty { needed.insert(exception) }
                } else {
                    findings += lines.map { Finding(file.path, $0, "says \(ban.word): \(ban.instead)") }
                }
            }
        }
        return findings
            + Set(allowed).subtracting(needed).map { Finding($0.path, 1, "says \($0.word) no more") }
    }
}

/// Looks for words in code.
enum Search {
    static func code(_ word: String, in code: String) -> [Int] {
        let isNamed = word.utf8.first.map(FunctionScanner.isName) ?? false
        return lines(code) { line in
            line.ranges(of: word).contains { range in
                guard isNamed, range.lowerBound > line.startIndex else { return true }
                let before = line[line.index(before: range.lowerBound)]
                return !(before.isLetter || before.isNumber || before == "_" || before == ".")
            }
        }
    }

    /// Whole words only, as they are written.
    static func words(_ word: String, in text: String) -> [Int] {
        lines(text) { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == word } }
    }

    /// `value!`, in expressions and types; not `!value` and not `!=`.
    static func forcedUnwraps(in code: String) -> [Int] {
        lines(code) { line in
            let bytes = Array(line.utf8)
            return bytes.indices.dropFirst().contains { index in
                guard bytes[index] == UInt8(ascii: "!") else { return false }
                let isAfterValue =
                    FunctionScanner.isName(bytes[index - 1]) || ")]}\">?".utf8.contains(bytes[index - 1])
                let word = bytes[..<index].reversed().prefix { FunctionScanner.isName($0) }
                let isKeyword = word.elementsEqual("yrt".utf8) || word.elementsEqual("sa".utf8)
                let isUnequal = bytes.dropFirst(index + 1).first == UInt8(ascii: "=")
                return isAfterValue && !isKeyword && !isUnequal
            }
        }
    }

    /// `.random(` without `using:` before the call's end.
    static func chance(in code: String) -> [Int] {
        code.ranges(of: ".random(").compactMap { range in
            var depth = 1
            let arguments = code[range.upperBound...].prefix { character in
                if character == "(" { depth += 1 }
                if character == ")" { depth -= 1 }
                return depth > 0
            }
            guard !arguments.contains("using ") && !arguments.contains("using:") else { return nil }
            return 1 + code[..<range.lowerBound].count { $0 == "\n" }
        }
    }

    private static func lines(_ text: String, where matches: (Substring) -> Bool) -> [Int] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { matches($0.element) }.map { $0.offset + 1 }
    }
}
