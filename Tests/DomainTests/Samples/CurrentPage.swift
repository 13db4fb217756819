import Domain

/// Relative verbs by a moderator whose page is current: it names what is so just now.
extension Gathering {
    func beginPitch(at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        try beginPitch(topics.queue.first, at: now, by: caller)
    }

    func beginPitch(_ id: Proposal.ID?, at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        try beginPitch(id, after: topics.pitch?.proposal, at: now, by: caller)
    }

    func pausePitch(at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        try pausePitch(of: topics.pitch?.proposal ?? 1, at: now, by: caller)
    }

    func resumePitch(at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        try resumePitch(of: topics.pitch?.proposal ?? 1, at: now, by: caller)
    }

    func extendPitch(bySeconds seconds: Int, at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        try extendPitch(
            of: topics.pitch?.proposal ?? 1, bySeconds: seconds, seen: topics.pitch?.revision ?? 0, at: now,
            by: caller)
    }

    func endPitch(by caller: Caller) throws(Refused) -> [Change] {
        try endPitch(of: topics.pitch?.proposal ?? 1, by: caller)
    }

    func shift(byMinutes minutes: Int, at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        try shift(byMinutes: minutes, seen: programme.timesMark, at: now, by: caller)
    }
}
