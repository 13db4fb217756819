import Domain

/// Four words at the end: the form, what comes after it, and in the end what all have said.
public struct FeedbackPage: Page {
    public static let template = "feedback/page"

    public var frame: PhoneFrame
    public var state: State

    public enum State: Sendable {
        case form(FeedbackForm)
        /// The reader has answered.
        case answered
        /// Answers are taken, but only of people with a seat.
        case seatFirst
        case notYet
        /// Closed, and not to be seen yet.
        case counted
        case result(FeedbackResult)
    }

    public init(_ frame: PhoneFrame, _ state: State) {
        self.frame = frame
        self.state = state
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": words.title(words["feedback.title"] + " \u{B7} " + frame.name, isRefused: isRefused)
        case "heading": .text(heading(words))
        case "form": if case .form(let form) = state { .part(form) } else { .nothing }
        case "isAnswered": if case .answered = state { .flag(true) } else { .flag(false) }
        case "isSeatFirst": if case .seatFirst = state { .flag(true) } else { .flag(false) }
        case "isNotYet": if case .notYet = state { .flag(true) } else { .flag(false) }
        case "isCounted": if case .counted = state { .flag(true) } else { .flag(false) }
        case "result": if case .result(let result) = state { .part(result) } else { .nothing }
        case "joinAddress": .text(Route.joining(frame.gathering).path)
        default: frame.answer(name, words)
        }
    }

    private var isRefused: Bool { if case .form(let form) = state { form.isRefused } else { false } }

    private func heading(_ words: Phrases) -> String {
        switch state {
        case .form, .seatFirst, .notYet: words["feedback.question"]
        case .answered: words["feedback.thanks"]
        case .counted: words["feedback.closedTitle"]
        case .result: words["feedback.resultTitle"]
        }
    }
}

/// What somebody typed, and what of it was refused.
public struct FeedbackForm: Part {
    public static let wordNames = (1...Paper.wordCountMax).map { "word\($0)" }

    public var gathering: String
    /// Who collects the words.
    public var controllers: [String]
    public var words: [String]
    public var sentence: String
    /// By the field's name.
    public var errors: [String: String]
    /// Why it could not be taken although nothing is wrong with it.
    public var refused: String?

    public init(
        gathering: String, controllers: [String], words: [String] = [], sentence: String = "",
        errors: [String: String] = [:], refused: String? = nil
    ) {
        self.gathering = gathering
        self.controllers = controllers
        self.words = words
        self.sentence = sentence
        self.errors = errors
        self.refused = refused
    }

    public var isRefused: Bool { !errors.isEmpty || refused != nil }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "action": .text(Route.feedback(gathering).path)
        case "wordFields": .parts(Self.wordNames.indices.map { wordField($0, words) })
        case "sentenceField":
            .part(
                Field(
                    FeedbackSentenceKind.field, label: words["feedback.sentence"], value: sentence,
                    hint: words["feedback.optional"], error: errors[FeedbackSentenceKind.field],
                    lengthMax: FeedbackSentenceKind.lengthMax, rows: 2))
        case "privacyNote": .text(privacyNote(words))
        case "few": .text(words("feedback.few", count: Feedback.answersShownMin))
        case "refused": .maybe(refused)
        case "problems":
            .maybe(Problems(of: self, ["wordFields", "sentenceField"], words))
        default: nil
        }
    }

    /// Whoever types all of them into the first one needs the room.
    private func wordField(_ index: Int, _ words: Phrases) -> Field {
        let name = Self.wordNames[index]
        return Field(
            name, label: words("feedback.word", ["number": "\(index + 1)"]),
            value: self.words.indices.contains(index) ? self.words[index] : "", error: errors[name],
            lengthMax: FeedbackWordKind.lengthMax * Paper.wordCountMax)
    }

    private func privacyNote(_ words: Phrases) -> String {
        guard !controllers.isEmpty else { return words["feedback.privacyUnknown"] }
        return words("feedback.privacy", count: controllers.count, ["who": words.list(controllers)])
    }
}
