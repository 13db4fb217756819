public import Domain

/// Begins a rehearsal anew: with the programme as it is by now, and nothing of what was tried.
public struct ResetRehearsal: Sendable {
    let instance: Instance
    let towns: TownDirectory

    public init(_ instance: Instance, towns: TownDirectory) {
        self.instance = instance
        self.towns = towns
    }

    /// - Returns: The rehearsal to go on with; the one before is gone.
    public func callAsFunction(
        _ rehearsal: Gathering.ID, at phase: Phase = .arriving,
        people: Int = StartRehearsal.peopleDefault, _ acting: Acting
    ) async throws -> Gathering.ID {
        guard let origin = rehearsal.rehearsed else { throw Gathering.Refused.noSuchGathering }
        return try await StartRehearsal(instance, towns: towns)(of: origin, at: phase, people: people, acting)
    }
}
