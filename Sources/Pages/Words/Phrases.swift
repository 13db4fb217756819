/// All that pages say, in one language: phrases by name, with gaps to fill and forms for one and many.
///
/// In the files `~` is a no-break space, `{name}` a gap, `*bold*` an emphasis that only `markup` shows.
public struct Phrases: Sendable {
    public let language: Language
    let entries: [String: Phrase]

    /// A phrase without gaps.
    public subscript(_ name: PhraseName) -> String {
        entries[name.text]?.form(for: nil) ?? name.text
    }

    /// A phrase with its gaps filled. A gap called `count` also decides between one and many.
    public func callAsFunction(_ name: PhraseName, _ gaps: [String: String]) -> String {
        fill(form(of: name, gaps), gaps)
    }

    /// Shorthand for the one gap that nearly all phrases with numbers have.
    public func callAsFunction(_ name: PhraseName, count: Int, _ more: [String: String] = [:]) -> String {
        self(name, more.merging(["count": String(count)]) { first, _ in first })
    }

    /// A phrase whose `*words*` are bold; what fills the gaps is escaped and never bold by itself.
    public func markup(_ name: PhraseName, _ gaps: [String: String] = [:]) -> Markup {
        let pieces = form(of: name, gaps).split(separator: "*", omittingEmptySubsequences: false)
        let html = pieces.enumerated().map { index, piece in
            let text = fill(String(piece).escapedForHTML, gaps.mapValues(\.escapedForHTML))
            return index.isMultiple(of: 2) ? text : "<b>\(text)</b>"
        }
        return Markup(trusted: html.joined())
    }

    private func form(of name: PhraseName, _ gaps: [String: String]) -> String {
        entries[name.text]?.form(for: gaps["count"].flatMap { Int($0) }) ?? name.text
    }

    private func fill(_ text: String, _ gaps: [String: String]) -> String {
        guard text.contains("{") else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            filled += gaps[String(rest[rest.index(after: open)..<close])] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

/// One phrase, with a form of its own for one and for none where it counts.
enum Phrase: Sendable, Equatable {
    case plain(String)
    case counted(zero: String?, one: String, other: String)

    func form(for count: Int?) -> String {
        switch self {
        case .plain(let text): text
        case .counted(let zero, let one, let other):
            switch count {
            case 0: zero ?? other
            case 1: one
            default: other
            }
        }
    }

    var forms: [String] {
        switch self {
        case .plain(let text): [text]
        case .counted(let zero, let one, let other): [zero, one, other].compactMap(\.self)
        }
    }
}

/// The name of a phrase: only literals, so that a test finds each one in the source and in every language.
public struct PhraseName: Sendable, Hashable, ExpressibleByStringLiteral {
    let text: String

    public init(stringLiteral text: String) {
        self.text = text
    }
}
