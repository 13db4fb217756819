/// Young people who spend each period of a year with another employer.
///
/// Everybody should have one placement in each period in which they are there, all with different employers of
/// their list. Youths, employers and periods count from 0.
public struct Chains: Sendable, Equatable {
    /// Somebody who wants placements.
    public struct Youth: Sendable, Equatable {
        /// Ranks, best first, and in each rank the employers that are equally welcome.
        public var wishes: [[Int]]
        /// Periods without a placement.
        public var absences: Set<Int>

        public init(wishes: [[Int]], absences: Set<Int> = []) {
            self.wishes = wishes
            self.absences = absences
        }
    }

    /// Limits on everything, so that a solution takes seconds at most.
    public enum Limit {
        public static let youthsMax = 5_000
        public static let employersMax = 2_000
        public static let periodsMax = 12
        public static let seatsMax = 5_000
        public static let wishesMax = 500_000
    }

    /// Why something is no such problem; `rank` counts from 0.
    public enum Refused: Error, Equatable, Sendable {
        case tooManyYouths(Int)
        case tooManyEmployers(Int)
        case periodsOutOfRange(Int)
        case tooManyWishes(Int)
        /// An employer does not say for each period how many seats there are.
        case seatsOfOtherLength(employer: Int)
        case seatsOutOfRange(employer: Int)
        case unknownEmployer(youth: Int, rank: Int, employer: Int)
        case wishedTwice(youth: Int, rank: Int, employer: Int)
        case unknownPeriod(youth: Int, period: Int)
    }

    public let youths: [Youth]
    /// For each employer the seats in each period.
    public let seatCounts: [[Int]]
    public let periodCount: Int

    /// Checks what youths and employers say.
    ///
    /// - Parameters:
    ///   - youths: Who wants placements.
    ///   - seatCounts: For each employer how many youths it takes in each period.
    ///   - periodCount: How many placements make a chain.
    /// - Throws: `Refused`, naming the first thing that is wrong.
    public init(youths: [Youth], seatCounts: [[Int]], periodCount: Int = 3) throws(Refused) {
        guard youths.count <= Limit.youthsMax else { throw .tooManyYouths(youths.count) }
        guard seatCounts.count <= Limit.employersMax else { throw .tooManyEmployers(seatCounts.count) }
        guard (1...Limit.periodsMax).contains(periodCount) else { throw .periodsOutOfRange(periodCount) }
        let wishCount = youths.reduce(0) { $0 + $1.wishes.reduce(0) { $0 + max(1, $1.count) } }
        guard wishCount <= Limit.wishesMax else { throw .tooManyWishes(wishCount) }
        for (employer, counts) in seatCounts.enumerated() {
            guard counts.count == periodCount else { throw .seatsOfOtherLength(employer: employer) }
            guard counts.allSatisfy({ (0...Limit.seatsMax).contains($0) }) else {
                throw .seatsOutOfRange(employer: employer)
            }
        }
        self.youths = youths
        self.seatCounts = seatCounts
        self.periodCount = periodCount
        for (index, youth) in youths.enumerated() { try check(youth, index) }
    }

    private func check(_ youth: Youth, _ index: Int) throws(Refused) {
        if let period = youth.absences.filter({ !(0..<periodCount).contains($0) }).min() {
            throw .unknownPeriod(youth: index, period: period)
        }
        var named: Set<Int> = []
        for (rank, tied) in youth.wishes.enumerated() {
            for employer in tied {
                guard seatCounts.indices.contains(employer) else {
                    throw .unknownEmployer(youth: index, rank: rank, employer: employer)
                }
                guard named.insert(employer).inserted else {
                    throw .wishedTwice(youth: index, rank: rank, employer: employer)
                }
            }
        }
    }
}

extension Chains {
    /// What is minded, in this order: the smaller, the better.
    public struct Value: Sendable, Equatable, Comparable {
        /// For each youth the square of the number of missing placements, added up: so as few as possible are
        /// missing, and not all to the same people.
        public var missingSquares = 0
        /// For each placement the square of its rank, counted from 1, added up.
        public var rankSquares = 0

        public init(missingSquares: Int = 0, rankSquares: Int = 0) {
            self.missingSquares = missingSquares
            self.rankSquares = rankSquares
        }

