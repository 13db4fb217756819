public import Domain
internal import Journal

/// Runs one of the verbs of a gathering's working groups for a device, with the rights it has there. The key of every
/// contact that is not shared any more is destroyed right after it; what a crash leaves over, housekeeping does.
public struct ChangeGroups: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// What a verb may ask.
    public struct Asked: Sendable {
        public let gathering: Gathering
        public let caller: Caller
        public let today: LocalDate
    }

    @discardableResult
    public func callAsFunction(
        in id: Gathering.ID, _ acting: Acting,
        verb: @escaping @Sendable (WorkingGroups, Asked) throws -> [WorkingGroups.Change]
    ) async throws -> Kept<WorkingGroups> {
        let asked = try await asked(in: id, acting)
        let before = try await instance.groups.read(id) { $0.contactKeys() }
        let kept = try await instance.groups.change(id, acting.key, at: instance.now().instant) {
            try verb($0, asked)
        }
        try await instance.destroyContacts(notSharedOf: before, in: id)
        return kept
    }

    func asked(in id: Gathering.ID, _ acting: Acting) async throws -> Asked {
        let caller = try await instance.caller(acting.device, in: id)
        let gathering = try await instance.gatherings.read(id) { $0 }
        guard gathering.exists else { throw Gathering.Refused.noSuchGathering }
        return Asked(gathering: gathering, caller: caller, today: instance.now().date)
    }
}

extension Instance {
    /// Destroys those of these contacts' keys that nobody shares any more.
    func destroyContacts(notSharedOf keys: Set<KeyName>, in id: Gathering.ID) async throws {
        guard !keys.isEmpty else { return }
        let shared = try await groups.read(id) { $0.contactKeys() }
        let over = keys.subtracting(shared)
        if !over.isEmpty { try await self.keys(of: id).destroy(Array(over)) }
    }
}
