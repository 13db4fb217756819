public import Domain
internal import Planning

/// How many wishes a board can make come true at most, however it is laid out.
public struct WishBound: Sendable, Hashable {
    /// Under the gathering's rules no board makes more come true.
    public let attainedMax: Int
    /// The best board that parks as few topics as can be, when that is proven and no topic takes longer than others.
    public let fullest: Fullest?

    public struct Fullest: Sendable, Hashable {
        public let parkedCount: Int
        public let attainedMax: Int
    }

    public init(attainedMax: Int, fullest: Fullest? = nil) {
        self.attainedMax = attainedMax
        self.fullest = fullest
    }

    /// What no board goes beyond that parks so many of the topics that may be laid out.
    public func attainedMax(parking count: Int) -> Int {
        guard let fullest, fullest.parkedCount == count else { return attainedMax }
        return min(attainedMax, fullest.attainedMax)
    }
}

/// Proves a bound on the wishes that can come true. What was pinned or has begun is left out: the bound tells what
/// the day could be, and does not change when a session is moved.
public struct BoundWishes: Sendable {
    let instance: Instance
    let effort: Effort

    /// How much a proof may cost, in looks at a wish.
    public struct Effort: Sendable {
        public let boundSteps: Int
        public let proofSteps: Int
        /// The search for a board that the bound may meet.
        public let moves: Int

        public init(boundSteps: Int, proofSteps: Int, moves: Int) {
            self.boundSteps = boundSteps
            self.proofSteps = proofSteps
            self.moves = moves
        }

        /// About a second of one processor for 600 people, much less for thirty.
        public static let usual = Self(boundSteps: 400_000_000, proofSteps: 200_000_000, moves: 100_000)
    }

    public init(_ instance: Instance, effort: Effort = .usual) {
        self.instance = instance
        self.effort = effort
    }

    /// Nil while wishes are blind, and when there is nothing that could be laid out.
    ///
    /// - Throws: `CancellationError` when its task was cancelled.
    public func callAsFunction(in gathering: Gathering) async throws -> WishBound? {
        let isEmpty = gathering.programme.slots.isEmpty || gathering.programme.rooms.isEmpty
        guard !gathering.isBlindNow, !isEmpty else { return nil }
        let interest = try await instance.interests.read(gathering.id) { $0 }
        // Whoever is pinned may be among the topics that get in.
        let draft = gathering.board.draft
        let unlaid = gathering.with(
            draft: Board.Layout(placements: draft.placements.filter(\.value.isPinned), parked: draft.parked))
        let board = try? DenseBoard(
            unlaid, interest, ownVoices: instance.voices(ofHostsIn: gathering), lengths: .asWanted)
        guard let board, let wishes = Wishes(board, without: gathering.cancelledSessions) else { return nil }
        let bound = await offThePool(.proofs) { [effort] isCancelled in wishes.bound(effort, isCancelled) }
        try Task.checkCancellation()
        return bound
    }

    /// The board with wishes alone: seats, prices and hands do not decide which wish comes true.
    private struct Wishes: Sendable {
        let problem: Problem
        let wishCount: Int
        /// What one lost wish weighs. A wish for a long session weighs as much in all its slots together, so the
        /// weight that is lost is at most this times the wishes that are not wholly true.
        let unit: Int

        /// Nil when sessions are so long that no small number is divided by all their lengths.
        init?(_ board: DenseBoard, without cancelled: Set<Proposal.ID>) {
            let lengths = Set(board.counted.sessions.map(\.lengthSlots))
            let multiple = Problem.Limit.weights.first { weight in lengths.allSatisfy { weight % $0 == 0 } }
            guard let unit = multiple else { return nil }
            let absent = Set(cancelled.compactMap(board.index))
            var draft = Problem.Draft(board.counted)
            draft.wishes = board.counted.wishes.filter { !absent.contains($0.session) }.map { wish in
                let length = board.counted.sessions[wish.session].lengthSlots
                return Problem.Wish(
                    participant: wish.participant, session: wish.session, weight: unit / length)
            }
            for session in draft.sessions.indices {
                draft.sessions[session].fixedSlot = nil
                draft.sessions[session].fixedRoom = nil
                draft.sessions[session].mustBePlaced = false
            }
            draft.overCapacityWeight = 0
            (draft.board, draft.movePrice) = (nil, 0)
            guard let problem = try? Problem(draft) else { return nil }
            self.problem = problem
            self.unit = unit
            wishCount = draft.wishes.count
        }

        func bound(_ effort: Effort, _ isCancelled: @escaping @Sendable () -> Bool) -> WishBound {
            let found = Planner.plan(
                problem, Starts { _ in .moves(effort.moves) }, watch: Watch(isCancelled: isCancelled),
                proofSteps: effort.proofSteps)
            let bound = Planner.lowerBound(
                problem, steps: effort.boundSteps, known: found.score.cost, isCancelled: isCancelled)
            let fullest = WishBound.Fullest(
                parkedCount: found.plan.parked.count, attainedMax: attained(losing: found.score.cost))
            return WishBound(
                attainedMax: attained(losing: bound.cost),
                fullest: found.isProvenBest && unit == 1 ? fullest : nil)
        }

        private func attained(losing cost: Int) -> Int { wishCount - (cost + unit - 1) / unit }
    }
}
