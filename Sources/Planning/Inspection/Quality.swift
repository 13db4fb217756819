/// How good a board is, in wishes and people, whoever made it.
public struct Quality: Hashable, Sendable {
    /// Wishes counted, and by weight. A wish for a long session weighs once per slot, and a count takes it
    /// as true only if it is not lost in any of them.
    public struct Tally: Hashable, Sendable {
        public internal(set) var count = 0
        public internal(set) var weight = 0
    }

    public let wishes: Tally
    public let attained: Tally
    /// Lost because another wish of the same person runs at the same time.
    public let lostToOverlap: Tally
    /// Lost because the session is parked.
    public let lostToParking: Tally
    /// People who lose at least one wish, for whatever reason.
    public let losingPeopleCount: Int
    /// How many people lose 0, 1, 2 … wishes to overlaps; only people with wishes are in it.
    public let peopleByOverlapLosses: [Int]

    public init(_ problem: Problem, _ plan: Plan) {
        let tallies = WishTallies(problem, plan)
        wishes = tallies.all
        lostToOverlap = tallies.overlap
        lostToParking = tallies.parking
        attained = Tally(
            count: wishes.count - lostToOverlap.count - lostToParking.count,
            weight: wishes.weight - lostToOverlap.weight - lostToParking.weight
        )
        losingPeopleCount = tallies.losers.count

        var people: [Int] = []
        for losses in tallies.overlapLosses.values {
            while people.count <= losses { people.append(0) }
            people[losses] += 1
        }
        peopleByOverlapLosses = people
    }

    public var lost: Tally {
        Tally(
            count: lostToOverlap.count + lostToParking.count,
            weight: lostToOverlap.weight + lostToParking.weight
        )
    }
}

/// What the rule of lost interest found, added up.
private struct WishTallies {
    var all = Quality.Tally()
    var overlap = Quality.Tally()
    var parking = Quality.Tally()
    var losers: Set<Int> = []
    var overlapLosses: [Int: Int] = [:]

    init(_ problem: Problem, _ plan: Plan) {
        for wish in problem.wishes {
            all.count += 1
            all.weight += wish.weight * problem.sessions[wish.session].lengthSlots
            overlapLosses[wish.participant] = 0
        }

        var counted: Set<Problem.Wish> = []
        for finding in Rule.lostInterest.findings(problem, plan) {
            switch finding {
            case .wishUnplaced(let wish, _):
                parking.weight += finding.amount
                if counted.insert(wish).inserted { parking.count += 1 }
                losers.insert(wish.participant)
            case .wishLost(let wish, _, _):
                overlap.weight += finding.amount
                losers.insert(wish.participant)
                guard counted.insert(wish).inserted else { continue }
                overlap.count += 1
                overlapLosses[wish.participant, default: 0] += 1
            default: continue
            }
        }
    }
}
