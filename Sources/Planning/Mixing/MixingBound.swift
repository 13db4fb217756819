/// How much every schedule of a mixing costs at least.
///
/// Repeats are bounded in three ways, of which the best counts; what rules cost comes on top. Moves from an
/// earlier schedule are bounded by nothing.
///
/// - **By pairs of rounds.** Repeats are the pairs who share a table in two rounds, summed over all pairs of
///   rounds. Who is there in both is spread over g x g combinations of tables, most evenly at best.
/// - **By people.** Each person meets a known number of others; what that costs at least is the sum of the
///   cheapest meetings, given who met whom in rounds done (a convex function, so greedy is exact).
/// - **By parts of the day.** A bound b for u rounds holds for any u of w rounds, so for all w together
///   b w (w - 1) / (u (u - 1)), since every pair of rounds lies in equally many of these parts.
struct MixingBound {
    private let mixing: Mixing
    private let pairs: PairPrices

    init(_ mixing: Mixing) {
        self.mixing = mixing
        pairs = PairPrices(mixing)
    }

    /// At most the cost of the best schedule.
    var cost: Int { repeats + rulePrices }

    /// At most the repeats of the schedule with the fewest.
    var repeats: Int {
        max(byRoundPairs, MixingPeopleBound(mixing, pairs).repeats, mixing.isFresh ? byParts : 0)
    }

    /// Sum of C(part, 2) when people are spread over parts as evenly as possible.
    static func pairsWhenSpread(_ people: Int, over parts: Int) -> Int {
        let (each, larger) = people.quotientAndRemainder(dividingBy: max(1, parts))
        return parts * (each * (each - 1) / 2) + larger * each
    }

    private var byRoundPairs: Int {
        var sum = 0
        for later in mixing.openRounds {
            for round in 0..<later {
                let tables = round < mixing.roundsDone ? tablesOfDone(round, thereIn: later) : nil
                if let tables {
                    sum += tables.reduce(0) { $0 + Self.pairsWhenSpread($1, over: mixing.tableCount) }
                } else {
                    let there = (0..<mixing.personCount).count {
                        mixing.isPresent($0, in: round) && mixing.isPresent($0, in: later)
                    }
                    sum += Self.pairsWhenSpread(there, over: mixing.tableCount * mixing.tableCount)
                }
            }
        }
        return max(0, sum + repeatsDone - repeatsTogetherMax)
    }

    /// How many of each table of a round done are there in a later one.
    private func tablesOfDone(_ round: Int, thereIn later: Int) -> [Int]? {
        mixing.earlier.map { earlier in
            earlier.rounds[round].map { table in
                table.count { mixing.isPresent($0, in: round) && mixing.isPresent($0, in: later) }
            }
        }
    }

    /// Repeats among rounds done, of all pairs.
    private var repeatsDone: Int {
        MixingMeetings(mixing).all.reduce(0) { $0 + Int($1) * (Int($1) - 1) / 2 } / 2
    }

    /// Repeats that count in no score, if all who are to be kept together always were.
    private var repeatsTogetherMax: Int {
        var sum = 0
        for first in 0..<mixing.personCount {
            for second in 0..<first where pairs.isTogether[first * mixing.personCount + second] {
                let shared = mixing.sharedRounds(first, second)
                sum += shared * (shared - 1) / 2
            }
        }
        return sum
    }

    private var byParts: Int {
        var best = 0
        for rounds in 2..<max(2, mixing.roundCount + 1) {
            guard let part = mixing.firstRounds(rounds) else { continue }
            let bound = MixingBound(part)
            let own = max(
                bound.byRoundPairs, MixingPeopleBound(part, bound.pairs).repeats, bound.knownImpossible)
            let denominator = rounds * (rounds - 1)
            best = max(
                best, (own * mixing.roundCount * (mixing.roundCount - 1) + denominator - 1) / denominator)
        }
        return best
    }

    /// One where no schedule without repeats exists, though counting would allow it.
    ///
    /// Six tables of six and four rounds: two orthogonal Latin squares of order six (Tarry 1900). Four
    /// tables of three and five rounds: a nearly Kirkman triple system of order 12 (Kotzig, Rosa 1974). Five
    /// tables of four and six rounds: a resolvable group divisible design of type 2^10 (see Ge, Ling 2005).
    private var knownImpossible: Int {
        let known = [(36, 6, 4), (12, 4, 5), (20, 5, 6)]
        guard mixing.hosts.isEmpty && mixing.together.isEmpty else { return 0 }
        return known.contains {
            $0 == mixing.personCount && $1 == mixing.tableCount && $2 <= mixing.roundCount
        } ? 1 : 0
    }

    /// What keeping apart and together costs at least, as far as it depends on numbers only.
    var rulePrices: Int {
        var sum = 0
        for round in mixing.openRounds {
            let sizes = mixing.tableSizes(in: round)
            for group in mixing.apart {
                let there = group.people.count { mixing.isPresent($0, in: round) }
                sum += group.price * Self.pairsWhenSpread(there, over: mixing.tableCount)
            }
            for group in mixing.together {
                let there = group.people.count { mixing.isPresent($0, in: round) }
                sum += group.price * Self.partedPairs(there, sizes)
            }
        }
        return sum + pricesDone
    }

    /// Pairs of a group who sit apart at least, when it fills the largest tables one after the other.
    private static func partedPairs(_ people: Int, _ sizes: [Int]) -> Int {
        var left = people
        var together = 0
        for size in sizes.sorted(by: >) {
            let seated = min(left, size)
            together += seated * (seated - 1) / 2
            left -= seated
        }
        return people * (people - 1) / 2 - together
    }

    /// What rules have cost already.
    private var pricesDone: Int {
        let count = mixing.personCount
        let met = MixingMeetings(mixing).all
        var sum = 0
        for first in 0..<count {
            for second in 0..<first {
                let index = first * count + second
                let shared = mixing.sharedRounds(first, second, in: 0..<mixing.roundsDone)
                sum += Int(pairs.apart[index]) * Int(met[index])
                sum += Int(pairs.together[index]) * (shared - Int(met[index]))
            }
        }
        return sum
    }
}

/// How many rounds done each pair shared, by `first * personCount + second`.
struct MixingMeetings {
    private(set) var all: [UInt8]

    init(_ mixing: Mixing) {
        let count = mixing.personCount
        all = Array(repeating: 0, count: count * count)
        guard let earlier = mixing.earlier else { return }
        for (round, tables) in earlier.rounds.prefix(mixing.roundsDone).enumerated() {
            for table in tables {
                let there = table.filter { mixing.isPresent($0, in: round) }
                for first in there {
                    for second in there where first != second { all[first * count + second] += 1 }
                }
            }
        }
    }
}

extension Mixing {
    /// The same people and hosts for fewer rounds, without prices.
    func firstRounds(_ count: Int) -> Mixing? {
        var draft = Draft(personCount: personCount, tableCount: tableCount, roundCount: count)
        draft.hosts = hosts
        draft.together = together
        return try? Mixing(draft)
    }
}
