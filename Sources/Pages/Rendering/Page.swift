/// Something a template shows: it answers the names it knows, and no others.
///
/// A value holds only what is to be seen: strings, numbers, forms. No journal, no clock, no request.
public protocol Part: Sendable {
    /// Nil for a name this part does not know: a test then fails, since Mustache itself shows nothing.
    func answer(_ name: String, _ words: Phrases) -> Answer?
}

/// A part with a template of its own, which is a fragment or a whole page.
public protocol Page: Part {
    /// The path below `templates/`, without its ending.
    static var template: String { get }
}

/// What a part says when a template asks for a name.
public enum Answer: Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    /// Goes into the page as it is; only `{{{name}}}` may ask for it.
    case markup(Markup)
    case part(any Part)
    case parts([any Part])
    /// Known, but there is nothing to show.
    case nothing

    /// What may be absent: the section around it then stays away.
    public static func maybe(_ text: String?) -> Self { text.map(Self.text) ?? .nothing }
    public static func maybe(_ number: Int?) -> Self { number.map(Self.number) ?? .nothing }
    public static func maybe(_ markup: Markup?) -> Self { markup.map(Self.markup) ?? .nothing }
    public static func maybe(_ part: (any Part)?) -> Self { part.map(Self.part) ?? .nothing }

    /// A list of plain texts, each answering to `text`.
    public static func texts(_ texts: [String]) -> Self { .parts(texts.map(Line.init)) }
}

/// HTML that is known to be safe: drawings, phrases with emphasis, fragments rendered before.
public struct Markup: Sendable, Equatable {
    public let html: String

    /// For what Pages drew or rendered itself; visitors' words come in through `escaping`.
    init(trusted html: String) {
        self.html = html
    }

    public init(escaping text: String) {
        html = text.escapedForHTML
    }

    /// Several fragments in a row.
    public init(_ fragments: [Markup]) {
        html = fragments.map(\.html).joined()
    }
}

extension String {
    /// The same five characters that the templates escape.
    var escapedForHTML: String {
        var escaped = ""
        escaped.reserveCapacity(utf8.count)
        for character in unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}

/// One line of a list.
struct Line: Part {
    let text: String

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        name == "text" ? .text(text) : nil
    }
}
