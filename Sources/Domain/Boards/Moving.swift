extension Gathering {
    /// Puts a session into a place: from elsewhere on the board, or from the parked ones.
    ///
    /// `revision`: the placement's revision that the mover saw; nil: it was parked.
    public func move(
        _ id: Proposal.ID, to place: Place, seen revision: Int?, by caller: Caller
    ) throws(Refused) -> [Change] {
        let proposal = try movable(id, by: caller)
        let old = board.draft.placements[id]
        if let old, old.place == place, old.slotCount == proposal.content.slotCount { return [] }
        try mustHaveSeen(old, revision: revision)

        try mustFit(proposal, at: place, ignoring: [id])
        let placement = Placement(
            place: place, slotCount: proposal.content.slotCount, isPinned: old?.isPinned ?? false)
        return changed([Board.Setting(id, placement: placement)], how: .moved)
    }

    /// Two sessions take each other's places.
    public func swap(
        _ id: Proposal.ID, with other: Proposal.ID, seen revision: Int?, by caller: Caller
    ) throws(Refused) -> [Change] {
        let first = try movable(id, by: caller)
        let second = try movable(other, by: caller)
        guard id != other else { throw .sameProposal }
        guard let old = board.draft.placements[id], let target = board.draft.placements[other] else {
            throw .notOnBoard
        }
        try mustHaveSeen(old, revision: revision)

        var swapped = self
        let steps = [
            Board.Setting(
                id,
                placement: Placement(
                    place: target.place, slotCount: first.content.slotCount, isPinned: old.isPinned)),
            Board.Setting(
                other,
                placement: Placement(
                    place: old.place, slotCount: second.content.slotCount, isPinned: target.isPinned)),
        ]
        swapped.board.apply(.draftChanged(steps: steps, how: .swapped), at: Instant(milliseconds: 0))
        try swapped.mustFit(first, at: target.place, ignoring: [id])
        try swapped.mustFit(second, at: old.place, ignoring: [other])
        return changed(steps, how: .swapped)
    }

    /// A pinned session stays where it is when the board is laid out anew.
    public func pin(_ id: Proposal.ID, by caller: Caller) throws(Refused) -> [Change] {
        try setPin(id, true, by: caller)
    }

    public func unpin(_ id: Proposal.ID, by caller: Caller) throws(Refused) -> [Change] {
        try setPin(id, false, by: caller)
    }

    /// Takes a session off the board; it stays visible as parked.
    public func park(_ id: Proposal.ID, seen revision: Int?, by caller: Caller) throws(Refused) -> [Change] {
        _ = try movable(id, by: caller)
        guard let old = board.draft.placements[id] else { return [] }
        try mustHaveSeen(old, revision: revision)
        return changed([Board.Setting(id, parked: .byModerator)], how: .parked)
    }

    /// Why a session cannot be in a place, seen from the draft; nil when it can.
    public func obstacle(
        _ proposal: Proposal, at place: Place, ignoring: Set<Proposal.ID>
    ) -> Refused? {
        guard let room = programme.room(place.room),
            let slots = programme.slots(from: place.slot, count: proposal.content.slotCount)
        else { return .noSuchPlace }

        for slot in slots {
            if let item = programme.item(blocking: room.id, in: slot) { return .placeBlocked(by: item.title) }
        }
        let missing = proposal.content.needs.subtracting(room.features)
        if !missing.isEmpty { return .roomLacks(missing) }
        if isAway(proposal, during: slots) { return .hostAway }
        return collision(of: proposal, in: slots, room: room.id, ignoring: ignoring)
    }

    func mustFit(_ proposal: Proposal, at place: Place, ignoring: Set<Proposal.ID>) throws(Refused) {
        if let obstacle = obstacle(proposal, at: place, ignoring: ignoring) { throw obstacle }
    }

    /// Whether the topic's time limits lie within the slots.
    public func isAway(_ proposal: Proposal, during slots: [Slot]) -> Bool {
        guard let first = slots.first, let last = slots.last else { return false }
        if let until = proposal.content.until, last.end > until { return true }
        if let from = proposal.content.from, first.start < from { return true }
        return false
    }

    private func collision(
        of proposal: Proposal, in slots: [Slot], room: Room.ID, ignoring: Set<Proposal.ID>
    ) -> Refused? {
        let wanted = Set(slots.map(\.id))
        var elsewhere: Proposal.ID?
        for (other, placement) in board.draft.placements.sorted(by: { $0.key < $1.key })
        where !ignoring.contains(other) {
            guard placement.slots(in: programme).contains(where: { wanted.contains($0.id) }) else { continue }
            if placement.place.room == room { return .placeTaken(by: other) }
            let isShared = topics[other]?.hosts.contains { proposal.hosts.contains($0) } ?? false
            if isShared, elsewhere == nil { elsewhere = other }
        }
        return elsewhere.map { .hostElsewhere(session: $0) }
    }

    private func setPin(_ id: Proposal.ID, _ isPinned: Bool, by caller: Caller) throws(Refused) -> [Change] {
        _ = try movable(id, by: caller)
        guard let placement = board.draft.placements[id] else { throw .notOnBoard }
        guard placement.isPinned != isPinned else { return [] }
        return changed(
            [Board.Setting(id, placement: placement.pinned(isPinned))], how: isPinned ? .pinned : .unpinned)
    }

    private func movable(_ id: Proposal.ID, by caller: Caller) throws(Refused) -> Proposal {
        try mustBeOpen()
        try caller.must(.changeBoard)
        return try openProposal(id)
    }

    private func mustHaveSeen(_ placement: Placement?, revision: Int?) throws(Refused) {
        guard placement?.revision == revision else { throw .movedMeanwhile(to: placement?.place) }
    }

    private func changed(_ steps: [Board.Setting], how: Board.How) -> [Change] {
        [.board(change: .draftChanged(steps: steps, how: how))]
    }
}

extension Room {
    /// What a session's needs are held against: step-free access is a feature like a projector.
    public var features: Set<Equipment> {
        isAccessible ? equipment.union([.accessible]) : equipment.subtracting([.accessible])
    }
}
