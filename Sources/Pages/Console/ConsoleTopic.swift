/// A topic as a moderator sees it, with all that can be done to it.
public struct ConsoleTopic: Sendable {
    public let id: String
    public var title: String
    public var sentence: String
    public var host: String
    public var kind: ProposalKind?
    public var state: State
    public var isHidden: Bool
    /// When and from where it was hidden, and why.
    public var hidingNote: String?
    public var admission: Admission
    /// Nil while wishes are blind.
    public var wishCount: Int?
    public var handCount: Int
    /// What was joined to it.
    public var merged: [String]

    public enum State: Sendable, Equatable {
        /// Counted from 1.
        case waiting(place: Int)
        case pitching
        case pitched
        case withdrawn
        case merged(into: String)
        /// Went with its person.
        case removed

        var isOpen: Bool {
            switch self {
            case .waiting, .pitching, .pitched: true
            case .withdrawn, .merged, .removed: false
            }
        }
    }

    public enum Admission: String, Sendable {
        case undecided, taken, leftOut
    }

    public init(
        id: String,
        title: String,
        sentence: String = "",
        host: String,
        kind: ProposalKind?,
        state: State,
        isHidden: Bool = false,
        hidingNote: String? = nil,
        admission: Admission = .undecided,
        wishCount: Int?,
        handCount: Int = 0,
        merged: [String] = []
    ) {
        self.id = id
        self.title = title
        self.sentence = sentence
        self.host = host
        self.kind = kind
        self.state = state
        self.isHidden = isHidden
        self.hidingNote = hidingNote
        self.admission = admission
        self.wishCount = wishCount
        self.handCount = handCount
        self.merged = merged
    }
}

struct TopicDeskPart: Part {
    let topic: ConsoleTopic
    let page: ConsoleTopicsPage

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(topic.id)
        case "title": .text(topic.title)
        case "sentence": .maybe(topic.sentence.isEmpty ? nil : topic.sentence)
        case "by":
            .text(
                [topic.host, topic.kind?.name(words)].compactMap(\.self).filter { !$0.isEmpty }
                    .joined(separator: " \u{B7} ")
            )
        case "state": .text(state(words))
        case "isOpen": .flag(topic.state.isOpen)
        case "isHidden": .flag(topic.isHidden)
        case "hidingNote": .maybe(topic.hidingNote)
        case "mergedNote":
            .maybe(
                topic.merged.isEmpty
                    ? nil : words("desk.mergedNote", ["titles": topic.merged.joined(separator: ", ")])
            )
        case "handsDesk": .maybe(handsDesk)
        case "isChosen": .flag(page.chosen == topic.id)
        case "moreHref": .text(page.frame.address(.topics, [("topic", topic.id)]) + "#topic-\(topic.id)")
        case "lessHref": .text(page.frame.address(.topics) + "#topic-\(topic.id)")
        default: acts(name, words)
        }
    }

    private func acts(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "editHref":
            .maybe(
                topic.state.isOpen ? Route.proposal(page.frame.gathering, topic.id).path + "?edit" : nil)
        case "isPlenum": .flag(page.isPlenum && topic.state.isOpen)
        case "isTaken": .flag(topic.admission == .taken)
        case "isLeftOut": .flag(topic.admission == .leftOut)
        case "takeIn": .part(admit(words["desk.takeIn"], topic.admission == .taken ? "open" : "yes"))
        case "leaveOut": .part(admit(words["desk.leaveOut"], topic.admission == .leftOut ? "open" : "no"))
        case "hide":
            .maybe(topic.isHidden ? nil : page.frame.act(words["desk.hide"], .hiding(topic.id)))
        case "hideReason":
            .part(
                FormKit("hide-\(topic.id)", nil).input("reason", words["desk.hideReason"], lengthMax: 120)
            )
        case "show":
            .maybe(
                topic.isHidden ? page.frame.act(words["desk.show"], .hidingWithdrawal(topic.id)) : nil
            )
        case "withdraw":
            .maybe(
                topic.state.isOpen
                    ? page.frame.act(words["desk.withdraw"], .proposalWithdrawal(topic.id)) : nil
            )
        case "reopen":
            .maybe(
                topic.state == .withdrawn ? page.frame.act(words["desk.reopen"], .reopening(topic.id)) : nil
            )
        case "merge":
            .maybe(
                topic.state.isOpen && !others.isEmpty
                    ? page.frame.act(words["desk.merge"], .merger(topic.id)) : nil
            )
        case "mergeSelect":
            .part(FormKit("merge-\(topic.id)", nil).select("into", words["desk.mergeInto"], others))
        default: nil
        }
    }

    private var others: [SelectOption] {
        page.topics.filter { $0.id != topic.id && $0.state.isOpen }.map { SelectOption($0.id, $0.title) }
    }

    private var handsDesk: HandsPart? {
        guard topic.state.isOpen else { return nil }
        let hands = HandsCount(
            proposal: topic.id,
            title: topic.title,
            count: topic.handCount,
            wishCount: topic.wishCount
        )
        return HandsPart(hands: hands, heads: page.heads, frame: page.frame)
    }

    private func admit(_ label: String, _ answer: String) -> Act {
        page.frame.act("\(label): \(topic.title)", .admission(topic.id), ["in": answer])
    }

    private func state(_ words: Phrases) -> String {
        switch topic.state {
        case .waiting(let place): words("desk.waiting", count: place)
        case .pitching: words["desk.pitching"]
        case .pitched: words["desk.pitched"]
        case .withdrawn: words["desk.withdrawn"]
        case .merged(let into): words("desk.mergedInto", ["title": into])
        case .removed: words["desk.removed"]
        }
    }
}
