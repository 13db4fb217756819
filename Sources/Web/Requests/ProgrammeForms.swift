internal import Domain
internal import Pages

/// What forms of the preparation say, read into the domain's values. A field that was not sent stays as it was.
extension Facts {
    init(_ form: FormFields, changing old: Facts) throws {
        self = old
        var reading = FieldReading()
        try reading.read(form["title"], into: &title) { try Title($0) }
        try reading.read(form["venue"], into: &venue) { try VenueName($0) }
        try reading.read(form["address"], into: &address) { try VenueAddress($0) }
        try reading.read(form["date"], into: &date, Self.date)
        if let typed = form["form"] { self.form = Form(rawValue: typed) ?? old.form }
        if let typed = form["tone"] { tone = Tone(rawValue: typed) ?? old.tone }
        try reading.read(form["series"], into: &series) { try $0.isBlank ? nil : SeriesName($0) }
        try reading.read(form["funders"], into: &funders, Self.funding)
        try reading.read(form["sponsors"], into: &sponsors, Self.funding)
        if form["edition"] != nil { edition = form.number("edition") }
        if let typed = form["hostTown"] { hostTown = TownKey(typed) }
        // Boxes to tick are sent by the form that has the rules.
        if form["wishWeightMax"] != nil {
            rules = try Rules(form, changing: old.rules)
            isInArchive = form.isOn("isInArchive") ? true : nil
        }
        try reading.end()
    }

    private static func funding(_ typed: String) throws -> FundingText? {
        try typed.isBlank ? nil : FundingText(typed)
    }

    static func date(_ typed: String) throws -> LocalDate {
        guard let date = LocalDate(typed) else { throw DateRefused() }
        return date
    }
}

/// A date that is none, or is missing.
struct DateRefused: Refusal {
    var kind: RefusalKind { .invalid }
}

/// A time that is none, or is missing.
struct TimeRefused: Refusal {
    let field: String

    var kind: RefusalKind { .invalid }
}

extension Rules {
    init(_ form: FormFields, changing old: Rules) throws {
        self = old
        wishWeightMax = form.number("wishWeightMax") ?? old.wishWeightMax
        pitchSeconds = form.number("pitchSeconds") ?? old.pitchSeconds
        slotMinutes = form.number("slotMinutes") ?? old.slotMinutes
        changeOverMinutes = form.number("changeOverMinutes") ?? old.changeOverMinutes
        graceMinutes = form.number("graceMinutes") ?? old.graceMinutes
        isBlind = form.isOn("isBlind")
        showsNamesToEveryone = form.isOn("showsNamesToEveryone")
        switch form.text("admission") {
        case "top": admission = .mostWanted(count: form.number("admissionCount") ?? 0)
        case "plenum": admission = .plenum
        case "all": admission = .allWhileRoom
        default: break
        }
    }
}

extension Room {
    init(_ form: FormFields, id: ID) throws {
        let equipment = Set(form.all("equipment").compactMap(Equipment.init(rawValue:)))
        self.init(
            id: id, name: try RoomName(form.text("name")), seats: form.number("seats") ?? 0,
            equipment: equipment.subtracting([.accessible]), isAccessible: equipment.contains(.accessible))
    }
}

extension Slot {
    init(_ form: FormFields, id: ID) throws {
        self.init(
            id: id, start: try form.time("start"), lengthMinutes: form.number("lengthMinutes") ?? 0)
    }
}

/// A row of slots, as the generator's form asks for it.
struct SlotRow {
    let slots: [Slot]

    /// What was not typed is as the gathering has it.
    init(_ form: FormFields, usual rules: Rules = Rules()) throws {
        var reading = FieldReading()
        let changeOver = try reading.value { try Self.changeOver(form, rules) }
        let start = try reading.value { try form.time("start") }
        guard let changeOver, let start else { throw reading.refusal }
        slots = Slot.row(
            from: start, count: min(max(form.number("count") ?? 3, 0), 40),
            lengthMinutes: form.number("lengthMinutes") ?? rules.slotMinutes ?? Rules.slotMinutesDefault,
            changeOverMinutes: changeOver)
    }

    private static func changeOver(_ form: FormFields, _ rules: Rules) throws -> Int {
        let minutes =
            form.number("changeOverMinutes") ?? rules.changeOverMinutes ?? Rules.changeOverMinutesDefault
        guard Slot.changeOverRange.contains(minutes) else {
            throw Gathering.Refused.outOfRange(
                field: "changeOverMinutes", from: Slot.changeOverRange.lowerBound,
                to: Slot.changeOverRange.upperBound)
        }
        return minutes
    }
}

extension ProgrammeItem {
    init(_ form: FormFields, id: ID) throws {
        var reading = FieldReading()
        let title = try reading.value { try Title(form.text("title")) }
        let start = try reading.value { try form.time("start") }
        guard let title, let start else { throw reading.refusal }
        self.init(
            id: id, title: title, form: Form(rawValue: form.text("form")) ?? .other,
            start: start, lengthMinutes: form.number("lengthMinutes") ?? 0,
            room: Room.ID(form.text("room")))
    }
}

extension Organiser {
    init(_ form: FormFields, id: ID) throws {
        var reading = FieldReading()
        let name = try reading.value { try OrganiserName(form.text("name")) }
        let imprint = try reading.value { try ImprintText(form.text("imprint")) }
        let privacy = try reading.value { try PrivacyText(form.text("privacy")) }
        let email = try reading.value { try EmailText(form.text("email")) }
        guard let name, let imprint, let privacy, let email else { throw reading.refusal }
        self.init(
            id: id, name: name, part: Part(rawValue: form.text("part")) ?? .organiser,
            imprint: imprint, privacy: privacy, email: email)
    }
}

extension FormFields {
    func time(_ name: String) throws(TimeRefused) -> MinuteOfDay {
        guard let time = MinuteOfDay(text(name)) else { throw TimeRefused(field: name) }
        return time
    }

    /// Empty means none; anything else has to be a time.
    func optionalTime(_ name: String) throws(TimeRefused) -> MinuteOfDay? {
        text(name).isBlank ? nil : try time(name)
    }
}

extension Proposal.Content {
    /// As the moderator's form has it.
    init(_ form: FormFields) throws {
        var reading = FieldReading()
        let title = try reading.value { try Title(form.text("title")) }
        let sentence = try reading.value { try Sentence(form.text("sentence")) }
        let from = try reading.value { try form.optionalTime("from") }
        let until = try reading.value { try form.optionalTime("until") }
        guard let title, let sentence, let from, let until else { throw reading.refusal }
        self.init(title: title, sentence: sentence)
        self.form = ProposalKind(rawValue: form.text("form"))?.form ?? .question
        needs = Set(form.all("needs").compactMap(Equipment.init(rawValue:)))
        (self.from, self.until) = (from, until)
        slotCount = form.number("slotCount") ?? 1
    }
}
