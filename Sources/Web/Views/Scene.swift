internal import Actions
internal import Domain
internal import Journal
internal import Pages

/// A gathering as one reader sees it at one moment.
struct Scene: Sendable {
    let gathering: Gathering
    let facts: Facts
    let tally: Tally
    let stamp: Stamp
    let epoch: Epoch
    let caller: Caller
    let own: OwnMarks
    let stand: FeedbackStand
    let now: Now
    let local: @Sendable (Instant) -> Now
    let words: Phrases
    let labels: PersonLabels
    /// Whose page it is; nil where many see the same.
    var device: Device.ID?
    /// What is printed is read by whoever finds it.
    var isForPaper = false

    var id: String { gathering.id.text }
    var language: Language { words.language }
    var formats: Formats { Formats(words.language) }
    /// From where the live stream goes on: counts may be a moment older than the rest.
    var position: String {
        let mark = LiveMark(position: min(stamp.newest, tally.countedAt))
        return LiveID.text(epoch, mark, isInside: isInside)
    }

    /// What everybody sees of the board; nil before it is published.
    var layout: Board.Layout? { gathering.board.current?.layout }

    /// Whether the reader is one of those who may see names. In a gathering that shows them to everybody others read them
    /// too, yet not whose session under the Chatham House rule it was.
    var isInside: Bool { caller.may(.seeNames) }

    /// Whether it is the gathering's day: before and after it nothing is "now".
    var isToday: Bool { now.date == facts.date }

    func title(of id: Proposal.ID) -> String {
        guard let proposal = gathering.topics[id] else { return words["topic.gone"] }
        if case .removed = proposal.state { return words["topic.goneTitle"] }
        return proposal.isHidden ? words["topic.hidden"] : proposal.content.title.text
    }

    /// Why a session on the board does not take place; nil when it does.
    func absence(of session: Proposal.ID) -> String? { sentence(for: gathering.absence(of: session)) }

    func sentence(for absence: Absence?) -> String? {
        switch absence {
        case .cancelled: words["absence.cancelled"]
        case .withdrawn: words["absence.withdrawn"]
        case .removed: words["absence.removed"]
        case .merged(let other): words("absence.merged", ["title": title(of: other)])
        case .offTheBoard: words["absence.offTheBoard"]
        case nil: nil
        }
    }

    /// Its topic is closed: nobody hosts or wants it any more.
    func isGone(_ session: Proposal.ID) -> Bool { gathering.topics[session]?.isOpen != true }

    /// Who hosts a session; nil when nobody told anything, or its topic is gone.
    func host(of session: Proposal.ID) -> String? {
        isGone(session) ? nil : gathering.topics[session].flatMap(hostLabel)
    }

    /// Under the Chatham House rule nobody outside reads whose session it was.
    func namesHosts(of proposal: Proposal) -> Bool {
        !proposal.isChatham || isInside && !isForPaper
    }

    func hosts(of proposal: Proposal) -> String {
        guard namesHosts(of: proposal) else { return "" }
        return proposal.hosts.map(labels.label).filter { !$0.isEmpty }.joined(separator: "\u{A0}\u{B7} ")
    }

    func time(_ minute: MinuteOfDay) -> String { formats.time(minute.minutes) }

    func roomName(_ id: Room.ID) -> String { gathering.programme.room(id)?.name.text ?? "" }

    /// "11:30, Rittersaal".
    func name(of place: Place) -> String {
        let slot = gathering.programme.slot(place.slot).map { time($0.start) } ?? ""
        return [slot, roomName(place.room)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    var refusalNames: RefusalNames {
        RefusalNames(title: { title(of: $0) }, place: { name(of: $0) }, moment: { when($0) })
    }

    /// Wishes and hands for a topic; nil while nobody may see them.
    func wishCount(of id: Proposal.ID) -> Int? {
        gathering.isBlindNow ? nil : tally.voices[id] ?? 0
    }
}

/// Counts that are the same for every reader.
struct Tally: Sendable {
    let voices: [Proposal.ID: Int]
    let voterCount: Int
    let heads: [Proposal.ID: Int]
    let late: LateWishes
    /// Nothing that was kept up to here is missing.
    let countedAt: Position
}

/// What the reader wished and chose.
struct OwnMarks: Sendable {
    var voice: Voice.ID?
    /// Weights by topic; wishes for a merged topic stand at the one it was merged into.
    var wishes: [Proposal.ID: Int] = [:]
    var choices: [Slot.ID: Proposal.ID] = [:]
    /// Topics that were wished for, and taken back, after the closing.
    var late: Set<Proposal.ID> = []
    var lateWithdrawn: Set<Proposal.ID> = []

    var lateCounts: LateWishes { LateWishes(count: late.count, withdrawnCount: lateWithdrawn.count) }
}

/// Who is called what, for a reader who may or may not see names.
struct PersonLabels: Sendable {
    let showsNames: Bool
    private let open: @Sendable (Participant.ID) -> Profile?
    private let isGone: @Sendable (Participant.ID) -> Bool
    private let towns: TownDirectory
    private let words: Phrases

    init(_ gathering: Gathering, _ keys: KeyRing, _ towns: TownDirectory, _ words: Phrases, showsNames: Bool)
    {
        let attendees = gathering.attendees
        self.showsNames = showsNames
        self.towns = towns
        self.words = words
        open = { attendees[$0].flatMap { keys.open($0.profile) } }
        isGone = { attendees[$0]?.isHere != true || attendees[$0].flatMap { keys.open($0.profile) } == nil }
    }

    func profile(of id: Participant.ID) -> Profile? { isGone(id) ? nil : open(id) }

    /// "Bernd, Balve"; only "Balve" for who may see no names; empty for somebody who told nothing.
    func label(_ id: Participant.ID) -> String {
        guard let profile = profile(of: id) else { return words["people.deleted"] }
        let name = showsNames ? profile.firstName?.text : nil
        return [name, organisation(profile)].compactMap(\.self).joined(separator: ", ")
    }

    /// Its key, where the directory does not know it.
    func townName(_ key: TownKey) -> String { towns[key]?.shortName ?? key.text }

    func organisation(_ profile: Profile) -> String? {
        switch profile.organisation {
        case .town(let key): towns[key]?.shortName
        case .other(let name): showsNames ? name.text : nil
        case nil: nil
        }
    }
}
