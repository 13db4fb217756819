internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Request {
    /// The form in the body, at most 64 KiB of it.
    func form() async throws -> FormFields {
        if let announced = headers[.contentLength].flatMap(Int.init), announced > FormFields.bytesMax {
            throw FormFields.Misread.tooLarge
        }
        let body: ByteBuffer
        do {
            body = try await self.body.collect(upTo: FormFields.bytesMax)
        } catch is NIOTooManyBytesError {
            throw FormFields.Misread.tooLarge
        }
        return try FormFields(urlEncoded: body.readableBytesView)
    }
}

extension SiteContext {
    var gathering: Gathering.ID {
        get throws(Gathering.Refused) {
            guard let id = parameters.get("gathering").flatMap({ Gathering.ID($0) }) else {
                throw .noSuchGathering
            }
            return id
        }
    }

    /// The thing that an address names after the gathering; `refused` says that there is none.
    func id<Of>(_ name: String = "id", orRefuse refused: Gathering.Refused) throws -> Identifier<Of> {
        guard let id = parameters.get(name).flatMap({ Identifier<Of>($0) }) else { throw refused }
        return id
    }

    /// Who acts with which act; a form without an act's id counts each time it is sent.
    func acting(_ form: FormFields, chance: Chance) throws -> Acting {
        guard let device else { throw Gathering.Refused.notAllowed(.watch) }
        if let tooMany { throw tooMany }
        var chance = chance
        return Acting(device: device, act: ActIDs.read(form["act"]) ?? ActIDs.fresh(using: &chance))
    }
}

/// Ids that forms carry.
enum ActIDs {
    static let lengthMin = 8

    static func read(_ text: String?) -> Acting.ID? {
        guard let text, text.count >= lengthMin else { return nil }
        return Acting.ID(text)
    }

    static func fresh(using generator: inout some RandomNumberGenerator) -> Acting.ID {
        Acting.ID.random(using: &generator)
    }
}

extension Response {
    /// 303: reload and back do no harm after an act.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
