public import Domain
internal import Journal

/// Runs one of the verbs of a gathering's feedback for a device, with the rights it has there.
public struct ChangeFeedback: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    @discardableResult
    public func callAsFunction(
        _ id: Gathering.ID, _ acting: Acting,
        verb: @escaping @Sendable (Feedback, Caller) throws -> [Feedback.Change]
    ) async throws -> Kept<Feedback> {
        let caller = try await instance.caller(acting.device, in: id)
        guard try await instance.gatherings.read(id, { $0.exists }) else {
            throw Gathering.Refused.noSuchGathering
        }
        return try await instance.feedbacks.change(id, acting.key, at: instance.now().instant) {
            try verb($0, caller)
        }
    }
}
