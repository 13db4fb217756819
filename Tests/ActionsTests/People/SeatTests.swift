import Domain
import Journal
import TestSupport
import Testing

@testable import Actions

struct SeatTests {
    @Test func `a device has one seat, however often it joins`() async throws {
        let day = try await Day.begin()

        let first = try await day.join("phone-1", name: "Anna")
        let again = try await JoinGathering(day.instance)(
            Profile(), in: day.id, .sample("phone-1", "another-form"))

        #expect(again == first)
        #expect(try await day.gathering().attendees.present.map(\.id) == [first])
    }

    @Test func `forms that a device sends at once are one seat`() async throws {
        let day = try await Day.begin()

        let seats = try await withThrowingTaskGroup { group in
            for number in 1...8 {
                group.addTask {
                    try await JoinGathering(day.instance)(
                        Profile(), in: day.id, .sample("phone-1", .certain("tab-\(number)")))
                }
            }
            return try await group.reduce(into: Set<Participant.ID>()) { $0.insert($1) }
        }

        #expect(seats.count == 1)
        #expect(try await day.gathering().attendees.all.count == 1)
        #expect(try await day.instance.caller("phone-1", in: day.id).participant == seats.first)
    }

    @Test func `who left and comes again is somebody new`() async throws {
        let day = try await Day.begin()
        let first = try await day.join("phone-1", name: "Anna")
        try await LeaveGathering(day.instance)(first, .leaving, in: day.id, .sample("phone-1", "leave-me"))

        let second = try await JoinGathering(day.instance)(
            Profile(firstName: try FirstName("Anna")), in: day.id, .sample("phone-1", "again"))

        #expect(second != first)
        #expect(try await day.gathering().attendees.present.map(\.id) == [second])
        #expect(try await day.instance.caller("phone-1", in: day.id).participant == second)
    }

    @Test func `a personal code that somebody has already goes to nobody else`() async throws {
        let day = try await Day.begin()
        let secret = day.instance.secret
        let join = Acting.sample("phone-1", "join-anna")
        let anna = Seating(day.instance).person(in: day.id, join, hasPhone: true)
        let taken = secret.personalCode(of: anna, in: day.id, serial: 1)
        _ = try await day.instance.access.change(
            day.id, ActKey(actor: "test", act: "take-the-code"), at: day.instance.now().instant
        ) { _ in
            [
                .personalCodeSet(
                    participant: "ben",
                    code: PersonalCode(serial: 9, digest: secret.digest(taken, in: day.id)))
            ]
        }

        let seated = try await JoinGathering(day.instance)(Profile(), in: day.id, join)

        #expect(seated == anna)
        #expect(try await day.instance.access.read(day.id) { $0.personalCodes[anna]?.serial } == 2)
        let own = secret.personalCode(of: anna, in: day.id, serial: 2)
        let back = ReturnWithCode(day.instance)
        #expect(try await back(own, in: day.id, .sample("tablet", "anna-back")) == anna)
        #expect(try await back(taken, in: day.id, .sample("other", "ben-is-back")) == "ben")
    }

    @Test func `who is refused a seat leaves no key behind`() async throws {
        let day = try await Day.begin()
        try await day.join("phone-1")
        try await day.enter(.ended)
        let keys = day.instance.keys(of: day.id)
        let before = Set(keys.names(of: day.id))

        await #expect(throws: Gathering.Refused.ended(at: day.clock.now.instant)) {
            try await day.join("phone-2")
        }

