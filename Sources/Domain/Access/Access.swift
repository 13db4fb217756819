/// Who holds which key to a gathering: links, codes, and what each device was granted by them.
///
/// One for each gathering, and one named `house` for the organisers of the whole instance.
public struct Access: Aggregate, Hashable {
    public typealias Name = Gathering
    public typealias ID = Identifier<Gathering>

    public static let kind = "access"
    public static let shape = 1
    /// The gathering's name under which the house's own links and grants stand.
    public static let houseName = "house"

    public let id: ID
    public internal(set) var links: [Link.ID: Link] = [:]
    public internal(set) var grants: [Device.ID: [Grant]] = [:]
    /// Which code brings a participant to another device.
    public internal(set) var personalCodes: [Participant.ID: PersonalCode] = [:]

    static let linkCountMax = 200

    public init(id: ID) {
        self.id = id
    }

    public enum Change: Sendable, Hashable, Codable {
        case linkMade(link: Link)
        case linkRevoked(id: Link.ID)
        case linkOpened(id: Link.ID, device: Device.ID)
        case granted(device: Device.ID, role: Role, participant: Participant.ID?)
        case personalCodeSet(participant: Participant.ID, code: PersonalCode)
        /// All devices of a participant forget that they are one.
        case participantRemoved(participant: Participant.ID)
        case deviceSignedOut(device: Device.ID)
        /// The device is that no more, whatever else it is.
        case grantTaken(device: Device.ID, role: Role)
    }

    public enum Refused: Refusal {
        case notAllowed
        case noSuchLink
        case linkRevoked
        case linkExpired
        case linkUsed
        case tooManyLinks
        case noLinkForRole
        case wrongCode

        public var kind: RefusalKind {
            switch self {
            case .notAllowed: .forbidden
            case .noSuchLink: .notFound
            case .wrongCode, .noLinkForRole: .invalid
            case .linkRevoked, .linkExpired, .linkUsed, .tooManyLinks: .conflict
            }
        }
    }

    /// Everything the device may be in this gathering.
    public func caller(_ device: Device.ID) -> Caller {
        let own = grants[device] ?? []
        return Caller(
            roles: Set(own.map(\.role)), participant: own.last { $0.participant != nil }?.participant)
    }

    public mutating func apply(_ change: Change, at moment: Instant) {
        switch change {
        case .linkMade(let link): links[link.id] = link
        case .linkRevoked(let id):
            links[id]?.revokedAt = moment
            grants = grants.mapValues { $0.filter { $0.link != id } }.filter { !$0.value.isEmpty }
        case .linkOpened(let id, let device):
            guard let link = links[id] else { return }
            links[id]?.openedCount += 1
            grant(Grant(role: link.role, participant: nil, link: id), to: device)
        case .granted(let device, let role, let participant):
            grant(Grant(role: role, participant: participant, link: nil), to: device)
        case .personalCodeSet(let participant, let code): personalCodes[participant] = code
        case .participantRemoved(let participant):
            personalCodes[participant] = nil
            grants = grants.mapValues { $0.filter { $0.participant != participant } }.filter {
                !$0.value.isEmpty
            }
        case .deviceSignedOut(let device): grants[device] = nil
        case .grantTaken(let device, let role):
            let left = (grants[device] ?? []).filter { $0.role != role }
            grants[device] = left.isEmpty ? nil : left
        }
    }

    private mutating func grant(_ grant: Grant, to device: Device.ID) {
        var own = grants[device] ?? []
        own.removeAll { $0.role == grant.role && ($0.link == grant.link || grant.role == .participant) }
        grants[device] = own + [grant]
    }
}

/// What holds a cookie. Its id is the digest of the cookie's secret.
public enum Device {
    public typealias ID = Identifier<Device>
}

/// The HMAC of a code or token under a key of the server.
public typealias CodeDigest = Identifier<Link>

/// A code of which only the digest is kept; it is derived from the serial under the server's key.
public struct PersonalCode: Sendable, Hashable, Codable {
    public let serial: Int
    public let digest: CodeDigest

    public init(serial: Int, digest: CodeDigest) {
        self.serial = serial
        self.digest = digest
    }
}

/// One thing that a device may be.
public struct Grant: Sendable, Hashable, Codable {
    public let role: Role
    public let participant: Participant.ID?
    /// The link it came by: revoking that takes it back.
    public let link: Link.ID?
}

/// A secret link that makes its opener a moderator, a projector or an organiser.
public struct Link: Sendable, Hashable, Codable, Identifiable {
    public typealias ID = Identifier<Link>

    public let id: ID
    public let role: Role
    public let digest: CodeDigest
    public let madeAt: Instant
    /// Nil: as long as the gathering lasts.
    public let expiresAt: Instant?
    /// A claim works once.
    public let worksOnce: Bool
    public internal(set) var revokedAt: Instant?
    public internal(set) var openedCount = 0

    public init(
        id: ID, role: Role, digest: CodeDigest, madeAt: Instant, expiresAt: Instant? = nil,
        worksOnce: Bool = false
    ) {
        self.id = id
        self.role = role
        self.digest = digest
        self.madeAt = madeAt
        self.expiresAt = expiresAt
        self.worksOnce = worksOnce
    }
}
