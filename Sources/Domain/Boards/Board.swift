/// Where the sessions are: a draft that the moderators work on, and the versions that were published.
public struct Board: Sendable, Hashable, Codable {
    public internal(set) var draft: Layout = Layout()
    public internal(set) var published: [Version] = []
    /// Grows with every change of the draft.
    public internal(set) var revision = 0
    /// What became of each session on the way, newest last.
    public internal(set) var history: [Proposal.ID: [Step]] = [:]

    static let historyCountMax = 20

    /// Placements and parked topics at one moment.
    public struct Layout: Sendable, Hashable, Codable {
        public internal(set) var placements: [Proposal.ID: Placement] = [:]
        public internal(set) var parked: [Proposal.ID: ParkReason] = [:]

        public init(placements: [Proposal.ID: Placement] = [:], parked: [Proposal.ID: ParkReason] = [:]) {
            self.placements = placements
            self.parked = parked
        }

        /// The session that occupies a place, sessions over several slots included.
        public func occupant(of place: Place, programme: Programme) -> Proposal.ID? {
            placements.first { $0.value.covers(place, programme: programme) }?.key
        }
    }

    public struct Version: Sendable, Hashable, Codable {
        public let number: Int
        public let publishedAt: Instant
        public internal(set) var layout: Layout
        /// Sessions that do not take place after all; their place stays visible.
        @InOrder public internal(set) var cancelled: Set<Proposal.ID>
    }

    /// One line of a session's history.
    public struct Step: Sendable, Hashable, Codable {
        public let moment: Instant
        public let how: How
        public let place: Place?
    }

    /// Why the draft changed.
    public enum How: String, Sendable, Hashable, Codable {
        case laid, moved, swapped, pinned, unpinned, parked, undone, withdrawn, roomChanged
    }

    public enum Change: Sendable, Hashable, Codable {
        case draftChanged(steps: [Setting], how: How)
        case published(number: Int)
        /// What an earlier version says is what everybody sees again, as a version of its own.
        case publishedAgain(number: Int, as: Int)
        case cancelled(id: Proposal.ID)
        case restored(id: Proposal.ID)
    }

    /// What one session's place, or the reason for having none, is from now on.
    public struct Setting: Sendable, Hashable, Codable {
        public let id: Proposal.ID
        public let placement: Placement?
        public let parked: ParkReason?

        public init(_ id: Proposal.ID, placement: Placement) {
            self.id = id
            self.placement = placement
            self.parked = nil
        }

        public init(_ id: Proposal.ID, parked: ParkReason?) {
            self.id = id
            self.placement = nil
            self.parked = parked
        }
    }

    /// The version everybody sees.
    public var current: Version? { published.last }

    /// How the session stands in the draft, for undoing.
    func setting(of id: Proposal.ID) -> Setting {
        if let placement = draft.placements[id] { return Setting(id, placement: placement) }
        return Setting(id, parked: draft.parked[id])
    }

    mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .draftChanged(let steps, let how):
            revision += 1
            for step in steps { apply(step, how: how, at: moment) }
        case .published(let number):
            published.append(
                Version(number: number, publishedAt: moment, layout: draft, cancelled: cancelled))
        case .publishedAgain(let number, let earlier):
            guard let version = published.first(where: { $0.number == earlier }) else { return }
            published.append(
                Version(
                    number: number, publishedAt: moment, layout: version.layout, cancelled: cancelled))
        case .cancelled(let id): changeCurrent { $0.cancelled.insert(id) }
        case .restored(let id): changeCurrent { $0.cancelled.remove(id) }
        }
    }

    private var cancelled: Set<Proposal.ID> { current?.cancelled ?? [] }

    private mutating func changeCurrent(_ change: (inout Version) -> Void) {
        guard let last = published.indices.last else { return }
        change(&published[last])
    }

    private mutating func apply(_ step: Setting, how: How, at moment: Instant) {
        if var placement = step.placement {
            placement.revision = revision
            draft.placements[step.id] = placement
            draft.parked[step.id] = nil
        } else {
            draft.placements[step.id] = nil
            draft.parked[step.id] = step.parked
        }
        history[step.id, default: []].append(Step(moment: moment, how: how, place: step.placement?.place))
        if history[step.id, default: []].count > Self.historyCountMax { history[step.id]?.removeFirst() }
    }
}

/// Slot x room.
public struct Place: Sendable, Hashable, Codable {
    public let slot: Slot.ID
    public let room: Room.ID

    public init(slot: Slot.ID, room: Room.ID) {
        self.slot = slot
        self.room = room
    }
}

/// A session in its place.
public struct Placement: Sendable, Hashable, Codable {
    public let place: Place
    public let slotCount: Int
    /// Pinned by a moderator: planning anew leaves it there.
    public let isPinned: Bool
    /// The board's revision that put it here; of two who move the same card the second is told.
    public internal(set) var revision: Int

    public init(place: Place, slotCount: Int = 1, isPinned: Bool = false, revision: Int = 0) {
        self.place = place
        self.slotCount = slotCount
        self.isPinned = isPinned
        self.revision = revision
    }

    public func pinned(_ isPinned: Bool) -> Self {
        .init(place: place, slotCount: slotCount, isPinned: isPinned, revision: revision)
    }

    func moved(to place: Place) -> Self {
        .init(place: place, slotCount: slotCount, isPinned: isPinned, revision: revision)
    }

    /// Whether everybody would find the session where the other says.
    func isAt(_ other: Placement?) -> Bool { place == other?.place && slotCount == other?.slotCount }

    /// The slots it runs in, first to last.
    public func slots(in programme: Programme) -> [Slot] {
        guard let first = programme.index(of: place.slot) else { return [] }
        return Array(programme.slots[first..<min(first + slotCount, programme.slots.count)])
    }

    public func covers(_ place: Place, programme: Programme) -> Bool {
        self.place.room == place.room && slots(in: programme).contains { $0.id == place.slot }
    }
}

/// Why a topic has no place.
public enum ParkReason: Sendable, Hashable, Codable {
    case noRoomLeft
    /// Behind the number that the gathering takes in.
    case lessWanted
    case notTakenInByPlenum
    case byModerator
    /// Nothing fits: the host is away, or no room has what it needs.
    case noFittingPlace(demands: [Demand])

    /// A demand that stands against a place, for a sentence.
    public enum Demand: String, Sendable, Hashable, Codable {
        case hostAway, hostElsewhere, equipment, length, pinned
    }
}
