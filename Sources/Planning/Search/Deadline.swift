/// Asks every so many looks whether somebody wants the search to end, or its time is over.
final class Deadline {
    private let isReached: () -> Bool
    private var looksLeft = Deadline.looksBetweenQuestions
    private(set) var isOver = false

    private static let looksBetweenQuestions = 256

    /// - Parameters:
    ///   - budget: Only a clock ends anything here; moves are counted by the annealing alone.
    ///   - watch: May end it as well.
    ///   - overrunEighths: How many eighths of the budget the clock may go beyond its end.
    init(_ budget: Budget, _ watch: Watch, overrunEighths: Int = 0) {
        isReached = { watch.isCancelled() || budget.isOverrun(byEighths: overrunEighths) }
    }

    /// Never reached.
    init() {
        isReached = { false }
    }

    /// Another look; whether it was one too many.
    func look() -> Bool {
        guard !isOver else { return true }
        looksLeft -= 1
        if looksLeft == 0 {
            looksLeft = Self.looksBetweenQuestions
            isOver = isReached()
        }
        return isOver
    }
}
