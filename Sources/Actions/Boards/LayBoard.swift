public import Domain
internal import Journal
internal import Planning

/// Lays out the board: the best distribution the planner finds, pinned sessions and what has begun or is about to left alone.
public struct LayBoard: Sendable {
    let instance: Instance
    let effort: PlanningEffort

    public init(_ instance: Instance, effort: PlanningEffort = .usual) {
        self.instance = instance
        self.effort = effort
    }

    /// What the planner did, for the moderator.
    public struct Laid: Sendable, Hashable {
        public let placedCount: Int
        public let parkedCount: Int
        public let contradictions: [Contradiction]
        /// The board stays as it was: nothing better was found.
        public let isUnchanged: Bool

        /// Topics that cannot all have a place, and what stands against it.
        public struct Contradiction: Sendable, Hashable {
            /// First the one that was left out for the others.
            public let topics: [Proposal.ID]
            public let demands: [Demand]
        }

        /// What somebody or something demands, for a sentence.
        public enum Demand: String, Sendable, Hashable, CaseIterable {
            case sameHost, hostAway, equipment, pinned, programme, length, begun, onePerPlace
        }
    }

    public func callAsFunction(in id: Gathering.ID, _ acting: Acting) async throws -> Laid {
        let caller = try await instance.caller(acting.device, in: id)
        guard caller.may(.changeBoard) else { throw Gathering.Refused.notAllowed(.changeBoard) }
        let gathering = try await instance.gatherings.read(id) { $0 }
        if let endedAt = gathering.day.endedAt { throw Gathering.Refused.ended(at: endedAt) }
        guard !gathering.programme.slots.isEmpty, !gathering.programme.rooms.isEmpty else {
            throw Gathering.Refused.noSuchPlace
        }

        let now = instance.now()
        let board = try await dense(gathering, at: now)
        let (outcome, crowded, layout) = await offThePool(.searches) { plan(board, gathering) }
        let kept = try await instance.gatherings.change(id, acting.key, at: now.instant) {
            try $0.lay(layout, basedOn: gathering.board.revision, by: caller)
        }
        return Laid(
            placedCount: layout.placements.count, parkedCount: layout.parked.count,
            contradictions: outcome.contradictions.map { Self.contradiction($0, board) } + crowded,
            isUnchanged: kept.changes.isEmpty)
    }

    /// What takes long, in one piece: the search, and what is to be said of those who found no place.
    private func plan(
        _ board: DenseBoard, _ gathering: Gathering
    ) -> (Planner.Outcome, [Laid.Contradiction], Board.Layout) {
        let outcome = effort.plan(board.problem)
        let crowded = crowdedHosts(outcome.plan, board, gathering)
        return (
            outcome, crowded,
            layout(of: outcome.plan, on: board, gathering, Set(crowded.map(\.topics[0])))
        )
    }

    /// Parked topics whose host has more of them than there are times: whatever the wishes, one has no place.
    private func crowdedHosts(_ plan: Plan, _ board: DenseBoard, _ gathering: Gathering) -> [Laid
        .Contradiction]
    {
        let times = gathering.programme.slots.count { slot in
            gathering.programme.rooms.contains { gathering.programme.item(blocking: $0.id, in: slot) == nil }
        }
        return board.sessions.indices.filter { plan[$0] == nil }.compactMap { index in
            let hosts = gathering.topics[board.sessions[index]]?.hosts ?? []
            let others =
                hosts.map { host in
                    board.sessions.indices.filter { other in
                        let isPlaced = other != index && plan[other] != nil
                        return isPlaced
                            && gathering.topics[board.sessions[other]]?.hosts.contains(host) == true
                    }
                }.max { $0.count < $1.count } ?? []
            let length = others.reduce(0) { $0 + board.problem.sessions[$1].lengthSlots }
            guard length > 0, length + board.problem.sessions[index].lengthSlots > times else { return nil }
            return Laid.Contradiction(
                topics: ([index] + others).map { board.sessions[$0] }, demands: [.sameHost])
        }
    }

    private static func contradiction(_ found: Contradiction, _ board: DenseBoard) -> Laid.Contradiction {
        let topics = [found.parked] + found.sessions.filter { $0 != found.parked }
        let demands = Set(found.rules.compactMap(Laid.Demand.init))
        return Laid.Contradiction(
            topics: topics.map { board.sessions[$0] }, demands: Laid.Demand.allCases.filter(demands.contains))
    }

    private func dense(_ gathering: Gathering, at now: Now) async throws -> DenseBoard {
        let interest = try await instance.interests.read(gathering.id) { $0 }
        do {
            return try DenseBoard(
                gathering, interest, ownVoices: instance.voices(ofHostsIn: gathering),
                fixed: DenseBoard.Fixed(slots: gathering.settledSlots(at: now)), lengths: .asWanted)
        } catch .boardSharesCell {
            // What runs already became too long for its place: it stays there, and somebody has to decide.
            throw Gathering.Refused.noSuchPlace
        }
    }

    /// `crowdedOut`: parked because their hosts are in another place at every time.
    private func layout(
        of plan: Plan, on board: DenseBoard, _ gathering: Gathering, _ crowdedOut: Set<Proposal.ID>
    ) -> Board.Layout {
        let inspection = Inspection(board.problem, plan)
        var placements: [Proposal.ID: Placement] = [:]
        var parked = board.parked
        for (index, id) in board.sessions.enumerated() {
            guard let cell = plan[index] else {
                guard !crowdedOut.contains(id) else {
                    parked[id] = .noFittingPlace(demands: [.hostElsewhere])
                    continue
                }
                let isLong = (gathering.topics[id]?.content.slotCount ?? 1) > 1
                parked[id] = Self.reason(inspection.whyParked(index), isLong: isLong)
                continue
            }
            placements[id] = Placement(
                place: board.place(of: cell), slotCount: gathering.topics[id]?.content.slotCount ?? 1,
                isPinned: gathering.board.draft.placements[id]?.isPinned ?? false)
        }
        return Board.Layout(placements: placements, parked: parked)
    }

    private static func reason(_ why: Inspection.WhyParked?, isLong: Bool) -> ParkReason {
        guard case .everyPlaceBreaks(let rules)? = why else { return .noRoomLeft }
        // It would fit where a longer one stands.
        guard isLong || !rules.contains(.oneSessionPerCell) else { return .noRoomLeft }
        var demands: [ParkReason.Demand] = []
        for demand in rules.compactMap(ParkReason.Demand.init) where !demands.contains(demand) {
            demands.append(demand)
        }
        return demands.isEmpty ? .noRoomLeft : .noFittingPlace(demands: demands)
    }
}

extension LayBoard.Laid.Demand {
    fileprivate init?(_ rule: Rule.Name) {
        switch rule {
        case .hostInOnePlace: self = .sameHost
        case .hostPresent: self = .hostAway
        case .equipment: self = .equipment
        case .fixedSlot, .fixedRoom: self = .pinned
        case .blockedCells: self = .programme
        case .fitsTheDay: self = .length
        case .frozenSlots: self = .begun
        case .oneSessionPerCell: self = .onePerPlace
        default: return nil
        }
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
