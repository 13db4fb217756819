internal import Domain

/// A session with its place in the margin and its record beside it.
struct DocumentedSession: Part {
    let session: Documentation.Session
    let told: Told

    init(_ session: Documentation.Session, _ told: Told) {
        self.session = session
        self.told = told
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "anchor": .text("session-\(session.id)")
        case "title": .text(session.title)
        case "sentence": .maybe(session.sentence.isEmpty ? nil : session.sentence)
        case "time": .maybe(session.place.map { told.time($0.start) })
        case "room": .maybe(session.place?.roomName)
        case "hosts": .maybe(session.hosts)
        case "seats": .maybe(seats)
        case "wished": .maybe(session.wishCount.map { words("documentation.wished", count: $0) })
        case "absence": .maybe(session.absence)
        case "source": .maybe(session.source)
        case "isChatham": .flag(session.isChatham)
        case "status": .text(told.status(session))
        case "record": .maybe(session.release?.text)
        default: nil
        }
    }

    private var seats: Markup? {
        guard let count = session.wishCount, count > 0 else { return nil }
        let most = told.documentation.sessions.compactMap(\.wishCount).max() ?? 0
        return Seats(taken: count, free: 0, size: .board, perLine: 20, step: Seats.step(forLargest: most))
            .markup
    }
}

extension Told {
    /// Who let it out and when, or why there is nothing to read.
    func status(_ session: Documentation.Session) -> String {
        guard let release = session.release else {
            return session.status == .empty
                ? words["documentation.noRecord"] : words["documentation.onlyDraft"]
        }
        let date = ["date": day(release.date)]
        let by =
            release.isByHost
            ? words("documentation.releasedByHost", date) : words("documentation.releasedByEditor", date)
        return release.isOlder ? by + " " + words["documentation.isOlder"] : by
    }
}

/// An open question, with the session where it came up.
struct CameUp: Part {
    let text: String
    let session: Documentation.Session

    init(_ text: String, in session: Documentation.Session) {
        self.text = text
        self.session = session
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "text": .text(text)
        case "anchor": .text("session-\(session.id)")
        case "title": .text(session.title)
        default: nil
        }
    }
}

struct DocumentedStep: Part {
    let from: Documentation.From<RecordText.Step>

    init(_ from: Documentation.From<RecordText.Step>) {
        self.from = from
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "what": .text(from.value.what)
        case "who": .text(from.value.who)
        case "until": .text(from.value.until)
        case "anchor": .text("session-\(from.session.id)")
        case "title": .text(from.session.title)
        default: nil
        }
    }
}

struct DocumentedGroup: Part {
    let group: Documentation.Group
    let told: Told

    init(_ group: Documentation.Group, _ told: Told) {
        self.group = group
        self.told = told
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(group.title)
        case "anchor": .maybe(anchor)
        case "who": .text(told.who(group))
        default: nil
        }
    }

    /// A group may go on with a topic that was never on the board.
    private var anchor: String? {
        told.documentation.sessions.contains { $0.id == group.session } ? "session-\(group.session)" : nil
    }
}

extension Told {
    /// "3 Menschen aus Altena und Soest, darunter Anna, Altena".
    func who(_ group: Documentation.Group) -> String {
        let people = words("documentation.people", count: group.count)
        let towns = group.towns.map(town).joined(separator: ", ")
        let named = group.named.joined(separator: " \u{B7} ")
        return [
            towns.isEmpty
                ? people + (named.isEmpty ? "" : ".")
                : words("documentation.groupFrom", ["people": people, "towns": towns]),
            named.isEmpty ? nil : words("documentation.groupNamed", ["names": named]),
        ].compactMap(\.self).joined(separator: " ")
    }
}

struct DocumentedFeedback: Part {
    let feedback: Feedback.Summary
    let told: Told

    init(_ feedback: Feedback.Summary, _ told: Told) {
        self.feedback = feedback
        self.told = told
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "answered": .text(told.answered(feedback))
        case "said": .parts(feedback.words.map(Word.init))
        case "sentences": .texts(feedback.sentences.map(\.text))
        case "hasSentences": .flag(!feedback.sentences.isEmpty)
        default: nil
        }
    }

    private struct Word: Part {
        let said: Feedback.Said

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "text": .text(said.text)
            case "count": .number(said.count)
            case "seats":
                .markup(
                    Seats(
                        taken: said.count, free: 0, size: .board, perLine: 40,
                        step: Seats.step(forLargest: said.count)
                    ).markup)
            default: nil
            }
        }
    }
}

extension Told {
    func answered(_ feedback: Feedback.Summary) -> String {
        let there = ["of": "\(documentation.people.count)"]
        let answered = words("documentation.answered", count: feedback.answers, there)
        guard feedback.hiddenCount > 0 else { return answered }
        return answered + " " + words("feedback.hidden", count: feedback.hiddenCount)
    }
}

struct DocumentedParking: Part {
    let parked: Documentation.Parked
    let told: Told

    init(_ parked: Documentation.Parked, _ told: Told) {
        self.parked = parked
        self.told = told
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(parked.title)
        case "note": .maybe(told.note(parked))
        default: nil
        }
    }
}

extension Told {
    func note(_ parked: Documentation.Parked) -> String? {
        let wished = parked.wishCount.map { words("documentation.wished", count: $0) }
        let all = [parked.host, wished, parked.reason].compactMap(\.self)
        return all.isEmpty ? nil : all.joined(separator: " \u{B7} ")
    }
}
