import Domain
import Foundation
import Journal
import JournalSQLite
import TestSupport
import Testing

@Suite struct KeyRingTests {
    private struct Card: Codable, Equatable {
        let firstName: String
        let town: String
    }

    private let place: KeyPlace
    private let anna = Card(firstName: "Anna", town: "Olpe")

    init() throws {
        place = try KeyPlace()
    }

    @Test func `what is sealed opens again, also after a restart`() async throws {
        let ring = try await place.ring()
        try await ring.makeKey(.anna)

        let sealed = try ring.seal(anna, under: .anna)

        #expect(ring.open(sealed) == anna)
        #expect(try await place.ring().open(sealed) == anna)
        #expect(sealed.key == .anna)
        #expect(Data(sealed.sealed).range(of: Data("Olpe".utf8)) == nil)
    }

    @Test func `the same value is sealed differently each time`() async throws {
        let ring = try await place.ring()
        try await ring.makeKey(.anna)

        #expect(try ring.seal("Anna", under: .anna) != ring.seal("Anna", under: .anna))
    }

    @Test func `nothing is sealed without a key`() async throws {
        let ring = try await place.ring()
        #expect(throws: KeyFault.keyMissing(.anna)) { try ring.seal("Anna", under: .anna) }
        #expect(ring.holds(.anna) == false)
    }

    @Test func `making a key that exists changes nothing`() async throws {
        let ring = try await place.ring()
        try await ring.makeKey(.anna)
        let sealed = try ring.seal("Anna", under: .anna)

        try await ring.makeKeys([.anna, .ben, .anna])

        #expect(ring.open(sealed) == "Anna")
        #expect(ring.holds(.ben))
    }

