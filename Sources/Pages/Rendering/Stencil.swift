/// A fragment rendered once for many readers, with a gap where each one's act goes.
public struct Stencil: Sendable {
    /// A character nobody types and nothing escapes. To be given as the act of what becomes a stencil.
    public static let gap = "\u{E000}"

    private let pieces: [Substring]

    public init(_ markup: Markup) {
        pieces = markup.html.split(separator: Self.gap, omittingEmptySubsequences: false)
    }

    /// The fragment with the act in its gaps; letters, digits and `-` only, so nothing needs escaping.
    public func filled(act: String) -> Markup {
        Markup(
            trusted: pieces.joined(
                separator: act.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            )
        )
    }
}
