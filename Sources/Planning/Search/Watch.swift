/// How far a search has come.
public struct SearchProgress: Sendable, Equatable {
    /// What part of the budget is spent, from 0 to 1.
    public let part: Double
    /// What the best board so far costs; it may still break hard rules.
    public let cost: Int
    public let moves: Int

    init(spent: Int, best: Rank, moves: Int) {
        part = Double(spent) / Double(Budget.whole)
        cost = best.cost
        self.moves = moves
    }
}

/// Who looks on while a search runs: may end it, and hears how far it has come.
public struct Watch: Sendable {
    let isCancelled: @Sendable () -> Bool
    let report: @Sendable (SearchProgress) -> Void

    /// - Parameters:
    ///   - isCancelled: Asked every thousand moves; the best board so far is returned.
    ///   - report: Told some two hundred times in a search.
    public init(
        isCancelled: @escaping @Sendable () -> Bool = { false },
        report: @escaping @Sendable (SearchProgress) -> Void = { _ in }
    ) {
        self.isCancelled = isCancelled
        self.report = report
    }
}
