/// Who goes on with what: numbers and towns for moderators, contacts only for organisers and only where somebody agreed.
public struct ConsoleGroupsPage: Page {
    public static let template = "console/groups"

    public var frame: ConsoleFrame
    public var groups: [ConsoleGroup]

    public init(_ frame: ConsoleFrame, groups: [ConsoleGroup]) {
        self.frame = frame
        self.groups = groups
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "groupsTitle":
            .text(
                groups.isEmpty ? words["console.groups"] : words("desk.groupsTitle", count: groups.count))
        case "groupsNote": .maybe(groups.isEmpty ? nil : words["desk.groupsNote"])
        case "isEmptyList": .flag(groups.isEmpty)
        case "groups": .parts(groups.map { ConsoleGroupPart(group: $0, frame: frame) })
        default: frame.answer(name, words)
        }
    }
}

public struct ConsoleGroup: Sendable, Hashable {
    public let topic: String
    public var title: String
    public var count: Int
    public var towns: [String]
    public var conveners: [String]
    /// What became of the topic, when it is not open any more.
    public var notPlaced: String?
    /// Those who share a contact with the organisers.
    public var members: [GroupMember] = []

    public init(topic: String, title: String, count: Int, towns: [String], conveners: [String]) {
        self.topic = topic
        self.title = title
        self.count = count
        self.towns = towns
        self.conveners = conveners
    }
}

private struct ConsoleGroupPart: Part {
    let group: ConsoleGroup
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "topic": .text(group.topic)
        case "title": .text(group.title)
        case "countText": .text(words("group.count", count: group.count))
        case "townsText":
            .maybe(group.towns.isEmpty ? nil : words("group.towns", ["towns": words.list(group.towns)]))
        case "convenerText":
            .text(
                group.conveners.isEmpty
                    ? words["group.convenerNobody"]
                    : words(
                        "group.convener", count: group.conveners.count,
                        ["names": words.list(group.conveners)]))
        case "notPlaced": .maybe(group.notPlaced)
        case "members": .parts(group.members)
        case "hasMembers": .flag(!group.members.isEmpty)
        case "groupHref": .text(Route.group(frame.gathering, group.topic).path)
        default: nil
        }
    }
}
