import Actions
import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

/// An address that takes a form, with fields that are accepted from whoever has the right.
struct ActRow: Sendable, CustomTestStringConvertible {
    typealias Fields = @Sendable (Scenery) async throws -> [String: String]

    /// Who may, by the table of rights.
    enum May: Sendable, Hashable {
        case everybody
        case whoHas(Right)
        /// Anna, whose it is, and whoever has the right.
        case annaAnd(Right)
        /// Nobody but Anna, whose it is.
        case onlyAnna
        /// Knows a secret: a code, a link.
        case whoKnows
    }

    /// As the router has it.
    let pattern: String
    let may: May
    let stage: Scenery.Stage
    let path: @Sendable (Scenery) async throws -> String
    let fields: Fields

    var testDescription: String { "\(pattern) \(may) \(stage)" }

    init(
        _ pattern: String, _ may: May, at stage: Scenery.Stage = .plain,
        path: @escaping @Sendable (Scenery) async throws -> String, fields: @escaping Fields = { _ in [:] }
    ) {
        self.pattern = pattern
        self.may = may
        self.stage = stage
        self.path = path
        self.fields = fields
    }

    /// An act of the console: `make` builds it of what its address names.
    init(
        _ make: @escaping @Sendable (String) -> ModeratorAct, _ may: May, at stage: Scenery.Stage = .plain,
        _ fields: @escaping Fields = { _ in [:] },
        of id: @escaping @Sendable (Scenery) async throws -> String = { _ in "1" }
    ) {
        self.init(
            "/g/:gathering/" + make(":id").path, may, at: stage,
            path: { try await $0.hall.path(make(id($0)).path) }, fields: fields)
    }

    /// An act of the phone.
    init(
        phone below: String, _ may: May, at stage: Scenery.Stage = .plain,
        _ fields: @escaping Fields = { _ in [:] }
    ) {
        self.init(
            "/g/:gathering/" + below.replacing("/1/", with: "/:id/").replacing("s/1", with: "s/:id"), may,
            at: stage, path: { $0.hall.path(below) }, fields: fields)
    }

    func isAllowed(_ guest: Guest, _ role: Role) -> Bool {
        switch may {
        case .everybody, .whoKnows: true
        case .whoHas(let right): role.rights.contains(right)
        case .onlyAnna: guest == .anna
        case .annaAnd(let right): guest == .anna || role.rights.contains(right)
        }
    }
}

extension ActRow {
    static let all =
        day + topics + board + records + groups + feedback
        + programme + people + phone + entrances

    private static let day: [Self] = [
        Self({ _ in .phase }, .whoHas(.moderate)) { _ in ["phase": "greeting"] },
        Self({ _ in .window }, .whoHas(.moderate)) { _ in ["open": "1"] },
        Self({ _ in .proposing }, .whoHas(.moderate)) { _ in ["open": "0"] },
        Self({ _ in .heads }, .whoHas(.moderate)) { _ in ["count": "3"] },
        Self({ _ in .announcements }, .whoHas(.moderate)) { _ in ["text": "Pause"] },
        Self({ .announcementWithdrawal($0) }, .whoHas(.moderate)),
        Self({ _ in .delay }, .whoHas(.moderate)) {
            ["minutes": "10", "seen": "\(try await $0.hall.gathering().programme.timesMark)"]
        },
        Self({ _ in .picture }, .whoHas(.moderate)) { _ in ["picture": "join"] },
        Self({ _ in .undo }, .whoHas(.moderate), at: .planned) {
            ["step": "\(try await $0.hall.gathering().undo.newest?.number ?? 0)"]
        },
        Self({ _ in .pitch }, .whoHas(.moderate)) { _ in ["proposal": "1", "after": ""] },
        Self({ _ in .pitchPause }, .whoHas(.moderate), at: .pitching) { _ in ["proposal": "1"] },
        Self({ _ in .pitchResumption }, .whoHas(.moderate), at: .pitching) { _ in ["proposal": "1"] },
        Self({ _ in .pitchExtension }, .whoHas(.moderate), at: .pitching) {
            ["proposal": "1", "seen": "\(try await $0.hall.gathering().topics.pitch?.revision ?? 0)"]
        },
        Self({ _ in .pitchEnd }, .whoHas(.moderate), at: .pitching) { _ in ["proposal": "1"] },
    ]

    private static let topics: [Self] = [
        Self({ .turn($0) }, .whoHas(.moderate)) { _ in ["index": "1"] },
        Self({ .hands($0) }, .whoHas(.moderate)) { _ in ["count": "2"] },
        Self({ .merger($0) }, .whoHas(.moderate)) { _ in ["into": "2"] },
        Self({ .admission($0) }, .whoHas(.moderate)) { _ in ["in": "yes"] },
        Self({ .hiding($0) }, .whoHas(.keepOrder)),
        Self({ .hidingWithdrawal($0) }, .whoHas(.keepOrder)),
        Self({ .proposalWithdrawal($0) }, .annaAnd(.proposeForOthers)),
        Self({ .reopening($0) }, .annaAnd(.proposeForOthers), of: { _ in "4" }),
        Self({ _ in .proposals }, .whoHas(.proposeForOthers)) {
            ["host": $0.bernd.text, "title": "Stadtbus"]
        },
    ]

