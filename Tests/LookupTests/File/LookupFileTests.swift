import Domain
import Foundation
import Journal
import Lookup
import TestSupport
import Testing

/// The file: nobody repairs it, it is made anew.
struct LookupFileTests {
    @Test func `it is kept, and read on from where it stood`() async throws {
        let folder = try TemporaryFolder()
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Vertrag"])
        await (try await chronicle.filled(folder("lookup"))).close()

        let again = try chronicle.lookup(folder("lookup"))

        #expect(again.isWhole)
        #expect(try await again.found("leerstand") == ["record: Leerstand"])
    }

    @Test func `before it has been read to the end nobody is told that there is nothing`() async throws {
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Vertrag"])
        let lookup = try chronicle.lookup()

        #expect(!lookup.isWhole)
        await #expect(throws: LookupFault.building) { try await lookup.found("leerstand") }
    }

    @Test func `positions of another epoch mean nothing to it`() async throws {
        let folder = try TemporaryFolder()
        let before = try Chronicle()
        try await before.releasing("Leerstand", [.solutions: "Vertrag"])
        await (try await before.filled(folder("lookup"))).close()
        let restored = try Chronicle(epoch: Epoch(7))
        try await restored.releasing("Bauhof", [.solutions: "Kran"])

        let lookup = try restored.lookup(folder("lookup"))

        #expect(!lookup.isWhole)
        try await lookup.catchUp()
        #expect(try await lookup.found("leerstand") == [])
        #expect(try await lookup.found("bauhof") == ["record: Bauhof"])
    }

    @Test func `a journal that has lost entries is read from its beginning`() async throws {
        let folder = try TemporaryFolder()
        let before = try Chronicle()
        try await before.releasing("Leerstand", [.solutions: "Vertrag"])
        await (try await before.filled(folder("lookup"))).close()
        let shorter = try Chronicle()
        try await shorter.hold("balve")

        let lookup = try await shorter.filled(folder("lookup"))

        #expect(try await lookup.found("leerstand") == [])
    }

    @Test(arguments: [0, 1, 3, 5])
    func `a damaged file is thrown away and made anew`(_ page: Int) async throws {
        let folder = try TemporaryFolder()
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Vertrag\nHausmeister\nZwischennutzung"])
        await (try await chronicle.filled(folder("lookup"))).close()
        let whole = try allRows(of: folder("lookup"))
        let file = try #require(FileHandle(forUpdatingAtPath: folder("lookup")))
        try file.seek(toOffset: UInt64(page * 4096))
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        try file.close()

        let lookup = try chronicle.lookup(folder("lookup"))
        _ = try? await lookup.found("leerstand zwischennutzung")
        try await chronicle.edit("1", "Leerstände", in: "altena")
        try await lookup.catchUp()
        try await chronicle.edit("1", "Leerstand", in: "altena")
        try await lookup.catchUp()

        #expect(try await lookup.found("leerstand zwischennutzung") == ["record: Leerstand"])
        await lookup.close()
        let rows = try allRows(of: folder("lookup"))
        #expect(rows.dropLast() == whole.dropLast())
    }

    @Test func `a file that is no database is thrown away`() async throws {
        let folder = try TemporaryFolder()
        try Data("Das ist keine Datenbank.".utf8).write(to: URL(fileURLWithPath: folder("lookup")))
        let chronicle = try Chronicle()
        try await chronicle.releasing("Leerstand", [.solutions: "Vertrag"])

        let lookup = try await chronicle.filled(folder("lookup"))

        #expect(try await lookup.found("leerstand") == ["record: Leerstand"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder("lookup"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test(arguments: [1, 2, 3, 5, 8])
    func `given up in the middle of being made, it is made to its end the next time`(_ gatherings: Int)
        async throws
    {
        let folder = try TemporaryFolder()
        let chronicle = try Chronicle()
        for number in 1...10 {
            try await chronicle.releasing(
                "Leerstand \(number)", [.solutions: "Vertrag"], in: .certain("g\(number)"))
        }
        let journal = StoppingJournal(chronicle.journal, streams: gatherings)
        let stopped = try Lookup(folder("lookup"), journal: journal, isForgotten: chronicle.isForgotten)
        await #expect(throws: StoppingJournal.Stopped.self) { try await stopped.catchUp() }
        #expect(!stopped.isWhole)
        await stopped.close()

        let lookup = try chronicle.lookup(folder("lookup"))
        #expect(!lookup.isWhole)
        try await lookup.catchUp()
        _ = try await chronicle.filled(folder("anew"))

        #expect(try allRows(of: folder("lookup")) == allRows(of: folder("anew")))
    }

    @Test func `who waits for it waits no longer than was said`() async throws {
        let chronicle = try Chronicle()
        try await chronicle.hold("altena")
        let journal = StoppingJournal(chronicle.journal, streams: 0, waits: true)
        let lookup = try Lookup(nil, journal: journal, isForgotten: chronicle.isForgotten)

        #expect(await lookup.caughtUp(within: .milliseconds(20)) == false)
        journal.goOn()
        #expect(await lookup.caughtUp(within: .seconds(60)))
        #expect(lookup.isWhole)
    }

    @Test func `who waits sees what was kept before, also while it is being read`() async throws {
        let chronicle = try Chronicle()
        let lookup = try await chronicle.filled()
        try await chronicle.releasing("Leerstand", [.solutions: "Vertrag"])
        async let early = lookup.caughtUp(within: .seconds(60))
        try await chronicle.edit("1", "Bauhof", in: "altena")

        #expect(await lookup.caughtUp(within: .seconds(60)))
        #expect(try await lookup.found("bauhof") == ["record: Bauhof"])
        #expect(await early)
    }
}
