import Foundation
import Testing

@testable import tafelrunde

struct LinkTests {
    let workplace: Workplace
    let command: Command

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
    }

    @Test func `links are made, listed and revoked beside a running server`() async throws {
        let server = try await command.serve()
        let base = try server.line("Address")

        let made = try await command.run("link", "organiser", "--expires", "90m", "--no-once")
        let id = try #require(made.lines.last?.split(separator: " ").last.map(String.init))
        let listed = try await command.run("link", "list")
        let revoked = try await command.run("link", "revoke", id)
        let after = try await command.run("link", "list")

        #expect(made.exitCode == 0)
        #expect(made.lines.first?.hasPrefix("Organiser: \(base)/l/house-") == true)
        #expect(listed.lines.last?.hasPrefix("\(id)  works  organiser  house  It works until ") == true)
        #expect(revoked.output == "The organiser link \(id) is revoked.\n")
        #expect(after.lines.last?.hasPrefix("\(id)  revoked  ") == true)
        #expect(await server.stop() == 0)
    }

    @Test func `links are made without a server, and known to the next one`() async throws {
        #expect(try await command.serve().stop() == 0)

        let made = try await command.run("link", "organiser", "--public-address", "https://t.example")
        let id = try #require(made.lines.last?.split(separator: " ").last.map(String.init))
        let server = try await command.serve()
        let listed = try await command.run("link", "list")

        #expect(made.lines.first?.hasPrefix("Organiser: https://t.example/l/house-") == true)
        #expect(listed.lines.contains { $0.hasPrefix("\(id)  ") })
        #expect(await server.stop() == 0)
    }

    @Test func `a moderator's link belongs to the only gathering, or to the named one`() async throws {
        #expect(try await command.serve().stop() == 0)

        let without = try await command.run("link", "moderator")
        let unknown = try await command.run("link", "projector", "--gathering", "nirgendwo")

        #expect(without.exitCode == 64)
        #expect(
            without.complaints == "tafelrunde: There is no gathering yet: make one in the browser first.\n")
        #expect(unknown.exitCode == 64)
        #expect(
            unknown.complaints == "tafelrunde: There is no gathering “nirgendwo”. There is none.\n")
    }

    @Test func `where no journal is, none is made`() async throws {
        let outcome = try await command.run("link", "organiser")

        #expect(outcome.exitCode == 66)
        #expect(outcome.complaints.hasPrefix("tafelrunde: There is no journal in ./data: "))
        #expect(workplace.names() == [])
    }

    @Test func `a link that is not there cannot be revoked`() async throws {
        let server = try await command.serve()

        for id in ["abcdefgh", "../x"] {
            let outcome = try await command.run("link", "revoke", id)
            #expect(outcome.exitCode == 64)
            #expect(
                outcome.complaints == "tafelrunde: There is no such link: “tafelrunde link list” shows all.\n"
            )
        }
        #expect(await server.stop() == 0)
    }

    @Test func `a folder whose holder does not answer is tried again later`() async throws {
        #expect(try await command.serve().stop() == 0)
        let lock = try DataFolder(workplace.path("data")).lock()

        let outcome = try await command.run("link", "list")

        withExtendedLifetime(lock) {}
        #expect(outcome.exitCode == 75)
        #expect(outcome.complaints.hasSuffix("is served, but nobody answers: try again soon.\n"))
    }

    @Test func `nonsense on the socket harms nobody`() async throws {
        let server = try await command.serve()
        let folder = DataFolder(workplace.path("data"))

        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for text in ["{}\n", "nonsense\n", String(repeating: "x", count: 40_000)] {
                group.addTask { try await rawAnswer(folder, text) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(answers.count == 3)
        for answer in answers { #expect(answer.contains("does not understand this command")) }
        #expect(try await ControlClient(folder: folder).ask(.ping) == .pong(base: server.line("Address")))
        #expect(await server.stop() == 0)
    }
}
