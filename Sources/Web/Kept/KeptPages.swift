internal import Domain
internal import Journal
internal import Pages
internal import Synchronization

/// Where a gathering's streams stand: what was rendered at one stamp is right until the next.
struct Stamp: Sendable, Hashable {
    let gathering: Position
    let interest: Position
    let attendance: Position
    /// The minute of the hall's clock, for what changes with time alone.
    let minute: Int64

    var newest: Position { max(gathering, interest, attendance) }
}

/// The last rendering of each page that is the same for everyone.
final class KeptPages: Sendable {
    struct Key: Hashable, Sendable {
        let gathering: Gathering.ID
        let name: String
        let language: Language
        /// Whether names are in it.
        let isInside: Bool
    }

    /// More gatherings than run on one day; the rest is rendered again when somebody comes.
    private static let countMax = 400

    let rows = KeptRows()
    private let kept = Mutex<[Key: (stamp: Stamp, bytes: KeptBytes)]>([:])

    /// The kept bytes when they are of that stamp.
    func find(_ key: Key, at stamp: Stamp) -> KeptBytes? {
        kept.withLock { kept in
            guard let found = kept[key], found.stamp == stamp else { return nil }
            return found.bytes
        }
    }

    func keep(_ bytes: KeptBytes, as key: Key, at stamp: Stamp) {
        kept.withLock { kept in
            if kept.count >= Self.countMax, kept[key] == nil { kept.removeAll(keepingCapacity: true) }
            kept[key] = (stamp, bytes)
        }
    }

    /// Somebody was forgotten: nothing rendered before may be shown again.
    func forget(_ gathering: Gathering.ID) {
        kept.withLock { kept in kept = kept.filter { $0.key.gathering != gathering } }
        rows.forget(gathering)
    }
}
