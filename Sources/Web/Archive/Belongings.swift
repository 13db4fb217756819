internal import Actions
internal import Domain
internal import Lookup
internal import Pages

/// A gathering that a device was given access to.
struct Belonging: Sendable {
    let id: Gathering.ID
    let caller: Caller
}

extension Parts {
    private static let gatheringsMax = 200
    private static let peopleLookedAtMax = 5_000
    private static let peopleShownMax = 30

    /// Newest first. Rehearsals are not among them: they leave no trace.
    func belongings(of device: Device.ID?) async throws -> [Belonging] {
        guard let device else { return [] }
        var own: [Belonging] = []
        for id in try await instance.listed().reversed().prefix(Self.gatheringsMax) where !id.isRehearsal {
            let caller = try await instance.caller(device, in: id)
            if caller.roles != [.anyone] { own.append(Belonging(id: id, caller: caller)) }
        }
        return own
    }

    /// Who is called so, or comes from there, of those the reader sees on other pages as well. The names are opened in
    /// memory, compared, and let go of: no index knows them.
    func people(_ query: Query, in own: [Belonging], _ words: Phrases) async throws -> [ArchivePerson] {
        guard !query.isEmpty else { return [] }
        var found: [ArchivePerson] = []
        var left = Self.peopleLookedAtMax
        for own in own where own.caller.may(.seeNames) && left > 0 {
            let gathering = try await instance.gatherings.read(own.id) { $0 }
            guard let facts = gathering.programme.facts else { continue }
            let labels = PersonLabels(
                gathering, instance.keys(of: own.id), scenes.towns, words, showsNames: true)
            for participant in gathering.attendees.present.prefix(left) {
                left -= 1
                guard let profile = labels.profile(of: participant.id) else { continue }
                let told = [profile.firstName?.text, labels.organisation(profile)].compactMap(\.self)
                guard !told.isEmpty, query.finds(told) else { continue }
                found.append(
                    ArchivePerson(
                        name: told.joined(separator: ", "), gathering: facts.title.text,
                        address: Route.people(own.id.text).path))
                if found.count == Self.peopleShownMax { return found }
            }
        }
        return found
    }
}
