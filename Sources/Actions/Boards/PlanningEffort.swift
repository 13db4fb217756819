internal import Planning

/// How hard the planner searches: so many starts with at most so many moves each, on all cores there are. The same
/// effort finds the same board, however many cores share it.
public struct PlanningEffort: Sendable {
    public let starts: Int
    public let moves: Int

    public init(starts: Int, moves: Int) {
        self.starts = starts
        self.moves = moves
    }

    /// A barcamp of 600 people and 50 topics is laid out within 300 ms on two cores.
    public static let usual = Self(starts: 4, moves: 300_000)

    /// How often each session is tried in each place, about: a small board has settled by then.
    private static let sweeps = 200
    private static let neighboursMin = 25

    /// A day of so many sessions is mostly proven to be the best within these steps, a fifth of a second.
    private static let provenSessionsMax = 20
    private static let proofSteps = 100_000_000

    /// To be called on a thread that may wait: never on one that serves requests.
    func plan(_ problem: Problem, _ watch: Watch = Watch()) -> Planner.Outcome {
        let neighbours = problem.sessions.count * problem.slotCount * problem.rooms.count
        let enough = min(moves, Self.sweeps * max(Self.neighboursMin, neighbours))
        let budget = Starts(starts) { _ in .moves(enough) }
        let proof = problem.sessions.count <= Self.provenSessionsMax ? Self.proofSteps : 0
        return Planner.plan(problem, budget, watch: watch, proofSteps: proof, run: onAllCores)
    }
}
