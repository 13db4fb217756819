/// A few words of a text around those that were found.
public struct Snippet: Sendable, Hashable {
    /// A stretch of the text, found or beside what was found.
    public struct Run: Sendable, Hashable {
        public let text: String
        public let isFound: Bool

        public init(_ text: String, isFound: Bool) {
            self.text = text
            self.isFound = isFound
        }
    }

    public let runs: [Run]

    public var text: String { runs.map(\.text).joined() }
    public var hasFound: Bool { runs.contains(where: \.isFound) }

    /// The whole text, with its found words.
    static func whole(_ text: String, _ query: Query) -> Snippet { Snippet(text, query, lengthMax: .max) }

    /// Begins a little before the first word that was found.
    init(_ text: String, _ query: Query, lengthMax: Int) {
        let (window, found) = Self.found(query, in: text, lengthMax: lengthMax)
        var runs: [Run] = []
        func add(_ piece: Substring, _ isFound: Bool) {
            if !piece.isEmpty { runs.append(Run(String(piece), isFound: isFound)) }
        }
        if window.lowerBound > text.startIndex { runs.append(Run("… ", isFound: false)) }
        var index = window.lowerBound
        for range in found where range.lowerBound >= index && range.upperBound <= window.upperBound {
            add(text[index..<range.lowerBound], false)
            add(text[range], true)
            index = range.upperBound
        }
        add(text[index..<window.upperBound], false)
        if window.upperBound < text.endIndex { runs.append(Run(" …", isFound: false)) }
        self.runs = runs
    }

    /// What is shown, and the words in it that were looked for. What comes after is not read.
    private static func found(
        _ query: Query, in text: String, lengthMax: Int
    ) -> (window: Range<String.Index>, words: [Range<String.Index>]) {
        guard !query.isEmpty else { return (Self.window(text, around: nil, lengthMax: lengthMax), []) }
        var window: Range<String.Index>?
        var found: [Range<String.Index>] = []
        for word in text.words {
            if let window, word.range.lowerBound >= window.upperBound { break }
            guard query.finds(word.text) else { continue }
            if window == nil { window = Self.window(text, around: word.range, lengthMax: lengthMax) }
            found.append(word.range)
        }
        return (window ?? Self.window(text, around: nil, lengthMax: lengthMax), merged(found))
    }

    private static let lead = 50

    /// Begins and ends between words.
    private static func window(
        _ text: String, around found: Range<String.Index>?, lengthMax: Int
    ) -> Range<String.Index> {
        var start = text.startIndex
        if let found, text.distance(from: start, to: found.upperBound) > lengthMax {
            start = text.index(found.lowerBound, offsetBy: -lead, limitedBy: start) ?? start
            start =
                text[start..<found.lowerBound].firstIndex(where: \.isWhitespace).map(text.index(after:))
                ?? found.lowerBound
        }
        guard var end = text.index(start, offsetBy: lengthMax, limitedBy: text.endIndex),
            end < text.endIndex
        else { return start..<text.endIndex }
        if let blank = text[start..<end].lastIndex(where: \.isWhitespace), blank > start { end = blank }
        return start..<end
    }

    /// Parts of a word that was found as a whole are found with it.
    private static func merged(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
        var merged: [Range<String.Index>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
