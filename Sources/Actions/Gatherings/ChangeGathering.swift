public import Domain
internal import Journal

/// Runs one of a gathering's verbs for a device, with the rights it has there.
public struct ChangeGathering: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    @discardableResult
    public func callAsFunction(
        _ id: Gathering.ID, _ acting: Acting,
        verb: @escaping @Sendable (Gathering, Caller, Now) throws -> [Gathering.Change]
    ) async throws -> Kept<Gathering> {
        let caller = try await instance.caller(acting.device, in: id)
        let now = instance.now()
        return try await instance.gatherings.change(id, acting.key, at: now.instant) { gathering in
            try verb(gathering, caller, now)
        }
    }
}
