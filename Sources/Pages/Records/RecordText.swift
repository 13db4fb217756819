/// What a record says, as it is read: section by section, without those that are empty.
public struct RecordText: Part, Equatable {
    public var startingPoint: String
    public var keyPoints: [String]
    public var questions: String
    public var solutions: String
    public var links: String
    /// Nil under the Chatham House rule, like who does a step.
    public var goingOn: String?
    public var steps: [Step]
    /// "Anna, Iserlohn"; nobody under the Chatham House rule.
    public var authors: [String]

    public init(
        startingPoint: String = "", keyPoints: [String] = [], questions: String = "", solutions: String = "",
        links: String = "", goingOn: String? = nil, steps: [Step] = [], authors: [String] = []
    ) {
        self.startingPoint = startingPoint
        self.keyPoints = keyPoints
        self.questions = questions
        self.solutions = solutions
        self.links = links
        self.goingOn = goingOn
        self.steps = steps
        self.authors = authors
    }

    public struct Step: Part, Hashable {
        public let what: String
        public let who: String
        public let until: String

        public init(what: String, who: String, until: String) {
            self.what = what
            self.who = who
            self.until = until
        }

        public func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "what": .text(what)
            case "whoUntil": .maybe([who, until].filter { !$0.isEmpty }.joined(separator: ", ").nonEmpty)
            default: nil
            }
        }
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "sections": .parts(sections(words))
        case "hasSteps": .flag(!steps.isEmpty)
        case "steps": .parts(steps)
        case "authors": .maybe(authorsLine(words))
        default: nil
        }
    }

    func authorsLine(_ words: Phrases) -> String? {
        guard !authors.isEmpty else { return nil }
        return words("record.writtenBy", ["names": authors.joined(separator: " \u{B7} ")])
    }

    /// Those that say something.
    func sections(_ words: Phrases) -> [Section] {
        [
            Section(words["record.startingPoint"], startingPoint),
            Section(words["record.keyPoints"], keyPoints.filter { !$0.isEmpty }.joined(separator: "\n")),
            Section(words["record.questions"], questions, anchor: "question"),
            Section(words["record.solutions"], solutions, anchor: "solution"),
            Section(words["record.links"], links, isLinks: true),
            Section(words["record.goingOn"], goingOn ?? ""),
        ].filter { !$0.lines.isEmpty }
    }

    struct Section: Part {
        let label: String
        let lines: [RecordLine]

        /// `anchor`: its first line is `solution-1`; the archive leads to each of them.
        init(_ label: String, _ text: String, isLinks: Bool = false, anchor: String? = nil) {
            self.label = label
            lines = zip(1..., text.split(separator: "\n")).map { number, line in
                RecordLine(String(line), mayLead: isLinks, anchor: anchor.map { "\($0)-\(number)" })
            }
        }

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "label": .text(label)
            case "lines": .parts(lines)
            case "isList": .flag(lines.count > 1)
            default: nil
            }
        }
    }
}

/// A line of a record; an address of the web leads there, anything else is text and nothing but text.
struct RecordLine: Part {
    let text: String
    let href: String?
    let anchor: String?

    init(_ text: String, mayLead: Bool, anchor: String? = nil) {
        self.text = text
        self.anchor = anchor
        href = mayLead && Self.isAddress(text) ? text : nil
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "text": .text(text)
        case "href": .maybe(href)
        case "anchor": .maybe(anchor)
        default: nil
        }
    }

    /// `https://…` with a host and without blanks; `javascript:` and whatever else there is does not lead anywhere.
    static func isAddress(_ text: String) -> Bool {
        let lowered = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else { return false }
        let rest = lowered.dropFirst(scheme.count)
        let host = rest.prefix { !["/", "?", "#"].contains($0) }
        return host.contains(".") && !host.contains("@")
            && rest.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
    }
}
