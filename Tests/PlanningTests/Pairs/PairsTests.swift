import Testing

@testable import Planning

@Suite struct `Pairs of two sides` {
    /// Small sides with gaps, and with ties or several seats where asked for.
    struct Shape: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var hasTies = false
        var seatsMax = 1

        static let strict = Shape(testDescription: "strict ranks, one seat")
        static let seats = Shape(testDescription: "strict ranks, several seats", seatsMax: 2)
        static let ties = Shape(testDescription: "ties, one seat", hasTies: true)
        static let all = [
            strict, seats, ties, Shape(testDescription: "ties and seats", hasTies: true, seatsMax: 2),
        ]

        func any(_ generator: inout SeededGenerator) throws -> Pairs {
            let counts = (Int.random(in: 0...5, using: &generator), Int.random(in: 0...4, using: &generator))
            let applicants = (0..<counts.0).map { _ in list(of: counts.1, &generator) }
            let partners = (0..<counts.1).map { _ in list(of: counts.0, &generator) }
            let seats = partners.map { _ in
                seatsMax == 1 ? 1 : Int.random(in: 0...seatsMax, using: &generator)
            }
            return try Pairs(applicants: applicants, partners: partners, seatCounts: seats)
        }

        private func list(of count: Int, _ generator: inout SeededGenerator) -> [[Int]] {
            var ranks: [[Int]] = []
            for other in (0..<count).shuffled(using: &generator)
            where Int.random(in: 0..<5, using: &generator) > 0 {
                if !ranks.isEmpty && hasTies && Bool.random(using: &generator) {
                    ranks[ranks.count - 1].append(other)
                } else {
                    ranks.append([other])
                }
            }
            return ranks
        }
    }

    /// Every choice of pairs that no seat and no person forbids.
    static func allChoices(_ pairs: Pairs) -> [[Int?]] {
        var choices: [[Int?]] = [[]]
        for applicant in 0..<pairs.applicantCount {
            choices = choices.flatMap { choice in
                let open: [Int?] = pairs.ofApplicant[applicant].filter { index in
                    let partner = pairs.pairs[index].partner
                    let taken = choice.count { $0.map { pairs.pairs[$0].partner == partner } ?? false }
                    return taken < pairs.seatCounts[partner]
                }
                return (open + [nil]).map { choice + [$0] }
            }
        }
        return choices
    }

    /// By the words of the definition, with nothing of the code under test but the list of pairs.
    static func isStable(_ pairs: Pairs, _ choice: [Int?]) -> Bool {
        !pairs.pairs.contains { pair in
            let present = choice[pair.applicant]
            guard present.map({ pairs.pairs[$0].applicantRank > pair.applicantRank }) ?? true else {
                return false
            }
            let held = choice.compactMap { $0 }.filter { pairs.pairs[$0].partner == pair.partner }
            return held.count < pairs.seatCounts[pair.partner]
                || held.contains { pairs.pairs[$0].partnerRank > pair.partnerRank }
        }
    }

    @Test(arguments: Shape.all, [Pairs.Side.applicants, .partners])
    func `that one side proposes are stable`(_ shape: Shape, _ side: Pairs.Side) throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<150 {
            let pairs = try shape.any(&generator)

            let found = pairs.match(by: .stable(proposing: side))

            #expect(Self.isStable(pairs, Self.choice(pairs, found)))
            #expect(found.isStable)
        }
    }

    @Test(arguments: [Shape.strict, .seats])
    func `are the best of all stable ones for the side that proposes`(_ shape: Shape) throws {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<100 {
            let pairs = try shape.any(&generator)
            let stable = Self.allChoices(pairs).filter { Self.isStable(pairs, $0) }

            let best = Self.choice(pairs, pairs.match(by: .stable(proposing: .applicants)))
            let worst = Self.choice(pairs, pairs.match(by: .stable(proposing: .partners)))

            #expect(stable.contains(best) && stable.contains(worst))
            for other in stable {
                // Pairs of an applicant are numbered from the best to the worst.
                #expect(zip(best, other).allSatisfy { ($0 ?? -1) <= ($1 ?? -1) })
                #expect(zip(worst, other).allSatisfy { ($0 ?? -1) >= ($1 ?? -1) })
                #expect(best.map { $0 == nil } == other.map { $0 == nil })
            }
        }
    }

    @Test func `of seven with whole lists are found among all stable ones`() throws {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<3 {
            let lists = { (0..<7).map { _ in (0..<7).shuffled(using: &generator).map { [$0] } } }
            let pairs = try Pairs(applicants: lists(), partners: lists())

            let best = pairs.match().partnerOf.compactMap { $0 }

            let ranks = pairs.pairs.reduce(into: [[Int]](repeating: Array(repeating: 0, count: 7), count: 7))
            {
                $0[$1.applicant][$1.partner] = $1.applicantRank
            }
            var stableCount = 0
            Self.permutations(of: 7) { partners in
                let matching = pairs.matching(
                    partners.enumerated().map { $0.offset * 7 + ranks[$0.offset][$0.element] })
                guard matching.isStable else { return }
                stableCount += 1
                for applicant in 0..<7 {
                    #expect(ranks[applicant][best[applicant]] <= ranks[applicant][partners[applicant]])
                }
            }
            #expect(stableCount > 0)
        }
    }

    @Test(arguments: Shape.all)
    func `are stable with ties, and at least two thirds of what is possible`(_ shape: Shape) throws {
        var generator = SeededGenerator(seed: 14)
        for _ in 0..<150 {
            let pairs = try shape.any(&generator)
            let largest =
                Self.allChoices(pairs).filter { Self.isStable(pairs, $0) }
                .map { $0.count { $0 != nil } }.max() ?? 0

            let found = pairs.match(by: .largestStable)

            #expect(Self.isStable(pairs, Self.choice(pairs, found)))
            #expect(3 * found.size >= 2 * largest)
        }
    }

    @Test func `may be more where ties are used`() throws {
        // Both want the first partner as much as the second one, who is nobody's only hope.
        let pairs = try Pairs(applicants: [[[0, 1]], [[0]]], partners: [[[0, 1]], [[0]]])

        #expect(pairs.match().size == 1)
        #expect(pairs.match(by: .largestStable).partnerOf == [1, 0])
    }

    @Test(arguments: Shape.all) func `are the most, or have the most points, by trial`(_ shape: Shape) throws
    {
        var generator = SeededGenerator(seed: 15)
        for _ in 0..<100 {
            let pairs = try shape.any(&generator)
            let longest = (
                pairs.pairs.map(\.applicantRank).max() ?? 0, pairs.pairs.map(\.partnerRank).max() ?? 0
            )
            let points: ([Int?]) -> Int = { choice in
                choice.compactMap { $0 }.map { pairs.pairs[$0] }.reduce(0) {
                    $0 + longest.0 - $1.applicantRank + 1 + longest.1 - $1.partnerRank + 1
                }
            }
            let most: ([Int?]) -> [Int] = { choice in
                let chosen = choice.compactMap { $0 }.map { pairs.pairs[$0] }
                return [-chosen.count, chosen.reduce(0) { $0 + $1.applicantRank + $1.partnerRank + 2 }]
            }
            let all = Self.allChoices(pairs)

            let many = pairs.match(by: .mostPairs)
            let good = pairs.match(by: .mostPoints)

            #expect([-many.size, many.rankTotal] == all.map(most).min { $0.lexicographicallyPrecedes($1) })
            #expect(points(Self.choice(pairs, good)) == all.map(points).max())
        }
    }

    @Test func `that are not stable name who would rather be together`() throws {
        let pairs = try Pairs(applicants: [[[0], [1]], [[0]]], partners: [[[0], [1]], [[0]]])

        let most = pairs.match(by: .mostPairs)

        #expect(most.partnerOf == [1, 0])
        #expect(most.applicantsOf == [[1], [0]])
        #expect(most.rankTotal == 2 + 1 + 1 + 2)
        #expect(most.blocking == [.init(applicant: 0, partner: 0)])
        #expect(pairs.match().partnerOf == [0, nil])
        #expect(pairs.match().unmatched == [1])
    }

    @Test func `come about only where both name each other`() throws {
        let pairs = try Pairs(
            applicants: [[[0], [1]], nil], partners: [[[1]], nil, [[0]]], seatCounts: [2])

        #expect(
            pairs.pairs == [
                .init(applicant: 0, partner: 1, applicantRank: 1, partnerRank: 0),
                .init(applicant: 1, partner: 0, applicantRank: 0, partnerRank: 0),
            ])
        #expect(pairs.unreturnedWishCount == 2)
        #expect(pairs.seatCounts == [2, 1, 1])
    }

    @Test(arguments: [
        (Pairs.Refused.unknown(.applicants, 0, rank: 1, other: 1), [[[0], [1]]], [[[Int]]()], [Int]()),
        (.unknown(.partners, 1, rank: 0, other: -1), [], [[], [[-1]]], []),
        (.wishedTwice(.applicants, 0, rank: 0, other: 0), [[[0, 0]]], [[]], []),
        (.wishedTwice(.partners, 0, rank: 1, other: 0), [[]], [[[0], [0]]], []),
        (.seatsOutOfRange(partner: 0), [], [[]], [-1]), (.seatsOutOfRange(partner: 0), [], [[]], [20_001]),
    ])
    func `are refused for what is wrong`(
        _ refused: Pairs.Refused, _ applicants: [[[Int]]], _ partners: [[[Int]]], _ seats: [Int]
    ) {
        #expect(throws: refused) {
            try Pairs(applicants: applicants, partners: partners, seatCounts: seats)
        }
    }

    @Test func `are refused where they are too many`() {
        #expect(throws: Pairs.Refused.tooMany(.applicants, 20_001)) {
            try Pairs(applicants: Array(repeating: [], count: 20_001), partners: [])
        }
        #expect(throws: Pairs.Refused.tooMany(.partners, 20_001)) {
            try Pairs(applicants: [], partners: Array(repeating: [], count: 20_001))
        }
        #expect(throws: Pairs.Refused.tooManyWishes(2_000_001)) {
            try Pairs(applicants: [Array(repeating: [], count: 2_000_001)], partners: [])
        }
    }

    /// For each applicant the number of the pair.
    private static func choice(_ pairs: Pairs, _ matching: Pairs.Matching) -> [Int?] {
        matching.partnerOf.enumerated().map { applicant, partner in
            pairs.ofApplicant[applicant].first { pairs.pairs[$0].partner == partner }
        }
    }

    /// By Heap's method.
    private static func permutations(of count: Int, _ body: ([Int]) -> Void) {
        var items = Array(0..<count)
        var counters = Array(repeating: 0, count: count)
        body(items)
        var index = 1
        while index < count {
            if counters[index] < index {
                items.swapAt(index % 2 == 0 ? 0 : counters[index], index)
                body(items)
                counters[index] += 1
                index = 1
            } else {
                counters[index] = 0
                index += 1
            }
        }
    }
}
