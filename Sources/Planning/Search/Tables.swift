/// A problem laid out for the search: everything that a move asks for is one look into a table.
///
/// Wishes are bitsets. For each session, participant and level a bit says whether they want it at least that
/// much; all of a session lie in one run of words, so that a whole comparison is one loop. A level stands for
/// `unit` of weight, the greatest common divisor of all weights: approvals of one weight need one level.
///
/// One row more than there are sessions stands for nobody, so a move to a free cell is a swap with nobody.
/// One cell more than there are cells stands for being parked.
final class Tables {
    let problem: Problem
    let nobody: Int
    let roomCount: Int
    let parked: Int
    let unit: Int
    let wordCount: Int
    /// All wishes, each once per slot that its session lasts.
    let wishTotal: Int

    let wanted: UnsafeMutablePointer<UInt64>
    /// What two sessions are wanted by the same people, the lesser of both wishes counting, in units.
    let shared: UnsafeMutablePointer<Int32>
    /// What a session costs and breaks by itself, per session and cell.
    let priceAt: UnsafeMutablePointer<Price>
    /// The lowest price in each slot, per session; for the park that of being parked.
    let cheapest: UnsafeMutablePointer<Price>
    /// The slot of each cell; parked has one of its own, past the last.
    let slotAt: UnsafeMutablePointer<Int>
    let lengths: UnsafeMutablePointer<Int>
    /// Sessions somebody insists on, less those given up because demands contradict.
    let isDemanded: [Bool]
    /// Sessions that are not admitted.
    let isExcluded: [Bool]
    /// All relations, session by session; those of a session begin at its `firstRelation`.
    let relations: UnsafeMutablePointer<Relation>
    let firstRelation: UnsafeMutablePointer<Int>
    let beginsAfterBreak: UnsafeMutablePointer<Bool>
    let isRelated: UnsafeMutablePointer<Bool>
    let isShort: UnsafeMutablePointer<Bool>
    let hasLongSessions: Bool

    private let isPassable: [Bool]

    init(_ problem: Problem, givenUp: Set<Int> = []) {
        let sessionCount = problem.sessions.count
        let cellCount = problem.cellCount
        self.problem = problem
        nobody = sessionCount
        roomCount = problem.rooms.count
        parked = cellCount
        unit = max(1, problem.wishes.reduce(0) { Self.commonDivisor($0, $1.weight) })
        wishTotal = problem.wishes.reduce(0) { $0 + $1.weight * problem.sessions[$1.session].lengthSlots }
        lengths = .filled(with: 1, sessionCount + 1)
        hasLongSessions = problem.sessions.contains { $0.lengthSlots > 1 }
        isDemanded = problem.sessions.indices.map { problem.demandsPlace($0) && !givenUp.contains($0) }
        let excluded = problem.excludedSessions()
        isExcluded = problem.sessions.indices.map { excluded.contains($0) }
        let relationsOf = Relation.all(in: problem)
        relations = .allocate(capacity: max(1, relationsOf.reduce(0) { $0 + $1.count }))
        firstRelation = .zeros(sessionCount + 2)
        beginsAfterBreak = .filled(with: false, problem.slotCount + 1)

        let columns = Self.columns(problem, unit)
        let groupBits = 64 * BitCount.Lanes.scalarCount
        wordCount = (columns.count + groupBits - 1) / groupBits * BitCount.Lanes.scalarCount
        wanted = .zeros((sessionCount + 1) * wordCount)
        priceAt = .filled(with: Price(), (sessionCount + 1) * (cellCount + 1))
        cheapest = .filled(with: Price(), (sessionCount + 1) * (problem.slotCount + 1))
        slotAt = .zeros(cellCount + 1)
        shared = .zeros((sessionCount + 1) * (sessionCount + 1))
        isRelated = .filled(with: false, sessionCount + 1)
        isShort = .filled(with: true, sessionCount + 1)
        isPassable = Self.passableCells(problem)

        fillWishes(columns.firstOf)
        fillShared()
        fillRelations(relationsOf)
        fillPrices()
        fillCheapest()
    }

