/// What became of a record, newest first; every version can be looked at and restored.
public struct RecordHistoryPage: Page {
    public static let template = "records/history"

    public var frame: PhoneFrame
    public var head: RecordHead
    public var versions: [RecordVersion]
    /// There was more, which is not kept any more.
    public var isCut: Bool
    /// There is more, older than this revision.
    public var olderThan: Int?
    /// The version that is looked at.
    public var shown: Shown?

    public struct Shown: Sendable {
        public var number: Int
        public var when: String
        public var text: RecordText
        public var act: String?

        public init(number: Int, when: String, text: RecordText, act: String?) {
            self.number = number
            self.when = when
            self.text = text
            self.act = act
        }
    }

    public init(_ frame: PhoneFrame, head: RecordHead, versions: [RecordVersion], isCut: Bool = false) {
        self.frame = frame
        self.head = head
        self.versions = versions
        self.isCut = isCut
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "pageTitle": .text("\(words["record.history"]): \(head.title) \u{B7} \(frame.name)")
        case "head": .part(head)
        case "versions": .parts(versions.map { VersionPart(version: $0, page: self) })
        case "isEmpty": .flag(versions.isEmpty)
        case "isCut": .flag(isCut)
        case "olderHref":
            .maybe(
                olderThan.map { Route.recordHistory(head.gathering, head.session).path + "?before=\($0)" })
        case "shown": .maybe(shown.map { ShownPart(shown: $0, head: head) })
        default: frame.answer(name, words)
        }
    }
}

/// What somebody wrote in one go.
public struct RecordVersion: Sendable, Hashable {
    public let number: Int
    /// "11:42".
    public var time: String
    /// Nil under the Chatham House rule.
    public var author: String?
    /// "Lösungen, Links".
    public var fields: [String]
    /// "wieder wie 11:20".
    public var note: String?

    public init(number: Int, time: String, author: String?, fields: [String], note: String? = nil) {
        self.number = number
        self.time = time
        self.author = author
        self.fields = fields
        self.note = note
    }
}

private struct VersionPart: Part {
    let version: RecordVersion
    let page: RecordHistoryPage

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "time": .text(version.time)
        case "author": .maybe(version.author)
        case "what": .text(([version.note].compactMap(\.self) + version.fields).joined(separator: ", "))
        case "isShown": .flag(page.shown?.number == version.number)
        case "versionHref":
            .text(
                Route.recordHistory(page.head.gathering, page.head.session).path
                    + "?revision=\(version.number)#shown")
        default: nil
        }
    }
}

private struct ShownPart: Part {
    let shown: RecordHistoryPage.Shown
    let head: RecordHead

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "shownHeading": .text(words("record.asOf", ["time": shown.when]))
        case "text": .part(shown.text)
        case "restore":
            .maybe(
                shown.act.map {
                    Act(
                        words["record.restore"], .recordRestoration(head.gathering, head.session), id: $0,
                        hidden: ["revision": "\(shown.number)"])
                })
        default: nil
        }
    }
}
