public import Domain

/// Something that the archive holds: the topic of a session, its released record, one of its open questions or one of
/// its solutions.
public struct Holding: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case topic, record, question, solution
    }

    /// Where a word stands; of several places the first counts.
    enum Part: Int64, CaseIterable {
        case title, points, rest
    }

    public let kind: Kind
    public let session: Proposal.ID
    /// Which open question or solution of its record it is, from 1; 0 for topics and records.
    public let line: Int
    /// Of the session.
    public let title: String
    /// What the host said about the topic.
    public let sentence: String
    /// Key points; of a question or solution its own text.
    public let points: String
    /// Everything else that was released.
    public let rest: String

    /// Questions and solutions are found by their own words; their session is found by all of them.
    func text(_ part: Part) -> [String] {
        switch (kind, part) {
        case (.topic, .title), (.record, .title): [title]
        case (.topic, .points): []
        case (.topic, .rest): [sentence]
        case (.record, .points): [points]
        case (.record, .rest): [sentence, rest]
        case (.question, .title), (.solution, .title): [points]
        case (.question, _), (.solution, _): []
        }
    }

    /// Each word in all its forms, with the best place where it stands, and the word that every holding has.
    var terms: [String: Part] {
        var terms = [Self.everyTerm: Part.rest]
        for part in Part.allCases {
            for word in text(part).flatMap(\.words) {
                for form in Folding.kept(word.text)
                where !form.isEmpty && form.utf8.count <= Self.termBytesMax {
                    if terms[form] == nil { terms[form] = part }
                }
            }
        }
        return terms
    }

    /// Nobody types it; by it all are found.
    static let everyTerm = ""

    /// What is longer is no word that anybody types.
    static let termBytesMax = 80
}

/// What strangers may read of a record, as the archive keeps it: nobody's name has a field in it.
struct ReleasedText: Hashable {
    let points: String
    let rest: String
    let questions: [String]
    let solutions: [String]

    /// Who goes on with it, who does a step and who wrote stays out, whatever the record's rule says.
    init(_ release: Record.Release) {
        let text = { (field: Record.Field) in
            field.namesSomebody ? "" : release.texts[field] ?? ""
        }
        let steps = release.steps.flatMap { [text(.step($0, .what)), text(.step($0, .until))] }
        questions = Self.lines(text(.questions))
        solutions = Self.lines(text(.solutions))
        points = Record.Field.keyPoints.map(text).filter { !$0.isEmpty }.joined(separator: "\n")
        let others = [text(.startingPoint)] + questions + solutions + steps + [text(.links)]
        rest = others.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// As the record's page shows them, one under the other.
    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}

extension Holding {
    static func topic(_ session: Proposal.ID, _ content: Proposal.Content) -> Holding {
        Holding(
            kind: .topic, session: session, line: 0, title: content.title.text,
            sentence: content.sentence.text, points: "", rest: "")
    }

    static func record(
        _ session: Proposal.ID, _ content: Proposal.Content, _ text: ReleasedText
    ) -> [Holding] {
        let lines = { (kind: Kind, lines: [String]) in
            lines.enumerated().map { index, line in
                Holding(
                    kind: kind, session: session, line: index + 1, title: content.title.text, sentence: "",
                    points: line, rest: "")
            }
        }
        let whole = Holding(
            kind: .record, session: session, line: 0, title: content.title.text,
            sentence: content.sentence.text, points: text.points, rest: text.rest)
        return [whole] + lines(.question, text.questions) + lines(.solution, text.solutions)
    }

    /// The same under another title, as its host has changed it since.
    func renamed(_ content: Proposal.Content) -> Holding {
        Holding(
            kind: kind, session: session, line: line, title: content.title.text,
            sentence: line == 0 ? content.sentence.text : "", points: points, rest: rest)
    }
}
