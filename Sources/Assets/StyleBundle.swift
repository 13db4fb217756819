/// The style sheets of one kind of page, sent as one file: an old castle's network answers slowly, but once.
///
/// Each component keeps its own file; a bundle only says which ones a page needs, in order.
public enum StyleBundle: String, Sendable, CaseIterable {
    /// The phone, joining, the start page, refusals.
    case phone
    /// What is written down of a session.
    case record
    /// Search over all gatherings.
    case archive
    /// Texts: imprint, privacy, accessibility.
    case document
    /// What remains of a day.
    case documentation
    /// All editions of a series.
    case series
    /// The wide board, for everybody.
    case board
    /// The moderators' pages, and the organisers' ones.
    case console
    /// The large picture in the hall.
    case projector
    /// Paper.
    case sheet

    /// The components, each a file under `styles/`.
    public var components: [String] {
        let own =
            switch self {
            case .phone:
                notices + ["offline"] + [
                    "document", "frame", "form", "choice", "seats", "wish", "topics", "board-list", "ladder",
                    "conflict", "now", "people", "wish-line", "fold", "join", "group", "words",
                    "word-picture",
                    "suggestions",
                ]
            case .archive: notices + ["frame", "form", "archive"]
            case .documentation: notices + ["document", "frame", "seats", "documentation", "report"]
            case .series: notices + ["document", "frame", "series"]
            case .record:
                notices + ["offline"] + [
                    "document", "frame", "form", "choice", "people", "wish-line", "fold", "ladder",
                    "conflict",
                    "record", "group",
                ]
            case .board: notices + ["seats", "grid", "board"]
            case .console:
                notices + [
                    "form", "choice", "seats", "grid", "console", "undo", "phases", "desk", "question",
                    "next",
                    "queue", "stepper", "rooms", "panel", "price", "list", "code", "prepare", "words",
                    "word-picture",
                ]
            case .projector: ["seats", "projector", "stages", "town-map", "word-picture", "stage-words"]
            case .sheet: ["seats", "sheet"]
            case .document: notices + ["document", "frame", "people", "fold"]
            }
        return ["layers", "tokens", "base", "elements"] + own
    }

    /// What says something in between, wherever it stands.
    private var notices: [String] { ["announcement", "empty", "hint", "dialog"] }

    /// Where a page links to it, below the address of the assets.
    public var path: String { "styles/bundle/\(rawValue).css" }

    init?(path: String) {
        guard let bundle = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = bundle
    }

    func bytes(from assets: Assets) -> [UInt8] {
        let font = assets.file("fonts/inter.woff2") == nil ? [] : ["font"]
        return (font + components).flatMap { assets.file("styles/\($0).css") ?? [] }
    }
}
