/// Looks for the groups that take place, where groups need a minimum of people.
///
/// Goal: the best value of `GroupFlow.Outcome` over all choices of open groups, which is NP-hard in general
/// (Arulselvan, Cseh, Groß, Manlove and Matuschke 2018: matchings with lower quotas). Method: depth-first branch and
/// bound. A flow in which undecided groups have any size bounds all choices that follow from it, and is a
/// choice itself once no group lies between nobody and its minimum. The first choice closes groups until that
/// is so, which always ends.
struct OpenGroups {
    private let flow: GroupFlow
    private var flowsLeft: Int
    private var best: (outcome: GroupFlow.Outcome, openings: [GroupFlow.Opening])?

    init(_ flow: GroupFlow, flowsLeft: Int) {
        self.flow = flow
        self.flowsLeft = flowsLeft
    }

    mutating func run() -> Groups.Assignment {
        let root = flow.problem.groups.map {
            $0.mustRun || $0.peopleMin == 0 ? GroupFlow.Opening.open : .undecided
        }
        close(root)
        let isProvenOptimal = branch(root)
        guard let best else {
            // Closing ends with an outcome in any case, so there is one.
            return Groups.Assignment(
                groupOf: [], peopleByRank: [], peopleByGroup: [], closed: [], underfilled: [], shortages: [],
                isProvenOptimal: false)
        }
        let closed = flow.problem.groups.indices.filter {
            root[$0] == .undecided && best.outcome.peopleByGroup[$0] == 0
        }
        return flow.assignment(best.outcome, closed: closed, isProvenOptimal: isProvenOptimal)
    }

    /// Closes the group that lacks most, again and again.
    private mutating func close(_ root: [GroupFlow.Opening]) {
        var openings = root
        while let outcome = solve(openings) {
            guard let group = tooSmall(outcome, openings).max(by: { $0.lacking < $1.lacking }) else {
                best = (outcome, openings)
                return
            }
            openings[group.index] = .closed
        }
    }

    /// - Returns: Whether every choice was looked at or bounded.
    private mutating func branch(_ root: [GroupFlow.Opening]) -> Bool {
        var waiting = [root]
        while let openings = waiting.popLast() {
            guard flowsLeft > 0 else { return false }
            guard let outcome = solve(openings), isBetter(outcome) else { continue }
            guard let group = tooSmall(outcome, openings).min(by: { $0.lacking < $1.lacking }) else {
                best = (outcome, openings)
                continue
            }
            for opening in [GroupFlow.Opening.closed, .open] {
                var next = openings
                next[group.index] = opening
                waiting.append(next)
            }
        }
        return true
    }

    private mutating func solve(_ openings: [GroupFlow.Opening]) -> GroupFlow.Outcome? {
        flowsLeft -= 1
        return flow.solve(openings)
    }

    private func isBetter(_ outcome: GroupFlow.Outcome) -> Bool {
        guard let best else { return true }
        return outcome.value.lexicographicallyPrecedes(best.outcome.value)
    }

    private func tooSmall(
        _ outcome: GroupFlow.Outcome, _ openings: [GroupFlow.Opening]
    ) -> [(index: Int, lacking: Int)] {
        openings.indices.compactMap { group in
            let lacking = flow.problem.groups[group].peopleMin - outcome.peopleByGroup[group]
            guard openings[group] == .undecided, lacking > 0, outcome.peopleByGroup[group] > 0 else {
                return nil
            }
            return (group, lacking)
        }
    }
}
