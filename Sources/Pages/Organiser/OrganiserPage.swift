public import Domain

/// The organiser's start: own gatherings, and a new one in under a minute.
public struct OrganiserPage: Page {
    public static let template = "organiser/page"

    public var gatherings: [OwnGathering]
    public var acts: ActSeed
    /// What the new gathering's date begins with: `2026-11-26`.
    public var date: String
    /// All towns: key and name.
    public var towns: [SelectOption]
    /// Moderators of one gathering see theirs; making another is for the house.
    public var mayCreate: Bool
    public var refused: String?
    public var typed: Typed?

    public init(
        gatherings: [OwnGathering], acts: ActSeed, date: String = "", towns: [SelectOption] = [],
        mayCreate: Bool = true, refused: String? = nil, typed: Typed? = nil
    ) {
        self.gatherings = gatherings
        self.acts = acts
        self.date = date
        self.towns = towns
        self.mayCreate = mayCreate
        self.refused = refused
        self.typed = typed
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle":
            words.title(
                "\(words["house.title"]) \u{B7} Tafelrunde",
                isRefused: refused != nil || typed?.errors.isEmpty == false)
        case "hasGatherings": .flag(!gatherings.isEmpty)
        case "gatherings": .parts(gatherings)
        case "theme": .nothing
        case "archiveAddress": .text(Route.archive.path)
        case "mayCreate": .flag(mayCreate)
        case "refused": .maybe(refused)
        case "imprintAddress": .text(Route.siteImprint.path)
        case "fundingLines": .texts([])
        case "seriesAddress": .nothing
        case "privacyAddress": .text(Route.sitePrivacy.path)
        case "accessibilityAddress": .text(Route.siteAccessibility.path)
        default: form(name, words)
        }
    }

    private func form(_ name: String, _ words: Phrases) -> Answer? {
        let kit = FormKit("gathering", typed)
        return switch name {
        case "create":
            .part(Act(words["house.create"], .gatherings, id: acts.id(Route.gatherings.path)))
        case "titleField":
            .part(
                kit.input(
                    "title", words["facts.title"], hint: words["house.titleHint"], isRequired: true,
                    lengthMax: 120)
            )
        case "whereFields":
            .parts([
                kit.input("date", words["facts.date"], date, kind: .date, isRequired: true),
                kit.input("venue", words["facts.venue"], hint: words["prepare.optional"], lengthMax: 120),
            ])
        case "whereSelects":
            .parts([
                kit.select(
                    "hostTown", words["facts.hostTown"], [SelectOption("", words["facts.noTown"])] + towns),
                kit.form(.barcamp, words),
            ])
        case "roomsField":
            .part(
                kit.input(
                    "rooms", words["house.rooms"], words["house.roomsExample"],
                    hint: words["house.roomsHint"], isRequired: true, lengthMax: 1_000, rows: 5)
            )
        case "slotFields":
            .parts([
                kit.input("start", words["prepare.start"], "10:30", kind: .time, isRequired: true),
                kit.input(
                    "count", words["prepare.slotCount"], "4", kind: .number, isRequired: true, lengthMax: 2),
                kit.input(
                    "lengthMinutes", words["prepare.length"], "45", kind: .number, isRequired: true,
                    lengthMax: 3),
                kit.input(
                    "changeOverMinutes", words["prepare.changeOver"], "15", kind: .number,
                    isRequired: true, lengthMax: 3),
            ])
        case "toneChoices": .part(kit.tone(.du, words))
        case "problems":
            .maybe(
                Problems(
                    of: self, ["titleField", "whereFields", "whereSelects", "roomsField", "slotFields"],
                    words))
        default: nil
        }
    }
}

/// A gathering in the organiser's list.
public struct OwnGathering: Part {
    public let id: String
    public var title: String
    /// `Do, 26. November 2026`
    public var date: String
    public var venue: String
    public var phase: Phase
    public var hereCount: Int
    public var isRehearsal: Bool

    public init(
        id: String, title: String, date: String, venue: String, phase: Phase, hereCount: Int = 0,
        isRehearsal: Bool = false
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.venue = venue
        self.phase = phase
        self.hereCount = hereCount
        self.isRehearsal = isRehearsal
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(title)
        case "consoleHref": .text(Route.console(id, "").path)
        case "prepareHref": .text(Route.console(id, "prepare").path)
        case "when": .text([date, venue].filter { !$0.isEmpty }.joined(separator: ", "))
        case "phaseName": .text(isRehearsal ? words["house.rehearsal"] : phase.name(words))
        case "isLive": .flag(phase != .preparing && phase != .ended)
        case "here": .maybe(hereCount > 0 ? words("console.here", count: hereCount) : nil)
        default: nil
        }
    }
}
