internal import Domain

/// The sentences of a documentation: page and Markdown say the same.
struct Told: Sendable {
    let documentation: Documentation
    let words: Phrases
    let formats: Formats

    init(_ documentation: Documentation, _ words: Phrases) {
        self.documentation = documentation
        self.words = words
        formats = Formats(words.language)
    }

    var date: String { date(documentation.date) }

    func date(_ date: LocalDate) -> String {
        CalendarDay(year: date.year, month: date.month, day: date.day).map(formats.longDate) ?? "\(date)"
    }

    func day(_ date: LocalDate) -> String {
        CalendarDay(year: date.year, month: date.month, day: date.day).map(formats.date) ?? "\(date)"
    }

    func time(_ minute: MinuteOfDay) -> String { formats.time(minute.minutes) }

    func span(_ start: MinuteOfDay, _ end: MinuteOfDay) -> String {
        words("documentation.span", ["start": time(start), "end": time(end)])
    }

    var heading: String {
        documentation.hostTown.map { words("documentation.headingIn", ["town": $0]) }
            ?? words["documentation.heading"]
    }

    var series: String? {
        documentation.series.map { name in documentation.edition.map { "\($0). \(name)" } ?? name }
    }

    /// "38 Menschen aus 31 Kommunen, 21 Themen. Hier steht …".
    var lead: String {
        let people = words("documentation.people", count: documentation.people.count)
        let towns = documentation.people.towns.count
        let from = towns > 0 ? people + " " + words("documentation.fromTowns", count: towns) : people
        let sessions = words("documentation.sessions", count: documentation.takingPlace.count)
        return words("documentation.lead", ["people": from, "sessions": sessions])
    }

    var numbers: [(count: Int, label: String)] {
        let rooms = Set(documentation.takingPlace.compactMap { $0.place?.room }).count
        let released = documentation.sessions.count { $0.release != nil }
        let all: [(count: Int, label: String)] = [
            (
                documentation.people.towns.count,
                words("documentation.townsLabel", count: documentation.people.towns.count)
            ),
            (
                documentation.takingPlace.count,
                documentation.takingPlace.count == 1
                    ? words["documentation.oneSessionLabel"]
                    : words("documentation.sessionsLabel", count: rooms)
            ),
            (released, words("documentation.recordsLabel", count: released)),
            (
                documentation.questions.count,
                words("documentation.questionsLabel", count: documentation.questions.count)
            ),
        ]
        return all.filter { $0.count > 0 }
    }

    struct Chapter: Sendable {
        let id: String
        let label: String
    }

    /// Those that have something to say, in their order.
    var chapters: [Chapter] {
        let given: [(String, String, Bool)] = [
            ("facts", words["documentation.facts"], true),
            ("course", words["documentation.course"], hasCourse),
            ("outcome", words["documentation.outcome"], true),
            ("questions", words["documentation.questions"], !documentation.questions.isEmpty),
            ("steps", words["documentation.steps"], !documentation.steps.isEmpty),
            ("groups", words["documentation.groups"], !documentation.groups.isEmpty),
            ("words", words["documentation.words"], documentation.feedback != nil),
            ("parked", words["documentation.parked"], !documentation.parked.isEmpty),
            ("board", words["documentation.board"], hasBoard),
            ("editions", words["documentation.editions"], !editions.isEmpty),
        ]
        return given.filter(\.2).map { Chapter(id: $0.0, label: $0.1) }
    }

    func flag(_ name: String) -> Answer? {
        switch name {
        case "hasCourse": .flag(hasCourse)
        case "hasSessions": .flag(!documentation.sessions.isEmpty)
        case "hasQuestions": .flag(!documentation.questions.isEmpty)
        case "hasSteps": .flag(!documentation.steps.isEmpty)
        case "hasGroups": .flag(!documentation.groups.isEmpty)
        case "hasParked": .flag(!documentation.parked.isEmpty)
        case "hasBoard": .flag(hasBoard)
        case "hasEditions": .flag(!editions.isEmpty)
        case "hasFunding": .flag(!documentation.funding.isEmpty)
        default: nil
        }
    }

    private var hasCourse: Bool { !documentation.items.isEmpty || !documentation.slots.isEmpty }

    private var hasBoard: Bool { documentation.sessions.contains { $0.place != nil } }

    /// What, when, where, by whom, who was there.
    var facts: [(label: String, text: String)] {
        let place = [documentation.venue, documentation.address].filter { !$0.isEmpty }
            .joined(separator: ", ")
        let towns = documentation.people.towns.map(town)
        let others = documentation.people.otherCount
        let all: [(String, String)] = [
            (
                words["documentation.what"],
                [documentation.title, series].compactMap(\.self).joined(separator: ", ")
            ),
            (words["documentation.form"], formName),
            (words["documentation.when"], [date, hours].compactMap(\.self).joined(separator: ", ")),
            (words["documentation.where"], place),
            (
                words["documentation.by"],
                documentation.organisers.map(organiser).joined(separator: " \u{B7} ")
            ),
            (
                words["documentation.who"],
                (towns + (others > 0 ? [words("documentation.others", count: others)] : []))
                    .joined(separator: ", ")
            ),
        ]
        return all.filter { !$0.1.isEmpty }
    }

    private var formName: String {
        switch documentation.form {
        case .barcamp: words["documentation.barcamp"]
        case .conference: words["documentation.conference"]
        case .networkMeeting: words["documentation.networkMeeting"]
        case .workshop: words["documentation.workshop"]
        }
    }

    private func organiser(_ organiser: Documentation.Organiser) -> String {
        let part =
            switch organiser.part {
            case .organiser: words["documentation.partOrganiser"]
            case .coOrganiser: words["documentation.partCoOrganiser"]
            case .cooperation: words["documentation.partCooperation"]
            case .host: words["documentation.partHost"]
            }
        return "\(organiser.name) (\(part))"
    }

    /// From the first thing of the day to its last.
    private var hours: String? {
        let starts = documentation.items.map(\.start) + documentation.slots.map(\.start)
        let ends = documentation.items.map(\.end) + documentation.slots.map(\.end)
        guard let first = starts.min(), let last = ends.max() else { return nil }
        return span(first, last)
    }

    func town(_ town: Documentation.TownCount) -> String {
        town.count > 1 ? "\(town.town) (\(town.count))" : town.town
    }

    var editions: [(label: String, title: String, href: String?)] {
        let both = [
            (words["documentation.previous"], documentation.previous),
            (words["documentation.next"], documentation.next),
        ]
        return both.compactMap { label, edition in
            edition.map { (label, "\($0.title), \(day($0.date))", $0.path) }
        }
    }
}
