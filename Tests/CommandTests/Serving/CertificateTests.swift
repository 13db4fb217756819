import Foundation
import Testing

import Web
@testable import tafelrunde

/// TLS without a proxy: who may read along, and what a renewal does.
struct CertificateTests {
    let workplace: Workplace
    let command: Command

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
    }

    @Test func `with a certificate the server speaks HTTP 2 and HTTP 1 within TLS, and cookies are strict`()
        async throws
    {
        try await make("a")

        let server = try await command.serve(
            "--listen", "127.0.0.1", "--tls-certificate", "a.pem", "--tls-key", "a.key")
        let base = try server.line("Address")

        #expect(base.hasPrefix("https://127.0.0.1:"))
        #expect(try await curl(base + "/health", "--http2", "-w", " %{http_version}") == "ok 2")
        #expect(try await curl(base + "/health", "--http1.1", "-w", " %{http_version}") == "ok 1.1")
        let headers = try await curl(base + "/?lang=en", "--http2", "-D", "-", "-o", "/dev/null")
        #expect(headers.contains("strict-transport-security: max-age="))
        await #expect(throws: ToolFailed.self, "plain HTTP") {
            try await curl("http" + base.dropFirst("https".count) + "/health")
        }
        #expect(await server.stop() == 0)
    }

    @Test func `new connections are shown the renewed certificate, by either protocol`() async throws {
        try await make("a")
        try await make("b", days: 300)
        let shown = ShownCertificate(try files("a").read())
        let lines = Lines()
        try workplace.write("now.pem", try workplace.read("a.pem"))
        try workplace.write("now.key", try workplace.read("a.key"))
        var watch = CertificateWatch(files("now"), shown, lines.logger(.plain))

        watch.look(at: Date())
        // A renewal that is half done, looked at twice.
        try workplace.write("now.pem", try workplace.read("b.pem"))
        watch.look(at: Date())
        watch.look(at: Date())
        #expect(try shown.certificate == files("a").read())
        try workplace.write("now.key", try workplace.read("b.key"))
        watch.look(at: Date())

        #expect(try shown.certificate == files("b").read())
        #expect(lines.all.map { $0.split(separator: " ")[1] } == ["error", "notice"])
        #expect(lines.all[0].contains("The key in \(files("now").key) is not the one to"))
    }

    @Test func `a server shows what was renewed while it ran`() async throws {
        try await make("a")
        let server = try await command.serve(
            "--listen", "127.0.0.1", "--tls-certificate", "a.pem", "--tls-key", "a.key")
        let base = try server.line("Address")
        let first = try await certificate(of: base)

        try await make("a", days: 300)
        try await server.said("The certificate was renewed.")

        #expect(try await certificate(of: base) != first)
        #expect(await server.stop() == 0)
    }

    @Test func `its end is told a day at a time, from two weeks before`() async throws {
        try await make("a", days: 30)
        let lines = Lines()
        let shown = ShownCertificate(try files("a").read())
        var watch = CertificateWatch(files("a"), shown, lines.logger(.plain))
        let end = Date(shown.certificate.endsAt)

        for days in [20, 14.5, 13.5, 13.4, 12.9, -0.5] {
            watch.look(at: end.addingTimeInterval(-days * 86_400))
        }

        #expect(lines.all.count == 3)
        #expect(lines.all.allSatisfy { $0.contains("renew it") })
        #expect(lines.all.last?.contains("has ended") == true)
    }

    @Test(arguments: [
        (14.0, Finding.Level.ok, "valid until"), (13.5, .warn, "renew it"), (0, .fail, "It ended"),
    ])
    func `the doctor looks at it`(_ daysLeft: Double, _ level: Finding.Level, _ words: String) async throws {
        try await make("a", days: 30)
        var settings = Settings()
        settings.dataFolder = workplace.path("data")
        settings.publicAddress = PublicAddress("https://t.example")
        settings.certificate = files("a")
        let end = Date(try files("a").read().endsAt)

        let now = end.addingTimeInterval(-daysLeft * 86_400)
        let findings = await Doctor(settings, now: now, isThorough: false).examine()

        let finding = try #require(findings.first { $0.subject == "Certificate" })
        #expect(finding.level == level && finding.sentence.contains(words))
    }

    @Test func `the doctor says that a certificate is for a name`() async throws {
        try await make("a", days: 30)
        var settings = Settings()
        settings.dataFolder = workplace.path("data")
        settings.certificate = files("a")

        let findings = await Doctor(settings, now: Date(), isThorough: false).examine()

        let finding = try #require(findings.first { $0.subject == "Certificate" })
        #expect(finding.level == .warn && finding.sentence.contains("--public-address"))
    }

    @Test func `what is no certificate stops the start with a sentence`() async throws {
        try await make("a")
        try await make("b")
        try workplace.write("letter.pem", "Dear mayor,\n")

        for (chain, key, exitCode, sentence) in [
            ("none.pem", "a.key", 66, "none.pem cannot be read."),
            ("a.pem", "none.key", 66, "none.key cannot be read."),
            ("letter.pem", "a.key", 78, "letter.pem holds no certificate (PEM)."),
            ("a.pem", "letter.pem", 78, "letter.pem holds no private key without a passphrase (PEM)."),
            ("a.pem", "b.key", 78, "The key in b.key is not the one to a.pem."),
        ] {
            let outcome = try await command.run(
                "serve", "--tls-certificate", chain, "--tls-key", key, "--port", "0")
            #expect(outcome.exitCode == exitCode && outcome.complaints.contains(sentence), "\(sentence)")
        }
        #expect(!workplace.has("data"))
    }

    @Test func `half of it, or links without TLS beside it, are refused`() {
        let refused: [([SettingName: String], String)] = [
            ([.tlsCertificate: "a"], "--tls-certificate a: tls-key has to name the key to it."),
            ([.tlsKey: "a"], "--tls-key a: tls-certificate has to name what it is the key to."),
            ([.tlsCertificate: "", .tlsKey: "a"], "--tls-certificate : it is empty."),
            (
                [.tlsCertificate: "a", .tlsKey: "b", .publicAddress: "http://t.example"],
                "--public-address http://t.example: with a certificate it begins with https://."
            ),
        ]
        for (flags, sentence) in refused {
            let stop = #expect(throws: Stop.self) {
                try Settings(SettingTexts(flags: flags, environment: [:], file: [:]))
            }
            #expect(stop == Stop(.usage, sentence))
        }
    }

    private func files(_ name: String) -> CertificateFiles {
        CertificateFiles(chain: workplace.path("\(name).pem"), key: workplace.path("\(name).key"))
    }

    private func make(_ name: String, days: Int = 100) async throws {
        try await tool(
            "openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days", "\(days)", "-subj", "/CN=\(name).example", "-keyout", "\(name).key", "-out",
                "\(name).pem",
            ], in: workplace.path)
    }

    private func curl(_ address: String, _ arguments: String...) async throws -> String {
        try await tool("curl", ["-sk", "--max-time", "30"] + arguments + [address], in: workplace.path)
    }

    private func certificate(of base: String) async throws -> String {
        try await curl(base + "/health", "-o", "/dev/null", "-w", "%{certs}")
    }
}
