/// Simulated annealing over cells (Kirkpatrick, Gelatt, Vecchi 1983): a random session goes to a random
/// cell and whoever stands there goes where it came from; that is a swap, a move, a change of room only, or
/// in and out of the park.
///
/// Hard rules weigh in the search, which passes through boards that break them, and weigh more the longer
/// none is found that keeps them. Only the best board by rank is kept. The budget is moves, never seconds.
struct Annealing {
    private let space: SearchSpace
    private let isCancelled: () -> Bool
    private var generator: SeededGenerator
    private var brokenWeight: Int
    private var parkedWeight: Int
    private(set) var movesMade = 0
    private(set) var wasCancelled = false
    private(set) var bestRank: Rank
    private(set) var bestCells: [Int]

    private static let movesBetweenQuestions = 1024
    /// In parts of 16 of the mean change that a move makes at first.
    private static let firstTemperature = 4
    private static let firstTemperatureFromBoard = 2

    init(
        _ space: SearchSpace,
        from layout: borrowing Layout,
        seed: UInt64,
        isCancelled: @escaping () -> Bool
    ) {
        self.space = space
        self.isCancelled = isCancelled
        generator = SeededGenerator(seed: seed)
        brokenWeight = 0
        parkedWeight = 0
        bestRank = layout.rank
        bestCells = layout.cells
    }

    /// Spends the budget on a layout and leaves it where the walk ended.
    mutating func run(_ layout: inout Layout, moves: Int) {
        guard !space.sessions.isEmpty, space.targets.count > 1, moves > 0 else { return }

        let scale = max(1, meanChange(&layout))
        brokenWeight = max(200, 8 * scale)
        parkedWeight = max(100, 4 * scale)
        let isWarm = layout.tables.problem.board != nil
        let first = (isWarm ? Self.firstTemperatureFromBoard : Self.firstTemperature) << 12
        let cooling = Cooling(from: max(1 << 16, first * scale), to: 1 << 15)

        let stepCount = cooling.temperatures.count
        for (step, temperature) in cooling.temperatures.enumerated() {
            let thresholds = cooling.quantiles.map { (temperature * $0) >> (2 * Cooling.fractionBits) }
            let end = moves * (step + 1) / stepCount
            while movesMade < end {
                wasCancelled = isCancelled()
                guard !wasCancelled else { return }
                let count = min(Self.movesBetweenQuestions, end - movesMade)
                thresholds.withUnsafeBufferPointer { walk(&layout, moves: count, $0) }
                movesMade += count
            }
            if layout.totals.broken + layout.totals.missing > 0 && step % 16 == 15 {
                brokenWeight += brokenWeight / 2
            }
        }
    }

    private mutating func walk(
        _ layout: inout Layout,
        moves: Int,
        _ thresholds: UnsafeBufferPointer<Int>
    ) {
        let unit = layout.tables.unit
        space.sessions.withUnsafeBufferPointer { sessions in
            space.targets.withUnsafeBufferPointer { targets in
                var move = 0
                while move < moves {
                    move &+= 1
                    let chance = generator.next()
                    let session = sessions[Self.pick(chance >> 38, sessions.count)]
                    let target = targets[Self.pick((chance >> 12) & 0x3FF_FFFF, targets.count)]
                    guard let change = layout.change(moving: session, to: target) else { continue }

                    let rise =
                        change.soft &- unit &* change.attained
                        &+ brokenWeight &* (change.broken &+ change.missing) &+ parkedWeight
                        &* change.parkedSlots
                    guard rise <= thresholds[Int(truncatingIfNeeded: chance & 0xFFF)] else { continue }
                    layout.move(session, to: target, changing: change)
                    if rise < 0 { keepIfBest(layout) }
                }
            }
        }
    }

    /// An even pick from `count` by 26 random bits.
    @inline(__always)
    private static func pick(_ bits: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: (bits &* UInt64(truncatingIfNeeded: count)) >> 26)
    }

    private mutating func keepIfBest(_ layout: borrowing Layout) {
        guard layout.totals.broken <= bestRank.broken else { return }
        let rank = layout.rank
        guard rank < bestRank else { return }
        bestRank = rank
        bestCells = layout.cells
    }

    /// How much a random move changes the cost, without a thought for hard rules.
    private mutating func meanChange(_ layout: inout Layout) -> Int {
        var sum = 0
        let count = 256
        for _ in 0..<count {
            let chance = generator.next()
            let session = space.sessions[Self.pick(chance >> 38, space.sessions.count)]
            // The park is left out: what it costs is on another scale.
            let target = space.targets[Self.pick((chance >> 12) & 0x3FF_FFFF, space.targets.count - 1)]
            guard let change = layout.change(moving: session, to: target) else { continue }
            sum += abs(change.soft - layout.tables.unit * change.attained)
        }
        return sum / count
    }
}

extension Layout {
    var cells: [Int] {
        Array(UnsafeBufferPointer(start: cellOf, count: tables.nobody))
    }

    /// A layout with everybody in the given cells, which must be as another layout had them.
    init(_ tables: Tables, cells: [Int]) {
        self.init(tables)
        for (session, cell) in cells.enumerated() where cell != tables.parked { place(session, in: cell) }
    }
}
