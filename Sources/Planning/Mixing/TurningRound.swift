/// Looks for one round which, turned step by step, gives all rounds without repeats: a starter, as in the
/// schedules for Kirkman's schoolgirls (see Anderson: Combinatorial Designs and Tournaments, 1997).
///
/// All but a few people stand on circles of `step` places; each round is the one before with everybody one
/// place on. Nobody meets twice if in the first round no two pairs of people have the same circles and the
/// same distance. Annealing over that one round.
struct TurningRound {
    private let mixing: Mixing
    private let step: Int
    private let circleCount: Int
    private let fixedCount: Int
    private var tables: [[Int]]
    private var tableOf: [Int]
    /// Which pairs meet in another round when this one meets in the first.
    private let orbit: [Int]
    private var met: [Int]
    private var cost = 0
    private var generator: SeededGenerator

    /// Nil if people cannot stand on circles of `step` places, at least as many as there are rounds.
    init?(_ mixing: Mixing, step: Int, seed: UInt64) {
        let count = mixing.personCount
        guard mixing.isFresh, step >= max(2, mixing.roundCount), step <= count,
            count % step <= mixing.tableCount, mixing.hosts.count <= count % step,
            mixing.hosts(in: 0).allSatisfy({ $0.count <= 1 }), mixing.tableCount <= count
        else { return nil }
        self.mixing = mixing
        self.step = step
        circleCount = count / step
        fixedCount = count % step
        generator = SeededGenerator(seed: seed)
        let orbits = Self.orbits(count: count, step: step)
        orbit = orbits.of
        // Two who stay meet in every round, and two across a circle twice: that is a repeat from the start.
        met = orbits.isRepeated.map { $0 ? 1 : 0 }

        // Each of those who stay has a table; the others come by chance.
        tableOf = Array(repeating: 0, count: count)
        tables = (0..<mixing.tableCount).map { $0 < count % step ? [count - 1 - $0] : [] }
        var others = Array(0..<(count - fixedCount))
        generator.shuffle(&others)
        for person in others {
            let smallest = tables.indices.min { tables[$0].count < tables[$1].count } ?? 0
            tables[smallest].append(person)
        }
        for (table, people) in tables.enumerated() {
            for (seat, person) in people.enumerated() {
                tableOf[person] = table
                for other in people[..<seat] { cost += meet(person, other, by: 1) }
            }
        }
    }

    /// - Parameters:
    ///   - moves: How many swaps to try.
    ///   - isCancelled: Asked every thousand moves.
    /// - Returns: A schedule in which nobody meets twice, if one was found.
    mutating func schedule(moves: Int, isCancelled: () -> Bool) -> Mixing.Schedule? {
        let temperatures = MixingTemperature.falling(from: 1 << 16, to: 1 << 14, moves: moves)
        let movers = circleCount * step
        for temperature in temperatures {
            let count = moves / temperatures.count
            for move in 0..<count where cost > 0 {
                if move % 1024 == 0 && isCancelled() { return nil }
                let (first, second) = (generator.pick(movers), generator.pick(movers))
                guard tableOf[first] != tableOf[second] else { continue }
                let change = swap(first, second)
                if change <= temperature.riseMax(generator.next()) {
                    cost += change
                } else {
                    _ = swap(first, second)
                }
            }
        }
        return cost == 0 ? turned() : nil
    }

    private mutating func swap(_ first: Int, _ second: Int) -> Int {
        let (own, other) = (tableOf[first], tableOf[second])
        var change = 0
        for person in tables[own] where person != first { change += meet(first, person, by: -1) }
        for person in tables[other] where person != second { change += meet(second, person, by: -1) }
        for seat in tables[own].indices where tables[own][seat] == first { tables[own][seat] = second }
        for seat in tables[other].indices where tables[other][seat] == second { tables[other][seat] = first }
        (tableOf[first], tableOf[second]) = (other, own)
        for person in tables[own] where person != second { change += meet(second, person, by: 1) }
        for person in tables[other] where person != first { change += meet(first, person, by: 1) }
        return change
    }

    private mutating func meet(_ first: Int, _ second: Int, by change: Int) -> Int {
        let index = orbit[first * mixing.personCount + second]
        defer { met[index] += change }
        return change > 0 ? met[index] : 1 - met[index]
    }

    /// All rounds, with hosts among those who stay, at their tables.
    private func turned() -> Mixing.Schedule {
        let movers = circleCount * step
        let guests = (0..<mixing.personCount).filter { mixing.hostTable[$0] == nil }
        let named = guests + mixing.hosts.map(\.person)
        // The last of those who stay are the hosts, in their order.
        var order = Array(repeating: -1, count: mixing.tableCount)
        for (place, host) in mixing.hosts.enumerated() {
            order[host.table] = tableOf[mixing.personCount - mixing.hosts.count + place]
        }
        var free = (0..<mixing.tableCount).filter { !order.contains($0) }[...]
        for table in order.indices where order[table] < 0 { order[table] = free.removeFirst() }

        return Mixing.Schedule(
            rounds: (0..<mixing.roundCount).map { round in
                order.map { table in
                    tables[table].map { place in
                        guard place < movers else { return named[place] }
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