    private static let board: [Self] = [
        Self({ _ in .layBoard }, .whoHas(.changeBoard)),
        Self({ _ in .rearrangement }, .whoHas(.changeBoard), at: .planned) {
            ["moves": "1.1.2", "revision": "\(try await $0.hall.gathering().board.revision)"]
        },
        Self({ _ in .publication }, .whoHas(.changeBoard), at: .planned),
        Self({ .place($0) }, .whoHas(.changeBoard), at: .planned) {
            ["slot": "1", "room": "2", "seen": try await $0.seen("1")]
        },
        Self({ .swap($0) }, .whoHas(.changeBoard), at: .planned) {
            ["with": "2", "seen": try await $0.seen("1")]
        },
        Self({ .pin($0) }, .whoHas(.changeBoard), at: .planned),
        Self({ .pinWithdrawal($0) }, .whoHas(.changeBoard), at: .planned),
        Self({ .parking($0) }, .whoHas(.changeBoard), at: .planned) { ["seen": try await $0.seen("1")] },
        Self({ .cancellation($0) }, .whoHas(.moderate), at: .published),
        Self({ .cancellationWithdrawal($0) }, .whoHas(.moderate), at: .published),
        Self({ .roomChange($0) }, .whoHas(.moderate), at: .published) { _ in ["room": "2"] },
        Self({ .roomSwap($0) }, .whoHas(.moderate), at: .published) {
            try await $0.publishBesideTheFirst()
            return ["with": "3", "seen": try await $0.seen("1")]
        },
    ]

    private static let records: [Self] = [
        Self(phone: "records/1/writing", .whoHas(.write), at: .published) { _ in
            ["solutions": "Rad", "seen": "0"]
        },
        Self(phone: "records/1/choice", .whoHas(.write), at: .published) { _ in
            ["clash": "1", "version": "first"]
        },
        Self(phone: "records/1/restoration", .whoHas(.write), at: .published) { _ in ["revision": "0"] },
        Self(phone: "records/1/keeper", .annaAnd(.propose), at: .published) { _ in ["keeps": "1"] },
        Self(phone: "records/1/release", .annaAnd(.release), at: .published) {
            try await $0.write("Rad")
            return ["seen": "1"]
        },
        Self(phone: "records/1/release/withdrawal", .annaAnd(.release), at: .published),
        Self({ .recordRequest($0) }, .whoHas(.moderate), at: .published),
    ]

    private static let groups: [Self] = [
        Self(phone: "proposals/1/group/membership", .whoHas(.goOn)) { _ in
            let until = SharedContact.untilDefault(after: .sample, on: .sample)
            return ["kind": "phone", "contact": "02352 1234", "audience": "group", "until": "\(until)"]
        },
        Self(phone: "proposals/1/group/membership/withdrawal", .whoHas(.goOn)),
        Self(phone: "proposals/1/group/contact/withdrawal", .whoHas(.goOn)),
        // Anna hosts the topic; Bernd is in neither its group nor anything of it.
        Self(phone: "proposals/1/group/convener", .onlyAnna),
    ]

    private static let feedback: [Self] = [
        Self(phone: "feedback", .whoHas(.giveFeedback), at: .closing) { _ in ["word1": "gut"] },
        Self({ _ in .feedbackOpening }, .whoHas(.moderate)),
        Self({ _ in .feedbackOpeningWithdrawal }, .whoHas(.moderate)),
        Self({ _ in .feedbackClose }, .whoHas(.moderate), at: .closing),
        Self({ _ in .feedbackRelease }, .whoHas(.moderate), at: .said),
        Self({ _ in .feedbackReleaseWithdrawal }, .whoHas(.moderate), at: .said),
        Self({ .feedbackWord($0) }, .whoHas(.keepOrder), at: .said) { _ in ["hidden": "1"] },
        Self({ .feedbackSentence($0) }, .whoHas(.keepOrder), at: .said) { _ in ["hidden": "1"] },
    ]

