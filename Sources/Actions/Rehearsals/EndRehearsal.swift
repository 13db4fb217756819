public import Domain
internal import Journal

/// Lets go of a rehearsal: it is not found any more, and what its people told opens no more.
public struct EndRehearsal: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// Only organisers of the gathering that is rehearsed may.
    ///
    /// - Returns: The gathering that was rehearsed.
    @discardableResult
    public func callAsFunction(_ rehearsal: Gathering.ID, _ acting: Acting) async throws -> Gathering.ID {
        guard let origin = rehearsal.rehearsed else { throw Gathering.Refused.noSuchGathering }
        let caller = try await instance.caller(acting.device, in: origin)
        guard caller.may(.prepare) else { throw Gathering.Refused.notAllowed(.prepare) }
        try await drop(rehearsal, by: acting.device)
        return origin
    }

    /// Off the list first; then it ends, and its keys go. Its acts are named after it: it ends once.
    func drop(_ rehearsal: Gathering.ID, by device: Device.ID) async throws {
        let mark = instance.secret.digest("\(rehearsal)", purpose: "end").prefix(12)
        let now = instance.now().instant
        func key(_ what: String) -> ActKey {
            Acting(device: device, act: instance.secret.identifier("\(what)-\(mark)")).key
        }
        _ = try await instance.house.change(House.ofRehearsals, key("forget"), at: now) {
            $0.forget(rehearsal)
        }
        _ = try await instance.gatherings.change(rehearsal, key("end"), at: now) {
            try $0.enter(.ended, by: Caller(roles: [.organiser]))
        }
        try await instance.keys(of: rehearsal).destroy(gathering: rehearsal)
    }
}
