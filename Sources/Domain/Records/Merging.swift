/// Two people's versions of one text put together, so that nobody's words are lost.
///
/// By lines, and inside of lines that both changed by words, as `diff3` does it (Khanna, Kunal, Pierce: "A Formal
/// Investigation of Diff3", 2007), with two differences: lines that only touch are taken from both, and where both changed
/// the same words, or one put words where the other changed some, both versions of the line stay, one below the other:
/// "not" and "not all" are no one's sentence together. Lines that one deleted and the other changed stay changed.
struct Merging: Hashable {
    /// Lines of the text.
    private(set) var lines: [Substring] = []
    private(set) var clashes: [Clash] = []

    /// Two versions of the same place, which stand one below the other.
    struct Clash: Hashable {
        let first: [Substring]
        let second: [Substring]
    }

    /// `base`: what both began with; `standing`: what it is by now; `typed`: what somebody made of the base.
    init(base: [Substring], standing: [Substring], typed: [Substring]) {
        guard !Resent(base, standing, typed).isThere else {
            lines = standing
            return
        }
        for piece in Self.pieces(base, standing, typed) {
            switch piece {
            case .settled(let same): lines += same
            case .both(let base, let first, let second): settle(base, first, second)
            }
        }
    }

    private mutating func settle(_ base: [Substring], _ first: [Substring], _ second: [Substring]) {
        if let longer = Self.longer(first, second) {
            lines += longer
        } else if base.isEmpty {
            lines += Self.union(first, second)
        } else {
            settleWords(base, first, second)
        }
    }

    private mutating func settleWords(_ base: [Substring], _ first: [Substring], _ second: [Substring]) {
        var kept: [Substring] = []
        var other: [Substring] = []
        for piece in Self.pieces(Self.words(base), Self.words(first), Self.words(second), areWords: true) {
            switch piece {
            case .settled(let same):
                kept += same
                other += same
            case .both(let base, let first, let second):
                let both = first == second ? first : Self.below(base, first, second)
                kept += both ?? first
                other += both ?? second
            }
        }
        add(Self.linesOf(kept), Self.linesOf(other))
    }

    /// Both versions of the lines in which they differ, unless one holds the other.
    private mutating func add(_ kept: [Substring], _ other: [Substring]) {
        if let longer = Self.longer(kept, other) {
            lines += longer
            return
        }
        let shorter = min(kept.count, other.count)
        let start = (0..<shorter).first { kept[$0] != other[$0] } ?? shorter
        let rest = shorter - start
        let end = (0..<rest).first { kept[kept.count - 1 - $0] != other[other.count - 1 - $0] } ?? rest
        let first = Array(kept[start..<(kept.count - end)])
        let second = Array(other[start..<(other.count - end)])
        lines += kept[..<start] + first + second + kept[(kept.count - end)...]
        // Where one has whole lines more than the other there is nothing to choose.
        if !first.isEmpty, !second.isEmpty { clashes.append(Clash(first: first, second: second)) }
    }
}

extension Merging {
    /// What comes behind these, which stand there in a row; nil when they do not.
    static func rest(
        after row: [Substring], in many: ArraySlice<Substring>
    ) -> ArraySlice<Substring>? {
        var rest = many
        while rest.count >= row.count {
            if rest.starts(with: row) { return rest.dropFirst(row.count) }
            rest = rest.dropFirst()
        }
        return nil
    }

    private enum Piece {
        case settled([Substring])
        case both(base: [Substring], [Substring], [Substring])
    }

    /// The base in stretches: as it was or as one made it, and those that both changed.
    private static func pieces(
        _ base: [Substring], _ first: [Substring], _ second: [Substring], areWords: Bool = false
    ) -> [Piece] {
        var sides = [
            Side(first, Difference.hunks(from: base, to: first)),
            Side(second, Difference.hunks(from: base, to: second)),
        ]
        var pieces: [Piece] = []
        var place = 0
        while let next = sides.compactMap(\.next).min(by: comesFirst) {
            pieces.append(.settled(Array(base[place..<next.old.lowerBound])))
            var reach = next.old
            var taken: [[Hunk]] = [[], []]
            while let side = sides.indices.first(where: { side in
                guard let hunk = sides[side].next else { return false }
                return touches(hunk, next, reach)
                    || areWords && sides[side].meets(taken[1 - side].last, of: sides[1 - side])
            }) {
                let hunk = sides[side].take()
                taken[side].append(hunk)
                reach = reach.lowerBound..<max(reach.upperBound, hunk.old.upperBound)
            }
            let versions = zip(sides, taken).map { $0.version(of: base, reach, $1) }
            pieces.append(
                taken[0].isEmpty || taken[1].isEmpty
                    ? .settled(taken[0].isEmpty ? versions[1] : versions[0])
                    : .both(base: Array(base[reach]), versions[0], versions[1]))
            place = reach.upperBound
        }
        pieces.append(.settled(Array(base[place...])))
        return pieces
    }

