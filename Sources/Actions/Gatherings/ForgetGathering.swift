public import Domain
internal import Journal

/// Deletes a gathering as a whole: all its keys are destroyed, nobody finds it any more, and whoever knows its address
/// is told that it is gone. Its entries stay in the journal, unread.
public struct ForgetGathering: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// `typed`: its title or its code. A rehearsal ends in another way.
    public func callAsFunction(_ id: Gathering.ID, named typed: String, _ acting: Acting) async throws {
        guard !id.isRehearsal else { throw Gathering.Refused.noSuchGathering }
        let caller = try await instance.caller(acting.device, in: id)
        let serial = try await instance.house.read(House.theOne) { $0.gatherings[id]?.codeSerial }
        let code = instance.secret.joinCode(of: id, serial: serial ?? 1)
        try await instance.gatherings.read(id) {
            try $0.mustBeForgettable(named: typed, code: code, by: caller)
        }
        try await instance.keys(of: id).destroy(gathering: id)
        await instance.dropDesks(of: id)
        // Nobody organises it any more, so nobody could end its rehearsal.
        if let rehearsal = instance.rehearsal(of: id) { await EndRehearsal(instance).drop(rehearsal) }
        try await takeOffTheList(id)
        try await CloseFeedback(instance).destroyForgotten()
    }

    /// What a crash left on the list, or a restored backup has brought back to it.
    public func takeOffTheList() async throws {
        for id in try await instance.house.read(House.theOne, { $0.order }) where instance.hasForgotten(id) {
            try await takeOffTheList(id)
        }
    }

    /// Always the same act for a gathering.
    private func takeOffTheList(_ id: Gathering.ID) async throws {
        let key = ActKey(actor: ActorID(id), act: ActID("forget-gathering") ?? ActID(number: 0))
        _ = try await instance.house.change(House.theOne, key, at: instance.now().instant) { $0.forget(id) }
    }
}

/// What was deleted is not made again, not even by its old form.
public enum ForgettingRefused: Refusal {
    case forgotten

    public var kind: RefusalKind { .conflict }
}
