import Domain
import Foundation

/// What a command asks a running server for: one line of JSON.
enum ControlRequest: Codable, Sendable, Equatable {
    case ping
    case makeLink(wanted: Wanted)
    case listLinks
    case revokeLink(id: String)
    case export(wanted: Export)
    /// Nothing is wanted: it shall stand in the log.
    case backupMade(entryCount: Int, withKeys: Bool)

    struct Wanted: Codable, Sendable, Equatable {
        let role: Role
        /// Nil: the house, or the only gathering.
        let gathering: String?
        /// Nil: without an end.
        let lifeSeconds: Int?
        let worksOnce: Bool
    }

    struct Export: Codable, Sendable, Equatable {
        /// Nil: the only one.
        let gathering: String?
        let form: String
        let inEnglish: Bool
    }
}

/// What the server answers: one line of JSON, and the connection ends.
enum ControlAnswer: Codable, Sendable, Equatable {
    /// `base`: what the server's links begin with.
    case pong(base: String)
    case made(link: LinkLine)
    case links(all: [LinkLine])
    case revoked(link: LinkLine)
    case exported(text: String)
    case refused(sentence: String, exitCode: Int32)
}

/// What is shown of a link. Its address is known only when it has just been made.
struct LinkLine: Codable, Sendable, Equatable {
    let id: String
    let role: Role
    /// `house`, or the gathering.
    let place: String
    let madeAt: Instant
    let expiresAt: Instant?
    let worksOnce: Bool
    let openedCount: Int
    let state: State
    var url: String?

    enum State: String, Codable, Sendable {
        case works, used, expired, revoked
    }

    init(_ link: Link, in access: Access.ID, at now: Instant) {
        id = link.id.text
        role = link.role
        place = access.text
        madeAt = link.madeAt
        expiresAt = link.expiresAt
        worksOnce = link.worksOnce
        openedCount = link.openedCount
        state =
            if link.revokedAt != nil {
                .revoked
            } else if link.worksOnce && link.openedCount > 0 {
                .used
            } else if let end = link.expiresAt, end <= now {
                .expired
            } else {
                .works
            }
    }
}

/// The bounds and the shape of what goes over the socket.
enum ControlWire {
    static let requestBytesMax = 16 << 10
    static let answerBytesMax = 8 << 20
    static let secondsMax: Int64 = 20
    static let lineEnd = UInt8(ascii: "\n")

    static func line(_ message: some Encodable) throws -> [UInt8] {
        [UInt8](try JSONEncoder().encode(message)) + [lineEnd]
    }

    static func message<Message: Decodable>(_ type: Message.Type, _ line: [UInt8]) throws -> Message {
        try JSONDecoder().decode(type, from: Data(line))
    }
}
