/// The session whose panel is open: why it is here, what another place costs, what became of it.
public struct ChosenSession: Sendable {
    public let id: String
    public var title: String
    public var host: String?
    /// "13:15", nil when it is parked.
    public var time: String?
    public var room: String?
    public var isPinned: Bool
    /// The placement's revision; nil when it is parked.
    public var revision: Int?
    public var reasons: [PlacementReason]
    /// The best other places, cheapest first.
    public var prices: [NamedPrice]
    public var history: [PlacementStep]
    /// What every place would cost, for moving; by slot and room.
    public var fields: [FieldKey: FieldPrice]
    /// Where seats would be missing, and how many.
    public var missingSeats: [FieldKey: Int] = [:]

    public init(
        id: String,
        title: String,
        host: String?,
        time: String? = nil,
        room: String? = nil,
        isPinned: Bool = false,
        revision: Int? = nil,
        reasons: [PlacementReason] = [],
        prices: [NamedPrice] = [],
        history: [PlacementStep] = [],
        fields: [FieldKey: FieldPrice] = [:]
    ) {
        self.id = id
        self.title = title
        self.host = host
        self.time = time
        self.room = room
        self.isPinned = isPinned
        self.revision = revision
        self.reasons = reasons
        self.prices = prices
        self.history = history
        self.fields = fields
    }
}

/// A field of the grid, by the ids of its slot and room.
public struct FieldKey: Sendable, Hashable {
    public let slot: String
    public let room: String

    public init(slot: String, room: String) {
        self.slot = slot
        self.room = room
    }
}

/// What it means to put the chosen session into a field.
public enum FieldPrice: Sendable, Equatable {
    /// Wishes lost more; negative: fewer.
    case move(cost: Int)
    /// It changes places with another one.
    case swap(with: String, cost: Int)
    case hindered(Hindrance)

    var cost: Int? {
        switch self {
        case .move(let cost), .swap(_, let cost): cost
        case .hindered: nil
        }
    }
}

/// Why a session cannot be in a place, short enough for a field.
public enum Hindrance: Sendable, Equatable {
    /// "Bernd ist weg"; nil when the name is not known.
    case hostAway(name: String?)
    case hostElsewhere(title: String)
    case blocked(by: String)
    case taken(by: String)
    case lacks([String])
    case tooShort
    case other(String)

    func text(_ words: Phrases) -> String {
        switch self {
        case .hostAway(let name?): words("hindrance.away", ["name": name])
        case .hostAway(nil): words["hindrance.awayNobody"]
        case .hostElsewhere(let title): words("hindrance.elsewhere", ["title": title])
        case .blocked(let title): words("hindrance.blocked", ["title": title])
        case .taken(let title): words("hindrance.taken", ["title": title])
        case .lacks(let things): words("hindrance.lacks", ["things": things.joined(separator: ", ")])
        case .tooShort: words["hindrance.tooShort"]
        case .other(let sentence): sentence
        }
    }
}

/// A price with the name of its place.
public struct NamedPrice: Sendable, Equatable {
    public let slot: String
    public let room: String
    /// "14:15, Turmstube"
    public var place: String
    public var price: FieldPrice
    /// Seats that are missing then, for the session and for the one that changes places with it.
    public var missingSeats: Int

    public init(slot: String, room: String, place: String, price: FieldPrice, missingSeats: Int = 0) {
        self.slot = slot
        self.room = room
        self.place = place
        self.price = price
        self.missingSeats = missingSeats
    }

    func cost(_ words: Phrases) -> String { price.sentence(words, missingSeats: missingSeats) }
}

/// Why a session is where it is. Fewer than five people are "wenige": nobody shall be picked out.
public enum PlacementReason: Sendable, Equatable {
    case fits(wishes: Int, seats: Int)
    case tooFull(wishes: Int, seats: Int)
    /// "Bernd muss um 15:00 los."
    case hostLeaves(name: String?, time: String)
    case hostComes(name: String?, time: String)
    /// It does not run beside another one that the same people want.
    case apart(from: String, people: Int)
    /// The same people want another one that runs at the same time.
    case beside(title: String, people: Int)
    case needs([String])
    case pinned
    /// Every other place costs at least as much.
    case best(cost: Int)

    var isBad: Bool {
        switch self {
        case .tooFull, .beside: true
        default: false
        }
    }

    func text(_ words: Phrases) -> String {
        switch self {
        case .fits(let wishes, let seats): words("why.fits", count: wishes, ["seats": "\(seats)"])
        case .tooFull(let wishes, let seats): words("why.tooFull", count: wishes, ["seats": "\(seats)"])
        case .hostLeaves(let name, let time):
            words("why.leaves", ["name": name ?? words["why.host"], "time": time])
        case .hostComes(let name, let time):
            words("why.comes", ["name": name ?? words["why.host"], "time": time])
        case .apart(let title, let people):
            few(people)
                ? words("why.apartFew", ["title": title])
                : words("why.apart", count: people, ["title": title])
        case .beside(let title, let people):
            few(people)
                ? words("why.besideFew", ["title": title])
                : words("why.beside", count: people, ["title": title])
        case .needs(let things): words("why.needs", ["things": things.joined(separator: ", ")])
        case .pinned: words["why.pinned"]
        case .best(let cost): words("why.best", count: cost)
        }
    }

    private func few(_ people: Int) -> Bool { people < PlanQuality.groupMin }
}

/// One line of a session's history.
public struct PlacementStep: Sendable, Equatable {
    public let time: String
    public let how: How
    /// "14:15, Turmstube"; nil: it has had no place since.
    public let place: String?

    public enum How: String, Sendable, CaseIterable {
        case laid, moved, swapped, pinned, unpinned, parked, undone, withdrawn
    }

    public init(time: String, how: How, place: String?) {
        self.time = time
        self.how = how
        self.place = place
    }

    func text(_ words: Phrases) -> String {
        let sentence =
            switch how {
            case .laid: words["history.laid"]
            case .moved: words["history.moved"]
            case .swapped: words["history.swapped"]
            case .pinned: words["history.pinned"]
            case .unpinned: words["history.unpinned"]
            case .parked: words["history.parked"]
            case .undone: words["history.undone"]
            case .withdrawn: words["history.withdrawn"]
            }
        return place.map { "\(sentence): \($0)" } ?? sentence
    }
}
