/// Lays out small boards so that no other is better, and proves it.
///
/// Method: branch and bound over sessions. Each takes a slot or the park; the bound of a branch is that of
/// `Relaxation` with the contents of the slots as they are so far, which is strong because what a slot still
/// can become is searched with prices. Rooms are chosen when all slots are. "Better" means as the planner
/// means it: demanded sessions first, then as few parked as can be, then the cost.
public enum ExactSearch {
    public enum Verdict: Sendable, Equatable {
        /// No plan that keeps the hard rules is better.
        case optimal(Plan)
        /// The budget ended before it was proven; the best plan seen, if any.
        case notProven(best: Plan?)
        /// No plan keeps the hard rules, not even one that parks whatever it may park.
        case impossible
    }

    /// What counts as a small board. With more sessions no proof is tried: it would only take time.
    public static let sessionsMax = 60

    /// Looks for the best plan.
    ///
    /// - Parameters:
    ///   - problem: What is to be planned.
    ///   - incumbent: A good plan, if one is known; only better ones are looked for.
    ///   - steps: How much to spend, in looks at a wish; the default takes about a second.
    ///   - isCancelled: Asked every million steps.
    /// - Returns: The same verdict for the same steps on every machine.
    public static func run(
        _ problem: Problem,
        incumbent: Plan? = nil,
        steps: Int = 600_000_000,
        isCancelled: @escaping () -> Bool = { false }
    ) -> Verdict {
        guard problem.sessions.count <= sessionsMax else { return .notProven(best: incumbent) }
        let budget = StepBudget(steps, isCancelled: isCancelled)
        let tree = ExactTree(problem, budget, incumbent: incumbent)
        if let incumbent { tree.offer(incumbent) }
        let isComplete = tree.search()
        guard isComplete else { return .notProven(best: tree.best ?? incumbent) }
        return tree.best.map { .optimal($0) } ?? .impossible
    }
}
