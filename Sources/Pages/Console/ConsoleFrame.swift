public import Domain

/// What surrounds every page of the console: name, entries, undo, and the message of a refusal.
public struct ConsoleFrame: Sendable {
    public let gathering: String
    public var name: String
    /// "24. Willkommen in Südwestfalen"
    public var series: String?
    public var place: Place
    public var phase: Phase
    public var acts: ActSeed
    public var position: String?
    /// How many have a seat.
    public var hereCount: Int
    public var undo: UndoOffer?
    /// A whole sentence: why the last act did not happen. "Anna war schneller: …"
    public var refused: String?
    /// What the last act did, when there is more to say than the undo bar says.
    public var told: String?
    /// The organiser's pages are in reach.
    public var mayPrepare: Bool
    public var isRehearsal: Bool
    public var theme: String?
    /// What a moderator put on the wall; nil: it follows the day.
    public var picture: Picture?

    /// The console's pages, as its entries name them.
    public enum Place: String, Sendable, CaseIterable {
        case now, board, topics, records, groups, feedback, people, links, prepare
    }

    public init(
        gathering: String,
        name: String,
        place: Place,
        phase: Phase,
        acts: ActSeed,
        position: String? = nil,
        hereCount: Int = 0,
        undo: UndoOffer? = nil,
        refused: String? = nil,
        told: String? = nil,
        mayPrepare: Bool = false,
        isRehearsal: Bool = false,
        theme: String? = nil
    ) {
        self.gathering = gathering
        self.name = name
        self.place = place
        self.phase = phase
        self.acts = acts
        self.position = position
        self.hereCount = hereCount
        self.undo = undo
        self.refused = refused
        self.told = told
        self.mayPrepare = mayPrepare
        self.isRehearsal = isRehearsal
        self.theme = theme
    }

    /// `hasProblems`: what was typed into a form of the page was refused.
    func title(_ words: Phrases, hasProblems: Bool = false) -> Answer {
        words.title("\(place.label(words)) \u{B7} \(name)", isRefused: refused != nil || hasProblems)
    }

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "gatheringName": .text(self.name)
        case "series": .maybe(series)
        case "houseAddress": .maybe(mayPrepare ? Route.organiser.path : nil)
        case "pageTitle": title(words)
        case "entries": .parts(entries)
        case "here": .text(words("console.here", count: hereCount))
        case "hereCount": .number(hereCount)
        case "projectorShows":
            .text(words("console.projectorShows", ["what": picture?.name(words) ?? phase.name(words)]))
        case "undo": .maybe(undo.map { UndoPart(offer: $0, frame: self) })
        case "refused": .maybe(refused)
        case "told": .maybe(told)
        case "isRehearsal": .flag(isRehearsal)
        case "resetRehearsal": .maybe(rehearsalAct(words["prepare.resetRehearsal"], .rehearsalReset))
        case "endRehearsal": .maybe(rehearsalAct(words["prepare.endRehearsal"], .rehearsalEnd))
        case "theme": .maybe(theme)
        case "position": .maybe(position)
        case "liveAddress": .text(Route.live(gathering).path)
        case "homeAddress": .text(address(.now))
        case "projectorAddress": .text(Route.projector(gathering).path)
        case "printAddress": .text(Route.print(gathering).path)
        case "boardAddress": .text(Route.board(gathering).path)
        // What only moderators see leaves no house.
        case "fundingLines": .texts([])
        case "imprintAddress": .text(Route.imprint(gathering).path)
        case "privacyAddress": .text(Route.privacy(gathering).path)
        case "accessibilityAddress": .text(Route.accessibility(gathering).path)
        case "seriesAddress": .nothing
        default: nil
        }
    }

    /// A form that does one thing, with an id of its own.
    func act(_ label: String, _ act: ModeratorAct, _ hidden: [String: String] = [:]) -> Act {
        let route = Route.act(gathering, act)
        return Act(label, route, id: acts.id(route.path, hidden), hidden: hidden)
    }

    /// Who organises the gathering that is rehearsed begins anew and ends it.
    private func rehearsalAct(_ label: String, _ act: ModeratorAct) -> Act? {
        isRehearsal && mayPrepare ? self.act(label, act) : nil
    }

    func address(_ place: Place) -> String {
        Route.console(gathering, place == .now ? "" : place.rawValue).path
    }

    func address(_ place: Place, _ query: [(String, String)]) -> String {
        address(place) + "?" + query.map { "\($0)=\($1)" }.joined(separator: "&")
    }

    private var entries: [ConsoleEntry] {
        Place.allCases.filter { $0 != .prepare || mayPrepare }.map { ConsoleEntry(place: $0, frame: self) }
    }
}

extension ConsoleFrame.Place {
    func label(_ words: Phrases) -> String {
        switch self {
        case .now: words["console.now"]
        case .board: words["console.board"]
        case .topics: words["console.topics"]
        case .records: words["console.records"]
        case .groups: words["console.groups"]
        case .feedback: words["console.feedback"]
        case .people: words["console.people"]
        case .links: words["console.links"]
        case .prepare: words["console.prepare"]
        }
    }
}

/// One entry at the top.
private struct ConsoleEntry: Part {
    let place: ConsoleFrame.Place
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "label": .text(place.label(words))
        case "href": .text(frame.address(place))
        case "isCurrent": .flag(frame.place == place)
        default: nil
        }
    }
}

extension Phase {
    public func name(_ words: Phrases) -> String {
        switch self {
        case .preparing: words["station.preparing"]
        case .arriving: words["station.arriving"]
        case .greeting: words["station.greeting"]
        case .pitching: words["station.pitching"]
        case .weighing: words["station.weighing"]
        case .planning: words["station.planning"]
        case .running: words["station.running"]
        case .closing: words["station.closing"]
        case .ended: words["station.ended"]
        }
    }
}
