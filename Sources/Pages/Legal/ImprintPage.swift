/// Who stands behind a gathering.
public struct ImprintPage: Page {
    public static let template = "legal/imprint"

    public var frame: DocumentFrame

    public init(_ frame: DocumentFrame) {
        self.frame = frame
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        name == "pageTitle"
            ? .text(words["frame.imprint"] + " \u{B7} " + frame.name) : frame.answer(name, words)
    }
}
