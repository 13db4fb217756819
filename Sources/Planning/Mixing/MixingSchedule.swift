extension Mixing {
    /// Who sits where: `rounds[round][table]` lists people, in ascending order when a search made it.
    public struct Schedule: Sendable, Equatable {
        public var rounds: [[[Int]]]

        public init(rounds: [[[Int]]]) {
            self.rounds = rounds
        }
    }

    /// Two people and how many rounds they share a table.
    public struct Meeting: Sendable, Hashable {
        public let first: Int
        public let second: Int
        public let rounds: Int

        /// C(rounds, 2): each round they share with each other one.
        public var repeats: Int { rounds * (rounds - 1) / 2 }
    }

    /// What a schedule costs, counted anew from the people at its tables.
    public struct Score: Sendable, Equatable {
        /// Sum of C(m, 2) over all pairs that no rule keeps together, rounds done included.
        public let repeats: Int
        /// Pairs that meet more than once, and whom no rule keeps together.
        public let meetingsAgain: [Meeting]
        /// How many pairs meet in 0, 1, 2 … rounds, of those who are there together at least once.
        public let pairsByMeetings: [Int]
        /// Meetings of people who are to be kept apart; together is once each round.
        public let meetingsOfApart: Int
        /// How often people who are to be kept together are not.
        public let partingsOfTogether: Int
        /// Places other than in the earlier schedule, in rounds still open.
        public let moves: Int
        /// Repeats, and everything else by its price.
        public let cost: Int
    }
}

extension Mixing.Score {
    /// Counts a schedule.
    ///
    /// People who were not there met nobody, although a round done may still list them.
    ///
    /// - Parameters:
    ///   - mixing: Whose rules hold.
    ///   - schedule: As many rounds as the mixing has, with people that it knows.
    public init(_ mixing: Mixing, _ schedule: Mixing.Schedule) {
        let pairs = PairPrices(mixing)
        let count = mixing.personCount
        let met = Self.meetings(mixing, schedule)

        var repeats = 0
        var apart = (meetings: 0, cost: 0)
        var together = (partings: 0, cost: 0)
        var again: [Mixing.Meeting] = []
        var pairsByMeetings = Array(repeating: 0, count: mixing.roundCount + 1)
        for first in 0..<count {
            for second in (first + 1)..<max(count, first + 1) {
                let shared = mixing.sharedRounds(first, second)
                guard shared > 0 else { continue }
                let index = first * count + second
                let rounds = Int(met[index])
                pairsByMeetings[rounds] += 1
                if pairs.isTogether[index] {
                    together.partings += pairs.together[index] > 0 ? shared - rounds : 0
                    together.cost += Int(pairs.together[index]) * (shared - rounds)
                } else if rounds > 1 {
                    again.append(Mixing.Meeting(first: first, second: second, rounds: rounds))
                    repeats += rounds * (rounds - 1) / 2
                }
                apart.meetings += pairs.apart[index] > 0 ? rounds : 0
                apart.cost += Int(pairs.apart[index]) * rounds
            }
        }
        moves = Self.moves(mixing, schedule)
        self.repeats = repeats
        meetingsAgain = again
        self.pairsByMeetings = pairsByMeetings
        meetingsOfApart = apart.meetings
        partingsOfTogether = together.partings
        cost = repeats + apart.cost + together.cost + moves * mixing.movePrice
    }

    /// How many rounds each pair shares a table, both being there.
    private static func meetings(_ mixing: Mixing, _ schedule: Mixing.Schedule) -> [UInt8] {
        let count = mixing.personCount
        var met = [UInt8](repeating: 0, count: count * count)
        for (round, tables) in schedule.rounds.enumerated() {
            for table in tables {
                let there = table.filter { mixing.isPresent($0, in: round) }
                for first in there {
                    for second in there where first != second { met[first * count + second] += 1 }
                }
            }
        }
        return met
    }

    private static func moves(_ mixing: Mixing, _ schedule: Mixing.Schedule) -> Int {
        guard let earlier = mixing.earlier else { return 0 }
        var moves = 0
        for round in mixing.openRounds where round < earlier.rounds.count {
            var before = [Int?](repeating: nil, count: mixing.personCount)
            for (table, people) in earlier.rounds[round].enumerated() {
                for person in people { before[person] = table }
            }
            for (table, people) in schedule.rounds[round].enumerated() {
                moves += people.count { before[$0] != nil && before[$0] != table }
            }
        }
        return moves
    }
}

/// What rules say about each pair, by `first * personCount + second`, both ways.
struct PairPrices {
    private(set) var apart: [Int16]
    private(set) var together: [Int16]
    /// Kept together by a group or because both are hosts of one table: their meetings are no repeats.
    private(set) var isTogether: [Bool]

    init(_ mixing: Mixing) {
        let count = mixing.personCount
        apart = Array(repeating: 0, count: count * count)
        together = apart
        isTogether = Array(repeating: false, count: count * count)
        for group in mixing.apart {
            Self.eachPair(group.people, count) { apart[$0] += Int16(group.price) }
        }
        for group in mixing.together {
            Self.eachPair(group.people, count) {
                together[$0] += Int16(group.price)
                isTogether[$0] = true
            }
        }
        for first in mixing.hosts {
            for second in mixing.hosts where first.table == second.table && first != second {
                isTogether[first.person * count + second.person] = true
            }
        }
    }

    private static func eachPair(_ people: [Int], _ count: Int, _ body: (Int) -> Void) {
        for first in people {
            for second in people where first != second { body(first * count + second) }
        }
    }
}
