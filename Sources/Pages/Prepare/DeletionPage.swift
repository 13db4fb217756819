/// The question before a gathering is deleted as a whole: what goes, what stays, and that nobody can bring it back.
public struct DeletionPage: Page {
    public static let template = "prepare/deletion"
    public static let titleField = "confirmation"

    public var frame: ConsoleFrame
    public var title: String
    public var peopleCount: Int
    public var topicCount: Int
    public var typed: Typed?

    public init(
        _ frame: ConsoleFrame, title: String, peopleCount: Int, topicCount: Int, typed: Typed? = nil
    ) {
        self.frame = frame
        self.title = title
        self.peopleCount = peopleCount
        self.topicCount = topicCount
        self.typed = typed
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "question": .text(words("deletion.question", ["title": title]))
        case "people": .text(words("deletion.people", count: peopleCount))
        case "topics": .text(words("deletion.topics", count: topicCount))
        case "delete": .part(frame.act(words["deletion.go"], .deletion))
        case "confirmation":
            .part(
                FormKit("deletion", typed).input(
                    Self.titleField, words["deletion.confirmation"], hint: title, isRequired: true,
                    lengthMax: 120))
        case "backHref": .text(frame.address(.prepare))
        default: frame.answer(name, words)
        }
    }
}
