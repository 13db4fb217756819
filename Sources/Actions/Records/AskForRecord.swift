public import Domain
internal import Journal

/// Asks everybody for the record of a session in which nobody has written yet.
public struct AskForRecord: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// What is announced, and that it was asked for, are kept together; where there are words already, neither.
    public func callAsFunction(
        _ session: Proposal.ID, saying text: AnnouncementText, in id: Gathering.ID, _ acting: Acting
    ) async throws {
        let caller = try await instance.caller(acting.device, in: id)
        guard caller.may(.moderate) else { throw Gathering.Refused.notAllowed(.moderate) }
        let record = try await instance.record(of: session, in: id)
        try await instance.gatherings.read(id) { gathering in
            // Nobody sits there who could write.
            guard gathering.absenceOfRecorded(session) == nil else { throw Gathering.Refused.notOnBoard }
        }
        let asked = try await instance.records.read(record) { try $0.ask(by: caller) }
        guard !asked.isEmpty else { return }
        let beside = try Write(of: Record.self, record, changes: asked)
        _ = try await instance.gatherings.change(
            id, acting.key, at: instance.now().instant,
            deciding: { Decision(try $0.announce(text, by: caller), beside: [beside]) })
    }
}
