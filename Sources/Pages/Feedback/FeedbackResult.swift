public import Domain

/// What was said, for every page that tells of the day: the picture, and below it the same as a list.
public struct FeedbackResult: Part {
    public let summary: Feedback.Summary
    private let picture: WordPicture
    /// The list can be opened where there is no hall to read it.
    public var isOpen = false

    public init(_ summary: Feedback.Summary, in frame: WordPicture.Frame = .page) {
        self.summary = summary
        picture = WordPicture(summary.words, in: frame)
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "answered": .text(words("feedback.answered", count: summary.answers))
        case "numberOnly":
            .maybe(summary.isNumberOnly && summary.answers > 0 ? words["feedback.numberOnly"] : nil)
        case "picture":
            .maybe(summary.words.isEmpty ? nil : picture.markup(alternative: alternative(words)))
        case "dotText": .text(words("feedback.dots", count: picture.step))
        case "pictureRest":
            .maybe(picture.restCount > 0 ? words("feedback.rest", count: picture.restCount) : nil)
        case "hasWords": .flag(!summary.words.isEmpty)
        case "words": .parts(summary.words.map { SaidRow(said: $0) })
        case "hasSentences": .flag(!summary.sentences.isEmpty)
        case "sentences": .parts(summary.sentences.map { SaidRow(said: $0) })
        case "hiddenNote":
            .maybe(summary.hiddenCount > 0 ? words("feedback.hidden", count: summary.hiddenCount) : nil)
        case "isOpen": .flag(isOpen)
        default: nil
        }
    }

    /// More than ten are better read in the list.
    private func alternative(_ words: Phrases) -> String {
        let first = summary.words.prefix(10).map {
            words("feedback.saidTimes", count: $0.count, ["word": $0.text])
        }
        let rest = summary.words.count - first.count
        let list = first.joined(separator: ", ")
        return rest > 0
            ? words("feedback.pictureAndMore", count: rest, ["words": list])
            : words("feedback.picture", ["words": list])
    }
}

/// A row of the list.
private struct SaidRow: Part {
    let said: Feedback.Said

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "said": .text(said.text)
        case "saidCount": .number(said.count)
        case "saidOften": .maybe(said.count > 1 ? words("feedback.times", count: said.count) : nil)
        default: nil
        }
    }
}
