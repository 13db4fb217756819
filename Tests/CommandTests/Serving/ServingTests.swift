import Foundation
import Testing

struct ServingTests {
    let workplace: Workplace
    let command: Command

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
    }

    @Test(arguments: [SIGTERM, SIGINT]) func `serves, and ends cleanly when it is told to`(_ signal: Int32)
        async throws
    {
        let server = try await command.serve()

        let address = try server.line("Address")
        #expect(try await body(of: "\(local(address))/health") == "ok")
        #expect(await server.stop(signal) == 0)
        #expect(server.complaints().contains("The server has ended, everything is kept."))
        #expect(!workplace.has("data/control.sock"))
    }

    @Test func `what it makes is for its owner only`() async throws {
        let server = try await command.serve()

        #expect(try workplace.mode("data") == 0o700)
        #expect(try workplace.mode("data.key") == 0o600)
        for name in workplace.names(in: "data") {
            #expect(try workplace.mode("data/\(name)") == 0o600, "\(name)")
        }
        #expect(await server.stop() == 0)
    }

    @Test func `each start makes a new claim, and the one before works no more`() async throws {
        let first = try await command.serve()
        let firstClaim = try first.line("Claim")
        #expect(await first.stop() == 0)

        let second = try await command.serve()
        let secondClaim = try second.line("Claim")
        let links = try await command.run("link", "list")
        #expect(await second.stop() == 0)

        #expect(firstClaim != secondClaim)
        #expect(links.lines.map { $0.split(separator: " ")[1] } == ["revoked", "works"])
        for log in [first.complaints(), second.complaints()] {
            #expect(!log.contains(firstClaim) && !log.contains(secondClaim))
            #expect(!log.contains("house-"))
        }
    }

    @Test func `the environment and a file set what flags do not`() async throws {
        try workplace.write(
            "c.conf", "data = fromfile\nlog-format = json\npublic-address = https://t.example\n")
        let command = Command(
            workplace: workplace,
            environment: ["TAFELRUNDE_CONFIG": "c.conf", "TAFELRUNDE_DATA": "fromenvironment"])

        let server = try await command.serve()

        #expect(try server.line("Address") == "https://t.example")
        #expect(server.complaints().split(separator: "\n").allSatisfy { $0.hasPrefix("{\"time\":") })
        #expect(workplace.has("fromenvironment/journal.sqlite"))
        #expect(!workplace.has("fromfile"))
        #expect(await server.stop() == 0)
    }

    @Test func `says when space runs low`() async throws {
        let server = try await command.serve("--space-warning-mb", "900000000")

        try await server.said(" warning Space on the disk runs low")
        #expect(await server.stop() == 0)
    }

    @Test func `a server that was killed starts again`() async throws {
        let first = try await command.serve()
        #expect(await first.stop(SIGKILL) == -SIGKILL)
        #expect(workplace.has("data/control.sock"))

        let second = try await command.serve()
        let links = try await command.run("link", "list")

        #expect(links.exitCode == 0)
        #expect(await second.stop() == 0)
    }

    @Test func `a folder with a very long name is served too`() async throws {
        let long = String(repeating: "langer-name-", count: 12)
        let server = try await command.serve("--data", long)

        let link = try await command.run("link", "organiser", "--data", long)

        #expect(link.exitCode == 0, "\(link.complaints)")
        #expect(await server.stop() == 0)
    }

    @Test func `the demo prints four addresses, and its next start other links`() async throws {
        let first = try await serveDemo()
        let names = ["Board", "Join", "Projector", "Moderator"]
        let firstLines = try names.map { try first.line($0) }
        #expect(first.output().split(separator: "\n").count == 4)
        let made = try await command.run("link", "moderator")
        #expect(made.exitCode == 0)
        #expect(await first.stop() == 0)

        let second = try await serveDemo()
        let secondLines = try names.map { try second.line($0) }
        let states = try await command.run("link", "list").lines.map {
            $0.split(separator: " ")[1...2].joined(separator: " ")
        }
        #expect(await second.stop() == 0)

        let gathering = try #require(firstLines[0].split(separator: "/").dropLast().last)
        #expect(firstLines[0].hasSuffix("/g/\(gathering)/board"))
        #expect(firstLines[1].contains("/j/"))
        #expect(firstLines[2].contains("/l/\(gathering)-") && firstLines[3].contains("/l/\(gathering)-"))
        #expect(tails(secondLines)[..<2] == tails(firstLines)[..<2])
        #expect(secondLines[2] != firstLines[2] && secondLines[3] != firstLines[3])
        #expect(states.count(where: { $0.hasPrefix("revoked") }) == 2)
        #expect(states.count(where: { $0.hasPrefix("works") }) == 3)
    }

    private func serveDemo() async throws -> RunningCommand {
        let demo = try RunningCommand(command, ["demo", "--port", "0", "--people", "3"])
        try await demo.said("The server answers.")
        return demo
    }

    private func tails(_ addresses: [String]) -> [String] {
        addresses.map { $0.split(separator: "/").dropFirst(2).joined(separator: "/") }
    }

    /// Tests have no network but this machine's.
    private func local(_ address: String) -> String {
        "http://127.0.0.1:\(address.split(separator: ":").last ?? "")"
    }
}
