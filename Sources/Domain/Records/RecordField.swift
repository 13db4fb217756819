extension Record {
    /// One field of a record, as its form and the journal name it: `solutions`, or `step-k7m2-who`.
    public struct Field: Hashable, Sendable, Codable, Comparable {
        public let name: String

        /// Nil when no record has such a field.
        public init?(_ name: String) {
            self.name = name
            guard Self.fixed.contains(self) || part != nil else { return nil }
        }

        private init(known name: String) { self.name = name }

        public init(from decoder: any Decoder) throws {
            name = try decoder.singleValueContainer().decode(String.self)
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(name)
        }

        public static func < (left: Self, right: Self) -> Bool { left.name < right.name }

        public static let startingPoint = Self(known: "startingPoint")
        public static let keyPoints = (1...3).map { Self(known: "keyPoint\($0)") }
        public static let questions = Self(known: "questions")
        public static let solutions = Self(known: "solutions")
        /// One address a line.
        public static let links = Self(known: "links")
        /// Which towns go on with it.
        public static let goingOn = Self(known: "goingOn")

        public static func step(_ id: Step.ID, _ part: Step.Part) -> Self {
            Self(known: "step-\(id)-\(part.rawValue)")
        }

        /// Those that every record has, in their order on the page.
        public static let fixed = [startingPoint] + keyPoints + [questions, solutions, links, goingOn]

        /// The step it belongs to, and which part of it it is.
        public var part: (step: Step.ID, part: Step.Part)? {
            let parts = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, parts[0] == "step", let id = Step.ID(parts[1]),
                let part = Step.Part(rawValue: parts[2])
            else { return nil }
            return (id, part)
        }

        /// In characters.
        public var lengthMax: Int {
            switch part?.part {
            case .what: return 300
            case .who: return 120
            case .until: return 60
            case nil: break
            }
            return switch self {
            case .startingPoint: 2_000
            case .questions: 4_000
            case .solutions: 8_000
            case .links: 3_000
            case .goingOn: 1_000
            default: 400
            }
        }

        /// Names a town or somebody: under the Chatham House rule it appears nowhere but where it is written.
        public var namesSomebody: Bool { self == .goingOn || part?.part == .who }

        /// Where there is one line only, versions of two people stand side by side.
        private var lineEnd: String { part == nil || part?.part == .what ? "\n" : " / " }

        func lines(_ text: String) -> [Substring] {
            text.isEmpty ? [] : text.split(separator: lineEnd, omittingEmptySubsequences: false)
        }

        func text(_ lines: [Substring]) -> String { lines.joined(separator: lineEnd) }
    }

    /// Something that somebody does next.
    public enum Step {
        public typealias ID = Identifier<Step>

        public enum Part: String, Sendable, CaseIterable {
            case what, who, until
        }

        static let countMax = 12
    }

    /// What somebody typed into a field, and what it said when they began.
    public struct Typed: Sendable, Hashable {
        public let field: Field
        public let text: String
        /// Nil: what the field said at the revision that the form showed.
        public let base: String?

        /// White space is folded, and the limit is the field's. A base that is longer than the field can be is none.
        public init(_ field: Field, _ raw: String, base: String? = nil) throws(TextRefused) {
            self.field = field
            text = try Self.folded(raw)
            let length = Text<RecordTextKind>.length(of: text)
            guard length <= field.lengthMax else {
                throw .tooLong(field: field.name, by: length - field.lengthMax, max: field.lengthMax)
            }
            let grown: String? = if let base { try Self.folded(base) } else { nil }
            self.base = grown.flatMap { Text<RecordTextKind>.length(of: $0) <= field.lengthMax ? $0 : nil }
        }

        private static func folded(_ raw: String) throws(TextRefused) -> String {
            try Text<RecordTextKind>(raw).text
        }
    }
}

/// Free text of a record; how long it may be is each field's own matter.
enum RecordTextKind: TextKind {
    static let field = "record"
    static let lengthMax = Int.max
    static let mayBeEmpty = true
    static let hasLines = true
}

public enum PaperAuthorKind: TextKind {
    public static let field = "paperAuthor"
    public static let lengthMax = 80
}

/// Who wrote a record on paper, when somebody else types it.
public typealias PaperAuthor = Text<PaperAuthorKind>
