/// Looks for a few rounds which, turned step by step, give all rounds without repeats: starters, as in the
/// schedules for Kirkman's schoolgirls (see Anderson: Combinatorial Designs and Tournaments, 1997).
///
/// All but a few people stand on circles of `step` places; each further round is one of the first with
/// everybody some places on. Nobody meets twice if in the first rounds no two pairs of people have the same
/// circles and the same distance. Annealing over those rounds.
struct TurningRound {
    private let mixing: Mixing
    private let step: Int
    private let moverCount: Int
    /// The first rounds, and who sits where in them.
    private var starters: [[[Int]]]
    private var tableOf: [[Int]]
    /// Which pairs meet in another round when this one meets in the first.
    private let orbit: [Int]
    private var met: [Int]
    private var cost = 0
    private(set) var movesMade = 0
    private var generator: SeededGenerator

    /// Nil if people cannot stand on circles of `step` places, or so many first rounds do not give all.
    init?(_ mixing: Mixing, step: Int, starterCount: Int = 1, seed: UInt64) {
        let count = mixing.personCount
        guard mixing.isFresh, step >= 2, step * starterCount >= mixing.roundCount, step <= count,
            count % step <= mixing.tableCount, mixing.hosts.count <= count % step,
            mixing.hosts(in: 0).allSatisfy({ $0.count <= 1 }), mixing.tableCount <= count
        else { return nil }
        self.mixing = mixing
        self.step = step
        moverCount = count - count % step
        generator = SeededGenerator(seed: seed)
        let orbits = Self.orbits(count: count, step: step)
        orbit = orbits.of
        // Two who stay meet in every round, and two across a circle twice: that is a repeat from the start.
        met = orbits.isRepeated.map { $0 ? 1 : 0 }
        starters = []
        tableOf = Array(repeating: Array(repeating: 0, count: count), count: starterCount)
        for starter in 0..<starterCount { seat(starter) }
    }

    /// Each of those who stay has a table, always the same; the others come by chance.
    private mutating func seat(_ starter: Int) {
        let count = mixing.personCount
        var tables = (0..<mixing.tableCount).map { $0 < count - moverCount ? [count - 1 - $0] : [] }
        var movers = Array(0..<moverCount)
        generator.shuffle(&movers)
        for person in movers {
            let smallest = tables.indices.min { tables[$0].count < tables[$1].count } ?? 0
            tables[smallest].append(person)
        }
        for (table, people) in tables.enumerated() {
            for (seat, person) in people.enumerated() {
                tableOf[starter][person] = table
                for other in people[..<seat] { cost += meet(person, other, by: 1) }
            }
        }
        starters.append(tables)
    }

    /// - Parameters:
    ///   - moves: How many swaps to try.
    ///   - isCancelled: Asked every thousand moves.
    /// - Returns: A schedule in which nobody meets twice, if one was found.
    mutating func schedule(moves: Int, isCancelled: () -> Bool) -> Mixing.Schedule? {
        let temperatures = MixingTemperature.falling(from: 1 << 16, to: 1 << 14, moves: moves)
        for temperature in temperatures {
            let count = moves / temperatures.count
            for move in 0..<count where cost > 0 {
                if move % 1024 == 0 && isCancelled() { return nil }
                movesMade += 1
                let starter = generator.pick(starters.count)
                let (first, second) = (generator.pick(moverCount), generator.pick(moverCount))
                guard tableOf[starter][first] != tableOf[starter][second] else { continue }
                let change = swap(first, second, in: starter)
                if change <= temperature.riseMax(generator.next()) {
                    cost += change
                } else {
                    _ = swap(first, second, in: starter)
                }
            }
        }
        return cost == 0 ? turned() : nil
    }

    private mutating func swap(_ first: Int, _ second: Int, in starter: Int) -> Int {
        let (own, other) = (tableOf[starter][first], tableOf[starter][second])
        var change = 0
        for person in starters[starter][own] where person != first { change += meet(first, person, by: -1) }
        for person in starters[starter][other] where person != second {
            change += meet(second, person, by: -1)
        }
        replace(first, by: second, at: own, in: starter)
        replace(second, by: first, at: other, in: starter)
        for person in starters[starter][own] where person != second { change += meet(second, person, by: 1) }
        for person in starters[starter][other] where person != first { change += meet(first, person, by: 1) }
        return change
    }

    private mutating func replace(_ person: Int, by other: Int, at table: Int, in starter: Int) {
        for seat in starters[starter][table].indices where starters[starter][table][seat] == person {
            starters[starter][table][seat] = other
        }
        tableOf[starter][other] = table
    }

    private mutating func meet(_ first: Int, _ second: Int, by change: Int) -> Int {
        let index = orbit[first * mixing.personCount + second]
        defer { met[index] += change }
        return change > 0 ? met[index] : 1 - met[index]
    }

    /// All rounds, with hosts among those who stay, at their tables.
    private func turned() -> Mixing.Schedule {
        let guests = (0..<mixing.personCount).filter { mixing.hostTable[$0] == nil }
        let named = guests + mixing.hosts.map(\.person)
        // The last of those who stay are the hosts, in their order.
        var order = Array(repeating: -1, count: mixing.tableCount)
        for (place, host) in mixing.hosts.enumerated() {
            order[host.table] = tableOf[0][mixing.personCount - mixing.hosts.count + place]
        }
        var free = (0..<mixing.tableCount).filter { !order.contains($0) }[...]
        for table in order.indices where order[table] < 0 { order[table] = free.removeFirst() }

        return Mixing.Schedule(
            rounds: (0..<mixing.roundCount).map { round in
                order.map { table in
                    starters[round / step][table].map { place in
                        guard place < moverCount else { return named[place] }
                        return named[place / step * step + (place % step + round) % step]
                    }.sorted()
                }
            })
    }

    /// Numbers the orbits of pairs; those that come round before all steps are made have a repeat in them.
    private static func orbits(count: Int, step: Int) -> (of: [Int], isRepeated: [Bool]) {
        var orbit = Array(repeating: -1, count: count * count)
        var isRepeated: [Bool] = []
        let movers = count / step * step
        func turned(_ person: Int) -> Int {
            person < movers ? person / step * step + (person % step + 1) % step : person
        }
        for first in 0..<count {
            for second in 0..<first where orbit[first * count + second] < 0 {
                var (one, other, length) = (first, second, 0)
                while orbit[one * count + other] < 0 {
                    orbit[one * count + other] = isRepeated.count
                    orbit[other * count + one] = isRepeated.count
                    (one, other, length) = (turned(one), turned(other), length + 1)
                }
                isRepeated.append(length < step)
            }
        }
        return (orbit, isRepeated)
    }
}
