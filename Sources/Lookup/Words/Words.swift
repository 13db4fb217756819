/// A word of a text, and where it stands.
struct Word: Hashable {
    let range: Range<String.Index>
    /// In the spelling of its text, without hyphens.
    let text: String
}

extension String {
    /// All words from first to last. What is joined by hyphens comes part by part, and then as one:
    /// `E-Government` is `E`, `Government` and `EGovernment`.
    var words: [Word] { wordRows.flatMap { $0.count > 1 ? $0 + [Self.joined($0)] : $0 } }

    /// The same without those that are put together.
    var wordParts: [Word] { wordRows.flatMap(\.self) }

    private var wordRows: [[Word]] {
        var rows: [[Word]] = []
        var index = startIndex
        while let start = self[index...].firstIndex(where: \.isOfWord) {
            let end = self[start...].firstIndex { !$0.isOfWord } ?? endIndex
            let word = Word(range: start..<end, text: String(self[start..<end]))
            if let last = rows.last?.last, isHyphen(last.range.upperBound..<start) {
                rows[rows.count - 1].append(word)
            } else {
                rows.append([word])
            }
            index = end
        }
        return rows
    }

    private func isHyphen(_ gap: Range<String.Index>) -> Bool {
        ["-", "\u{2010}", "\u{2011}"].contains(self[gap])
    }

    private static func joined(_ row: [Word]) -> Word {
        let range = row[0].range.lowerBound..<row[row.count - 1].range.upperBound
        return Word(range: range, text: row.map(\.text).joined())
    }
}

extension Character {
    /// Letters, digits and what nobody sees inside of words, such as a hyphen that only stands at line ends.
    fileprivate var isOfWord: Bool {
        if isLetter || isNumber { return true }
        return unicodeScalars.allSatisfy {
            $0.properties.generalCategory == .format && $0.properties.isDefaultIgnorableCodePoint
        }
    }
}
