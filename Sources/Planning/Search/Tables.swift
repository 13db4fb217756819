/// A problem laid out for the search: everything that a move asks for is one look into a table.
///
/// Wishes are bitsets. For each session and level the participants who want it at least that much; all
/// levels of a session lie in one run of words, so that a whole comparison is one loop. A level stands for
/// `unit` of weight, the greatest common divisor of all weights: approvals of one weight need one level.
///
/// One row more than there are sessions stands for nobody, so a move to a free cell is a swap with nobody.
/// One cell more than there are cells stands for being parked.
final class Tables {
    let problem: Problem
    let nobody: Int
    let parked: Int
    let unit: Int
    let wordCount: Int
    /// All wishes, each once per slot that its session lasts.
    let wishTotal: Int

    let wanted: UnsafeMutablePointer<UInt64>
    let demand: [Int]
    /// Overflow and moves, per session and cell.
    let softAt: UnsafeMutablePointer<Int32>
    /// Broken demands about single sessions, per session and cell.
    let brokenAt: UnsafeMutablePointer<Int32>
    /// The slot of each cell; parked has one of its own, past the last.
    let slotAt: UnsafeMutablePointer<Int>
    let lengths: [Int]
    /// Sessions somebody insists on, less those given up because demands contradict.
    let isDemanded: [Bool]
    let relations: [[Relation]]
    let isRelated: UnsafeMutablePointer<Bool>
    let isShort: UnsafeMutablePointer<Bool>
    let hasLongSessions: Bool

    private let isPassable: [Bool]

    init(_ problem: Problem, givenUp: Set<Int> = []) {
        let sessionCount = problem.sessions.count
        let cellCount = problem.cellCount
        self.problem = problem
        nobody = sessionCount
        parked = cellCount
        unit = max(1, problem.wishes.reduce(0) { Self.commonDivisor($0, $1.weight) })
        wishTotal = problem.wishes.reduce(0) { $0 + $1.weight * problem.sessions[$1.session].lengthSlots }
        lengths = problem.sessions.map(\.lengthSlots)
        hasLongSessions = lengths.contains { $0 > 1 }
        isDemanded = problem.sessions.indices.map { problem.demandsPlace($0) && !givenUp.contains($0) }
        relations = Relation.all(in: problem)
        demand = Self.demand(problem)

        let levelCount = (problem.wishes.map(\.weight).max() ?? 0) / unit
        wordCount = levelCount * ((problem.participantCount + 63) / 64)
        wanted = .zeros((sessionCount + 1) * wordCount)
        softAt = .zeros((sessionCount + 1) * (cellCount + 1))
        brokenAt = .zeros((sessionCount + 1) * (cellCount + 1))
        slotAt = .zeros(cellCount + 1)
        isRelated = .filled(with: false, sessionCount + 1)
        isShort = .filled(with: true, sessionCount + 1)
        isPassable = Self.passableCells(problem)

        fillWishes(levelCount: levelCount)
        fillPrices()
    }

    deinit {
        wanted.deallocate()
        softAt.deallocate()
        brokenAt.deallocate()
        slotAt.deallocate()
        isRelated.deallocate()
        isShort.deallocate()
    }

    /// Whether the search may put a session there at all, even in passing: the cells exist, nothing blocks
    /// them, no break cuts the session, and nothing in them is frozen.
    func mayEnter(_ session: Int, _ cell: Int) -> Bool {
        cell == parked || isPassable[session * parked + cell]
    }

    /// Whether a session in a cell is all right as far as it alone is concerned.
    func isAllowed(_ session: Int, _ cell: Int) -> Bool {
        mayEnter(session, cell) && brokenAt[session * (parked + 1) + cell] == 0
    }

    /// The cells a session holds when it starts in a placed cell, cut off at the end of the day.
    func covered(_ session: Int, from cell: Int) -> StrideTo<Int> {
        let roomCount = problem.rooms.count
        return stride(from: cell, to: min(parked, cell + lengths[session] * roomCount), by: roomCount)
    }

    private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
        second == 0 ? first : commonDivisor(second, first % second)
    }

    private static func demand(_ problem: Problem) -> [Int] {
        var demand = Array(repeating: 0, count: problem.sessions.count)
        for wish in problem.wishes { demand[wish.session] += 1 }
        return demand
    }

    private static func passableCells(_ problem: Problem) -> [Bool] {
        let walls: [Rule] = [.blockedCells, .fitsTheDay, .frozenSlots]
        return problem.sessions.indices.flatMap { session in
            (0..<problem.cellCount).map { index in
                let cell = problem.cell(at: index)
                return walls.allSatisfy { $0.finding(problem, session: session, at: cell) == nil }
            }
        }
    }

    private func fillWishes(levelCount: Int) {
        guard levelCount > 0 else { return }
        let wordsPerLevel = wordCount / levelCount
        for wish in problem.wishes {
            let bit = UInt64(1) << UInt64(wish.participant % 64)
            let first = wish.session * wordCount + wish.participant / 64
            for level in 0..<(wish.weight / unit) {
                wanted[first + level * wordsPerLevel] |= bit
            }
        }
    }

    private func fillPrices() {
        let toPass: [Rule] = [.hostPresent, .equipment, .fixedSlot, .fixedRoom]
        for index in 0...parked {
            slotAt[index] = index == parked ? problem.slotCount : index / problem.rooms.count
        }
        for session in problem.sessions.indices {
            isRelated[session] = !relations[session].isEmpty
            isShort[session] = lengths[session] == 1
            for index in 0...parked {
                let cell = index == parked ? nil : problem.cell(at: index)
                let broken = toPass.count { $0.finding(problem, session: session, at: cell) != nil }
                let entry = session * (parked + 1) + index
                brokenAt[entry] = Int32(broken)
                softAt[entry] = Int32(overflowCost(session, cell) + moveCost(session, cell))
            }
        }
    }

    private func overflowCost(_ session: Int, _ cell: Cell?) -> Int {
        guard let cell else { return 0 }
        return problem.overCapacityWeight
            * max(0, demand[session] - problem.rooms[cell.room].capacityPeople)
    }

    private func moveCost(_ session: Int, _ cell: Cell?) -> Int {
        Rule.movedFromBoard.finding(problem, session: session, at: cell) == nil ? 0 : problem.movePrice
    }
}

extension UnsafeMutablePointer {
    static func filled(with value: Pointee, _ count: Int) -> Self {
        let pointer = allocate(capacity: Swift.max(1, count))
        pointer.initialize(repeating: value, count: Swift.max(1, count))
        return pointer
    }
}

extension UnsafeMutablePointer where Pointee: FixedWidthInteger {
    static func zeros(_ count: Int) -> Self {
        filled(with: 0, count)
    }
}
