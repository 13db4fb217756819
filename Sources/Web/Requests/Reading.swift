internal import Actions
internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Request {
    /// The form in the body, at most 64 KiB of it where nothing longer is written.
    func form(bytesMax: Int = FormFields.bytesMax) async throws -> FormFields {
        if let announced = headers[.contentLength].flatMap(Int.init), announced > bytesMax {
            throw FormFields.Misread.tooLarge
        }
        let body: ByteBuffer
        do {
            body = try await self.body.collect(upTo: bytesMax)
        } catch is NIOTooManyBytesError {
            throw FormFields.Misread.tooLarge
        }
        return try FormFields(urlEncoded: body.readableBytesView, bytesMax: bytesMax)
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

    /// Who acts with which act: the same form with the same content, sent again, is the same act. A form without an
    /// act's id counts each time it is sent. Who goes back to a form and types something else does something else.
    func acting(_ form: FormFields, chance: Chance) throws -> Acting {
        guard let device else { throw Gathering.Refused.notAllowed(.watch) }
        if let tooMany { throw tooMany }
        var chance = chance
        return Acting(device: device, act: ActIDs.read(form, path) ?? ActIDs.fresh(using: &chance))
    }
}

/// Ids that forms carry.
enum ActIDs {
    static let lengthMin = 8

    /// Of what the page gave the form, where it goes and what it says: a page's other buttons and a corrected form
    /// are other acts.
    static func read(_ form: FormFields, _ path: String) -> Acting.ID? {
        guard let text = form["act"], text.count >= lengthMin, Acting.ID(text) != nil else { return nil }
        return Acting.ID(String(digest(([text, path] + form.said)), radix: 36))
    }

    /// FNV-1a with 128 bits: it tells a device's own acts apart, it protects nothing.
    private static func digest(_ texts: [String]) -> UInt128 {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for text in texts {
            for byte in text.utf8 {
                hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
            }
            hash = (hash ^ 0xFF) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
        }
        return hash
    }

    static func fresh(using generator: inout some RandomNumberGenerator) -> Acting.ID {
        Acting.ID.random(using: &generator)
    }
}

extension Response {
    /// May be kept by the browser itself, so that going back finds what was typed, also without scripts.
    func keptForGoingBack() -> Response {
        var response = self
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }

    /// 303: reload and back do no harm after an act.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }
}
