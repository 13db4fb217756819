public import Domain

/// The moderator's view of the feedback: how many have answered, and once it is closed, what was said.
public struct ConsoleFeedbackPage: Page {
    public static let template = "console/feedback"

    public var frame: ConsoleFrame
    public var state: State
    /// Where people answer, to be typed or scanned.
    public var address: String
    public var qr: Markup?
    /// How many are here.
    public var hereCount: Int

    public enum State: Sendable {
        case notOpen
        /// `isEarly`: a moderator opened it before the day closes.
        case open(answers: Int, isEarly: Bool)
        case closed(ClosedFeedback)
        /// It ended, and nobody had answered.
        case nobody
    }

    public init(
        _ frame: ConsoleFrame, _ state: State, address: String, qr: Markup? = nil, hereCount: Int = 0
    ) {
        self.frame = frame
        self.state = state
        self.address = address
        self.qr = qr
        self.hereCount = hereCount
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "feedbackTitle": .text(title(words))
        case "notOpen": if case .notOpen = state { .flag(true) } else { .flag(false) }
        case "openNow": .part(frame.act(words["deskFeedback.open"], .feedbackOpening))
        case "open":
            if case .open(let answers, let isEarly) = state { open(answers, isEarly) } else { .nothing }
        case "closed":
            if case .closed(let closed) = state {
                .part(ClosedPart(closed: closed, frame: frame))
            } else {
                .nothing
            }
        case "nobody": if case .nobody = state { .flag(true) } else { .flag(false) }
        default: frame.answer(name, words)
        }
    }

    private func open(_ answers: Int, _ isEarly: Bool) -> Answer {
        .part(
            OpenPart(
                answers: answers, hereCount: hereCount, isEarly: isEarly, address: address, qr: qr,
                frame: frame))
    }

    private func title(_ words: Phrases) -> String {
        switch state {
        case .notOpen: words["deskFeedback.notOpenTitle"]
        case .open: words["deskFeedback.openTitle"]
        case .closed: words["deskFeedback.closedTitle"]
        case .nobody: words["deskFeedback.nobodyTitle"]
        }
    }
}

/// All that was said, with what is hidden.
public struct ClosedFeedback: Sendable {
    public var answers: Int
    public var words: [SaidLine]
    public var sentences: [SaidLine]
    public var leftOut: Int
    public var isReleased: Bool

    public struct SaidLine: Sendable, Hashable {
        public var number: Int
        public var text: String
        public var count: Int
        public var isHidden: Bool

        public init(number: Int, text: String, count: Int, isHidden: Bool) {
            self.number = number
            self.text = text
            self.count = count
            self.isHidden = isHidden
        }
    }

    public init(
        answers: Int, words: [SaidLine], sentences: [SaidLine] = [], leftOut: Int = 0,
        isReleased: Bool = false
    ) {
        self.answers = answers
        self.words = words
        self.sentences = sentences
        self.leftOut = leftOut
        self.isReleased = isReleased
    }

    public init(_ feedback: Feedback, _ closed: Feedback.Closed) {
        let lines: ([Feedback.Said], Set<Int>) -> [SaidLine] = { said, hidden in
            zip(1..., said).map {
                SaidLine(number: $0, text: $1.text, count: $1.count, isHidden: hidden.contains($0))
            }
        }
        self.init(
            answers: closed.answers, words: lines(closed.words, feedback.hiddenWords),
            sentences: lines(closed.sentences, feedback.hiddenSentences), leftOut: closed.leftOut,
            isReleased: feedback.isReleased)
    }

    var hasWords: Bool { !words.isEmpty || !sentences.isEmpty }
    var hiddenCount: Int { (words + sentences).filter(\.isHidden).map(\.count).reduce(0, +) }
}

private struct OpenPart: Part {
    let answers: Int
    let hereCount: Int
    let isEarly: Bool
    let address: String
    let qr: Markup?
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "answers": .number(answers)
        case "answersText": .text(words("deskFeedback.ofHere", count: answers, ["all": "\(hereCount)"]))
        case "address": .text(address)
        case "qr": .maybe(qr)
        case "closeHref": .text(frame.address(.feedback, [("close", "1")]))
        case "putOff": .maybe(isEarly && frame.phase < .closing ? putOff(words) : nil)
        default: nil
        }
    }

    private func putOff(_ words: Phrases) -> Act {
        frame.act(words["deskFeedback.putOff"], .feedbackOpeningWithdrawal)
    }
}

private struct ClosedPart: Part {
    let closed: ClosedFeedback
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "answersText": .text(words("feedback.answered", count: closed.answers))
        case "numberOnly":
            .maybe(closed.answers < Feedback.answersShownMin ? words["deskFeedback.numberOnly"] : nil)
        case "isReleased": .flag(closed.isReleased)
        case "release":
            .maybe(closed.isReleased ? nil : frame.act(words["deskFeedback.release"], .feedbackRelease))
        case "withdraw":
            .maybe(
                closed.isReleased
                    ? frame.act(words["deskFeedback.withdraw"], .feedbackReleaseWithdrawal) : nil)
        case "hiddenNote":
            .maybe(closed.hiddenCount > 0 ? words("feedback.hidden", count: closed.hiddenCount) : nil)
        case "leftOut":
            .maybe(closed.leftOut > 0 ? words("deskFeedback.leftOut", count: closed.leftOut) : nil)
        case "hasWords": .flag(!closed.words.isEmpty)
        case "hasSentences": .flag(!closed.sentences.isEmpty)
        case "words": .parts(closed.words.map { SaidPart(line: $0, isSentence: false, frame: frame) })
        case "sentences": .parts(closed.sentences.map { SaidPart(line: $0, isSentence: true, frame: frame) })
        default: nil
        }
    }
}

/// A word or a sentence with its button.
private struct SaidPart: Part {
    let line: ClosedFeedback.SaidLine
    let isSentence: Bool
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "said": .text(line.text)
        case "saidOften": .text(words("feedback.times", count: line.count))
        case "isHidden": .flag(line.isHidden)
        case "turn":
            .part(
                frame.act(
                    line.isHidden ? words["deskFeedback.show"] : words["deskFeedback.hide"],
                    isSentence
                        ? .feedbackSentence("\(line.number)") : .feedbackWord("\(line.number)"),
                    ["hidden": line.isHidden ? "0" : "1"]))
        default: nil
        }
    }
}
