/// What stayed open at the edition before, and may go on at this one as somebody's topic. It is read where it is, and
/// copied nowhere before somebody adopts it.
public struct Suggestion: Sendable, Hashable {
    public typealias QuestionID = Identifier<Suggestion>

    /// Of topics, and of questions.
    public static let countMax = 100

    public let source: Source
    public let title: Title
    public let sentence: Sentence
    /// Why a topic was parked; nil where nobody said why, and for questions.
    public let reason: ParkReason?

    /// Where it came from.
    public struct Source: Sendable, Hashable, Codable {
        public let gathering: Gathering.ID
        public let topic: Proposal.ID
        /// A digest of the question that its record asks; nil: the topic itself was parked.
        public let question: QuestionID?

        public init(gathering: Gathering.ID, topic: Proposal.ID, question: QuestionID? = nil) {
            self.gathering = gathering
            self.topic = topic
            self.question = question
        }

        /// `7` or `7-0123456789abcdef`: how a form names it.
        public var name: String { question.map { "\(topic)-\($0)" } ?? topic.text }

        public init?(name: String, in gathering: Gathering.ID) {
            let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
            guard let topic = parts.first.flatMap({ Proposal.ID($0) }) else { return nil }
            let question = parts.dropFirst().first.flatMap { QuestionID($0) }
            guard parts.count == 1 || question != nil else { return nil }
            self.init(gathering: gathering, topic: topic, question: question)
        }
    }

    /// A topic that stayed parked.
    init?(_ proposal: Proposal, because reason: ParkReason?, in gathering: Gathering.ID) {
        guard proposal.isOpen, !proposal.isHidden else { return nil }
        source = Source(gathering: gathering, topic: proposal.id)
        title = proposal.content.title
        sentence = proposal.isChatham ? .none : proposal.content.sentence
        self.reason = reason
    }

    /// A question of a session's record. A long one is cut for the title and stands whole in the sentence, as far as that
    /// takes it.
    init?(_ question: String, of session: Proposal.ID, in gathering: Gathering.ID) {
        let cut = Self.shortened(question, to: TitleKind.lengthMax)
        guard let title = try? Title(cut) else { return nil }
        let whole = Self.shortened(question, to: SentenceKind.lengthMax)
        source = Source(gathering: gathering, topic: session, question: Self.digest(of: question))
        self.title = title
        sentence = cut == question ? .none : (try? Sentence(whole)) ?? .none
        reason = nil
    }

    /// Whole words and an ellipsis, where it is too long.
    static func shortened(_ text: String, to lengthMax: Int) -> String {
        guard text.count > lengthMax else { return text }
        let head = text.prefix(lengthMax - 1)
        let words = head.split(separator: " ").dropLast().joined(separator: " ")
        return (words.isEmpty ? String(head) : words) + "…"
    }

    /// FNV-1a: the same question has the same name, and says nothing of itself.
    private static func digest(of text: String) -> QuestionID? {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return QuestionID(String(repeating: "0", count: 16 - digits.count) + digits)
    }
}

extension Gathering {
    /// Topics that stayed parked on the board that everybody saw, by number; whatever is hidden is not among them.
    public var parkedSuggestions: [Suggestion] {
        guard let layout = board.current?.layout else { return [] }
        let found = parked(in: layout).lazy.compactMap { parked in
            topics[parked.id].flatMap { Suggestion($0, because: parked.reason, in: id) }
        }
        return Array(found.prefix(Suggestion.countMax))
    }

    /// Sessions whose records may ask something, by number.
    public var sessionsThatAsk: [Proposal.ID] {
        topics.all.values.filter { !$0.isHidden && hasRecord($0.id) }.map(\.id).sorted()
    }

    /// Who made a topic of a suggestion; of several the first. Whoever withdrew it leaves it to others.
    public func adopter(of source: Suggestion.Source) -> Proposal.ID? {
        topics.all.values.filter { ($0.isOpen || $0.isMerged) && $0.source == source }.map(\.id).min()
            .map(topics.target)
    }

    /// Where a suggestion of that name would come from, whether somebody was faster or not.
    public func source(named name: String) throws(Refused) -> Suggestion.Source {
        guard let previous = programme.previous, let source = Suggestion.Source(name: name, in: previous)
        else { throw .noSuchSuggestion }
        return source
    }

    public func mustBeFree(_ source: Suggestion.Source) throws(Refused) {
        guard source.gathering == programme.previous else { throw .noSuchSuggestion }
        if let adopter = adopter(of: source) { throw .adoptedAlready(by: adopter) }
    }
}

extension Record {
    /// What its released version leaves open, as suggestions: nothing of a draft, and nothing where the rule that nobody
    /// is named was set only after the release.
    public func questionSuggestions(in gathering: Gathering.ID) -> [Suggestion] {
        guard let released, released.isChatham || !isChatham, let session = id.session else { return [] }
        var seen: Set<Suggestion.Source> = []
        return (released.texts[.questions] ?? "").split(separator: "\n").compactMap { line in
            Suggestion(String(line), of: session, in: gathering).flatMap {
                seen.insert($0.source).inserted ? $0 : nil
            }
        }
    }
}
