/// How good a plan is, in one sentence whose parts add up, and one row of all wishes.
public struct PlanQuality: Part, Equatable {
    public var wishCount: Int
    public var attainedCount: Int
    public var parkedWishCount: Int
    /// How many people lose one, two, three … wishes, from one on.
    public var peopleByLosses: [Int]
    public var handCount: Int
    /// Rooms with too few seats, by name: "im Erker fehlen 3 Plätze".
    public var missingSeats: [MissingSeats]
    /// What comes true in the published version, said beside a draft.
    public var publishedCount: Int?
    /// Wishes for sessions that do not take place.
    public var cancelledWishCount = 0
    /// What no board could do better; nil when nobody asks.
    public var bound: Bound?

    /// How many wishes can come true at most.
    public enum Bound: Sendable, Equatable {
        /// It is being proved: worth another look in a moment.
        case isProved
        case attained(atMost: Int)
    }

    public struct MissingSeats: Sendable, Equatable {
        public let room: String
        public let count: Int

        public init(room: String, count: Int) {
            self.room = room
            self.count = count
        }
    }

    public init(
        wishCount: Int, attainedCount: Int, parkedWishCount: Int, peopleByLosses: [Int], handCount: Int = 0,
        missingSeats: [MissingSeats] = [], publishedCount: Int? = nil
    ) {
        self.wishCount = wishCount
        self.attainedCount = attainedCount
        self.parkedWishCount = parkedWishCount
        self.peopleByLosses = peopleByLosses
        self.handCount = handCount
        self.missingSeats = missingSeats
        self.publishedCount = publishedCount
    }

    /// Groups below this are not broken down: nobody shall be picked out.
    static let groupMin = 5

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "quality": .text(headline(words))
        case "qualityRest": .text(rest(words))
        case "qualityRow": .markup(row(perLine: max(dots, 1)))
        case "qualityRows": .markup(row(perLine: 40))
        case "published": .maybe(publishedCount.map { words("quality.published", count: $0) })
        case "share": .maybe(share(words))
        case "bound": .maybe(boundSentence(words))
        case "isProved": .flag(bound == .isProved)
        case "qualityDots": .maybe(step > 1 ? words("grid.dotStep", count: step) : nil)
        default: nil
        }
    }

    func headline(_ words: Phrases) -> String {
        if wishCount == 0 { return words["quality.none"] }
        return words("quality.attained", count: attainedCount, ["all": "\(wishCount)"])
    }

    /// Hundreds of wishes are more than one can picture; rounded down, so that 100 means all of them.
    func share(_ words: Phrases) -> String? {
        guard wishCount > Self.picturedMax else { return nil }
        return words("quality.share", count: attainedCount * 100 / wishCount)
    }

    private static let picturedMax = 200

    func boundSentence(_ words: Phrases) -> String? {
        switch bound {
        case nil: nil
        case .isProved: words["quality.isProved"]
        case .attained(attainedCount): words["quality.best"]
        // Rounded down: only the best one reaches 100.
        case .attained(let most):
            words("quality.bound", count: most, ["share": "\(attainedCount * 100 / max(most, 1))"])
        }
    }

    /// Who loses and why; together with what comes true these are all wishes.
    func rest(_ words: Phrases) -> String {
        let parked =
            (parkedWishCount > 0 ? [words("quality.parked", count: parkedWishCount)] : [])
            + (cancelledWishCount > 0 ? [words("quality.cancelled", count: cancelledWishCount)] : [])
        var sentences: [String] = []
        if !(parked + losses(words)).isEmpty {
            sentences.append((parked + losses(words)).joined(separator: ", ") + ".")
        }
        if handCount > 0 { sentences.append(words("quality.hands", count: handCount)) }
        return (sentences + missing(words)).joined(separator: " ")
    }

    /// Room by room while that is still read, else in one sum.
    private func missing(_ words: Phrases) -> [String] {
        guard missingSeats.count > Self.roomsNamedMax else {
            return missingSeats.map { words("quality.missingSeats", count: $0.count, ["room": $0.room]) }
        }
        let seats = missingSeats.reduce(0) { $0 + $1.count }
        return [words("quality.missingInMany", count: missingSeats.count, ["seats": "\(seats)"])]
    }

    private static let roomsNamedMax = 2

    var lostCount: Int { wishCount - attainedCount - parkedWishCount - cancelledWishCount }

    private func losses(_ words: Phrases) -> [String] {
        guard lostCount > 0 else { return [] }
        let groups = peopleByLosses.enumerated().filter { $0.element > 0 }
        let explained = groups.reduce(0) { $0 + ($1.offset + 1) * $1.element }
        let isOpen = groups.allSatisfy { $0.element >= Self.groupMin } && explained == lostCount
        guard isOpen else { return [words("quality.lost", count: lostCount)] }
        return groups.map { group in
            group.offset == 0
                ? words("quality.loseOne", count: group.element)
                : words("quality.loseMore", count: group.element, ["each": each(group.offset + 1, words)])
        }
    }

    private func each(_ count: Int, _ words: Phrases) -> String {
        switch count {
        case 2: words["quality.two"]
        case 3: words["quality.three"]
        default: "\(count)"
        }
    }

    private var step: Int { wishCount <= Self.picturedMax ? 1 : (wishCount <= 1000 ? 5 : 10) }
    private var dots: Int { (wishCount + step - 1) / step }

    private func row(perLine: Int) -> Markup {
        Seats(
            taken: attainedCount, free: wishCount - attainedCount, size: .board, perLine: perLine, step: step
        ).markup
    }
}
