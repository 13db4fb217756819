/// Simulated annealing over the seats of all open rounds (Kirkpatrick, Gelatt, Vecchi 1983): two guests of
/// one round change tables, or one guest goes from a larger table to a smaller.
///
/// The budget is moves, never seconds, and is spent in cycles of cooling that grow longer, because many
/// mixings are solved by a short one. Only the best schedule is kept.
struct MixingAnnealing {
    private let mixing: Mixing
    private let target: Int
    private let isCancelled: () -> Bool
    private let progress: (Int, Int) -> Void
    private let guests: [[Int]]
    private var generator: SeededGenerator
    private(set) var movesMade = 0
    private(set) var wasCancelled = false
    private(set) var bestCost: Int
    private(set) var bestTables: [[[Int]]]

    private static let movesBetweenQuestions = 1024
    /// In parts of 65,536 of one repeat.
    private static let lastTemperature = 1 << 13

    /// - Parameters:
    ///   - layout: Where the walk begins.
    ///   - target: A cost that nothing undercuts: reaching it ends the search.
    ///   - seed: Any number.
    ///   - isCancelled: Asked every thousand moves.
    ///   - progress: Told moves made and the best cost, every time the best cost falls.
    init(
        from layout: borrowing MixingLayout,
        target: Int,
        seed: UInt64,
        isCancelled: @escaping () -> Bool,
        progress: @escaping (Int, Int) -> Void
    ) {
        mixing = layout.mixing
        self.target = target
        self.isCancelled = isCancelled
        self.progress = progress
        let mixing = layout.mixing
        // A round with one guest has nothing to exchange.
        guests = mixing.openRounds.map { mixing.guests(in: $0) }
        generator = SeededGenerator(seed: seed)
        bestCost = layout.cost
        bestTables = layout.openTables
    }

    private var isDone: Bool { bestCost <= target || wasCancelled }

    /// Spends the budget on a layout and leaves it where the walk ended.
    mutating func run(_ layout: inout MixingLayout, moves: Int) {
        guard mixing.tableCount > 1, guests.contains(where: { $0.count > 0 }) else { return }

        let first = firstTemperature(&layout)
        var left = moves
        for share in [16, 8, 4, 2, 1] {
            let budget = left / share
            cool(&layout, moves: budget, from: first)
            left -= budget
            guard !isDone else { return }
        }
    }

    private mutating func cool(_ layout: inout MixingLayout, moves: Int, from first: Int) {
        let temperatures = MixingTemperature.falling(
            from: max(first, 2 * Self.lastTemperature), to: Self.lastTemperature, moves: moves)
        let begin = movesMade
        for (step, temperature) in temperatures.enumerated() {
            let end = begin + moves / temperatures.count * (step + 1)
            while movesMade < end {
                wasCancelled = isCancelled()
                guard !isDone else { return }
                let count = min(Self.movesBetweenQuestions, end - movesMade)
                walk(&layout, moves: count, temperature)
                movesMade += count
            }
        }
    }

    private mutating func walk(_ layout: inout MixingLayout, moves: Int, _ temperature: MixingTemperature) {
        for _ in 0..<moves {
            let chance = generator.next()
            let open = Self.pick(chance >> 44, guests.count)
            let round = mixing.roundsDone + open
            guard guests[open].count > 0 else { continue }
            let person = guests[open][Self.pick(generator.next() >> 44, guests[open].count)]
            let riseMax = temperature.riseMax(chance)

            // One in eight tries goes to a free seat, which exists only where sizes differ.
            if chance >> 12 & 7 == 0 {
                let table = Self.pick(chance >> 20 & 0xFFFFF, mixing.tableCount)
                let own = layout.table(of: person, in: round)
                let difference = layout.size(of: own, in: round) - layout.size(of: table, in: round)
                guard difference == 1 else { continue }
                let change = layout.change(moving: person, to: table, in: round)
                guard change <= riseMax else { continue }
                layout.move(person, to: table, in: round, changing: change)
            } else {
                let other = guests[open][Self.pick(chance >> 20 & 0xFFFFF, guests[open].count)]
                let isApart = layout.table(of: person, in: round) != layout.table(of: other, in: round)
                guard isApart else { continue }
                let change = layout.change(swapping: person, other, in: round)
                if chance >> 15 & 1 == 0, !layout.companions[person].isEmpty {
                    swapWithCompanion(&layout, person, other, in: round, riseMax - change, change)
                } else if change <= riseMax {
                    layout.swap(person, other, in: round, changing: change)
                } else {
                    continue
                }
            }
            if layout.cost < bestCost { keep(layout) }
            if bestCost <= target { return }
        }
    }

    /// Two who sit together change tables with two others, because one of them alone would cost too much.
    private mutating func swapWithCompanion(
        _ layout: inout MixingLayout, _ person: Int, _ other: Int, in round: Int, _ riseMax: Int,
        _ change: Int
    ) {
        let (own, its) = (layout.table(of: person, in: round), layout.table(of: other, in: round))
        let companions = layout.companions[person]
        let companion = companions[generator.pick(companions.count)]
        let second = layout.person(at: its, seat: generator.pick(layout.size(of: its, in: round)), in: round)
        guard layout.table(of: companion, in: round) == own, second != other,
            mixing.hostTable[companion] == nil, mixing.hostTable[second] == nil
        else { return }

        layout.swap(person, other, in: round, changing: change)
        let further = layout.change(swapping: companion, second, in: round)
        if further <= riseMax {
            layout.swap(companion, second, in: round, changing: further)
        } else {
            layout.swap(person, other, in: round, changing: -change)
        }
    }

    /// An even pick from `count` by 20 random bits.
    @inline(__always)
    private static func pick(_ bits: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: (bits &* UInt64(truncatingIfNeeded: count)) >> 20)
    }

    private mutating func keep(_ layout: borrowing MixingLayout) {
        bestCost = layout.cost
        bestTables = layout.openTables
        progress(movesMade, bestCost)
    }

    /// A third of how much a random swap changes the cost, so that the walk begins freely but not blindly.
    private mutating func firstTemperature(_ layout: inout MixingLayout) -> Int {
        var sum = 0
        let count = 256
        for _ in 0..<count {
            let open = Self.pick(generator.next() >> 44, guests.count)
            guard guests[open].count > 0 else { continue }
            let person = guests[open][Self.pick(generator.next() >> 44, guests[open].count)]
            let other = guests[open][Self.pick(generator.next() >> 44, guests[open].count)]
            let round = mixing.roundsDone + open
            guard layout.table(of: person, in: round) != layout.table(of: other, in: round) else { continue }
            sum += abs(layout.change(swapping: person, other, in: round))
        }
        return sum << 16 / count / 3
    }
}
