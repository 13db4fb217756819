import Foundation
import Testing

@testable import tafelrunde

struct DoctorTests {
    let workplace: Workplace
    let command: Command

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
    }

    @Test func `a fresh machine is well, and nothing is made`() async throws {
        let findings = await examine()

        #expect(findings.allSatisfy { $0.level == .ok || $0.subject == "Address" }, "\(findings)")
        #expect(workplace.names() == [])
    }

    @Test func `a server that runs is asked`() async throws {
        let server = try await command.serve()

        let outcome = try await command.run("doctor", "--port", "0")

        #expect(outcome.exitCode == 1)
        #expect(outcome.lines.contains("OK    Server: It runs and answers."))
        let base = try server.line("Address")
        #expect(
            outcome.lines.contains(
                "OK    Address: The server that runs is at \(base), and its links begin with that."))
        #expect(
            outcome.lines.contains("WARN  Backup: The journal was never backed up: tafelrunde backup -o FILE")
        )
        #expect(outcome.lines.contains { $0.hasPrefix("WARN  Keys' backup: Is the master key backed up?") })
        #expect(await server.stop() == 0)
    }

    @Test func `after a backup all is well, and a month later it is not`() async throws {
        #expect(try await command.serve().stop() == 0)
        #expect(try await command.run("backup", "-o", "a.journal", "--keys", "a.keys").exitCode == 0)

        let today = await examine(isThorough: true)
        let later = await examine(Date().addingTimeInterval(31 * 86_400))

        #expect(today.filter { $0.subject.contains("ackup") }.map(\.level) == [.ok, .ok])
        #expect(today.contains { $0.sentence.hasSuffix("all of them are whole.") })
        #expect(
            later.filter { $0.subject.contains("ackup") } == [
                .warn("Backup", "The last one is 31 days old; make a new one."),
                .warn("Keys' backup", "The last one is 31 days old; make a new one."),
            ])
    }

    @Test func `a clock that stands in the past is found twice`() async throws {
        #expect(try await command.serve().stop() == 0)

        let findings = await examine(Date(timeIntervalSince1970: 1_000_000))

        #expect(
            findings.contains(
                .fail("Clock", "This machine believes it is 1970-01-12T13:46:40.000Z: set its clock.")))
        #expect(findings.contains { $0.subject == "Clock and journal" && $0.level == .fail })
    }

    @Test func `the hall's clock is named with its zone`() async {
        let findings = await examine(Date(timeIntervalSince1970: 1_795_248_000))

        #expect(findings.contains(.ok("Clock", "It is 2026-11-21T08:00:00.000Z: 9:00 in Europe/Berlin.")))
    }

    @Test func `open doors are found`() async throws {
        #expect(try await command.serve().stop() == 0)
        for (name, mode) in [("data", 0o755), ("data.key", 0o644)] {
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: workplace.path(name))
        }

        let findings = await examine()

        #expect(findings.contains { $0.subject == "Data folder" && $0.level == .warn })
        #expect(findings.contains { $0.subject == "Master key" && $0.level == .warn })
    }

    @Test func `a missing key and a damaged journal fail`() async throws {
        #expect(try await command.serve().stop() == 0)
        try FileManager.default.removeItem(atPath: workplace.path("data.key"))
        for name in workplace.names(in: "data") where name.hasPrefix("journal.sqlite-") {
            try FileManager.default.removeItem(atPath: workplace.path("data/\(name)"))
        }
        try workplace.write("data/journal.sqlite", "no journal at all, and no database either")

        let outcome = try await command.run("doctor", "--port", "0")

        #expect(outcome.exitCode == 2)
        #expect(outcome.lines.contains { $0.hasPrefix("FAIL  Journal: The journal cannot be opened: ") })
        #expect(
            outcome.lines.contains {
                $0.hasPrefix("FAIL  Master key: ") && $0.contains("is missing although")
            })
    }

    @Test func `a master key that a server would refuse fails`() async throws {
        #expect(try await command.serve().stop() == 0)
        try workplace.write("data.key", String(repeating: "ab", count: 32))
        let keys = try Data(contentsOf: URL(fileURLWithPath: workplace.path("data/keys.sqlite")))

        let findings = await examine()

        #expect(
            findings.filter { $0.subject == "Master key" } == [
                .fail(
                    "Master key",
                    "The master key \(workplace.path("data.key")) is not the one that the keys were wrapped with: "
                        + "restore the right one.")
            ])
        #expect(try Data(contentsOf: URL(fileURLWithPath: workplace.path("data/keys.sqlite"))) == keys)
    }

    @Test func `the folder around the data folder is not taken for it`() async throws {
        #expect(try await command.serve("--data", "around/data").stop() == 0)

        let outcome = try await command.run("doctor", "--data", "around", "--port", "0")

        #expect(
            outcome.lines.contains(
                "WARN  Data folder: around holds no journal, but around/data does: --data names that one."))
    }

    @Test func `a port in use by something else fails`() async throws {
        let server = try await command.serve("--data", "other")
        let port = try #require(try server.line("Address").split(separator: ":").last)

        let outcome = try await command.run("doctor", "--port", String(port))

        #expect(outcome.exitCode == 2)
        #expect(outcome.lines.last?.hasPrefix("FAIL  Server: Port \(port) is in use") == true)
        #expect(await server.stop() == 0)
    }

    @Test func `a data folder that can never be made fails`() async throws {
        try workplace.write("data", "a letter")

        let findings = await examine()

        #expect(findings.first?.level == .fail, "\(findings)")
    }

    @Test func `a journal that is looked at stays as it is`() async throws {
        try FileManager.default.createDirectory(
            atPath: workplace.path("data"), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try workplace.write("data/journal.sqlite", "")

        let findings = await examine()

        #expect(findings.contains { $0.subject == "Journal" && $0.level == .fail })
        #expect(try Data(contentsOf: URL(fileURLWithPath: workplace.path("data/journal.sqlite"))).isEmpty)
        #expect(workplace.names(in: "data") == ["journal.sqlite"])
    }

    @Test func `few connections are a warning`() async throws {
        let few = await Doctor(settings(), now: Date(), isThorough: false, openFilesMax: 1024).examine()
        let enough = await Doctor(settings(), now: Date(), isThorough: false, openFilesMax: 4096).examine()

        #expect(few.filter { $0.subject == "Open files" }.map(\.level) == [.warn])
        #expect(enough.filter { $0.subject == "Open files" }.map(\.level) == [.ok])
    }

    @Test func `a server takes as many connections as it may, and leaves some for pages`() {
        #expect(OpenFiles.raise() == OpenFiles.hardMax())
        #expect([4_096, 256].map { OpenFiles.readersMax(of: $0) } == [3_584, 128])
    }

    @Test func `little space is a warning`() async throws {
        var settings = settings()
        settings.spaceWarningMegabytes = 900_000_000

        let findings = await Doctor(settings, now: Date(), isThorough: false).examine()

        #expect(findings.contains { $0.subject == "Space" && $0.level == .warn })
    }

    @Test func `links without TLS in public are a warning`() async throws {
        var settings = settings()
        settings.publicAddress = PublicAddress("http://t.example")

        let findings = await Doctor(settings, now: Date(), isThorough: false).examine()

        #expect(findings.contains { $0.subject == "Address" && $0.level == .warn })
    }

    private func examine(_ now: Date = Date(), isThorough: Bool = false) async -> [Finding] {
        await Doctor(settings(), now: now, isThorough: isThorough).examine()
    }

    private func settings() -> Settings {
        var settings = Settings()
        settings.dataFolder = workplace.path("data")
        settings.port = 0
        return settings
    }
}
