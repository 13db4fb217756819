/// The tree of `ExactSearch`: one level for each session, one branch for each slot it may begin in.
final class ExactTree {
    private let problem: Problem
    private let budget: StepBudget
    private let day: PricedDay
    private let demanded: [Bool]
    private let order: [Int]
    private let similarity: SlotSimilarity

    private(set) var best: Plan?
    private var bestRank: Rank?
    private var isCutShort = false

    init(_ problem: Problem, _ budget: StepBudget, incumbent: Plan?) {
        let givenUp = Demands(problem).givenUp
        let known = incumbent.map { Score(problem, $0).cost } ?? Int.max
        let day = PricedDay(problem, budget, known: known)
        let similarity = SlotSimilarity(day.relaxation.choices)
        self.problem = problem
        self.budget = budget
        self.day = day
        self.similarity = similarity
        demanded = problem.sessions.indices.map { problem.demandsPlace($0) && !givenUp.contains($0) }
        // Whoever tells slots apart comes first, so that the others find slots that are alike.
        order = problem.sessions.indices.sorted { first, second in
            let keys = [first, second].map { session in
                (
                    problem.isSettled(session) ? 0 : similarity.isDistinguishing[session] ? 1 : 2,
                    -day.relaxation.audience.total[session], session
                )
            }
            return keys[0] < keys[1]
        }
    }

    /// Takes a plan as the best so far if it keeps the hard rules.
    func offer(_ plan: Plan) {
        guard plan.cells.count == problem.sessions.count else { return }
        let score = Score(problem, plan)
        let isKept = score.broken.allSatisfy { if case .demandedButParked = $0 { true } else { false } }
        guard isKept else { return }
        let rank = Rank(
            broken: 0,
            missing: plan.parked.count { demanded[$0] },
            parkedSlots: plan.parked.reduce(0) { $0 + problem.sessions[$1].lengthSlots },
            cost: score.cost
        )
        if bestRank.map({ rank < $0 }) ?? true { (best, bestRank) = (plan, rank) }
    }

    /// Looks at the whole tree; false if the budget ended it.
    func search() -> Bool {
        if let bestRank, bestRank <= day.rootRank { return true }
        branch(0, day.emptyBoard())
        return !isCutShort
    }

    private func branch(_ depth: Int, _ board: PricedDay.Board) {
        guard !budget.isSpent else {
            isCutShort = true
            return
        }
        guard depth < order.count else { return takeRooms(board) }
        let session = order[depth]
        let rest = order[(depth + 1)...]
        var children: [(rank: Rank, board: PricedDay.Board)] = []
        for slot in slots(session, board, rest) {
            let child = day.placing(session, in: slot, on: board, unplaced: rest)
            guard let child else { continue }
            children.append((rank(child), child))
        }
        if let child = day.parking(session, on: board) { children.append((rank(child), child)) }

        let sorted = children.indices.sorted { (children[$0].rank, $0) < (children[$1].rank, $1) }
        for index in sorted {
            if let bestRank, children[index].rank >= bestRank { return }
            branch(depth + 1, children[index].board)
            guard !isCutShort else { return }
        }
    }

    /// What no board below is better than.
    private func rank(_ board: PricedDay.Board) -> Rank {
        Rank(
            broken: 0,
            missing: board.slotOf.indices.count { board.isParked[$0] && demanded[$0] },
            parkedSlots: board.parkedSlots + max(0, board.slotsToPlace - board.freeCells),
            cost: day.cost(board)
        )
    }

    /// Slots in which a session may begin, of those that are alike only the first that is empty.
    private func slots(_ session: Int, _ board: PricedDay.Board, _ rest: ArraySlice<Int>) -> [Int] {
        let possible = (0..<problem.slotCount).filter { isPossible(session, $0, board) }
        let unplaced = [session] + rest
        guard similarity.holds(for: unplaced) else { return possible }
        return possible.filter { slot in
            guard board.contents[slot].isEmpty else { return true }
            return !possible.contains { other in
                other < slot && board.contents[other].isEmpty
                    && similarity.areAlike(other, slot, for: unplaced)
            }
        }
    }

    /// Whether the rules about pairs that look at slots allow it, rooms aside.
    private func isPossible(_ session: Int, _ slot: Int, _ board: PricedDay.Board) -> Bool {
        let own = Rule.Standing(session: session, cell: Cell(slot: slot, room: 0))
        return board.slotOf.indices.allSatisfy { other in
            guard let start = board.slotOf[other] else { return true }
            let standing = Rule.Standing(session: other, cell: Cell(slot: start, room: 0))
            return [Rule.hostInOnePlace, .precedence].allSatisfy {
                $0.finding(problem, standing, own) == nil
            }
        }
    }

    /// All slots are chosen: finds the rooms that cost least.
    private func takeRooms(_ board: PricedDay.Board) {
        var rooms = RoomChoice(day.relaxation.choices, board.slotOf, budget)
        let bare = rank(board)
        var limit: Int?
        if let bestRank, bestRank.missing == bare.missing, bestRank.parkedSlots == bare.parkedSlots {
            limit = bestRank.cost - day.lost(board)
        }
        if let plan = rooms.cheapest(below: limit) { offer(plan) }
        if rooms.isCutShort { isCutShort = true }
    }
}
