@testable import Domain
import Testing

struct RoleTests {
    /// Who may what, written down a second time: the table of `Role` must say the same.
    static let table: [(Right, Set<Role>)] = [
        (.prepare, [.organiser]),
        (.forget, [.organiser]),
        (.moderate, [.moderator, .organiser]),
        (.changeBoard, [.moderator, .organiser]),
        (.keepOrder, [.moderator, .organiser]),
        (.proposeForOthers, [.moderator, .organiser]),
        (.propose, [.participant]),
        (.wish, [.participant]),
        (.chooseSession, [.participant]),
        (.leave, [.participant]),
        (.giveFeedback, [.participant]),
        (.write, [.participant, .moderator, .organiser]),
        (.release, [.moderator, .organiser]),
        (.inviteHelpers, [.moderator, .organiser]),
        (.goOn, [.participant]),
        (.seeContacts, [.organiser]),
        (.seeNames, [.participant, .projector, .moderator, .organiser]),
        (.watch, [.anyone, .participant, .projector, .moderator, .organiser]),
    ]

    @Test func `the table names every right once`() {
        #expect(Self.table.map(\.0) == Right.allCases)
    }

    @Test(arguments: table)
    func `a right belongs to exactly these roles`(_ right: Right, _ roles: Set<Role>) {
        #expect(Set(Role.allCases.filter { $0.rights.contains(right) }) == roles)
        #expect(Set(Role.allCases.filter { Caller(roles: [$0]).may(right) }) == roles)
    }

    @Test func `several roles on one device add up`() {
        let both = Caller(roles: [.moderator, .participant], participant: "anna")

        #expect(Right.allCases.filter { !both.may($0) } == [.prepare, .forget, .seeContacts])
        #expect(Right.allCases.filter(Caller.nobody.may) == [.watch])
    }

    @Test func `a participant's right needs a participant`() throws {
        let gathering = try Gathering.sample()
        let withoutSeat = Caller(roles: [.participant])

        #expect(throws: Gathering.Refused.notAllowed(.propose)) {
            try gathering.propose(.init(title: "Radweg"), by: withoutSeat)
        }
    }

    @Test(arguments: GuardedVerb.all, Role.allCases)
    func `a verb refuses every role that lacks its right`(_ verb: GuardedVerb, _ role: Role) throws {
        let gathering = try GuardedVerb.gathering()
        let caller = Caller.only(role)

        if caller.may(verb.right) {
            #expect(try verb.run(gathering, caller) != [])
        } else {
            #expect(throws: verb.refused) { try verb.run(gathering, caller) }
        }
    }

    @Test(arguments: GuardedVerb.all)
    func `no verb does anything to a gathering that is not there`(_ verb: GuardedVerb) {
        #expect(throws: Gathering.Refused.noSuchGathering) { try verb.run(Gathering(id: "g1"), .organiser) }
    }

    @Test(arguments: GuardedVerb.all)
    func `after the end only some verbs still work`(_ verb: GuardedVerb) throws {
        let gathering = try GuardedVerb.gathering().entering(.ended)
        let caller = verb.right == .propose ? Caller.participant("dora") : .organiser

        if verb.worksAfterTheEnd {
            #expect(try verb.run(gathering, caller) != [])
        } else {
            #expect(throws: Gathering.Refused.ended(at: 60)) { try verb.run(gathering, caller) }
        }
    }
}
