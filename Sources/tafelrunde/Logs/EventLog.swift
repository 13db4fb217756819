import Actions
import Domain
import Journal
import Logging

/// Says in the log what came into the journal: one line an event, with ids and never with what somebody typed.
///
/// Wishes and choices are no events: the log must not tell when which voice did something.
struct EventLog: Sendable {
    let instance: Instance
    let logger: Logger
    private let codec = ChangeCodec()

    init(instance: Instance, logger: Logger) {
        self.instance = instance
        self.logger = logger
    }

    func note(_ entry: Entry) async {
        let stream = entry.stream.description
        guard let slash = stream.firstIndex(of: "/") else { return }
        let place = String(stream[stream.index(after: slash)...])
        for event in events(of: entry, kind: String(stream[..<slash])) {
            var metadata: Logger.Metadata = ["event": "\(event.kind)", "position": "\(entry.position.value)"]
            metadata["gathering"] = "\(place)"
            if event.isOfPeople, let count = await presentCount(place) { metadata["here"] = "\(count)" }
            for (name, id) in event.ids { metadata[name] = "\(id)" }
            logger.notice("\(event.sentence)", metadata: metadata)
        }
    }

    /// What cannot be decoded here is found by the desk that needs it.
    private func events(of entry: Entry, kind: String) -> [Event] {
        switch kind {
        case Gathering.kind:
            let created = Event("gatheringCreated", "A gathering was created.")
            return (entry.version == Version.start.next ? [created] : [])
                + changes(Gathering.Change.self, entry).flatMap(\.events)
        case Access.kind: return changes(Access.Change.self, entry).flatMap(\.events)
        case House.kind: return changes(House.Change.self, entry).flatMap(\.events)
        default: return []
        }
    }

    private func changes<Change: Decodable>(_ type: Change.Type, _ entry: Entry) -> [Change] {
        (try? codec.decode(type, from: entry.body)) ?? []
    }

    private func presentCount(_ gathering: String) async -> Int? {
        guard let id = Gathering.ID(gathering) else { return nil }
        return try? await instance.gatherings.read(id) { $0.attendees.presentCount }
    }
}

/// What an operator may want to know of a change.
private struct Event {
    /// The change's name in the journal.
    let kind: String
    let sentence: String
    var ids: [String: String] = [:]
    var isOfPeople = false

    init(_ kind: String, _ sentence: String, _ ids: [String: String] = [:], isOfPeople: Bool = false) {
        self.kind = kind
        self.sentence = sentence
        self.ids = ids
        self.isOfPeople = isOfPeople
    }
}

extension Gathering.Change {
    fileprivate var events: [Event] {
        switch self {
        case .people(let change): change.events
        case .topics(.hidden(let id, _, _)):
            [Event("hidden", "A title was hidden.", ["proposal": id.text])]
        case .topics(.shown(let id)):
            [Event("shown", "A title was shown again.", ["proposal": id.text])]
        case .board(.published(let number)):
            [Event("published", "The board was published.", ["number": "\(number)"])]
        case .board(.publishedAgain(let number, _)):
            [Event("publishedAgain", "An earlier board was published again.", ["number": "\(number)"])]
        case .day(.phaseEntered(let phase)):
            [Event("phaseEntered", "A phase was entered.", ["phase": phase.rawValue])]
        case .undone(_, let changes): changes.flatMap(\.events)
        case .programme, .topics, .board, .day: []
        }
    }
}

extension Attendees.Change {
    fileprivate var events: [Event] {
        switch self {
        case .joined(let participant):
            [Event("joined", "Somebody joined.", ["person": participant.id.text], isOfPeople: true)]
        case .left(let id): [Event("left", "Somebody left.", ["person": id.text], isOfPeople: true)]
        case .takenOut(let id):
            [Event("takenOut", "Somebody was taken out.", ["person": id.text], isOfPeople: true)]
        case .profileSet, .headsCounted, .voicesCut, .originsCounted: []
        }
    }
}

extension Access.Change {
    fileprivate var events: [Event] {
        switch self {
        case .linkMade(let link):
            [Event("linkMade", "A link was made.", ["link": link.id.text, "role": link.role.rawValue])]
        case .linkRevoked(let id): [Event("linkRevoked", "A link was revoked.", ["link": id.text])]
        case .linkOpened(let id, _): [Event("linkOpened", "A link was opened.", ["link": id.text])]
        case .granted, .personalCodeSet, .participantRemoved, .deviceSignedOut, .grantTaken: []
        }
    }
}

extension House.Change {
    fileprivate var events: [Event] {
        switch self {
        case .gatheringListed: []
        case .gatheringForgotten(let id):
            [Event("gatheringForgotten", "A gathering was deleted.", ["gathering": id.text])]
        }
    }
}
