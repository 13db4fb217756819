import Domain
import Foundation
import Journal
import JournalSQLite
import TestSupport
import Testing

@testable import Actions

@Suite struct `Feedback at the end` {
    private func day(_ people: Int, in store: Stores.Store? = nil) async throws -> Day {
        let day = try await Day.begin(in: store)
        for number in 0..<people { try await day.join(.certain("phone-\(number)")) }
        return day
    }

    private func say(_ word: String, _ number: Int, in day: Day) async throws {
        try await DropPaper(day.instance)(.sample(word), in: day.id, from: .certain("phone-\(number)"))
    }

    private func close(_ day: Day, act: ActID = "close-now") async throws {
        try await CloseFeedback(day.instance)(in: day.id, .sample(Day.organiser, act))
    }

    private func feedback(_ day: Day) async throws -> Feedback {
        try await day.instance.feedbacks.read(day.id) { $0 }
    }

    @Test func `counts what lies in the box into one entry, and destroys the box`() async throws {
        let day = try await day(5)
        try await day.enter(.closing)
        let before = try await day.instance.stores.lasting.journal.allEntries().count
        for (number, word) in ["gut", "Gut", "gut", "laut", "kurz"].enumerated() {
            try await say(word, number, in: day)
        }
        #expect(try await day.instance.stores.lasting.journal.allEntries().count == before)
        #expect(try await day.instance.answerCount(in: day.id) == 5)

        try await close(day)

        let closed = try #require(try await feedback(day).closed)
        #expect(closed.words == [.init("gut", count: 3), .init("kurz", count: 1), .init("laut", count: 1)])
        #expect(try await day.instance.stores.lasting.journal.allEntries().count == before + 1)
        #expect(try await day.instance.stores.lasting.ballots.gatherings() == [])
        let own = try await day.instance.caller("phone-1", in: day.id).participant
        #expect(try await !day.instance.hasAnswered(#require(own), in: day.id))
    }

    @Test func `nobody answers twice, before it is open, or after it was closed`() async throws {
        let day = try await day(5)
        await #expect(throws: Gathering.Refused.feedbackNotOpen) { try await say("gut", 0, in: day) }
        try await ChangeFeedback(day.instance)(day.id, .sample(Day.organiser, "open-early")) {
            try $0.open(by: $1)
        }
        try await say("gut", 0, in: day)

        await #expect(throws: Gathering.Refused.alreadyAnswered) { try await say("laut", 0, in: day) }
        try await close(day)
        await #expect(throws: Gathering.Refused.feedbackClosed(at: day.clock.now.instant)) {
            try await say("gut", 1, in: day)
        }
        try await close(day, act: "close-again")

