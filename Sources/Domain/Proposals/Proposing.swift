extension Gathering {
    /// Offers a topic; the host stands in the queue from then on.
    ///
    /// `host`: nil is oneself; somebody else only by a moderator.
    /// `suggestion`: what it goes on with; of two who adopt the same the second is told.
    public func propose(
        _ content: Proposal.Content, host: Participant.ID? = nil, coHosts: [Participant.ID] = [],
        adopting suggestion: Suggestion? = nil, by caller: Caller
    ) throws(Refused) -> [Change] {
        try mustBeOpen()
        let host = try proposer(host, caller)
        if let since = topics.takesNoneSince, !caller.may(.proposeForOthers) {
            throw .proposalsClosed(since: since)
        }
        try mustHaveRoom(forTopicOf: host)
        guard topics.all.count < Topics.everCountMax else { throw .tooMany(.proposals) }
        let ever = topics.all.values.count { $0.hosts.first == host }
        guard ever < Topics.everCountPerHostMax else { throw .tooMany(.proposalsOfOneHost) }
        try check(content)
        if let suggestion { try mustBeFree(suggestion.source) }

        let hosts = try hosts([host] + coHosts)
        let index = FairQueue.index(
            for: host, in: topics.queue, host: { topics[$0]?.hosts.first },
            pitched: topics.pitched + (topics.pitch.map { [$0.proposal] } ?? []))
        let id = Proposal.ID(number: topics.nextNumber)
        return [
            .topics(
                change: .proposed(
                    id: id, hosts: hosts, content: content, queueIndex: index, source: suggestion?.source))
        ]
    }

    /// `revision`: what the editor saw; of two who edit the second is told.
    public func edit(
        _ id: Proposal.ID, to content: Proposal.Content, revision: Int, by caller: Caller
    ) throws(Refused) -> [Change] {
        try mustBeOpen()
        let proposal = try openProposal(id)
        try mustHost(proposal, caller)
        guard proposal.content != content else { return [] }
        guard proposal.revision == revision else { throw .editedMeanwhile }
        try check(content)
        return [.topics(change: .edited(id: id, content: content, byModerator: moderates(caller)))]
    }

    /// Withdrawing twice changes nothing: the page may have been sent twice.
    public func withdraw(_ id: Proposal.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        guard let proposal = topics[id] else { throw .noSuchProposal }
        try mustHost(proposal, caller)

        switch proposal.state {
        case .open:
            return [.topics(change: .withdrawn(id: id, byModerator: moderates(caller)))] + offBoard(id)
        case .withdrawn, .removed: return []
        case .merged: throw .notOpenAnyMore
        }
    }

    /// Brings a withdrawn topic back to the end of the queue.
    public func reopen(_ id: Proposal.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        guard let proposal = topics[id] else { throw .noSuchProposal }
        try mustHost(proposal, caller)

        switch proposal.state {
        case .withdrawn:
            guard proposal.hosts.contains(where: { attendees[$0]?.isHere == true }) else {
                throw .noSuchHost
            }
            try mustHaveRoom(forTopicOf: proposal.hosts.first)
            if let source = proposal.source { try mustBeFree(source) }
            return [.topics(change: .reopened(id: id))] + backOnBoard(proposal)
        case .open: return []
        case .merged, .removed: throw .notOpenAnyMore
        }
    }

    public func setHosts(_ hosts: [Participant.ID], of id: Proposal.ID, by caller: Caller) throws(Refused)
        -> [Change]
    {
        try mustBeOpen()
        let proposal = try openProposal(id)
        try mustHost(proposal, caller)
        let hosts = try self.hosts(hosts)
        guard !hosts.isEmpty else { throw .noSuchHost }
        return hosts == proposal.hosts ? [] : [.topics(change: .hostsSet(id: id, hosts: hosts))]
    }

    /// Hides an offending title from projector and phones at once; it stays in the journal.
    ///
    /// `device`: who does it. The reason is for the other moderators; nobody else reads it.
    public func hide(
        _ id: Proposal.ID, because reason: HidingReason? = nil, from device: Device.ID? = nil,
        by caller: Caller
    ) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.keepOrder)
        guard let proposal = topics[id] else { throw .noSuchProposal }
        return proposal.isHidden ? [] : [.topics(change: .hidden(id: id, by: device, reason: reason))]
    }

    public func show(_ id: Proposal.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.keepOrder)
        guard let proposal = topics[id] else { throw .noSuchProposal }
        return proposal.isHidden ? [.topics(change: .shown(id: id))] : []
    }

    public func takeProposals(_ isOpen: Bool, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        return topics.isTakingProposals == isOpen ? [] : [.topics(change: .takingSet(isOpen: isOpen))]
    }

    /// Joins a similar topic to another: its wishes count there, its hosts are hosts there.
    public func merge(_ id: Proposal.ID, into other: Proposal.ID, by caller: Caller) throws(Refused)
        -> [Change]
    {
        try mustBeOpen()
        try caller.must(.moderate)
        guard id != other else { throw .sameProposal }
        if topics[id]?.state == .merged(into: other) { return [] }
        let proposal = try openProposal(id)
        let target = try openProposal(other)
        let hosts = target.hosts + proposal.hosts.filter { !target.hosts.contains($0) }
        return [
            .topics(change: .merged(id: id, into: other)),
            .topics(change: .hostsSet(id: other, hosts: hosts)),
        ] + offBoard(id)
    }

    /// The plenum takes a topic in, or not; nil: it has not decided.
    public func admit(_ id: Proposal.ID, _ isIn: Bool?, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        let proposal = try openProposal(id)
        return proposal.isAdmitted == isIn ? [] : [.topics(change: .admitted(id: id, isIn: isIn))]
    }

    /// Everybody saw where the session was: there it goes again, unless something else is there by now.
    private func backOnBoard(_ proposal: Proposal) -> [Change] {
        guard let old = board.current?.layout.placements[proposal.id],
            obstacle(proposal, at: old.place, ignoring: [proposal.id]) == nil
        else { return [] }
        let placement = Placement(
            place: old.place, slotCount: proposal.content.slotCount, isPinned: old.isPinned)
        return [
            .board(change: .draftChanged(steps: [.init(proposal.id, placement: placement)], how: .moved))
        ]
    }

    private func mustHaveRoom(forTopicOf host: Participant.ID?) throws(Refused) {
        let open = topics.all.values.filter(\.isOpen)
        guard open.count < Topics.countMax else { throw .tooMany(.proposals) }
        guard open.count(where: { $0.hosts.first == host }) < Topics.countPerHostMax else {
            throw .tooMany(.proposalsOfOneHost)
        }
    }

    func openProposal(_ id: Proposal.ID) throws(Refused) -> Proposal {
        guard let proposal = topics[id] else { throw .noSuchProposal }
        guard proposal.isOpen else { throw .notOpenAnyMore }
        return proposal
    }

    /// Hosts take back what they did themselves; a moderator's bar shows what moderators did.
    private func moderates(_ caller: Caller) -> Bool? { caller.may(.moderate) ? true : nil }

    /// Whether a topic may be changed at all, asked before anything is said about how.
    public func mustHost(_ id: Proposal.ID, _ caller: Caller) throws(Refused) {
        guard let proposal = topics[id] else { throw .noSuchProposal }
        try mustHost(proposal, caller)
    }

    private func mustHost(_ proposal: Proposal, _ caller: Caller) throws(Refused) {
        if caller.may(.proposeForOthers) { return }
        guard let participant = caller.participant, proposal.hosts.contains(participant) else {
            throw .notYourProposal
        }
    }

    private func proposer(_ host: Participant.ID?, _ caller: Caller) throws(Refused) -> Participant.ID {
        guard let host, host != caller.participant else { return try caller.mustBe(.propose) }
        try caller.must(.proposeForOthers)
        return host
    }

    private func hosts(_ ids: [Participant.ID]) throws(Refused) -> [Participant.ID] {
        var hosts: [Participant.ID] = []
        for id in ids where !hosts.contains(id) {
            guard attendees[id]?.isHere == true else { throw .noSuchHost }
            hosts.append(id)
        }
        return hosts
    }

    private func check(_ content: Proposal.Content) throws(Refused) {
        let range = Proposal.slotCountRange
        guard range.contains(content.slotCount) else {
            throw .outOfRange(field: "slotCount", from: range.lowerBound, to: range.upperBound)
        }
    }
}
