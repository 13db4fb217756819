/// Who goes where, voice by voice: "I am going there", changeable at any time.
public struct Attendance: Aggregate, Hashable {
    public typealias Name = Gathering
    public typealias ID = Identifier<Gathering>

    public static let kind = "attendance"
    public static let shape = 2

    public let id: ID
    /// One session for each slot.
    public internal(set) var choices: [Voice.ID: [Slot.ID: Proposal.ID]] = [:]
    /// Voices of those who left: a choice that was under way meanwhile does not count any more.
    public internal(set) var removed: Set<Voice.ID> = []

    public init(id: ID) {
        self.id = id
    }

    public enum Change: Sendable, Hashable, Codable {
        case chosen(voice: Voice.ID, slot: Slot.ID, session: Proposal.ID)
        case unchosen(voice: Voice.ID, slot: Slot.ID)
        case voiceRemoved(voice: Voice.ID)
    }

    /// Goes to a session, and with that not to another one in its slot.
    public func go(
        to session: Proposal.ID, in slot: Slot.ID, by voice: Voice.ID
    ) throws(Gathering.Refused) -> [Change] {
        guard !removed.contains(voice) else { throw .hasLeft }
        return choices[voice]?[slot] == session ? [] : [.chosen(voice: voice, slot: slot, session: session)]
    }

    public func stayAway(from session: Proposal.ID, in slot: Slot.ID, by voice: Voice.ID) -> [Change] {
        choices[voice]?[slot] == session ? [.unchosen(voice: voice, slot: slot)] : []
    }

    /// Takes all choices of a voice away, and takes none from it any more.
    public func remove(_ voice: Voice.ID) -> [Change] {
        removed.contains(voice) ? [] : [.voiceRemoved(voice: voice)]
    }

    /// Heads per session.
    public var headCounts: [Proposal.ID: Int] {
        var counts: [Proposal.ID: Int] = [:]
        for own in choices.values {
            for session in Set(own.values) { counts[session, default: 0] += 1 }
        }
        return counts
    }

    public mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .chosen(let voice, let slot, let session): choices[voice, default: [:]][slot] = session
        case .unchosen(let voice, let slot):
            choices[voice]?[slot] = nil
            if choices[voice]?.isEmpty == true { choices[voice] = nil }
        case .voiceRemoved(let voice):
            choices[voice] = nil
            removed.insert(voice)
        }
    }
}
