/// What a board becomes when a few sessions move, by the clear rules, which are asked only about those.
///
/// It asks nothing of the board as it is: sessions may share cells and stand wherever they may not.
struct ChangedPlan {
    let before: DraftedBoard
    let after: Plan
    /// In the order of their numbers.
    let moved: [Int]

    private var problem: Problem { before.problem }

    /// The hard findings that were not there before, in the order in which all rules would find them.
    func newlyBroken() -> [Finding] {
        Rule.hard.flatMap { rule in
            findings(of: rule, on: after).filter { !before.broken.contains($0) }
        }
    }

    /// How much dearer the board becomes.
    func costChange() -> Int {
        let soft = Rule.soft.filter { $0.name != .lostInterest && $0.price(problem) > 0 }
        let rise = soft.reduce(0) { sum, rule in
            sum + rule.price(problem) * (amount(rule, on: after) - amount(rule, on: before.plan))
        }
        return rise - before.tables.unit * attainedChange()
    }

    private func amount(_ rule: Rule, on plan: Plan) -> Int {
        findings(of: rule, on: plan).reduce(0) { $0 + $1.amount }
    }

    /// What a rule finds that has to do with those who move; all that it finds if it is about whole plans.
    private func findings(of rule: Rule, on plan: Plan) -> [Finding] {
        switch rule.scope {
        case .session: moved.compactMap { rule.finding(problem, session: $0, at: plan[$0]) }
        case .pair: pairs(on: plan).compactMap { rule.finding(problem, $0, $1) }
        case .plan: rule.findings(problem, plan)
        }
    }

    private func pairs(on plan: Plan) -> [(Rule.Standing, Rule.Standing)] {
        var pairs: [(Rule.Standing, Rule.Standing)] = []
        for first in plan.cells.indices {
            guard let firstCell = plan[first] else { continue }
            let standing = Rule.Standing(session: first, cell: firstCell)
            let seconds = moved.contains(first) ? Array((first + 1)..<plan.cells.count) : moved
            for second in seconds where second > first {
                guard let secondCell = plan[second] else { continue }
                pairs.append((standing, Rule.Standing(session: second, cell: secondCell)))
            }
        }
        return pairs
    }

    private func attainedChange() -> Int {
        let slots = moved.reduce(into: Set<Int>()) {
            $0.formUnion(problem.slots(of: $1, on: before.plan))
            $0.formUnion(problem.slots(of: $1, on: after))
        }
        return slots.reduce(0) { sum, slot in
            let entering = moved.filter { problem.slots(of: $0, on: after).contains(slot) }
            let staying = before.running[slot].filter { !moved.contains($0) }
            return sum + before.tables.attained(by: staying + entering) - before.attained[slot]
        }
    }
}

/// A board with what is asked of it again and again.
struct DraftedBoard {
    let problem: Problem
    let tables: Tables
    let plan: Plan
    let broken: Set<Finding>
    /// The sessions that run in each slot, and how much comes true there, in units of the tables.
    let running: [[Int]]
    let attained: [Int]

    init(_ problem: Problem, _ tables: Tables, _ plan: Plan, broken: [Finding]) {
        self.problem = problem
        self.tables = tables
        self.plan = plan
        self.broken = Set(broken)
        var running = Array(repeating: [Int](), count: problem.slotCount)
        for session in problem.sessions.indices {
            for slot in problem.slots(of: session, on: plan) { running[slot].append(session) }
        }
        self.running = running
        attained = running.map { tables.attained(by: $0) }
    }
}

extension Tables {
    /// How much comes true where these sessions run at one time, in whatever rooms.
    func attained(by sessions: [Int]) -> Int {
        BitCount.count(wordCount) { word in
            sessions.reduce(into: BitCount.Lanes.zero) {
                $0 |= BitCount.load(wanted + ($1 &* wordCount), word)
            }
        }
    }
}
