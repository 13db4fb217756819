import Actions
import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Logging
import Lookup
import NIOCore
import Pages
import TestSupport

@testable import Web

/// A gathering with its website, and the devices of those who are there.
struct Hall: Sendable {
    let instance: Instance
    let site: Site
    let clock: SampleClock
    let id: Gathering.ID
    /// Tells the acts of one gathering from those of another on the same site.
    var number = 0

    /// Two rooms, three slots, an organiser, a moderator and a projector; nobody has a seat yet.
    static func open(
        logger: Logger? = nil, lasting: Stores.Store? = nil,
        _ change: (inout Gathering.Draft) throws -> Void = { _ in },
        rehearsals: @escaping @Sendable (Stores.Store) -> Void = { _ in }
    ) async throws -> Hall {
        let clock = SampleClock()
        let instance = try await Instance.sample(clock: clock, lasting: lasting, rehearsals: rehearsals)
        var draft = try Gathering.Draft.sample()
        try change(&draft)
        let organiser = instance.secret.device(cookie: Guest.organiser.cookie)
        let claim = try await MakeLink(instance)(
            .organiser, in: Access.house, .sample("server", "claim"), caller: Caller(roles: [.organiser]))
        guard let token = OpenLink.Token(claim.token) else { throw Access.Refused.noSuchLink }
        try await OpenLink(instance)(token, .sample(organiser, "claim"))
        let id = try await CreateGathering(instance)(draft, .sample(organiser, "create"))
        var settings = SiteSettings(
            listenHost: "127.0.0.1", port: 8080, publicAddress: "http://tafelrunde.example")
        settings.lookupWaitMax = .seconds(60)
        var silent = Logger(label: "test")
        silent.logLevel = .critical
        let lookup = try Lookup(
            nil, journal: instance.lasting.journal, isForgotten: instance.hasForgotten)
        let site = try await Site(
            instance: instance, lookup: lookup, settings: settings, logger: logger ?? silent)
        let hall = Hall(instance: instance, site: site, clock: clock, id: id)
        try await hall.grantHelpers()
        return hall
    }

    /// Another gathering on the same site, with the same helpers: a site is what takes long to open.
    func another(_ number: Int) async throws -> Hall {
        let acting = Acting(device: device(.organiser), act: .certain("create-\(number)"))
        let id = try await CreateGathering(instance)(.sample(), acting)
        let hall = Hall(instance: instance, site: site, clock: clock, id: id, number: number)
        try await hall.grantHelpers()
        return hall
    }

    private func grantHelpers() async throws {
        try await grant(.moderator, to: .moderator)
        try await grant(.moderator, to: .secondModerator)
        try await grant(.projector, to: .projector)
    }

    func device(_ guest: Guest) -> Device.ID { instance.secret.device(cookie: guest.cookie) }

    func acting(_ guest: Guest, _ act: ActID) -> Acting {
        Acting(device: device(guest), act: number == 0 ? act : .certain("\(act)-\(number)"))
    }

    private func grant(_ role: Role, to guest: Guest) async throws {
        let made = try await MakeLink(instance)(role, in: id, acting(.organiser, "link-\(guest.rawValue)"))
        guard let token = OpenLink.Token(made.token) else { throw Access.Refused.noSuchLink }
        try await OpenLink(instance)(token, acting(guest, "open-\(guest.rawValue)"))
    }

    /// Takes a seat, the way the join page does.
    @discardableResult
    func seat(_ guest: Guest, _ name: String, from town: String? = nil) async throws -> Participant.ID {
        let profile = Profile(
            firstName: try FirstName(name),
            organisation: try town.map { .other(name: try OrganisationName($0)) })
        return try await JoinGathering(instance)(profile, in: id, acting(guest, "join-\(guest.rawValue)"))
    }

