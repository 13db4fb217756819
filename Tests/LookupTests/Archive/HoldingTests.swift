import Lookup
import TestSupport
import Testing

@testable import Domain

/// What gets into the archive, and what leaves it.
struct HoldingTests {
    @Test func `a topic is found when its programme is published, and not before`() async throws {
        let chronicle = try Chronicle()
        try await chronicle.hold("altena")
        try await chronicle.propose("Leerstand", as: "1", in: "altena")
        let lookup = try await chronicle.filled()
        #expect(try await lookup.found("leerstand") == [])

        try await chronicle.publish(["1"], in: "altena")
        try await lookup.catchUp()

        #expect(try await lookup.found("leerstand") == ["topic: Leerstand"])
    }

    @Test(arguments: [
        Topics.Change.withdrawn(id: "1"), .removed(id: "1"), .hidden(id: "1"), .merged(id: "1", into: "2"),
    ])
    func `a title that is taken back vanishes, and its record with it`(_ change: Topics.Change) async throws {
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Zwischennutzung"])
        let lookup = try await chronicle.filled()
        #expect(try await lookup.found("leerstand") == ["record: Leerstand"])
        #expect(try await lookup.found("zwischennutzung").count == 2)

        try await chronicle.change("altena", .topics(change: change))
        try await lookup.catchUp()

        #expect(try await lookup.found("leerstand") == [])
        #expect(try await lookup.found("zwischennutzung") == [])
    }

    @Test func `shown again, a title and its record are found again`() async throws {
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Zwischennutzung"])
        try await chronicle.change("altena", .topics(change: .hidden(id: "1")))
        let lookup = try await chronicle.filled()

        try await chronicle.change("altena", .topics(change: .shown(id: "1")))
        try await lookup.catchUp()

        #expect(try await lookup.found("zwischennutzung") == ["solution 1: Leerstand", "record: Leerstand"])
    }

    @Test func `a session that does not take place is no topic any more, but its record stays`() async throws
    {
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Zwischennutzung"])
        try await chronicle.propose("Bauhof", as: "2", in: "altena")
        try await chronicle.publish(["1", "2"], number: 2, in: "altena")
        let lookup = try await chronicle.filled()
        #expect(try await lookup.found("bauhof") == ["topic: Bauhof"])

        for session: Proposal.ID in ["1", "2"] {
            try await chronicle.change("altena", .board(change: .cancelled(id: session)))
        }
        try await lookup.catchUp()

        #expect(try await lookup.found("bauhof") == [])
        #expect(try await lookup.found("leerstand") == ["record: Leerstand"])
    }

    @Test func `what is written is not found before it is released, nor what is written after it`()
        async throws
    {
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Zwischennutzung"])
        try await chronicle.write([.solutions: "Geheimplan "], of: "1", in: "altena")
        let lookup = try await chronicle.filled()

        #expect(try await lookup.found("geheimplan") == [])
        #expect(try await lookup.found("zwischennutzung").count == 2)

        try await chronicle.change("1", in: "altena", .releaseWithdrawn)
        try await lookup.catchUp()
        #expect(try await lookup.found("zwischennutzung") == [])
        #expect(try await lookup.found("leerstand") == ["topic: Leerstand"])
    }

    @Test func `each open question and each solution is found by itself, by its line`() async throws {
        let chronicle = try Chronicle()
        try await chronicle.releasing(
            "Leerstand", [.questions: "Wer zahlt?\nWer haftet?", .solutions: "Pop-up-Läden\n\nVertrag"])
        let lookup = try await chronicle.filled()

        #expect(try await lookup.found("haftet") == ["question 2: Leerstand", "record: Leerstand"])
        #expect(try await lookup.found("vertrag") == ["solution 2: Leerstand", "record: Leerstand"])
        #expect(try await lookup.found("zahlt vertrag") == ["record: Leerstand"])
    }

    @Test func `who goes on with it, who does a step and who wrote is never found`() async throws {
        let chronicle = try Chronicle()
        let step = Record.Step.ID(number: 1)
        try await chronicle.releasing(
            "Leerstand",
            [
                .goingOn: "Attendorn", .step(step, .who): "Cordula", .step(step, .what): "Kataster anlegen",
                .step(step, .until): "Ostern",
            ])
        let lookup = try await chronicle.filled()

        #expect(try await lookup.found("attendorn") == [])
        #expect(try await lookup.found("cordula") == [])
        #expect(try await lookup.found("kataster ostern") == ["record: Leerstand"])
    }

    @Test func `everybody finds what an organiser took into the archive, others what they were part of`()
        async throws
    {
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Vertrag"], in: "altena", isPublic: nil)
        let lookup = try await chronicle.filled()

        #expect(try await lookup.found("leerstand") == [])
        #expect(try await lookup.result("").count == 0)
        #expect(try await lookup.found("leerstand", own: ["altena"]) == ["record: Leerstand"])
        #expect(try await lookup.found("leerstand", own: ["balve"]) == [])

        try await chronicle.hold("altena", isPublic: true)
        try await lookup.catchUp()
        #expect(try await lookup.found("leerstand") == ["record: Leerstand"])
        try await chronicle.hold("altena", isPublic: nil)
        try await lookup.catchUp()
        #expect(try await lookup.found("leerstand") == [])
    }

    @Test func `of a gathering that was deleted nothing is found, in the same moment`() async throws {
        let folder = try TemporaryFolder()
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Vertrag"])
        let lookup = try await chronicle.filled(folder("lookup"))

        chronicle.forgetSilently("altena")
        #expect(try await lookup.found("leerstand", own: ["altena"]) == [])
        await lookup.close()
        _ = try await chronicle.filled(folder("lookup"))

        #expect(try allRows(of: folder("lookup")).count == 1)
    }
}
