internal import Dispatch
public import Domain
internal import Journal
internal import Planning

/// Lays out the board: the best distribution the planner finds, pinned sessions and what has begun left alone.
public struct LayBoard: Sendable {
    /// Enough for a large barcamp to settle, a fraction of a second on a small machine.
    public static let movesDefault = 300_000

    let instance: Instance
    let moves: Int

    public init(_ instance: Instance, moves: Int = Self.movesDefault) {
        self.instance = instance
        self.moves = moves
    }

    /// What the planner did, for the moderator.
    public struct Laid: Sendable, Hashable {
        public let placedCount: Int
        public let parkedCount: Int
        /// Demands that contradict each other: the topics concerned, first the one that was left out for them.
        public let contradictions: [[Proposal.ID]]
        /// The board stays as it was: nothing better was found.
        public let isUnchanged: Bool
    }

    public func callAsFunction(in id: Gathering.ID, _ acting: Acting) async throws -> Laid {
        let caller = try await instance.caller(acting.device, in: id)
        guard caller.may(.changeBoard) else { throw Gathering.Refused.notAllowed(.changeBoard) }
        let gathering = try await instance.gatherings.read(id) { $0 }
        guard gathering.day.phase != .ended else { throw Gathering.Refused.ended }
        guard !gathering.programme.slots.isEmpty, !gathering.programme.rooms.isEmpty else {
            throw Gathering.Refused.noSuchPlace
        }

        let now = instance.now()
        let board = try await dense(gathering, frozen: begun(gathering, at: now))
        let outcome = await offThePool { [moves] in Planner.plan(board.problem, seed: 1, moves: moves) }
        let layout = layout(of: outcome.plan, on: board, gathering)
        let kept = try await instance.gatherings.change(id, acting.key, at: now.instant) {
            try $0.lay(layout, basedOn: gathering.board.revision, by: caller)
        }
        let contradictions = outcome.contradictions.map { contradiction in
            [contradiction.parked] + contradiction.sessions.filter { $0 != contradiction.parked }
        }
        return Laid(
            placedCount: layout.placements.count, parkedCount: layout.parked.count,
            contradictions: contradictions.map { $0.map { board.sessions[$0] } },
            isUnchanged: kept.changes.isEmpty)
    }

    private func dense(_ gathering: Gathering, frozen: Set<Slot.ID>) async throws -> DenseBoard {
        let interest = try await instance.interests.read(gathering.id) { $0 }
        do {
            return try DenseBoard(
                gathering, interest, ownVoices: instance.voices(ofHostsIn: gathering), frozen: frozen,
                lengths: .asWanted)
        } catch .boardSharesCell {
            // What runs already became too long for its place: it stays there, and somebody has to decide.
            throw Gathering.Refused.noSuchPlace
        }
    }

    /// Slots of a published board that have begun; nothing in them moves any more.
    private func begun(_ gathering: Gathering, at now: Now) -> Set<Slot.ID> {
        guard gathering.board.current != nil, gathering.programme.facts?.date == now.date else { return [] }
        return Set(gathering.programme.slots.filter { $0.start <= now.time }.map(\.id))
    }

    private func layout(of plan: Plan, on board: DenseBoard, _ gathering: Gathering) -> Board.Layout {
        let inspection = Inspection(board.problem, plan)
        var placements: [Proposal.ID: Placement] = [:]
        var parked = board.parked
        for (index, id) in board.sessions.enumerated() {
            guard let cell = plan[index] else {
                parked[id] = Self.reason(inspection.whyParked(index))
                continue
            }
            placements[id] = Placement(
                place: board.place(of: cell), slotCount: gathering.topics[id]?.content.slotCount ?? 1,
                isPinned: gathering.board.draft.placements[id]?.isPinned ?? false)
        }
        return Board.Layout(placements: placements, parked: parked)
    }

    private static func reason(_ why: Inspection.WhyParked?) -> ParkReason {
        guard case .everyPlaceBreaks(let rules)? = why else { return .noRoomLeft }
        let demands = rules.compactMap(ParkReason.Demand.init)
        return demands.isEmpty ? .noRoomLeft : .noFittingPlace(demands: demands)
    }
}

extension Instance {
    /// The voices of all hosts, as long as the pairs are not cut.
    func voices(ofHostsIn gathering: Gathering) -> [Participant.ID: Voice.ID] {
        let keys = keys(of: gathering.id)
        var voices: [Participant.ID: Voice.ID] = [:]
        for host in Set(gathering.topics.open.flatMap(\.hosts)) {
            guard let sealed = gathering.attendees[host]?.voice else { continue }
            voices[host] = keys.open(sealed)
        }
        return voices
    }
}

/// Runs work that takes long on a thread of its own, so that the pool goes on serving.
func offThePool<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
    await withCheckedContinuation { continuation in
        DispatchQueue.global(qos: .userInitiated).async { continuation.resume(returning: work()) }
    }
}
