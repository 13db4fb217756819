/// What stayed open at the edition before: topics that were parked, and questions of released records.
public struct SuggestionsPage: Page {
    public static let template = "proposals/suggestions"

    public var frame: PhoneFrame
    /// The title of the edition before; nil where there is none any more.
    public var previous: String?
    /// They come when it is over.
    public var isStillOn = false
    public var suggestions: [Suggested]
    /// Whether the reader can make one their own topic just now.
    public var mayAdopt = false
    /// A moderator proposes one for somebody.
    public var mayAdoptForOthers = false

    public init(_ frame: PhoneFrame, previous: String?, suggestions: [Suggested] = []) {
        self.frame = frame
        self.previous = previous
        self.suggestions = suggestions
    }

    /// One of them as everybody reads it.
    public struct Suggested: Sendable {
        /// How a form names it.
        public let name: String
        public let title: String
        public var sentence: String
        /// Why it was parked, or which session asks it.
        public let note: String
        /// Who was faster: the topic it became.
        public var adopted: (id: String, title: String)?

        public init(name: String, title: String, sentence: String = "", note: String) {
            self.name = name
            self.title = title
            self.sentence = sentence
            self.note = note
        }
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(words["suggestion.heading"] + " \u{B7} " + frame.name)
        case "from": .maybe(previous.map { words("suggestion.from", ["title": $0]) })
        case "isStillOn": .flag(isStillOn)
        case "isEmptyList": .flag(!isStillOn && suggestions.isEmpty)
        case "suggestions": .parts(suggestions.map { SuggestedPart(suggestion: $0, page: self) })
        case "hasSuggestions": .flag(!suggestions.isEmpty)
        case "topicsAddress": .text(Route.topics(frame.gathering).path)
        case "seriesHref": .text(Route.series(frame.gathering).path)
        default: frame.answer(name, words)
        }
    }
}

private struct SuggestedPart: Part {
    let suggestion: SuggestionsPage.Suggested
    let page: SuggestionsPage

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(suggestion.title)
        case "sentence": .maybe(suggestion.sentence.isEmpty ? nil : suggestion.sentence)
        case "note": .text(suggestion.note)
        case "adoptedText":
            .maybe(suggestion.adopted.map { words("suggestion.adopted", ["title": $0.title]) })
        case "adoptedHref":
            .maybe(suggestion.adopted.map { Route.proposal(gathering, $0.id).path })
        case "adoptHref":
            .maybe(
                isFree(page.mayAdopt, Route.newProposal(gathering).path + "?suggestion=\(suggestion.name)"))
        case "adoptForOthersHref":
            .maybe(
                isFree(
                    page.mayAdoptForOthers,
                    Route.console(gathering, "topics").path + "?new=1&suggestion=\(suggestion.name)#new"))
        default: nil
        }
    }

    private var gathering: String { page.frame.gathering }

    private func isFree(_ may: Bool, _ address: String) -> String? {
        may && suggestion.adopted == nil ? address : nil
    }
}