        public static func < (left: Self, right: Self) -> Bool {
            (left.missingSquares, left.rankSquares) < (right.missingSquares, right.rankSquares)
        }
    }

    /// Why somebody cannot have all placements.
    public enum Finding: Sendable, Equatable {
        /// The list names fewer employers with a seat in a period of theirs than they need.
        case tooFewEmployers(youth: Int, usable: Int, needed: Int)
        /// Together they lack at least `missing` placements, whoever goes without: all that these employers
        /// have, and one with each other employer of their lists, is not enough.
        case tooFewSeats(youths: [Int], employers: [Int], seatCount: Int, missing: Int)
        /// There are seats enough, but no order of the periods was found that uses them.
        case noOrderFound(youth: Int, missing: Int)
    }

    /// Who is where in which period.
    public struct Solution: Sendable, Equatable {
        /// For each youth and each period the employer, or nil.
        public let employers: [[Int?]]
        public let value: Value
        /// No solution has a smaller value.
        public let bound: Value
        public let findings: [Finding]

        public var isProvenOptimal: Bool { value == bound }
    }

    /// Makes chains, as far as there are seats.
    ///
    /// Who goes to which employers is a flow of least cost. Where seats are the same in all periods and everybody
    /// is always there, it can always be put in periods (König 1916), and the solution is optimal. Otherwise that
    /// is NP-complete (Even, Itai and Shamir 1976, timetables with unavailable hours), and a search looks for a
    /// solution that is as good as the flow, which stays the bound.
    ///
    /// - Parameters:
    ///   - seed: Any number; another one may find another solution where a search is needed.
    ///   - flows: After how many flows, of one period and mostly few youths each, the search ends.
    /// - Returns: The same solution for the same input, also where not everybody can have all placements.
    public func solve(seed: UInt64 = 1, flows: Int = 20_000) -> Solution {
        let flow = ChainFlow(self)
        var employers: [[Int?]]
        if isEven {
            employers = flow.inPeriods()
        } else {
            var search = PeriodSearch(self, generator: SeededGenerator(seed: seed), flowsLeft: flows)
            employers = search.run(until: flow.bound)
        }
        return Solution(
            employers: employers, value: value(of: employers), bound: flow.bound,
            findings: findings(flow, employers))
    }

    /// Whether any order of the periods is as good as another.
    var isEven: Bool {
        youths.allSatisfy(\.absences.isEmpty) && seatCounts.allSatisfy { Set($0).count <= 1 }
    }

    func neededCount(_ youth: Int) -> Int { periodCount - youths[youth].absences.count }

    /// Whether the youth can ever be with the employer.
    func canMeet(_ youth: Int, _ employer: Int) -> Bool {
        (0..<periodCount).contains { seatCounts[employer][$0] > 0 && !youths[youth].absences.contains($0) }
    }

    func value(of employers: [[Int?]]) -> Value {
        employers.enumerated().reduce(into: Value()) { sum, chain in
            let value = value(of: chain.element, youth: chain.offset)
            sum.missingSquares += value.missingSquares
            sum.rankSquares += value.rankSquares
        }
    }

    /// What one youth's chain adds.
    func value(of chain: [Int?], youth: Int) -> Value {
        let missing = neededCount(youth) - chain.count { $0 != nil }
        var value = Value(missingSquares: missing * missing)
        for case let employer? in chain {
            let rank = 1 + (youths[youth].wishes.firstIndex { $0.contains(employer) } ?? 0)
            value.rankSquares += rank * rank
        }
        return value
    }

    private func findings(_ flow: ChainFlow, _ employers: [[Int?]]) -> [Finding] {
        var findings: [Finding] = []
        for youth in youths.indices {
            let usable = youths[youth].wishes.joined().count { canMeet(youth, $0) }
            guard usable < neededCount(youth) else { continue }
            findings.append(.tooFewEmployers(youth: youth, usable: usable, needed: neededCount(youth)))
        }
        findings += flow.shortages()
        // Whoever goes without may be somebody else than in the flow: that alone is nothing to tell.
        guard value(of: employers).missingSquares > flow.bound.missingSquares else { return findings }
        for (youth, chain) in employers.enumerated() {
            let missing = neededCount(youth) - chain.count { $0 != nil }
            guard missing > flow.missing(youth) else { continue }
            findings.append(.noOrderFound(youth: youth, missing: missing))
        }
        return findings
    }
}