    deinit {
        wanted.deallocate()
        shared.deallocate()
        relations.deallocate()
        firstRelation.deallocate()
        beginsAfterBreak.deallocate()
        lengths.deallocate()
        priceAt.deallocate()
        cheapest.deallocate()
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
        mayEnter(session, cell) && priceAt[session * (parked + 1) + cell].broken == 0
    }

    /// The cells a session holds when it starts in a placed cell, cut off at the end of the day.
    func covered(_ session: Int, from cell: Int) -> StrideTo<Int> {
        let roomCount = problem.rooms.count
        return stride(from: cell, to: min(parked, cell + lengths[session] * roomCount), by: roomCount)
    }

    private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
        second == 0 ? first : commonDivisor(second, first % second)
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

    /// A bit for each participant and level up to the highest that they want anything at. Few want much, so
    /// this is far less than all levels of all participants.
    private static func columns(_ problem: Problem, _ unit: Int) -> (firstOf: [Int], count: Int) {
        var highest = Array(repeating: 0, count: problem.participantCount)
        for wish in problem.wishes {
            highest[wish.participant] = max(highest[wish.participant], wish.weight / unit)
        }
        var count = 0
        let firstOf = highest.map { levels in
            defer { count += levels }
            return count
        }
        return (firstOf, count)
    }

    private func fillWishes(_ firstColumnOf: [Int]) {
        for wish in problem.wishes {
            let first = firstColumnOf[wish.participant]
            for column in first..<(first + wish.weight / unit) {
                wanted[wish.session * wordCount + column / 64] |= 1 << UInt64(column % 64)
            }
        }
    }

    private func fillShared() {
        for first in 0..<nobody {
            for second in 0...first {
                let (one, other) = (wanted + first * wordCount, wanted + second * wordCount)
                let count = BitCount.count(wordCount) { BitCount.load(one, $0) & BitCount.load(other, $0) }
                shared[first * (nobody + 1) + second] = Int32(count)
                shared[second * (nobody + 1) + first] = Int32(count)
            }
        }
    }

    private func fillRelations(_ relationsOf: [[Relation]]) {
        var index = 0
        for session in 0..<nobody {
            lengths[session] = problem.sessions[session].lengthSlots
            isRelated[session] = !relationsOf[session].isEmpty
            firstRelation[session] = index
            for relation in relationsOf[session] {
                (relations + index).initialize(to: relation)
                index += 1
            }
        }
        firstRelation[nobody] = index
        firstRelation[nobody + 1] = index
        for slot in problem.slotsAfterBreak { beginsAfterBreak[slot] = true }
    }

    private func fillPrices() {
        let toPass: [Rule] = [.hostPresent, .equipment, .fixedSlot, .fixedRoom]
        for index in 0...parked {
            slotAt[index] = index == parked ? problem.slotCount : index / problem.rooms.count
        }
        for session in problem.sessions.indices {
            isShort[session] = lengths[session] == 1
            for index in 0...parked {
                let cell = index == parked ? nil : problem.cell(at: index)
                let broken = toPass.count { $0.finding(problem, session: session, at: cell) != nil }
                priceAt[session * (parked + 1) + index] = Price(
                    broken: broken, soft: overflowCost(session, cell) + moveCost(session, cell))
            }
        }
    }

    private func fillCheapest() {
        for session in problem.sessions.indices {
            let (prices, row) = (
                priceAt + session * (parked + 1), cheapest + session * (problem.slotCount + 1)
            )
            for cell in 0...parked {
                let isFirst = cell == parked || cell % roomCount == 0
                row[slotAt[cell]] = isFirst ? prices[cell] : min(row[slotAt[cell]], prices[cell])
            }
        }
    }

    private func overflowCost(_ session: Int, _ cell: Cell?) -> Int {
        guard let cell else { return 0 }
        return problem.overCapacityWeight
            * max(0, problem.wantingPeople[session] - problem.rooms[cell.room].capacityPeople)
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
