/// The wishes of one gathering, voice by voice. Apart from the gathering, so that voting never waits for anything else.
public struct Interest: Aggregate, Hashable {
    public typealias Name = Gathering
    public typealias ID = Identifier<Gathering>

    public static let kind = "interest"
    public static let shape = 4

    public let id: ID
    public internal(set) var window: Window = .notYetOpen
    /// Weights from 1 to 3.
    public internal(set) var wishes: [Voice.ID: [Proposal.ID: Int]] = [:]
    /// Voices of those who left: a wish that was under way meanwhile does not count any more.
    public internal(set) var removed: Set<Voice.ID> = []

    /// What was changed after the closing, with the weight it had then; 0 for none.
    public internal(set) var atClosing: [Voice.ID: [Proposal.ID: Int]] = [:]

    public init(id: ID) {
        self.id = id
    }

    public enum Change: Sendable, Hashable, Codable {
        case windowOpened
        case windowClosed
        /// As if it had not been opened yet; what was wished meanwhile stays.
        case windowPutOff
        /// `isLate`: it came after the closing, and was waited for.
        case wished(voice: Voice.ID, proposal: Proposal.ID, weight: Int, isLate: Bool? = nil)
        case unwished(voice: Voice.ID, proposal: Proposal.ID, isLate: Bool? = nil)
        /// All wishes of a voice go with the person.
        case voiceRemoved(voice: Voice.ID)
    }

    /// States a wish; stating it again changes nothing.
    ///
    /// `weightMax`: what the gathering's rules allow.
    public func wish(
        _ proposal: Proposal.ID, weight: Int = 1, weightMax: Int, by voice: Voice.ID, _ arrival: Arrival
    ) throws(Gathering.Refused) -> [Change] {
        let isLate = try isLate(arrival)
        guard !removed.contains(voice) else { throw .hasLeft }
        guard (1...weightMax).contains(weight) else {
            throw .outOfRange(field: "weight", from: 1, to: weightMax)
        }
        return wishes[voice]?[proposal] == weight
            ? [] : [.wished(voice: voice, proposal: proposal, weight: weight, isLate: isLate ? true : nil)]
    }

    public func unwish(
        _ proposal: Proposal.ID, by voice: Voice.ID, _ arrival: Arrival
    ) throws(Gathering.Refused) -> [Change] {
        let isLate = try isLate(arrival)
        return wishes[voice]?[proposal] == nil
            ? [] : [.unwished(voice: voice, proposal: proposal, isLate: isLate ? true : nil)]
    }

    /// Takes all wishes of a voice away, and takes none from it any more.
    public func remove(_ voice: Voice.ID) -> [Change] {
        removed.contains(voice) ? [] : [.voiceRemoved(voice: voice)]
    }

    public mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        // Whatever counts when it opens again is in time for the next closing.
        case .windowOpened: turn(to: .open(since: moment))
        case .windowClosed: window = .closed(at: moment)
        case .windowPutOff: turn(to: .notYetOpen)
        case .wished(let voice, let proposal, let weight, let isLate):
            if isLate == true { rememberClosing(of: proposal, by: voice) }
            wishes[voice, default: [:]][proposal] = weight
        case .unwished(let voice, let proposal, let isLate):
            if isLate == true { rememberClosing(of: proposal, by: voice) }
            wishes[voice]?[proposal] = nil
            if wishes[voice]?.isEmpty == true { wishes[voice] = nil }
        case .voiceRemoved(let voice):
            wishes[voice] = nil
            atClosing[voice] = nil
            removed.insert(voice)
        }
    }

    private mutating func turn(to window: Window) {
        self.window = window
        atClosing = [:]
    }

    private mutating func rememberClosing(of proposal: Proposal.ID, by voice: Voice.ID) {
        guard atClosing[voice]?[proposal] == nil else { return }
        atClosing[voice, default: [:]][proposal] = wishes[voice]?[proposal] ?? 0
    }

    private func isLate(_ arrival: Arrival) throws(Gathering.Refused) -> Bool {
        switch window {
        case .open: return false
        case .notYetOpen: throw .windowClosed(at: nil)
        case .closed(let closing):
            guard arrival.counts(after: closing) else { throw .windowClosed(at: closing) }
            return true
        }
    }
}

extension Interest {
    /// Wishes as they count: those for merged topics go to the topic they were merged into, the heavier one of two.
    public func counted(in topics: Topics) -> [Voice.ID: [Proposal.ID: Int]] {
        wishes.mapValues { Self.counted($0, in: topics) }.filter { !$0.value.isEmpty }
    }

    static func counted(_ own: [Proposal.ID: Int], in topics: Topics) -> [Proposal.ID: Int] {
        var counted: [Proposal.ID: Int] = [:]
        for (proposal, weight) in own {
            let target = topics.target(of: proposal)
            guard topics[target]?.isOpen == true else { continue }
            counted[target] = max(counted[target] ?? 0, weight)
        }
        return counted
    }

    /// How many voices want each topic.
    public func voiceCounts(in topics: Topics) -> [Proposal.ID: Int] {
        var counts: [Proposal.ID: Int] = [:]
        for own in counted(in: topics).values {
            for proposal in own.keys { counts[proposal, default: 0] += 1 }
        }
        return counts
    }

    /// How many voices want both of two topics, each pair once, the smaller number first.
    public func pairs(in topics: Topics) -> [WishPair] {
        var counts: [Proposal.ID: [Proposal.ID: Int]] = [:]
        for own in counted(in: topics).values {
            let wanted = own.keys.sorted()
            for (index, first) in wanted.enumerated() {
                for second in wanted[(index + 1)...] { counts[first, default: [:]][second, default: 0] += 1 }
            }
        }
        return counts.keys.sorted().flatMap { first in
            (counts[first] ?? [:]).sorted { $0.key < $1.key }.map {
                WishPair(first: first, second: $0.key, count: $0.value)
            }
        }
    }
}
