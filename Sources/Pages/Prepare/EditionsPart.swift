/// The edition before and the one after: what there is, or the form that makes it.
public struct Editions: Sendable {
    /// Gathering and title.
    public var previous: (id: String, title: String)?
    public var next: (id: String, title: String)?
    /// What the form begins with.
    public var title: String
    public var venue: String
    public var hostTown: String
    public var towns: [SelectOption]
    public var hasEnded: Bool
    /// Making a gathering is for organisers of the house.
    public var mayCreate: Bool

    public init(
        title: String, venue: String = "", hostTown: String = "", towns: [SelectOption] = [],
        hasEnded: Bool = false, mayCreate: Bool = true
    ) {
        self.title = title
        self.venue = venue
        self.hostTown = hostTown
        self.towns = towns
        self.hasEnded = hasEnded
        self.mayCreate = mayCreate
    }
}

struct EditionsPart: Part {
    let editions: Editions
    let kit: FormKit
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "previousLink": .maybe(editions.previous.map(link))
        case "nextLink": .maybe(editions.next.map(link))
        case "notHere": .flag(editions.next == nil && !editions.mayCreate)
        case "isStillOn": .flag(!editions.hasEnded)
        case "create":
            .maybe(
                editions.next == nil && editions.mayCreate
                    ? frame.act(words["edition.create"], .nextEdition) : nil)
        case "titleField":
            .part(
                kit.input("title", words["facts.title"], editions.title, isRequired: true, lengthMax: 120))
        case "editionFields":
            .parts([
                kit.input("date", words["facts.date"], kind: .date, isRequired: true),
                kit.input("venue", words["facts.venue"], editions.venue, lengthMax: 120),
            ])
        case "townSelect":
            .part(
                kit.select(
                    "hostTown", words["facts.hostTown"],
                    [SelectOption("", words["facts.noTown"])] + editions.towns, chosen: editions.hostTown))
        default: nil
        }
    }

    private func link(_ edition: (id: String, title: String)) -> Link {
        Link(edition.title, .console(edition.id, "prepare"))
    }
}
