extension Feedback {
    /// What the papers of a box say together. It depends on which papers there are, and on nothing else.
    struct Count: Sendable {
        /// An entry has room for four million bytes; as text in quotes these may take twice their own.
        static let wordBytesMax = 800_000
        static let sentenceBytesMax = 800_000

        private(set) var words: [Said]
        private(set) var sentences: [Said]
        private(set) var leftOut = 0

        init(_ papers: [Paper]) {
            words = Self.words(papers.flatMap(\.words))
            sentences = Self.sentences(papers.compactMap(\.sentence?.text))
            let (allWords, allSentences) = (words, sentences)
            words = Self.prefix(words, bytesMax: Self.wordBytesMax)
            // The shortest are kept: who writes most takes nobody else's place.
            let short = Self.prefix(
                sentences.sorted { ($0.text.utf8.count, $0.text) < ($1.text.utf8.count, $1.text) },
                bytesMax: Self.sentenceBytesMax)
            if short.count < sentences.count { sentences = Self.inOrder(short) }
            leftOut =
                Self.sum(allWords) - Self.sum(words) + Self.sum(allSentences) - Self.sum(sentences)
        }

        /// One for each way to count, in the spelling that most used; the most frequent first.
        private static func words(_ words: [FeedbackWord]) -> [Said] {
            var spellings: [String: [String: Int]] = [:]
            for word in words { spellings[word.key, default: [:]][word.text, default: 0] += 1 }
            let said = spellings.map { key, texts in
                (key: key, said: Said(usual(of: texts), count: texts.values.reduce(0, +)))
            }
            return said.sorted { ($1.said.count, $0.key) < ($0.said.count, $1.key) }.map(\.said)
        }

        /// Of two that are as frequent the one with its umlauts, then the one with a capital.
        private static func usual(of texts: [String: Int]) -> String {
            let order = texts.sorted { left, right in
                if left.value != right.value { return left.value > right.value }
                let (isLeftPlain, isRightPlain) = (isPlain(left.key), isPlain(right.key))
                if isLeftPlain != isRightPlain { return isRightPlain }
                return left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
            }
            return order.first?.key ?? ""
        }

        private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 128 } }

        private static func sentences(_ texts: [String]) -> [Said] {
            var counts: [String: Int] = [:]
            for text in texts { counts[text, default: 0] += 1 }
            return inOrder(counts.map { Said($0.key, count: $0.value) })
        }

        private static func inOrder(_ sentences: [Said]) -> [Said] {
            sentences.map { (key: FeedbackWord.folded($0.text), said: $0) }
                .sorted { ($0.key, $0.said.text) < ($1.key, $1.said.text) }.map(\.said)
        }

        private static func prefix(_ said: [Said], bytesMax: Int) -> [Said] {
            var bytes = 0
            return Array(
                said.prefix { one in
                    bytes += one.text.utf8.count + Self.bytesAround
                    return bytes <= bytesMax
                })
        }

        /// Of braces, names and numbers in the entry.
        private static let bytesAround = 28

        private static func sum(_ said: [Said]) -> Int { said.map(\.count).reduce(0, +) }
    }
}

extension Feedback {
    /// What everybody may read of it, for the end screen and whatever else tells of the day.
    public struct Summary: Sendable, Hashable {
        public let answers: Int
        /// The most frequent first; hidden ones are not among them.
        public let words: [Said]
        /// In the order of the alphabet.
        public let sentences: [Said]
        /// How often something was said that is hidden.
        public let hiddenCount: Int
        /// Too few answered: there is only their number.
        public var isNumberOnly: Bool { answers < Feedback.answersShownMin }

        public init(answers: Int, words: [Said], sentences: [Said] = [], hiddenCount: Int = 0) {
            self.answers = answers
            self.words = words
            self.sentences = sentences
            self.hiddenCount = hiddenCount
        }
    }

    /// Nil until a moderator has released it.
    public var summary: Summary? { isReleased ? preview : nil }

    /// The same before it is released, for whoever moderates.
    public var preview: Summary? {
        guard let closed else { return nil }
        let words = Self.parted(closed.words, hiddenWords)
        let sentences = Self.parted(closed.sentences, hiddenSentences)
        return Summary(
            answers: closed.answers, words: words.shown, sentences: sentences.shown,
            hiddenCount: words.hiddenCount + sentences.hiddenCount)
    }

    private static func parted(_ said: [Said], _ hidden: Set<Int>) -> (shown: [Said], hiddenCount: Int) {
        let numbered = zip(1..., said)
        return (
            numbered.filter { !hidden.contains($0.0) }.map(\.1),
            numbered.filter { hidden.contains($0.0) }.map(\.1.count).reduce(0, +)
        )
    }
}
