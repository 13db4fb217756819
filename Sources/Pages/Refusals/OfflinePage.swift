/// What a device shows without reception for a page that it has not kept.
public struct OfflinePage: Page {
    public static let template = "refusals/offline"

    public init() {}

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        name == "pageTitle" ? .text(words["offline.heading"]) : SiteFrame().answer(name, words)
    }
}
