extension Gathering {
    /// Takes a step back, unless something later built on it. Of a delay what has begun since stays where it is.
    public func takeBack(step number: Int, at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        guard caller.may(.moderate) || caller.may(.changeBoard) else { throw .notAllowed(.moderate) }
        guard let step = undo[number] else { throw .nothingToUndo }
        if let blocker = undo.blocker(of: step) { throw .builtUpon(blocker.act) }
        try mustStillBe(step.act)

        var later = self
        var changes: [Change] = []
        for inverse in step.inverse {
            guard let change = later.fitted(inverse, takingBack: step.act, at: now) else { continue }
            later.apply(.undone(step: number, by: [change]), at: step.moment)
            changes.append(change)
        }
        if case .shifted = step.act, changes.isEmpty { throw .nothingToUndo }
        try mustStand(later, without: step)
        return [.undone(step: number, by: changes)]
    }

    /// What was done to a topic is taken back only while nobody else did something to it since.
    private func mustStillBe(_ act: UndoLog.UndoableAct) throws(Refused) {
        switch act {
        case .withdrawn(let id):
            guard let proposal = topics[id], case .withdrawn = proposal.state else { throw .nothingToUndo }
            if let source = proposal.source { try mustBeFree(source) }
        case .edited(let id, let revision):
            guard try openProposal(id).revision == revision else { throw .editedMeanwhile }
        default: return
        }
    }

    /// What takes a step back today: topics and hosts that came or went since stay that way. Nil: nothing is left to do.
    private func fitted(_ inverse: Change, takingBack act: UndoLog.UndoableAct, at now: Now) -> Change? {
        switch (inverse, act) {
        case (.topics(.queueSet(let queue)), .withdrawn(let id)):
            .topics(change: .queueSet(queue: waiting(inOrderOf: queue, withReturning: id)))
        case (.topics(.hostsSet(let id, let hosts)), .edited):
            hostsSet(of: id, to: hosts)
        case (.programme(let change), .shifted(let minutes)): unshifted(change, by: minutes, at: now)
        case (.day(.windowOpened), _): day.window.isOpen ? nil : inverse
        case (.day(.windowClosed), _), (.day(.windowPutOff), _): day.window.isOpen ? inverse : nil
        case (.board(.publishedAgain(_, let earlier)), _):
            .board(change: .publishedAgain(number: board.published.count + 1, as: earlier))
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
        for (index, newcomer) in topics.queue.enumerated() where !queue.contains(newcomer) && newcomer != id {
            let before = index == 0 ? nil : queue.firstIndex(of: topics.queue[index - 1])
            queue.insert(newcomer, at: before.map { $0 + 1 } ?? 0)
        }
        return queue
    }

    private func hostsSet(of id: Proposal.ID, to before: [Participant.ID]) -> Change? {
        let hosts = before.filter { attendees[$0]?.isHere == true }
        return hosts.isEmpty || hosts == topics[id]?.hosts
            ? nil : .topics(change: .hostsSet(id: id, hosts: hosts))
    }

    /// Back to its own time what is still there, and still where the shift had put it: unless it has begun since, or
    /// its own time has passed.
    private func unshifted(_ change: Programme.Change, by minutes: Int, at now: Now) -> Change? {
        let begun = now.date == programme.facts?.date ? now.time : nil
        let isWaiting = { (start: MinuteOfDay, old: MinuteOfDay) in
            start == old.adding(minutes) && begun.map { start > $0 && old >= $0 } ?? true
        }
        switch change {
        case .slotSet(let old):
            guard var slot = programme.slot(old.id), isWaiting(slot.start, old.start) else { return nil }
            slot.start = old.start
            return .programme(change: .slotSet(slot: slot))
        case .itemSet(let old):
            guard var item = programme.items.first(where: { $0.id == old.id }),
                isWaiting(item.start, old.start)
            else { return nil }
            item.start = old.start
            return .programme(change: .itemSet(item: item))
        default: return .programme(change: change)
        }
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
        switch step.act {
        case .merged(let id, _), .withdrawn(let id):
            let isHosted = later.topics[id]?.hosts.contains { attendees[$0]?.isHere == true }
            guard isHosted == true else { throw .noSuchHost }
        case .published, .roomChanged: try later.currentMustHavePlaces()
        case .shifted: try later.programme.mustNotOverlap(where: programme)
        default: break
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

extension Gathering {
    /// A version that everybody sees again must not send people to a room or a time that is gone.
    private func currentMustHavePlaces() throws(Refused) {
        for placement in (board.current?.layout.placements ?? [:]).values {
            guard programme.room(placement.place.room) != nil, programme.slot(placement.place.slot) != nil
            else { throw .noSuchPlace }
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
        return after(step).last { $0.touched.contains(.placement(id: other)) }
            .map { .builtUpon($0.act) }
    }
}