        #expect(try await feedback(day).closed?.answers == 1)
        #expect(try await feedback(day).closed?.words == [])
    }

    @Test func `who has no seat, or has left, does not answer`() async throws {
        let day = try await day(2)
        try await day.enter(.closing)
        let own = try #require(try await day.instance.caller("phone-1", in: day.id).participant)
        try await LeaveGathering(day.instance)(own, .leaving, in: day.id, .sample("phone-1", "leave-now"))

        await #expect(throws: Gathering.Refused.notAllowed(.giveFeedback)) {
            try await DropPaper(day.instance)(.sample("gut"), in: day.id, from: "stranger")
        }
        await #expect(throws: Gathering.Refused.notAllowed(.giveFeedback)) {
            try await say("gut", 1, in: day)
        }
        await #expect(throws: Gathering.Refused.notAllowed(.giveFeedback)) {
            try await DropPaper(day.instance)(.sample("gut"), in: day.id, from: Day.organiser)
        }
        await #expect(throws: Gathering.Refused.noSuchGathering) {
            try await DropPaper(day.instance)(.sample("gut"), in: "nowhere", from: "phone-0")
        }
    }

    @Test func `who leaves takes the mark along, and nobody's paper`() async throws {
        let day = try await day(2)
        try await day.enter(.closing)
        try await say("gut", 0, in: day)
        let own = try #require(try await day.instance.caller("phone-0", in: day.id).participant)

        try await LeaveGathering(day.instance)(own, .leaving, in: day.id, .sample("phone-0", "leave-now"))

        #expect(try await !day.instance.hasAnswered(own, in: day.id))
        #expect(try await day.instance.answerCount(in: day.id) == 1)
    }

    @Test func `only moderators close it, and only what is open`() async throws {
        let day = try await day(1)
        await #expect(throws: Gathering.Refused.feedbackNotOpen) { try await close(day) }
        try await day.enter(.closing)

        await #expect(throws: Gathering.Refused.notAllowed(.moderate)) {
            try await CloseFeedback(day.instance)(in: day.id, .sample("phone-0", "close-now"))
        }

        #expect(try await feedback(day).closed == nil)
    }

    @Test func `the end of the gathering closes it`() async throws {
        let day = try await day(5)
        try await day.enter(.closing)
        for number in 0..<5 { try await say("gut", number, in: day) }

        try await day.enter(.ended)

        #expect(try await feedback(day).closed?.words == [.init("gut", count: 5)])
        #expect(try await day.instance.stores.lasting.ballots.gatherings() == [])
    }

    @Test func `a gathering that nobody ended is closed a day after its date, and not before`() async throws {
        let day = try await day(5)
        try await day.enter(.closing)
        for number in 0..<5 { try await say("gut", number, in: day) }
        let midnight = 24 * 3600 - day.clock.now.time.minutes * 60

        day.clock.advance(seconds: midnight + CloseFeedback.delaySeconds - 60)
        #expect(try await !CloseFeedback(day.instance).whenOver(in: day.id))
        day.clock.advance(seconds: 60)
        #expect(try await CloseFeedback(day.instance).whenOver(in: day.id))

        #expect(try await feedback(day).closed?.answers == 5)
        #expect(try await !CloseFeedback(day.instance).whenOver(in: day.id))
    }

    @Test func `what a crash left between the entry and the box is finished, and counts once`() async throws {
        let ballots = try ClumsyBallots()
        let day = try await day(5, in: .sample(ballots: ballots))
        try await day.enter(.closing)
        for number in 0..<5 { try await say("gut", number, in: day) }
        ballots.failsToDestroy.set(true)
        await #expect(throws: DeskFault.self) { try await close(day) }
        #expect(try await feedback(day).closed?.answers == 5)
        #expect(try await ballots.gatherings() == [day.id])

        ballots.failsToDestroy.set(false)
        #expect(try await !CloseFeedback(day.instance).whenOver(in: day.id))

        #expect(try await ballots.gatherings() == [])
        #expect(try await feedback(day).closed?.answers == 5)
    }

    @Test func `a box that was sealed and not counted takes nothing, and is counted the next time`()
        async throws
    {
        let ballots = try ClumsyBallots()
        let day = try await day(6, in: .sample(ballots: ballots))
        try await day.enter(.closing)
        for number in 0..<5 { try await say("gut", number, in: day) }
        _ = try await ballots.seal(day.id)

        await #expect(throws: Gathering.Refused.feedbackClosed(at: day.clock.now.instant)) {
            try await say("gut", 5, in: day)
        }
        try await close(day)

        #expect(try await feedback(day).closed?.answers == 5)
    }

    @Test func `a box that cannot be written is told as a fault that may pass`() async throws {
        let ballots = try ClumsyBallots()
        let day = try await day(1, in: .sample(ballots: ballots))
        try await day.enter(.closing)
        ballots.failsToDrop.set(true)

        await #expect(throws: DeskFault.journal(ClumsyBallots.fault)) { try await say("gut", 0, in: day) }
        ballots.failsToDrop.set(false)

        try await say("gut", 0, in: day)
        #expect(try await day.instance.answerCount(in: day.id) == 1)
    }

    @Test func `deleted as a whole, a gathering has no box any more`() async throws {
        let day = try await day(1)
        try await day.enter(.closing)
        try await say("gut", 0, in: day)

        try await ForgetGathering(day.instance)(
            day.id, named: "Runder Tisch im Barcamp-Format", .sample(Day.organiser, "forget-it"))

        #expect(try await day.instance.stores.lasting.ballots.gatherings() == [])
        #expect(try await day.instance.stores.lasting.ballots.paperCount(in: day.id) == 0)
    }
}

/// Boxes in memory that fail when a test wants it.
private final class ClumsyBallots: BallotBox {
    static let fault = JournalFault(kind: .diskFull, description: "no room for a paper")

    let failsToDrop = Switch()
    let failsToDestroy = Switch()
    private let inner: BallotsSQLite

    init() throws {
        inner = try BallotsSQLite.sample()
    }

    func drop(_ paper: Paper, marking mark: Mark, in gathering: Gathering.ID) async throws -> Drop {
        if failsToDrop.isOn { throw Self.fault }
        return try await inner.drop(paper, marking: mark, in: gathering)
    }

    func holds(_ mark: Mark, in gathering: Gathering.ID) async throws -> Bool {
        try await inner.holds(mark, in: gathering)
    }

    func paperCount(in gathering: Gathering.ID) async throws -> Int {
        try await inner.paperCount(in: gathering)
    }

    func remove(_ mark: Mark, in gathering: Gathering.ID) async throws {
        try await inner.remove(mark, in: gathering)
    }

    func seal(_ gathering: Gathering.ID) async throws -> [Paper] { try await inner.seal(gathering) }

    func destroy(_ gathering: Gathering.ID) async throws {
        if failsToDestroy.isOn { throw Self.fault }
        try await inner.destroy(gathering)
    }

    func gatherings() async throws -> [Gathering.ID] { try await inner.gatherings() }
}
