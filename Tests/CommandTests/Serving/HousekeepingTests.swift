import Actions
import Domain
import Foundation
import Journal
import Synchronization
import Testing

@testable import tafelrunde

struct HousekeepingTests {
    let workplace: Workplace
    let house: SmallHouse

    init() async throws {
        workplace = try Workplace()
        house = try await SmallHouse(workplace)
    }

    @Test func `a key that a crash left over is destroyed`() async throws {
        let anna = try await house.join()
        let ben = try await house.join()
        _ = try await house.instance.gatherings.change(house.gathering, house.key(), at: house.moment) {
            try $0.takeOut(anna, by: Caller(roles: [.moderator]))
        }
        #expect(house.holds(.person(anna)))

        await house.keepHouse()

        #expect(!house.holds(.person(anna)))
        #expect(house.holds(.person(ben)))
    }

    @Test func `a key of nobody is destroyed, but not while its person may be about to come`() async throws {
        let nobody = Participant.ID(number: 77)
        let keys = house.instance.keys(of: house.gathering)
        try await keys.makeKey(KeyName(gathering: house.gathering, purpose: .person(nobody)))
        let anna = try await house.join()
        let housekeeping = Housekeeping(instance: house.instance, logger: Lines().logger(.plain))

        await housekeeping.round()
        #expect(house.holds(.person(nobody)))
        await housekeeping.round()

        #expect(!house.holds(.person(nobody)))
        #expect([house.holds(.person(anna)), house.holds(.wishes)] == [true, true])
    }

    @Test func `a contact's key that nobody shares is destroyed, and one that somebody shares stays`()
        async throws
    {
        let anna = try await house.join()
        let purposes = [1, 2].map { KeyName.Purpose.contact(Contact.ID(number: $0)) }
        let names = purposes.map { KeyName(gathering: house.gathering, purpose: $0) }
        try await house.instance.keys(of: house.gathering).makeKeys(names)
        let until = try #require(LocalDate("2199-01-01"))
        let shared = SharedContact(
            sealed: Personal(key: names[1], sealed: []), audience: .group, until: until)
        _ = try await house.instance.groups.change(house.gathering, house.key(), at: house.moment) { _ in
            [.joined(topic: Proposal.ID(number: 1), participant: anna, consent: Consent(contact: shared))]
        }
        let housekeeping = Housekeeping(instance: house.instance, logger: Lines().logger(.plain))

        await housekeeping.round()
        #expect(purposes.map(house.holds) == [true, true])
        await housekeeping.round()

        #expect(purposes.map(house.holds) == [false, true])
    }

    @Test func `voices are cut a day after the end, and not before`() async throws {
        _ = try await house.join()
        try await house.enter(.ended)

        house.wait(seconds: CutVoices.delaySeconds - 1)
        await house.keepHouse()
        #expect(house.holds(.wishes))

        house.wait(seconds: 1)
        await house.keepHouse()
        #expect(!house.holds(.wishes))
        let cutAt = try await house.instance.gatherings.read(house.gathering) { $0.attendees.cutAt }
        #expect(cutAt == house.moment)
    }

    @Test func `a gathering that nobody ended counts from midnight after its date`() async throws {
        let anna = try await house.join()
        try await house.enter(.weighing)
        let fromNineToTheNextMidnight = 39 * 3600

        house.wait(seconds: fromNineToTheNextMidnight - 1)
        await house.keepHouse()
        #expect(house.holds(.wishes))

        house.wait(seconds: 1)
        await house.keepHouse()
        #expect([house.holds(.wishes), house.holds(.person(anna))] == [false, true])

        house.wait(seconds: 182 * 86_400)
        await house.keepHouse()
        #expect(!house.holds(.person(anna)))
    }

