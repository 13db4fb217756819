import Domain
import Foundation
import Journal
import JournalSQLite
import TestSupport
import Testing

@Suite struct DamagedKeysTests {
    private let place: KeyPlace

    init() throws {
        place = try KeyPlace()
    }

    @Test func `a flipped byte costs one key and is told`() async throws {
        let sealed = try await sealedByTwo()
        try await flipByte(of: .anna)

        let ring = try await place.ring()

        #expect(ring.damagedKeys == [.anna])
        #expect(ring.open(sealed.anna) == nil)
        #expect(ring.open(sealed.ben) == "Ben")
        #expect(throws: KeyFault.keyDamaged(.anna)) { try ring.seal("Anna", under: .anna) }
        await #expect(throws: KeyFault.keyDamaged(.anna)) { try await ring.makeKey(.anna) }
    }

    @Test func `a damaged key can be destroyed`() async throws {
        _ = try await sealedByTwo()
        try await flipByte(of: .anna)
        let ring = try await place.ring()

        try await ring.destroy([.anna])

        #expect(ring.damagedKeys == [])
        #expect(try await place.store().load().wrapped.keys.map(\.self) == [.ben])
    }

    @Test func `a key filed under another name is damaged`() async throws {
        _ = try await sealedByTwo()
        let store = try place.store()
        let wrapped = try #require(try await store.load().wrapped[.anna])
        _ = try await store.put([.wishes: wrapped])

        #expect(try await place.ring().damagedKeys == [.wishes])
    }

    @Test func `another master key is refused before anything is made with it`() async throws {
        _ = try await sealedByTwo()
        try place.write(String(repeating: "0f", count: 32), to: place.place.path)

        await #expect(throws: KeyFault.masterKeyWrong(path: place.place.path)) { _ = try await place.ring() }
    }

    @Test func `another master key is refused when there is no key yet`() async throws {
        _ = try await place.ring()
        try place.write(String(repeating: "0f", count: 32), to: place.place.path)

        await #expect(throws: KeyFault.masterKeyWrong(path: place.place.path)) { _ = try await place.ring() }
    }

    @Test func `a damaged check value is not taken for another master key`() async throws {
        _ = try await sealedByTwo()
        let store = try place.store()
        let check = try #require(try await store.load().check)
        try await flip(check)

        await #expect(
            throws: KeyFault.storeDamaged(reason: "its check value is not the one that was written")
        ) { _ = try await place.ring() }
    }

    @Test func `who only looks at the keys learns whose they are and changes nothing`() async throws {
        _ = try await sealedByTwo()
        let master = try MasterKey.open(place.place, isFirstStart: false)
        let before = try place.storedBytes()

        let stored = try await KeysSQLite.load(readingOnly: place.keysPath)
        try master.mustFit(stored)
        try place.write(String(repeating: "0f", count: 32), to: place.place.path)
        let other = try MasterKey.open(place.place, isFirstStart: false)

        #expect(throws: KeyFault.masterKeyWrong(path: other.path)) { try other.mustFit(stored) }
        #expect(Set(stored.wrapped.keys) == [.anna, .ben])
        #expect(try place.storedBytes() == before)
        await #expect(throws: KeyFault.self) {
            _ = try await KeysSQLite.load(readingOnly: place.folder("missing.sqlite"))
        }
        #expect(!FileManager.default.fileExists(atPath: place.folder("missing.sqlite")))
    }

    @Test func `a file that is no store is refused`() async throws {
        try place.write(String(repeating: "no database ", count: 100), to: place.keysPath)
        #expect(throws: KeyFault.self) { _ = try place.store() }
    }

    private func sealedByTwo() async throws -> (anna: Personal<String>, ben: Personal<String>) {
        let ring = try await place.ring()
        try await ring.makeKeys([.anna, .ben])
        return (try ring.seal("Anna", under: .anna), try ring.seal("Ben", under: .ben))
    }

    private func flipByte(of name: KeyName) async throws {
        try await flip(try #require(try await place.store().load().wrapped[name]))
    }

    /// Flips one bit of these bytes, wherever they stand in the file.
    private func flip(_ wanted: [UInt8]) async throws {
        var bytes = try place.bytes(of: place.keysPath)
        let range = try #require(bytes.range(of: Data(wanted)))
        bytes[range.lowerBound + 5] ^= 1
        try bytes.write(to: URL(fileURLWithPath: place.keysPath))
    }
}
