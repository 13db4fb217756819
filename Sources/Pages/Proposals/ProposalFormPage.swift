/// Offering a topic, or changing one: a single required field, the rest if somebody likes.
public struct ProposalFormPage: Page {
    public static let template = "proposals/form"

    public var frame: PhoneFrame
    /// Nil for a new topic.
    public var proposal: String?
    public var fields: ProposalFields
    /// Who offers it: "Anna, Iserlohn"; empty for somebody who told no name.
    public var host: String
    /// A topic that sounds alike.
    public var similar: SimilarTopic?
    public var act: String
    /// What the reader saw when they began to change it; the second of two is told.
    public var revision: String?
    public var refused: String?
    /// A moderator changes what somebody else offers.
    public var isOfOther = false
    /// There is an edition before, whose open topics can be adopted.
    public var hasPrevious = false
    /// The suggestion it adopts, by its name, and its title.
    public var suggestion: (name: String, title: String)?

    public init(
        _ frame: PhoneFrame,
        proposal: String? = nil,
        fields: ProposalFields,
        host: String,
        similar: SimilarTopic? = nil,
        act: String,
        revision: String? = nil,
        refused: String? = nil
    ) {
        self.frame = frame
        self.proposal = proposal
        self.fields = fields
        self.host = host
        self.similar = similar
        self.act = act
        self.revision = revision
        self.refused = refused
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle":
            words.title(
                heading(words) + " \u{B7} " + frame.name, isRefused: refused != nil || fields.isRefused)
        case "heading": .text(heading(words))
        case "button": .text(proposal == nil ? words["propose.send"] : words["propose.save"])
        case "action": .text(route.path)
        case "cancelAddress": .text(back.path)
        case "fields": .part(fields)
        case "similar": .maybe(similar)
        case "act": .text(act)
        case "revision": .maybe(revision)
        case "refused": .maybe(refused)
        case "suggestionsHref":
            .maybe(
                hasPrevious && proposal == nil && suggestion == nil
                    ? Route.suggestions(frame.gathering).path : nil)
        case "suggestionName": .maybe(suggestion?.name)
        case "takes": .maybe(suggestion.map { words("suggestion.takes", ["title": $0.title]) })
        case "youStandAs":
            .markup(
                host.isEmpty
                    ? words.markup("propose.nameless") : words.markup("propose.youStandAs", ["name": host])
            )
        default: frame.answer(name, words)
        }
    }

    private func heading(_ words: Phrases) -> String {
        guard proposal != nil else { return words["propose.heading"] }
        return isOfOther ? words["propose.headingEditOther"] : words["propose.headingEdit"]
    }

    private var route: Route {
        proposal.map { .proposal(frame.gathering, $0) } ?? .proposals(frame.gathering)
    }

    private var back: Route {
        proposal.map { .proposal(frame.gathering, $0) } ?? .topics(frame.gathering)
    }
}

/// A topic that sounds like the one being typed.
public struct SimilarTopic: Part {
    public let gathering: String
    public let id: String
    public let title: String
    public let host: String

    public init(gathering: String, id: String, title: String, host: String) {
        self.gathering = gathering
        self.id = id
        self.title = title
        self.host = host
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "similarText": .markup(words.markup("propose.similar", ["title": title, "host": host]))
        case "similarAddress": .text(Route.proposal(gathering, id).path)
        default: nil
        }
    }
}

/// The same hint alone, for the page that asks while somebody types.
public struct SimilarFragment: Page {
    public static let template = "proposals/similar"

    public var topic: SimilarTopic

    public init(_ topic: SimilarTopic) {
        self.topic = topic
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        topic.answer(name, words)
    }
}

/// The inputs of a topic, with what was typed and what was refused.
public struct ProposalFields: Part {
    public static let titleLengthMax = 120

