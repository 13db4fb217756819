public import Domain
internal import Planning

/// Sessions of the draft that go elsewhere together, and what that brings.
public struct BoardStep: Sendable, Hashable {
    public let moves: [Board.Move]
    /// How many wishes more come true; below zero fewer.
    public let wishesGained: Int
    /// How many seats fewer are missing; below zero more.
    public let seatsGained: Int
    /// Somebody would be where they cannot be, and is not any more; or something of the kind.
    public let mends: Bool

    public init(moves: [Board.Move], wishesGained: Int, seatsGained: Int = 0, mends: Bool = false) {
        self.moves = moves
        self.wishesGained = wishesGained
        self.seatsGained = seatsGained
        self.mends = mends
    }

    /// Whether a moderator can see what it is good for.
    var isWorthSaying: Bool { mends || wishesGained > 0 || (wishesGained == 0 && seatsGained > 0) }
}

extension DenseBoard {
    /// What a step of the planner means to people: wishes, and seats beside them.
    func step(_ step: Replanning.Step, _ gathering: Gathering, _ wishes: WishCount) -> BoardStep {
        let after = step.taken(on: plan)
        let broken = Score(counted, plan).broken.count
        return BoardStep(
            moves: step.moves.map { Board.Move(sessions[$0.session], to: $0.to.map(place)) },
            wishesGained: -wishes.lost(from: plan, to: after),
            seatsGained: missingSeats(on: plan, gathering) - missingSeats(on: after, gathering),
            mends: broken > 0 && Score(counted, after).broken.count < broken)
    }

    /// The wishes for all that takes place.
    func wishCount(_ gathering: Gathering) -> WishCount {
        WishCount(counted, without: Set(gathering.cancelledSessions.compactMap(index)))
    }

    private func missingSeats(on plan: Plan, _ gathering: Gathering) -> Int {
        overflows(on: plan, gathering).reduce(0) { $0 + $1.people - $1.seats }
    }
}

extension Gathering {
    var cancelledSessions: Set<Proposal.ID> { board.current?.cancelled ?? [] }

    /// Slots of a published board that have begun, or begin so soon that people are on their way: a moderator may
    /// still move what is in them, the planner does not.
    public func settledSlots(at now: Now) -> Set<Slot.ID> {
        guard board.current != nil, programme.facts?.date == now.date else { return [] }
        let end = now.time.minutes + Self.freezeMinutes
        return Set(programme.slots.filter { $0.start.minutes <= end }.map(\.id))
    }

    private static var freezeMinutes: Int { 10 }

    /// What nobody is asked to move: it has begun or is about to, or does not take place.
    func whatIsSettled(at now: Now) -> DenseBoard.Fixed {
        DenseBoard.Fixed(slots: settledSlots(at: now), sessions: cancelledSessions)
    }

    /// The draft with these sessions pinned, to ask the planner about the others.
    func pinning(_ ids: Set<Proposal.ID>) -> Self {
        guard !ids.isEmpty else { return self }
        let placements = board.draft.placements
        let pinned = placements.filter { ids.contains($0.key) }.mapValues { $0.pinned(true) }
        return with(
            draft: Board.Layout(
                placements: placements.merging(pinned) { $1 }, parked: board.draft.parked))
    }
}
