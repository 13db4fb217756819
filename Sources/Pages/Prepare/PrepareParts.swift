import Domain

struct RoomPart: Part {
    let room: RoomForm?
    let kit: FormKit
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "formID": .text(kit.id)
        case "problems": .maybe(Problems(of: self, ["fields", "selects"], words))
        case "isOpen": .flag(!kit.typed.isEmpty)
        case "summary": .maybe(room.map { summary($0, words) })
        case "note": .maybe(room.map { note($0, words) })
        case "save":
            .part(
                frame.act(
                    room == nil ? words["prepare.addRoom"] : words["prepare.save"],
                    room.map { .room($0.id) } ?? .rooms
                )
            )
        case "remove": .maybe(room.map { frame.act(words["prepare.remove"], .roomRemoval($0.id)) })
        case "fields":
            .parts([
                kit.input(
                    "name",
                    words["prepare.roomName"],
                    room?.name ?? "",
                    isRequired: true,
                    lengthMax: 40
                ),
                kit.input(
                    "seats",
                    words["prepare.seats"],
                    room?.seats ?? "",
                    kind: .number,
                    isRequired: true,
                    lengthMax: 4
                ),
            ])
        case "choices":
            .part(
                kit.checks(
                    "equipment",
                    words["prepare.equipment"],
                    Equipment.allCases.filter { $0 != .accessible }.map {
                        SelectOption($0.rawValue, $0.name(words))
                    }
                        + [SelectOption(Equipment.accessible.rawValue, words["prepare.accessible"])],
                    chosen: chosen
                )
            )
        case "selects": .nothing
        default: nil
        }
    }

    private var chosen: [String] {
        guard let room else { return [] }
        return room.equipment.map(\.rawValue) + (room.isAccessible ? [Equipment.accessible.rawValue] : [])
    }

    private func summary(_ room: RoomForm, _ words: Phrases) -> String { room.name }

    private func note(_ room: RoomForm, _ words: Phrases) -> String {
        let seats = words("grid.seats", ["count": room.seats])
        let things = room.equipment.subtracting([.accessible]).sorted().map { $0.name(words) }
        return ([seats] + things + (room.isAccessible ? [] : [words["prepare.notAccessible"]])).joined(
            separator: ", "
        )
    }
}

struct SlotPart: Part {
    let slot: SlotForm?
    let kit: FormKit
    let frame: ConsoleFrame
    let usualMinutes: String

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "formID": .text(kit.id)
        case "problems": .maybe(Problems(of: self, ["fields", "selects"], words))
        case "isOpen": .flag(!kit.typed.isEmpty)
        case "summary":
            .maybe(slot.map { words("prepare.slot", ["start": trimmed($0.start), "end": trimmed($0.end)]) })
        case "note": .maybe(slot.map { words("time.minutes", ["count": $0.lengthMinutes]) })
        case "save":
            .part(
                frame.act(
                    slot == nil ? words["prepare.addSlot"] : words["prepare.save"],
                    slot.map { .slot($0.id) } ?? .slots
                )
            )
        case "remove": .maybe(slot.map { frame.act(words["prepare.remove"], .slotRemoval($0.id)) })
        case "fields":
            .parts([
                kit.input("start", words["prepare.start"], slot?.start ?? "", kind: .time, isRequired: true),
                kit.input(
                    "lengthMinutes",
                    words["prepare.length"],
                    slot?.lengthMinutes ?? usualMinutes,
                    kind: .number,
                    isRequired: true,
                    lengthMax: 3
                ),
            ])
        case "choices", "selects": .nothing
        default: nil
        }
    }

    private func trimmed(_ time: String) -> String { time.hasPrefix("0") ? String(time.dropFirst()) : time }
}

/// A whole row of slots at once: start, how many, how long, and how much time lies between.
struct SlotRowPart: Part {
    let kit: FormKit
    let frame: ConsoleFrame
    /// When the next slot could begin; nil when there is none yet.
    let start: String?
    let facts: FactsForm

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "formID": .text(kit.id)
        case "problems": .maybe(Problems(of: self, ["fields", "selects"], words))
        case "isOpen": .flag(!kit.typed.isEmpty || start == nil)
        case "save": .part(frame.act(words["prepare.addRow"], .slotRow))
        case "fields":
            .parts([
                kit.input("start", words["prepare.start"], start ?? "10:30", kind: .time, isRequired: true),
                kit.input(
                    "count",
                    words["prepare.slotCount"],
                    "4",
                    kind: .number,
                    isRequired: true,
                    lengthMax: 2
                ),
                kit.input(
                    "lengthMinutes",
                    words["prepare.length"],
                    facts.slotMinutes,
                    kind: .number,
                    isRequired: true,
                    lengthMax: 3
                ),
                kit.input(
                    "changeOverMinutes",
                    words["prepare.changeOver"],
                    facts.changeOverMinutes,
                    kind: .number,
                    isRequired: true,
                    lengthMax: 3
                ),
            ])
        default: nil
        }
    }
}

