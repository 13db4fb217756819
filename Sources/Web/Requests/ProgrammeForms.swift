internal import Domain
internal import Pages

/// What forms of the preparation say, read into the domain's values. A field that was not sent stays as it was.
extension Facts {
    init(_ form: FormFields, changing old: Facts) throws {
        self = old
        if let typed = form["title"] { title = try Title(typed) }
        if let typed = form["venue"] { venue = try VenueName(typed) }
        if let typed = form["address"] { address = try VenueAddress(typed) }
        if let typed = form["date"] { date = try Self.date(typed) }
        if let typed = form["form"] { self.form = Form(rawValue: typed) ?? old.form }
        if let typed = form["tone"] { tone = Tone(rawValue: typed) ?? old.tone }
        if let typed = form["series"] {
            series = typed.allSatisfy(\.isWhitespace) ? nil : try SeriesName(typed)
        }
        funders = try Self.funding(form["funders"], old.funders)
        sponsors = try Self.funding(form["sponsors"], old.sponsors)
        if form["edition"] != nil { edition = form.number("edition") }
        if let typed = form["hostTown"] { hostTown = TownKey(typed) }
        // Boxes to tick are sent by the form that has the rules.
        if form["wishWeightMax"] != nil {
            rules = try Rules(form, changing: old.rules)
            isInArchive = form.isOn("isInArchive") ? true : nil
        }
    }

    private static func funding(_ typed: String?, _ old: FundingText?) throws -> FundingText? {
        guard let typed else { return old }
        return typed.allSatisfy(\.isWhitespace) ? nil : try FundingText(typed)
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
        let changeOver =
            form.number("changeOverMinutes") ?? rules.changeOverMinutes ?? Rules.changeOverMinutesDefault
        guard Slot.changeOverRange.contains(changeOver) else {
            throw Gathering.Refused.outOfRange(
                field: "changeOverMinutes", from: Slot.changeOverRange.lowerBound,
                to: Slot.changeOverRange.upperBound)
        }
        slots = Slot.row(
            from: try form.time("start"), count: min(max(form.number("count") ?? 3, 0), 40),
            lengthMinutes: form.number("lengthMinutes") ?? rules.slotMinutes ?? Rules.slotMinutesDefault,
            changeOverMinutes: changeOver)
    }
}

extension ProgrammeItem {
    init(_ form: FormFields, id: ID) throws {
        self.init(
            id: id, title: try Title(form.text("title")), form: Form(rawValue: form.text("form")) ?? .other,
            start: try form.time("start"), lengthMinutes: form.number("lengthMinutes") ?? 0,
            room: Room.ID(form.text("room")))
    }
}

extension Organiser {
    init(_ form: FormFields, id: ID) throws {
        self.init(
            id: id, name: try OrganiserName(form.text("name")),
            part: Part(rawValue: form.text("part")) ?? .organiser,
            imprint: try ImprintText(form.text("imprint")),
            privacy: try PrivacyText(form.text("privacy")), email: try EmailText(form.text("email")))
    }
}

extension FormFields {
    func time(_ name: String) throws(TimeRefused) -> MinuteOfDay {
        guard let time = MinuteOfDay(text(name)) else { throw TimeRefused(field: name) }
        return time
    }

    /// Empty means none; anything else has to be a time.
    func optionalTime(_ name: String) throws(TimeRefused) -> MinuteOfDay? {
        text(name).allSatisfy(\.isWhitespace) ? nil : try time(name)
    }
}

extension Proposal.Content {
    /// As the moderator's form has it.
    init(_ form: FormFields) throws {
        self.init(title: try Title(form.text("title")), sentence: try Sentence(form.text("sentence")))
        self.form = ProposalKind(rawValue: form.text("form"))?.form ?? .question
        needs = Set(form.all("needs").compactMap(Equipment.init(rawValue:)))
        from = try form.optionalTime("from")
        until = try form.optionalTime("until")
        slotCount = form.number("slotCount") ?? 1
    }
}
