extension Record {
    /// Makes the record public as it is now: its host may, and whoever moderates.
    ///
    /// `names`: of people at the gathering, found in what it says. Under the Chatham House rule they hold the release
    /// back until somebody has looked at each and said that it may stay.
    public func release(
        seen: Int, names: Names, confirmed: Names, isHost: Bool, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        try mustEdit(isHost, caller)
        guard !isEmpty else { throw .nothingWritten }
        guard seen == revision else { throw .recordChangedMeanwhile }
        guard status != .released else { return [] }
        guard !isChatham || confirmed.covers(names) else {
            return heldRevision == revision ? [] : [.held(revision: revision)]
        }
        return [
            .released(
                revision: revision, by: caller.participant, namesConfirmed: isChatham ? names.words.count : 0)
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
        return status == .empty ? [.asked] : []
    }

    /// Who wrote it on paper.
    public func setPaperAuthor(
        _ author: Personal<PaperAuthor>?, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        try caller.must(.write)
        return author == paperAuthor ? [] : [.paperAuthorSet(author: author)]
    }

    /// What points at somebody and holds a release back under the Chatham House rule.
    public struct Names: Sendable, Hashable {
        /// What stands in the text and is somebody's name, in the order of the alphabet.
        public var words: [String]
        /// Of so many who were here nobody can read the name any more: it may stand there all the same.
        public var unreadCount: Int

        public init(_ words: [String] = [], unreadCount: Int = 0) {
            self.words = words
            self.unreadCount = unreadCount
        }

        public var isEmpty: Bool { words.isEmpty && unreadCount == 0 }

        func covers(_ other: Self) -> Bool {
            Set(words).isSuperset(of: other.words) && unreadCount >= other.unreadCount
        }
    }

    /// Which of these stand in the text, however they are spelt: of people any part of the name, in the genitive and
    /// shortened ("Max" for Maximilian), of organisers the whole.
    public func names(
        of people: Set<String>, organisers: Set<String> = [], unreadCount: Int = 0
    ) -> Names {
        let rows = texts.values.map(Self.words)
        let words = Set(rows.joined())
        let named = people.filter { name in
            Self.words(name).contains { part in words.contains { $0.may(mean: part) } }
        }
        let hosting = organisers.filter { name in
            let name = Self.words(name)
            return rows.contains { Self.holds($0, name) }
        }
        return Names(named.union(hosting).sorted(), unreadCount: unreadCount)
    }

    private static func holds(_ words: [Word], _ name: [Word]) -> Bool {
        guard let last = name.last, name.count <= words.count else { return false }
        return (0...(words.count - name.count)).contains { start in
            let row = words[start..<(start + name.count)]
            return zip(row, name).dropLast().allSatisfy { $0.plain == $1.plain }
                && row.last.map { $0.isGenitive(of: last) } == true
        }
    }

    private static func words(_ text: String) -> [Word] {
        text.split { !$0.isLetter }.map {
            Word(plain: String($0).plainLetters, isCapital: $0.first?.isUppercase == true)
        }
    }

    /// A word of the text, or a part of a name.
    private struct Word: Hashable {
        let plain: String
        let isCapital: Bool

        func isGenitive(of name: Self) -> Bool { plain == name.plain || plain == name.plain + "s" }

        /// Somebody is asked to look at it: rather once too often.
        func may(mean name: Self) -> Bool {
            guard name.plain.count > 1 else { return false }
            return isGenitive(of: name) || isCapital && plain.count >= 3 && name.plain.hasPrefix(plain)
        }
    }

    func mustEdit(_ isHost: Bool, _ caller: Caller) throws(Gathering.Refused) {
        guard isHost && caller.may(.write) || caller.may(.release) else { throw .notAllowed(.release) }
    }
}
