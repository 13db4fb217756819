public import Domain

/// Lets go of a rehearsal with all that happened in it: from now on there never was one.
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
        await drop(rehearsal)
        return origin
    }

    /// Its journal and its keys first, so that no desk finds them any more; then the desks that know of it.
    func drop(_ rehearsal: Gathering.ID) async {
        instance.rehearsals.end(rehearsal)
        await instance.dropDesks(of: rehearsal)
    }
}
