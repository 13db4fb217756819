/// People who rank groups with a limited number of seats: workshops, trips, tables of a conference dinner.
///
/// The field calls it capacitated house allocation with ties. People and groups count from 0.
public struct Groups: Sendable, Equatable {
    /// One group that people may get into.
    public struct Group: Sendable, Equatable {
        public var seatCount: Int
        /// With fewer people it does not take place.
        public var peopleMin: Int
        /// Whether it takes place in any case, even with fewer people.
        public var mustRun: Bool

        public init(seatCount: Int, peopleMin: Int = 0, mustRun: Bool = false) {
            self.seatCount = seatCount
            self.peopleMin = peopleMin
            self.mustRun = mustRun
        }
    }

    /// Limits on everything, so that a solution takes seconds and some hundred megabytes at most.
    public enum Limit {
        public static let peopleMax = 20_000
        public static let groupsMax = 1_000
        public static let seatsMax = 1_000_000
        public static let wishesMax = 3_000_000
    }

    /// Why something is no such problem; `rank` counts from 0.
    public enum Refused: Error, Equatable, Sendable {
        case tooManyPeople(Int)
        case tooManyGroups(Int)
        case tooManyWishes(Int)
        case seatsOutOfRange(group: Int)
        case minimumOutOfRange(group: Int)
        case unknownGroup(person: Int, rank: Int, group: Int)
        case wishedTwice(person: Int, rank: Int, group: Int)
    }

    public let groups: [Group]
    /// For each person the ranks, best first, and in each rank the groups that are equally welcome.
    public let wishes: [[[Int]]]
    /// Whether people may get into a group that they did not name, if nothing else is left: their last rank.
    public let placesBeyondWishes: Bool

    /// Checks what people and groups say.
    ///
    /// - Parameters:
    ///   - groups: All groups.
    ///   - wishes: For each person the groups by rank; an empty list names nothing.
    ///   - placesBeyondWishes: Whether people may get into what they did not name.
    /// - Throws: `Refused`, naming the first thing that is wrong.
    public init(_ groups: [Group], wishes: [[[Int]]], placesBeyondWishes: Bool = false) throws(Refused) {
        guard wishes.count <= Limit.peopleMax else { throw .tooManyPeople(wishes.count) }
        guard groups.count <= Limit.groupsMax else { throw .tooManyGroups(groups.count) }
        let wishCount = wishes.reduce(0) { $0 + $1.reduce(0) { $0 + max(1, $1.count) } }
        guard wishCount <= Limit.wishesMax else { throw .tooManyWishes(wishCount) }
        for (index, group) in groups.enumerated() {
            guard (0...Limit.seatsMax).contains(group.seatCount) else { throw .seatsOutOfRange(group: index) }
            guard (0...group.seatCount).contains(group.peopleMin) else {
                throw .minimumOutOfRange(group: index)
            }
        }

        var lastPerson = Array(repeating: -1, count: groups.count)
        for (person, ranks) in wishes.enumerated() {
            for (rank, tied) in ranks.enumerated() {
                for group in tied {
                    guard groups.indices.contains(group) else {
                        throw .unknownGroup(person: person, rank: rank, group: group)
                    }
                    guard lastPerson[group] != person else {
                        throw .wishedTwice(person: person, rank: rank, group: group)
                    }
                    lastPerson[group] = person
                }
            }
        }
        self.groups = groups
        self.wishes = wishes
        self.placesBeyondWishes = placesBeyondWishes
    }
}

extension Groups {
    /// What is best, once as many people as possible have a seat.
    public enum Objective: Sendable, CaseIterable {
        /// The least sum of squares of ranks, counted from 1: one third wish weighs more than two second ones.
        case squares
        /// The least sum of ranks.
        case ranks
        /// The most first wishes, then the most second ones, and so on (a greedy maximum matching).
        case greedy
        /// The fewest people on the last rank, then on the last but one, and so on (a generous maximum matching).
        case generous
    }

    /// Who got what.
    public struct Assignment: Sendable, Equatable {
        /// For each person the group, or nil.
        public let groupOf: [Int?]
        /// How many people got their first wish, their second one, and so on; a seat beyond all wishes is
        /// the rank after the longest list.
        public let peopleByRank: [Int]
        public let peopleByGroup: [Int]
        /// Groups that do not take place, because they did not get enough people.
        public let closed: [Int]
        /// Groups that take place with fewer people than they should.
        public let underfilled: [Int]
        /// Why people are left without a seat: whoever has none is in one of these at least.
        public let shortages: [Shortage]
        /// Whether nothing better exists. False only where groups may close and the search was cut short.
        public let isProvenOptimal: Bool

        public var unplaced: [Int] { groupOf.indices.filter { groupOf[$0] == nil } }
    }

    /// People who together name only groups with too few seats: whoever of them is left out, somebody is. A
    /// group that does not take place has no seats.
    public struct Shortage: Sendable, Equatable {
        public let people: [Int]
        public let groups: [Int]
        public let seatCount: Int
    }

    /// Gives everybody a seat, as far as there are seats.
    ///
    /// Without minimums this is one flow of least cost, in polynomial time. Which groups with a minimum take
    /// place is found by branch and bound over flows: all may run, then a group that has too few people runs
    /// with enough of them or not at all.
    ///
    /// - Parameters:
    ///   - objective: What is best.
    ///   - flows: After how many flows the search ends with the best it has; it needs one for each group
    ///     that closes in any case.
    /// - Returns: Who got what. The same input gives the same output.
    public func assign(by objective: Objective = .squares, flows: Int = 300) -> Assignment {
        var search = OpenGroups(GroupFlow(self, objective), flowsLeft: flows)
        return search.run()
    }
}
