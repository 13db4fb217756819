extension Gathering {
    /// Takes a seat. Anybody may, in every phase until the end.
    public func join(_ participant: Participant, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        guard attendees[participant.id] == nil else { return [] }
        try mustHaveSeat(hasPhone: participant.hasPhone, by: caller)
        return [.people(change: .joined(participant: participant))]
    }

    /// Whether somebody may take a seat now: asked before a key is made for them, too.
    public func mustHaveSeat(hasPhone: Bool, by caller: Caller) throws(Refused) {
        try mustBeOpen()
        // Once the voices are cut nobody can have one any more.
        guard attendees.cutAt == nil else { throw .ended(at: nil) }
        if !hasPhone { try caller.must(.keepOrder) }
        guard attendees.presentCount < Attendees.countMax, attendees.all.count < Attendees.everCountMax else {
            throw .tooMany(.participants)
        }
    }

    /// One's own profile, or anybody's for a moderator.
    public func setProfile(
        _ profile: Personal<Profile>, of id: Participant.ID, by caller: Caller
    ) throws(Refused) -> [Change] {
        try mustExist()
        try mustBe(id, orMay: .keepOrder, caller)
        _ = try present(id)
        return [.people(change: .profileSet(id: id, profile: profile))]
    }

    /// Leaves and is deleted: their own topics go too, unless somebody else hosts them as well.
    public func leave(_ id: Participant.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try mustBe(id, orMay: .keepOrder, caller)
        guard let participant = attendees[id] else { throw .noSuchParticipant }
        guard participant.isHere else { return [] }
        return goodbye(to: id) { .topics(change: .withdrawn(id: $0)) } + [.people(change: .left(id: id))]
    }

    /// Takes somebody out together with their wishes and topics.
    public func takeOut(_ id: Participant.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.keepOrder)
        guard let participant = attendees[id] else { throw .noSuchParticipant }
        guard participant.isHere else { return [] }
        return goodbye(to: id) { .topics(change: .removed(id: $0)) } + [.people(change: .takenOut(id: id))]
    }

    /// How many heads are in the room; nil counts those who have joined.
    public func countHeads(_ count: Int?, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.moderate)
        if let count, !(0...Attendees.countMax).contains(count) {
            throw .outOfRange(field: "heads", from: 0, to: Attendees.countMax)
        }
        return attendees.headsCounted == count ? [] : [.people(change: .headsCounted(count: count))]
    }

    /// Cuts the pairs of participants and voices for ever; the caller destroys the key.
    public func cutVoices(pairs: [WishPair]) throws(Refused) -> [Change] {
        try mustExist()
        return attendees.cutAt == nil ? [.people(change: .voicesCut(pairs: pairs))] : []
    }

    func mustBeOpen() throws(Refused) {
        try mustExist()
        if let endedAt = day.endedAt { throw .ended(at: endedAt) }
    }

    /// A participant who is still here.
    func present(_ id: Participant.ID) throws(Refused) -> Participant {
        guard let participant = attendees[id] else { throw .noSuchParticipant }
        guard participant.isHere else { throw .hasLeft }
        return participant
    }

    private func mustBe(_ id: Participant.ID, orMay right: Right, _ caller: Caller) throws(Refused) {
        guard caller.participant == id || caller.may(right) else { throw .notAllowed(right) }
    }

    private func goodbye(to id: Participant.ID, _ close: (Proposal.ID) -> Change) -> [Change] {
        topics.all.values.filter { $0.hosts.contains(id) }.sorted { $0.id < $1.id }.flatMap {
            proposal -> [Change] in
            let others = proposal.hosts.filter { $0 != id }
            if !others.isEmpty { return [.topics(change: .hostsSet(id: proposal.id, hosts: others))] }
            guard proposal.isOpen else { return [] }
            return [close(proposal.id)] + offBoard(proposal.id)
        }
    }

    /// Takes a session off the draft, when it is on it.
    func offBoard(_ id: Proposal.ID) -> [Change] {
        guard board.draft.placements[id] != nil || board.draft.parked[id] != nil else { return [] }
        return [.board(change: .draftChanged(steps: [Board.Setting(id, parked: nil)], how: .withdrawn))]
    }
}
