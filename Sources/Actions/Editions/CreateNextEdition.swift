public import Domain
internal import Journal

/// Makes the next edition of a series from a gathering: with what it had, and with the same organisers. The gathering says
/// where it goes on in the same act, so of two who do this at once only one does.
public struct CreateNextEdition: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// `change`: what is different this time, its date above all.
    public func callAsFunction(
        after previous: Gathering.ID, _ acting: Acting, change: (inout Facts) throws -> Void
    ) async throws -> Gathering.ID {
        guard !previous.isRehearsal else { throw Gathering.Refused.noSuchGathering }
        let caller = try await instance.caller(acting.device, in: previous)
        let house = try await instance.caller(acting.device, in: Access.house)
        guard caller.may(.prepare), house.may(.prepare) else { throw Gathering.Refused.notAllowed(.prepare) }
        var draft = try await instance.gatherings.read(previous) { try $0.nextEdition() }
        try change(&draft.facts)
        let id = try CreateGathering.name(for: acting, instance.secret)
        guard !instance.hasForgotten(id) else { throw ForgettingRefused.forgotten }
        let prepared = try Gathering(id: id).prepare(draft, by: Caller(roles: [.organiser]))
        try await instance.gatherings.read(previous) {
            _ = try $0.goOn(in: id, isGone: instance.hasForgotten, by: caller)
        }
        try await instance.keys(of: id).makeKey(KeyName(gathering: id, purpose: .wishes))
        let beside = [
            try Write(of: Gathering.self, id, changes: prepared),
            try Write(
                of: House.self, House.of(id), changes: try await CreateGathering(instance).listing(of: id)),
            try Write(of: Access.self, id, changes: try await organisers(of: previous, and: acting.device)),
        ]
        _ = try await instance.gatherings.change(
            previous, acting.key, at: instance.now().instant,
            deciding: { [instance] gathering in
                Decision(
                    try gathering.goOn(in: id, isGone: instance.hasForgotten, by: caller), beside: beside)
            })
        return id
    }

    /// Every device that prepares the one prepares the other.
    private func organisers(
        of previous: Gathering.ID, and device: Device.ID
    ) async throws -> [Access.Change] {
        let known = try await instance.access.read(previous) { access in
            access.grants.filter { $0.value.contains { $0.role == .organiser } }.keys.sorted()
        }
        return ([device] + known.filter { $0 != device }).map {
            .granted(device: $0, role: .organiser, participant: nil)
        }
    }
}