    private struct Side {
        private let text: [Substring]
        private var hunks: ArraySlice<Hunk>

        init(_ text: [Substring], _ hunks: [Hunk]) {
            self.text = text
            self.hunks = hunks[...]
        }

        var next: Hunk? { hunks.first }

        mutating func take() -> Hunk { hunks.removeFirst() }

        /// Whether words come next that were put, on the same line, right where the other changed something.
        func meets(_ last: Hunk?, of other: Side) -> Bool {
            guard let last, let next, last.old.upperBound == next.old.lowerBound else { return false }
            if next.old.isEmpty { return !last.old.isEmpty && text[next.new.lowerBound] != Merging.lineEnd }
            return last.old.isEmpty && other.text[last.new.upperBound - 1] != Merging.lineEnd
        }

        /// What this side made of a stretch of the base, by the hunks in it.
        func version(of base: [Substring], _ reach: Range<Int>, _ hunks: [Hunk]) -> [Substring] {
            var version: [Substring] = []
            var place = reach.lowerBound
            for hunk in hunks {
                version += base[place..<hunk.old.lowerBound] + text[hunk.new]
                place = hunk.old.upperBound
            }
            return version + base[place..<reach.upperBound]
        }
    }

    private static func comesFirst(_ left: Hunk, _ right: Hunk) -> Bool {
        (left.old.lowerBound, left.old.upperBound) < (right.old.lowerBound, right.old.upperBound)
    }

    /// Whether a hunk belongs to the stretch: it shares something of the base, or both put something in one place.
    private static func touches(_ hunk: Hunk, _ first: Hunk, _ reach: Range<Int>) -> Bool {
        if hunk == first || hunk.old.isEmpty && hunk.old == reach { return true }
        return hunk.old.lowerBound < reach.upperBound && reach.lowerBound < hunk.old.upperBound
    }

    /// The one that holds all of the other, in the same order.
    private static func longer(_ first: [Substring], _ second: [Substring]) -> [Substring]? {
        if isWithin(second, first) { return first }
        return isWithin(first, second) ? second : nil
    }

    private static func isWithin(_ few: [Substring], _ many: [Substring]) -> Bool {
        var rest = few[...]
        for element in many where rest.first == element { rest = rest.dropFirst() }
        return rest.isEmpty
    }

    /// What both put in the same place, one after the other; what is the same stands once.
    private static func union(_ first: [Substring], _ second: [Substring]) -> [Substring] {
        var union: [Substring] = []
        var place = 0
        for hunk in Difference.hunks(from: first, to: second) {
            union += first[place..<hunk.old.upperBound] + second[hunk.new]
            place = hunk.old.upperBound
        }
        return union + first[place...]
    }

    /// Whole lines that both put behind the same word, or before it.
    private static func below(
        _ base: [Substring], _ first: [Substring], _ second: [Substring]
    ) -> [Substring]? {
        let areBehind = first.first == lineEnd && second.first == lineEnd
        let areBefore = first.last == lineEnd && second.last == lineEnd
        return base.isEmpty && (areBehind || areBefore) ? first + second : nil
    }

    static let lineEnd: Substring = "\n"

    static func words(_ lines: [Substring]) -> [Substring] {
        Array(
            lines.map { $0.split(separator: " ", omittingEmptySubsequences: false) }
                .joined(separator: [lineEnd]))
    }

    private static func linesOf(_ words: [Substring]) -> [Substring] {
        words.split(separator: lineEnd, omittingEmptySubsequences: false).map {
            Substring($0.joined(separator: " "))
        }
    }
}
