internal import Actions
internal import Domain
internal import Pages

/// The record of a session as one reader sees it.
struct RecordScene: Sendable {
    let scene: Scene
    let session: Proposal.ID
    let record: Record
    /// Changes with everything that happens to the record.
    let stamp: String

    private var words: Phrases { scene.words }

    var isHost: Bool { scene.gathering.hosts(session, scene.caller) }
    var mayWrite: Bool { scene.caller.may(.write) }
    private var mayRelease: Bool { isHost && mayWrite || scene.caller.may(.release) }
    /// Whose words these are stays unsaid.
    private var hidesPeople: Bool { record.isChatham || record.released?.isChatham == true }

    func head(hidesPeople: Bool? = nil) -> RecordHead {
        let hides = hidesPeople ?? self.hidesPeople
        var head = RecordHead(
            gathering: scene.id, session: session.text, title: scene.title(of: session),
            status: RecordStatus(record.status), isChatham: record.isChatham, revision: record.revision)
        head.stamp = stamp
        head.place = place
        head.host = hides ? nil : scene.host(of: session)
        head.absence = scene.absence(of: session)
        if case .merged(let other) = scene.gathering.absence(of: session), scene.gathering.hasRecord(other) {
            head.goesOnAt = Pages.Link(
                words("record.goesOnAt", ["title": scene.title(of: other)]), .record(scene.id, other.text))
        }
        head.isHeld = record.heldRevision == record.revision && record.status == .draft
        if mayWrite { head.saved = saved(hides) }
        return head
    }

    private var place: String? { scene.layout?.placements[session].map { scene.name(of: $0.place) } }

    private func saved(_ hides: Bool) -> String? {
        guard let last = record.revisions.last else { return nil }
        let author = hides ? nil : last.by.map(scene.labels.label)?.nonEmpty
        let time = scene.clock(last.at)
        guard let author else { return words("record.saved", ["time": time]) }
        return words("record.savedBy", ["time": time, "name": author])
    }

    /// For those inside as it is now, for everybody else as it was released.
    func page(names: [String], act: String, wantsReleased: Bool) -> RecordPage {
        guard mayWrite, !wantsReleased else { return releasedPage }
        var page = RecordPage(
            scene.frame(.beside), head: head(), text: record.isEmpty ? nil : text(record.texts, record.steps))
        page.mayWrite = true
        page.clashes = clashes
        if let released = record.released, record.status == .draft {
            page.publicNote = words("record.publicNote", ["time": scene.clock(released.at)])
        }
        if mayRelease, !record.isEmpty {
            page.release = ReleaseDesk(
                act: act, names: names, clashCount: record.clashes.count,
                isReleased: record.released != nil, isCurrent: record.status == .released)
        }
        return page
    }

    private var releasedPage: RecordPage {
        guard let released = record.released else {
            var head = head(hidesPeople: true)
            head.status = .empty
            head.isHeld = false
            return RecordPage(scene.frame(.beside), head: head, text: nil)
        }
        var head = head()
        head.status = .released
        head.isHeld = false
        head.isChatham = hidesPeople
        head.saved = words("record.saved", ["time": scene.clock(released.at)])
        var page = RecordPage(scene.frame(.beside), head: head, text: text(released.texts, released.steps))
        page.isOlder = mayWrite && record.status != .released
        return page
    }

    func text(_ texts: [Record.Field: String], _ steps: [Record.Step.ID]) -> RecordText {
        let at = { (field: Record.Field) in texts[field] ?? "" }
        return RecordText(
            startingPoint: at(.startingPoint), keyPoints: Record.Field.keyPoints.map(at),
            questions: at(.questions), solutions: at(.solutions), links: at(.links),
            goingOn: hidesPeople ? nil : at(.goingOn),
            steps: steps.map {
                RecordText.Step(
                    what: at(.step($0, .what)), who: hidesPeople ? "" : at(.step($0, .who)),
                    until: at(.step($0, .until)))
            }.filter { !$0.what.isEmpty || !$0.who.isEmpty || !$0.until.isEmpty }, authors: authors)
    }

    private var authors: [String] {
        guard !hidesPeople else { return [] }
        var names = record.authors.map(scene.labels.label).filter { !$0.isEmpty }
        if let onPaper, scene.isInside { names.append(words("record.fromPaperBy", ["name": onPaper])) }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// Sealed: only whoever renders the page for somebody inside opens it.
    var onPaper: String?

    init(
        _ scene: Scene, _ session: Proposal.ID, _ record: Record, stamp: String, onPaper: PaperAuthor?
    ) {
        self.scene = scene
        self.session = session
        self.record = record
        self.stamp = stamp
        self.onPaper = onPaper?.text
    }
}

/// Writing and looking back.
extension RecordScene {
    func form(_ fields: RecordFields, act: String) -> RecordFormPage {
        var page = RecordFormPage(scene.frame(.beside), head: head(), fields: fields, act: act)
        page.clashes = clashes
        page.keeping = keeping
        return page
    }

