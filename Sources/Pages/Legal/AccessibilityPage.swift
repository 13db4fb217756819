/// How accessible the pages are, and whom to tell when they are not.
public struct AccessibilityPage: Page {
    public static let template = "legal/accessibility"

    public var frame: DocumentFrame
    /// What the organisers know does not work, one sentence each.
    public var knownGaps: [String]
    /// Whom to ask when the organisers do not answer; empty: the usual arbitration board is named.
    public var enforcement: String
    /// "21. November 2026".
    public var date: String

    public init(_ frame: DocumentFrame, knownGaps: [String] = [], enforcement: String = "", date: String) {
        self.frame = frame
        self.knownGaps = knownGaps
        self.enforcement = enforcement
        self.date = date
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(words["frame.accessibility"] + " \u{B7} " + frame.name)
        case "knownGaps": .texts(knownGaps)
        case "hasGaps": .flag(!knownGaps.isEmpty)
        case "enforcement": .text(enforcement.isEmpty ? words["accessibility.enforcement"] : enforcement)
        case "date": .text(words("accessibility.date", ["date": date]))
        default: frame.answer(name, words)
        }
    }
}
