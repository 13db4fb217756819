/// How many go on with a topic and from where, with the way there: stands on the pages of the topic.
public struct GroupLine: Part {
    public let gathering: String
    public let topic: String
    public var count: Int
    /// "Balve", "Hemer (2)"
    public var towns: [String]
    /// The reader is in it, or holds it together.
    public var isMine: Bool
    public var isOpen: Bool

    public init(
        gathering: String, topic: String, count: Int, towns: [String] = [], isMine: Bool = false,
        isOpen: Bool = true
    ) {
        self.gathering = gathering
        self.topic = topic
        self.count = count
        self.towns = towns
        self.isMine = isMine
        self.isOpen = isOpen
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "groupAddress": .text(Route.group(gathering, topic).path)
        case "groupLabel":
            .text(isMine ? words["group.yours"] : isOpen ? words["group.goOn"] : words["group.see"])
        case "groupCount": .maybe(count == 0 ? nil : words("group.count", count: count))
        case "groupTowns": .maybe(towns.isEmpty ? nil : words("group.towns", ["towns": words.list(towns)]))
        default: nil
        }
    }
}
