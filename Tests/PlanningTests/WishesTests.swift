import Planning
import Testing

/// The benchmark files of PLANNER.md, which lie beside the package and may be missing.
@Suite(.enabled(if: WishesFile.isThere, "no wishes in \(WishesFile.folderPath)"))
struct `The wishes of PLANNER.md` {
    struct Instance: Sendable, CustomTestStringConvertible {
        let name: String
        let greedyCost: Int
        let moves: Int

        var testDescription: String { name }
    }

    static let instances = [
        Instance(name: "b0060", greedyCost: 380, moves: 12_000),
        Instance(name: "b0120", greedyCost: 1026, moves: 20_000),
        Instance(name: "b0400", greedyCost: 3113, moves: 40_000),
    ]

    @Test(arguments: instances, [UInt64](1...3))
    func `are met better than greedy insertion can`(_ instance: Instance, _ seed: UInt64) throws {
        let problem = try WishesFile.problem(instance.name)
        let greedy = Score(problem, Planner.greedyInsertion(problem))

        let outcome = Planner.plan(problem, seed: seed, moves: instance.moves)

        #expect(outcome.score.cost <= min(instance.greedyCost, greedy.cost))
        #expect(outcome.score.broken.isEmpty)
        #expect(greedy.broken.isEmpty)
        #expect(outcome.plan.parked.isEmpty)
        #expect(outcome.contradictions.isEmpty)
    }

    @Test func `make every other place of a small board cost at least as much`() throws {
        let problem = try WishesFile.problem("b0060")
        let inspection = Inspection(problem, Planner.plan(problem, moves: 20_000).plan)

        let prices = problem.sessions.indices.flatMap { inspection.alternatives(of: $0) }.compactMap(\.cost)

        #expect(!prices.isEmpty)
        #expect(prices.allSatisfy { $0 >= 0 })
    }
}
