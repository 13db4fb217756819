@testable import Domain
import Testing

struct AccessTests {
    @Test func `a link makes its opener what it says, and opening it again changes nothing`() throws {
        let made = try Access(id: "g1").doing { try $0.makeLink(.sample("l1"), by: .organiser) }
        let opened = try made.doing { try $0.open("digest-l1", on: "phone", at: 10) }

        #expect(try made.makeLink(.sample("l1"), by: .organiser) == [])
        #expect(opened.caller("phone") == .moderator)
        #expect(opened.caller("other") == .nobody)
        #expect(opened.links["l1"]?.openedCount == 1)
        #expect(try opened.open("digest-l1", on: "phone", at: 10) == [])
    }

    @Test(
        arguments: [
            (.organiser, [.organiser]), (.moderator, [.moderator, .organiser]),
            (.projector, [.moderator, .organiser]),
        ] as [(Role, Set<Role>)])
    func `who makes and revokes links for whom`(_ role: Role, _ allowed: Set<Role>) throws {
        let access = try Access(id: "g1").doing { try $0.makeLink(.sample("l1", role), by: .organiser) }

        for caller in Role.allCases {
            if allowed.contains(caller) {
                #expect(try access.makeLink(.sample("l2", role), by: .only(caller)).count == 1)
                #expect(try access.revokeLink("l1", by: .only(caller)) == [.linkRevoked(id: "l1")])
            } else {
                #expect(throws: Access.Refused.notAllowed) {
                    try access.makeLink(.sample("l2", role), by: .only(caller))
                }
                #expect(throws: Access.Refused.notAllowed) { try access.revokeLink("l1", by: .only(caller)) }
            }
        }
    }

    @Test func `a revoked link takes back what it granted, and nothing else`() throws {
        let opened = try Access(id: "g1")
            .doing { try $0.makeLink(.sample("l1"), by: .organiser) }
            .doing { try $0.makeLink(.sample("l2", .projector), by: .organiser) }
            .doing { try $0.open("digest-l1", on: "phone", at: 10) }
            .doing { try $0.open("digest-l2", on: "phone", at: 10) }
            .doing { try $0.open("digest-l1", on: "tablet", at: 10) }
        let revoked = try opened.doing(at: 20) { try $0.revokeLink("l1", by: .moderator) }

        #expect(opened.caller("phone") == Caller(roles: [.moderator, .projector]))
        #expect(revoked.caller("phone") == .projector)
        #expect(revoked.caller("tablet") == .nobody)
        #expect(revoked.grants.keys.sorted() == ["phone"])
        #expect(try revoked.revokeLink("l1", by: .moderator) == [])
        #expect(throws: Access.Refused.linkRevoked) { try revoked.open("digest-l1", on: "phone", at: 10) }
        #expect(throws: Access.Refused.noSuchLink) { try revoked.revokeLink("l9", by: .moderator) }
        #expect(throws: Access.Refused.noSuchLink) { try revoked.open("digest-l9", on: "phone", at: 10) }
    }

    @Test(arguments: [(99, true), (100, false), (101, false)] as [(Instant, Bool)])
    func `a link works until it expires`(_ moment: Instant, _ works: Bool) throws {
        let access = try Access(id: "g1").doing {
            try $0.makeLink(.sample("l1", expiresAt: 100), by: .organiser)
        }

        if works {
            #expect(
                try access.open("digest-l1", on: "phone", at: moment)
                    == [.linkOpened(id: "l1", device: "phone")])
        } else {
            #expect(throws: Access.Refused.linkExpired) {
                try access.open("digest-l1", on: "phone", at: moment)
            }
        }
    }

    @Test func `who opened a link in time keeps it after it expired`() throws {
        let access = try Access(id: "g1")
            .doing { try $0.makeLink(.sample("l1", expiresAt: 100), by: .organiser) }
            .doing { try $0.open("digest-l1", on: "phone", at: 99) }

        #expect(try access.open("digest-l1", on: "phone", at: 200) == [])
        #expect(access.caller("phone") == .moderator)
    }

    @Test func `a claim works once`() throws {
        let access = try Access(id: "house")
            .doing { try $0.makeLink(.sample("l1", .organiser, worksOnce: true), by: .organiser) }
            .doing { try $0.open("digest-l1", on: "phone", at: 10) }

        #expect(access.caller("phone") == .organiser)
        #expect(try access.open("digest-l1", on: "phone", at: 10) == [])
        #expect(throws: Access.Refused.linkUsed) { try access.open("digest-l1", on: "tablet", at: 10) }
    }

    @Test func `two hundred links work at once and not one more`() throws {
        var access = Access(id: "g1")
        for number in 1...Access.linkCountMax {
            access = try access.doing { try $0.makeLink(.sample(Link.ID(number: number)), by: .organiser) }
        }

        #expect(access.links.count == 200)
        #expect(throws: Access.Refused.tooManyLinks) { try access.makeLink(.sample(201), by: .organiser) }
        #expect(try access.makeLink(.sample(200), by: .organiser) == [])
        let revoked = try access.doing { try $0.revokeLink(1, by: .organiser) }
        #expect(try revoked.makeLink(.sample(201), by: .organiser).count == 1)
    }

    @Test(arguments: Role.allCases)
    func `links make moderators, projectors and organisers only`(_ role: Role) throws {
        let access = Access(id: "g1")

        if [.projector, .moderator, .organiser].contains(role) {
            #expect(try access.makeLink(.sample("l1", role), by: .organiser).count == 1)
        } else {
            #expect(throws: Access.Refused.noLinkForRole) {
                try access.makeLink(.sample("l1", role), by: .organiser)
            }
        }
    }

    @Test func `a personal code brings a participant to another device`() throws {
        let access = try Access(id: "g1")
            .doing { try $0.setPersonalCode(.sample("c1"), for: "anna", by: .participant("anna")) }
        let moved = try access.doing { $0.grant(try $0.participant(withCode: "c1"), to: "tablet") }

        #expect(try access.setPersonalCode(.sample("c1"), for: "anna", by: .moderator) == [])
        #expect(moved.caller("tablet") == .participant("anna"))
        #expect(moved.grant("anna", to: "tablet") == [])
        #expect(throws: Access.Refused.wrongCode) { try access.participant(withCode: "c2") }
    }

    @Test func `a new personal code makes the one before worthless`() throws {
        let access = try Access(id: "g1")
            .doing { try $0.setPersonalCode(.sample("c1"), for: "anna", by: .moderator) }
            .doing { try $0.setPersonalCode(.sample("c2", serial: 2), for: "anna", by: .moderator) }

        #expect(throws: Access.Refused.wrongCode) { try access.participant(withCode: "c1") }
        #expect(try access.participant(withCode: "c2") == "anna")
    }

    @Test(arguments: [Caller.nobody, .projector, .participant("ben")])
    func `nobody else sets a personal code`(_ caller: Caller) {
        #expect(throws: Access.Refused.notAllowed) {
            try Access(id: "g1").setPersonalCode(.sample("c1"), for: "anna", by: caller)
        }
    }

    @Test func `a device is one participant at a time, and a moderator beside`() throws {
        let access = try Access(id: "g1")
            .doing { try $0.makeLink(.sample("l1"), by: .organiser) }
            .doing { try $0.open("digest-l1", on: "phone", at: 10) }
            .doing { $0.grant("anna", to: "phone") }
            .doing { $0.grant("ben", to: "phone") }

        #expect(
            access.caller("phone") == Caller(roles: [.moderator, .participant], participant: "ben"))
    }

    @Test func `a participant who is removed is none on any device, and their code is worth nothing`() throws
    {
        let access = try Access(id: "g1")
            .doing { try $0.setPersonalCode(.sample("c1"), for: "anna", by: .moderator) }
            .doing { $0.grant("anna", to: "phone") }
            .doing { $0.grant("anna", to: "tablet") }
            .doing { $0.grant("ben", to: "other") }
            .doing { _ in [.participantRemoved(participant: "anna")] }

        #expect(access.grants.keys.sorted() == ["other"])
        #expect(throws: Access.Refused.wrongCode) { try access.participant(withCode: "c1") }
    }

    @Test func `a seat is left to one device, whatever else the others are`() throws {
        let access = try Access(id: "g1")
            .doing { try $0.makeLink(.sample("l1"), by: .organiser) }
            .doing { try $0.open("digest-l1", on: "tablet", at: 10) }
            .doing { $0.grant("anna", to: "phone") }
            .doing { $0.grant("anna", to: "tablet") }
            .doing { $0.grant("ben", to: "other") }
            .doing { try $0.signOutOthers(than: "phone", as: .participant) }

        #expect(access.caller("phone") == .participant("anna"))
        #expect(access.caller("tablet") == .moderator)
        #expect(access.caller("other") == .participant("ben"))
    }

    @Test func `who organises leaves it to no other device, and nobody else can`() throws {
        let access = Access(id: "g1").applying([
            .granted(device: "desk", role: .organiser, participant: nil),
            .granted(device: "lost", role: .organiser, participant: nil),
            .granted(device: "phone", role: .participant, participant: "anna"),
        ])

        #expect(
            try access.signOutOthers(than: "desk", as: .organiser)
                == [.grantTaken(device: "lost", role: .organiser)])
        for role in [Role.organiser, .moderator] {
            #expect(throws: Access.Refused.notAllowed) {
                try access.signOutOthers(than: "phone", as: role)
            }
        }
    }

    @Test func `a link opens until a day after the end, or after it was made when that was later`() throws {
        let day = 24 * 60 * 60
        let access = try Access(id: "g1")
            .doing { try $0.makeLink(.sample("l1"), by: .organiser) }
            .doing {
                try $0.makeLink(
                    .sample("l2", expiresAt: Instant(milliseconds: 9_000_000_000)), by: .organiser)
            }
        let end = Instant(milliseconds: 1_000_000)

        #expect(try access.link("digest-l1", at: end.adding(seconds: day - 1), end: end).id == "l1")
        #expect(throws: Access.Refused.linkExpired) {
            try access.link("digest-l1", at: end.adding(seconds: day), end: end)
        }
        #expect(try access.link("digest-l2", at: end.adding(seconds: day), end: end).id == "l2")
        #expect(try access.link("digest-l1", at: end.adding(seconds: 400 * day)).id == "l1")
        let early = Instant(milliseconds: -500_000_000)
        #expect(try access.link("digest-l1", at: Instant(milliseconds: 80_000_000), end: early).id == "l1")
    }

    @Test func `a code that somebody else has is passed over, and one that two have is nobody's`() throws {
        let access = Access(id: "g1").applying([
            .personalCodeSet(participant: "anna", code: .sample("c1")),
            .personalCodeSet(participant: "ben", code: .sample("c2", serial: 4)),
        ])
        let digests: (Int) -> CodeDigest = { $0 < 7 ? "c1" : "c7" }

        #expect(access.nextCode(of: "ben", digest: digests) == .sample("c7", serial: 7))
        #expect(access.nextCode(of: "cem", digest: digests) == .sample("c7", serial: 7))
        #expect(access.nextCode(of: "anna", digest: digests) == .sample("c1", serial: 2))
        let both = access.applying([.personalCodeSet(participant: "ben", code: .sample("c1"))])
        #expect(throws: Access.Refused.wrongCode) { try both.participant(withCode: "c1") }
        #expect(try access.participant(withCode: "c2") == "ben")
    }

    @Test func `long after the end no device is anything but an organiser, and no code works`() throws {
        let access = try Access(id: "g1")
            .applying([.granted(device: "desk", role: .organiser, participant: nil)])
            .doing { try $0.makeLink(.sample("l1"), by: .organiser) }
            .doing { try $0.open("digest-l1", on: "desk", at: 10) }
            .doing { try $0.open("digest-l1", on: "tablet", at: 10) }
            .doing { $0.grant("anna", to: "phone") }
            .doing { $0.grant("ben", to: "desk") }
            .doing { try $0.setPersonalCode(.sample("c1"), for: "anna", by: .moderator) }

        let after = try access.doing { $0.letGoOfDevices() }

        #expect(after.grants.keys.sorted() == ["desk"])
        #expect(after.caller("desk") == .organiser)
        #expect(after.personalCodes == [:])
        #expect(after.letGoOfDevices() == [])
        let staying = try access.doing { $0.letGoOfDevices(but: ["anna"]) }
        #expect(staying.seats == ["anna"] && staying.caller("phone").participant == "anna")
        #expect(staying.letGoOfSeats(but: ["anna"]) == [])
        let gone = try staying.doing { $0.letGoOfSeats(but: []) }
        #expect(gone.seats == [] && gone.grants.keys.sorted() == ["desk"])
    }

    @Test func `a device that signs out is nothing any more`() {
        let access = Access(id: "g1").applying([
            .granted(device: "phone", role: .organiser, participant: nil), .deviceSignedOut(device: "phone"),
        ])

        #expect(access == Access(id: "g1"))
    }
}

extension Access {
    func doing(at moment: Instant = 1, _ verb: (Access) throws -> [Change]) throws -> Access {
        applying(try verb(self), at: moment)
    }

    func applying(_ changes: [Change], at moment: Instant = 1) -> Access {
        var access = self
        for change in changes { access.apply(change, at: moment) }
        return access
    }
}

extension Link {
    static func sample(
        _ id: ID, _ role: Role = .moderator, expiresAt: Instant? = nil, worksOnce: Bool = false
    ) -> Link {
        Link(
            id: id, role: role, digest: CodeDigest(stringLiteral: "digest-\(id)"), madeAt: 1,
            expiresAt: expiresAt, worksOnce: worksOnce)
    }
}

extension PersonalCode {
    static func sample(_ digest: CodeDigest, serial: Int = 1) -> PersonalCode {
        PersonalCode(serial: serial, digest: digest)
    }
}