    @Test func `many who make the same key at once get one`() async throws {
        let ring = try await place.ring()
        let sealed = try await withThrowingTaskGroup { group in
            for number in 1...50 {
                group.addTask {
                    try await ring.makeKeys([.anna, .ben])
                    return try ring.seal(number, under: .anna)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        let later = try await place.ring()
        #expect(Set(sealed.compactMap { later.open($0) }) == Set(1...50))
    }

    @Test func `two nodes that make the same key get one`() async throws {
        let store = try KeysSQLite()
        let nodes = [try await place.ring(store), try await place.ring(store)]
        for node in nodes { try await node.makeKey(.anna) }
        let sealed = try nodes[0].seal("Anna", under: .anna)
        #expect(nodes[1].open(sealed) == "Anna")

        try await nodes[0].makeKey(.ben)
        let other = try nodes[0].seal("Ben", under: .ben)
        #expect(nodes[1].open(other) == nil)
        try await nodes[1].refresh()
        #expect(nodes[1].open(other) == "Ben")
    }

    @Test func `a seal filed under another name does not open, and is counted`() async throws {
        let ring = try await place.ring()
        try await ring.makeKeys([.anna, .ben])
        let sealed = try ring.seal("Anna", under: .anna)

        #expect(ring.open(Personal<String>(key: .ben, sealed: sealed.sealed)) == nil)
        #expect(ring.open(Personal<String>(key: .anna, sealed: [1, 2, 3])) == nil)
        #expect(ring.open(Personal<Int>(key: .anna, sealed: sealed.sealed)) == nil)
        #expect(ring.damagedSealCount == 3)
    }

    @Test func `a destroyed key opens nothing any more and leaves no bytes`() async throws {
        let store = try place.store()
        let ring = try await place.ring(store)
        try await ring.makeKeys([.anna, .ben])
        let sealed = (try ring.seal("Anna", under: .anna), try ring.seal("Ben", under: .ben))
        let wrapped = try #require(try await store.load().wrapped[.anna])
        #expect(try place.storedBytes().range(of: Data(wrapped)) != nil)

        try await ring.destroy([.anna])

        #expect(ring.open(sealed.0) == nil)
        #expect(ring.open(sealed.1) == "Ben")
        #expect(ring.damagedSealCount == 0)
        #expect(try place.storedBytes().range(of: Data(wrapped)) == nil)
        #expect(try place.storedBytes().range(of: Data(wrapped[10..<30])) == nil)
        #expect(throws: KeyFault.keyMissing(.anna)) { try ring.seal("Anna", under: .anna) }
        #expect(try await place.ring().open(sealed.0) == nil)
    }

    @Test func `of many destroyed keys none leaves bytes`() async throws {
        let store = try place.store()
        let ring = try await place.ring(store)
        let names = (1...500).map {
            KeyName(gathering: "g1", purpose: .person(.init(number: $0 * 7919 % 997)))
        }
        for part in 0..<5 { try await ring.makeKeys(Array(names[(part * 100)..<(part * 100 + 100)])) }
        let wrapped = try await store.load().wrapped

        try await ring.destroy(names.filter { ($0.description.utf8.last ?? 0).isMultiple(of: 2) })

        let bytes = try place.storedBytes()
        let left = try await store.load().wrapped
        #expect(left.count > 100 && left.count < 400)
        #expect(wrapped.filter { left[$0.key] == nil && bytes.range(of: Data($0.value)) != nil } == [:])
        #expect(left.filter { bytes.range(of: Data($0.value)) == nil } == [:])
    }

    @Test func `two hundred who leave at once share few removals, and none leaves bytes`() async throws {
        let store = CountedStore(try place.store())
        let ring = try await place.ring(store)
        let names = (1...200).map { KeyName(gathering: "g1", purpose: .person(.init(number: $0))) }
        try await ring.makeKeys(names + [.ben])
        let wrapped = try await store.load().wrapped

        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in names { group.addTask { try await ring.destroy([name]) } }
            group.addTask { try await ring.makeKey(.wishes) }
            try await group.waitForAll()
        }

        let bytes = try place.storedBytes()
        let list = String(decoding: try place.bytes(of: place.place.forgottenPath), as: UTF8.self)
        let left = Set(try await store.load().wrapped.keys)
        #expect(store.removalCount < 50)
        #expect(left == [.ben, .wishes])
        #expect(wrapped.filter { $0.key != .ben && bytes.range(of: Data($0.value)) != nil } == [:])
        #expect(list.split(separator: "\n").count == 200)
        #expect(try await place.ring().names(of: "g1").count == 2)
    }

    @Test func `a removal that fails is told to everybody who shares it`() async throws {
        let store = KilledStore(try place.store())
        let ring = try await place.ring(store)
        try await ring.makeKeys([.anna, .ben])

        let faults = await withTaskGroup(of: Bool.self) { group in
            for name in [KeyName.anna, .ben] {
                group.addTask { await (try? ring.destroy([name])) == nil }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }

        #expect(faults == [true, true])
    }

    @Test func `a gathering is forgotten as a whole, and no other`() async throws {
        let ring = try await place.ring()
        try await ring.makeKeys([.anna, .wishes, .elsewhere])
        let sealed = try ring.seal("Anna", under: .elsewhere)

        try await ring.destroy(gathering: "g1")

        for ring in [ring, try await place.ring()] {
            #expect(ring.holds(.anna) == false)
            #expect(ring.holds(.wishes) == false)
            #expect(ring.open(sealed) == "Anna")
            await #expect(throws: KeyFault.forgotten(.ben)) { try await ring.makeKey(.ben) }
        }
    }

    @Test func `who was forgotten gets no new key`() async throws {
        let ring = try await place.ring()
        try await ring.makeKey(.anna)
        try await ring.destroy([.anna])

        await #expect(throws: KeyFault.forgotten(.anna)) { try await ring.makeKey(.anna) }
    }

    @Test func `who may not be written down as forgotten keeps the key`() async throws {
        let ring = try await place.ring()
        try await ring.makeKey(.anna)
        let path = place.place.forgottenPath
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)

        await #expect(throws: KeyFault.self) { try await ring.destroy([.anna]) }
        #expect(ring.holds(.anna))
    }

    @Test func `killed between the list and the store, the next start destroys the key`() async throws {
        let store = try place.store()
        let ring = try await place.ring(KilledStore(store))
        try await ring.makeKeys([.anna, .ben])
        let sealed = try ring.seal("Anna", under: .anna)

        await #expect(throws: KilledStore.Killed.self) { try await ring.destroy([.anna]) }
        #expect(ring.open(sealed) == nil)
        #expect(try await store.load().wrapped[.anna] != nil)

        #expect(try await place.ring().open(sealed) == nil)
        #expect(try await store.load().wrapped.keys.map(\.self) == [.ben])
    }

    @Test func `a restored backup of the keys brings nobody back`() async throws {
        let ring = try await place.ring()
        try await ring.makeKeys([.anna, .ben, .elsewhere])
        let sealed = (try ring.seal("Anna", under: .anna), try ring.seal("A", under: .elsewhere))
        let backup = try place.bytes(of: place.keysPath)
        try await ring.destroy([.anna])
        try await ring.destroy(gathering: "g10")

        try backup.write(to: URL(fileURLWithPath: place.keysPath))
        let restored = try await place.ring()

        #expect(restored.open(sealed.0) == nil)
        #expect(restored.open(sealed.1) == nil)
        #expect(restored.holds(.ben))
        #expect(try await place.store().load().wrapped.keys.map(\.self) == [.ben])
    }
}