struct ItemPart: Part {
    let item: ItemForm?
    let kit: FormKit
    let rooms: [RoomForm]
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "formID": .text(kit.id)
        case "problems": .maybe(Problems(of: self, ["fields", "selects"], words))
        case "isOpen": .flag(!kit.typed.isEmpty)
        case "summary": .maybe(item.map { "\(trimmed($0.start)) \($0.title)" })
        case "note": .maybe(item.map { note($0, words) })
        case "save":
            .part(
                frame.act(
                    item == nil ? words["prepare.addItem"] : words["prepare.save"],
                    item.map { .item($0.id) } ?? .items
                )
            )
        case "remove": .maybe(item.map { frame.act(words["prepare.remove"], .itemRemoval($0.id)) })
        case "fields":
            .parts([
                kit.input(
                    "title",
                    words["prepare.itemTitle"],
                    item?.title ?? "",
                    isRequired: true,
                    lengthMax: 120
                ),
                kit.input("start", words["prepare.start"], item?.start ?? "", kind: .time, isRequired: true),
                kit.input(
                    "lengthMinutes",
                    words["prepare.length"],
                    item?.lengthMinutes ?? "",
                    kind: .number,
                    isRequired: true,
                    lengthMax: 3
                ),
            ])
        case "selects":
            .parts([
                kit.select(
                    "form",
                    words["prepare.itemForm"],
                    ProgrammeItem.Form.allCases.map { SelectOption($0.rawValue, $0.name(words)) },
                    chosen: (item?.form ?? .other).rawValue
                ),
                kit.select("room", words["prepare.itemRoom"], places(words), chosen: item?.room ?? ""),
            ])
        case "choices": .nothing
        default: nil
        }
    }

    private func places(_ words: Phrases) -> [SelectOption] {
        [SelectOption("", words["prepare.everywhere"])] + rooms.map { SelectOption($0.id, $0.name) }
    }

    private func trimmed(_ time: String) -> String { time.hasPrefix("0") ? String(time.dropFirst()) : time }

    private func note(_ item: ItemForm, _ words: Phrases) -> String {
        let room = rooms.first { $0.id == item.room }?.name
        return [item.form.name(words), words("time.minutes", ["count": item.lengthMinutes]), room].compactMap(
            \.self
        )
        .joined(separator: ", ")
    }
}

struct OrganiserPart: Part {
    let organiser: OrganiserForm?
    let kit: FormKit
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "formID": .text(kit.id)
        case "problems": .maybe(Problems(of: self, ["fields", "selects"], words))
        case "isOpen": .flag(!kit.typed.isEmpty)
        case "summary": .maybe(organiser?.name)
        case "note": .maybe(organiser.map { note($0, words) })
        case "save":
            .part(
                frame.act(
                    organiser == nil ? words["prepare.addOrganiser"] : words["prepare.save"],
                    organiser.map { .organiser($0.id) } ?? .organisers
                )
            )
        case "remove": .maybe(organiser.map { frame.act(words["prepare.remove"], .organiserRemoval($0.id)) })
        case "fields": .parts(fields(words))
        case "selects":
            .parts([
                kit.select(
                    "part",
                    words["prepare.part"],
                    Organiser.Part.allCases.map { SelectOption($0.rawValue, $0.name(words)) },
                    chosen: (organiser?.part ?? .organiser).rawValue
                )
            ])
        case "choices": .nothing
        default: nil
        }
    }

    private func note(_ organiser: OrganiserForm, _ words: Phrases) -> String {
        let missing = organiser.imprint.isEmpty || organiser.privacy.isEmpty
        return organiser.part.name(words) + (missing ? ", " + words["prepare.textsMissing"] : "")
    }

    private func fields(_ words: Phrases) -> [Input] {
        [
            kit.input(
                "name",
                words["prepare.organiserName"],
                organiser?.name ?? "",
                isRequired: true,
                lengthMax: 120
            ),
            kit.input(
                "email",
                words["prepare.email"],
                organiser?.email ?? "",
                hint: words["prepare.emailHint"],
                lengthMax: 120
            ),
            kit.input(
                "imprint",
                words["prepare.imprint"],
                organiser?.imprint ?? "",
                hint: words["prepare.imprintHint"],
                lengthMax: 4_000,
                rows: 5
            ),
            kit.input(
                "privacy",
                words["prepare.privacy"],
                organiser?.privacy ?? "",
                hint: words["prepare.privacyHint"],
                lengthMax: 20_000,
                rows: 7
            ),
        ]
    }
}

extension ProgrammeItem.Form {
    func name(_ words: Phrases) -> String {
        switch self {
        case .greeting: words["prepare.item.greeting"]
        case .offers: words["prepare.item.offers"]
        case .keynote: words["prepare.item.keynote"]
        case .panel: words["prepare.item.panel"]
        case .pitch: words["prepare.item.pitch"]
        case .breakTime: words["prepare.item.breakTime"]
        case .closing: words["prepare.item.closing"]
        case .other: words["prepare.item.other"]
        }
    }
}

extension Organiser.Part {
    func name(_ words: Phrases) -> String {
        switch self {
        case .organiser: words["prepare.as.organiser"]
        case .coOrganiser: words["prepare.as.coOrganiser"]
        case .cooperation: words["prepare.as.cooperation"]
        case .host: words["prepare.as.host"]
        }
    }
}