    @Test func `feedback that nobody closed is closed a day after the date`() async throws {
        let device = Device.ID(number: 5)
        _ = try await JoinGathering(house.instance)(
            Profile(), in: house.gathering, Acting(device: device, act: try #require(ActID("sit-down"))))
        try await house.enter(.closing)
        try await DropPaper(house.instance)(
            Paper(words: [FeedbackWord("gut")]), in: house.gathering, from: device)
        func answers() async throws -> Int? {
            try await house.instance.feedbacks.read(house.gathering) { $0.closed?.answers }
        }
        let fromNineToTheNextMidnight = 39 * 3600

        house.wait(seconds: fromNineToTheNextMidnight - 1)
        await house.keepHouse()
        #expect(try await answers() == nil)

        house.wait(seconds: 1)
        await house.keepHouse()
        #expect(try await answers() == 1)
        #expect(try await house.instance.answerCount(in: house.gathering) == 0)
    }

    @Test func `devices are let go of together with the names, and not before`() async throws {
        _ = try await house.join()
        try await house.enter(.ended)
        let organiser = Device.ID(number: 1)
        func devices() async throws -> [Int] {
            try await house.instance.access.read(house.gathering) {
                [$0.grants.count, $0.personalCodes.count]
            }
        }

        house.wait(seconds: ForgetNames.daysAfterEnd * 86_400 - 1)
        await house.keepHouse()
        #expect(try await devices() == [2, 1])

        house.wait(seconds: 1)
        for _ in 0..<2 { await house.keepHouse() }
        #expect(try await devices() == [1, 0])
        #expect(try await house.instance.caller(organiser, in: house.gathering).may(.prepare))
    }

    @Test func `a gathering in which nobody could wish yet is not cut, whatever its date`() async throws {
        _ = try await house.join()

        house.wait(seconds: 100 * 86_400)
        await house.keepHouse()

        #expect(house.holds(.wishes))
    }

    @Test func `what remains of the wishes is how often two topics were wanted together`() async throws {
        let anna = try await house.join()
        let proposals = try await house.propose(3, by: anna)
        try await house.wish([proposals[0], proposals[1]], proposals, [proposals[2]])
        try await house.enter(.ended)
        house.wait(seconds: CutVoices.delaySeconds)

        await house.keepHouse()

        let pairs = try await house.instance.gatherings.read(house.gathering) { $0.attendees.pairs }
        #expect(
            pairs == [
                WishPair(first: proposals[0], second: proposals[1], count: 2),
                WishPair(first: proposals[0], second: proposals[2], count: 1),
                WishPair(first: proposals[1], second: proposals[2], count: 1),
            ])
    }

    @Test func `going back into the day keeps the voices`() async throws {
        _ = try await house.join()
        try await house.enter(.ended)
        house.wait(seconds: CutVoices.delaySeconds)
        try await house.enter(.pitching)

        await house.keepHouse()

        #expect(house.holds(.wishes))
    }

    @Test func `a wish key that a crash left over goes too, and the pairs stay as they are`() async throws {
        _ = try await house.join()
        let pair = WishPair(first: .init(number: 1), second: .init(number: 2), count: 3)
        _ = try await house.instance.gatherings.change(house.gathering, house.key(), at: house.moment) {
            try $0.cutVoices(pairs: [pair])
        }
        #expect(house.holds(.wishes))

        await house.keepHouse()
        await house.keepHouse()

        #expect(!house.holds(.wishes))
        let pairs = try await house.instance.gatherings.read(house.gathering) { $0.attendees.pairs }
        #expect(pairs == [pair])
    }
}

/// An instance in memory with one gathering, whose clock is put by hand.
final class SmallHouse: Sendable {
    let instance: Instance
    let gathering: Gathering.ID
    let journal: any Journal
    private let clock: Clock

    var moment: Instant { clock.now.instant }

    init(_ workplace: Workplace) async throws {
        let clock = try Clock()
        self.clock = clock
        let master = try MasterKey.open(.beside(folder: workplace.path("memory")), isFirstStart: true)
        let store = try await RehearsalStore.open(master)
        journal = store.journal
        instance = Instance(
            stores: Stores(lasting: store, rehearsals: Rehearsals { store }), secret: ServerSecret(master),
            switchboard: Switchboard(),
            chance: .system, now: { clock.now })
        let acting = Acting(device: .init(number: 1), act: Self.act())
        _ = try await instance.access.change(
            Access.house, ActKey(actor: .init(number: 1), act: Self.act()), at: clock.now.instant
        ) { _ in
            [.granted(device: .init(number: 1), role: .organiser, participant: nil)]
        }
        let facts = Facts(
            title: try Title("Runder Tisch"), form: .barcamp, date: clock.now.date,
            venue: try VenueName("Rathaus"),
            tone: .du)
        gathering = try await CreateGathering(instance)(.init(facts: facts, rooms: [], slots: []), acting)
    }

    func join() async throws -> Participant.ID {
        let device = Device.ID(String(UUID().uuidString.prefix(8))) ?? .init(number: 2)
        return try await JoinGathering(instance)(
            Profile(), in: gathering, Acting(device: device, act: Self.act()))
    }

    func propose(_ count: Int, by host: Participant.ID) async throws -> [Proposal.ID] {
        for number in 1...count {
            let content = Proposal.Content(title: try Title("Thema \(number)"))
            _ = try await instance.gatherings.change(gathering, key(), at: moment) {
                try $0.propose(content, host: host, by: Caller(roles: [.moderator]))
            }
        }
        return try await instance.gatherings.read(gathering) { $0.topics.open.map(\.id).sorted() }
    }

    /// Each list is the wishes of another voice.
    func wish(_ lists: [Proposal.ID]...) async throws {
        let wished = lists.enumerated().flatMap { voice, list in
            list.map { Interest.Change.wished(voice: .init(number: voice), proposal: $0, weight: 1) }
        }
        _ = try await instance.interests.change(gathering, key(), at: moment) { _ in wished }
    }

    func enter(_ phase: Phase) async throws {
        try await EnterPhase(instance)(
            phase, in: gathering, Acting(device: .init(number: 1), act: Self.act()))
    }

    func wait(seconds: Int) { clock.put(forwardSeconds: seconds) }

    func keepHouse() async { await Housekeeping(instance: instance, logger: Lines().logger(.plain)).round() }

    func holds(_ purpose: KeyName.Purpose) -> Bool {
        instance.keys(of: gathering).holds(KeyName(gathering: gathering, purpose: purpose))
    }

    func key() -> ActKey { ActKey(actor: .init(number: 9), act: Self.act()) }

    private static func act() -> ActID {
        var chance = Chance.system
        return ActID.random(using: &chance)
    }

    private final class Clock: Sendable {
        private let start: Now
        private let seconds = Mutex(0)

        init() throws {
            start = try #require(try WallClock().now(Date(timeIntervalSince1970: 1_795_248_000)))
        }

        var now: Now { start.at(start.instant.adding(seconds: seconds.withLock { $0 })) }

        func put(forwardSeconds: Int) { seconds.withLock { $0 += forwardSeconds } }
    }
}
