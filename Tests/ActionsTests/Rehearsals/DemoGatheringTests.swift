import Domain
import Journal
import TestSupport
import Testing

@testable import Actions

@Suite struct `The demo gathering` {
    let towns: TownDirectory

    init() throws {
        towns = try TownDirectory.sample()
    }

    private func demo(_ instance: Instance, people: Int = 30, at phase: Phase = .weighing) async throws
        -> Gathering.ID
    {
        try await DemoGathering(instance)(people: people, now: .sample, towns: towns, at: phase)
    }

    @Test func `is a round table with thirty people and thirteen topics being weighed`() async throws {
        let instance = try await Instance.sample()

        let id = try await demo(instance)

        let gathering = try await instance.gatherings.read(id) { $0 }
        #expect(gathering.programme.facts?.title.text == "Runder Tisch im Barcamp-Format")
        #expect(gathering.programme.facts?.hostTown == "05962024")
        #expect(gathering.programme.rooms.count == 4)
        #expect(gathering.programme.slots.map(\.start.description) == ["10:30", "11:30", "13:15"])
        #expect(
            gathering.programme.items.map(\.title.text) == [
                "Ankommen, Kaffee, Platz nehmen", "Begrüßung", "Vorstellungsrunde und Themen", "Imbiss",
                "Blitzlicht",
            ])
        #expect(gathering.attendees.present.count == 30)
        #expect(gathering.attendees.present.count { !$0.hasPhone } == 3)
        #expect(gathering.topics.all.count == 14)
        #expect(gathering.topics.open.count == 13)
        #expect(gathering.topics["13"]?.state == .merged(into: "4"))
        #expect(gathering.topics.queue == [])
        #expect(gathering.topics.pitch == nil)
        #expect(gathering.day.phase == .weighing)
        #expect(gathering.day.window.isOpen)
    }

    @Test func `has sealed names, hands and the wishes of most`() async throws {
        let instance = try await Instance.sample()

        let id = try await demo(instance)

        let gathering = try await instance.gatherings.read(id) { $0 }
        let interest = try await instance.interests.read(id) { $0 }
        let keys = instance.keys(of: id)
        let names = gathering.attendees.present.compactMap { keys.open($0.profile)?.firstName?.text }
        #expect(Set(names).count == 30)
        #expect(Set(names).isSubset(of: PretendPeople.firstNames))
        #expect(gathering.topics.open.map { gathering.topics.handCount(of: $0.id) }.reduce(0, +) > 5)
        // 25 of 30 have begun, and those without a phone are hands.
        #expect((20...25).contains(interest.wishes.count))
        let voices = Set(gathering.attendees.present.compactMap { keys.open($0.voice) })
        #expect(Set(interest.wishes.keys).isSubset(of: voices))
    }

    @Test func `says that its organiser is a sample`() async throws {
        let instance = try await Instance.sample()

        let id = try await demo(instance)

        let organiser = try #require(try await instance.gatherings.read(id) { $0.programme.organisers.first })
        #expect(organiser.imprint.text.hasPrefix("MUSTER"))
        #expect(organiser.privacy.text.hasPrefix("MUSTER"))
        #expect(organiser.email.text.hasSuffix(".example"))
    }

    @Test func `is found again by a second start, as a visitor left it`() async throws {
        let instance = try await Instance.sample()
        let id = try await demo(instance)
        let visitor = Acting.sample("visitor", "visitor-1")
        _ = try await JoinGathering(instance)(Profile(), in: id, visitor)
        let before = try await instance.gatherings.read(id) { $0 }

        let again = try await demo(instance)

        #expect(again == id)
        #expect(try await instance.gatherings.read(id) { $0 } == before)
        #expect(try await instance.house.read(House.theOne) { $0.order } == [id])
    }

    @Test func `that was deleted does not come again: the next start makes another`() async throws {
        let instance = try await Instance.sample()
        let id = try await demo(instance, people: 3, at: .arriving)
        try await instance.keys(of: id).destroy(gathering: id)

        let other = try await demo(instance, people: 3, at: .arriving)
        let again = try await demo(instance, people: 3, at: .arriving)

        #expect(other != id)
        #expect(again == other)
        #expect(try await instance.listed() == [other])
    }

    @Test func `is a demo of today when it is started tomorrow`() async throws {
        let instance = try await Instance.sample()
        let id = try await demo(instance)
        let tomorrow = try #require(LocalDate("2026-11-22"))

        let now = Now(instant: .sample, date: tomorrow, time: .sample)
        _ = try await DemoGathering(instance)(people: 30, now: now, towns: towns)

        #expect(try await instance.gatherings.read(id) { $0.programme.facts?.date } == tomorrow)
        #expect(try await starts(instance, id) == ["10:30", "11:30", "13:15"])
    }

    private func starts(_ instance: Instance, _ id: Gathering.ID) async throws -> [String] {
        try await instance.gatherings.read(id) { $0.programme.slots.map(\.start.description) }
    }

    private func at(_ time: String, _ date: LocalDate = .sample) throws -> Now {
        Now(instant: .sample, date: date, time: try #require(MinuteOfDay(time)))
    }

    @Test(arguments: [
        ("0:10", ["10:30", "11:30", "13:15"]), ("10:29", ["10:30", "11:30", "13:15"]),
        ("10:30", ["11:00", "12:00", "13:45"]), ("14:55", ["15:00", "16:00", "17:45"]),
        ("18:00", ["19:00", "20:00", "21:45"]), ("23:30", ["19:30", "20:30", "22:15"]),
    ])
    func `begins soon, and ends before midnight`(_ time: String, _ expected: [String]) async throws {
        let instance = try await Instance.sample()

        let id = try await DemoGathering(instance)(people: 12, now: try at(time), towns: towns)

        #expect(try await starts(instance, id) == expected)
        let ends = try await instance.gatherings.read(id) { $0.programme.items.map(\.end) }
        let midnight = try #require(MinuteOfDay(MinuteOfDay.max))
        #expect(ends.allSatisfy { $0 < midnight })
    }

    @Test func `moves along when it is started again after its last session, hosts' limits included`()
        async throws
    {
        let instance = try await Instance.sample()
        let id = try await DemoGathering(instance)(
            people: 30, now: try at("9:00"), towns: towns, showsBoard: true)
        let before = try await instance.gatherings.read(id) { $0 }
        let noon = try await DemoGathering(instance)(people: 30, now: try at("12:00"), towns: towns)
        #expect(try await starts(instance, noon) == ["10:30", "11:30", "13:15"])

        _ = try await DemoGathering(instance)(people: 30, now: try at("14:00"), towns: towns)

        let after = try await instance.gatherings.read(id) { $0 }
        #expect(try await starts(instance, id) == ["15:00", "16:00", "17:45"])
        #expect(after.board == before.board)
        #expect(after.programme.items.map(\.start) == before.programme.items.map { $0.start.adding(270) })
        #expect(
            after.topics.open.map(\.content.until) == before.topics.open.map { $0.content.until?.adding(270) }
        )
        #expect(after.topics.open.contains { $0.content.until != nil })
        #expect(after.programme.plannedSlots == [:])
        #expect(after.timeBreaches(in: after.board.draft) == [])
    }

    @Test func `can show a board that is laid out, while wishes are still made`() async throws {
        let instance = try await Instance.sample()

        let id = try await DemoGathering(instance)(people: 30, now: .sample, towns: towns, showsBoard: true)

        let gathering = try await instance.gatherings.read(id) { $0 }
        #expect(gathering.board.current?.layout.placements.count == 12)
        #expect(gathering.day.phase == .weighing)
        #expect(gathering.day.window.isOpen)
    }

    @Test func `is finished when it was broken off`() async throws {
        let journal = BreakingJournal(after: 60)
        let store = try await Stores.Store.sample(journal: journal)
        let instance = try await Instance.sample(lasting: store)
        await #expect(throws: (any Error).self) { try await demo(instance) }
        journal.mend()

        let id = try await demo(instance)

        let gathering = try await instance.gatherings.read(id) { $0 }
        #expect(gathering.attendees.present.count == 30)
        #expect(gathering.topics.all.count == 14)
        #expect(gathering.day.phase == .weighing)
        let whole = try await Instance.sample()
        let other = try await demo(whole)
        let counts = try await whole.gatherings.read(other) { $0.topics.hands }
        #expect(gathering.topics.hands == counts)
        let wished = try await instance.interests.read(id) { $0.voiceCounts(in: gathering.topics) }
        let expected = try await whole.interests.read(other) { $0.voiceCounts(in: gathering.topics) }
        #expect(wished == expected)
    }

    @Test func `can be laid out by a moderator: twelve placed, one parked`() async throws {
        let instance = try await Instance.sample()
        let id = try await demo(instance)
        let link = try await MakeLink(instance)(
            .moderator, in: id, .sample("server", "link-1"), caller: Caller(roles: [.organiser]))
        let token = try #require(OpenLink.Token(link.token))
        try await OpenLink(instance)(token, .sample("tablet", "open-1"))

        let laid = try await LayBoard(instance, effort: PlanningEffort(starts: 1, moves: 2_000))(
            in: id, .sample("tablet", "lay-1"))

        #expect(laid.placedCount == 12)
        #expect(laid.parkedCount == 1)
    }

    @Test func `fills twelve rooms with six hundred people in few appends`() async throws {
        let journal = CountingJournal(try await Engine.memory.emptyJournal())
        let store = try await Stores.Store.sample(journal: journal)
        let instance = try await Instance.sample(lasting: store)

        let id = try await demo(instance, people: 600)

        let gathering = try await instance.gatherings.read(id) { $0 }
        let interest = try await instance.interests.read(id) { $0 }
        #expect(gathering.attendees.present.count == 600)
        #expect(gathering.programme.rooms.count == 12)
        #expect(gathering.programme.rooms.map(\.seats).reduce(0, +) >= 600)
        #expect(gathering.programme.slots.count == 5)
        #expect(gathering.topics.open.count == 49)
        #expect(interest.wishes.values.map(\.count).reduce(0, +) > 2_500)
        #expect(journal.actCount > 3_300)
        #expect(journal.appendCount * 3 < journal.actCount)
    }

    @Test func `plays Altena: greeting, offers and a keynote before the topics`() async throws {
        let instance = try await Instance.sample()

        let id = try await DemoGathering(instance, day: .altena)(
            people: 30, now: .sample, towns: towns, at: .running)

        let gathering = try await instance.gatherings.read(id) { $0 }
        #expect(
            gathering.programme.items.map(\.form) == [
                .other, .greeting, .offers, .keynote, .breakTime, .pitch, .closing,
            ])
        #expect(gathering.programme.items.allSatisfy { $0.room == nil })
        #expect(gathering.day.phase == .running)
        #expect(gathering.board.current?.layout.placements.count == 12)
        #expect(try await instance.attendances.read(id) { $0.choices.count } > 20)
    }

    @Test(arguments: Phase.allCases.filter { $0 < .ended })
    func `can have come to any phase`(phase: Phase) async throws {
        let instance = try await Instance.sample()

        let id = try await demo(instance, people: 12, at: phase)

        let gathering = try await instance.gatherings.read(id) { $0 }
        #expect(gathering.day.phase == phase)
        #expect(gathering.attendees.present.count == (phase == .preparing ? 0 : 12))
        #expect(gathering.topics.all.isEmpty == (phase < .pitching))
        #expect((gathering.board.current != nil) == (phase >= .running))
        #expect(gathering.day.window.isOpen == (phase == .weighing))
    }

    @Test(arguments: [-1, 4_001]) func `is refused for too many people`(people: Int) async throws {
        let instance = try await Instance.sample()

        await #expect(throws: Gathering.Refused.outOfRange(field: "people", from: 0, to: 4_000)) {
            try await demo(instance, people: people)
        }
    }
}
