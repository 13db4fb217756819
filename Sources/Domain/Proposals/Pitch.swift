/// The topic that is being presented, and its minute.
public struct Pitch: Sendable, Hashable, Codable {
    public let proposal: Proposal.ID
    public var clock: Clock
    /// Grows with each change of the clock: of two who add thirty seconds the second is told.
    public internal(set) var revision = 0

    public init(proposal: Proposal.ID, clock: Clock) {
        self.proposal = proposal
        self.clock = clock
    }

    public enum Clock: Sendable, Hashable, Codable {
        case running(until: Instant)
        case paused(secondsLeft: Int)
    }

    public func secondsLeft(at now: Instant) -> Int {
        switch clock {
        case .running(let until): max(0, until.seconds(since: now))
        case .paused(let secondsLeft): secondsLeft
        }
    }
}

/// Who presents when: one topic per turn, then the back of the queue.
public enum FairQueue {
    /// Where a new topic goes: behind everybody who has had, or waits for, at most as many turns as its host.
    ///
    /// `queue`: the topics that wait, first to last.
    /// `host`: the first host of each topic, the pitched ones included.
    /// `pitched`: the topics that have had their turn.
    public static func index(
        for newcomer: Participant.ID, in queue: [Proposal.ID], host: (Proposal.ID) -> Participant.ID?,
        pitched: some Collection<Proposal.ID>
    ) -> Int {
        var turns: [Participant.ID: Int] = [:]
        for proposal in pitched {
            if let host = host(proposal) { turns[host, default: 0] += 1 }
        }
        let rounds = queue.map { proposal -> Int in
            guard let host = host(proposal) else { return 0 }
            turns[host, default: 0] += 1
            return turns[host, default: 0]
        }
        let own = turns[newcomer, default: 0] + 1
        return (rounds.lastIndex { $0 <= own }).map { $0 + 1 } ?? 0
    }
}
