extension Gathering {
    /// Takes a step back, unless something later built on it.
    public func takeBack(step number: Int, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        guard caller.may(.moderate) || caller.may(.changeBoard) else { throw .notAllowed(.moderate) }
        guard let step = undo[number] else { throw .nothingToUndo }
        if let blocker = undo.blocker(of: step) { throw .builtUpon(blocker.act) }

        var later = self
        var changes: [Change] = []
        for inverse in step.inverse {
            let change = later.fitted(inverse, takingBack: step.act)
            later.apply(.undone(step: number, by: [change]), at: step.moment)
            changes.append(change)
        }
        try mustStand(later, without: step)
        return [.undone(step: number, by: changes)]
    }

    /// What takes a step back today: topics and hosts that came or went since stay that way.
    private func fitted(_ inverse: Change, takingBack act: UndoLog.UndoableAct) -> Change {
        switch (inverse, act) {
        case (.topics(.queueSet(let queue)), .merged(let id, _)):
            .topics(change: .queueSet(queue: waiting(inOrderOf: queue, withReturning: id)))
        case (.topics(.queueSet(let queue)), _):
            .topics(change: .queueSet(queue: waiting(inOrderOf: queue, withReturning: nil)))
        case (.topics(.hostsSet(let into, let hosts)), .merged(let id, _)):
            .topics(change: .hostsSet(id: into, hosts: self.hosts(of: into, without: id, before: hosts)))
        default: inverse
        }
    }

    private func waiting(inOrderOf old: [Proposal.ID], withReturning id: Proposal.ID?) -> [Proposal.ID] {
        var queue = old.filter { topics.queue.contains($0) || $0 == id }
        for (index, newcomer) in topics.queue.enumerated() where !queue.contains(newcomer) {
            let before = index == 0 ? nil : queue.firstIndex(of: topics.queue[index - 1])
            queue.insert(newcomer, at: before.map { $0 + 1 } ?? 0)
        }
        return queue
    }

    private func hosts(of into: Proposal.ID, without id: Proposal.ID, before: [Participant.ID])
        -> [Participant.ID]
    {
        let now = topics[into]?.hosts ?? []
        let came = (topics[id]?.hosts ?? []).filter { !before.contains($0) }
        let left = now.filter { !came.contains($0) }
        return left.isEmpty ? now : left
    }

    /// What stands after a step was taken back keeps the same rules as what a verb would do now.
    private func mustStand(_ later: Gathering, without step: UndoLog.Step) throws(Refused) {
        if case .merged(let id, _) = step.act {
            let isHosted = later.topics[id]?.hosts.contains { attendees[$0]?.isHere == true }
            guard isHosted == true else { throw .noSuchHost }
        }
        let moved = later.board.draft.placements.filter { id, placement in
            !placement.isAt(board.draft.placements[id])
        }
        for (id, placement) in moved.sorted(by: { $0.key < $1.key }) {
            let proposal = try later.openProposal(id)
            guard placement.slotCount == proposal.content.slotCount else { throw .editedMeanwhile }
            if let obstacle = later.obstacle(proposal, at: placement.place, ignoring: [id]) {
                throw undo.blocker(of: step, by: obstacle) ?? obstacle
            }
        }
    }
}

extension UndoLog {
    /// The later act that put a session where it is in the way now.
    fileprivate func blocker(of step: Step, by obstacle: Gathering.Refused) -> Gathering.Refused? {
        let other: Proposal.ID
        switch obstacle {
        case .placeTaken(let by): other = by
        case .hostElsewhere(let session): other = session
        default: return nil
        }
        return steps.last { $0.number > step.number && $0.touched.contains(.placement(id: other)) }
            .map { .builtUpon($0.act) }
    }
}
