/// Simulated annealing over cells (Kirkpatrick, Gelatt, Vecchi 1983): a random session goes to a random
/// cell and whoever stands there goes where it came from; that is a swap, a move, a change of room only, or
/// in and out of the park.
///
/// Hard rules weigh in the search, which passes through boards that break them, and weigh more the longer
/// none is found that keeps them. Only the best board by rank is kept.
struct Annealing: ~Copyable {
    private let space: SearchSpace
    private let budget: Budget
    private let watch: Watch
    private var generator: SeededGenerator
    private var brokenWeight = 0
    private var parkedWeight = 0
    private(set) var movesMade = 0
    private(set) var wasCancelled = false
    private(set) var bestRank: Rank
    private let best: UnsafeMutablePointer<Int>
    private let isOpen: UnsafeMutablePointer<Bool>
    private let sessionCount: Int

    private static let movesBetweenQuestions = 1024
    /// Moves of long sessions take far longer.
    private static let longMovesBetweenQuestions = 64
    /// Of the mean change that a move makes at first. What is hotter only spoils the board to start from.
    private static let firstPart = 16
    /// A small board is cooled from at least so many times the last temperature.
    private static let coolingMin = 3

    init(
        _ space: SearchSpace,
        from layout: borrowing Layout,
        seed: UInt64,
        budget: Budget,
        watch: Watch
    ) {
        self.space = space
        self.budget = budget
        self.watch = watch
        generator = SeededGenerator(seed: seed)
        bestRank = layout.rank
        sessionCount = layout.tables.nobody
        best = .zeros(sessionCount)
        isOpen = .filled(with: false, space.isOpen.count)
        for (cell, isOpen) in space.isOpen.enumerated() { self.isOpen[cell] = isOpen }
        best.update(from: layout.cellOf, count: sessionCount)
    }

    deinit {
        best.deallocate()
        isOpen.deallocate()
    }

    /// Where everybody stands on the best board.
    var bestCells: [Int] { Array(UnsafeBufferPointer(start: best, count: sessionCount)) }

    /// Spends the budget on a layout and leaves it where the walk ended.
    mutating func run(_ layout: inout Layout) {
        guard !space.sessions.isEmpty, space.targets.count > 1 else { return }

        let scale = max(1, meanChange(&layout))
        brokenWeight = max(200, 8 * scale)
        parkedWeight = max(100, 4 * scale)
        // Below one wish there is nothing left to decide.
        let last = layout.tables.unit << Cooling.fractionBits
        let first = max(Self.coolingMin * last, (scale << Cooling.fractionBits) / Self.firstPart)
        let cooling = Cooling(from: first, to: last)

        var step = -1
        var thresholds: [Int] = []
        while true {
            let spent = budget.spent(movesMade)
            wasCancelled = watch.isCancelled()
            guard spent < Budget.whole, !wasCancelled else { return }

            let stepNow = spent * cooling.temperatures.count / Budget.whole
            if stepNow != step {
                toughen(layout, steps: stepNow - max(0, step))
                step = stepNow
                thresholds = cooling.thresholds(at: step)
                watch.report(SearchProgress(spent: spent, best: bestRank, moves: movesMade))
            }
            let count = budget.movesLeft(
                movesMade,
                atMost: layout.tables.hasLongSessions
                    ? Self.longMovesBetweenQuestions : Self.movesBetweenQuestions)
            thresholds.withUnsafeBufferPointer { walk(&layout, moves: count, $0) }
            movesMade += count
        }
    }

