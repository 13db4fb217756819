/// What somebody looks for: words that must all occur, and phrases that must occur as they are.
public struct Query: Sendable, Hashable {
    /// More of what was typed is not looked at.
    public static let lengthMax = 200
    public static let wordsMax = 8

    struct Term: Sendable, Hashable {
        let text: String
        /// Inside quotes nothing is added to a word.
        let isWhole: Bool
        /// In letters.
        let length: Int

        init(_ text: String, isWhole: Bool) {
            self.text = text
            self.isWhole = isWhole
            length = text.count
        }

        /// What every holding answers to.
        static let every = Term(Holding.everyTerm, isWhole: true)
    }

    let terms: [Term]
    let phrases: [[String]]
    /// More was typed than is looked for.
    public let isCut: Bool

    public var isEmpty: Bool { terms.isEmpty }

    /// Anything may be typed: whatever is not a word or a quote only parts words.
    public init(_ typed: String) {
        var terms: [Term] = []
        var phrases: [[String]] = []
        let pieces = typed.prefix(Self.lengthMax).split(omittingEmptySubsequences: false) {
            Self.quotes.contains($0)
        }
        for (index, piece) in pieces.enumerated() {
            // A quote that nobody closed is none.
            let isQuoted = !index.isMultiple(of: 2) && index < pieces.count - 1
            let words = String(piece).wordParts.map { Folding.asked($0.text) }.filter { !$0.isEmpty }
            if isQuoted, words.count > 1 { phrases.append(Array(words.prefix(Self.wordsMax))) }
            for word in words where !terms.contains(where: { $0.text == word }) {
                terms.append(Term(word, isWhole: isQuoted))
            }
        }
        self.terms = Array(terms.prefix(Self.wordsMax))
        self.phrases = phrases
        isCut = terms.count > Self.wordsMax || typed.count > Self.lengthMax
    }

    private static let quotes: Set<Character> = ["\"", "„", "“", "”", "»", "«"]

    /// How a word of a text answers to one that was asked for; nil when it does not.
    static func likeness(_ word: some StringProtocol, _ term: Term) -> Likeness? {
        Folding.kept(word).compactMap { Likeness($0, term) }.max()
    }

    /// Whether a word of a text answers to any that was asked for.
    func finds(_ word: String) -> Bool {
        Folding.kept(word).contains { form in terms.contains { Likeness(form, $0) != nil } }
    }

    /// Whether any of the words is one that was looked for, as names are: whole or from its beginning.
    public func finds(_ texts: [String]) -> Bool {
        guard !terms.isEmpty else { return false }
        let words = texts.flatMap(\.words)
        return terms.allSatisfy { term in
            words.contains { (Self.likeness($0.text, term) ?? .part) > .part }
        }
    }
}

/// How well a kept word answers to one that was asked for.
enum Likeness: Int, Comparable, CaseIterable {
    case part, beginning, whole

    /// Beginnings count from here on, in letters; shorter words are looked for as they are.
    static let beginningMin = 3
    static let partMin = 3

    init?(_ kept: String, _ term: Query.Term) {
        if kept == term.text {
            self = .whole
        } else if term.isWhole {
            return nil
        } else if term.length >= Self.beginningMin, kept.hasPrefix(term.text) {
            self = .beginning
        } else if term.length >= Self.partMin, kept.holds(term.text) {
            self = .part
        } else {
            return nil
        }
    }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What it is worth where a word was found. In every row and column the better one is worth more.
enum Worth {
    private static let table: [Likeness: [Holding.Part: Int]] = [
        .whole: [.title: 12, .points: 6, .rest: 3],
        .beginning: [.title: 8, .points: 4, .rest: 2],
        .part: [.title: 5, .points: 3, .rest: 1],
    ]

    static func of(_ likeness: Likeness, _ part: Holding.Part) -> Int { table[likeness]?[part] ?? 0 }
}

extension String {
    /// Whether it stands in here, byte by byte: both are made alike already.
    fileprivate func holds(_ part: String) -> Bool {
        let (all, part) = (Array(utf8), Array(part.utf8))
        guard part.count <= all.count else { return false }
        return (0...(all.count - part.count)).contains { start in
            part.indices.allSatisfy { all[start + $0] == part[$0] }
        }
    }
}
