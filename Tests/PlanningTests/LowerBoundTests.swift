import Testing

@testable import Planning

@Suite struct `The lower bound` {
    @Test(arguments: [UInt64](0..<10))
    func `is never above the cheapest of all plans`(_ block: UInt64) throws {
        for seed in (block * 60)..<(block * 60 + 60) {
            let problem = try Problem.small(seed: seed)
            let cheapest = BruteForce(problem)
            for parkedSlotsMax in [0, 1, 2, .max] {
                guard let cost = cheapest.cost(parkedSlotsMax: parkedSlotsMax) else { continue }

                let bound = Planner.lowerBound(problem, parkedSlotsMax: parkedSlotsMax, steps: 20_000)

                #expect(bound.cost <= cost, "seed \(seed), parked \(parkedSlotsMax)")
            }
        }
    }
}
