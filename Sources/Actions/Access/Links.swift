public import Domain
internal import Journal

/// Makes a secret link. Its token is shown once; only the digest is kept.
public struct MakeLink: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// What was made, with the token that nobody can read again.
    public struct Made: Sendable, Hashable {
        public let id: Link.ID
        public let token: String
    }

    /// `lifeSeconds`: nil works as long as the gathering; a claim works once.
    public func callAsFunction(
        _ role: Role, in id: Access.ID, _ acting: Acting, caller: Caller? = nil, lifeSeconds: Int? = nil,
        worksOnce: Bool = false
    ) async throws -> Made {
        let caller = if let caller { caller } else { try await instance.caller(acting.device, in: id) }
        var chance = instance.chance
        let token = String(randomLength: 26, using: &chance)
        let now = instance.now().instant
        let link = Link(
            id: Link.ID.random(using: &chance), role: role, digest: instance.secret.digest(token: token),
            madeAt: now,
            expiresAt: lifeSeconds.map { now.adding(seconds: $0) }, worksOnce: worksOnce)
        _ = try await instance.access.change(id, acting.key, at: now) { try $0.makeLink(link, by: caller) }
        return Made(id: link.id, token: "\(id)-\(token)")
    }
}

public struct RevokeLink: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    public func callAsFunction(
        _ link: Link.ID, in id: Access.ID, _ acting: Acting, caller: Caller? = nil
    ) async throws {
        let caller = if let caller { caller } else { try await instance.caller(acting.device, in: id) }
        _ = try await instance.access.change(id, acting.key, at: instance.now().instant) {
            try $0.revokeLink(link, by: caller)
        }
    }
}

/// Opens a secret link on a device.
public struct OpenLink: Sendable {
    let instance: Instance

    public init(_ instance: Instance) {
        self.instance = instance
    }

    /// A link as it was typed or tapped: the gathering it is for, and the secret.
    public struct Token: Sendable, Hashable {
        public let access: Access.ID
        let secret: String

        /// `GATHERING-SECRET`
        public init?(_ text: String) {
            guard let hyphen = text.lastIndex(of: "-"), let access = Access.ID(String(text[..<hyphen])) else {
                return nil
            }
            self.access = access
            secret = String(text[text.index(after: hyphen)...])
        }
    }

    /// What the link opens, without opening it: mail scanners look at links.
    public func look(_ token: Token) async throws -> Link {
        let digest = instance.secret.digest(token: token.secret)
        let now = instance.now().instant
        let end = try await end(of: token)
        return try await instance.access.read(token.access) { try $0.link(digest, at: now, end: end) }
    }

    private func end(of token: Token) async throws -> Instant? {
        try await instance.gatherings.read(token.access) { instance.end(of: $0) }
    }

    /// Opened twice by the same device it is open.
    ///
    /// - Returns: what the device is by it.
    @discardableResult
    public func callAsFunction(_ token: Token, _ acting: Acting) async throws -> Role {
        let digest = instance.secret.digest(token: token.secret)
        let now = instance.now().instant
        let end = try await end(of: token)
        _ = try await instance.access.change(token.access, acting.key, at: now) {
            try $0.open(digest, on: acting.device, at: now, end: end)
        }
        let role = try await instance.access.read(token.access) { access in
            access.links.values.first { $0.digest == digest }?.role
        }
        guard let role else { throw Access.Refused.noSuchLink }
        return role
    }
}
