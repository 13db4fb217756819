extension Board {
    /// Where one session of a step goes: to a place, or with nil off the board.
    public struct Move: Sendable, Hashable {
        public let id: Proposal.ID
        public let place: Place?

        public init(_ id: Proposal.ID, to place: Place?) {
            self.id = id
            self.place = place
        }
    }
}

extension Gathering {
    /// Sessions go elsewhere together, in one act that is taken back as one.
    ///
    /// `revision`: the board's revision on which somebody found that this would be better.
    public func rearrange(
        _ moves: [Board.Move], basedOn revision: Int, by caller: Caller
    ) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.changeBoard)
        guard board.revision == revision else { throw .boardChangedMeanwhile }

        var steps: [Board.Setting] = []
        // A session that is named twice goes where it is named last.
        var named: Set<Proposal.ID> = []
        for move in moves.reversed() where named.insert(move.id).inserted {
            if let step = try setting(for: move) { steps.append(step) }
        }
        guard !steps.isEmpty else { return [] }
        steps.reverse()
        var rearranged = self
        rearranged.board.apply(.draftChanged(steps: steps, how: .laid), at: Instant(milliseconds: 0))
        for step in steps {
            guard let place = step.placement?.place else { continue }
            try rearranged.mustFit(try openProposal(step.id), at: place, ignoring: [step.id])
        }
        return [.board(change: .draftChanged(steps: steps, how: how(steps)))]
    }

    /// Nil when the session is where it should be.
    private func setting(for move: Board.Move) throws(Refused) -> Board.Setting? {
        let proposal = try openProposal(move.id)
        let old = board.draft.placements[move.id]
        guard let place = move.place else {
            return old == nil ? nil : Board.Setting(move.id, parked: .noRoomLeft)
        }
        let placement = Placement(
            place: place, slotCount: proposal.content.slotCount, isPinned: old?.isPinned ?? false)
        return placement.isAt(old) ? nil : Board.Setting(move.id, placement: placement)
    }

    /// One move and two that change places are called what they are when somebody does them by hand.
    private func how(_ steps: [Board.Setting]) -> Board.How {
        let after = steps.map(\.placement?.place)
        if steps.count == 1 { return after == [nil] ? .parked : .moved }
        let before = steps.map { board.draft.placements[$0.id]?.place }
        let isSwap = steps.count == 2 && !after.contains(nil) && after == before.reversed()
        return isSwap ? .swapped : .laid
    }
}
