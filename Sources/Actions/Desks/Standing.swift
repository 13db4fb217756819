internal import Domain
internal import Journal

/// An aggregate after one of its entries.
struct Standing<A: Aggregate>: Sendable {
    var state: A
    var version = Version.start
    var position = Position.start

    init(_ id: Identifier<A.Name>) {
        state = A(id: id)
    }

    init(_ snapshot: Snapshot, _ state: A) {
        self.state = state
        version = snapshot.version
        position = snapshot.position
    }

    mutating func apply(_ changes: [A.Change], at moment: Instant) {
        for change in changes { state.apply(change, at: moment) }
    }

    mutating func apply(_ changes: [A.Change], of entry: Entry) {
        apply(changes, at: entry.moment)
        version = entry.version
        position = entry.position
    }
}
