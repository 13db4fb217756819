/// Lays out a board: which session runs when and where.
///
/// Method: greedy insertion (or the published board, repaired), then annealing within a budget of moves,
/// then descent to a board that no single move or swap makes better. Same problem, seed and moves: same
/// plan on every machine.
public enum Planner {
    /// A board and what there is to say about it.
    public struct Outcome: Sendable {
        public fileprivate(set) var plan: Plan
        public fileprivate(set) var score: Score
        /// Demands that cannot be met together. Their `parked` sessions are demanded and may still be parked;
        /// apart from that, and from what had begun, the plan breaks no hard rule.
        public let contradictions: [Contradiction]
        public fileprivate(set) var movesMade: Int
        public let wasCancelled: Bool
        /// No other plan is better: fewer demanded and fewer other sessions parked, and then cheaper.
        public fileprivate(set) var isProvenBest = false
        let rank: Rank
    }

    /// Plans a barcamp. It never fails: what finds no place is parked.
    ///
    /// - Parameters:
    ///   - problem: What is to be planned; with a board it starts from there and pays for moves.
    ///   - seed: Any number; another one may find another board of like quality.
    ///   - moves: How many moves to try; 300,000 are a fraction of a second for a large barcamp.
    ///   - isCancelled: Asked every thousand moves; the best board so far is returned.
    /// - Returns: A board that is never worse than that of `greedyInsertion`.
    public static func plan(
        _ problem: Problem,
        seed: UInt64 = 1,
        moves: Int = 300_000,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) -> Outcome {
        plan(problem, seed: seed, budget: .moves(moves), watch: Watch(isCancelled: isCancelled))
    }

    /// The same with any budget, and somebody who looks on.
    ///
    /// - Parameters:
    ///   - problem: What is to be planned.
    ///   - seed: Any number.
    ///   - budget: How long to search.
    ///   - watch: May end the search, and hears how far it has come.
    /// - Returns: A board that is never worse than that of `greedyInsertion`.
    public static func plan(
        _ problem: Problem, seed: UInt64 = 1, budget: Budget, watch: Watch = Watch()
    ) -> Outcome {
        let demands = Demands(problem)
        let tables = Tables(problem, givenUp: demands.givenUp)
        var layout = start(tables, demands, Deadline(budget, watch))

        let space = SearchSpace(layout)
        var annealing = Annealing(space, from: layout, seed: seed, budget: budget, watch: watch)
        annealing.run(&layout)
        layout = Layout(tables, cells: annealing.bestCells)
        let deadline = Deadline(budget, watch, overrunEighths: Descent.overrunEighths)
        Descent(space: space, deadline: deadline).run(&layout)

        let rank = layout.rank
        return Outcome(
            plan: layout.plan,
            score: Score(problem, layout.plan),
            contradictions: demands.contradictions + unmet(layout),
            movesMade: annealing.movesMade,
            wasCancelled: watch.isCancelled(),
            rank: rank
        )
    }

    /// Several starts and the best of what they find, the earlier one when two are as good: as many starts, the
    /// same plan, however many of them run at the same time.
    ///
    /// - Parameters:
    ///   - problem: What is to be planned.
    ///   - starts: How many, and how far each goes.
    ///   - watch: Looks on at every start.
    ///   - proofSteps: How much to spend on the proof that a small board is the best, in looks at a wish; a
    ///     hundred million take about a fifth of a second.
    ///   - run: Makes the starts numbered from 0, in any order and on any threads, and returns them by number.
    /// - Returns: The best outcome, with the moves of all.
    public static func plan(
        _ problem: Problem,
        _ starts: Starts,
        watch: Watch = Watch(),
        proofSteps: Int = 0,
        run: (Int, @escaping @Sendable (Int) -> Outcome) -> [Outcome] = { (0..<$0).map($1) }
    ) -> Outcome {
        let outcomes = run(starts.count) { start in
            plan(problem, seed: starts.seed(of: start), budget: starts.budget(start), watch: watch)
        }
        var best = outcomes[0]
        for outcome in outcomes where outcome.rank < best.rank { best = outcome }
        best.movesMade = outcomes.reduce(0) { $0 + $1.movesMade }
        prove(&best, problem, steps: proofSteps, watch)
        return best
    }

    /// Replaces a small board by the best there is, where that can be proven.
    private static func prove(_ outcome: inout Outcome, _ problem: Problem, steps: Int, _ watch: Watch) {
        guard steps > 0, problem.sessions.count <= ExactSearch.sessionsMax, outcome.contradictions.isEmpty,
            outcome.score.broken.isEmpty
        else { return }
        let verdict = ExactSearch.run(
            problem, incumbent: outcome.plan, steps: steps, isCancelled: watch.isCancelled)
        guard case .optimal(let plan) = verdict else { return }
        // It was offered ours, so another plan is a better one: fewer parked, or as many and cheaper.
        (outcome.plan, outcome.score) = (plan, Score(problem, plan))
        outcome.isProvenBest = true
    }

    /// The plain method, and what every plan is measured against: one session after the other into the free
    /// cell that costs least. It keeps the hard rules and parks who finds no cell.
    ///
    /// - Parameter problem: What is to be planned. The board counts only for what has begun.
    /// - Returns: A plan without search.
    public static func greedyInsertion(_ problem: Problem) -> Plan {
        let demands = Demands(problem)
        let tables = Tables(problem, givenUp: demands.givenUp)
        return GreedyInsertion(tables: tables, demands: demands).layout().plan
    }

    private static func start(_ tables: Tables, _ demands: Demands, _ deadline: Deadline) -> Layout {
        let greedy = GreedyInsertion(tables: tables, demands: demands, deadline: deadline)
        let fresh = greedy.layout()
        guard let board = tables.problem.board else { return fresh }
        let repaired = greedy.layout(from: board)
        return fresh.rank < repaired.rank ? fresh : repaired
    }

    /// Demanded sessions that found no place although nothing proves that there is none.
    private static func unmet(_ layout: borrowing Layout) -> [Contradiction] {
        let tables = layout.tables
        var unmet: [Contradiction] = []
        for session in tables.problem.sessions.indices
        where tables.isDemanded[session] && layout.cellOf[session] == tables.parked {
            unmet.append(
                Contradiction(sessions: [session], rules: [.mustBePlaced], parked: session, isProven: false)
            )
        }
        return unmet
    }
}
