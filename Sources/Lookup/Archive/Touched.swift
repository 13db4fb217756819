import Domain
import Journal

/// Of which gatherings and records something in the archive may have changed.
struct Touched {
    private(set) var gatherings: Set<Gathering.ID> = []
    private(set) var records: [Gathering.ID: Set<Proposal.ID>] = [:]

    private let codec = ChangeCodec()

    var isEmpty: Bool { gatherings.isEmpty }

    mutating func note(_ gathering: Gathering.ID) { gatherings.insert(gathering) }

    /// Wishes, seats and choices are passed over, and so is all that is written before it is released.
    mutating func note(_ entry: Entry) {
        let parts = entry.stream.description.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return }
        switch parts[0] {
        case Gathering.kind:
            if let id = Gathering.ID(parts[1]) { gatherings.insert(id) }
        case Record.kind:
            guard changesRelease(entry), let record = Record.ID(parts[1]), let gathering = record.gathering,
                let session = record.session
            else { return }
            gatherings.insert(gathering)
            records[gathering, default: []].insert(session)
        case House.kind:
            for case .gatheringForgotten(let id) in (try? codec.decode(House.Change.self, from: entry.body))
                ?? []
            {
                gatherings.insert(id)
            }
        default: break
        }
    }

    private func changesRelease(_ entry: Entry) -> Bool {
        guard let changes = try? codec.decode(Record.Change.self, from: entry.body) else { return true }
        return changes.contains { change in
            switch change {
            case .released, .releaseWithdrawn: true
            default: false
            }
        }
    }
}
