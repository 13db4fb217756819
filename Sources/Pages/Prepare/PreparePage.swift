public import Domain

/// All that stands before the day begins: facts, rules, rooms, slots, fixed items, organisers, rehearsal.
public struct PreparePage: Page {
    public static let template = "prepare/page"

    public var frame: ConsoleFrame
    public var facts: FactsForm
    public var rooms: [RoomForm]
    public var slots: [SlotForm]
    public var items: [ItemForm]
    public var organisers: [OrganiserForm]
    /// Nil in a rehearsal.
    public var editions: Editions?
    /// The form that was refused, and what was typed into it.
    public var refusedForm: RefusedForm?

    /// Which form it was: "facts", "room-3", "room-new", "slot-2", "slot-row", "item-new", "organiser-1" …
    public struct RefusedForm: Sendable {
        public let id: String
        public let typed: Typed

        public init(_ id: String, _ typed: Typed) {
            self.id = id
            self.typed = typed
        }
    }

    public init(
        _ frame: ConsoleFrame,
        facts: FactsForm,
        rooms: [RoomForm],
        slots: [SlotForm],
        items: [ItemForm],
        organisers: [OrganiserForm],
        refusedForm: RefusedForm? = nil
    ) {
        self.frame = frame
        self.facts = facts
        self.rooms = rooms
        self.slots = slots
        self.items = items
        self.organisers = organisers
        self.refusedForm = refusedForm
    }

    /// A change-over after the last slot there is.
    private var nextStart: String? {
        slots.last.flatMap { MinuteOfDay($0.end) }.map { end in
            end.adding(Int(facts.changeOverMinutes) ?? Rules.changeOverMinutesDefault).fieldText
        }
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle":
            frame.title(words, hasProblems: refusedForm?.typed.errors.isEmpty == false)
        case "factsForm": .part(FactsPart(facts: facts, kit: kit("facts"), frame: frame))
        case "roomForms": .parts(rooms.map { roomPart($0) })
        case "newRoom": .part(roomPart(nil))
        case "hasRooms": .flag(!rooms.isEmpty)
        case "slotForms": .parts(slots.map { slotPart($0) })
        case "newSlot": .part(slotPart(nil))
        case "hasSlots": .flag(!slots.isEmpty)
        case "slotRow":
            .part(SlotRowPart(kit: kit("slot-row"), frame: frame, start: nextStart, facts: facts))
        case "itemForms": .parts(items.map { itemPart($0) })
        case "newItem": .part(itemPart(nil))
        case "hasItems": .flag(!items.isEmpty)
        case "organiserForms": .parts(organisers.map { organiserPart($0) })
        case "newOrganiser": .part(organiserPart(nil))
        case "hasOrganisers": .flag(!organisers.isEmpty)
        case "editions":
            .maybe(editions.map { EditionsPart(editions: $0, kit: kit("next"), frame: frame) })
        case "startRehearsal":
            .maybe(frame.isRehearsal ? nil : frame.act(words["prepare.rehearse"], .rehearsal))
        case "rehearsalPhase":
            .part(
                kit("rehearsal").select(
                    "phase", words["prepare.rehearseFrom"],
                    [Phase.arriving, .pitching, .weighing, .planning].map {
                        SelectOption($0.rawValue, $0.name(words))
                    }, chosen: Phase.pitching.rawValue))
        case "deletionHref":
            .maybe(frame.isRehearsal ? nil : frame.address(.prepare, [("delete", "1")]))
        default: frame.answer(name, words)
        }
    }

    private func kit(_ id: String) -> FormKit {
        FormKit(id, refusedForm.flatMap { $0.id == id ? $0.typed : nil })
    }

    private func roomPart(_ room: RoomForm?) -> RoomPart {
        RoomPart(room: room, kit: kit("room-\(room?.id ?? "new")"), frame: frame)
    }

    private func slotPart(_ slot: SlotForm?) -> SlotPart {
        SlotPart(
            slot: slot,
            kit: kit("slot-\(slot?.id ?? "new")"),
            frame: frame,
            usualMinutes: facts.slotMinutes
        )
    }

    private func itemPart(_ item: ItemForm?) -> ItemPart {
        ItemPart(item: item, kit: kit("item-\(item?.id ?? "new")"), rooms: rooms, frame: frame)
    }

    private func organiserPart(_ organiser: OrganiserForm?) -> OrganiserPart {
        OrganiserPart(organiser: organiser, kit: kit("organiser-\(organiser?.id ?? "new")"), frame: frame)
    }
}

