public import Domain
internal import Journal

/// Counts what lies in the ballot box into one entry, then destroys the box with its marks. Nobody can take that back.
///
/// The box is sealed before it is counted, so no paper comes in between and is lost. What a crash or a fault leaves over
/// housekeeping finishes: the entry is always the same act, and destroying twice does no harm.
public struct CloseFeedback: Sendable {
    /// A day after a gathering that nobody ended, as with its wishes.
    public static let delaySeconds = CutVoices.delaySeconds

    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    public func callAsFunction(in id: Gathering.ID, _ acting: Acting) async throws {
        let caller = try await instance.caller(acting.device, in: id)
        let phase = try await instance.gatherings.read(id) { gathering in
            guard gathering.exists else { throw Gathering.Refused.noSuchGathering }
            return gathering.day.phase
        }
        try await instance.feedbacks.read(id) { try $0.mustBeClosable(in: phase, by: caller) }
        try await close(id)
    }

    /// Closes what is over, and destroys what was closed or deleted; at any other moment it changes nothing.
    ///
    /// - Returns: Whether this call closed it.
    @discardableResult
    public func whenOver(in id: Gathering.ID) async throws -> Bool {
        let ballots = instance.ballots(of: id)
        guard try await ballots.gatherings().contains(id) else { return false }
        if try await instance.feedbacks.read(id, { $0.closed != nil }) {
            try await ballots.destroy(id)
            return false
        }
        let now = instance.now().instant
        let isOver = try await instance.gatherings.read(id) { gathering in
            if gathering.day.endedAt != nil { return true }
            return instance.end(of: gathering).map { now.seconds(since: $0) >= Self.delaySeconds } ?? false
        }
        guard isOver else { return false }
        try await close(id)
        return true
    }

    /// Destroys the boxes of gatherings that were deleted, also in a folder that was restored since.
    public func destroyForgotten() async throws {
        let ballots = instance.stores.lasting.ballots
        for id in try await ballots.gatherings() where instance.hasForgotten(id) {
            try await ballots.destroy(id)
        }
    }

    private func close(_ id: Gathering.ID) async throws {
        let ballots = instance.ballots(of: id)
        do {
            let papers = try await ballots.seal(id)
            _ = try await instance.feedbacks.change(id, Self.key(of: id), at: instance.now().instant) {
                $0.close(papers)
            }
            try await ballots.destroy(id)
        } catch {
            throw DeskFault(error)
        }
    }

    /// Always the same act for a gathering: two that close at once count once.
    private static func key(of id: Gathering.ID) -> ActKey {
        ActKey(actor: ActorID(id), act: ActID("close-feedback") ?? ActID(number: 0))
    }
}
