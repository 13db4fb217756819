import Domain

/// The question before the ballot box is counted and destroyed: nobody can take that back.
public struct FeedbackClosePage: Page {
    public static let template = "console/feedback-close"

    public var frame: ConsoleFrame
    public var answers: Int

    public init(_ frame: ConsoleFrame, answers: Int) {
        self.frame = frame
        self.answers = answers
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "answered": .text(words("feedback.answered", count: answers))
        case "tooFew":
            .maybe(
                answers < Feedback.answersShownMin
                    ? words("deskFeedback.tooFew", count: Feedback.answersShownMin) : nil)
        case "close": .part(frame.act(words["deskFeedback.close"], .feedbackClose))
        case "backHref": .text(frame.address(.feedback))
        default: frame.answer(name, words)
        }
    }
}