/// Title, day, place, and the rules by which the plenum weighs; times and dates as fields want them (`2026-11-26`).
public struct FactsForm: Sendable {
    public var title: String
    public var form: Facts.Form
    public var date: String
    public var venue: String
    public var address: String
    /// Key of the host town; empty for none.
    public var hostTown: String
    /// All towns to choose from: key and name.
    public var towns: [SelectOption]
    public var series: String
    public var edition: String
    public var tone: Facts.Tone
    public var wishWeightMax: Int
    public var isBlind: Bool
    public var admission: Admission
    /// How many get in, where the most wanted do.
    public var admissionCount: String
    public var showsNamesToEveryone: Bool
    /// Everybody finds what was published of it.
    public var isInArchive = false
    public var pitchSeconds: String
    /// What new times begin with.
    public var slotMinutes: String
    public var changeOverMinutes: String
    /// How long wishes count that come after the closing.
    public var graceMinutes = "\(Rules.graceMinutesDefault)"
    public var funders = ""
    public var sponsors = ""

    public enum Admission: String, Sendable, CaseIterable {
        case all, top, plenum
    }

    public init(
        title: String,
        form: Facts.Form,
        date: String,
        venue: String,
        address: String = "",
        hostTown: String = "",
        towns: [SelectOption] = [],
        series: String = "",
        edition: String = "",
        tone: Facts.Tone
    ) {
        self.title = title
        self.form = form
        self.date = date
        self.venue = venue
        self.address = address
        self.hostTown = hostTown
        self.towns = towns
        self.series = series
        self.edition = edition
        self.tone = tone
        wishWeightMax = 1
        isBlind = false
        admission = .all
        admissionCount = ""
        showsNamesToEveryone = false
        pitchSeconds = "60"
        slotMinutes = "\(Rules.slotMinutesDefault)"
        changeOverMinutes = "\(Rules.changeOverMinutesDefault)"
    }
}

public struct RoomForm: Sendable {
    public let id: String
    public var name: String
    public var seats: String
    public var equipment: Set<Equipment>
    public var isAccessible: Bool

    public init(
        id: String,
        name: String,
        seats: String,
        equipment: Set<Equipment> = [],
        isAccessible: Bool = true
    ) {
        self.id = id
        self.name = name
        self.seats = seats
        self.equipment = equipment
        self.isAccessible = isAccessible
    }
}

/// `start` and `end` as fields want them: `09:30`.
public struct SlotForm: Sendable {
    public let id: String
    public var start: String
    public var end: String
    public var lengthMinutes: String

    public init(id: String, start: String, end: String, lengthMinutes: String) {
        self.id = id
        self.start = start
        self.end = end
        self.lengthMinutes = lengthMinutes
    }
}

public struct ItemForm: Sendable {
    public let id: String
    public var title: String
    public var form: ProgrammeItem.Form
    public var start: String
    public var lengthMinutes: String
    /// Id of the room; empty: everywhere.
    public var room: String

    public init(
        id: String,
        title: String,
        form: ProgrammeItem.Form,
        start: String,
        lengthMinutes: String,
        room: String = ""
    ) {
        self.id = id
        self.title = title
        self.form = form
        self.start = start
        self.lengthMinutes = lengthMinutes
        self.room = room
    }
}

public struct OrganiserForm: Sendable {
    public let id: String
    public var name: String
    public var part: Organiser.Part
    public var imprint: String
    public var privacy: String
    public var email: String

    public init(
        id: String,
        name: String,
        part: Organiser.Part,
        imprint: String = "",
        privacy: String = "",
        email: String = ""
    ) {
        self.id = id
        self.name = name
        self.part = part
        self.imprint = imprint
        self.privacy = privacy
        self.email = email
    }
}
