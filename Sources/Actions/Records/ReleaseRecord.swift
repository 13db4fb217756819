public import Domain
internal import Journal

/// Makes the record of a session public. Under the Chatham House rule it waits until somebody has looked at the names
/// of people who are here.
public struct ReleaseRecord: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// `seen`: the revision that was looked at; `confirmed`: what was looked at and may stay.
    ///
    /// - Returns: Whether everybody may read it now.
    @discardableResult
    public func callAsFunction(
        _ session: Proposal.ID, seen: Int, confirmed: Record.Names = .init(), in id: Gathering.ID,
        _ acting: Acting
    ) async throws -> Bool {
        let change = ChangeRecord(instance)
        let people = try await instance.knownNames(in: id)
        try await change(session, in: id, acting, needs: .releasing) { record, hand in
            try record.release(
                seen: seen, names: people.found(in: record), confirmed: confirmed, isHost: hand.isHost,
                by: hand.caller)
        }
        let record = try await instance.record(of: session, in: id)
        return try await instance.records.read(record) { $0.released?.revision == seen }
    }
}

extension Instance {
    /// The names in a record that hold its release back.
    public func names(in record: Record, of id: Gathering.ID) async throws -> Record.Names {
        record.isChatham ? try await knownNames(in: id).found(in: record) : Record.Names()
    }

    /// Of everybody who was here, and of who invited. Whose key is gone may be named in a text all the same.
    fileprivate func knownNames(in id: Gathering.ID) async throws -> KnownNames {
        let (profiles, organisers) = try await gatherings.read(id) {
            ($0.attendees.all.values.map(\.profile), $0.programme.organisers.map(\.name.text))
        }
        let keys = keys(of: id)
        let open = profiles.compactMap { keys.open($0) }
        return KnownNames(
            people: Set(open.compactMap(\.firstName?.text)), organisers: Set(organisers),
            unreadCount: profiles.count - open.count, keys: keys)
    }
}

private struct KnownNames: Sendable {
    let people: Set<String>
    let organisers: Set<String>
    let unreadCount: Int
    let keys: KeyRing

    /// With whoever wrote this record on paper.
    func found(in record: Record) -> Record.Names {
        guard let author = record.paperAuthor else {
            return record.names(of: people, organisers: organisers, unreadCount: unreadCount)
        }
        let name = keys.open(author)?.text
        return record.names(
            of: people.union([name].compactMap(\.self)), organisers: organisers,
            unreadCount: unreadCount + (name == nil ? 1 : 0))
    }
}
