internal import Actions
internal import Domain
internal import Pages

/// The form of a new gathering: what was typed, and what it means.
struct CreationForm {
    private let form: FormFields

    init(_ form: FormFields) {
        self.form = form
    }

    func draft() throws -> Gathering.Draft {
        var reading = FieldReading()
        let facts = try reading.value { try self.facts() }
        let rooms = try reading.value { try self.rooms() }
        let slots = try reading.value { try SlotRow(form).slots }
        guard let facts, let rooms, let slots else { throw reading.refusal }
        return Gathering.Draft(facts: facts, rooms: rooms, slots: slots)
    }

    private func facts() throws -> Facts {
        var reading = FieldReading()
        let title = try reading.value { try Title(form.text("title")) }
        let date = try reading.value { try Facts.date(form.text("date")) }
        let venue = try reading.value { try VenueName(form.text("venue")) }
        guard let title, let date, let venue else { throw reading.refusal }
        let empty = Facts(title: title, form: .barcamp, date: date, venue: venue, tone: .du)
        var facts = try Facts(form, changing: empty)
        // As the first times are, so are those that are added later.
        facts.rules.slotMinutes = form.number("lengthMinutes")
        facts.rules.changeOverMinutes = form.number("changeOverMinutes")
        return facts
    }

    private func rooms() throws -> [Room] {
        let lines = form.text("rooms").split(whereSeparator: \.isNewline).map(String.init)
        return try lines.filter { !$0.isBlank }.enumerated().map {
            try Room(line: $0.element, id: Room.ID(number: $0.offset + 1))
        }
    }

    /// The sentence for what belongs to no field.
    func sentence(_ refused: any Refusal, _ words: Phrases) -> String? {
        refused.each.first { field(of: $0) == nil }.map { text($0, words) }
    }

    func typed(_ refused: any Refusal, _ words: Phrases) -> Typed {
        var errors: [String: String] = [:]
        for refused in refused.each {
            if let field = field(of: refused) { errors[field] = text(refused, words) }
        }
        return Typed(form.typed, errors: errors)
    }

    private func field(of refused: any Refusal) -> String? {
        switch refused {
        case let refused as TextRefused: refused.field == RoomNameKind.field ? "rooms" : refused.field
        case let refused as TimeRefused: refused.field
        case is DateRefused: "date"
        case is RoomLineRefused, Gathering.Refused.roomNamedAlike,
            Gathering.Refused.outOfRange("seats", _, _),
            Gathering.Refused.tooMany(.rooms):
            "rooms"
        case Gathering.Refused.outOfRange("slotMinutes", _, _): "lengthMinutes"
        case Gathering.Refused.outOfRange(let field, _, _): field
        case Gathering.Refused.slotsOverlap, Gathering.Refused.afterMidnight: "start"
        case Gathering.Refused.tooMany(.slots): "count"
        default: nil
        }
    }

    private func text(_ refused: any Refusal, _ words: Phrases) -> String {
        switch refused {
        case let refused as TextRefused: words.sentence(for: refused)
        case is TimeRefused: words["refused.time"]
        case is DateRefused: words["refused.date"]
        case let refused as RoomLineRefused: words("view.roomLine", ["line": refused.line])
        case let refused as Gathering.Refused: words.sentence(for: refused)
        case is ForgettingRefused: words["refusal.deletedNext"]
        default: words["refused.unknown"]
        }
    }
}

/// A line of the form that is no room.
struct RoomLineRefused: Refusal {
    let line: String

    var kind: RefusalKind { .invalid }
}

extension Room {
    /// Reads `Saal, 40` and `Saal 40`; the number at the end is its seats. Whether there are steps nobody said.
    fileprivate init(line: String, id: ID) throws {
        let words = line.split { $0.isWhitespace || $0 == "," || $0 == ";" }
        guard let last = words.last, let seats = Int(last), words.count > 1 else {
            throw RoomLineRefused(line: String(line.prefix(60)))
        }
        let name = line[..<last.startIndex].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.init(
            id: id, name: try RoomName(String(name.trimmedAtEnd(of: ",;"))), seats: seats,
            isAccessible: false)
    }
}

extension String {
    fileprivate func trimmedAtEnd(of characters: String) -> Substring {
        var text = self[...]
        while let last = text.last, characters.contains(last) || last.isWhitespace { text.removeLast() }
        return text
    }
}
