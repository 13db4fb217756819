internal import Domain

/// A documentation as Markdown (CommonMark 0.31 with tables): headings as on the page, and nobody's words do anything.
public struct DocumentationMarkdown: Sendable {
    private let told: Told
    private let address: String

    public init(_ documentation: Documentation, address: String, _ words: Phrases) {
        told = Told(documentation, words)
        self.address = address
    }

    private var documentation: Documentation { told.documentation }
    private var words: Phrases { told.words }

    public var text: String {
        var blocks = ["# \(plain(told.heading))", plain(told.lead)]
        if !documentation.isOver { blocks.append("*\(plain(words["documentation.unfinished"]))*") }
        for chapter in told.chapters {
            blocks.append("## \(plain(chapter.label))")
            blocks += chapterBlocks(chapter.id)
        }
        blocks += documentation.funding.map { "**\(plain($0))**" }
        blocks.append("\(plain(documentation.title)), \(plain(told.date))  \n<\(address)>")
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func chapterBlocks(_ id: String) -> [String] {
        switch id {
        case "facts": [list(told.facts.map { "**\(plain($0.label))**: \(plain($0.text))" })]
        case "course": [list(told.course.map { "\(plain($0.time)): \(plain($0.title))" })]
        case "outcome": outcome
        case "questions":
            [list(documentation.questions.map { "\(plain($0.value)) (\(at($0.session)))" })]
        case "steps": [steps]
        case "groups":
            [list(documentation.groups.map { "**\(plain($0.title))**: \(plain(told.who($0)))" })]
        case "words": feedback
        case "parked":
            [
                list(
                    documentation.parked.map { parked in
                        "**\(plain(parked.title))**" + (told.note(parked).map { ": \(plain($0))" } ?? "")
                    })
            ]
        case "board": [board]
        default:
            [
                list(
                    told.editions.map { edition in
                        let title = plain(edition.title)
                        return "**\(plain(edition.label))**: "
                            + (edition.href.map { "[\(title)](\($0))" } ?? title)
                    })
            ]
        }
    }

    private var outcome: [String] {
        guard !documentation.sessions.isEmpty else { return [plain(words["documentation.noSessions"])] }
        return documentation.sessions.flatMap(blocks)
    }

    private func blocks(_ session: Documentation.Session) -> [String] {
        let margin = [
            session.place.map { told.time($0.start) }, session.place?.roomName, session.hosts,
            session.wishCount.map { words("documentation.wished", count: $0) },
        ].compactMap(\.self).map(plain)
        var blocks = ["### \(plain(session.title))"]
        if !margin.isEmpty { blocks.append(margin.joined(separator: " \u{B7} ")) }
        if !session.sentence.isEmpty { blocks.append("*\(plain(session.sentence))*") }
        if let source = session.source { blocks.append(plain(source)) }
        if let absence = session.absence { blocks.append("**\(plain(absence))**") }
        if let text = session.release?.text { blocks += self.blocks(text) }
        let chatham = session.isChatham ? " " + words["documentation.chatham"] : ""
        blocks.append("*\(plain(told.status(session) + chatham))*")
        return blocks
    }

    private func blocks(_ text: RecordText) -> [String] {
        var blocks = text.sections(words).flatMap { section in
            ["#### \(plain(section.label))", list(section.lines.map(linked))]
        }
        if !text.steps.isEmpty {
            blocks.append("#### \(plain(words["record.steps"]))")
            blocks.append(
                list(
                    text.steps.map { step in
                        plain(
                            [step.what, step.who, step.until].filter { !$0.isEmpty }.joined(separator: ", "))
                    }))
        }
        if let authors = text.authorsLine(words) { blocks.append(plain(authors)) }
        return blocks
    }

    private var steps: String {
        let head = [words["record.stepWhat"], words["record.stepWho"], words["record.stepUntil"]]
        return table(
            head,
            documentation.steps.map {
                [
                    "\($0.value.what) (\(words("documentation.atSession", ["title": $0.session.title])))",
                    $0.value.who, $0.value.until,
                ]
            })
    }

    private var feedback: [String] {
        guard let feedback = documentation.feedback else { return [] }
        let said = list(feedback.words.map { "\(plain($0.text)): \($0.count)" })
        return [plain(told.answered(feedback)), said, list(feedback.sentences.map { plain($0.text) })].filter
        {
            !$0.isEmpty
        }
    }

    private var board: String {
        table(
            [words["documentation.time"]] + told.rooms.map(\.name),
            told.rows.map { row in
                [row.time]
                    + (row.band.map { [$0] + Array(repeating: "", count: max(0, row.width - 1)) }
                        ?? row.cells.map { $0.session?.title ?? "" })
            })
    }

    private func at(_ session: Documentation.Session) -> String {
        plain(words("documentation.atSession", ["title": session.title]))
    }

    private func linked(_ line: RecordLine) -> String {
        line.href.map { "<\($0.replacing("<", with: "%3C").replacing(">", with: "%3E"))>" }
            ?? plain(line.text)
    }

    private func list(_ lines: [String]) -> String { lines.map { "- \($0)" }.joined(separator: "\n") }

    private func table(_ head: [String], _ rows: [[String]]) -> String {
        let line = { (cells: [String]) in "| " + cells.map(plain).joined(separator: " | ") + " |" }
        let rule = "|" + String(repeating: " --- |", count: head.count)
        return ([line(head), rule] + rows.map(line)).joined(separator: "\n")
    }

    /// Text and nothing but text: what means something in Markdown, or in the HTML that it may hold, loses its meaning.
    private func plain(_ text: String) -> String {
        var plain = ""
        // Not by characters: a mark upon an asterisk would hide it.
        for scalar in text.replacing("\r\n", with: " ").unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": plain += " "
            case "<": plain += "&lt;"
            case ">": plain += "&gt;"
            case "&": plain += "&amp;"
            case _ where Self.marks.contains(scalar): plain += "\\\(scalar)"
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return Self.withoutBeginnings(plain)
    }

    private static let marks: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "#", "|", "~", "!"]

    /// A dash or a number with a dot would begin a list, `+` too, and `=` makes a heading of the line above.
    private static func withoutBeginnings(_ text: String) -> String {
        guard let first = text.first(where: { $0 != " " }) else { return text }
        if ["-", "+", "="].contains(first) { return "\\" + text.drop { $0 == " " } }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let next = text.dropFirst(digits.count).first, next == "." || next == ")"
        else {
            return text
        }
        return digits + "\\" + text.dropFirst(digits.count)
    }
}
