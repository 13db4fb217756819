public import Domain
internal import Planning

/// How good a layout is, truthfully: what comes true, what is lost and why.
public struct BoardQuality: Sendable, Hashable {
    public let wishCount: Int
    public let attainedCount: Int
    public let parkedWishCount: Int
    /// Wishes for sessions that are on the board and do not take place.
    public let cancelledWishCount: Int
    /// Topics that may be laid out and have no place where they could be held.
    public let parkedCount: Int
    /// How many people lose one, two, three … wishes to sessions that run at the same time, from one on.
    public let peopleByLosses: [Int]
    public let handCount: Int
    /// Placed sessions with more people than seats.
    public let overflows: [Overflow]
    /// Sessions that run at the same time and that the same people want, the largest first.
    public let conflicts: [Conflict]

    public struct Overflow: Sendable, Hashable {
        public let session: Proposal.ID
        public let people: Int
        public let seats: Int
    }

    public struct Conflict: Sendable, Hashable {
        public let first: Proposal.ID
        public let second: Proposal.ID
        public let slot: Slot.ID
        public let people: Int
    }

    public var lostCount: Int { wishCount - attainedCount - parkedWishCount - cancelledWishCount }
    public var losingPeopleCount: Int { peopleByLosses.reduce(0, +) }
}

/// What another place would mean for a session.
public struct PlacePrice: Sendable, Hashable {
    public enum Effect: Sendable, Hashable {
        /// Wishes lost more, or fewer when negative.
        case costs(Int)
        case hindered(Gathering.Refused)
    }

    public let place: Place
    /// Changes places with it.
    public let swappedWith: Proposal.ID?
    public let effect: Effect

    public init(place: Place, swappedWith: Proposal.ID?, effect: Effect) {
        self.place = place
        self.swappedWith = swappedWith
        self.effect = effect
    }
}

/// Looks at the draft, or at what is published, with the eyes of the planner.
public struct AssessBoard: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// The quality of a layout; nil while wishes are blind, or when the board has no grid.
    public func quality(of layout: Board.Layout, in gathering: Gathering) async throws -> BoardQuality? {
        let cancelled = gathering.cancelledSessions
        let held = Board.Layout(
            placements: layout.placements.filter { !cancelled.contains($0.key) }, parked: layout.parked)
        guard !gathering.isBlindNow, let board = try await dense(held, gathering) else { return nil }
        let missed = Set(layout.placements.keys).intersection(cancelled)
        return await offThePool { Self.quality(board, gathering, missed) }
    }

    /// One person who wants both is no conflict worth a line.
    static let conflictPeopleMin = 2

    /// What every other place would cost a session of the draft.
    public func prices(of session: Proposal.ID, in gathering: Gathering) async throws -> [PlacePrice] {
        guard !gathering.isBlindNow, let board = try await dense(gathering.board.draft, gathering),
            let index = board.index(of: session), let proposal = gathering.topics[session]
        else { return [] }

        return await offThePool {
            let inspection = Inspection(board.counted, board.plan)
            let wishes = board.wishCount(gathering)
            return inspection.alternatives(of: index).compactMap { alternative in
                guard let cell = alternative.cell else { return nil }
                let place = board.place(of: cell)
                let other = alternative.swappedWith.map { board.sessions[$0] }
                let obstacle = Self.obstacle(proposal, place, other, gathering)
                let effect: PlacePrice.Effect =
                    if let obstacle {
                        .hindered(obstacle)
                    } else {
                        .costs(wishes.lost(from: board.plan, to: alternative.taken(on: board.plan)))
                    }
                return PlacePrice(place: place, swappedWith: other, effect: effect)
            }
        }
    }

    func dense(
        _ layout: Board.Layout, _ gathering: Gathering, fixed: DenseBoard.Fixed = DenseBoard.Fixed()
    ) async throws -> DenseBoard? {
        guard !gathering.programme.slots.isEmpty, !gathering.programme.rooms.isEmpty else { return nil }
        let interest = try await instance.interests.read(gathering.id) { $0 }
        // A board that the planner cannot read is shown without its figures, never not at all.
        return try? DenseBoard(
            gathering.with(draft: layout), interest, ownVoices: instance.voices(ofHostsIn: gathering),
            fixed: fixed, lengths: .asPlaced)
    }

    /// `missed`: sessions without a place because they do not take place.
    private static func quality(
        _ board: DenseBoard, _ gathering: Gathering, _ missed: Set<Proposal.ID>
    ) -> BoardQuality {
        let quality = Quality(board.counted, board.plan)
        let parkedByRule = board.parkedWishCount
        let cancelled = board.counted.wishes.count { missed.contains(board.sessions[$0.session]) }
        let conflicts = Conflict.all(in: board.counted, board.plan, peopleMin: conflictPeopleMin)
        return BoardQuality(
            wishCount: quality.wishes.count + parkedByRule,
            attainedCount: quality.attained.count,
            parkedWishCount: quality.lostToParking.count - cancelled + parkedByRule,
            cancelledWishCount: cancelled,
            parkedCount: board.plan.parked.count,
            peopleByLosses: Array(quality.peopleByOverlapLosses.dropFirst()),
            handCount: board.handCount,
            overflows: board.overflows(gathering),
            conflicts: conflicts.map {
                BoardQuality.Conflict(
                    first: board.sessions[$0.first], second: board.sessions[$0.second],
                    slot: gathering.programme.slots[$0.slot].id, people: $0.peopleCount)
            })
    }

    static func obstacle(
        _ proposal: Proposal, _ place: Place, _ other: Proposal.ID?, _ gathering: Gathering
    ) -> Gathering.Refused? {
        guard let other else { return gathering.obstacle(proposal, at: place, ignoring: [proposal.id]) }
        let revision = gathering.board.draft.placements[proposal.id]?.revision
        do {
            _ = try gathering.swap(
                proposal.id, with: other, seen: revision, by: Caller(roles: [.moderator]))
            return nil
        } catch {
            return error
        }
    }
}

extension ParkReason.Demand {
    /// What the planner's hard rule is called towards people.
    init?(_ rule: Rule.Name) {
        switch rule {
        case .hostInOnePlace: self = .hostElsewhere
        case .hostPresent: self = .hostAway
        case .equipment: self = .equipment
        case .fixedSlot, .fixedRoom: self = .pinned
        // Only a session of another length holds a place that nobody changes with it.
        case .fitsTheDay, .blockedCells, .oneSessionPerCell: self = .length
        default: return nil
        }
    }
}
