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

    /// Why nothing takes place under a record's title: as on the board, and also when a later board left it out.
    public func absenceOfRecorded(_ session: Proposal.ID) -> Absence? {
        absence(of: session) ?? (board.current?.layout.placements[session] == nil ? .offTheBoard : nil)
    }

    /// Whether a record is waited for: the session takes place, and nobody wrote anything yet.
    public func waits(for record: Record, of session: Proposal.ID) -> Bool {
        hasRecord(session) && record.status == .empty && absenceOfRecorded(session) == nil
    }

    /// Who takes notes; nobody who is not here any more.
    public func keeper(of record: Record) -> Participant.ID? {
        record.keeper.flatMap { attendees[$0]?.isHere == true ? $0 : nil }
    }

    /// Whether those in the session are asked to write: a record is waited for, and nobody said that they take notes.
    public func looksForKeeper(of record: Record, _ session: Proposal.ID) -> Bool {
        waits(for: record, of: session) && keeper(of: record) == nil
    }

    public func mustHaveRecord(_ session: Proposal.ID) throws(Refused) {
        guard exists else { throw .noSuchGathering }
        guard topics[session] != nil else { throw .noSuchProposal }
        guard hasRecord(session) else { throw .notOnBoard }
    }
}
