import Testing

struct HelpTests {
    @Test(arguments: [
        ["serve"], ["demo"], ["link"], ["link", "organiser"], ["link", "moderator"], ["link", "projector"],
        ["link", "list"], ["link", "revoke"], ["doctor"], ["backup"], ["restore"], ["plan"], ["mix"],
        ["match"], ["match", "seats"], ["match", "pairs"], ["match", "groups"], ["match", "chains"],
    ])
    func `every command explains itself`(_ words: [String]) async throws {
        let command = Command(workplace: try Workplace())

        let help = try RunningCommand(command, words + ["--help"])
        let exitCode = await help.ended()

        #expect(exitCode == 0)
        #expect(help.output().hasPrefix("OVERVIEW: "))
        #expect(help.output().contains("USAGE: tafelrunde \(words.joined(separator: " "))"))
        if words.count == 1 { #expect(help.output().contains("Examples:")) }
    }

    @Test func `help says how a master key is made, and names one folder`() async throws {
        let command = Command(workplace: try Workplace())

        let serve = try await command.run("serve", "--help").output
        let doctor = try await command.run("doctor", "--help").output

        let folded = serve.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(folded.contains("64 hexadecimal digits, as “openssl rand -hex 32” writes them."))
        #expect(doctor.contains("tafelrunde doctor --data /var/lib/tafelrunde/data --thorough"))
    }

    @Test func `the program tells its exit codes and its settings`() async throws {
        let help = try await Command(workplace: try Workplace()).run("--help")

        #expect(help.exitCode == 0)
        for code in ["64", "65", "66", "69", "70", "73", "74", "75", "76", "77", "78"] {
            #expect(help.output.contains("  \(code)  "), "\(code)")
        }
        let folded = help.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            folded.contains(
                "data, master-key, listen, port, public-address, tls-certificate, tls-key, trusted-proxies, imprint, assets, log-level"
            )
        )
    }

    @Test(arguments: [
        ["fly"], ["serve", "--fast"], ["demo", "--people", "0"], ["demo", "--people", "5001"], ["backup"],
        ["restore", "x"], ["link", "moderator", "--expires", "soon"], ["link", "revoke"],
        ["serve", "--port", "70000"],
        ["serve", "--public-address", "tafelrunde.example"], ["serve", "--trusted-proxies", "everybody"],
        ["serve", "--log-level", "loud"], ["serve", "--log-format", "xml"], ["serve", "--data", ""],
        ["plan"], ["plan", "a.json", "--starts", "0"], ["plan", "a.json", "--seconds", "-1"],
        ["plan", "a.json", "--check", "b.json", "-o", "c.json"], ["match", "pairs"],
        ["plan", "a.json", "--check", "b.json", "--moves", "5"], ["plan", "-", "--from", "-"],
        ["plan", "a.json", "--seconds", "nan"], ["plan", "a.json", "--seed", "99999999999999999999"],
        ["plan", "a.json", "-o", ""], ["match", "seats", "a.json"], ["match", "seats", "-", "-"],
        ["match", "groups", "a.json", "--by", "chance"],
        ["match", "pairs", "a.json", "--by", "pairs", "--proposing", "partners"],
    ])
    func `what cannot be understood ends with 64 and makes nothing`(_ words: [String]) async throws {
        let workplace = try Workplace()

        let running = try RunningCommand(Command(workplace: workplace), words)
        let exitCode = await running.ended()

        #expect(exitCode == 64, "\(running.complaints())")
        #expect(!running.complaints().isEmpty)
        #expect(workplace.names() == [])
    }
}
