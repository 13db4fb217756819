import Domain
import Journal

/// Makes every aggregate anew from its entries: what cannot be decoded or applied is found here.
struct Replay {
    private var parts: [String: any Replayed] = [
        Gathering.kind: States<Gathering>(), Interest.kind: States<Interest>(),
        Attendance.kind: States<Attendance>(), Access.kind: States<Access>(), House.kind: States<House>(),
        Record.kind: States<Record>(), WorkingGroups.kind: States<WorkingGroups>(),
        Feedback.kind: States<Feedback>(),
    ]

    /// How many streams there were.
    var streamCount: Int { parts.values.map(\.count).reduce(0, +) }

    mutating func apply(_ entry: Entry) throws {
        let name = entry.stream.description
        guard let slash = name.firstIndex(of: "/") else { throw Unreadable.stream(name) }
        let kind = String(name[..<slash])
        guard parts[kind] != nil else { throw Unreadable.kind(kind) }
        try parts[kind]?.apply(entry, id: String(name[name.index(after: slash)...]))
    }

    enum Unreadable: Error, CustomStringConvertible {
        case stream(String)
        case kind(String)
        case changes(String)

        var description: String {
            switch self {
            case .stream(let name): "“\(name)” is no stream"
            case .kind(let kind): "this version does not know the kind “\(kind)”"
            case .changes(let stream): "this version does not know a change of \(stream)"
            }
        }
    }
}

/// The states of one kind of aggregate.
private protocol Replayed {
    var count: Int { get }
    mutating func apply(_ entry: Entry, id: String) throws
}

private struct States<A: Aggregate>: Replayed {
    private var states: [StreamID: A] = [:]
    private let codec = ChangeCodec()

    var count: Int { states.count }

    mutating func apply(_ entry: Entry, id: String) throws {
        guard let id = Identifier<A.Name>(id) else {
            throw Replay.Unreadable.stream(entry.stream.description)
        }
        guard let changes = try? codec.decode(A.Change.self, from: entry.body) else {
            throw Replay.Unreadable.changes(entry.stream.description)
        }
        for change in changes { states[entry.stream, default: A(id: id)].apply(change, at: entry.moment) }
    }
}
