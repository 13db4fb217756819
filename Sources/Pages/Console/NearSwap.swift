/// One of the changes that come closest to the draft: a session elsewhere, or two that change places.
public struct NearSwap: Sendable, Equatable {
    public let session: String
    public var title: String
    /// The placement's revision.
    public let revision: Int
    /// Who makes way for it.
    public var otherTitle: String?
    public let price: NamedPrice

    public init(session: String, title: String, revision: Int, otherTitle: String?, price: NamedPrice) {
        self.session = session
        self.title = title
        self.revision = revision
        self.otherTitle = otherTitle
        self.price = price
    }
}

struct NearSwapPart: Part {
    let near: NearSwap
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "text": .text(text(words))
        case "go": .maybe(go(words))
        default: nil
        }
    }

    private func text(_ words: Phrases) -> String {
        let gaps = ["title": near.title, "place": near.price.place, "cost": near.price.cost(words)]
        guard let other = near.otherTitle else { return words("near.move", gaps) }
        return words("near.swap", gaps.merging(["other": other]) { $1 })
    }

    /// The button that takes it there is the one of the session's own panel.
    private func go(_ words: Phrases) -> Act? {
        let chosen = ChosenSession(
            id: near.session, title: near.title, host: nil, revision: near.revision)
        let label = near.otherTitle == nil ? words["grid.move"] : words["grid.swap"]
        return near.price.price.act(
            chosen, slot: near.price.slot, room: near.price.room, label: label, frame)
    }
}
