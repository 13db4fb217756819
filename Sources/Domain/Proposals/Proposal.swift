/// What somebody offers to talk about. On the board it becomes a session.
public struct Proposal: Sendable, Hashable, Codable, Identifiable {
    public typealias ID = Identifier<Proposal>

    public static let slotCountRange = 1...4

    public let id: ID
    public let proposedAt: Instant
    /// Whose topic it is, the proposer first.
    public internal(set) var hosts: [Participant.ID]
    /// What of the edition before it goes on with.
    public internal(set) var source: Suggestion.Source?
    public internal(set) var content: Content
    public internal(set) var state: State = .open
    /// Hidden from projector and phones by a moderator.
    public internal(set) var hiding: Hiding?
    /// What the plenum said, where it decides one by one.
    public internal(set) var isAdmitted: Bool?
    /// Who was there stays in the room (Chatham House rule): nobody outside reads whose topic it is.
    public internal(set) var isChatham = false
    /// Grows with each edit, so that of two edits the second is told.
    public internal(set) var revision = 1

    /// What its host may change.
    public struct Content: Sendable, Hashable, Codable {
        public var title: Title
        public var sentence: Sentence
        public var form: Form
        @InOrder public var needs: Set<Equipment>
        /// The host is here from this time on.
        public var from: MinuteOfDay?
        /// The host must have left by this time.
        public var until: MinuteOfDay?
        /// How many slots in a row it wants.
        public var slotCount: Int

        public init(
            title: Title, sentence: Sentence = .none, form: Form = .question, needs: Set<Equipment> = [],
            until: MinuteOfDay? = nil, slotCount: Int = 1
        ) {
            self.title = title
            self.sentence = sentence
            self.form = form
            self.needs = needs
            self.from = nil
            self.until = until
            self.slotCount = slotCount
        }
    }

    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        case question, experience, input, helpWanted
    }

    public enum State: Sendable, Hashable, Codable {
        case open
        case withdrawn(at: Instant)
        /// Its wishes count for the other, its hosts are hosts there.
        case merged(into: ID)
        /// Went with the person who was taken out.
        case removed(at: Instant)
    }

    public var isOpen: Bool { state == .open }

    var isMerged: Bool {
        if case .merged = state { true } else { false }
    }

    public var isHidden: Bool { hiding != nil }

    /// Who hid the title, when and why: what nobody else sees has to be accounted for.
    public struct Hiding: Sendable, Hashable, Codable {
        /// Nil in the first journals, which did not say it.
        public let by: Device.ID?
        public let at: Instant
        public let reason: HidingReason?
    }
}

public enum SentenceKind: TextKind {
    public static let field = "sentence"
    public static let lengthMax = 280
    public static let mayBeEmpty = true
}

public typealias Sentence = Text<SentenceKind>

public enum HidingReasonKind: TextKind {
    public static let field = "reason"
    public static let lengthMax = 120
}

public typealias HidingReason = Text<HidingReasonKind>
