public import Domain

/// The words of a day, the most frequent first and largest, each with a seat for everybody who said it.
///
/// Lines from left to right, as one reads; integers only, so that the same words are the same picture everywhere.
public struct WordPicture: Sendable, Equatable {
    /// More are told below it.
    public static let wordCountMax = 60

    public let frame: Frame
    public let words: [PlacedWord]
    /// How many of the words are not in it.
    public let restCount: Int
    /// One dot stands for so many people.
    public let step: Int

    /// Where the picture hangs, in its own units.
    public struct Frame: Sendable, Hashable {
        public let width: Int
        public let height: Int
        /// Nothing smaller is read from where people stand.
        public let sizeMin: Int
        public let sizeMax: Int
        let dot: Int

        /// A hundredth of the projector's u, below its heading and above its foot.
        public static let hall = Self(width: 1680, height: 590, sizeMin: 36, sizeMax: 190, dot: 12)
        /// A page, as narrow as a phone.
        public static let page = Self(width: 680, height: 860, sizeMin: 32, sizeMax: 110, dot: 10)

        /// Between two dots, from middle to middle.
        var dotStep: Int { dot * 3 / 2 }
        var wordGap: Int { sizeMin }
        var lineGap: Int { sizeMin / 3 }
        /// Between the tail of a g and the seats below it.
        var seatGap: Int { dot / 2 }
    }

    /// A word with its place: `x` is its left edge, `baseline` the line it stands on.
    public struct PlacedWord: Sendable, Equatable {
        public let text: String
        public let count: Int
        public let x: Int
        public let baseline: Int
        public let size: Int
        public let width: Int
        public let dots: Int
        /// The largest of its line: all seats of a line stand on one line.
        var lineSize = 0

        /// From the dots of an Ä down to below the seats.
        public func top() -> Int { baseline - WordPicture.ascent(size) }
    }

    public init(_ said: [Feedback.Said], in frame: Frame) {
        let candidates = Array(said.filter { !$0.text.isEmpty && $0.count > 0 }.prefix(Self.wordCountMax))
        step = Self.step(forLargest: candidates.map(\.count).max() ?? 1)
        self.frame = frame
        var layout: [PlacedWord] = []
        var count = candidates.count
        // Rather fewer words that can be read than all of them that cannot.
        while count > 0 {
            let some = candidates.prefix(count)
            if let found = Self.layout(some, in: frame, step: step, smallest: frame.sizeMin) {
                layout = found
                break
            }
            if count == 1 { layout = Self.alone(some, in: frame, step: step) }
            count -= 1
        }
        words = layout
        restCount = said.count - layout.count
    }

    /// A word never has more than forty dots, or its seats would be wider than a page.
    private static func step(forLargest count: Int) -> Int {
        var step = Seats.step(forLargest: count)
        while (count + step - 1) / step > 40 { step *= 5 }
        return step
    }

    /// The largest that fits; nil when nothing does.
    private static func layout(
        _ said: ArraySlice<Feedback.Said>, in frame: Frame, step: Int, smallest: Int
    ) -> [PlacedWord]? {
        let least = placed(said, in: frame, step: step, largest: smallest, smallest: smallest)
        guard let least else { return nil }
        var size = frame.sizeMax
        while size > smallest {
            if let placed = placed(said, in: frame, step: step, largest: size, smallest: smallest) {
                return placed
            }
            size -= max(1, size / 40)
        }
        return least
    }

    /// One word that is too long at the smallest size is made as small as it has to be.
    private static func alone(
        _ said: ArraySlice<Feedback.Said>, in frame: Frame, step: Int
    ) -> [PlacedWord] {
        for size in (1..<frame.sizeMin).reversed() {
            if let placed = placed(said, in: frame, step: step, largest: size, smallest: size) {
                return placed
            }
        }
        return []
    }

