extension Gathering {
    /// The next topic has its minute: the one named, or the first of the queue.
    public func beginPitch(_ id: Proposal.ID? = nil, at now: Now, by caller: Caller) throws(Refused)
        -> [Change]
    {
        try mustBeOpen()
        try caller.must(.moderate)
        guard let next = id ?? topics.queue.first else { throw .nobodyWaits }
        if topics.pitch?.proposal == next { return [] }
        _ = try openProposal(next)
        return [.topics(change: .pitchBegan(id: next, until: now.instant.adding(seconds: pitchSeconds)))]
    }

    public func pausePitch(at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        let pitch = try runningPitch(caller)
        guard case .running = pitch.clock else { return [] }
        return [
            .topics(change: .pitchClockSet(clock: .paused(secondsLeft: pitch.secondsLeft(at: now.instant))))
        ]
    }

    public func resumePitch(at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        let pitch = try runningPitch(caller)
        guard case .paused(let seconds) = pitch.clock else { return [] }
        return [.topics(change: .pitchClockSet(clock: .running(until: now.instant.adding(seconds: seconds))))]
    }

    /// More seconds for the topic that is being presented.
    public func extendPitch(bySeconds seconds: Int, at now: Now, by caller: Caller) throws(Refused)
        -> [Change]
    {
        let pitch = try runningPitch(caller)
        guard (1...600).contains(seconds) else { throw .outOfRange(field: "seconds", from: 1, to: 600) }
        let left = pitch.secondsLeft(at: now.instant) + seconds

        switch pitch.clock {
        case .running:
            return [
                .topics(change: .pitchClockSet(clock: .running(until: now.instant.adding(seconds: left))))
            ]
        case .paused: return [.topics(change: .pitchClockSet(clock: .paused(secondsLeft: left)))]
        }
    }

    public func endPitch(by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        return topics.pitch == nil ? [] : [.topics(change: .pitchEnded)]
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

    private func runningPitch(_ caller: Caller) throws(Refused) -> Pitch {
        try mustBeOpen()
        try caller.must(.moderate)
        guard let pitch = topics.pitch else { throw .noPitch }
        return pitch
    }
}
