extension Gathering {
    /// A topic has its minute.
    ///
    /// `id`: nil: the moderator saw nobody in the queue.
    /// `seen`: whose minute it was when the moderator decided; of two who go on the second skips nobody.
    public func beginPitch(
        _ id: Proposal.ID?, after seen: Proposal.ID?, at now: Now, by caller: Caller
    ) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        guard let next = id else { throw .nobodyWaits }
        if topics.pitch?.proposal == next { return [] }
        guard topics.pitch?.proposal == seen else { throw .pitchedMeanwhile(topics.pitch?.proposal) }
        _ = try openProposal(next)
        return [.topics(change: .pitchBegan(id: next, until: now.instant.adding(seconds: pitchSeconds)))]
    }

    public func pausePitch(of id: Proposal.ID, at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        let pitch = try runningPitch(of: id, caller)
        guard case .running = pitch.clock else { return [] }
        return [
            .topics(change: .pitchClockSet(clock: .paused(secondsLeft: pitch.secondsLeft(at: now.instant))))
        ]
    }

    public func resumePitch(of id: Proposal.ID, at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        let pitch = try runningPitch(of: id, caller)
        guard case .paused(let seconds) = pitch.clock else { return [] }
        return [.topics(change: .pitchClockSet(clock: .running(until: now.instant.adding(seconds: seconds))))]
    }

    /// More seconds for the topic that is being presented.
    ///
    /// `seen`: the clock's revision that the moderator saw.
    public func extendPitch(
        of id: Proposal.ID, bySeconds seconds: Int, seen revision: Int, at now: Now, by caller: Caller
    ) throws(Refused) -> [Change] {
        let pitch = try runningPitch(of: id, caller)
        guard (1...600).contains(seconds) else { throw .outOfRange(field: "seconds", from: 1, to: 600) }
        guard pitch.revision == revision else { throw .clockSetMeanwhile }
        let left = pitch.secondsLeft(at: now.instant) + seconds

        switch pitch.clock {
        case .running:
            return [
                .topics(change: .pitchClockSet(clock: .running(until: now.instant.adding(seconds: left))))
            ]
        case .paused: return [.topics(change: .pitchClockSet(clock: .paused(secondsLeft: left)))]
        }
    }

    /// Ending a pitch that is over already changes nothing, whoever presents by now.
    public func endPitch(of id: Proposal.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        return topics.pitch?.proposal == id ? [.topics(change: .pitchEnded)] : []
    }

    /// Moves a waiting topic to a place in the queue, counted from 0.
    public func queue(_ id: Proposal.ID, at index: Int, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        _ = try openProposal(id)
        // What is being presented waits no more; in both places it would never be over.
        if topics.pitch?.proposal == id { return [] }
        var queue = topics.queue.filter { $0 != id }
        queue.insert(id, at: min(max(index, 0), queue.count))
        return queue == topics.queue ? [] : [.topics(change: .queueSet(queue: queue))]
    }

    /// Hands of people without a phone, counted in the room.
    public func countHands(_ count: Int?, for id: Proposal.ID, by caller: Caller) throws(Refused) -> [Change]
    {
        try mustBeOpen()
        try caller.must(.moderate)
        _ = try openProposal(id)
        let others = topics.hands.reduce(0) { $0 + ($1.key == id ? 0 : $1.value) }
        if let count {
            let most = max(0, min(Topics.handsMax, Topics.handsOfAllMax - others))
            try Self.check(count, in: 0...most, field: "hands")
        }
        return topics.hands[id] == count ? [] : [.topics(change: .handsCounted(id: id, count: count))]
    }

    private var pitchSeconds: Int { programme.facts?.rules.pitchSeconds ?? Rules().pitchSeconds }

    private func runningPitch(of id: Proposal.ID, _ caller: Caller) throws(Refused) -> Pitch {
        try mustBeOpen()
        try caller.must(.moderate)
        guard let pitch = topics.pitch else { throw .noPitch }
        guard pitch.proposal == id else { throw .pitchedMeanwhile(pitch.proposal) }
        return pitch
    }
}
