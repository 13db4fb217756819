import Actions
import Domain
import Foundation
import Journal
import TestSupport
import Testing

struct GroupActionTests {
    @Test func `a contact is sealed, and its key goes with it and with nothing else`() async throws {
        let store = try await Stores.Store.sample()
        let day = try await Day.begin(in: store)
        let anna = try await day.join("phone-1", name: "Anna")
        try await day.propose("Leerstand", by: "phone-1")
        try await day.goOn("1", by: "phone-1", "anna@balve.example")
        let sealed = try #require(try await day.groups().sealed(of: anna))

        #expect(day.instance.keys(of: day.id).open(sealed)?.text.text == "anna@balve.example")
        try await ChangeGroups(day.instance)(in: day.id, .sample("phone-1", "revoke-it")) {
            try $0.revokeContact(in: "1", $1.gathering, by: $1.caller)
        }

        #expect(day.instance.keys(of: day.id).open(sealed) == nil)
        #expect(!day.instance.keys(of: day.id).holds(sealed.key))
        #expect(day.instance.keys(of: day.id).holds(KeyName(gathering: day.id, purpose: .person(anna))))
        let entries = try await store.journal.entries(
            of: StreamID(of: WorkingGroups.self, day.id), after: .start)
        #expect(entries.count == 2)
        for entry in entries {
            #expect(!String(decoding: entry.body, as: UTF8.self).contains("balve.example"))
        }
    }

    @Test func `the same form again keeps the seal, another contact destroys the one before`() async throws {
        let day = try await Day.begin()
        let anna = try await day.join("phone-1")
        try await day.propose("Leerstand", by: "phone-1")
        try await day.goOn("1", by: "phone-1", "anna@balve.example")
        let first = try #require(try await day.groups().sealed(of: anna))

        try await day.goOn("1", by: "phone-1", "anna@balve.example", act: "same-again")
        #expect(try await day.groups().sealed(of: anna) == first)
        try await day.goOn("1", by: "phone-1", "anna@soest.example", act: "another-one")

        let second = try #require(try await day.groups().sealed(of: anna))
        let keys = day.instance.keys(of: day.id)
        #expect(keys.open(first) == nil && keys.open(second)?.text.text == "anna@soest.example")
        #expect(keys.names(of: day.id).filter { $0.isContact } == [second.key])
    }

    @Test func `who is refused leaves no key behind`() async throws {
        let day = try await Day.begin()
        try await day.join("phone-1")
        try await day.propose("Leerstand", by: "phone-1")

        await #expect(throws: Gathering.Refused.notAllowed(.goOn)) {
            try await day.goOn("1", by: "stranger", "anna@balve.example")
        }
        await #expect(throws: Gathering.Refused.self) {
            try await day.goOn("1", by: "phone-1", "anna@balve.example", until: .sample.adding(months: 25))
        }

        #expect(day.instance.keys(of: day.id).names(of: day.id).filter(\.isContact) == [])
    }

    @Test(arguments: [LeaveGathering.Way.leaving, .takenOut])
    func `who goes from the gathering takes every contact along`(_ way: LeaveGathering.Way) async throws {
        let day = try await Day.begin()
        let anna = try await day.join("phone-1")
        try await day.propose("Leerstand", by: "phone-1")
        try await day.goOn("1", by: "phone-1", "anna@balve.example")
        let sealed = try #require(try await day.groups().sealed(of: anna))

        try await LeaveGathering(day.instance)(
            anna, way, in: day.id, .sample(way == .leaving ? "phone-1" : Day.organiser, "go-away"))

        #expect(day.instance.keys(of: day.id).open(sealed) == nil)
        #expect(try await day.groups().members == [:])
    }

    @Test func `the day after its last one a contact is destroyed, and not before`() async throws {
        let day = try await Day.begin()
        let anna = try await day.join("phone-1")
        try await day.propose("Leerstand", by: "phone-1")
        try await day.goOn("1", by: "phone-1", "anna@balve.example", until: .sample.adding(days: 1))
        let sealed = try #require(try await day.groups().sealed(of: anna))

        day.clock.advance(seconds: 24 * 3600 + 14 * 3600 - 60)
        #expect(day.clock.now.date == .sample.adding(days: 1))
        #expect(try await ExpireContacts(day.instance)(in: day.id) == 0)
        #expect(day.instance.keys(of: day.id).open(sealed) != nil)

        day.clock.advance(seconds: 60)
        #expect(try await ExpireContacts(day.instance)(in: day.id) == 1)
        #expect(day.instance.keys(of: day.id).open(sealed) == nil)
        #expect(try await day.groups().members["1"]?.count == 1)
        #expect(try await ExpireContacts(day.instance)(in: day.id) == 0)
    }

    @Test func `names and seats of a group stay as long as a contact is shared in it`() async throws {
        let day = try await Day.begin()
        let anna = try await day.join("phone-1", name: "Anna")
        let ben = try await day.join("phone-2", name: "Ben")
        let cem = try await day.join("phone-3", name: "Cem")
        try await day.propose("Leerstand", by: "phone-1")
        try await day.goOn("1", by: "phone-2", "ben@balve.example")
        try await day.enter(.ended)
        let keys = day.instance.keys(of: day.id)
        let names = { (people: [Participant.ID]) in
            people.filter { keys.holds(KeyName(gathering: day.id, purpose: .person($0))) }
        }

        day.clock.advance(seconds: ForgetNames.daysAfterEnd * 24 * 3600)
        #expect(try await ForgetNames(day.instance)(in: day.id) == 2)

        #expect(names([anna, ben, cem]) == [ben])
        // Anna hosts the topic, and still has to find the list.
        for (device, seat) in [("phone-1", anna), ("phone-2", ben), ("phone-3", nil)]
            as [(Device.ID, Participant.ID?)]
        {
            #expect(try await day.instance.caller(device, in: day.id).participant == seat)
        }

        day.clock.advance(seconds: 366 * 24 * 3600)
        #expect(try await ExpireContacts(day.instance)(in: day.id) == 1)
        #expect(try await ForgetNames(day.instance)(in: day.id) == 1)
        #expect(names([anna, ben, cem]) == [])
        #expect(try await day.instance.access.read(day.id) { $0.seats } == [])
        #expect(try await ForgetNames(day.instance)(in: day.id) == 0)
    }
}

extension Day {
    func goOn(
        _ topic: Proposal.ID, by device: Device.ID, _ address: String, until: LocalDate? = nil,
        act: ActID = "go-on-with-it"
    ) async throws {
        let sharing = GoOn.Sharing(
            try Contact(.email, ContactText(address)), with: .group,
            until: until ?? SharedContact.untilDefault(after: .sample, on: .sample))
        try await GoOn(instance)(topic, .init(sharing), in: id, .sample(device, act))
    }

    func groups() async throws -> WorkingGroups { try await instance.groups.read(id) { $0 } }
}

extension WorkingGroups {
    func sealed(of person: Participant.ID) -> Personal<Contact>? {
        members.values.joined().first { $0.participant == person }?.consent.contact?.sealed
    }
}

extension KeyName {
    var isContact: Bool { if case .contact = purpose { true } else { false } }
}

extension LocalDate {
    fileprivate func adding(days: Int) -> LocalDate { LocalDate(dayNumber: dayNumber + days) ?? self }
}