    private static let programme: [Self] = [
        Self({ _ in .facts }, .whoHas(.prepare)) { _ in ["title": "Neuer Titel"] },
        Self({ _ in .rooms }, .whoHas(.prepare)) { _ in ["name": "Erker", "seats": "8"] },
        Self({ .room($0) }, .whoHas(.prepare)) { _ in ["name": "Erker", "seats": "8"] },
        Self({ .roomRemoval($0) }, .whoHas(.prepare)),
        Self({ _ in .slots }, .whoHas(.prepare)) { _ in ["start": "17:00", "lengthMinutes": "45"] },
        Self({ _ in .slotRow }, .whoHas(.prepare)) { _ in ["start": "17:00", "count": "2"] },
        Self({ .slot($0) }, .whoHas(.prepare)) { _ in ["start": "17:00", "lengthMinutes": "45"] },
        Self({ .slotRemoval($0) }, .whoHas(.prepare)),
        Self({ _ in .items }, .whoHas(.prepare)) { _ in
            ["title": "Pause", "start": "15:00", "lengthMinutes": "20"]
        },
        Self({ .item($0) }, .whoHas(.prepare)) { _ in
            ["title": "Ende", "start": "20:00", "lengthMinutes": "20"]
        },
        Self({ .itemRemoval($0) }, .whoHas(.prepare)),
        Self({ _ in .organisers }, .whoHas(.prepare)) { _ in ["name": "Stadt Balve"] },
        Self({ .organiser($0) }, .whoHas(.prepare)) { _ in ["name": "Stadt Balve"] },
        Self({ .organiserRemoval($0) }, .whoHas(.prepare)),
        Self({ _ in .rehearsal }, .whoHas(.prepare)) { _ in ["phase": "arriving"] },
        Self(
            "/g/:gathering/rehearsal/end", .whoHas(.prepare), at: .rehearsing,
            path: { "/g/\($0.rehearsal?.text ?? "")/rehearsal/end" }),
        Self(
            "/g/:gathering/rehearsal/reset", .whoHas(.prepare), at: .rehearsing,
            path: { "/g/\($0.rehearsal?.text ?? "")/rehearsal/reset" }),
        Self({ _ in .nextEdition }, .whoHas(.prepare)) { _ in ["date": "2027-06-01"] },
        Self({ _ in .deletion }, .whoHas(.forget)) {
            [DeletionPage.titleField: try await $0.hall.site.parts.joinCode(of: $0.hall.id).text]
        },
    ]

    private static let people: [Self] = [
        Self({ _ in .people }, .whoHas(.keepOrder)) { _ in ["firstName": "Dora"] },
        Self({ .personRemoval($0) }, .whoHas(.keepOrder), of: { $0.bernd.text }),
        Self({ .personCode($0) }, .annaAnd(.keepOrder), of: { $0.anna.text }),
        Self({ _ in .links }, .whoHas(.inviteHelpers)) { _ in ["role": "projector"] },
        Self({ _ in .links }, .whoHas(.prepare)) { _ in ["role": "organiser"] },
        Self(
            { .linkRevocation($0) }, .whoHas(.inviteHelpers), of: { try await $0.link(for: .projector) }),
        Self({ .linkRevocation($0) }, .whoHas(.prepare), of: { try await $0.link(for: .organiser) }),
        Self({ _ in .devicesRemoval }, .whoHas(.prepare)),
    ]

    private static let phone: [Self] = [
        Self(phone: "proposals", .whoHas(.propose)) { _ in ["title": "Stadtbus"] },
        Self(phone: "proposals/1", .annaAnd(.proposeForOthers)) { _ in ["title": "Stadtbus"] },
        Self(phone: "proposals/1/wish", .whoHas(.wish), at: .weighing),
        Self(phone: "proposals/1/wish/withdrawal", .whoHas(.wish), at: .weighing),
        Self(phone: "sessions/1/attendance", .whoHas(.chooseSession), at: .published),
        Self(phone: "sessions/1/attendance/withdrawal", .whoHas(.chooseSession), at: .published),
        Self(phone: "profile", .whoHas(.leave)) { _ in ["firstName": "Anne"] },
        Self(phone: "profile/devices/removal", .whoHas(.leave)),
        // Who has no seat has left already: the same answer, and nothing is kept.
        Self(phone: "departure", .everybody),
    ]

    private static let entrances: [Self] = [
        Self(phone: "participants", .everybody) { _ in ["firstName": "Neu"] },
        Self("/code", .whoKnows, path: { _ in "/code" }) {
            ["code": try await $0.hall.site.parts.joinCode(of: $0.hall.id).text]
        },
        Self(phone: "return", .whoKnows) {
            let code = $0.hall.instance.secret.personalCode(of: $0.anna, in: $0.hall.id, serial: 1)
            return ["personalCode": code.text]
        },
        Self(
            "/l/:token", .whoKnows,
            path: {
                let made = try await MakeLink($0.hall.instance)(
                    .projector, in: $0.hall.id, $0.hall.acting(.organiser, "one-more-link"))
                return "/l/\(made.token)"
            }),
        Self("/gatherings", .whoHas(.prepare), path: { _ in "/gatherings" }) { _ in
            [
                "title": "Zukunftstag", "date": "2026-11-21", "rooms": "Saal, 40", "start": "10:00",
                "count": "2",
            ]
        },
    ]
}
