extension Feedback {
    /// Opens it before the day closes.
    public func open(by caller: Caller) throws(Gathering.Refused) -> [Change] {
        try caller.must(.moderate)
        if let closed { throw .feedbackClosed(at: closed.at) }
        return isOpenedEarly ? [] : [.opened]
    }

    /// Takes an early opening back; at the closing it opens all the same.
    public func putOff(by caller: Caller) throws(Gathering.Refused) -> [Change] {
        try caller.must(.moderate)
        if let closed { throw .feedbackClosed(at: closed.at) }
        return isOpenedEarly ? [.putOff] : []
    }

    /// Whether an answer is taken now, of somebody who is here.
    public func mustTake(on day: Day) throws(Gathering.Refused) {
        if let closing = closed?.at ?? day.endedAt { throw .feedbackClosed(at: closing) }
        guard isTaking(in: day.phase) else { throw .feedbackNotOpen }
    }

    /// Whether a moderator may close it now. Closing it again changes nothing.
    public func mustBeClosable(in phase: Phase, by caller: Caller) throws(Gathering.Refused) {
        try caller.must(.moderate)
        guard closed != nil || isTaking(in: phase) else { throw .feedbackNotOpen }
    }

    /// Counts what lay in the box. Nobody can take that back: the box is destroyed with it.
    public func close(_ papers: [Paper]) -> [Change] {
        guard closed == nil else { return [] }
        guard papers.count >= Self.answersShownMin else {
            return [.closed(answers: papers.count, words: [], sentences: [], leftOut: 0)]
        }
        let count = Count(papers)
        return [
            .closed(
                answers: papers.count, words: count.words, sentences: count.sentences, leftOut: count.leftOut)
        ]
    }

    /// Hides a word, or shows it again. It counts all the same.
    public func setWord(
        _ number: Int, hidden: Bool, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        try caller.must(.keepOrder)
        let closed = try mustBeClosed()
        guard closed.words.indices.contains(number - 1) else { throw .nobodySaidThat }
        guard hiddenWords.contains(number) != hidden else { return [] }
        return [hidden ? .wordHidden(number: number) : .wordShown(number: number)]
    }

    /// Hides a sentence, or shows it again.
    public func setSentence(
        _ number: Int, hidden: Bool, by caller: Caller
    ) throws(Gathering.Refused) -> [Change] {
        try caller.must(.keepOrder)
        let closed = try mustBeClosed()
        guard closed.sentences.indices.contains(number - 1) else { throw .nobodySaidThat }
        guard hiddenSentences.contains(number) != hidden else { return [] }
        return [hidden ? .sentenceHidden(number: number) : .sentenceShown(number: number)]
    }

    /// From now on everybody sees what is not hidden.
    public func release(by caller: Caller) throws(Gathering.Refused) -> [Change] {
        try caller.must(.moderate)
        _ = try mustBeClosed()
        return isReleased ? [] : [.released]
    }

    public func withdrawRelease(by caller: Caller) throws(Gathering.Refused) -> [Change] {
        try caller.must(.moderate)
        return isReleased ? [.releaseWithdrawn] : []
    }

    private func mustBeClosed() throws(Gathering.Refused) -> Closed {
        guard let closed else { throw .feedbackStillOpen }
        return closed
    }
}