    /// `free`: names a step that is not there yet.
    func fields(free: Record.Step.ID) -> RecordFields {
        let values = record.texts.map { ($0.key.name, $0.value) }
        return RecordFields(
            Dictionary(values) { $1 }, steps: record.steps.map(\.text) + [free.text],
            isChatham: record.isChatham, paperAuthor: onPaper ?? "")
    }

    var clashes: [RecordClash] {
        record.clashes.map {
            RecordClash(
                number: $0.number, name: $0.field.name, field: scene.words.name(of: $0.field),
                first: $0.first, second: $0.second)
        }
    }

    private var keeping: NoteKeeping? {
        guard scene.gathering.absence(of: session) == nil else { return nil }
        let own = scene.caller.participant
        let keeper = record.keeper.flatMap { scene.labels.profile(of: $0) == nil ? nil : $0 }
        let isAsked = scene.hasBegun(session) && record.isEmpty && keeper == nil
        guard isAsked || keeper != nil || record.isEmpty else { return nil }
        let name = keeper.map { id in
            let label = record.isChatham ? "" : scene.labels.label(id)
            return label.isEmpty ? scene.words["record.somebody"] : label
        }
        return NoteKeeping(
            keeper: name, isMine: own != nil && keeper == own, isAsked: isAsked, mayKeep: own != nil)
    }

    /// Lines of the history: what one person wrote within five minutes is one.
    func history(shown: Int?, act: String) -> RecordHistoryPage {
        let lines = Array(Self.lines(record.revisions).reversed())
        let versions = lines.prefix(Self.versionsShownMax).map(version)
        var page = RecordHistoryPage(
            scene.frame(.beside), head: head(), versions: Array(versions),
            isCut: lines.count > versions.count || (record.revisions.first?.number ?? 1) > 1)
        guard let shown, let texts = record.texts(at: shown), shown > 0,
            let revision = record.revisions.first(where: { $0.number == shown })
        else { return page }
        let steps = record.stepOrder.filter { id in
            Record.Step.Part.allCases.contains { texts[.step(id, $0)]?.isEmpty == false }
        }
        page.shown = .init(
            number: shown, when: scene.clock(revision.at), text: text(texts, steps),
            act: shown == record.revision ? nil : act)
        return page
    }

    private static let versionsShownMax = 100
    private static let pauseSecondsMax = 300

    private static func lines(_ revisions: [Record.Revision]) -> [[Record.Revision]] {
        var lines: [[Record.Revision]] = []
        for revision in revisions {
            if let last = lines.last?.last, last.by == revision.by, last.restored == nil,
                revision.restored == nil, revision.at.seconds(since: last.at) < pauseSecondsMax
            {
                lines[lines.count - 1].append(revision)
            } else {
                lines.append([revision])
            }
        }
        return lines
    }

    private func version(_ line: [Record.Revision]) -> RecordVersion {
        let last = line[line.count - 1]
        let fields = line.flatMap(\.edits).map(\.field)
        var names: [String] = []
        for field in Record.Field.fixed + fields.sorted() where fields.contains(field) {
            let name = scene.words.name(of: field)
            if !names.contains(name) { names.append(name) }
        }
        return RecordVersion(
            number: last.number, time: scene.clock(last.at),
            author: hidesPeople ? nil : last.by.map(scene.labels.label)?.nonEmpty,
            fields: last.restored == nil ? names : [], note: note(line))
    }

    private func note(_ line: [Record.Revision]) -> String? {
        if let restored = line.last?.restored {
            let at = record.revisions.first { $0.number == restored }?.at
            return scene.words("record.restoredFrom", ["time": at.map(scene.clock) ?? "\u{2013}"])
        }
        return line.compactMap(\.isChatham).last.map {
            $0 ? scene.words["record.chathamOn"] : scene.words["record.chathamOff"]
        }
    }
}

extension RecordStatus {
    init(_ status: Record.Status) {
        switch status {
        case .empty: self = .empty
        case .draft: self = .draft
        case .released: self = .released
        }
    }
}

extension Phrases {
    func name(of field: Record.Field) -> String {
        if field.part != nil { return self["record.steps"] }
        return switch field {
        case .startingPoint: self["record.startingPoint"]
        case .questions: self["record.questions"]
        case .solutions: self["record.solutions"]
        case .links: self["record.links"]
        case .goingOn: self["record.goingOn"]
        default: self["record.keyPoints"]
        }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
