import Domain
import Foundation
import Journal
import Synchronization
import Testing

@testable import tafelrunde

struct BackupTests {
    let workplace: Workplace
    let command: Command

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
    }

    @Test func `a backup under load comes back whole, and serves on`() async throws {
        let server = try await command.serve()
        let folder = DataFolder(workplace.path("data"))
        let backup = try await withThrowingTaskGroup(of: Void.self) { group in
            let count = Mutex(0)
            group.addTask { await makeAndRevokeLinks(folder) { count.withLock { $0 += 1 } } }
            while count.withLock({ $0 }) < 20 { try await Task.sleep(for: .milliseconds(10)) }
            let backup = try await command.run("backup", "-o", "a.journal", "--keys", "a.keys")
            group.cancelAll()
            return backup
        }
        #expect(await server.stop() == 0)

        let restored = try await command.run("restore", "a.journal", "--into", "new/data", "--keys", "a.keys")
        let second = try await command.serve("--data", "new/data")
        let links = try await command.run("link", "list", "--data", "new/data")

        #expect(backup.exitCode == 0, "\(backup.complaints)")
        #expect(restored.exitCode == 0, "\(restored.complaints)")
        let count = try #require(backup.lines.first?.split(separator: " ").first)
        #expect(try #require(Int(count)) >= 40)
        #expect(restored.lines.first == "\(count) entries of 1 stream were checked and are in new/data.")
        #expect(links.lines.count > 1)
        #expect(await second.stop() == 0)
        for name in ["a.journal", "a.journal.manifest", "a.keys", "new/data.key"] {
            #expect(try workplace.mode(name) == 0o600, "\(name)")
        }
    }

    @Test func `what came back without keys is served, under a master key of its own`() async throws {
        try await makeBackup()

        let restored = try await command.run("restore", "a.journal", "--into", "new/data")
        let server = try await command.serve("--data", "new/data")
        let link = try await command.run("link", "organiser", "--data", "new/data")
        let doctor = try await command.run("doctor", "--data", "new/data")

        #expect(restored.exitCode == 0, "\(restored.complaints)")
        #expect(restored.lines.contains("No keys came back: without them nobody's name can be read."))
        #expect(restored.lines.contains { $0.hasPrefix("A new master key is beside it: ") })
        #expect(try workplace.mode("new/data.key") == 0o600)
        #expect(try workplace.read("new/data.key") != workplace.read("data.key"))
        #expect(link.exitCode == 0, "\(link.complaints)")
        #expect(doctor.lines.contains { $0.hasPrefix("OK    Master key: ") }, "\(doctor.output)")
        #expect(await server.stop() == 0)
    }

    @Test func `without keys, the master key that is still there goes on`() async throws {
        try await makeBackup()
        let key = try workplace.read("data.key")
        try FileManager.default.removeItem(atPath: workplace.path("data"))

        let restored = try await command.run("restore", "a.journal", "--into", "data")
        let ended = try await command.serve().stop()

        #expect(restored.exitCode == 0, "\(restored.complaints)")
        #expect(!restored.lines.contains { $0.hasPrefix("A new master key") })
        #expect(try workplace.read("data.key") == key)
        #expect(ended == 0)
    }

    @Test func `the running server's log says that a backup was made`() async throws {
        let server = try await command.serve()

        #expect(try await command.run("backup", "-o", "a.journal").exitCode == 0)

        try await server.said("notice A backup was made. entries=")
        #expect(await server.stop() == 0)
    }

    @Test func `a place where no backup can be is told with the reason`() async throws {
        #expect(try await command.serve().stop() == 0)

        let nowhere = try await command.run("backup", "-o", "bk/a.journal")
        let twice = try await command.run("backup", "-o", "a.journal", "--keys", "./a.journal")

        #expect(nowhere.exitCode == 73)
        #expect(
            nowhere.complaints == "tafelrunde: bk/a.journal cannot be made: there is no folder bk.\n")
        #expect(twice.exitCode == 64)
        #expect(twice.complaints == "tafelrunde: --output and --keys name one file: name two.\n")
        #expect(workplace.names() == ["data", "data.key"])
    }

    /// Of all changes that a journal may hold there is a file, named by its kind of stream.
    private static var kinds: [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../DomainTests/Golden")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return Set(files.compactMap { $0.split(separator: ".").first.map(String.init) }).sorted()
    }

    @Test func `there are kinds of streams to read`() { #expect(Self.kinds.count >= 8) }

    @Test(arguments: kinds)
    func `a restore reads every kind of stream`(_ kind: String) throws {
        let key = ActKey(actor: try #require(ActorID("actor")), act: try #require(ActID("act-number-1")))
        let entry = Entry(
            position: Position(1), stream: StreamID("\(kind)/g1-1"), version: Version(1), key: key,
            moment: Instant(milliseconds: 1), body: Array("[]".utf8))
        var replay = Replay()

        #expect(throws: Never.self) { try replay.apply(entry) }
    }

    @Test func `one is not counted as many`() {
        #expect(Counted.entries(1, 1) == "1 entry of 1 stream")
        #expect(Counted.entries(2, 0) == "2 entries of 0 streams")
    }

    @Test func `positions of the restored journal are of another epoch`() async throws {
        try await makeBackup()

        _ = try await command.run("restore", "a.journal", "--into", "new", "--keys", "a.keys")
        let again = try await command.run("backup", "--data", "new", "-o", "b.journal")

        #expect(again.exitCode == 0, "\(again.complaints)")
        let first = try manifest("a.journal.manifest")
        let second = try manifest("b.journal.manifest")
        #expect(first.epoch != second.epoch)
        #expect(first.tally == second.tally)
    }

    @Test(arguments: [0.0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.999])
    func `one flipped bit is found, and nothing is left behind`(_ place: Double) async throws {
        try await makeBackup()
        for name in ["a.journal", "a.journal.manifest", "a.keys"] {
            let offset = Int(place * Double(try workplace.size(name)))
            try workplace.flip(name, at: offset)
            let before = workplace.names()

            let outcome = try await command.run(
                "restore", "a.journal", "--into", "new/data", "--keys", "a.keys")

            #expect(outcome.exitCode == 65, "\(name) at \(offset): \(outcome.complaints)")
            #expect(workplace.names() == before, "\(name) at \(offset)")
            try workplace.flip(name, at: offset)
        }
        let whole = try await command.run("restore", "a.journal", "--into", "new", "--keys", "a.keys")
        #expect(whole.exitCode == 0, "\(whole.complaints)")
    }

    @Test func `keys are not backed up with a master key that does not open them`() async throws {
        #expect(try await command.serve().stop() == 0)
        try workplace.write("data.key", String(repeating: "ab", count: 32))

        let outcome = try await command.run("backup", "-o", "a.journal", "--keys", "a.keys")

        #expect(outcome.exitCode == 78)
        #expect(outcome.complaints.contains("is not the one that the keys were wrapped with"))
        #expect(workplace.names() == ["data", "data.key"])
    }

    @Test func `nothing is overwritten`() async throws {
        try await makeBackup()
        try FileManager.default.createDirectory(
            atPath: workplace.path("full"), withIntermediateDirectories: true)
        try workplace.write("full/letter", "")
        try workplace.write("other.key", "x")

        let again = try await command.run("backup", "-o", "a.journal")
        let keys = try await command.run("backup", "-o", "b.journal", "--keys", "a.keys")
        let full = try await command.run("restore", "a.journal", "--into", "full")
        let otherKey = try await command.run("restore", "a.journal", "--into", "other", "--keys", "a.keys")

        #expect(again.exitCode == 73)
        #expect(again.complaints == "tafelrunde: a.journal is there already: nothing is overwritten.\n")
        #expect(keys.exitCode == 73)
        #expect(!workplace.has("b.journal") && !workplace.has("b.journal.manifest"))
        #expect(full.exitCode == 73)
        #expect(full.complaints == "tafelrunde: full is not an empty folder: nothing is overwritten.\n")
        #expect(workplace.names(in: "full") == ["letter"])
        #expect(otherKey.exitCode == 73)
        #expect(!workplace.has("other"))
        #expect(try workplace.read("other.key") == "x")
    }

    @Test func `a backup without its manifest, or of nothing, is refused`() async throws {
        let nothing = try await command.run("backup", "-o", "x.journal")
        try await makeBackup()
        try FileManager.default.removeItem(atPath: workplace.path("a.journal.manifest"))
        let without = try await command.run("restore", "a.journal", "--into", "new")
        let nowhere = try await command.run("restore", "b.journal", "--into", "new")
        let unwritable = try await command.run("backup", "-o", "no/where/b.journal")

        #expect(nothing.exitCode == 66)
        #expect(without.exitCode == 66)
        #expect(
            without.complaints == "tafelrunde: There is no manifest a.journal.manifest: a restore needs it.\n"
        )
        #expect(nowhere.exitCode == 66)
        #expect(unwritable.exitCode == 73, "\(unwritable.complaints)")
        #expect(!workplace.has("new"))
    }

    @Test func `whoever was forgotten after the backup stays forgotten`() async throws {
        #expect(try await command.serve().stop() == 0)
        let names = ["abc/person/eins", "abc/person/zwei", "abc/wishes", "xyz/person/drei"]
        try await makeKeys(names, in: workplace)
        #expect(try await command.run("backup", "-o", "a.journal", "--keys", "a.keys").exitCode == 0)
        try workplace.write("data.forgotten", "abc/person/zwei\n")
        try workplace.write("later.forgotten", "xyz/*\n")

        let outcome = try await command.run(
            "restore", "a.journal", "--into", "new", "--keys", "a.keys", "--forgotten", "later.forgotten")

        #expect(outcome.exitCode == 0, "\(outcome.complaints)")
        #expect(outcome.lines.contains("2 keys came back; 2 stay forgotten."))
        #expect(
            try await keyNames(in: workplace.path("new/keys.sqlite")) == ["abc/person/eins", "abc/wishes"])
        #expect(try workplace.read("new.forgotten") == "abc/person/zwei\nxyz/*\n")
    }

    @Test func `a journal that this version cannot read is not restored`() async throws {
        #expect(try await command.serve().stop() == 0)
        try await appendUnreadableEntry(to: workplace.path("data"))
        #expect(try await command.run("backup", "-o", "a.journal").exitCode == 0)

        let outcome = try await command.run("restore", "a.journal", "--into", "new")

        #expect(outcome.exitCode == 65)
        #expect(outcome.complaints.contains("this version does not know a change of access/house"))
        #expect(!workplace.has("new"))
    }

    private func makeBackup() async throws {
        #expect(try await command.serve().stop() == 0)
        let outcome = try await command.run("backup", "-o", "a.journal", "--keys", "a.keys")
        try #require(outcome.exitCode == 0, "\(outcome.complaints)")
    }

    private func manifest(_ name: String) throws -> Manifest {
        try JSONDecoder().decode(Manifest.self, from: Data(workplace.read(name).utf8))
    }
}
