/// What is written down of one session, by everybody who is there.
///
/// Each act changes some fields by a few characters; what the record said at any revision is found by taking the later
/// edits back. So history costs no more than what was typed.
public struct Record: Aggregate, Hashable {
    public typealias Name = Record
    public typealias ID = Identifier<Record>

    public static let kind = "record"
    public static let shape = 2

    /// Older revisions cannot be restored any more: four people who type for an hour make half of it.
    static let revisionsKeptMax = 4_000
    /// Nor those before the last so many bytes of edits: somebody may paste a book and take it back all evening.
    static let revisionBytesMax = 2 * 1024 * 1024
    /// Steps without a word, from the oldest, are forgotten beyond so many.
    static let stepsKeptMax = 100

    public let id: ID
    public internal(set) var texts: [Field: String] = [:]
    /// In the order they were added; those without a word are not shown.
    public internal(set) var stepOrder: [Step.ID] = []
    /// Who was there and who said something stays in the room (Chatham House rule).
    public internal(set) var isChatham = false
    /// Places that two wrote at once, until somebody chooses.
    public internal(set) var clashes: [Clash] = []
    /// Grows with each act that changes what the record says.
    public internal(set) var revision = 0
    public internal(set) var revisions: [Revision] = []
    private var revisionBytes = 0
    /// Everybody who wrote, in the order they began; moderators without a seat are not among them.
    public internal(set) var authors: [Participant.ID] = []
    public internal(set) var paperAuthor: Personal<PaperAuthor>?
    /// Who said that they take notes.
    public internal(set) var keeper: Participant.ID?
    public internal(set) var askedAt: Instant?
    /// The version that everybody may read.
    public internal(set) var released: Release?
    /// The revision whose release waits until somebody has looked at the names in it.
    public internal(set) var heldRevision: Int?

    public init(id: ID) {
        self.id = id
    }

    /// The vocabulary of the journal: a kind once written keeps its name and its fields for ever.
    public enum Change: Sendable, Hashable, Codable {
        /// `by`: nil for moderators without a seat. `clashes`: all that are open from now on; nil when none changed.
        /// `restored`: the revision that somebody went back to.
        case written(by: Participant.ID?, edits: [Edit], clashes: [Clash]?, restored: Int?)
        case chathamSet(isOn: Bool, by: Participant.ID?)
        case paperAuthorSet(author: Personal<PaperAuthor>?)
        case keeperSet(participant: Participant.ID?)
        case asked
        case held(revision: Int)
        case released(revision: Int, by: Participant.ID?, namesConfirmed: Int)
        case releaseWithdrawn
    }

    /// A few characters of a field that became others. Counted in bytes of UTF-8, which no later Unicode counts anew.
    public struct Edit: Sendable, Hashable, Codable {
        public let field: Field
        public let at: Int
        public let removed: String
        public let inserted: String
    }

    /// Two versions of one place; both stand in the field until somebody chooses.
    public struct Clash: Sendable, Hashable, Codable {
        public let number: Int
        public let field: Field
        public let first: String
        public let second: String
    }

    public struct Revision: Sendable, Hashable, Codable {
        public let number: Int
        public let at: Instant
        public let by: Participant.ID?
        public let edits: [Edit]
        public let restored: Int?
        /// What the Chatham House flag became with it.
        public let isChatham: Bool?
    }

    /// What was made public, as it was then.
    public struct Release: Sendable, Hashable, Codable {
        public let revision: Int
        public let at: Instant
        public let by: Participant.ID?
        public let texts: [Field: String]
        public let stepOrder: [Step.ID]
        public let authors: [Participant.ID]
        public let paperAuthor: Personal<PaperAuthor>?
        public let isChatham: Bool
    }

    public enum Status: String, Sendable, Hashable, CaseIterable {
        case empty, draft, released
    }

    /// A released record that was changed is a draft again, also when nothing is left in it or only who wrote on paper is
    /// another; what was released stays public.
    public var status: Status {
        guard let released else { return isEmpty ? .empty : .draft }
        return released.revision == revision && released.paperAuthor == paperAuthor ? .released : .draft
    }

