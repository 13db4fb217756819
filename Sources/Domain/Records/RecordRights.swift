extension Gathering {
    /// Whether the session is the caller's.
    public func hosts(_ session: Proposal.ID, _ caller: Caller) -> Bool {
        guard let own = caller.participant else { return false }
        return topics[session]?.hosts.contains(own) == true
    }

    /// Whether there is or was a session of which something can be written down.
    public func hasRecord(_ session: Proposal.ID) -> Bool {
        topics[session] != nil && board.published.contains { $0.layout.placements[session] != nil }
    }

    public func mustHaveRecord(_ session: Proposal.ID) throws(Refused) {
        guard exists else { throw .noSuchGathering }
        guard topics[session] != nil else { throw .noSuchProposal }
        guard hasRecord(session) else { throw .notOnBoard }
    }
}
