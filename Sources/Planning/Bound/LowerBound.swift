/// A cost that no plan goes below which keeps the hard rules, so that a plan can say how good it is at least.
public struct LowerBound: Sendable, Equatable {
    public enum Method: Sendable, Equatable {
        /// Whoever wants more than there are slots loses the least wanted, and sessions take seats.
        case pigeonhole
        /// The contents of slots are priced and searched.
        case columns
    }

    public let cost: Int
    public let method: Method
    public let stepsMade: Int
    public let wasCancelled: Bool

    init(cost: Int, method: Method, stepsMade: Int, wasCancelled: Bool = false) {
        self.cost = cost
        self.method = method
        self.stepsMade = stepsMade
        self.wasCancelled = wasCancelled
    }

    /// By how much a plan may be dearer than the cheapest, in thousandths of the bound, rounded up; nil if
    /// there is nothing to compare with.
    public func gapPerMille(of planCost: Int) -> Int? {
        guard planCost > cost else { return 0 }
        return cost > 0 ? ((planCost - cost) * 1_000 + cost - 1) / cost : nil
    }
}

extension Planner {
    /// Proves that no plan can be cheaper than some cost.
    ///
    /// - Parameters:
    ///   - problem: What is to be planned.
    ///   - parkedSlotsMax: Only plans count that park at most so many slots' worth of sessions. The planner parks
    ///     as few as it can, so what its plan parks is the number to compare with; parking more may avoid overflow.
    ///   - steps: How much to spend, in looks at a wish; the default takes about a second.
    ///   - known: What some plan costs; the search ends when it is proven to be the cheapest.
    ///   - isCancelled: Asked every million steps; the best bound so far is returned.
    /// - Returns: The same bound for the same steps on every machine. Rules that it does not know only make
    ///   plans dearer.
    public static func lowerBound(
        _ problem: Problem,
        parkedSlotsMax: Int = .max,
        steps: Int = 600_000_000,
        known: Int = .max,
        isCancelled: @escaping () -> Bool = { false }
    ) -> LowerBound {
        let budget = StepBudget(steps, isCancelled: isCancelled)
        let relaxation = Relaxation(problem, parkedSlotsMax: max(0, parkedSlotsMax), budget)
        var ascent = PriceAscent(relaxation, budget)
        ascent.run(known: known)
        return LowerBound(
            cost: ascent.bound,
            method: ascent.method,
            stepsMade: budget.stepsMade,
            wasCancelled: budget.wasCancelled
        )
    }

    /// Proves how cheap a plan could be that parks no more than the one it stands beside.
    ///
    /// - Parameters:
    ///   - problem: What is to be planned.
    ///   - plan: A plan that keeps the hard rules.
    ///   - steps: How much to spend, in looks at a wish.
    ///   - isCancelled: Asked every million steps.
    /// - Returns: A bound that is at most the plan's cost; it stops when it is the same.
    public static func lowerBound(
        _ problem: Problem,
        beside plan: Plan,
        steps: Int = 600_000_000,
        isCancelled: @escaping () -> Bool = { false }
    ) -> LowerBound {
        let parkedSlots = plan.parked.reduce(0) { $0 + problem.sessions[$1].lengthSlots }
        return lowerBound(
            problem,
            parkedSlotsMax: parkedSlots,
            steps: steps,
            known: Score(problem, plan).cost,
            isCancelled: isCancelled
        )
    }
}