    private static func placed(
        _ said: ArraySlice<Feedback.Said>, in frame: Frame, step: Int, largest: Int, smallest: Int
    ) -> [PlacedWord]? {
        let most = said.map(\.count).max() ?? 1
        var lines: [[PlacedWord]] = [[]]
        var x = 0
        for one in said {
            // Twice as many, twice the area.
            let size = max(smallest, min(largest, largest * root(one.count * 10_000 / most) / 100))
            let width = (WordWidths.width(of: one.text) * size + 999) / 1000
            let dots = (one.count + step - 1) / step
            let cell = max(width, (dots - 1) * frame.dotStep + frame.dot)
            guard cell <= frame.width else { return nil }
            if x > 0, x + cell > frame.width {
                lines.append([])
                x = 0
            }
            lines[lines.count - 1].append(
                PlacedWord(
                    text: one.text, count: one.count, x: x, baseline: 0, size: size, width: width, dots: dots)
            )
            x += cell + frame.wordGap
        }
        return stacked(lines, in: frame)
    }

    /// One line below the other, each as high as its largest word; nil when they are too many.
    private static func stacked(_ lines: [[PlacedWord]], in frame: Frame) -> [PlacedWord]? {
        let heights = lines.map { height(ofLine: $0.map(\.size).max() ?? 0, in: frame) }
        let all = heights.reduce(0, +) + (lines.count - 1) * frame.lineGap
        guard all <= frame.height else { return nil }
        // Above and below a page's picture other things stand.
        var top = frame == .hall ? (frame.height - all) / 2 : 0
        var placed: [PlacedWord] = []
        for (line, height) in zip(lines, heights) {
            let baseline = top + ascent(line.map(\.size).max() ?? 0)
            let largest = line.map(\.size).max() ?? 0
            placed += line.map {
                PlacedWord(
                    text: $0.text, count: $0.count, x: $0.x, baseline: baseline, size: $0.size,
                    width: $0.width, dots: $0.dots, lineSize: largest)
            }
            top += height + frame.lineGap
        }
        return placed
    }

    private static func height(ofLine size: Int, in frame: Frame) -> Int {
        ascent(size) + descent(size) + frame.seatGap + frame.dot
    }

    /// Inter's capitals with dots upon them, and its g, in thousandths: 954 and 219.
    static func ascent(_ size: Int) -> Int { (size * 96 + 99) / 100 }
    static func descent(_ size: Int) -> Int { (size * 26 + 99) / 100 }

    /// The largest number whose square is not larger.
    private static func root(_ number: Int) -> Int {
        var root = 0
        while (root + 1) * (root + 1) <= number { root += 1 }
        return root
    }
}

extension WordPicture.PlacedWord {
    /// The middle of its seats.
    func seatLine(in frame: WordPicture.Frame) -> Int {
        baseline + WordPicture.descent(max(size, lineSize)) + frame.seatGap + frame.dot / 2
    }

    /// The lowest line that belongs to it.
    public func bottom(in frame: WordPicture.Frame) -> Int { seatLine(in: frame) + frame.dot / 2 }

    /// The right edge of word or seats, whichever reach further.
    public func right(in frame: WordPicture.Frame) -> Int {
        x + max(width, (dots - 1) * frame.dotStep + frame.dot)
    }
}

extension WordPicture {
    /// `alternative`: what it shows, in a sentence; beside it stands the whole list.
    public func markup(alternative: String) -> Markup {
        let drawn = words.map(drawing).joined()
        let align = frame == .hall ? "xMinYMid" : "xMinYMin"
        let height = frame == .hall ? frame.height : words.map { $0.bottom(in: frame) }.max() ?? 0
        return Markup(
            trusted:
                #"<svg class="word-picture" viewBox="0 0 \#(frame.width) \#(height)" preserveAspectRatio="\#(align)" role="img" aria-label="\#(alternative.escapedForHTML)">\#(drawn)</svg>"#
        )
    }

    /// `textLength` holds the width that was reckoned with, whatever font the browser has. The seats run on by 0.3 of a
    /// step: Firefox drops a dot at the very end.
    private func drawing(_ word: PlacedWord) -> String {
        let length = (word.dots - 1) * frame.dotStep * 10 + frame.dotStep * 3
        let seats =
            #"<path d="M\#(word.x + frame.dot / 2) \#(word.seatLine(in: frame))h\#(length / 10).\#(length % 10)" stroke-width="\#(frame.dot)" stroke-dasharray="0 \#(frame.dotStep)"/>"#
        return
            #"<text x="\#(word.x)" y="\#(word.baseline)" font-size="\#(word.size)" textLength="\#(word.width)" lengthAdjust="spacingAndGlyphs">\#(word.text.escapedForHTML)</text>\#(seats)"#
    }
}