    public var title: String
    public var sentence: String
    public var kind: ProposalKind?
    public var equipment: [Option]
    /// "14:00", or empty.
    public var mustLeaveAt: String
    public var coHosts: String
    public var slotCount: Int
    /// More than one slot may be asked for.
    public var slotCountMax: Int
    public var titleRefused: String?
    public var sentenceRefused: String?
    public var mustLeaveRefused: String?
    public var coHostsRefused: String?

    /// Something a room may have, and whether the topic needs it.
    public struct Option: Sendable, Equatable {
        public let value: String
        public let label: String
        public var isChosen: Bool

        public init(value: String, label: String, isChosen: Bool = false) {
            self.value = value
            self.label = label
            self.isChosen = isChosen
        }
    }

    public init(
        title: String = "",
        sentence: String = "",
        kind: ProposalKind? = nil,
        equipment: [Option] = [],
        mustLeaveAt: String = "",
        coHosts: String = ""
    ) {
        self.title = title
        self.sentence = sentence
        self.kind = kind
        self.equipment = equipment
        self.mustLeaveAt = mustLeaveAt
        self.coHosts = coHosts
        slotCount = 1
        slotCountMax = 1
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "titleField":
            .part(
                Field(
                    "title",
                    label: words["propose.title"],
                    value: title,
                    hint: words("propose.lengthMax", count: Self.titleLengthMax),
                    error: titleRefused,
                    isRequired: true,
                    lengthMax: Self.titleLengthMax
                )
            )
        case "sentenceField":
            .part(
                Field(
                    "sentence",
                    label: words["propose.sentence"],
                    value: sentence,
                    hint: words["propose.ifYouLike"],
                    error: sentenceRefused,
                    lengthMax: 280,
                    rows: 2
                )
            )
        case "kinds": .part(ChoiceGroup(words["propose.have"], choices: kinds(words)))
        case "needs":
            .maybe(equipment.isEmpty ? nil : ChoiceGroup(words["propose.need"], choices: needs))
        case "leaveField":
            .part(
                Field(
                    "mustLeaveAt",
                    label: words["propose.mustLeave"],
                    value: mustLeaveAt,
                    hint: words["propose.ifYouMust"],
                    error: mustLeaveRefused,
                    kind: .time
                )
            )
        case "coHostsField":
            .part(
                Field(
                    "coHosts",
                    label: words["propose.coHosts"],
                    value: coHosts,
                    hint: words["propose.coHostsHint"],
                    error: coHostsRefused,
                    lengthMax: 200
                )
            )
        case "slots":
            .maybe(slotCountMax > 1 ? ChoiceGroup(words["propose.slots"], choices: slots(words)) : nil)
        case "hasMore": .flag(hasMore)
        case "problems": .maybe(Problems(of: self, Self.fieldNames, words))
        default: nil
        }
    }

    private static let fieldNames = ["titleField", "sentenceField", "leaveField", "coHostsField"]

    var isRefused: Bool {
        [titleRefused, sentenceRefused, mustLeaveRefused, coHostsRefused].contains { $0 != nil }
    }

    /// The lower part of the form stands open when there is something in it.
    private var hasMore: Bool {
        !mustLeaveAt.isEmpty || !coHosts.isEmpty || slotCount > 1 || mustLeaveRefused != nil
            || coHostsRefused != nil
    }

    private func kinds(_ words: Phrases) -> [Choice] {
        ProposalKind.allCases.map {
            Choice("kind", value: $0.rawValue, label: $0.offer(words), isChosen: $0 == kind, isSingle: true)
        }
    }

    private var needs: [Choice] {
        equipment.map { Choice("needs", value: $0.value, label: $0.label, isChosen: $0.isChosen) }
    }

    private func slots(_ words: Phrases) -> [Choice] {
        (1...slotCountMax).map {
            Choice(
                "slotCount",
                value: String($0),
                label: words("propose.slotCount", count: $0),
                isChosen: $0 == slotCount,
                isSingle: true
            )
        }
    }
}
