internal import Domain

/// Which sessions have a record, and which have none yet.
public struct ConsoleRecordsPage: Page {
    public static let template = "console/records"

    public var frame: ConsoleFrame
    public var records: [ConsoleRecord]

    public init(_ frame: ConsoleFrame, records: [ConsoleRecord]) {
        self.frame = frame
        self.records = records
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "recordsTitle": .text(title(words))
        case "recordsNote": .maybe(records.isEmpty ? nil : note(words))
        case "isEmptyList": .flag(records.isEmpty)
        case "records": .parts(records.map { ConsoleRecordPart(record: $0, frame: frame) })
        case "documentationAddress": .text(Route.documentation(frame.gathering, .html).path)
        case "sheetsAddress": .text(Route.print(frame.gathering).path + "?what=records")
        default: frame.answer(name, words)
        }
    }

    private func title(_ words: Phrases) -> String {
        let missing = records.count { $0.status == .empty && $0.absence == nil }
        return records.isEmpty ? words["console.records"] : words("desk.recordsMissing", count: missing)
    }

    private func note(_ words: Phrases) -> String {
        let draft = records.count { $0.status == .draft }
        let released = records.count { $0.status == .released }
        return words("desk.recordsNote", ["draft": "\(draft)", "released": "\(released)"])
    }
}

public struct ConsoleRecord: Sendable, Hashable {
    public let session: String
    public var title: String
    public var place: String?
    public var host: String?
    public var status: RecordStatus
    public var absence: String?
    public var isHeld = false
    /// The session has begun.
    public var hasBegun = false
    public var keeper: String?
    /// When it was asked for.
    public var askedAt: String?
    public var clashCount = 0

    public init(session: String, title: String, place: String?, host: String?, status: RecordStatus) {
        self.session = session
        self.title = title
        self.place = place
        self.host = host
        self.status = status
    }
}

private struct ConsoleRecordPart: Part {
    let record: ConsoleRecord
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "session": .text(record.session)
        case "title": .text(record.title)
        case "placeAndHost":
            .maybe([record.place, record.host].compactMap(\.self).joined(separator: " \u{B7} ").nonEmpty)
        case "absence": .maybe(record.absence)
        case "status": .text(record.isHeld ? words["record.held"] : record.status.name(words))
        case "isWarm": .flag(record.status == .empty && record.hasBegun || record.isHeld)
        case "notes": .maybe(notes(words).joined(separator: " ").nonEmpty)
        case "ask": .maybe(ask(words))
        case "readAddress":
            .maybe(
                record.status == .empty ? nil : Route.record(frame.gathering, record.session).path)
        case "writeAddress": .text(Route.recordWriting(frame.gathering, record.session).path)
        default: nil
        }
    }

    private func notes(_ words: Phrases) -> [String] {
        [
            record.keeper.map { words("record.keptBy", ["name": $0]) },
            record.status == .empty ? record.askedAt.map { words("desk.recordAsked", ["time": $0]) } : nil,
            record.clashCount == 0 ? nil : words("record.clashCount", count: record.clashCount),
        ].compactMap(\.self)
    }

    private func ask(_ words: Phrases) -> Act? {
        guard record.status == .empty, record.absence == nil, frame.phase != .ended else { return nil }
        return frame.act(words["desk.askForRecord"], .recordRequest(record.session))
    }
}
