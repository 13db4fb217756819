/// A record to be read: by those inside as it is now, by everybody else as it was released.
public struct RecordPage: Page {
    public static let template = "records/record"

    public var frame: PhoneFrame
    public var head: RecordHead
    /// Nil where nobody wrote anything, or nothing was released to the reader.
    public var text: RecordText?
    public var clashes: [RecordClash] = []
    public var mayWrite = false
    /// "Öffentlich ist die Fassung von 11:42", with the way there; nil when that is what is shown.
    public var publicNote: String?
    /// This is the released version, and there is a newer draft.
    public var isOlder = false
    /// For whoever may make it public.
    public var release: ReleaseDesk?
    public var group: GroupLine?

    public init(_ frame: PhoneFrame, head: RecordHead, text: RecordText?) {
        self.frame = frame
        self.head = head
        self.text = text
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text(head.title(words) + " \u{B7} " + frame.name)
        case "head": .part(head)
        case "text": .maybe(text)
        case "none": .text(mayWrite ? words["record.none"] : words["record.nonePublic"])
        case "noneNext": .text(mayWrite ? words["record.noneNext"] : words["record.nonePublicNext"])
        case "clashes": .parts(clashes)
        case "mayWrite": .flag(mayWrite)
        case "hasHistory": .flag(mayWrite && head.revision > 0)
        case "publicNote": .maybe(publicNote)
        case "publicAddress": .text(Route.record(head.gathering, head.session).path + "?released")
        case "group": .maybe(group)
        case "isOlder": .flag(isOlder)
        case "release": .maybe(release.map { ReleasePart(desk: $0, head: head) })
        default: frame.answer(name, words)
        }
    }
}

/// Making a record public, or not any more.
public struct ReleaseDesk: Sendable {
    public var act: String
    /// Of people who are here: each has to be looked at first.
    public var names: [String]
    public var clashCount: Int
    public var isReleased: Bool
    public var isCurrent: Bool
    /// Of so many who were here nobody can read the name any more.
    public var unreadCount = 0
    /// Without a word there is nothing to release, only something to withdraw.
    public var hasWords = true

    var isHeldBack: Bool { !names.isEmpty || unreadCount > 0 }

    public init(
        act: String, names: [String] = [], clashCount: Int = 0, isReleased: Bool = false,
        isCurrent: Bool = false
    ) {
        self.act = act
        self.names = names
        self.clashCount = clashCount
        self.isReleased = isReleased
        self.isCurrent = isCurrent
    }
}

private struct ReleasePart: Part {
    let desk: ReleaseDesk
    let head: RecordHead

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "isOpen": .flag(!desk.isCurrent && desk.hasWords)
        case "isCurrent": .flag(desk.isCurrent)
        case "isHeldBack": .flag(desk.isHeldBack)
        case "releaseAddress": .text(Route.recordRelease(head.gathering, head.session).path)
        case "act": .text(desk.act)
        case "seen": .number(head.revision)
        case "releaseText":
            .text(
                head.isChatham ? words["record.releaseChathamText"] : words["record.releaseText"])
        case "releaseLabel":
            .text(
                desk.isHeldBack
                    ? words["record.releaseNames"]
                    : desk.isReleased ? words["record.releaseAgain"] : words["record.release"])
        case "namesNote": .maybe(desk.names.isEmpty ? nil : words("record.names", count: desk.names.count))
        case "names": .texts(desk.names)
        case "unreadNote":
            .maybe(desk.unreadCount == 0 ? nil : words("record.namesUnread", count: desk.unreadCount))
        case "unread": .number(desk.unreadCount)
        case "clashNote":
            .maybe(desk.clashCount == 0 ? nil : words("record.clashesLeft", count: desk.clashCount))
        case "withdraw":
            .maybe(
                desk.isReleased
                    ? Act(
                        words["record.withdrawRelease"],
                        .recordReleaseWithdrawal(head.gathering, head.session), id: desk.act + "-w") : nil)
        default: nil
        }
    }
}

/// Two versions of one place.
public struct RecordClash: Part {
    public let number: Int
    /// "Lösungen".
    public let field: String
    public let first: String
    public let second: String
    /// The field's name, under which it is marked.
    public let name: String

    public init(number: Int, name: String, field: String, first: String, second: String) {
        self.number = number
        self.name = name
        self.field = field
        self.first = first
        self.second = second
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "clashText": .text(words("record.clash", ["field": field]))
        case "clashField": .text(self.name)
        case "first": .text(first)
        case "second": .text(second)
        case "formID": .text("choice-\(number)")
        case "number": .number(number)
        case "versions": .text(words("record.clashVersions", ["first": first, "second": second]))
        default: nil
        }
    }
}
