@testable import Domain
import Testing

/// Topics 1 to 4 of Anna, Ben, Cem and Dora.
struct WorkingGroupsTests {
    private let gathering: Gathering

    init() throws { gathering = try Gathering.sample(topics: 4) }

    @Test func `who goes on is in the group once, in the order they came`() throws {
        let groups = try WorkingGroups.sample
            .joining(1, "ben", in: gathering).joining(1, "cem", in: gathering, at: 70)
            .joining(1, "ben", in: gathering, at: 80)

        #expect(groups.group(of: 1, in: gathering).members.map(\.id) == ["ben", "cem"])
        #expect(groups.group(of: 1, in: gathering).conveners == ["anna"])
        #expect(groups.groups(of: "anna", in: gathering).map(\.topic) == [1])
        #expect(groups.groups(of: "dora", in: gathering) == [])
        #expect(
            try groups.join(1, with: Consent(), in: gathering, on: "2026-11-21", by: .participant("ben"))
                == []
        )
    }

    @Test(arguments: [
        (SharedContact.Audience.convener, ["anna", "ben"]), (.group, ["anna", "ben", "cem"]),
        (.organisers, ["anna", "ben", "cem", "organiser"]),
    ])
    func `a contact is seen by those it was shared with, and by nobody else`(
        _ audience: SharedContact.Audience, _ seeing: [String]
    ) throws {
        let groups = try WorkingGroups.sample
            .joining(1, "ben", .sharing("b1", with: audience), in: gathering)
            .joining(1, "cem", in: gathering)
        let callers: [(String, Caller)] =
            Participant.ID.four.map { ($0.text, Caller.participant($0)) } + [
                ("organiser", .organiser), ("moderator", .moderator), ("projector", .projector),
                ("nobody", .nobody),
            ]

        let found = callers.filter { groups.seen(1, by: $0.1, in: gathering) == ["ben"] }.map(\.0)

        #expect(found == seeing)
    }

    @Test(
        arguments: [("2027-11-20", true), ("2027-11-21", true), ("2027-11-22", false)] as [(LocalDate, Bool)])
    func `the last day still shows a contact, the day after does not`(_ today: LocalDate, _ isSeen: Bool)
        throws
    {
        let groups = try WorkingGroups.sample
            .joining(1, "ben", .sharing("b1", with: .group), in: gathering)

        for caller in [Caller.participant("anna"), .participant("ben")] {
            #expect(groups.seen(1, by: caller, in: gathering, on: today) == (isSeen ? ["ben"] : []))
        }
        #expect(groups.expire(on: today).isEmpty == isSeen)
        #expect(groups.sharing(on: today) == (isSeen ? ["ben"] : []))
        #expect(groups.reaching(on: today, in: gathering) == (isSeen ? ["anna", "ben"] : []))
        #expect(try groups.doing { $0.expire(on: today) }.contactKeys().isEmpty == !isSeen)
    }

    @Test(
        arguments: [
            ("2026-11-20", false), ("2026-11-21", true), ("2028-11-21", true), ("2028-11-22", false),
        ] as [(LocalDate, Bool)])
    func `a contact is shared from today to two years after the gathering`(
        _ until: LocalDate, _ isTaken: Bool
    ) throws {
        let consent = Consent.sharing("b1", with: .group, until: until)
        let refused = Gathering.Refused.dateOutOfRange(field: "until", from: "2026-11-21", to: "2028-11-21")

        if isTaken {
            #expect(
                try WorkingGroups.sample.joining(1, "ben", consent, in: gathering).contactKeys().count == 1)
        } else {
            #expect(throws: refused) { try WorkingGroups.sample.joining(1, "ben", consent, in: gathering) }
        }
    }

    @Test func `the form begins with a year after the gathering, and never with a day that is over`() {
        let days = ["2026-11-21", "2027-11-21", "2027-11-22", "2029-01-01"] as [LocalDate]

        let begun = days.map { SharedContact.untilDefault(after: "2026-11-21", on: $0) }

        #expect(begun == ["2027-11-21", "2027-11-21", "2027-11-22", "2029-01-01"])
        #expect(("2028-02-29" as LocalDate).adding(months: 12) == "2029-02-28")
        #expect(("2026-12-31" as LocalDate).adding(months: 2) == "2027-02-28")
    }

    @Test func `taking a contact back leaves the person in the group, leaving does not`() throws {
        let groups = try WorkingGroups.sample
            .joining(1, "ben", .sharing("b1", with: .organisers), in: gathering)

        let revoked = try groups.doing { try $0.revokeContact(in: 1, gathering, by: .participant("ben")) }
        let left = try groups.doing { try $0.leave(1, gathering, by: .participant("ben")) }

        #expect(revoked.contactKeys() == [] && revoked.group(of: 1, in: gathering).has("ben"))
        #expect(left == .sample)
        #expect(try revoked.revokeContact(in: 1, gathering, by: .participant("ben")) == [])
        #expect(try left.leave(1, gathering, by: .participant("ben")) == [])
    }

    @Test func `merged topics are one group, and each contact stays with those it was shared with`() throws {
        let groups = try WorkingGroups.sample
            .joining(1, "ben", .sharing("b1", with: .convener), in: gathering)
            .joining(2, "cem", in: gathering, at: 70).joining(2, "dora", in: gathering, at: 80)
            .joining(1, "dora", in: gathering, at: 90)
        let merged = try gathering.doing { try $0.merge(1, into: 2, by: .moderator) }

        #expect(groups.all(in: merged).map(\.topic) == [2])
        #expect(groups.group(of: 1, in: merged).members.map(\.id) == ["ben", "cem", "dora"])
        #expect(groups.group(of: 2, in: merged).conveners == ["ben", "anna"])
        // Anna was the host with whom Ben shared it.
        #expect(groups.seen(2, by: .participant("anna"), in: merged) == ["ben"])
        #expect(groups.seen(2, by: .participant("cem"), in: merged) == [])
        #expect(try groups.leave(2, merged, by: .participant("dora")).count == 2)
        let again = try groups.joining(2, "dora", Consent(mayBeNamed: true), in: merged, at: 95)
        #expect(again.group(of: 2, in: merged).members.last?.mayBeNamed == true)
        #expect(again.group(of: 2, in: merged).members.count == 3)
    }

    @Test func `who takes a group over sees what was meant for others only when they agree again`() throws {
        let before = try WorkingGroups.sample
            .joining(1, "ben", .sharing("b1", with: .convener), in: gathering)
            .joining(1, "cem", .sharing("c1", with: .group), in: gathering)

        let after = try before.doing {
            try $0.handOver(1, to: "cem", gathering, by: .participant("anna"))
        }
        let group = after.group(of: 1, in: gathering)
        let ben = try #require(group.members.first)

        #expect(group.conveners == ["cem"])
        #expect(after.seen(1, by: .participant("cem"), in: gathering) == ["cem"])
        #expect(after.seen(1, by: .participant("anna"), in: gathering) == [])
        #expect(group.wasHandedOver(after: ben, on: "2026-11-21"))
        let again = try after.joining(1, "ben", .sharing("b1", with: .convener), in: gathering)
        #expect(again.seen(1, by: .participant("cem"), in: gathering) == ["ben", "cem"])
        let back = try again.doing { try $0.handOver(1, to: nil, gathering, by: .participant("anna")) }
        #expect(back.group(of: 1, in: gathering).conveners == ["anna"])
        #expect(back.seen(1, by: .participant("cem"), in: gathering) == ["cem"])
        #expect(try back.handOver(1, to: nil, gathering, by: .participant("anna")) == [])
    }

    @Test func `a group whose host is gone is taken over by somebody in it, and by nobody else`() throws {
        let groups = try WorkingGroups.sample.joining(1, "ben", in: gathering)
        let hostless = try gathering.doing { try $0.leave("anna", by: .participant("anna")) }

        #expect(groups.group(of: 1, in: hostless).conveners == [])
        #expect(groups.group(of: 1, in: hostless).has("ben"))
        #expect(throws: Gathering.Refused.notYourGroup) {
            try groups.handOver(1, to: "cem", hostless, by: .participant("cem"))
        }
        let taken = try groups.doing { try $0.handOver(1, to: "ben", hostless, by: .participant("ben")) }
        #expect(taken.group(of: 1, in: hostless).conveners == ["ben"])
    }

    @Test func `a withdrawn topic keeps its group, which takes nobody new`() throws {
        let groups = try WorkingGroups.sample.joining(1, "ben", in: gathering)
        let withdrawn = try gathering.doing { try $0.withdraw(1, by: .participant("anna")) }

        #expect(groups.all(in: withdrawn).map(\.topic) == [1])
        #expect(throws: Gathering.Refused.notOpenAnyMore) {
            try groups.joining(1, "cem", in: withdrawn)
        }
        #expect(
            try groups.joining(1, "ben", .sharing("b1", with: .group), in: withdrawn).contactKeys().count == 1
        )
    }

    @Test func `who leaves the gathering leaves all groups, and joins none any more`() throws {
        let groups = try WorkingGroups.sample
            .joining(1, "ben", .sharing("b1", with: .group), in: gathering)
            .joining(3, "ben", .sharing("b3", with: .group), in: gathering)
            .doing { try $0.handOver(3, to: "ben", gathering, by: .participant("cem")) }
            .doing { _ in [.participantRemoved(participant: "ben")] }

        #expect(groups.members == [:] && groups.conveners == [:] && groups.contactKeys() == [])
        #expect(throws: Gathering.Refused.hasLeft) { try groups.joining(1, "ben", in: gathering) }
    }

    @Test(arguments: Role.allCases)
    func `only participants go on`(_ role: Role) throws {
        let groups = try WorkingGroups.sample.joining(1, "dora", .sharing("d1", with: .group), in: gathering)
        let verbs: [(WorkingGroups, Caller) throws -> [WorkingGroups.Change]] = [
            { [gathering] in try $0.join(2, with: Consent(), in: gathering, on: "2026-11-21", by: $1) },
            { [gathering] in try $0.leave(1, gathering, by: $1) },
            { [gathering] in try $0.revokeContact(in: 1, gathering, by: $1) },
            { [gathering] in try $0.handOver(4, to: nil, gathering, by: $1) },
        ]

        for (index, verb) in verbs.enumerated() {
            if role == .participant {
                #expect(try verb(groups, .only(role)).isEmpty == (index == 3))
            } else {
                #expect(throws: Gathering.Refused.notAllowed(.goOn)) { try verb(groups, .only(role)) }
            }
        }
    }

    @Test func `everybody reads numbers and towns, and names of those who agreed`() throws {
        let groups = try WorkingGroups.sample
            .joining(1, "ben", Consent(mayBeNamed: true), in: gathering)
            .joining(1, "cem", in: gathering, at: 70)
            .joining(1, "dora", Consent(mayBeNamed: true), in: gathering, at: 80)
            .joining(2, "anna", in: gathering)
        let profiles: [Participant.ID: Profile] = [
            "anna": Profile(firstName: "Anna", organisation: .other(name: "Zwei")),
            "ben": Profile(firstName: "Ben", organisation: .town(key: "05962016")),
            "cem": Profile(firstName: "Cem", organisation: .town(key: "05962016")),
            "dora": Profile(organisation: .town(key: "05962004")),
        ]

        let summaries = groups.summaries(in: gathering) { profiles[$0] }

        #expect(summaries.map(\.id) == [1, 2] && summaries.map(\.count) == [3, 1])
        #expect(summaries[0].towns.map(\.town) == ["05962016", "05962004"])
        #expect(summaries[0].towns.map(\.count) == [2, 1])
        #expect(summaries[0].named.map(\.name.text) == ["Ben"])
        #expect(summaries[1].towns == [] && summaries[1].named == [])
        #expect(groups.summaries(in: gathering) { _ in nil }.map(\.count) == [3, 1])
        let ruled = groups.summaries(in: gathering, chatham: [1]) { profiles[$0] }
        #expect(ruled[0].count == 3 && ruled[0].towns == [] && ruled[0].named == [])
    }

    @Test(arguments: [
        (Contact.Kind.email, "anna@balve.example", true), (.email, "anna", false),
        (.email, "a b@c.de", false),
        (.phone, "02352 1234", true), (.phone, "+49 (0) 2352/12-34", true), (.phone, "1234", false),
        (.phone, "12345", true), (.phone, String(repeating: "1", count: 20), true),
        (.phone, String(repeating: "1", count: 21), false), (.phone, "frag im Rathaus", false),
        (.phone, "٠١٢٣٤٥", false), (.other, "im Rathaus", true),
    ])
    func `a contact can be reached`(_ kind: Contact.Kind, _ text: String, _ isTaken: Bool) throws {
        let text = try ContactText(text)

        if isTaken {
            #expect(try Contact(kind, text).text == text)
        } else {
            #expect(throws: Gathering.Refused.self) { try Contact(kind, text) }
        }
    }

    @Test func `a contact has as many characters as the field takes`() throws {
        #expect(try ContactText(String(repeating: "a", count: 120)).text.count == 120)
        #expect(throws: TextRefused.tooLong(field: "contact", by: 1, max: 120)) {
            try ContactText(String(repeating: "a", count: 121))
        }
    }

    @Test func `a contact's key is filed under its gathering, and read again`() {
        let name: KeyName = "iserlohn/contact/k7m2"

        #expect(name == KeyName(gathering: "iserlohn", purpose: .contact("k7m2")))
        #expect(
            ["iserlohn/contact", "iserlohn/contact/a/b"].map { (text: String) in KeyName(text) } == [
                nil, nil,
            ])
    }
}
