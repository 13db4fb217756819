public import Domain

/// Secret links that make somebody a moderator, a projector or an organiser.
public struct LinksPage: Page {
    public static let template = "console/links"

    public var frame: ConsoleFrame
    /// `K7M 4QX`, for everybody.
    public var code: String
    public var joinAddress: String
    public var joinQR: Markup?
    public var links: [SecretLink]
    /// Shown once, right after it was made.
    public var made: MadeLink?
    /// The roles this caller may make links for.
    public var roles: [Role]

    public init(
        _ frame: ConsoleFrame,
        code: String,
        joinAddress: String,
        joinQR: Markup? = nil,
        links: [SecretLink],
        made: MadeLink? = nil,
        roles: [Role] = [.moderator, .projector]
    ) {
        self.frame = frame
        self.code = code
        self.joinAddress = joinAddress
        self.joinQR = joinQR
        self.links = links
        self.made = made
        self.roles = roles
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "code": .text(code)
        case "joinAddress": .text(joinAddress)
        case "joinQR": .maybe(joinQR)
        case "made": .maybe(made)
        case "make":
            .parts(roles.map { frame.act($0.invitation(words), .links, ["role": $0.rawValue]) })
        case "signOut":
            .maybe(roles.contains(.organiser) ? frame.act(words["links.onlyHere"], .devicesRemoval) : nil)
        case "hasLinks": .flag(!links.isEmpty)
        case "links": .parts(links.map { LinkPart(link: $0, frame: frame) })
        default: frame.answer(name, words)
        }
    }
}

/// A link as it stands in the list; the address itself is kept nowhere.
public struct SecretLink: Sendable, Equatable {
    public let id: String
    public var role: Role
    /// `9:12`
    public var madeAt: String
    public var openedCount: Int
    public var isRevoked: Bool
    /// `21. November`; nil: as long as the gathering.
    public var expires: String?

    public init(
        id: String,
        role: Role,
        madeAt: String,
        openedCount: Int = 0,
        isRevoked: Bool = false,
        expires: String? = nil
    ) {
        self.id = id
        self.role = role
        self.madeAt = madeAt
        self.openedCount = openedCount
        self.isRevoked = isRevoked
        self.expires = expires
    }
}

/// The address of a link that was just made.
public struct MadeLink: Part {
    public var role: Role
    public var address: String
    public var qr: Markup?

    public init(role: Role, address: String, qr: Markup?) {
        self.role = role
        self.address = address
        self.qr = qr
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "madeTitle": .text(role.opens(words))
        case "address": .text(address)
        case "qr": .maybe(qr)
        default: nil
        }
    }
}

private struct LinkPart: Part {
    let link: SecretLink
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "role": .text(link.role.opens(words))
        case "madeAt": .text(words("links.madeAt", ["time": link.madeAt]))
        case "opened": .text(words("links.opened", count: link.openedCount))
        case "expires": .maybe(link.expires.map { words("links.expires", ["date": $0]) })
        case "isRevoked": .flag(link.isRevoked)
        case "revoke":
            .maybe(link.isRevoked ? nil : frame.act(words["links.revoke"], .linkRevocation(link.id)))
        default: nil
        }
    }
}

extension Role {
    func invitation(_ words: Phrases) -> String {
        switch self {
        case .projector: words["links.makeProjector"]
        case .organiser: words["links.makeOrganiser"]
        default: words["links.makeModerator"]
        }
    }

    func opens(_ words: Phrases) -> String {
        switch self {
        case .projector: words["links.projector"]
        case .organiser: words["links.organiser"]
        default: words["links.moderator"]
        }
    }
}
