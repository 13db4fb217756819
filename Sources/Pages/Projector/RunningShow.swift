public import Domain

/// What runs in which room, how many sit there, and what comes next. Rooms in the order of the signposts.
public struct RunningShow: Part {
    /// `11:15`; nil in a break.
    public var until: String?
    public var countdown: Countdown?
    /// `11:30`
    public var nextStart: String?
    /// "war 11:15": a delay moved it.
    public var nextWas: String?
    public var rooms: [RunningShowRoom]

    /// Up to here a room has a line of its own, with what comes next.
    static let roomsInOneColumn = 6
    static let roomsPerPage = 12

    public init(
        until: String?,
        countdown: Countdown? = nil,
        nextStart: String? = nil,
        rooms: [RunningShowRoom]
    ) {
        self.until = until
        self.countdown = countdown
        self.nextStart = nextStart
        self.rooms = rooms
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "heading":
            .text(until.map { words("stage.nowUntil", ["time": $0]) } ?? words["stage.soon"])
        case "countdown": .maybe(countdown)
        case "leftParts": .maybe(countdown.map { LeftPart(countdown: $0) })
        case "nextHeading":
            .maybe(
                nextStart.map { start in
                    [words("stage.nextFrom", ["time": start]), nextWas].compactMap(\.self).joined(
                        separator: ", ")
                })
        case "isWide": .flag(rooms.count > Self.roomsInOneColumn)
        case "hasNext": .flag(nextStart != nil)
        case "rooms": .parts(rows)
        case "pages": .parts(StagePage.pages(of: rows, size: Self.roomsPerPage))
        case "hasPages": .flag(rooms.count > Self.roomsPerPage)
        default: nil
        }
    }

    private var rows: [any Part] {
        let step = Seats.step(forLargest: rooms.map { max($0.headCount, $0.seatCount) }.max() ?? 0)
        return rooms.map { RoomLine(room: $0, step: step) }
    }
}

public struct RunningShowRoom: Sendable {
    public let id: String
    public var name: String
    public var title: String?
    public var host: String?
    /// Why it does not take place.
    public var absence: String?
    public var headCount: Int
    public var seatCount: Int
    public var nextTitle: String?

    public init(
        id: String,
        name: String,
        title: String?,
        host: String? = nil,
        absence: String? = nil,
        headCount: Int = 0,
        seatCount: Int,
        nextTitle: String? = nil
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.host = host
        self.absence = absence
        self.headCount = headCount
        self.seatCount = seatCount
        self.nextTitle = nextTitle
    }
}

/// "noch 12 Min", with the number by itself, since the device counts it down.
private struct LeftPart: Part {
    let countdown: Countdown

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        let pieces = words("time.left", ["count": "|"]).split(
            separator: "|",
            omittingEmptySubsequences: false
        )
        return switch name {
        case "before": .text(pieces.first.map(String.init) ?? "")
        case "after": .text(pieces.count > 1 ? String(pieces[1]) : "")
        default: countdown.answer(name, words)
        }
    }
}

private struct RoomLine: Part {
    let room: RunningShowRoom
    let step: Int

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(room.id)
        case "room": .text(room.name)
        case "title": .maybe(room.title)
        case "host": .maybe(room.host)
        case "isCancelled": .flag(room.absence != nil)
        case "absence": .maybe(room.absence)
        case "heads": .number(room.headCount)
        case "ofSeats": .text(words("stage.ofSeats", count: room.seatCount))
        case "isFull": .flag(room.title != nil && room.headCount >= room.seatCount)
        case "step": .number(step)
        case "isDouble": .flag((max(room.headCount, room.seatCount) + step - 1) / step > 20)
        case "seats":
            .markup(
                Seats(
                    taken: min(room.headCount, room.seatCount),
                    free: max(0, room.seatCount - room.headCount),
                    surplus: max(0, room.headCount - room.seatCount),
                    size: .now,
                    perLine: 20,
                    step: step
                ).markup
            )
        case "nextTitle": .maybe(room.nextTitle)
        default: nil
        }
    }
}

