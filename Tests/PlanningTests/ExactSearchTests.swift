import Testing

@testable import Planning

@Suite struct `The exact search` {
    @Test(arguments: [UInt64](0..<8))
    func `finds what looking at every plan finds`(_ block: UInt64) throws {
        for seed in (block * 50)..<(block * 50 + 50) {
            try expectOptimal(try Problem.small(seed: seed), "seed \(seed)")
        }
    }

    @Test(arguments: [UInt64](0..<40))
    func `finds it also where prices are looked for`(_ seed: UInt64) throws {
        let problem = try Problem.small(seed: seed, sessions: 7, slots: 2)

        try expectOptimal(problem, "seed \(seed)")
    }

    private func expectOptimal(_ problem: Problem, _ comment: Comment) throws {
        let best = try #require(BruteForce(problem).best)

        let verdict = ExactSearch.run(problem)

        guard case .optimal(let plan) = verdict else {
            Issue.record("\(comment): \(verdict)")
            return
        }
        #expect(Rank(problem, plan) == best.rank, comment)
    }

    @Test func `proves ten sessions in three slots, and that the planner found them`() throws {
        let problem = try Shape(name: "ten", slots: 3, rooms: 4, sessions: 10, people: 40).problem(seed: 2)
        let outcome = Planner.plan(problem, moves: 5_000)

        let verdict = ExactSearch.run(problem, incumbent: outcome.plan)

        guard case .optimal(let plan) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(Rank(problem, plan) <= Rank(problem, outcome.plan))
        #expect(Rank(problem, plan).broken == 0)
        #expect(Planner.lowerBound(problem, beside: plan, steps: 200_000).cost <= Score(problem, plan).cost)
    }

    @Test func `gives back the plan it was given when the budget ends`() throws {
        let problem = try Shape.all[0].problem(seed: 1)
        let plan = Planner.greedyInsertion(problem)

        let verdict = ExactSearch.run(problem, incumbent: plan, steps: 1_000)

        #expect(verdict == .notProven(best: plan))
    }

    @Test func `stops when cancelled`() throws {
        let problem = try Shape.all[0].problem(seed: 1)

        #expect(ExactSearch.run(problem, isCancelled: { true }) == .notProven(best: nil))
    }

    @Test func `does not take a plan that breaks a hard rule for the best`() throws {
        let problem = try Problem.Draft.sample(slots: 2, rooms: 1, sessions: 2).problem()
        let cell = Cell(slot: 0, room: 0)

        let verdict = ExactSearch.run(problem, incumbent: Plan([cell, cell]))

        guard case .optimal(let plan) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(Score(problem, plan).broken == [])
        #expect(plan.parked == [])
    }

    @Test func `does not try what is far too large`() throws {
        let problem = try Problem.Draft.sample(slots: 60, rooms: 4, sessions: 201).problem()

        #expect(ExactSearch.run(problem) == .notProven(best: nil))
    }

    @Test(arguments: [(0, 2, 3), (2, 0, 3), (2, 2, 0), (0, 0, 0), (1, 1, 1), (1, 1, 3)])
    func `places as many as there is room for`(_ slots: Int, _ rooms: Int, _ sessions: Int) throws {
        let problem = try Problem.Draft.sample(slots: slots, rooms: rooms, sessions: sessions).problem()

        guard case .optimal(let plan) = ExactSearch.run(problem) else {
            Issue.record("not proven")
            return
        }
        #expect(plan.parked.count == max(0, sessions - slots * rooms))
    }
}
