internal import Domain
internal import Pages

/// The form of a topic: what was typed, what it means, and what was wrong with it.
struct TopicForm {
    var proposal: Proposal.ID?
    var fields: ProposalFields
    var revision: Int?
    /// The form does not ask from when on somebody is here: what is known stays.
    private var from: MinuteOfDay?
    var refused: String?
    /// What of the edition before it goes on with, as long as it can be adopted.
    var suggestion: Suggestion?

    /// An empty one.
    init(_ scene: Scene) {
        fields = ProposalFields(equipment: Self.options(chosen: [], scene))
        fields.slotCountMax = min(
            Proposal.slotCountRange.upperBound, max(1, scene.gathering.programme.slots.count))
    }

    /// With the words of what it goes on with.
    init(adopting suggestion: Suggestion, _ scene: Scene) {
        self.init(scene)
        self.suggestion = suggestion
        fields.title = suggestion.title.text
        fields.sentence = suggestion.sentence.text
    }

    /// As it stands, to be changed.
    init(_ proposal: Proposal, _ scene: Scene) {
        self.init(scene)
        let content = proposal.content
        self.proposal = proposal.id
        revision = proposal.revision
        from = proposal.content.from
        fields.title = content.title.text
        fields.sentence = content.sentence.text
        fields.kind = ProposalKind(content.form)
        fields.equipment = Self.options(chosen: content.needs, scene)
        fields.mustLeaveAt = content.until?.fieldText ?? ""
        fields.coHosts = proposal.hosts.dropFirst().map(scene.labels.label).joined(separator: ", ")
        fields.slotCount = content.slotCount
    }

    /// As it was typed; `proposal` when it changes one.
    init(_ form: FormFields, of proposal: Proposal.ID? = nil, _ scene: Scene) {
        self.init(scene)
        self.proposal = proposal
        from = proposal.flatMap { scene.gathering.topics[$0]?.content.from }
        fields.title = form.text("title")
        fields.sentence = form.text("sentence")
        fields.kind = ProposalKind(rawValue: form.text("kind"))
        fields.equipment = Self.options(
            chosen: Set(form.all("needs").compactMap(Equipment.init(rawValue:))), scene)
        fields.mustLeaveAt = form.text("mustLeaveAt")
        fields.coHosts = form.text("coHosts")
        fields.slotCount = form.number("slotCount") ?? 1
        revision = form.number("revision")
    }

    /// What was typed, once every field of it can be.
    ///
    /// - Throws: all that was refused.
    func read(_ scene: Scene) throws -> (content: Proposal.Content, coHosts: [Participant.ID]) {
        var reading = FieldReading()
        let title = try reading.value { try Title(fields.title) }
        let sentence = try reading.value { try Sentence(fields.sentence) }
        let until = try reading.value { try mustLeaveAt() }
        let coHosts = try reading.value { try self.coHosts(scene) }
        guard let title, let sentence, let until, let coHosts else { throw reading.refusal }
        var content = Proposal.Content(title: title, sentence: sentence)
        content.form = fields.kind?.form ?? .question
        content.needs = Set(fields.equipment.filter(\.isChosen).compactMap { Equipment(rawValue: $0.value) })
        content.slotCount = fields.slotCount
        content.from = from
        content.until = until
        return (content, coHosts)
    }

    private func mustLeaveAt() throws -> MinuteOfDay? {
        guard !fields.mustLeaveAt.isBlank else { return nil }
        guard let until = MinuteOfDay(fields.mustLeaveAt) else { throw TimeRefused(field: "mustLeaveAt") }
        return until
    }

    /// The people whose names were typed, parted by commas; a name has to belong to somebody who is here.
    ///
    /// A town may follow its name after a comma, as the form itself writes it. Who joins in already stays when several
    /// have that name; who told nothing cannot be named, and stays.
    private func coHosts(_ scene: Scene) throws -> [Participant.ID] {
        let people = scene.gathering.attendees.present.map {
            (id: $0.id, label: folded(scene.labels.label($0.id)))
        }
        let joined = proposal.flatMap { scene.gathering.topics[$0]?.hosts.dropFirst() } ?? []
        var found = people.filter { $0.label.isEmpty && joined.contains($0.id) }.map(\.id)
        var typed = fields.coHosts.split(separator: ",").filter { !$0.isBlank }[...]
        while let first = typed.first {
            let parts = typed.map { folded(String($0)) }
            let lengths = (2...max(2, min(parts.count, 5))).reversed()
            let longest = lengths.first { length in
                people.contains { $0.label == parts.prefix(length).joined(separator: ", ") }
            }
            let name = parts.prefix(longest ?? 1).joined(separator: ", ")
            typed = typed.dropFirst(longest ?? 1)
            let named = people.filter {
                $0.label == name || $0.label.hasPrefix(name + " ") || $0.label.hasPrefix(name + ",")
            }.map(\.id).filter { !found.contains($0) }
            let known = named.filter(joined.contains)
            guard let id = known.first ?? (named.count == 1 ? named.first : nil) else {
                throw CoHostRefused(
                    name: first.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                    isAmbiguous: named.count > 1)
            }
            found.append(id)
        }
        return found
    }

    /// Puts a refusal beside its field; false when it is none that this form can show.
    mutating func note(_ error: any Error, _ scene: Scene) -> Bool {
        let words = scene.words
        switch error {
        case let refused as TextRefused where refused.field == SentenceKind.field:
            fields.sentenceRefused = words.sentence(for: refused)
        case let refused as TextRefused: fields.titleRefused = words.sentence(for: refused)
        case let several as SeveralRefused: return several.refusals.allSatisfy { note($0, scene) }
        case is TimeRefused: fields.mustLeaveRefused = words["refused.time"]
        case let refused as CoHostRefused:
            fields.coHostsRefused =
                refused.isAmbiguous
                ? words("refused.coHostAmbiguous", ["name": refused.name])
                : words("refused.coHostUnknown", ["name": refused.name])
        case let refused as TooMany: self.refused = words.sentence(for: refused)
        case let refused as Gathering.Refused where refused.kind != .notFound && refused.kind != .forbidden:
            self.refused = words.sentence(for: refused, scene.refusalNames)
            switch refused {
            // Sent again it is a topic of its own.
            case .adoptedAlready, .noSuchSuggestion: suggestion = nil
            default: break
            }
        default: return false
        }
        return true
    }

    private static func options(chosen: Set<Equipment>, _ scene: Scene) -> [ProposalFields.Option] {
        Equipment.allCases.map {
            .init(value: $0.rawValue, label: scene.words.equipmentName($0), isChosen: chosen.contains($0))
        }
    }

    private func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}

/// Somebody who was named as a co-host and is not here, or could be several.
struct CoHostRefused: Refusal {
    let name: String
    let isAmbiguous: Bool

    var kind: RefusalKind { .invalid }
}

extension Scene {
    func form(_ typed: TopicForm, act: String) -> ProposalFormPage {
        var page = ProposalFormPage(
            frame(.beside), proposal: typed.proposal?.text, fields: typed.fields,
            host: caller.participant.map(labels.label) ?? "", act: act,
            revision: typed.revision.map(String.init),
            refused: typed.refused)
        page.hasPrevious = gathering.programme.previous != nil
        page.suggestion = typed.suggestion.map { ($0.source.name, $0.title.text) }
        page.isOfOther = typed.proposal.map { !isHosting($0) } ?? false
        return page
    }
}
