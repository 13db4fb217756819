extension Gathering {
    /// Takes over what the planner found.
    ///
    /// `layout`: every open topic's place, or why it has none.
    /// `revision`: the board's revision the planner began with.
    public func lay(_ layout: Board.Layout, basedOn revision: Int, by caller: Caller) throws(Refused)
        -> [Change]
    {
        try mustBeOpen()
        try caller.must(.changeBoard)
        guard board.revision == revision else { throw .boardChangedMeanwhile }
        try mustHold(layout)

        let ids = Set(topics.open.map(\.id)).union(board.draft.placements.keys)
        let steps = ids.sorted().compactMap { id -> Board.Setting? in
            let new = layout.placements[id]
            let old = board.draft.placements[id]
            if let new {
                let isSame = new.isAt(old) && new.isPinned == old?.isPinned
                return isSame ? nil : Board.Setting(id, placement: new)
            }
            let reason = layout.parked[id]
            return old == nil && board.draft.parked[id] == reason ? nil : Board.Setting(id, parked: reason)
        }
        return steps.isEmpty ? [] : [.board(change: .draftChanged(steps: steps, how: .laid))]
    }

    /// The draft becomes what everybody sees.
    public func publish(revision: Int, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.changeBoard)
        guard board.revision == revision else { throw .boardChangedMeanwhile }
        guard !board.unpublished.isEmpty || (board.current == nil && !board.draft.placements.isEmpty) else {
            throw .nothingToPublish
        }
        return [.board(change: .published(number: board.published.count + 1))]
    }

    /// The session does not take place after all; everybody sees it crossed out.
    public func cancel(_ id: Proposal.ID, by caller: Caller) throws(Refused) -> [Change] {
        let version = try running(id, by: caller)
        return version.cancelled.contains(id) ? [] : [.board(change: .cancelled(id: id))]
    }

    public func restore(_ id: Proposal.ID, by caller: Caller) throws(Refused) -> [Change] {
        let version = try running(id, by: caller)
        return version.cancelled.contains(id) ? [.board(change: .restored(id: id))] : []
    }

    /// Another room in the same slot, for everybody at once.
    public func changeRoom(of id: Proposal.ID, to room: Room.ID, by caller: Caller) throws(Refused)
        -> [Change]
    {
        _ = try running(id, by: caller)
        let proposal = try openProposal(id)
        guard let old = board.draft.placements[id] else { throw .notOnBoard }
        guard old.place.room != room else { return [] }
        try mustHaveNothingUnpublished()

        let place = Place(slot: old.place.slot, room: room)
        try mustFit(proposal, at: place, ignoring: [id])
        return roomsChanged([Board.Setting(id, placement: old.moved(to: place))])
    }

    /// Two sessions that begin at the same time take each other's rooms, for everybody at once.
    public func swapRooms(
        of id: Proposal.ID, with other: Proposal.ID, seen revision: Int?, by caller: Caller
    ) throws(Refused) -> [Change] {
        _ = try running(id, by: caller)
        _ = try running(other, by: caller)
        let old = board.draft.placements[id]
        guard old?.revision == revision else { throw .movedMeanwhile(to: old?.place) }
        try mustHaveNothingUnpublished()
        return roomsChanged(try roomSwap(of: id, with: other))
    }

    /// Those that could change rooms with a session, by number.
    public func roomSwaps(of id: Proposal.ID) -> [Proposal.ID] {
        board.draft.placements.keys.filter {
            absence(of: $0) == nil && (try? roomSwap(of: id, with: $0)) != nil
        }
        .sorted()
    }

    private func roomSwap(of id: Proposal.ID, with other: Proposal.ID) throws(Refused) -> [Board.Setting] {
        let first = try openProposal(id)
        let second = try openProposal(other)
        guard id != other else { throw .sameProposal }
        guard let old = board.draft.placements[id], let target = board.draft.placements[other] else {
            throw .notOnBoard
        }
        guard old.place.slot == target.place.slot else { throw .noSuchPlace }

        let steps = [
            Board.Setting(id, placement: old.moved(to: target.place)),
            Board.Setting(other, placement: target.moved(to: old.place)),
        ]
        var swapped = self
        swapped.board.apply(.draftChanged(steps: steps, how: .roomChanged), at: Instant(milliseconds: 0))
        try swapped.mustFit(first, at: target.place, ignoring: [id])
        try swapped.mustFit(second, at: old.place, ignoring: [other])
        return steps
    }

    /// What is gone with its topic is seen as gone already; anything else would be published along.
    private func mustHaveNothingUnpublished() throws(Refused) {
        guard board.unpublished.allSatisfy({ topics[$0.id]?.isOpen != true }) else { throw .draftUnpublished }
    }

    private func roomsChanged(_ steps: [Board.Setting]) -> [Change] {
        [
            .board(change: .draftChanged(steps: steps, how: .roomChanged)),
            .board(change: .published(number: board.published.count + 1)),
        ]
    }

    private func running(_ id: Proposal.ID, by caller: Caller) throws(Refused) -> Board.Version {
        try mustBeOpen()
        try caller.must(.moderate)
        guard let version = board.current else { throw .notPublished }
        guard version.layout.placements[id] != nil else { throw .notOnBoard }
        return version
    }

    /// A plan that breaks a hard rule is not taken over, whoever made it.
    private func mustHold(_ layout: Board.Layout) throws(Refused) {
        var laid = self
        laid.board.draft = layout
        for (id, placement) in layout.placements.sorted(by: { $0.key < $1.key }) {
            let proposal = try openProposal(id)
            guard placement.slotCount == proposal.content.slotCount else { throw .boardChangedMeanwhile }
            try laid.mustFit(proposal, at: placement.place, ignoring: [id])
        }
        for (id, old) in board.draft.placements {
            guard let new = layout.placements[id] else {
                // Nothing falls off the board without a reason.
                guard layout.parked[id] != nil else { throw .boardChangedMeanwhile }
                continue
            }
            guard !old.isPinned || (new.isPinned && new.place == old.place) else { throw .pinnedThere }
        }
    }
}
