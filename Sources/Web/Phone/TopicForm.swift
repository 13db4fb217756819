internal import Domain
internal import Pages

/// The form of a topic: what was typed, what it means, and what was wrong with it.
struct TopicForm {
    var proposal: Proposal.ID?
    var fields: ProposalFields
    var revision: Int?
    var refused: String?

    /// An empty one.
    init(_ scene: Scene) {
        fields = ProposalFields(equipment: Self.options(chosen: [], scene))
        fields.slotCountMax = min(
            Proposal.slotCountRange.upperBound, max(1, scene.gathering.programme.slots.count))
    }

    /// As it stands, to be changed.
    init(_ proposal: Proposal, _ scene: Scene) {
        self.init(scene)
        let content = proposal.content
        self.proposal = proposal.id
        revision = proposal.revision
        fields.title = content.title.text
        fields.sentence = content.sentence.text
        fields.kind = ProposalKind(content.form)
        fields.equipment = Self.options(chosen: content.needs, scene)
        fields.mustLeaveAt = content.until?.fieldText ?? ""
        fields.coHosts = proposal.hosts.dropFirst().map(scene.labels.label).joined(separator: ", ")
        fields.slotCount = content.slotCount
    }

    /// As it was typed.
    init(_ form: FormFields, _ scene: Scene) {
        self.init(scene)
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

    func content() throws -> Proposal.Content {
        var content = Proposal.Content(
            title: try Title(fields.title), sentence: try Sentence(fields.sentence))
        content.form = fields.kind?.form ?? .question
        content.needs = Set(fields.equipment.filter(\.isChosen).compactMap { Equipment(rawValue: $0.value) })
        content.slotCount = fields.slotCount
        if !fields.mustLeaveAt.allSatisfy(\.isWhitespace) {
            guard let until = MinuteOfDay(fields.mustLeaveAt) else { throw TimeRefused(field: "mustLeaveAt") }
            content.until = until
        }
        return content
    }

    /// The people whose names were typed, parted by commas; a name has to belong to somebody who is here.
    func coHosts(_ scene: Scene) throws -> [Participant.ID] {
        let typed = fields.coHosts.split(separator: ",").map { folded(String($0)) }.filter { !$0.isEmpty }
        guard !typed.isEmpty else { return [] }
        let people = scene.gathering.attendees.present.map { ($0.id, folded(scene.labels.label($0.id))) }
        return try typed.map { name in
            let found = people.filter {
                $0.1 == name || $0.1.hasPrefix(name + " ") || $0.1.hasPrefix(name + ",")
            }
            guard found.count == 1 else { throw CoHostRefused(name: name, isAmbiguous: found.count > 1) }
            return found[0].0
        }
    }

    /// Puts a refusal beside its field; false when it is none that this form can show.
    mutating func note(_ error: any Error, _ scene: Scene) -> Bool {
        let words = scene.words
        switch error {
        case let refused as TextRefused where refused.field == SentenceKind.field:
            fields.sentenceRefused = words.sentence(for: refused)
        case let refused as TextRefused: fields.titleRefused = words.sentence(for: refused)
        case is TimeRefused: fields.mustLeaveRefused = words["refused.time"]
        case let refused as CoHostRefused:
            fields.coHostsRefused =
                refused.isAmbiguous
                ? words("refused.coHostAmbiguous", ["name": refused.name])
                : words("refused.coHostUnknown", ["name": refused.name])
        case let refused as TooMany: self.refused = words.sentence(for: refused)
        case let refused as Gathering.Refused where refused.kind != .notFound && refused.kind != .forbidden:
            self.refused = words.sentence(for: refused, scene.refusalNames)
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
        ProposalFormPage(
            frame(.beside), proposal: typed.proposal?.text, fields: typed.fields,
            host: caller.participant.map(labels.label) ?? "", act: act,
            revision: typed.revision.map(String.init),
            refused: typed.refused)
    }
}
