import Actions
import Domain
import Journal
import Pages
import TestSupport
import Testing

@testable import Web

/// What pretend people do when a moderator goes through the day of a rehearsal.
struct PlayAlongTests {
    @Test func `they bring topics, wish and go to sessions as the stations are entered`() async throws {
        let hall = try await Hall.open()
        let rehearsal = try await hall.rehearse(at: .arriving)
        #expect(try await Outcome(hall, rehearsal) == Outcome(people: 30))

        try await enter(.greeting, in: rehearsal, hall)
        #expect(try await Outcome(hall, rehearsal) == Outcome(people: 30))
        try await enter(.pitching, in: rehearsal, hall)
        let pitched = try await Outcome(hall, rehearsal)
        try await enter(.weighing, in: rehearsal, hall)
        let weighed = try await Outcome(hall, rehearsal)
        try await publish(rehearsal, hall)
        try await enter(.running, in: rehearsal, hall)
        let running = try await Outcome(hall, rehearsal)

        #expect(pitched.titles.count == 8)
        #expect(pitched.wishes == [:])
        let page = try await hall.get("/g/\(rehearsal)/topics", as: .organiser)
        #expect(page.contains(try #require(pitched.titles.first)))
        // 25 of 30 have begun, two of them have no phone.
        #expect(weighed.voters == 23)
        #expect(weighed.goers == 0)
        #expect(running.voters == 23)
        #expect(running.goers > 20)
        #expect(running.heads.values.reduce(0, +) > running.goers)
    }

    @Test func `they do the same each time`() async throws {
        var outcomes: [Outcome] = []
        for _ in 0..<2 {
            let hall = try await Hall.open()
            let rehearsal = try await hall.rehearse(at: .arriving)
            for phase in [Phase.pitching, .weighing] { try await enter(phase, in: rehearsal, hall) }
            try await publish(rehearsal, hall)
            try await enter(.running, in: rehearsal, hall)
            outcomes.append(try await Outcome(hall, rehearsal))
        }

        #expect(outcomes[0] == outcomes[1])
        #expect(outcomes[0].goers > 0)
    }

    @Test func `they wish when the window opens before its station, also for what others brought`()
        async throws
    {
        let hall = try await Hall.open()
        let rehearsal = try await hall.rehearse(at: .arriving)
        let people = try await hall.instance.gatherings.read(rehearsal) { $0.attendees.present }
        let host = try #require(people.first?.id.text)
        try await hall.post(
            "/g/\(rehearsal)/proposals", as: .organiser,
            ["title": "Vom Podium", "form": "question", "host": host],
            from: "/g/\(rehearsal)/console/topics")
        try await enter(.pitching, in: rehearsal, hall)
        #expect(try await Outcome(hall, rehearsal).titles == ["Vom Podium"])

        try await hall.post("/g/\(rehearsal)/window", as: .organiser, ["open": "1"])

        #expect(try await Outcome(hall, rehearsal).wishes["1"] ?? 0 > 0)
    }

    @Test func `what they have done they do not do again`() async throws {
        let hall = try await Hall.open()
        let rehearsal = try await hall.rehearse(at: .arriving)
        for phase in [Phase.pitching, .weighing] { try await enter(phase, in: rehearsal, hall) }
        let before = try await versions(hall, rehearsal)

        try await hall.post("/g/\(rehearsal)/heads", as: .organiser, ["count": "31"])

        let after = try await versions(hall, rehearsal)
        #expect(after == [before[0] + 1, before[1], before[2]])
    }

    @Test func `in earnest nobody plays along`() async throws {
        let hall = try await Hall.open()
        _ = try await hall.rehearse(at: .arriving)

        for phase in [Phase.pitching, .weighing] { try await enter(phase, in: hall.id, hall) }

        #expect(try await Outcome(hall, hall.id) == Outcome(people: 0))
    }

    private func enter(_ phase: Phase, in id: Gathering.ID, _ hall: Hall) async throws {
        let answer = try await hall.post("/g/\(id)/phase", as: .organiser, ["phase": phase.rawValue])
        #expect(answer.status == 303, "\(phase)")
    }

    private func publish(_ id: Gathering.ID, _ hall: Hall) async throws {
        try await enter(.planning, in: id, hall)
        try await hall.post("/g/\(id)/board/plan", as: .organiser)
        let revision = try await hall.instance.gatherings.read(id) { $0.board.revision }
        try await hall.post("/g/\(id)/board/publication", as: .organiser, ["revision": "\(revision)"])
    }

    /// Of the gathering, its wishes and its choices.
    private func versions(_ hall: Hall, _ id: Gathering.ID) async throws -> [Int64] {
        [
            try await hall.instance.gatherings.desk(id).version.value,
            try await hall.instance.interests.desk(id).version.value,
            try await hall.instance.attendances.desk(id).version.value,
        ]
    }
}

/// What became of a day, whoever had which voice.
private struct Outcome: Equatable {
    var people = 0
    var titles: [String] = []
    var voters = 0
    var wishes: [Proposal.ID: Int] = [:]
    var goers = 0
    var heads: [Proposal.ID: Int] = [:]

    init(people: Int) { self.people = people }

    init(_ hall: Hall, _ id: Gathering.ID) async throws {
        let gathering = try await hall.instance.gatherings.read(id) { $0 }
        let interest = try await hall.instance.interests.read(id) { $0 }
        let attendance = try await hall.instance.attendances.read(id) { $0 }
        people = gathering.attendees.presentCount
        titles = gathering.topics.open.map(\.content.title.text)
        voters = interest.wishes.count
        wishes = interest.wishes.values.flatMap(\.keys).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        goers = attendance.choices.count
        heads = attendance.headCounts
    }
}
