import Foundation
import Planning
import Testing

/// Bounds of the benchmark files of PLANNER.md, which lie beside the package and may be missing.
@Suite(.enabled(if: WishesFile.isThere, "no wishes in \(WishesFile.folderPath)"))
struct `The bounds of PLANNER.md` {
    struct Instance: Sendable, CustomTestStringConvertible {
        let name: String
        /// The cheapest plan that anybody has found.
        let bestKnownCost: Int
        /// What a test in a debug build reaches in little time.
        let quickCost: Int
        let quickSteps: Int

        var testDescription: String { name }
    }

    static let instances = [
        Instance(name: "b0060", bestKnownCost: 372, quickCost: 345, quickSteps: 2_000_000),
        Instance(name: "b0120", bestKnownCost: 979, quickCost: 888, quickSteps: 200_000),
        Instance(name: "b0400", bestKnownCost: 3_019, quickCost: 2_670, quickSteps: 200_000),
        Instance(name: "b1000", bestKnownCost: 9_814, quickCost: 8_288, quickSteps: 200_000),
        Instance(name: "poster", bestKnownCost: 312, quickCost: 285, quickSteps: 2_000_000),
        Instance(name: "amsterdam-304", bestKnownCost: 3_970, quickCost: 3_860, quickSteps: 200_000),
    ]

    /// Set to a number of steps, it makes the last test print what they reach.
    static let stepsToReport = ProcessInfo.processInfo.environment["TAFELRUNDE_BOUND_STEPS"].flatMap {
        Int($0)
    }

    @Test(arguments: instances)
    func `come close to the best plans and not above them`(_ instance: Instance) throws {
        let problem = try WishesFile.problem(instance.name)

        let bound = Planner.lowerBound(problem, parkedSlotsMax: 0, steps: instance.quickSteps)

        #expect(bound.cost <= instance.bestKnownCost)
        #expect(bound.cost >= instance.quickCost)
    }

    @Test(
        .enabled(if: stepsToReport != nil, "TAFELRUNDE_BOUND_STEPS is not set"),
        arguments: instances
    )
    func `are printed when they are asked for`(_ instance: Instance) throws {
        let problem = try WishesFile.problem(instance.name)
        let steps = try #require(Self.stepsToReport)

        let bound = Planner.lowerBound(problem, parkedSlotsMax: 0, steps: steps)

        #expect(bound.cost <= instance.bestKnownCost)
        let gap = bound.gapPerMille(of: instance.bestKnownCost) ?? 0
        print(
            instance.name, bound.cost, "best known", instance.bestKnownCost, "gap", gap, "per mille,",
            bound.stepsMade)
    }
}
