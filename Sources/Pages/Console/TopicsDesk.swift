import Domain

/// All topics, in the hands of a moderator.
public struct ConsoleTopicsPage: Page {
    public static let template = "console/topics"

    public var frame: ConsoleFrame
    public var topics: [ConsoleTopic]
    public var heads: HeadCount
    /// The plenum decides one by one what gets in.
    public var isPlenum: Bool
    /// The topic whose acts are unfolded.
    public var chosen: String?
    public var isTakingProposals: Bool
    /// Everybody a topic can be offered for: id and "Bernd, Balve".
    public var people: [SelectOption]
    /// The form for somebody else's topic is open.
    public var showsForm: Bool
    public var typed: Typed?
    /// Until when latecomers count, and how many did.
    public var latecomers = LatecomerNote()
    /// There is an edition before, whose open topics can be adopted.
    public var hasPrevious = false
    /// The suggestion that the form adopts.
    public var suggestion: (name: String, title: String, sentence: String)?

    public init(
        _ frame: ConsoleFrame,
        topics: [ConsoleTopic],
        heads: HeadCount,
        isPlenum: Bool = false,
        chosen: String? = nil,
        isTakingProposals: Bool = true,
        people: [SelectOption] = [],
        showsForm: Bool = false,
        typed: Typed? = nil
    ) {
        self.frame = frame
        self.topics = topics
        self.heads = heads
        self.isPlenum = isPlenum
        self.chosen = chosen
        self.isTakingProposals = isTakingProposals
        self.people = people
        self.showsForm = showsForm
        self.typed = typed
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "topicsTitle": .text(words("topics.count", count: topics.count))
        case "isEmptyList": .flag(topics.isEmpty)
        case "topics": .parts(topics.map { TopicDeskPart(topic: $0, page: self) })
        case "handsNote": .maybe(topics.isEmpty || frame.phase == .ended ? nil : words["console.handsNote"])
        case "admissionNote": .maybe(isPlenum ? admissionNote(words) : nil)
        case "latecomers": .maybe(latecomers.text(words))
        case "showsForm": .flag(showsForm || typed != nil)
        case "newHref": .text(frame.address(.topics, [("new", "1")]) + "#new")
        case "proposing":
            .part(
                isTakingProposals
                    ? frame.act(words["console.stopProposing"], .proposing, ["open": "0"])
                    : frame.act(words["console.startProposing"], .proposing, ["open": "1"])
            )
        case "suggestionsHref": .maybe(hasPrevious ? Route.suggestions(frame.gathering).path : nil)
        case "hasPeople": .flag(!people.isEmpty)
        case "peopleHref": .text(frame.address(.people))
        default: form(name, words) ?? frame.answer(name, words)
        }
    }

    private func form(_ name: String, _ words: Phrases) -> Answer? {
        let kit = FormKit("new", typed)
        return switch name {
        case "newAct":
            .part(
                frame.act(
                    words["desk.offer"], .proposals, suggestion.map { ["suggestion": $0.name] } ?? [:]))
        case "hostSelect":
            .part(
                kit.select("host", words["desk.for"], [SelectOption("", words["desk.choosePerson"])] + people)
            )
        case "titleField":
            .part(
                kit.input(
                    "title", words["desk.title"], suggestion?.title ?? "", isRequired: true, lengthMax: 120))
        case "sentenceField":
            .part(
                kit.input(
                    "sentence",
                    words["desk.sentence"],
                    suggestion?.sentence ?? "",
                    hint: words["prepare.optional"],
                    lengthMax: 280,
                    rows: 2
                )
            )
        case "formChoices":
            .part(
                kit.radios(
                    "form",
                    words["desk.kind"],
                    ProposalKind.allCases.map { SelectOption($0.rawValue, $0.name(words)) },
                    chosen: ProposalKind.question.rawValue
                )
            )
        case "needsChoices":
            .part(kit.checks("needs", words["desk.needs"], Equipment.options(words), chosen: []))
        case "fromField":
            .part(kit.input("from", words["desk.from"], hint: words["prepare.optional"], kind: .time))
        case "untilField":
            .part(kit.input("until", words["desk.until"], hint: words["prepare.optional"], kind: .time))
        case "lengthSelect":
            .part(
                kit.select(
                    "slotCount",
                    words["desk.length"],
                    (1...4).map { SelectOption("\($0)", words("desk.slots", count: $0)) },
                    chosen: "1"
                )
            )
        case "coHostSelects": .parts((0..<Self.coHostCount).map { coHost($0, words) })
        default: nil
        }
    }

    /// One select for each: a list in which several are marked is lost with one wrong tap.
    private static let coHostCount = 3

    private func coHost(_ index: Int, _ words: Phrases) -> Select {
        let typed = typed?.all("coHosts") ?? []
        let chosen = index < typed.count ? typed[index] : ""
        let options = [SelectOption("", words["desk.noCoHost"])] + people
        return Select(
            id: "new-coHosts-\(index + 1)",
            name: "coHosts",
            label: index == 0 ? words["desk.coHost"] : words["desk.coHostToo"],
            hint: words["prepare.optional"],
            error: nil,
            options: options.map { SelectOption($0.value, $0.label, isChosen: $0.value == chosen) }
        )
    }

    private func admissionNote(_ words: Phrases) -> String {
        let open = topics.filter { $0.state.isOpen && $0.admission == .undecided }.count
        return words("desk.undecidedCount", count: open)
    }
}
