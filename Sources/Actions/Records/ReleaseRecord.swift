public import Domain
internal import Journal

/// Makes the record of a session public. Under the Chatham House rule it waits until somebody has looked at the names
/// of people who are here.
public struct ReleaseRecord: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// `seen`: the revision that was looked at; `confirmed`: the names that may stay.
    ///
    /// - Returns: Whether everybody may read it now.
    @discardableResult
    public func callAsFunction(
        _ session: Proposal.ID, seen: Int, confirmed: Set<String> = [], in id: Gathering.ID, _ acting: Acting
    ) async throws -> Bool {
        let change = ChangeRecord(instance)
        let people = try await instance.firstNames(in: id)
        try await change(session, in: id, acting, needs: .releasing) { record, hand in
            try record.release(
                seen: seen, names: record.names(of: people), confirmed: confirmed, isHost: hand.isHost,
                by: hand.caller)
        }
        let record = try await instance.record(of: session, in: id)
        return try await instance.records.read(record) { $0.released?.revision == seen }
    }
}

extension Instance {
    /// The names in a record that hold its release back.
    public func names(in record: Record, of id: Gathering.ID) async throws -> [String] {
        record.isChatham ? record.names(of: try await firstNames(in: id)) : []
    }

    /// Of everybody who was here, as far as they can still be read.
    func firstNames(in id: Gathering.ID) async throws -> Set<String> {
        let profiles = try await gatherings.read(id) { $0.attendees.all.values.map(\.profile) }
        let keys = keys(of: id)
        return Set(profiles.compactMap { keys.open($0)?.firstName?.text })
    }
}
