/// How a page speaks: German to a friend, German to a stranger, or English.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case du
    case sie
    case english

    /// For the `lang` attribute.
    public var code: String { self == .english ? "en" : "de" }

    /// The language a browser asks for, among those the gathering speaks: its German tone, or English.
    public init(accepting header: String?, tone german: Language) {
        let wishes = (header ?? "").split(separator: ",").compactMap(Self.wish)
        let best = wishes.filter { $0.weight > 0 }.max { $0.weight < $1.weight }
        self = best?.code == "en" ? .english : german
    }

    private static func wish(_ part: Substring) -> (code: Substring, weight: Double)? {
        let pieces = part.split(separator: ";").map { $0.drop { $0 == " " } }
        guard let code = pieces.first?.prefix(2), code == "de" || code == "en" else { return nil }
        let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }
        return (code, quality.flatMap { Double($0.dropFirst(2)) } ?? 1)
    }
}
