/// The lowest value of a slot's content, or how low it cannot be.
///
/// Method: branch and bound. A content grows session by session; the next one is chosen by falling gain, and
/// those passed over stay out, so that no content is seen twice. A branch ends when its bound reaches a
/// threshold. The threshold rises as long as the budget lasts (iterative deepening, Korf 1985): each pass
/// that ends proves that no content is below it.
final class ColumnSearch {
    private let valuation: ColumnValuation
    private let budget: StepBudget
    private var states: [ColumnValuation.State]
    private var path: [Int] = []
    private var threshold = Int.min
    private let capacity: Int

    private(set) var rootBound = 0
    /// The best content seen since prices were set, and its value; an empty slot is a content, too.
    private(set) var lowest = 0
    private(set) var lowestContent: [Int] = []

    private static let inTree = ColumnValuation.Ascent(steps: 20, first: 8, kept: 15)

    /// - Parameters:
    ///   - kind: Which slots it is about.
    ///   - valuation: Where prices are set, and whose budget is spent.
    ///   - multipliers: For each client a multiplier to start with.
    init(_ kind: SlotKind, _ valuation: ColumnValuation, multipliers: [UInt8]) {
        self.valuation = valuation
        budget = valuation.budget
        capacity = kind.capacity
        states = (0...kind.capacity).map { _ in valuation.emptyState() }
        states[0].candidates = kind.sessions
        for (client, multiplier) in multipliers.enumerated() { states[0].multipliers[client] = multiplier }
    }

    /// Takes new prices from the valuation and bounds all contents without search.
    func restart(rounds: Int) {
        (lowest, lowestContent, path) = (0, [], [])
        rootBound = Int.min
        for first in rounds > 0 ? [8, 4, 2, 1] : [0] {
            let ascent = ColumnValuation.Ascent(steps: rounds, first: first, kept: 16)
            let bound = valuation.bound(states[0], places: capacity, target: Int.max, ascent: ascent)
            rootBound = max(rootBound, bound)
        }
        rootBound = min(rootBound, 0)
    }

    /// Raises the bound as far as the budget allows.
    ///
    /// - Parameters:
    ///   - target: The value of a content that is known, where it ends.
    ///   - stepsMax: How many steps of the budget it may take.
    /// - Returns: What no content's value is below, and whether some content has that value.
    func lowerBound(upTo target: Int, stepsMax: Int) -> (value: Int, isExact: Bool) {
        let stepsEnd = budget.stepsMade + min(stepsMax, budget.stepsLeft)
        let gap = max(1, target - rootBound)
        let smallest = max(1, gap / 128)
        var proven = rootBound
        var rise = max(1, gap / 16)
        var lastCost = 0
        while proven < min(target, lowest) && budget.stepsMade < stepsEnd && !budget.isSpent {
            threshold = min(proven + rise, target)
            let before = budget.stepsMade
            guard explore(stepsEnd: stepsEnd) else { break }
            proven = min(threshold, lowest)
            // Each pass costs a multiple of the last: neither many small passes nor one too large.
            let cost = budget.stepsMade - before
            let left = stepsEnd - budget.stepsMade
            if cost < 2 * lastCost || left > 500 * cost {
                rise *= 2
            } else if cost > 4 * lastCost || left < 4 * cost {
                rise = max(smallest, rise / 2)
            }
            lastCost = cost
        }
        return (proven, proven == lowest)
    }

    /// One pass with the present threshold; false if the budget ended it.
    private func explore(stepsEnd: Int) -> Bool {
        // Where each level of the tree stands among its candidates.
        var positions = [0]
        path = []
        while let position = positions.last {
            guard budget.stepsMade < stepsEnd, !budget.isSpent else { return false }
            let depth = positions.count - 1
            guard position < states[depth].candidates.count,
                bound(states[depth], from: position, places: capacity - depth) < min(threshold, lowest)
            else {
                positions.removeLast()
                if !path.isEmpty { path.removeLast() }
                continue
            }
            positions[depth] += 1
            if enter(position, depth) { positions.append(0) }
        }
        return true
    }

    /// What a state's bound becomes when those before a candidate stay out and that one comes in.
    private func bound(_ state: ColumnValuation.State, from position: Int, places: Int) -> Int {
        let end = min(state.candidates.count, position + places)
        var bound = state.floor - ColumnValuation.gain(state.candidates[position])
        for index in (position + 1)..<max(position + 1, end) {
            bound -= max(0, ColumnValuation.gain(state.candidates[index]))
        }
        return bound
    }

    /// Puts a candidate in; whether there is anything below it to look at.
    private func enter(_ position: Int, _ depth: Int) -> Bool {
        let (parent, child) = (states[depth], states[depth + 1])
        let session = ColumnValuation.session(parent.candidates[position])
        valuation.enter(session, from: parent, into: child)
        if child.value < lowest {
            lowest = child.value
            lowestContent = path + [session]
        }
        let places = capacity - depth - 1
        guard places > 0 else { return false }
        child.candidates = Array(parent.candidates[(position + 1)...])
        let bound = valuation.bound(child, places: places, target: threshold, ascent: Self.inTree)
        guard bound < min(threshold, lowest), !child.candidates.isEmpty else { return false }
        path.append(session)
        return true
    }
}