        #expect(Set(keys.names(of: day.id)) == before)
    }

    @Test func `the personal code opens the seat on another device, a new one ends the old`() async throws {
        let day = try await Day.begin()
        let anna = try await day.join("phone-1", name: "Anna")
        let old = day.instance.secret.personalCode(of: anna, in: day.id, serial: 1)

        #expect(
            try await ReturnWithCode(day.instance)(old, in: day.id, .sample("tablet", "return-1")) == anna)
        #expect(try await day.instance.caller("tablet", in: day.id).participant == anna)

        let new = try await RenewPersonalCode(day.instance)(
            of: anna, in: day.id, .sample(Day.organiser, "renew-1"))
        await #expect(throws: Access.Refused.wrongCode) {
            try await ReturnWithCode(day.instance)(old, in: day.id, .sample("laptop", "return-2"))
        }
        #expect(
            try await ReturnWithCode(day.instance)(new, in: day.id, .sample("laptop", "return-3")) == anna)
    }

    @Test func `who leaves takes wishes, choices, devices and the name along`() async throws {
        let day = try await Day.begin()
        let anna = try await day.join("phone-1", name: "Anna")
        try await day.join("phone-2")
        try await day.propose("Leerstand", by: "phone-2")
        try await day.enter(.weighing)
        try await day.wish("1", by: "phone-1")
        let sealed = try #require(try await day.gathering().attendees[anna]?.profile)
        #expect(day.instance.keys(of: day.id).open(sealed)?.firstName?.text == "Anna")

        try await LeaveGathering(day.instance)(anna, .leaving, in: day.id, .sample("phone-1", "leave-me"))

        #expect(try await day.interest().wishes == [:])
        #expect(try await day.instance.caller("phone-1", in: day.id) == .nobody)
        #expect(day.instance.keys(of: day.id).open(sealed) == nil)
        let journal = try await day.gathering()
        #expect(journal.attendees[anna]?.isHere == false)
    }

    @Test func `the journal does not tell whose voice went with a person`() async throws {
        let store = try await Stores.Store.sample()
        let day = try await Day.begin(in: store)
        let anna = try await day.join("phone-1")
        try await day.propose("Leerstand", by: "phone-1")
        try await day.enter(.weighing)
        try await day.wish("1", by: "phone-1")

        try await LeaveGathering(day.instance)(
            anna, .takenOut, in: day.id, .sample(Day.organiser, "take-out"))

        let left = try await store.journal.entries(of: StreamID(of: Gathering.self, day.id), after: .start)
            .last
        let removed = try await store.journal.entries(of: StreamID(of: Interest.self, day.id), after: .start)
            .last
        let voice = try #require(try await day.interest().removed.first)
        #expect(removed?.key.actor.text == voice.text)
        #expect(left?.key.actor.text == Day.organiser.text)
        #expect(try await day.instance.attendances.read(day.id) { $0.removed } == [voice])
    }

    @Test func `what a crash left of a person's wishes is taken away later, once`() async throws {
        let day = try await Day.begin()
        let anna = try await day.join("phone-1")
        try await day.propose("Leerstand", by: "phone-1")
        try await day.enter(.weighing)
        try await day.wish("1", by: "phone-1")
        try await ChangeGathering(day.instance)(day.id, .sample(Day.organiser, "take-out")) {
            gathering, caller, _ in
            try gathering.takeOut(anna, by: caller)
        }

        for _ in 1...2 { try await RemoveVoices(day.instance)(in: day.id) }

        #expect(try await day.interest().wishes == [:])
        #expect(try await day.interest().removed.count == 1)
    }

    @Test func `a moderator takes somebody out together with their topics`() async throws {
        let day = try await Day.begin()
        let troll = try await day.join("phone-1")
        try await day.propose("Kauft mehr", by: "phone-1")

        try await LeaveGathering(day.instance)(
            troll, .takenOut, in: day.id, .sample(Day.organiser, "take-out"))

        let gathering = try await day.gathering()
        #expect(gathering.topics.open == [])
        #expect(gathering.attendees.present == [])
    }

    @Test func `names are forgotten half a year after the end, and not a second before`() async throws {
        let day = try await Day.begin()
        let anna = try await day.join("phone-1", name: "Anna")
        let sealed = try #require(try await day.gathering().attendees[anna]?.profile)
        try await day.enter(.ended)

        day.clock.advance(seconds: ForgetNames.daysAfterEnd * 24 * 3600 - 1)
        #expect(try await ForgetNames(day.instance)(in: day.id) == 0)
        #expect(day.instance.keys(of: day.id).open(sealed)?.firstName?.text == "Anna")

        day.clock.advance(seconds: 1)
        #expect(try await ForgetNames(day.instance)(in: day.id) == 1)
        #expect(day.instance.keys(of: day.id).open(sealed) == nil)
        #expect(try await ForgetNames(day.instance)(in: day.id) == 0)
    }

    @Test func `somebody else may not make one leave`() async throws {
        let day = try await Day.begin()
        let anna = try await day.join("phone-1")
        try await day.join("phone-2")

        await #expect(throws: Gathering.Refused.notAllowed(.keepOrder)) {
            try await LeaveGathering(day.instance)(
                anna, .leaving, in: day.id, .sample("phone-2", "leave-her"))
        }
        #expect(try await day.gathering().attendees[anna]?.isHere == true)
    }
}
