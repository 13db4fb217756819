@testable import Domain
import Testing

struct ArrivingTests {
    @Test func `anybody takes a seat, once`() throws {
        let gathering = try Gathering.sample().doing { try $0.join(.sample("eva"), by: .nobody) }

        #expect(gathering.attendees.order == ["anna", "ben", "cem", "dora", "eva"])
        #expect(gathering.attendees["eva"] == .sample("eva"))
        #expect(gathering.attendees.headCount == 5)
        #expect(try gathering.join(.sample("eva"), by: .nobody) == [])
    }

    @Test(arguments: Phase.allCases.filter { $0 != .ended })
    func `people may come in every phase until the end`(_ phase: Phase) throws {
        let gathering = try Gathering.sample().entering(.closing).entering(phase)

        #expect(
            try gathering.join(.sample("eva"), by: .nobody)
                == [.people(change: .joined(participant: .sample("eva")))])
    }

    @Test func `after the end nobody joins`() throws {
        let gathering = try Gathering.sample().entering(.ended)

        #expect(throws: Gathering.Refused.ended(at: 60)) { try gathering.join(.sample("eva"), by: .nobody) }
    }

    @Test func `who has no phone is added by somebody who keeps order`() throws {
        let gathering = try Gathering.sample()
        let guest = Participant.sample("eva", hasPhone: false)

        #expect(throws: Gathering.Refused.notAllowed(.keepOrder)) {
            try gathering.join(guest, by: .participant("anna"))
        }
        #expect(
            try gathering.doing { try $0.join(guest, by: .moderator) }.attendees["eva"]?.hasPhone == false)
    }

    @Test func `takes five thousand people and not one more`() throws {
        var gathering = try Gathering.sample()
        for number in 5...Attendees.countMax {
            gathering.apply(.people(change: .joined(participant: .sample(.init(number: number)))), at: 0)
        }

        #expect(gathering.attendees.all.count == 5_000)
        #expect(try gathering.join(.sample("anna"), by: .nobody) == [])
        #expect(throws: Gathering.Refused.tooMany(.participants)) {
            try gathering.join(.sample("eva"), by: .nobody)
        }
    }

    @Test func `who leaves makes room for somebody else`() throws {
        var gathering = try Gathering.sample()
        for number in 5...Attendees.countMax {
            gathering.apply(.people(change: .joined(participant: .sample(.init(number: number)))), at: 0)
        }
        gathering.apply(.people(change: .left(id: "anna")), at: 1)

        #expect(try gathering.join(.sample("eva"), by: .nobody).count == 1)
    }

    @Test(arguments: [Caller.participant("anna"), .moderator])
    func `a profile is changed by its owner or a moderator`(_ caller: Caller) throws {
        let new = Personal.sample(of: "anna", "new")

        let gathering = try Gathering.sample().doing { try $0.setProfile(new, of: "anna", by: caller) }

        #expect(gathering.attendees["anna"]?.profile == new)
    }

    @Test func `somebody else's profile is not changed, nor that of somebody who is not here`() throws {
        let gathering = try Gathering.sample().doing { try $0.leave("cem", by: .participant("cem")) }
        let new = Personal.sample(of: "anna", "new")

        #expect(throws: Gathering.Refused.notAllowed(.keepOrder)) {
            try gathering.setProfile(new, of: "anna", by: .participant("ben"))
        }
        #expect(throws: Gathering.Refused.hasLeft) {
            try gathering.setProfile(new, of: "cem", by: .moderator)
        }
        #expect(throws: Gathering.Refused.noSuchParticipant) {
            try gathering.setProfile(new, of: "eva", by: .moderator)
        }
    }

    @Test func `who leaves takes the own topics along, and shared ones stay with the others`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.propose(.init(title: "Allein"), by: .participant("anna")) }
            .doing { try $0.propose(.init(title: "Zu zweit"), coHosts: ["ben"], by: .participant("anna")) }
            .placing(1, 1, "saal")
            .doing(at: 90) { try $0.leave("anna", by: .participant("anna")) }

        #expect(gathering.attendees["anna"]?.state == .left(at: 90))
        #expect(gathering.attendees.present.map(\.id) == ["ben", "cem", "dora"])
        #expect(gathering.topics[1]?.state == .withdrawn(at: 90))
        #expect(gathering.topics[2]?.state == .open)
        #expect(gathering.topics[2]?.hosts == ["ben"])
        #expect(gathering.topics.queue == [2])
        #expect(gathering.board.draft == Board.Layout())
        #expect(try gathering.leave("anna", by: .participant("anna")) == [])
    }

    @Test func `who is taken out has their topics removed for good`() throws {
        let gathering = try Gathering.sample(topics: 2)
            .doing(at: 90) { try $0.takeOut("anna", by: .moderator) }

        #expect(gathering.attendees["anna"]?.state == .takenOut(at: 90))
        #expect(gathering.topics[1]?.state == .removed(at: 90))
        #expect(gathering.topics.queue == [2])
        #expect(try gathering.takeOut("anna", by: .moderator) == [])
        #expect(throws: Gathering.Refused.notOpenAnyMore) { try gathering.reopen(1, by: .moderator) }
    }

    @Test func `only oneself or a moderator makes somebody leave`() throws {
        let gathering = try Gathering.sample()

        #expect(throws: Gathering.Refused.notAllowed(.keepOrder)) {
            try gathering.leave("anna", by: .participant("ben"))
        }
        #expect(try gathering.leave("anna", by: .moderator) == [.people(change: .left(id: "anna"))])
        #expect(throws: Gathering.Refused.noSuchParticipant) { try gathering.leave("eva", by: .moderator) }
        #expect(throws: Gathering.Refused.noSuchParticipant) { try gathering.takeOut("eva", by: .moderator) }
    }

    @Test(arguments: [(-1, false), (0, true), (5_000, true), (5_001, false)])
    func `heads are counted within bounds`(_ count: Int, _ isTaken: Bool) throws {
        let gathering = try Gathering.sample()

        if isTaken {
            let counted = try gathering.doing { try $0.countHeads(count, by: .moderator) }
            #expect(counted.attendees.headCount == count)
            #expect(try counted.countHeads(count, by: .moderator) == [])
        } else {
            #expect(throws: Gathering.Refused.outOfRange(field: "heads", from: 0, to: 5_000)) {
                try gathering.countHeads(count, by: .moderator)
            }
        }
    }

    @Test func `without a count the heads are those who have joined and not left`() throws {
        let gathering = try Gathering.sample()
            .doing { try $0.countHeads(31, by: .moderator) }
            .doing { try $0.countHeads(nil, by: .moderator) }
            .doing { try $0.leave("anna", by: .moderator) }

        #expect(gathering.attendees.headCount == 3)
    }

    @Test func `voices are cut once, and the pairs remain`() throws {
        let pairs = [WishPair(first: 1, second: 2, count: 3)]

        let gathering = try Gathering.sample().doing(at: 99) { try $0.cutVoices(pairs: pairs) }

        #expect(gathering.attendees.cutAt == 99)
        #expect(gathering.attendees.pairs == pairs)
        #expect(try gathering.cutVoices(pairs: []) == [])
    }

    @Test func `a profile keeps three hashtags`() {
        #expect(Profile(hashtags: ["a", "b", "c", "d"]).hashtags == ["a", "b", "c"])
        #expect(Profile() == Profile(firstName: nil, organisation: nil, hashtags: []))
    }
}
