public import Domain
internal import Journal

/// Leaves one device what several are: somebody's seat, together with a new personal code, or organising.
public struct SignOutOthers: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    public func callAsFunction(as role: Role, in id: Gathering.ID, _ acting: Acting) async throws {
        let secret = instance.secret
        _ = try await instance.access.change(id, acting.key, at: instance.now().instant) { access in
            let signedOut = try access.signOutOthers(than: acting.device, as: role)
            let caller = access.caller(acting.device)
            guard role == .participant, let own = caller.participant else { return signedOut }
            // Whoever has the other device has read the code on it.
            let serial = (access.personalCodes[own]?.serial ?? 0) + 1
            let code = secret.personalCode(of: own, in: id, serial: serial)
            return try signedOut
                + access.setPersonalCode(
                    PersonalCode(serial: serial, digest: secret.digest(code, in: id)), for: own, by: caller)
        }
    }
}
