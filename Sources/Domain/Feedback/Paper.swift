/// One filled slip: up to four words and a sentence. It says nothing of who filled it, or when.
public struct Paper: Sendable, Hashable, Codable {
    public static let wordCountMax = 4

    /// Each once, in the order of the alphabet: how somebody typed them tells nothing any more.
    public let words: [FeedbackWord]
    public let sentence: FeedbackSentence?

    /// Words that count as one are one.
    public init(words: [FeedbackWord], sentence: FeedbackSentence? = nil) throws(PaperRefused) {
        var keys: Set<String> = []
        let own = words.filter { keys.insert($0.key).inserted }
        guard own.count <= Self.wordCountMax else { throw .tooManyWords(count: own.count) }
        guard !own.isEmpty || sentence != nil else { throw .empty }
        self.words = own.sorted { ($0.key, $0.text) < ($1.key, $1.text) }
        self.sentence = sentence
    }
}

/// Why a slip is not taken.
public enum PaperRefused: Refusal {
    case empty
    case tooManyWords(count: Int)
    /// Several words, or none of letters.
    case notOneWord

    public var kind: RefusalKind { .invalid }
}

public enum FeedbackWordKind: TextKind {
    public static let field = "word"
    public static let lengthMax = 40
}

public enum FeedbackSentenceKind: TextKind {
    public static let field = "sentence"
    public static let lengthMax = 200
}

public typealias FeedbackSentence = Text<FeedbackSentenceKind>

/// One word, or a short compound with hyphens.
public struct FeedbackWord: Sendable, Hashable, Codable {
    static let partCountMax = 4

    public let text: String

    public init(_ raw: String) throws {
        let trimmed = try Text<FeedbackWordKind>(Self.trimmed(raw)).text
        let parts = trimmed.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= Self.partCountMax, parts.allSatisfy(Self.isPart),
            trimmed.contains(where: \.isLetter)
        else { throw PaperRefused.notOneWord }
        text = trimmed
    }

    /// The words of one field: who types all of them into the first one, with commas between, has said them as well.
    public static func words(in field: String) throws -> [Self] {
        try field.split { ",;\n\r\t".contains($0) }.filter { $0.contains { !$0.isWhitespace } }
            .map { try Self(String($0)) }
    }

    /// How it is counted: small letters, umlauts and their spellings alike.
    public var key: String { Self.folded(text) }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// Without the hyphens that some keyboards make, and the marks around it: “super!” is the word super.
    private static func trimmed(_ raw: String) -> String {
        let plain = String(raw.map { "\u{2010}\u{2011}\u{2012}\u{2013}".contains($0) ? "-" : $0 })
        let isAround: (Character) -> Bool = {
            $0.isWhitespace || $0.isPunctuation || $0 == "\u{AD}" || $0 == "#"
        }
        let start = plain.drop(while: isAround)
        let end = start.lastIndex { !isAround($0) }.map { start.index(after: $0) } ?? start.startIndex
        return String(start[..<end])
    }

    /// Letters and digits; a dash or an apostrophe would otherwise begin or end it.
    private static func isPart(_ part: Substring) -> Bool {
        guard let first = part.first, let last = part.last else { return false }
        let isPlain: (Character) -> Bool = { $0.isLetter || $0.isNumber }
        return isPlain(first) && isPlain(last) && part.allSatisfy { isPlain($0) || "'’&.".contains($0) }
    }

    static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "ä", "æ": folded += "ae"
            case "ö", "œ": folded += "oe"
            case "ü": folded += "ue"
            case "ß": folded += "ss"
            // The dots of an umlaut that was typed as two characters.
            case "\u{308}": folded += "e"
            case "à", "á", "â": folded += "a"
            case "é", "è", "ê": folded += "e"
            default: folded.unicodeScalars.append(scalar)
            }
        }
        return folded
    }
}
