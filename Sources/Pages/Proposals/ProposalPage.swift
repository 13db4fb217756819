/// One topic by itself: what it is about, who offers it, where and when, and what the reader may do with it.
public struct ProposalPage: Page {
    public static let template = "proposals/proposal"

    public var frame: PhoneFrame
    /// The topic with the reader's wish, as in the list.
    public var row: TopicRow
    public var sentence: String
    public var coHosts: [String]
    public var needs: [String]
    public var mustLeaveAt: String?
    /// "11:30, Rittersaal", once it has a place.
    public var placement: String?
    /// Why it has none: parked, withdrawn, merged into another.
    public var notPlaced: String?
    public var mayEdit: Bool
    /// The act of withdrawing, for whoever may.
    public var withdrawalAct: String?
    /// How many want to go: withdrawing reaches them. Nil while nobody may see it.
    public var affectedCount: Int?

    /// Something can be written down of it.
    public var hasRecord = false
    /// "Kommt aus: …", for a topic that goes on with one of the edition before.
    public var source: String?
    /// Nil where nobody goes on and nobody can.
    public var group: GroupLine?

    public init(_ frame: PhoneFrame, row: TopicRow, sentence: String = "") {
        self.frame = frame
        self.row = row
        self.sentence = sentence
        coHosts = []
        needs = []
        mayEdit = false
        affectedCount = 0
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(row.title + " \u{B7} " + frame.name)
        case "sentence": .maybe(sentence.isEmpty ? nil : sentence)
        case "coHosts": .maybe(coHosts.isEmpty ? nil : coHosts.joined(separator: ", "))
        case "needs": .maybe(needs.isEmpty ? nil : needs.joined(separator: ", "))
        case "mustLeave": .maybe(mustLeaveAt.map { words("proposal.mustLeave", ["time": $0]) })
        case "placement": .maybe(placement)
        case "notPlaced": .maybe(notPlaced)
        case "hasFacts": .flag(placement != nil || !coHosts.isEmpty || !needs.isEmpty || mustLeaveAt != nil)
        case "editAddress":
            .maybe(mayEdit ? Route.proposal(row.gathering, row.id).path + "?edit" : nil)
        case "recordAddress": .maybe(hasRecord ? Route.record(row.gathering, row.id).path : nil)
        case "group": .maybe(group)
        case "source": .maybe(source)
        case "withdrawAct": .maybe(withdrawalAct)
        case "withdrawTopicAddress": .text(Route.withdrawal(row.gathering, row.id).path)
        case "affected":
            .text(
                affectedCount.map { words("proposal.affected", count: $0) } ?? words["proposal.affectedBlind"]
            )
        case "topicsAddress": .text(Route.topics(row.gathering).path)
        default: row.answer(name, words) ?? frame.answer(name, words)
        }
    }
}
