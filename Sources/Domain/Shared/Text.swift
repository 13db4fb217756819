/// What one sort of typed text may look like.
public protocol TextKind: Sendable {
    /// The form field's name, so that a refusal finds its place on the page.
    static var field: String { get }
    static var lengthMax: Int { get }
    static var mayBeEmpty: Bool { get }
    static var hasLines: Bool { get }
}

extension TextKind {
    public static var mayBeEmpty: Bool { false }
    public static var hasLines: Bool { false }
}

/// Typed text within its limits: white space folded, control and direction characters gone, counted in characters.
public struct Text<Kind: TextKind>: Hashable, Sendable {
    public let text: String

    public init(_ raw: String) throws(TextRefused) {
        let folded = Kind.hasLines ? Self.foldedLines(raw) : Self.folded(raw)
        let text = folded.unicodeScalars.contains(where: Self.isSeen) ? folded : ""
        guard Kind.mayBeEmpty || !text.isEmpty else { throw .empty(field: Kind.field) }
        let length = Self.length(of: text)
        guard length <= Kind.lengthMax else {
            throw .tooLong(field: Kind.field, by: length - Kind.lengthMax, max: Kind.lengthMax)
        }

        self.text = text
    }

    init(empty: Void) { text = "" }

    /// In characters, as people count them.
    static func length(of text: String) -> Int {
        max(text.count, text.unicodeScalars.count / scalarsPerCharacter)
    }

    /// A couple of emoji has seven scalars, a heap of accents thousands.
    private static var scalarsPerCharacter: Int { 8 }

    private static func folded(_ raw: String) -> String {
        let shown = String(
            String.UnicodeScalarView(raw.unicodeScalars.filter { isShown($0) || $0.properties.isWhitespace }))
        return shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func foldedLines(_ raw: String) -> String {
        let lines = raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            folded(String($0))
        }
        let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
        let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? first
        return lines[first..<end].joined(separator: "\n")
    }

    /// Direction marks could turn a name around on everybody's screen, private characters mean something to fonts and
    /// programs only, and blanks without a width make two titles look the same. Joiners stay: scripts and emoji need them.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0xFEFF: false
        case 0x00AD, 0x180E, 0x200B, 0x2060...0x2064: false
        default:
            ![.control, .privateUse, .unassigned, .surrogate].contains(scalar.properties.generalCategory)
        }
    }

    /// A title of joiners and zero-width blanks would be an empty card.
    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
    }
}

/// Why typed text is not taken.
public enum TextRefused: Refusal {
    case empty(field: String)
    case tooLong(field: String, by: Int, max: Int)

    public var kind: RefusalKind { .invalid }

    public var field: String {
        switch self {
        case .empty(let field), .tooLong(let field, _, _): field
        }
    }
}

extension Text: Codable {
    /// What is in the journal was checked when it was typed; a limit that shrank since does not make it unreadable.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Text: CustomStringConvertible {
    public var description: String { text }
}