/// The last round, and the end.
public struct ClosingShow: Part {
    public var hasEnded: Bool
    public var hereCount: Int
    public var sessionCount: Int
    public var townCount: Int?
    public var feedback = FeedbackShow.none
    /// Where the day can be read afterwards.
    public var readingQR: Markup?
    /// When and where those of the series meet again: "22. Runder Tisch: Do, 26. November, Altena".
    public var nextEdition: String?

    /// How far the feedback is. Before it is released, nobody sees a word.
    public enum FeedbackShow: Sendable {
        case none
        case open(answers: Int, qr: Markup?)
        case counted(answers: Int)
        case released(Feedback.Summary)
    }

    public init(hasEnded: Bool, hereCount: Int, sessionCount: Int, townCount: Int? = nil) {
        self.hasEnded = hasEnded
        self.hereCount = hereCount
        self.sessionCount = sessionCount
        self.townCount = townCount
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "heading": .text(heading(words))
        case "subline": .text(subline(words))
        case "numbers": .parts(numbers(words))
        case "isOpen": if case .open = feedback { .flag(true) } else { .flag(false) }
        case "feedbackQR": if case .open(_, let qr) = feedback { .maybe(qr) } else { .nothing }
        case "result":
            if case .released(let summary) = feedback, !summary.words.isEmpty {
                .part(FeedbackResult(summary, in: .hall))
            } else {
                .nothing
            }
        case "numbersLine": .text(numbersLine(words))
        case "readingQR": .maybe(readingQR)
        case "nextEdition": .maybe(nextEdition.map { words("stage.nextEdition", ["what": $0]) })
        default: nil
        }
    }

    private func heading(_ words: Phrases) -> String {
        switch feedback {
        case .open: words["stage.fourWords"]
        case .released(let summary) where !summary.words.isEmpty: words["stage.whatYouSaid"]
        default: hasEnded ? words["stage.ended"] : words["stage.closing"]
        }
    }

    private func subline(_ words: Phrases) -> String {
        switch feedback {
        case .open: words["stage.fourWordsNext"]
        case .counted: words["stage.counted"]
        default: hasEnded ? words["stage.endedNext"] : words["stage.closingNext"]
        }
    }

    /// "38 Menschen · 24 Kommunen · 11 Sessions · 31 haben geantwortet", where a picture takes the room.
    private func numbersLine(_ words: Phrases) -> String {
        let answered =
            if case .released(let summary) = feedback {
                "\(summary.answers) " + words("stage.answered", count: summary.answers)
            } else { "" }
        let counts = [
            "\(hereCount) " + words("stage.people", count: hereCount),
            townCount.map { "\($0) " + words("stage.towns", count: $0) } ?? "",
            sessionCount == 0 ? "" : "\(sessionCount) " + words("stage.sessions", count: sessionCount),
        ]
        return (counts + [answered]).filter { !$0.isEmpty }.joined(separator: " \u{B7} ")
    }

    private func numbers(_ words: Phrases) -> [any Part] {
        switch feedback {
        case .open(let answers, _), .counted(let answers):
            return [
                StageNumber(
                    number: answers, text: words("stage.answered", count: answers), topic: "feedback/answers")
            ]
        case .none, .released: return dayNumbers(words)
        }
    }

    private func dayNumbers(_ words: Phrases) -> [any Part] {
        let towns = townCount.map { StageNumber(number: $0, text: words("stage.towns", count: $0)) }
        return [
            StageNumber(number: hereCount, text: words("stage.people", count: hereCount)), towns,
            StageNumber(number: sessionCount, text: words("stage.sessions", count: sessionCount)),
        ].compactMap(\.self)
    }
}

private struct StageNumber: Part {
    let number: Int
    let text: String
    /// What live frames count it by.
    var topic: String?

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "number": .number(number)
        case "numberText": .text(text)
        case "numberTopic": .maybe(topic)
        default: nil
        }
    }
}
