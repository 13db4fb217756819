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
    var mayRelease: Bool { isHost && mayWrite || scene.caller.may(.release) }
    /// Once set, the rule is not anybody's to lift: who was there would be read meanwhile.
    var maySwitchRule: Bool { !record.isChatham || mayRelease }
    /// Whose words these are stays unsaid: under the Chatham House rule, now or when it was released.
    var hidesPeople: Bool { record.isChatham || record.released?.isChatham == true }

    func head(hidesPeople: Bool? = nil) -> RecordHead {
        let hides = hidesPeople ?? self.hidesPeople
        var head = RecordHead(
            gathering: scene.id, session: session.text, title: scene.title(of: session),
            status: RecordStatus(record.status), isChatham: record.isChatham, revision: record.revision)
        head.stamp = stamp
        head.place = place
        head.host = hides ? nil : scene.host(of: session)
        let absence = scene.gathering.absenceOfRecorded(session)
        head.absence = scene.sentence(for: absence)
        if case .merged(let other) = absence, scene.gathering.hasRecord(other) {
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
    func page(names: Record.Names, act: String, wantsReleased: Bool) -> RecordPage {
        guard mayWrite, !wantsReleased else { return releasedPage }
        var page = RecordPage(
            scene.frame(.beside), head: head(),
            text: record.isEmpty
                ? nil : text(record.texts, record.steps, by: authors(record.authors, onPaper)))
        page.mayWrite = true
        page.clashes = clashes { !hidesPeople || !$0.namesSomebody }
        if let released = record.released, record.status == .draft {
            page.publicNote = words("record.publicNote", ["time": scene.clock(released.at)])
        }
        // Who clears a record that strangers read must find the way to withdraw it.
        if mayRelease, record.status != .empty {
            var desk = ReleaseDesk(
                act: act, names: names.words, clashCount: record.clashes.count,
                isReleased: record.released != nil, isCurrent: record.status == .released)
            desk.unreadCount = names.unreadCount
            desk.hasWords = !record.isEmpty
            page.release = desk
        }
        return page
    }

    private var releasedPage: RecordPage {
        guard let (released, text) = release else {
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
        var page = RecordPage(scene.frame(.beside), head: head, text: text)
        page.isOlder = mayWrite && record.status != .released
        return page
    }

    /// What everybody may read of it.
    var release: (Record.Release, RecordText)? {
        record.released.map { released in
            let authors = authors(released.authors, releasedOnPaper)
            return (released, text(released.texts, released.steps, by: authors))
        }
    }

    func text(
        _ texts: [Record.Field: String], _ steps: [Record.Step.ID], by authors: [String]
    ) -> RecordText {
        let hides = hidesPeople
        let at = { (field: Record.Field) in hides && field.namesSomebody ? "" : texts[field] ?? "" }
        return RecordText(
            startingPoint: at(.startingPoint), keyPoints: Record.Field.keyPoints.map(at),
            questions: at(.questions), solutions: at(.solutions), links: at(.links),
            goingOn: hides ? nil : at(.goingOn),
            steps: steps.map {
                RecordText.Step(
                    what: at(.step($0, .what)), who: at(.step($0, .who)), until: at(.step($0, .until)))
            }.filter { !$0.what.isEmpty || !$0.who.isEmpty || !$0.until.isEmpty }, authors: authors)
    }

    /// Those of the version that is shown.
    private func authors(_ people: [Participant.ID], _ onPaper: String?) -> [String] {
        guard !hidesPeople else { return [] }
        var names = people.map(scene.labels.label).filter { !$0.isEmpty }
        if let onPaper, scene.labels.showsNames {
            names.append(words("record.fromPaperBy", ["name": onPaper]))
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// Sealed: only whoever renders the page for somebody inside opens it.
    var onPaper: String?
    private var releasedOnPaper: String?

    init(_ scene: Scene, _ session: Proposal.ID, _ record: Record, stamp: String, open keys: Keys) {
        self.scene = scene
        self.session = session
        self.record = record
        self.stamp = stamp
        onPaper = record.paperAuthor.flatMap(keys)?.text
        releasedOnPaper = record.released?.paperAuthor.flatMap(keys)?.text
    }
}

extension RecordScene {
    /// Opens who wrote on paper; nil when that is forgotten.
    typealias Keys = (Personal<PaperAuthor>) -> PaperAuthor?
}

/// Writing and looking back.
extension RecordScene {
    func form(_ fields: RecordFields, act: String) -> RecordFormPage {
        var page = RecordFormPage(scene.frame(.beside), head: head(), fields: fields, act: act)
        page.clashes = clashes { _ in true }
        page.keeping = keeping
        return page
    }

    /// `free`: names a step that is not there yet.
    func fields(free: Record.Step.ID) -> RecordFields {
        let values = record.texts.map { ($0.key.name, $0.value) }
        var fields = RecordFields(
            Dictionary(values) { $1 }, steps: record.steps.map(\.text) + [free.text],
            isChatham: record.isChatham, paperAuthor: hidesPeople ? "" : onPaper ?? "")
        fields.maySwitchRule = maySwitchRule
        return fields
    }

    private func clashes(_ isShown: (Record.Field) -> Bool) -> [RecordClash] {
        record.clashes.filter { isShown($0.field) }.map {
            RecordClash(
                number: $0.number, name: $0.field.name, field: scene.words.name(of: $0.field),
                first: $0.first, second: $0.second)
        }
    }

    private var keeping: NoteKeeping? {
        guard scene.gathering.absenceOfRecorded(session) == nil else { return nil }
        let own = scene.caller.participant
        let keeper = scene.gathering.keeper(of: record)
        let isWanted = scene.gathering.looksForKeeper(of: record, session)
        let isAsked = scene.hasBegun(session) && isWanted
        guard isWanted || keeper != nil else { return nil }
        let name = keeper.map { id in
            let label = record.isChatham ? "" : scene.labels.label(id)
            return label.isEmpty ? scene.words["record.somebody"] : label
        }
        return NoteKeeping(
            keeper: name, isMine: own != nil && keeper == own, isAsked: isAsked, mayKeep: own != nil)
    }

    /// Lines of the history: what one person wrote within five minutes is one.
    ///
    /// `before`: the revision up to which they were shown already.
    func history(shown: Int?, before: Int? = nil, act: String) -> RecordHistoryPage {
        let lines = Self.lines(record.revisions).reversed().filter { line in
            before.map { line.number < $0 } ?? true
        }
        let here = lines.prefix(Self.versionsShownMax)
        let hasOlder = lines.count > here.count
        var page = RecordHistoryPage(
            scene.frame(.beside), head: head(), versions: here.map(version),
            isCut: !hasOlder && (record.revisions.first?.number ?? 1) > 1)
        page.olderThan = hasOlder ? here.last?.number : nil
        guard let shown, let texts = record.texts(at: shown), shown > 0,
            let revision = record.revisions.first(where: { $0.number == shown })
        else { return page }
        let steps = record.stepOrder.filter { id in
            Record.Step.Part.allCases.contains { texts[.step(id, $0)]?.isEmpty == false }
        }
        page.shown = .init(
            number: shown, when: scene.clock(revision.at),
            text: text(texts, steps, by: authors(authors(until: shown), onPaper)),
            act: shown == record.revision ? nil : act)
        return page
    }

    private static let versionsShownMax = 100
    private static let pauseSecondsMax = 300

    /// Of what somebody wrote in one go, with the revision that it led to.
    private struct Line {
        var revisions: [Record.Revision]

        var last: Record.Revision { revisions[revisions.count - 1] }
        var number: Int { last.number }
    }

    /// Four who write at the same time make four lines and not four hundred.
    private static func lines(_ revisions: [Record.Revision]) -> [Line] {
        var lines: [Line] = []
        var open: [Participant.ID?: Int] = [:]
        for revision in revisions {
            if revision.restored == nil, let own = open[revision.by],
                revision.at.seconds(since: lines[own].last.at) < pauseSecondsMax
            {
                lines[own].revisions.append(revision)
            } else {
                open[revision.by] = revision.restored == nil ? lines.count : nil
                lines.append(Line(revisions: [revision]))
            }
            // What was restored parts before from after, for everybody.
            if revision.restored != nil { open = [:] }
        }
        return lines.sorted { $0.number < $1.number }
    }

    /// Without those who only came later.
    private func authors(until revision: Int) -> [Participant.ID] {
        let earlier = Set(record.revisions.filter { $0.number <= revision }.compactMap(\.by))
        let later = Set(record.revisions.filter { $0.number > revision }.compactMap(\.by))
        return record.authors.filter { earlier.contains($0) || !later.contains($0) }
    }

    private func version(_ line: Line) -> RecordVersion {
        let last = line.last
        let fields = line.revisions.flatMap(\.edits).map(\.field)
        var names: [String] = []
        for field in Record.Field.fixed + fields.sorted() where fields.contains(field) {
            let name = scene.words.name(of: field)
            if !names.contains(name) { names.append(name) }
        }
        return RecordVersion(
            number: last.number, time: scene.clock(last.at),
            author: hidesPeople ? nil : last.by.map(scene.labels.label)?.nonEmpty,
            fields: last.restored == nil ? names : [], note: note(line.revisions))
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
    var nonEmpty: String? { isEmpty ? nil : self }
}