    public var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }

    public func text(_ field: Field) -> String { texts[field] ?? "" }

    /// Steps that say something.
    public var steps: [Step.ID] { Self.steps(stepOrder, in: texts) }

    static func steps(_ order: [Step.ID], in texts: [Field: String]) -> [Step.ID] {
        order.filter { id in Step.Part.allCases.contains { texts[.step(id, $0)]?.isEmpty == false } }
    }

    public mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .written(let by, let edits, let clashes, let restored):
            for edit in edits {
                let made = edit.made(of: text(edit.field))
                texts[edit.field] = made.isEmpty ? nil : made
            }
            for edit in edits { note(edit.field) }
            if let clashes { self.clashes = clashes }
            add(by, edits, restored: restored, isChatham: nil, at: moment)
        case .chathamSet(let isOn, let by):
            isChatham = isOn
            add(by, [], restored: nil, isChatham: isOn, at: moment)
        case .paperAuthorSet(let author): paperAuthor = author
        case .keeperSet(let participant): keeper = participant
        case .asked: askedAt = moment
        case .held(let revision): heldRevision = revision
        case .released(let revision, let by, _):
            heldRevision = nil
            released = Release(
                revision: revision, at: moment, by: by, texts: texts, stepOrder: steps, authors: authors,
                paperAuthor: paperAuthor, isChatham: isChatham)
        case .releaseWithdrawn: released = nil
        }
    }

    private mutating func note(_ field: Field) {
        guard let step = field.part?.step, !stepOrder.contains(step) else { return }
        stepOrder.append(step)
        guard stepOrder.count > Self.stepsKeptMax else { return }
        let said = Set(steps)
        if let silent = stepOrder.firstIndex(where: { !said.contains($0) }) { stepOrder.remove(at: silent) }
    }

    private mutating func add(
        _ by: Participant.ID?, _ edits: [Edit], restored: Int?, isChatham: Bool?, at moment: Instant
    ) {
        revision += 1
        revisions.append(
            Revision(
                number: revision, at: moment, by: by, edits: edits, restored: restored, isChatham: isChatham))
        revisionBytes += edits.map(\.byteCount).reduce(0, +)
        while revisions.count > Self.revisionsKeptMax
            || revisions.count > 1 && revisionBytes > Self.revisionBytesMax
        {
            revisionBytes -= revisions.removeFirst().edits.map(\.byteCount).reduce(0, +)
        }
        if let by, !authors.contains(by) { authors.append(by) }
    }
}

extension Record.Release {
    public var steps: [Record.Step.ID] { Record.steps(stepOrder, in: texts) }
}

extension Identifier where Of == Record {
    /// A gathering has one record for each session; the name says which.
    public init?(of session: Proposal.ID, in gathering: Gathering.ID) {
        self.init("\(gathering)-\(session)")
    }

    public var gathering: Gathering.ID? { Gathering.ID(String(text[..<parting])) }

    public var session: Proposal.ID? { Proposal.ID(String(text[parting...].dropFirst())) }

    /// Before the session's number; the gathering of a rehearsal has hyphens of its own.
    private var parting: String.Index { text.lastIndex(of: "-") ?? text.endIndex }
}

extension Record.Edit {
    /// What makes one text of another; nil when they are the same.
    init?(_ field: Record.Field, from old: String, to new: String) {
        guard old != new else { return nil }
        let same = zip(old, new).prefix { $0 == $1 }.count
        let (oldRest, newRest) = (old.dropFirst(same), new.dropFirst(same))
        let end = zip(oldRest.reversed(), newRest.reversed()).prefix { $0 == $1 }.count
        self.init(
            field: field, at: old.prefix(same).utf8.count, removed: String(oldRest.dropLast(end)),
            inserted: String(newRest.dropLast(end)))
    }

    fileprivate var byteCount: Int { removed.utf8.count + inserted.utf8.count }

    func made(of text: String) -> String { put(inserted, for: removed, in: text) }

    func takenBack(from text: String) -> String { put(removed, for: inserted, in: text) }

    /// Whatever the text is: an edit that does not fit takes what it can.
    private func put(_ new: String, for old: String, in text: String) -> String {
        let bytes = Array(text.utf8)
        let start = min(at, bytes.count)
        let end = min(start + old.utf8.count, bytes.count)
        return String(decoding: bytes[..<start] + Array(new.utf8) + bytes[end...], as: UTF8.self)
    }
}