    @discardableResult
    func propose(
        _ title: String, by guest: Guest, _ change: (inout Proposal.Content) throws -> Void = { _ in }
    )
        async throws -> Proposal.ID
    {
        var content = Proposal.Content(title: try Title(title))
        try change(&content)
        let sent = content
        let number = try await gathering().topics.all.count + 1
        try await ChangeGathering(instance)(id, acting(guest, "propose-\(number)")) { gathering, caller, _ in
            try gathering.propose(sent, by: caller)
        }
        return Proposal.ID(number: number)
    }

    func wish(_ proposal: Proposal.ID, by guest: Guest) async throws {
        try await Wish(instance)(
            proposal, weight: 1, in: id, acting(guest, "wish-\(guest.rawValue)-\(proposal)")
        ) { _, _ in false }
    }

    func enter(_ phase: Phase) async throws {
        try await EnterPhase(instance)(phase, in: id, acting(.moderator, "phase-\(phase.rawValue)"))
    }

    /// Lays out and publishes what there is.
    func publish() async throws {
        let number = try await gathering().board.revision
        _ = try await LayBoard(instance)(in: id, acting(.moderator, "lay-\(number)"))
        try await ChangeGathering(instance)(id, acting(.moderator, "publish-\(number)")) {
            gathering, caller, _ in
            try gathering.publish(revision: gathering.board.revision, by: caller)
        }
    }

    func moderate(_ act: ActID, _ verb: @escaping @Sendable (Gathering, Caller) throws -> [Gathering.Change])
        async throws
    {
        try await ChangeGathering(instance)(id, acting(.organiser, act)) { gathering, caller, _ in
            try verb(gathering, caller)
        }
    }

    func gathering() async throws -> Gathering { try await instance.gatherings.read(id) { $0 } }

    /// Below the gathering: `console/board`.
    func path(_ below: String) -> String { below.isEmpty ? "/g/\(id)" : "/g/\(id)/\(below)" }
}

/// Whose browser it is.
enum Guest: String, CaseIterable, Sendable {
    case anyone, anna, bernd, cem, dora, projector, moderator, secondModerator, organiser

    /// As long as a real one, and always the same.
    var cookie: String {
        let index = Self.allCases.firstIndex(of: self) ?? 0
        return String(repeating: String.readableAlphabet[index], count: DeviceCookie.secretLength)
    }
}

/// What a browser got.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String

    var location: String? { headers[.location] }

    func contains(_ text: String) -> Bool { body.contains(text) }
}

extension Hall {
    func get(_ path: String, as guest: Guest, _ more: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, as: guest, more, body: nil)
    }

    /// A form from one of our own pages.
    @discardableResult
    func post(
        _ path: String, as guest: Guest, _ fields: [String: String] = [:], from page: String? = nil,
        act: String? = nil
    ) async throws -> Answer {
        var headers = HTTPFields()
        headers[.contentType] = "application/x-www-form-urlencoded"
        if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
        if let page { headers[.referer] = "http://tafelrunde.example" + page }
        let all = fields.merging(["act": act].compactMapValues(\.self)) { $1 }
        let body = all.sorted { $0.key < $1.key }.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
        return try await send(
            .post, path, as: guest, headers, body: ByteBuffer(string: body.joined(separator: "&")))
    }

    /// A form in which a field stands several times, encoded already.
    func postRaw(_ path: String, as guest: Guest, _ body: String) async throws -> Answer {
        var headers = HTTPFields()
        headers[.contentType] = "application/x-www-form-urlencoded"
        if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
        return try await send(.post, path, as: guest, headers, body: ByteBuffer(string: body))
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, as guest: Guest, _ more: HTTPFields, body: ByteBuffer?
    ) async throws -> Answer {
        var headers = more
        if guest != .anyone { headers[.cookie] = "tafelrunde=\(guest.cookie)" }
        let sent = headers
        return try await site.application().test(.router) { client in
            try await client.execute(uri: path, method: method, headers: sent, body: body) { response in
                Answer(
                    status: response.status.code, headers: response.headers,
                    body: String(buffer: response.body))
            }
        }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte -> String in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            let hex = String(byte, radix: 16)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
        }.joined()
    }
}