    /// While rules are broken, breaking them costs a thirty-second more at every step.
    private mutating func toughen(_ layout: borrowing Layout, steps: Int) {
        guard layout.totals.broken + layout.totals.missing > 0, brokenWeight < 1 << 40 else { return }
        brokenWeight += brokenWeight * steps / 32
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
                    let threshold = thresholds[Int(truncatingIfNeeded: chance & 0xFFF)]
                    if layout.isSimple(session, target) {
                        swap(session, target, threshold, unit, &layout)
                    } else {
                        exchange(session, target, threshold, unit, &layout)
                    }
                }
            }
        }
    }

    /// Two sessions change places, and each goes on into the room of its new slot that suits the board best.
    ///
    /// Most swaps are refused before anybody is counted: at most so many wishes more come true, and that is
    /// not worth it even with the best rooms.
    @inline(__always)
    private mutating func swap(
        _ session: Int, _ target: Int, _ threshold: Int, _ unit: Int, _ layout: inout Layout
    ) {
        let from = layout.cellOf[session]
        guard from != target else { return }
        let change = layout.plainChange(session, target)
        let most = rise(change) &- unit &* layout.attainedChangeMax(session, target)
        if most > threshold {
            guard layout.tables.slotAt[from] != layout.tables.slotAt[target] else { return }
            let savable = layout.savableByRooms(session, target)
            let saved = savable.soft &+ brokenWeight &* savable.broken
            guard most &- saved <= threshold else { return }
        }
        consider(session, target, change, threshold, unit, &layout)
    }

    /// Counts a swap one slot after the other, until it is refused or made.
    @inline(never)
    private mutating func consider(
        _ session: Int,
        _ target: Int,
        _ plainChange: Layout.Change,
        _ threshold: Int,
        _ unit: Int,
        _ layout: inout Layout
    ) {
        let from = layout.cellOf[session]
        var change = plainChange
        var rooms = (session: target, other: from)
        var isRefined = layout.tables.slotAt[from] == layout.tables.slotAt[target]
        for counted in Layout.Counted.allCases {
            layout.count(counted, session, target)
            let worthMax = unit &* layout.attainedChangeMax(session, target)
            guard rise(change) &- worthMax > threshold else { continue }
            guard !isRefined else { return }
            rooms = refine(&change, session, from, target, layout)
            isRefined = true
            guard rise(change) &- worthMax <= threshold else { return }
        }
        change.attained = layout.attainedChange(session, target)
        guard rise(change) &- unit &* change.attained <= threshold else { return }

        if !isRefined { rooms = refine(&change, session, from, target, layout) }
        layout.swap(session, target)
        if rooms.session != target { layout.swapRooms(target, rooms.session) }
        if rooms.other != from { layout.swapRooms(from, rooms.other) }
        layout.add(change)
        if rise(change) < unit &* change.attained || change.mayRaiseRank { keepIfBest(layout) }
    }

    /// Better rooms for a session and for whoever it changes places with, and what they change.
    @inline(__always)
    private func refine(
        _ change: inout Layout.Change, _ session: Int, _ from: Int, _ target: Int, _ layout: borrowing Layout
    ) -> (session: Int, other: Int) {
        var rooms = (session: target, other: from)
        if target != layout.tables.parked {
            let detour = layout.detour(session, entering: target, isOpen)
            rooms.session = detour.cell
            change.add(detour.change)
        }
        if from != layout.tables.parked {
            let detour = layout.detour(layout.occupant[target], entering: from, isOpen)
            rooms.other = detour.cell
            change.add(detour.change)
        }
        return rooms
    }

    private mutating func exchange(
        _ session: Int, _ target: Int, _ threshold: Int, _ unit: Int, _ layout: inout Layout
    ) {
        guard let change = layout.change(moving: session, to: target) else { return }
        let rise = rise(change) &- unit &* change.attained
        guard rise <= threshold else { return }
        layout.move(session, to: target, changing: change)
        if rise < 0 || change.mayRaiseRank { keepIfBest(layout) }
    }

    /// How much dearer a change makes the board, without the wishes that come true.
    @inline(__always)
    private func rise(_ change: Layout.Change) -> Int {
        change.soft &+ brokenWeight &* (change.broken &+ change.missing) &+ parkedWeight &* change.parkedSlots
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
        best.update(from: layout.cellOf, count: sessionCount)
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
    /// A layout with everybody in the given cells, which must be as another layout had them.
    init(_ tables: Tables, cells: [Int]) {
        self.init(tables)
        for (session, cell) in cells.enumerated() where cell != tables.parked { place(session, in: cell) }
    }
}
