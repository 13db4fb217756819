public import Domain
internal import Journal

/// States that somebody wants to go to a topic, or does not any more.
public struct Wish: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// `weight`: 1 to 3; nil takes the wish back.
    /// `wasTold`: whether the device was told of a closing, at the moment of the wish. It is asked when the wish is
    /// decided: the window may close while it waits.
    @discardableResult
    public func callAsFunction(
        _ proposal: Proposal.ID, weight: Int?, in id: Gathering.ID, _ acting: Acting,
        wasTold: @escaping @Sendable (_ closing: Instant, _ now: Instant) -> Bool
    ) async throws -> Kept<Interest> {
        let caller = try await instance.caller(acting.device, in: id)
        let ballot = try await instance.gatherings.read(id) { try Ballot(proposal, of: caller, in: $0) }
        guard let voice = instance.keys(of: id).open(ballot.voice) else {
            throw Gathering.Refused.ended(at: ballot.endedAt)
        }

        let key = ActKey(actor: ActorID(voice), act: acting.act)
        let now = instance.now().instant
        return try await instance.interests.change(id, key, at: now) { interest in
            let arrival = Arrival(
                at: now, graceMinutes: ballot.graceMinutes,
                wasTold: interest.window.closedAt.map { wasTold($0, now) } ?? false)
            let others = try ballot.merged.flatMap { try interest.unwish($0, by: voice, arrival) }
            guard let weight else { return try interest.unwish(ballot.target, by: voice, arrival) + others }
            return try interest.wish(
                ballot.target, weight: weight, weightMax: ballot.weightMax, by: voice, arrival) + others
        }
    }

    /// What a wish needs to know of the gathering.
    private struct Ballot: Sendable {
        let target: Proposal.ID
        let merged: [Proposal.ID]
        let weightMax: Int
        let graceMinutes: Int
        let endedAt: Instant?
        let voice: Personal<Voice.ID>

        init(_ proposal: Proposal.ID, of caller: Caller, in gathering: Gathering) throws {
            guard let facts = gathering.programme.facts else { throw Gathering.Refused.noSuchGathering }
            guard caller.may(.wish), let own = caller.participant, let participant = gathering.attendees[own]
            else {
                throw Gathering.Refused.notAllowed(.wish)
            }
            guard participant.isHere else { throw Gathering.Refused.hasLeft }
            target = gathering.topics.target(of: proposal)
            guard let open = gathering.topics[target] else { throw Gathering.Refused.noSuchProposal }
            guard open.isOpen else { throw Gathering.Refused.notOpenAnyMore }
            merged = gathering.topics.merged(into: target)
            weightMax = facts.rules.wishWeightMax
            graceMinutes = gathering.graceMinutes
            endedAt = gathering.day.endedAt
            voice = participant.voice
        }
    }
}
