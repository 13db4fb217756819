public import Domain
internal import Journal

/// Rehearses a gathering: a copy of its programme with pretend people, in memory only.
///
/// A gathering has one rehearsal; starting another lets go of the one before.
public struct StartRehearsal: Sendable {
    public static let peopleRange = 0...600
    /// As many as come to a round table.
    public static let peopleDefault = 30

    let instance: Instance
    let towns: TownDirectory

    public init(_ instance: Instance, towns: TownDirectory) {
        self.instance = instance
        self.towns = towns
    }

    /// Only organisers of the gathering may; their device organises the rehearsal too.
    ///
    /// `phase`: how far the pretend people have come; every rehearsal can still be played to the end.
    public func callAsFunction(
        of origin: Gathering.ID, at phase: Phase = .arriving, people: Int = Self.peopleDefault,
        _ acting: Acting
    ) async throws -> Gathering.ID {
        guard phase < .ended else { throw Gathering.Refused.ended(at: nil) }
        let range = Self.peopleRange
        guard range.contains(people) else {
            throw Gathering.Refused.outOfRange(field: "people", from: range.lowerBound, to: range.upperBound)
        }
        let caller = try await instance.caller(acting.device, in: origin)
        guard caller.may(.prepare) else { throw Gathering.Refused.notAllowed(.prepare) }
        let id = try name(of: origin, acting)
        let script = try await instance.gatherings.read(origin) { try Script(of: $0) }
        let cast = Rehearsals.Cast(crowd: script.crowd(of: people, from: towns), device: acting.device)
        let isNew = try await instance.rehearsals.begin(id, with: cast)
        if isNew {
            // Whoever asked for this address before was told by a desk that there is nothing.
            await instance.dropDesks(of: id)
        } else if try await instance.gatherings.read(id, { $0.exists }) {
            return id
        }
        do {
            try await stage(script, as: id, at: phase, cast, acting)
        } catch {
            if isNew { await EndRehearsal(instance).drop(id) }
            throw error
        }
        for other in instance.rehearsals.order where other != id && other.rehearsed == origin {
            await EndRehearsal(instance).drop(other)
        }
        return id
    }

    /// What is copied of a gathering: nothing that anybody said or did there.
    private struct Script: Sendable {
        let draft: Gathering.Draft
        let items: [ProgrammeItem]
        let organisers: [Organiser]

        init(of gathering: Gathering) throws {
            let programme = gathering.programme
            guard let facts = programme.facts, !gathering.id.isRehearsal else {
                throw Gathering.Refused.noSuchGathering
            }
            draft = .init(facts: facts, rooms: programme.rooms, slots: programme.slots)
            items = programme.items
            organisers = programme.organisers
        }

        /// They bring as many topics as fill the board and two more.
        func crowd(of people: Int, from towns: TownDirectory) -> PretendCrowd {
            let topicCount = draft.rooms.count * draft.slots.count + 2
            return PretendCrowd(
                people: people, topics: min(topicCount, max(people / 2, 2)), slots: draft.slots,
                from: towns, seed: UInt64(people) &+ 21)
        }
    }

    private func stage(
        _ script: Script, as id: Gathering.ID, at phase: Phase, _ cast: Rehearsals.Cast, _ acting: Acting
    ) async throws {
        try await CreateGathering(instance).make(script.draft, as: id, acting)
        let staging = Staging(instance, id, device: acting.device)
        try await staging.setFrame(items: script.items, organisers: script.organisers)
        try await staging.play(cast.crowd, until: phase)
    }

    /// The same act makes the same rehearsal, however often the form is sent.
    private func name(of origin: Gathering.ID, _ acting: Acting) throws -> Gathering.ID {
        let digest = instance.secret.digest("\(origin)/\(acting.device)/\(acting.act)", purpose: "rehearsal")
        guard let id = Gathering.ID.rehearsal(of: origin, named: digest.prefix(12)) else {
            throw Gathering.Refused.noSuchGathering
        }
        return id
    }
}
