/// What people say at the end, as it is known once the ballot box is counted. Before that nobody sees a word, and no
/// entry depends on one.
public struct Feedback: Aggregate, Hashable {
    public typealias Name = Gathering
    public typealias ID = Identifier<Gathering>

    public static let kind = "feedback"
    public static let shape = 1
    /// Of fewer only the number is kept: one would know who said what.
    public static let answersShownMin = 5

    public let id: ID
    /// A moderator opened it before the day closes; at the closing it opens by itself.
    public internal(set) var isOpenedEarly = false
    public internal(set) var closed: Closed?
    /// By their numbers.
    public internal(set) var hiddenWords: Set<Int> = []
    public internal(set) var hiddenSentences: Set<Int> = []
    /// Everybody may read it.
    public internal(set) var isReleased = false

    public init(id: ID) {
        self.id = id
    }

    public enum Change: Sendable, Hashable, Codable {
        case opened
        /// As if it had not been opened yet; what was said meanwhile stays in the box.
        case putOff
        /// `leftOut`: words and sentences beyond what an entry can hold.
        case closed(answers: Int, words: [Said], sentences: [Said], leftOut: Int)
        case wordHidden(number: Int)
        case wordShown(number: Int)
        case sentenceHidden(number: Int)
        case sentenceShown(number: Int)
        case released
        case releaseWithdrawn
    }

    /// Something that one or several said.
    public struct Said: Sendable, Hashable, Codable {
        public let text: String
        public let count: Int

        public init(_ text: String, count: Int) {
            self.text = text
            self.count = count
        }
    }

    /// All that was said, sorted so that nobody can tell who said what, when, or together with what.
    public struct Closed: Sendable, Hashable, Codable {
        public let at: Instant
        public let answers: Int
        /// The most frequent first. A word's number is its place, counted from 1.
        public let words: [Said]
        /// In the order of the alphabet.
        public let sentences: [Said]
        public let leftOut: Int

        public var hasWords: Bool { !words.isEmpty || !sentences.isEmpty }
    }

    /// Whether answers are taken.
    public func isTaking(in phase: Phase) -> Bool {
        closed == nil && phase != .ended && (isOpenedEarly || phase == .closing)
    }

    public mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .opened: isOpenedEarly = true
        case .putOff: isOpenedEarly = false
        case .closed(let answers, let words, let sentences, let leftOut):
            isOpenedEarly = false
            closed = Closed(
                at: moment, answers: answers, words: words, sentences: sentences, leftOut: leftOut)
        case .wordHidden(let number): hiddenWords.insert(number)
        case .wordShown(let number): hiddenWords.remove(number)
        case .sentenceHidden(let number): hiddenSentences.insert(number)
        case .sentenceShown(let number): hiddenSentences.remove(number)
        case .released: isReleased = true
        case .releaseWithdrawn: isReleased = false
        }
    }
}
