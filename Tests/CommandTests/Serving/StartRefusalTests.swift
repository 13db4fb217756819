import Foundation
import GRDB
import Testing

@testable import tafelrunde

/// Every reason not to start: one sentence, an exit code.
struct StartRefusalTests {
    let workplace: Workplace
    let command: Command

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
    }

    @Test func `a data folder that cannot be made`() async throws {
        try workplace.write("taken", "")

        try await refused(
            73, "The data folder taken/data cannot be made: taken is a file, not a folder.", "serve",
            "--data",
            "taken/data")
        try await refused(
            73, "The data folder taken cannot be made: taken is a file, not a folder.", "serve", "--data",
            "taken")
    }

    @Test func `a data folder that cannot be written`() async throws {
        try await refused(73, "The data folder /proc/1 cannot be written: ", "serve", "--data", "/proc/1")
    }

    @Test func `a port in use`() async throws {
        let first = try await command.serve("--data", "first")
        let port = try #require(try first.line("Address").split(separator: ":").last)

        try await refused(
            75, "Port \(port) is in use: end the program that uses it, or choose another by --port.", "serve",
            "--data",
            "second", "--port", String(port))
        #expect(await first.stop() == 0)
    }

    @Test func `an address of another machine`() async throws {
        try await refused(
            78, "“203.0.113.9” is not an address of this machine: use 0.0.0.0 to listen on all.", "serve",
            "--listen",
            "203.0.113.9")
        try await refused(
            78, "“nowhere.invalid” is not an address to listen on: use 0.0.0.0 or one of this machine.",
            "serve",
            "--listen", "nowhere.invalid")
    }

    @Test func `a missing master key although there is data`() async throws {
        #expect(try await command.serve().stop() == 0)
        try FileManager.default.removeItem(atPath: workplace.path("data.key"))

        try await refused(
            78, "The master key ./data.key is missing although there are keys: restore it from its backup.",
            "serve")
        #expect(!workplace.has("data.key"))
    }

    @Test func `a missing master key although the keys are gone too`() async throws {
        #expect(try await command.serve().stop() == 0)
        try FileManager.default.removeItem(atPath: workplace.path("data.key"))
        try FileManager.default.removeItem(atPath: workplace.path("data/keys.sqlite"))

        try await refused(
            78, "The master key ./data.key is missing although there are keys: restore it from its backup.",
            "serve")
    }

    @Test func `a master key that is none, or another one, or nowhere`() async throws {
        #expect(try await command.serve().stop() == 0)
        try workplace.write("none.key", "abc")
        try workplace.write("other.key", String(repeating: "ab", count: 32))

        try await refused(
            78, "The master key none.key does not hold 64 hexadecimal digits: restore it from its backup.",
            "serve",
            "--master-key", "none.key")
        try await refused(
            78,
            "The master key other.key is not the one that the keys were wrapped with: restore the right one.",
            "serve", "--master-key", "other.key")
        try await refused(
            78, "There is no master key nowhere.key, and one that is named is never made: move ", "serve",
            "--data", "new", "--master-key", "nowhere.key")
        #expect(!workplace.has("new"))
    }

    @Test func `what is wrong from the start makes nothing`() async throws {
        try FileManager.default.createDirectory(
            atPath: workplace.path("other"), withIntermediateDirectories: true)

        try await refused(
            66, "--assets other: there is no phrases/", "serve", "--data", "new", "--assets", "other")
        try await refused(
            66, "--assets none: there is no such folder.", "demo", "--data", "new", "--assets", "none")
        try await refused(
            78, "“256.1.1.1” is not an address to listen on", "serve", "--data", "new", "--listen",
            "256.1.1.1")

        #expect(workplace.names() == ["other"])
    }

    @Test func `a damaged journal`() async throws {
        #expect(try await command.serve().stop() == 0)
        let journal = try DatabaseQueue(path: workplace.path("data/journal.sqlite"))
        try await journal.write { try $0.execute(sql: "UPDATE entry SET moment = moment + 1") }
        try journal.close()

        try await refused(
            65,
            "The journal cannot be opened: ./data/journal.sqlite: the journal is damaged at entry 1: its checksum "
                + "does not fit.", "serve")
    }

    @Test func `a file that is no journal`() async throws {
        try FileManager.default.createDirectory(
            atPath: workplace.path("data"), withIntermediateDirectories: true)
        try workplace.write("data/journal.sqlite", String(repeating: "Protokoll ", count: 1000))

        try await refused(65, "The journal cannot be opened: ./data/journal.sqlite: ", "serve")
    }

    @Test func `a journal of a newer version`() async throws {
        #expect(try await command.serve().stop() == 0)
        let journal = try DatabaseQueue(path: workplace.path("data/journal.sqlite"))
        try await journal.write {
            try $0.execute(sql: "INSERT INTO migration (name) VALUES ('20991231-2359-x.sql')")
        }
        try journal.close()

        try await refused(
            76,
            "A newer version of Tafelrunde has written this data folder: install that one. "
                + "(./data/journal.sqlite: the journal was written by a newer version of the program "
                + "(20991231-2359-x.sql))", "serve")
    }

    @Test func `a data folder that is served already`() async throws {
        let first = try await command.serve()

        try await refused(
            75,
            "The data folder ./data is already served by another process (process "
                + "\(first.process.processIdentifier)): end that first.", "serve", "--port", "0")
        #expect(await first.stop() == 0)
    }

    @Test func `a configuration file that is not there, or says what nobody knows`() async throws {
        try workplace.write("a.conf", "# Halle\nport = 8080\ncolour = red\n")

        try await refused(66, "There is no file b.conf.", "serve", "--config", "b.conf")
        try await refused(
            78, "a.conf, line 3: there is no setting “colour”; there are ", "serve", "--config", "a.conf")
    }

    private func refused(_ exitCode: Int32, _ sentence: String, _ arguments: String...) async throws {
        let running = try RunningCommand(command, arguments)
        let code = await running.ended()

        let complaints = running.complaints().split(separator: "\n")
        #expect(code == exitCode)
        #expect(complaints.count == 1, "\(complaints)")
        #expect(complaints.first?.hasPrefix("tafelrunde: \(sentence)") == true, "\(complaints)")
        #expect(running.output() == "")
    }
}
