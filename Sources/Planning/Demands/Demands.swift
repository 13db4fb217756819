/// What the sessions demand, taken together: which demands contradict, who gives way, and one way to meet
/// all the others.
///
/// Method: prove that the demanded sessions have no common board, then leave out sessions, rules and
/// single demands one by one as long as the proof still holds (deletion filter, Chinneck and Dravnieks 1991). What remains is
/// named, its least wanted session gives way, and the rest is looked at again.
struct Demands {
    private(set) var contradictions: [Contradiction] = []
    /// Places for all demanded sessions that were not given up, if they were found.
    private(set) var witness: [Int: Cell]?

    private let problem: Problem
    private var search: FeasibilitySearch

    init(_ problem: Problem) {
        self.problem = problem
        search = FeasibilitySearch(problem)

        for session in problem.sessions.indices where !problem.demandsPlace(session) {
            if !search.hasPlace(session) { giveUp(oneOf: [session]) }
        }
        meetDemands()
        nameDemands()
    }

    var givenUp: Set<Int> { Set(contradictions.map(\.parked)) }

    private mutating func meetDemands() {
        var demanded = problem.sessions.indices.filter { problem.demandsPlace($0) || problem.isSettled($0) }
        while true {
            switch search.verdict(for: demanded) {
            case .possible(let places):
                witness = places
                return
            case .unknown:
                return
            case .impossible:
                guard let parked = giveUp(oneOf: core(of: demanded)) else { return }
                demanded.removeAll { $0 == parked }
            }
        }
    }

    private mutating func core(of sessions: [Int]) -> [Int] {
        var core = sessions
        for session in sessions.reversed() {
            let rest = core.filter { $0 != session }
            if case .impossible = search.verdict(for: rest) { core = rest }
        }
        return core
    }

    @discardableResult
    private mutating func giveUp(oneOf core: [Int]) -> Int? {
        var rules = FeasibilitySearch.rules
        for rule in FeasibilitySearch.rules {
            let rest = rules.filter { $0.name != rule.name }
            if case .impossible = search.verdict(for: core, under: rest) { rules = rest }
        }

        var names = rules.map(\.name)
        let isDemandedOnly = core.contains {
            problem.sessions[$0].mustBePlaced && problem.sessions[$0].fixedSlot == nil
        }
        if core.count > 1 && isDemandedOnly { names.append(.mustBePlaced) }
        guard let parked = leastWanted(of: core) else { return nil }
        contradictions.append(
            Contradiction(sessions: core, rules: names, parked: parked))
        return parked
    }

    /// Once all contradictions are known, with steps of its own: to name them takes nothing from the proofs.
    private mutating func nameDemands() {
        var stepsLeft = FeasibilitySearch.stepsMax
        contradictions = contradictions.map { contradiction in
            guard contradiction.isProven else { return contradiction }
            let demands = singleDemands(contradiction.sessions, contradiction.rules, &stepsLeft)
            return Contradiction(
                sessions: contradiction.sessions, rules: contradiction.rules, demands: demands,
                parked: contradiction.parked)
        }
    }

    /// The demands without any of which there would be no contradiction. A rule that is not needed for it takes
    /// all of its demands along.
    private func singleDemands(_ core: [Int], _ names: [Rule.Name], _ stepsLeft: inout Int) -> [Demand] {
        let rules = FeasibilitySearch.rules.filter { names.contains($0.name) }
        var reduced = problem
        var needed: [Demand] = []
        for demand in problem.demands(on: core) where rules.contains(where: { $0.name == demand.rule }) {
            let without = reduced.leavingOut(demand)
            var further = FeasibilitySearch(without, steps: stepsLeft)
            let verdict = further.verdict(for: core, under: rules)
            stepsLeft = further.stepsLeft
            if case .impossible = verdict { reduced = without } else { needed.append(demand) }
        }
        let placed = core.filter { problem.demandsPlace($0) && !problem.isSettled($0) }
        return placed.map { .place(session: $0) } + needed
    }

    private func leastWanted(of core: [Int]) -> Int? {
        let weight = problem.wantedWeight
        return core.filter { !problem.isSettled($0) }.min { (weight[$0], -$0) < (weight[$1], -$1) }
    }
}
