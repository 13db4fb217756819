public import Domain
internal import Journal

/// "I am going there", or not after all.
public struct GoThere: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    @discardableResult
    public func callAsFunction(
        _ session: Proposal.ID, goes: Bool, in id: Gathering.ID, _ acting: Acting
    ) async throws -> Kept<Attendance> {
        let caller = try await instance.caller(acting.device, in: id)
        let (sealed, slot) = try await instance.gatherings.read(id) { gathering in
            guard caller.may(.chooseSession), let own = caller.participant,
                let participant = gathering.attendees[own], participant.isHere
            else { throw Gathering.Refused.notAllowed(.chooseSession) }
            if let endedAt = gathering.day.endedAt { throw Gathering.Refused.ended(at: endedAt) }
            guard let version = gathering.board.current else { throw Gathering.Refused.notPublished }
            guard let placement = version.layout.placements[session] else {
                throw Gathering.Refused.notOnBoard
            }
            // Who does not go there after all may say so, also of what no longer takes place.
            guard !goes || gathering.absence(of: session) == nil else { throw Gathering.Refused.notOnBoard }
            return (participant.voice, placement.place.slot)
        }
        guard let voice = instance.keys(of: id).open(sealed) else {
            throw Gathering.Refused.ended(at: nil)
        }

        let key = ActKey(actor: ActorID(voice), act: acting.act)
        return try await instance.attendances.change(id, key, at: instance.now().instant) { attendance in
            goes
                ? try attendance.go(to: session, in: slot, by: voice)
                : attendance.stayAway(from: session, in: slot, by: voice)
        }
    }
}
