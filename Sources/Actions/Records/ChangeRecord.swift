public import Domain
internal import Journal

/// Runs one of the verbs of a session's record for a device, with the rights it has there.
public struct ChangeRecord: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// Who does it, and what they are to the session.
    public struct Hand: Sendable {
        public let caller: Caller
        /// The session is theirs.
        public let isHost: Bool
    }

    /// What is asked for before anything else: who may not do it at all hears that first.
    public enum Need: Sendable {
        case writing
        /// A seat of one's own.
        case seat
        case releasing
    }

    @discardableResult
    public func callAsFunction(
        _ session: Proposal.ID, in id: Gathering.ID, _ acting: Acting, needs need: Need = .writing,
        verb: @escaping @Sendable (Record, Hand) throws -> [Record.Change]
    ) async throws -> Kept<Record> {
        let hand = try await hand(session, in: id, acting, needs: need)
        let record = try await instance.record(of: session, in: id)
        return try await instance.records.change(
            record, acting.key, at: instance.now().instant,
            deciding: {
                let changes = try verb($0, hand)
                return Decision(changes, beside: try Self.toldToBoard(changes, of: session, in: id))
            })
    }

    /// The board, too, names nobody whose session stays in the room.
    private static func toldToBoard(
        _ changes: [Record.Change], of session: Proposal.ID, in id: Gathering.ID
    ) throws -> [Write] {
        let told = changes.compactMap { change -> Gathering.Change? in
            guard case .chathamSet(let isOn, _) = change else { return nil }
            return .topics(change: .chathamSet(id: session, isOn: isOn))
        }
        return told.isEmpty ? [] : [try Write(of: Gathering.self, id, changes: told)]
    }

    func hand(
        _ session: Proposal.ID, in id: Gathering.ID, _ acting: Acting, needs need: Need = .writing
    ) async throws -> Hand {
        let caller = try await instance.caller(acting.device, in: id)
        return try await instance.gatherings.read(id) { gathering in
            guard gathering.exists else { throw Gathering.Refused.noSuchGathering }
            guard caller.may(.write) else { throw Gathering.Refused.notAllowed(.write) }
            let hand = Hand(caller: caller, isHost: gathering.hosts(session, caller))
            switch need {
            case .writing: break
            case .seat:
                guard caller.participant != nil else { throw Gathering.Refused.notAllowed(.write) }
            case .releasing:
                guard hand.isHost || caller.may(.release) else {
                    throw Gathering.Refused.notAllowed(.release)
                }
            }
            return hand
        }
    }
}

extension Instance {
    /// The record of a session; whatever was published once has one, also when it does not take place after all.
    func record(of session: Proposal.ID, in id: Gathering.ID) async throws -> Record.ID {
        try await gatherings.read(id) { try $0.mustHaveRecord(session) }
        guard let record = Record.ID(of: session, in: id) else { throw Gathering.Refused.noSuchProposal }
        return record
    }
}
