/// A gathering as somebody reads it who was not there: on the screen, and as a report on paper.
public struct DocumentationPage: Page {
    public static let template = "documentation/page"

    public var documentation: Documentation
    /// Where it lies for everybody, in full: a printed report names it.
    public var address: String

    public init(_ documentation: Documentation, address: String) {
        self.documentation = documentation
        self.address = address
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        let told = Told(documentation, words)
        switch name {
        case "pageTitle": return .text(told.heading + " \u{B7} " + documentation.title)
        case "gatheringName": return .text(documentation.title)
        case "kicker": return .text(told.series ?? documentation.title)
        case "heading": return .text(told.heading)
        case "lead": return .text(told.lead)
        case "address": return .text(address)
        case "printedDate": return .text("\(documentation.title), \(told.date)")
        case "isUnfinished": return .flag(!documentation.isOver)
        case "fundingLines": return .texts([])
        case "seriesAddress":
            return .maybe(
                documentation.previous == nil && documentation.next == nil
                    ? nil : Route.series(documentation.gathering).path)
        case "contents": return .parts(told.chapters.map { Entry(id: $0.id, label: $0.label) })
        case "numbers": return .parts(told.numbers.map { Number(count: $0.count, label: $0.label) })
        case "facts": return .parts(told.facts.map { Fact(label: $0.label, text: $0.text) })
        case "markdownAddress", "dataAddress", "boardAddress": return answer(way: name)
        default: break
        }
        return ringAnswer(name, words) ?? partsAnswer(name, told)
            ?? SiteFrame(gathering: documentation.gathering).answer(name, words)
    }

    private func answer(way name: String) -> Answer {
        switch name {
        case "markdownAddress": .text(Route.documentation(documentation.gathering, .markdown).path)
        case "dataAddress": .text(Route.documentation(documentation.gathering, .json).path)
        default: .text(Route.board(documentation.gathering).path)
        }
    }

    private func ringAnswer(_ name: String, _ words: Phrases) -> Answer? {
        guard ["ring", "ringNumber", "ringOf", "ringNote"].contains(name) else { return nil }
        guard let wishes = documentation.wishes, wishes.count > 0 else { return .nothing }
        let step = (wishes.count + 59) / 60
        switch name {
        case "ring": return .markup(Ring(taken: wishes.attained / step, places: wishes.count / step).markup)
        case "ringNumber": return .number(wishes.attained)
        case "ringOf": return .text(words("documentation.ofWishes", count: wishes.count))
        default:
            return .text(
                [
                    words["documentation.cameTrue"], step > 1 ? words("seats.step", count: step) : nil,
                    LatecomerNote(late: wishes.late).text(words),
                ].compactMap(\.self).joined(separator: " "))
        }
    }

    private func partsAnswer(_ name: String, _ told: Told) -> Answer? {
        let parts: [any Part]
        switch name {
        case "course": parts = told.course
        case "sessions": parts = documentation.sessions.map { DocumentedSession($0, told) }
        case "questions": parts = documentation.questions.map { CameUp($0.value, in: $0.session) }
        case "steps": parts = documentation.steps.map { DocumentedStep($0) }
        case "groups": parts = documentation.groups.map { DocumentedGroup($0, told) }
        case "feedback": return .maybe(documentation.feedback.map { DocumentedFeedback($0, told) })
        case "parked": parts = documentation.parked.map { DocumentedParking($0, told) }
        case "rooms": return .texts(told.rooms.map(\.name))
        case "rows": parts = told.rows
        case "funding": return .texts(documentation.funding)
        case "editions":
            parts = told.editions.map { Edition(label: $0.label, title: $0.title, href: $0.href) }
        default: return told.flag(name)
        }
        return .parts(parts)
    }

    private struct Entry: Part {
        let id: String
        let label: String

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "id": .text(id)
            case "label": .text(label)
            default: nil
            }
        }
    }

    private struct Number: Part {
        let count: Int
        let label: String

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "count": .number(count)
            case "label": .text(label)
            default: nil
            }
        }
    }

    private struct Fact: Part {
        let label: String
        let text: String

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "label": .text(label)
            case "text": .text(text)
            default: nil
            }
        }
    }

    private struct Edition: Part {
        let label: String
        let title: String
        let href: String?

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "label": .text(label)
            case "title": .text(title)
            case "href": .maybe(href)
            default: nil
            }
        }
    }
}
