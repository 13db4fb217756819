public import Domain
internal import Planning

/// Searches from the draft as it stands for what would be better, and takes it apart into steps. It changes nothing.
public struct FindBetter: Sendable {
    let instance: Instance
    let effort: PlanningEffort

    public init(_ instance: Instance, effort: PlanningEffort = .usual) {
        self.instance = instance
        self.effort = effort
    }

    /// What a moderator can take of it.
    public struct Found: Sendable, Hashable {
        /// Fewest moves first, and of as many the one that brings most. Each stands for itself.
        public let steps: [BoardStep]
        /// Everything the search would change, when that is more than any of the steps.
        public let whole: BoardStep?
        /// No board is better, all in all: wishes, seats, what hosts offer, and what it costs to move.
        public let isProvenBest: Bool

        public init(steps: [BoardStep], whole: BoardStep?, isProvenBest: Bool) {
            self.steps = steps
            self.whole = whole
            self.isProvenBest = isProvenBest
        }
    }

    /// Nobody knows a draft that was not published: a session that moves in it costs only the look at it.
    static let draftMovePrice = 1

    /// Nil while wishes are blind, and when nothing is laid out yet.
    ///
    /// - Throws: `CancellationError` when its task was cancelled: half a search would say too little.
    public func callAsFunction(in gathering: Gathering) async throws -> Found? {
        guard !gathering.isBlindNow, !gathering.board.draft.placements.isEmpty,
            !gathering.programme.slots.isEmpty, !gathering.programme.rooms.isEmpty
        else { return nil }

        let interest = try await instance.interests.read(gathering.id) { $0 }
        let board = try? DenseBoard(
            gathering, interest, ownVoices: instance.voices(ofHostsIn: gathering),
            fixed: gathering.whatIsSettled(at: instance.now()), lengths: .asPlaced,
            movePriceMin: Self.draftMovePrice)
        // A board that the planner cannot read is one from which it does not know the way.
        guard let board else { return Found(steps: [], whole: nil, isProvenBest: false) }
        let found = await offThePool(.searches) { [effort] isCancelled in
            Self.search(board, gathering, effort, isCancelled)
        }
        try Task.checkCancellation()
        return found
    }

    private static func search(
        _ board: DenseBoard, _ gathering: Gathering, _ effort: PlanningEffort,
        _ isCancelled: @escaping @Sendable () -> Bool
    ) -> Found {
        let outcome = effort.plan(board.problem, Watch(isCancelled: isCancelled))
        let replanning = Replanning(board.problem, outcome.plan)
        let wishes = board.wishCount(gathering)
        let steps = replanning.steps.map { board.step($0, gathering, wishes) }
            .filter { $0.isWorthSaying && isPossible($0, gathering) }
            .sorted { ($0.moves.count, $1.wishesGained) < ($1.moves.count, $0.wishesGained) }
        let whole = replanning.whole.map { board.step($0, gathering, wishes) }
        let most = steps.map(\.wishesGained).max() ?? 0
        let isMore = whole.map {
            $0.isWorthSaying && $0.wishesGained >= most && !steps.contains($0) && isPossible($0, gathering)
        }
        return Found(
            steps: steps, whole: isMore == true ? whole : nil,
            isProvenBest: outcome.isProvenBest && outcome.plan == board.plan)
    }

    /// Whether the board takes the step: it may hold sessions that the planner does not know of, and demands that
    /// contradict each other.
    private static func isPossible(_ step: BoardStep, _ gathering: Gathering) -> Bool {
        let isFree = step.moves.allSatisfy {
            gathering.board.draft.placements[$0.id]?.isPinned != true
                && !gathering.cancelledSessions.contains($0.id)
        }
        guard isFree else { return false }
        let caller = Caller(roles: [.moderator])
        return (try? gathering.rearrange(step.moves, basedOn: gathering.board.revision, by: caller)) != nil
    }
}
