public import Domain
internal import Journal

/// Says anonymously how it was: a paper goes into the ballot box of the gathering, and nothing of it into the journal.
///
/// It takes no act: an act's id would be one more thing to know a paper by. Sent twice, the second is refused.
public struct DropPaper: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    public func callAsFunction(_ paper: Paper, in id: Gathering.ID, from device: Device.ID) async throws {
        let own = try await instance.mustTakeFeedback(of: device, in: id)
        let mark = Mark(of: own, in: id, instance.secret)
        let drop: Drop
        do {
            drop = try await instance.ballots(of: id).drop(paper, marking: mark, in: id)
        } catch {
            throw DeskFault(error)
        }
        switch drop {
        case .kept: return
        case .answeredBefore: throw Gathering.Refused.alreadyAnswered
        case .sealed:
            let closed = try await instance.feedbacks.read(id) { $0.closed }
            throw Gathering.Refused.feedbackClosed(at: closed?.at ?? instance.now().instant)
        }
    }
}

extension Instance {
    /// The participant behind a device, when an answer is taken from them now. Asked before the fields, too: who may not
    /// answer at all hears nothing about what was typed.
    @discardableResult
    public func mustTakeFeedback(of device: Device.ID?, in id: Gathering.ID) async throws -> Participant.ID {
        let caller = try await caller(device, in: id)
        let day = try await gatherings.read(id) { gathering in
            guard gathering.exists else { throw Gathering.Refused.noSuchGathering }
            guard caller.may(.giveFeedback), let own = caller.participant else {
                throw Gathering.Refused.notAllowed(.giveFeedback)
            }
            guard gathering.attendees[own]?.isHere == true else { throw Gathering.Refused.hasLeft }
            return gathering.day
        }
        try await feedbacks.read(id) { try $0.mustTake(on: day) }
        guard let own = caller.participant else { throw Gathering.Refused.notAllowed(.giveFeedback) }
        return own
    }

    /// Whether somebody has answered. Only their own page may say so.
    public func hasAnswered(_ participant: Participant.ID, in id: Gathering.ID) async throws -> Bool {
        try await ballots(of: id).holds(Mark(of: participant, in: id, secret), in: id)
    }

    /// How many have answered so far; after the close the entry says it.
    public func answerCount(in id: Gathering.ID) async throws -> Int {
        try await ballots(of: id).paperCount(in: id)
    }

    func ballots(of gathering: Gathering.ID) -> any BallotBox { stores.store(of: gathering).ballots }
}
