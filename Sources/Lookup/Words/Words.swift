/// A word of a text, and where it stands.
struct Word: Hashable {
    let range: Range<String.Index>
    /// In the spelling of its text, without hyphens.
    let text: String
}

extension String {
    /// All words from first to last. What is joined by hyphens comes part by part, and then as one:
    /// `E-Government` is `E`, `Government` and `EGovernment`.
    var words: some Sequence<Word> {
        WordRows(self).lazy.flatMap { $0.count > 1 ? $0 + [Word(joining: $0)] : $0 }
    }

    /// The same without those that are put together.
    var wordParts: some Sequence<Word> { WordRows(self).lazy.flatMap(\.self) }
}

/// The words of a text, those that are joined by hyphens together.
private struct WordRows: Sequence, IteratorProtocol {
    private let scalars: String.UnicodeScalarView
    private var index: String.Index
    /// Read already, and no part of the row before.
    private var coming: Word?

    init(_ text: String) {
        scalars = text.unicodeScalars
        index = scalars.startIndex
    }

    mutating func next() -> [Word]? {
        guard let first = coming ?? word() else { return nil }
        coming = nil
        var row = [first]
        while let next = word() {
            guard isHyphen(row[row.count - 1].range.upperBound..<next.range.lowerBound) else {
                coming = next
                break
            }
            row.append(next)
        }
        return row
    }

    private mutating func word() -> Word? {
        guard let start = scalars[index...].firstIndex(where: \.beginsWord) else { return nil }
        index = scalars[start...].firstIndex { !$0.continuesWord } ?? scalars.endIndex
        return Word(range: start..<index, text: String(scalars[start..<index]))
    }

    private func isHyphen(_ gap: Range<String.Index>) -> Bool {
        guard scalars.index(after: gap.lowerBound) == gap.upperBound else { return false }
        let scalar = scalars[gap.lowerBound]
        return scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
    }
}

extension Word {
    fileprivate init(joining row: [Word]) {
        self.init(
            range: row[0].range.lowerBound..<row[row.count - 1].range.upperBound,
            text: row.map(\.text).joined())
    }
}

extension Unicode.Scalar {
    /// Letters and digits.
    fileprivate var beginsWord: Bool {
        if isASCII { return isASCIIWord }
        return properties.isAlphabetic || properties.numericType != nil
    }

    /// Also marks upon a letter, and what nobody sees inside of words, such as a hyphen that only stands at line ends.
    fileprivate var continuesWord: Bool {
        if isASCII { return isASCIIWord }
        if beginsWord { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        case .format: return properties.isDefaultIgnorableCodePoint
        default: return false
        }
    }

    private var isASCIIWord: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
