/// All proposals of a gathering, the queue of those who present them, and the hands counted for them.
public struct Topics: Sendable, Hashable, Codable {
    /// Open at once, of all and of one host.
    static let countMax = 500
    static let countPerHostMax = 20
    /// More hands than any hall has; the planner seats every one of them.
    static let handsMax = 500
    static let handsOfAllMax = 4_000
    /// With those that were withdrawn: who proposes and withdraws all day takes nobody's room.
    static let everCountMax = 5_000
    static let everCountPerHostMax = 40

    public internal(set) var all: [Proposal.ID: Proposal] = [:]
    /// Since when only moderators offer topics; nil while everybody may.
    public internal(set) var takesNoneSince: Instant?
    /// First to last, without the one being presented.
    public internal(set) var queue: [Proposal.ID] = []
    public internal(set) var pitch: Pitch?
    /// In the order they were presented.
    public internal(set) var pitched: [Proposal.ID] = []
    /// Hands of people without a phone.
    public internal(set) var hands: [Proposal.ID: Int] = [:]

    public enum Change: Sendable, Hashable, Codable {
        /// `source`: what of the edition before it goes on with.
        case proposed(
            id: Proposal.ID, hosts: [Participant.ID], content: Proposal.Content, queueIndex: Int,
            source: Suggestion.Source? = nil)
        /// `byModerator`: a moderator did it for the host, and can take it back.
        case edited(id: Proposal.ID, content: Proposal.Content, byModerator: Bool? = nil)
        case withdrawn(id: Proposal.ID, byModerator: Bool? = nil)
        case reopened(id: Proposal.ID)
        case removed(id: Proposal.ID)
        case hostsSet(id: Proposal.ID, hosts: [Participant.ID])
        case merged(id: Proposal.ID, into: Proposal.ID)
        case parted(id: Proposal.ID)
        case hidden(id: Proposal.ID, by: Device.ID? = nil, reason: HidingReason? = nil)
        case shown(id: Proposal.ID)
        case admitted(id: Proposal.ID, isIn: Bool?)
        case takingSet(isOpen: Bool)
        case queueSet(queue: [Proposal.ID])
        case pitchBegan(id: Proposal.ID, until: Instant)
        case pitchClockSet(clock: Pitch.Clock)
        case pitchEnded
        case handsCounted(id: Proposal.ID, count: Int?)
        /// Said in the session's record.
        case chathamSet(id: Proposal.ID, isOn: Bool)
    }

    public subscript(id: Proposal.ID) -> Proposal? { all[id] }

    public var isTakingProposals: Bool { takesNoneSince == nil }

    /// Those that can still become sessions, by number.
    public var open: [Proposal] { all.values.filter(\.isOpen).sorted { $0.id < $1.id } }

    /// The proposal for which wishes of `id` count.
    public func target(of id: Proposal.ID) -> Proposal.ID {
        var id = id
        for _ in 0..<all.count {
            guard case .merged(let into) = all[id]?.state else { break }
            id = into
        }
        return id
    }

    /// All that were merged into `id`, by number.
    public func merged(into id: Proposal.ID) -> [Proposal.ID] {
        all.values.lazy.filter { $0.isMerged && target(of: $0.id) == id }.map(\.id).sorted()
    }

    /// Hands for a proposal: of two that were merged the larger count, until they are counted again.
    public func handCount(of id: Proposal.ID) -> Int { hands[id] ?? 0 }

    var nextNumber: Int { (all.keys.compactMap(\.number).max() ?? 0) + 1 }

    mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .proposed(let id, let hosts, let content, let queueIndex, let source):
            all[id] = Proposal(
                id: id, proposedAt: moment, hosts: hosts, source: source, content: content)
            queue.insert(id, at: min(queueIndex, queue.count))
        case .edited(let id, let content, _):
            all[id]?.content = content
            all[id]?.revision += 1
        case .withdrawn(let id, _): close(id, as: .withdrawn(at: moment))
        case .removed(let id): close(id, as: .removed(at: moment))
        case .merged(let id, let into):
            close(id, as: .merged(into: into))
            if let count = hands[id] { hands[into] = max(hands[into] ?? 0, count) }
        case .reopened(let id):
            all[id]?.state = .open
            if !queue.contains(id) { queue.append(id) }
        case .parted(let id): all[id]?.state = .open
        case .hostsSet(let id, let hosts): all[id]?.hosts = hosts
        case .hidden(let id, let device, let reason):
            all[id]?.hiding = Proposal.Hiding(by: device, at: moment, reason: reason)
        case .shown(let id): all[id]?.hiding = nil
        case .admitted(let id, let isIn): all[id]?.isAdmitted = isIn
        case .takingSet(let isOpen): takesNoneSince = isOpen ? nil : moment
        case .handsCounted(let id, let count): hands[id] = count
        case .chathamSet(let id, let isOn): all[id]?.isChatham = isOn
        case .queueSet, .pitchBegan, .pitchClockSet, .pitchEnded: applyPitch(change)
        }
    }

    private mutating func applyPitch(_ change: Change) {
        switch change {
        case .queueSet(let queue): self.queue = queue
        case .pitchBegan(let id, let until):
            endPitch()
            queue.removeAll { $0 == id }
            pitch = Pitch(proposal: id, clock: .running(until: until))
        case .pitchClockSet(let clock):
            pitch?.clock = clock
            pitch?.revision += 1
        case .pitchEnded: endPitch()
        default: break
        }
    }

    private mutating func close(_ id: Proposal.ID, as state: Proposal.State) {
        all[id]?.state = state
        queue.removeAll { $0 == id }
        if pitch?.proposal == id { pitch = nil }
    }

    private mutating func endPitch() {
        if let pitch, !pitched.contains(pitch.proposal) { pitched.append(pitch.proposal) }
        pitch = nil
    }
}
