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
            return try signedOut
                + access.setPersonalCode(secret.nextCode(of: own, in: access), for: own, by: caller)
        }
    }
}
