/// Whose record it is, and how far it has come: stands above each of its pages.
public struct RecordHead: Part {
    public let gathering: String
    public let session: String
    public var title: String
    /// "11:30, Rittersaal"; nil when it never had a place or has none any more.
    public var place: String?
    /// Nil under the Chatham House rule.
    public var host: String?
    public var status: RecordStatus
    public var isChatham: Bool
    /// Why the session does not take place after all, as a sentence.
    public var absence: String?
    /// Where it went: the session that it was merged into.
    public var goesOnAt: Link?
    /// "Gesichert 11:42, Anna"; nil before the first word.
    public var saved: String?
    /// Until its release somebody has to look at the names.
    public var isHeld = false
    /// Changes with everything that happens to the record.
    public var stamp = ""
    public var revision: Int

    public init(
        gathering: String, session: String, title: String, status: RecordStatus, isChatham: Bool = false,
        revision: Int = 0
    ) {
        self.gathering = gathering
        self.session = session
        self.title = title
        self.status = status
        self.isChatham = isChatham
        self.revision = revision
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(title)
        case "placeAndHost":
            .maybe([place, host].compactMap(\.self).joined(separator: " \u{B7} ").nonEmpty)
        case "status": .text(isHeld ? words["record.held"] : status.name(words))
        case "isWarm": .flag(status == .empty || isHeld)
        case "isChatham": .flag(isChatham)
        case "absence": .maybe(absence)
        case "goesOnAt": .maybe(goesOnAt)
        case "saved": .maybe(saved)
        case "session": .text(session)
        case "revision": .number(revision)
        case "stamp": .text(stamp)
        case "readAddress": .text(Route.record(gathering, session).path)
        case "writeAddress": .text(Route.recordWriting(gathering, session).path)
        case "historyAddress": .text(Route.recordHistory(gathering, session).path)
        case "sheetAddress": .text(Route.print(gathering).path + "?what=records&session=\(session)")
        default: nil
        }
    }

    func title(_ words: Phrases) -> String { "\(words["record.title"]): \(title)" }
}

public enum RecordStatus: String, Sendable, CaseIterable {
    case empty, draft, released

    public func name(_ words: Phrases) -> String {
        switch self {
        case .empty: words["record.empty"]
        case .draft: words["record.draft"]
        case .released: words["record.released"]
        }
    }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }
}
