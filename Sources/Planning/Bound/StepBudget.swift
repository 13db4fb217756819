/// What a search may spend, counted in looks at a wish or a cell so that every machine ends at the same
/// point. Shared by all parts of one search.
final class StepBudget {
    let stepsMax: Int
    private(set) var stepsMade = 0
    private(set) var wasCancelled = false
    private var stepsEnd: Int
    private var nextQuestion = 0
    private let isCancelled: () -> Bool

    private static let stepsBetweenQuestions = 1 << 20

    init(_ stepsMax: Int, isCancelled: @escaping () -> Bool = { false }) {
        self.stepsMax = max(0, stepsMax)
        self.isCancelled = isCancelled
        stepsEnd = self.stepsMax
        ask()
    }

    /// A budget of its own for one part of the search; what it spent is still to be charged here.
    func part(_ steps: Int) -> StepBudget {
        StepBudget(min(steps, stepsLeft), isCancelled: isCancelled)
    }

    var stepsLeft: Int { max(0, stepsEnd - stepsMade) }
    var isSpent: Bool { stepsMade >= stepsEnd }

    func spend(_ steps: Int) {
        stepsMade += steps
        if stepsMade >= nextQuestion { ask() }
    }

    private func ask() {
        nextQuestion = stepsMade + Self.stepsBetweenQuestions
        wasCancelled = wasCancelled || isCancelled()
        if wasCancelled { stepsEnd = 0 }
    }
}
