import Actions
import Domain
import Journal
import TestSupport
import Testing

struct WishTests {
    @Test func `a wish counts once however often the form is sent`() async throws {
        let day = try await Self.weighingDay()

        try await day.wish("1", by: "phone-1", act: "the-same-act")
        try await day.wish("1", by: "phone-1", act: "the-same-act")
        try await day.wish("1", by: "phone-1", act: "another-act")

        let interest = try await day.interest()
        #expect(interest.voiceCounts(in: try await day.gathering().topics) == ["1": 1])
        #expect(try await day.instance.interests.desk(day.id).version.value == 2)
    }

    @Test func `a wish for a merged topic counts where it went, and can be taken back there`() async throws {
        let day = try await Self.weighingDay()
        try await day.wish("1", by: "phone-1")
        try await day.change("merge-1-2") { try $0.merge("1", into: "2", by: $1) }
        #expect(try await Self.counts(day) == ["2": 1])

        try await day.wish("2", by: "phone-1", weight: nil)

        #expect(try await Self.counts(day) == [:])
    }

    @Test func `a closed window takes no wish`() async throws {
        let day = try await Self.weighingDay()
        try await day.enter(.planning)

        await #expect(throws: Gathering.Refused.windowClosed(at: day.clock.now.instant)) {
            try await day.wish("1", by: "phone-1")
        }
        #expect(try await Self.counts(day) == [:])
    }

    @Test func `who has no seat has no wish`() async throws {
        let day = try await Self.weighingDay()

        await #expect(throws: Gathering.Refused.notAllowed(.wish)) { try await day.wish("1", by: "stranger") }
    }

    @Test func `a topic that is not there cannot be wished for`() async throws {
        let day = try await Self.weighingDay()

        await #expect(throws: Gathering.Refused.noSuchProposal) { try await day.wish("9", by: "phone-1") }
    }

    @Test func `no entry about wishes names the participant`() async throws {
        let day = try await Self.weighingDay()
        let participant = try await day.join("phone-1")
        try await day.wish("1", by: "phone-1")

        let voices = try await day.interest().wishes.keys.map(\.text)
        #expect(voices.count == 1)
        #expect(voices != [participant.text])
    }

    private static func weighingDay() async throws -> Day {
        let day = try await Day.begin()
        try await day.join("phone-1")
        try await day.join("phone-2")
        try await day.propose("Leerstand", by: "phone-1")
        try await day.propose("Leere Läden", by: "phone-2")
        try await day.enter(.weighing)
        return day
    }

    private static func counts(_ day: Day) async throws -> [Proposal.ID: Int] {
        try await day.interest().voiceCounts(in: try await day.gathering().topics)
    }
}
