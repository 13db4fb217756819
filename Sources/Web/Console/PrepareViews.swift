internal import Domain
internal import Pages

/// What stands before the day begins, as forms.
extension Scene {
    func preparePage(_ frame: ConsoleFrame, _ note: ConsoleNote, _ towns: TownDirectory) -> PreparePage {
        let programme = gathering.programme
        return PreparePage(
            frame, facts: factsForm(towns),
            rooms: programme.rooms.map {
                RoomForm(
                    id: $0.id.text, name: $0.name.text, seats: "\($0.seats)", equipment: $0.equipment,
                    isAccessible: $0.isAccessible)
            },
            slots: programme.slots.map {
                SlotForm(
                    id: $0.id.text, start: $0.start.fieldText, end: $0.end.fieldText,
                    lengthMinutes: "\($0.lengthMinutes)")
            },
            items: programme.items.map {
                ItemForm(
                    id: $0.id.text, title: $0.title.text, form: $0.form, start: $0.start.fieldText,
                    lengthMinutes: "\($0.lengthMinutes)", room: $0.room?.text ?? "")
            },
            organisers: programme.organisers.map {
                OrganiserForm(
                    id: $0.id.text, name: $0.name.text, part: $0.part, imprint: $0.imprint.text,
                    privacy: $0.privacy.text,
                    email: $0.email.text)
            }, refusedForm: note.form.flatMap(Self.refusedForm))
    }

    func deletionPage(_ frame: ConsoleFrame, _ note: ConsoleNote) -> DeletionPage {
        DeletionPage(
            frame, title: facts.title.text, peopleCount: gathering.attendees.all.count,
            topicCount: gathering.topics.all.count, typed: note.typed(.deletion))
    }

    private func factsForm(_ towns: TownDirectory) -> FactsForm {
        var form = FactsForm(
            title: facts.title.text, form: facts.form, date: Self.field(facts.date), venue: facts.venue.text,
            address: facts.address.text, hostTown: facts.hostTown?.text ?? "", towns: towns.options,
            series: facts.series?.text ?? "", edition: facts.edition.map(String.init) ?? "", tone: facts.tone)
        form.funders = facts.funders?.text ?? ""
        form.sponsors = facts.sponsors?.text ?? ""
        let rules = facts.rules
        form.wishWeightMax = rules.wishWeightMax
        form.isBlind = rules.isBlind
        form.showsNamesToEveryone = rules.showsNamesToEveryone
        form.isInArchive = facts.isInArchive == true
        form.pitchSeconds = "\(rules.pitchSeconds)"
        form.slotMinutes = "\(rules.slotMinutes ?? Rules.slotMinutesDefault)"
        form.changeOverMinutes = "\(rules.changeOverMinutes ?? Rules.changeOverMinutesDefault)"
        form.graceMinutes = "\(rules.graceMinutes ?? Rules.graceMinutesDefault)"
        switch rules.admission {
        case .allWhileRoom: form.admission = .all
        case .plenum: form.admission = .plenum
        case .mostWanted(let count):
            form.admission = .top
            form.admissionCount = "\(count)"
        }
        return form
    }

    /// `2026-11-21`, as date fields want it.
    static func field(_ date: LocalDate) -> String { "\(date)" }

    /// `rooms` is the form for a new room, `rooms/3` the one of room 3.
    private static func refusedForm(_ form: ConsoleNote.RefusedForm) -> PreparePage.RefusedForm? {
        let parts = form.path.split(separator: "/").map(String.init)
        guard let first = parts.first else { return nil }
        let names = ["rooms": "room", "slots": "slot", "items": "item", "organisers": "organiser"]
        if first == "next" { return .init("next", form.typed) }
        if first == "facts" { return .init("facts", form.typed) }
        guard let name = names[first] else { return nil }
        return .init("\(name)-\(parts.count > 1 ? parts[1] : "new")", form.typed)
    }
}

extension TownDirectory {
    /// All towns to choose from, by key.
    var options: [SelectOption] { towns.map { SelectOption($0.id.text, $0.shortName) } }
}
