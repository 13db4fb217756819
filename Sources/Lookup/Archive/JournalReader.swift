import Domain
import Journal

/// What aggregates are, as the journal says at this moment.
actor JournalReader {
    private let journal: any Journal
    /// Gatherings that change again and again are not read from their beginning each time.
    private var kept: [(id: Gathering.ID, known: Known<Gathering>)] = []

    private static let keptCountMax = 8
    private let codec = ChangeCodec()

    init(_ journal: any Journal) {
        self.journal = journal
    }

    private struct Known<A: Aggregate> {
        var state: A
        var version: Version
    }

    func gathering(_ id: Gathering.ID) async throws -> Gathering {
        let index = kept.firstIndex { $0.id == id }
        let known = try await grown(index.map { kept[$0].known }, id)
        if let index { kept.remove(at: index) }
        kept.append((id, known))
        if kept.count > Self.keptCountMax { kept.removeFirst() }
        return known.state
    }

    func forget(_ id: Gathering.ID) { kept.removeAll { $0.id == id } }

    func released(_ session: Proposal.ID, in gathering: Gathering.ID) async throws -> Record.Release? {
        guard let id = Record.ID(of: session, in: gathering) else { return nil }
        return try await grown(nil as Known<Record>?, id).state.released
    }

    private func grown<A: Aggregate>(_ known: Known<A>?, _ id: Identifier<A.Name>) async throws -> Known<A> {
        let stream = StreamID(of: A.self, id)
        var known = if let known { known } else { try await begun(stream, id) as Known<A> }
        for entry in try await journal.entries(of: stream, after: known.version) {
            for change in try codec.decode(A.Change.self, from: entry.body) {
                known.state.apply(change, at: entry.moment)
            }
            known.version = entry.version
        }
        return known
    }

    private func begun<A: Aggregate>(_ stream: StreamID, _ id: Identifier<A.Name>) async throws -> Known<A> {
        let snapshot = try await journal.snapshot(
            of: stream, fingerprint: ChangeCodec.fingerprint(of: A.self))
        guard let snapshot, let state = try? codec.decode(state: A.self, from: snapshot.body) else {
            return Known(state: A(id: id), version: .start)
        }
        return Known(state: state, version: snapshot.version)
    }
}
