extension Record {
    /// Makes the record public as it is now: its host may, and whoever moderates.
    ///
    /// `names`: of people at the gathering, found in what it says. Under the Chatham House rule they hold the release
    /// back until somebody has looked at each and said that it may stay.
    public func release(
        seen: Int, names: [String], confirmed: Set<String>, isHost: Bool, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        try mustEdit(isHost, caller)
        guard !isEmpty else { throw .nothingWritten }
        guard seen == revision else { throw .recordChangedMeanwhile }
        guard status != .released else { return [] }
        guard !isChatham || confirmed.isSuperset(of: names) else {
            return heldRevision == revision ? [] : [.held(revision: revision)]
        }
        return [
            .released(
                revision: revision, by: caller.participant, namesConfirmed: isChatham ? names.count : 0)
        ]
    }

    /// Nobody outside reads it any more.
    public func withdrawRelease(isHost: Bool, by caller: Caller) throws(Gathering.Refused) -> [Change] {
        try mustEdit(isHost, caller)
        return released == nil ? [] : [.releaseWithdrawn]
    }

    /// "I take notes", or not any more.
    public func keep(_ keeps: Bool, by caller: Caller) throws(Gathering.Refused) -> [Change] {
        try caller.must(.write)
        guard let own = caller.participant else { throw .notAllowed(.write) }
        if keeps { return keeper == own ? [] : [.keeperSet(participant: own)] }
        return keeper == own ? [.keeperSet(participant: nil)] : []
    }

    /// A moderator asks for it. What has words already needs no asking.
    public func ask(by caller: Caller) throws(Gathering.Refused) -> [Change] {
        try caller.must(.moderate)
        return isEmpty ? [.asked] : []
    }

    /// Who wrote it on paper.
    public func setPaperAuthor(
        _ author: Personal<PaperAuthor>?, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        try caller.must(.write)
        return author == paperAuthor ? [] : [.paperAuthorSet(author: author)]
    }

    /// Which of these first names stand in the text, also in the genitive; in the order of the alphabet.
    public func names(of people: Set<String>) -> [String] {
        let words = Set(texts.values.flatMap(Self.words))
        return people.filter { name in
            Self.words(name).contains { part in
                part.count > 1 && (words.contains(part) || words.contains(part + "s"))
            }
        }.sorted()
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter }.map(String.init)
    }

    private func mustEdit(_ isHost: Bool, _ caller: Caller) throws(Gathering.Refused) {
        guard isHost && caller.may(.write) || caller.may(.release) else { throw .notAllowed(.release) }
    }
}
