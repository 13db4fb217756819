/// Seats people at tables, round after round, so that few meet again.
///
/// Method: a construction without repeats where one is known; else searches for schedules with a symmetry,
/// and annealing, within a budget of moves. Same mixing, seed and moves: same schedule on every machine.
public enum Mixer {
    /// How a schedule was found.
    public enum Method: Sendable, Equatable {
        /// By a formula.
        case closedForm
        /// By searching for one round, or the shifts of columns, from which the others follow.
        case symmetricSearch
        /// By annealing over all seats.
        case search
    }

    /// A schedule and what there is to say about it.
    public struct Outcome: Sendable {
        public let schedule: Mixing.Schedule
        public let score: Mixing.Score
        /// No schedule costs less than this.
        public let costBound: Int
        /// No schedule has fewer repeats than this.
        public let repeatsBound: Int
        public let method: Method
        public let movesMade: Int
        public let wasCancelled: Bool

        public var isProvenOptimal: Bool { score.cost == costBound }
    }

    /// Where a search stands.
    public struct Progress: Sendable, Equatable {
        public let movesMade: Int
        public let bestCost: Int
    }

    /// Mixes people. It never fails.
    ///
    /// - Parameters:
    ///   - mixing: Who is to be mixed; with an earlier schedule it starts from there and pays for moves.
    ///   - seed: Any number; another one may find another schedule of like quality.
    ///   - moves: How many moves to try at most; the search ends as soon as its bound is reached.
    ///   - isCancelled: Asked every thousand moves; the best schedule so far is returned.
    ///   - progress: Told each time annealing finds something better.
    /// - Returns: A schedule in which every open round has everybody who is there once, at even tables.
    public static func mix(
        _ mixing: Mixing,
        seed: UInt64 = 1,
        moves: Int = 3_000_000,
        isCancelled: @escaping () -> Bool = { false },
        progress: @escaping (Progress) -> Void = { _ in }
    ) -> Outcome {
        var run = MixingRun(mixing, seed: seed, moves: moves, isCancelled: isCancelled, progress: progress)
        return run.outcome()
    }
}
