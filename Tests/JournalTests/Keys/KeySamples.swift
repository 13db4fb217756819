import Domain
import Foundation
import Journal
import JournalSQLite
import Synchronization
import TestSupport

extension KeyName {
    static let anna = KeyName(gathering: "g1", purpose: .person("anna"))
    static let ben = KeyName(gathering: "g1", purpose: .person("ben"))
    static let wishes = KeyName(gathering: "g1", purpose: .wishes)
    static let elsewhere = KeyName(gathering: "g10", purpose: .person("anna"))
}

/// A data folder with what belongs beside it: keys, master key, list of the forgotten.
struct KeyPlace {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    var keysPath: String { folder("keys.sqlite") }
    var place: MasterKey.Place { .beside(folder: folder("data")) }

    func store() throws -> KeysSQLite { try KeysSQLite(path: keysPath) }

    /// Opens everything as a server does when it starts.
    func ring(_ store: (any KeyStore)? = nil) async throws -> KeyRing {
        let store = try store ?? self.store()
        let isFirstStart = try await store.load().isUnused
        return try await KeyRing(
            store, master: MasterKey.open(place, isFirstStart: isFirstStart),
            forgotten: ForgottenList(path: place.forgottenPath))
    }

    func bytes(of path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    /// All bytes of all files of the store.
    func storedBytes() throws -> Data {
        try folder.names().filter { $0.hasPrefix("keys.sqlite") }
            .reduce(into: Data()) { $0 += try bytes(of: folder($1)) }
    }
}

/// A store that fails from some moment on, as if the process had been killed.
final class KilledStore: KeyStore {
    struct Killed: Error {}

    private let inner: any KeyStore

    init(_ inner: any KeyStore) {
        self.inner = inner
    }

    func load() async throws -> StoredKeys { try await inner.load() }
    func keep(check: [UInt8]) async throws { try await inner.keep(check: check) }
    func put(_ wrapped: [KeyName: [UInt8]]) async throws -> [KeyName: [UInt8]] {
        try await inner.put(wrapped)
    }
    func remove(_ names: [KeyName]) async throws { throw Killed() }
    func remove(gathering: Identifier<Gathering>) async throws { throw Killed() }
}

/// A store that counts how often keys are removed from it.
final class CountedStore: KeyStore {
    private let inner: any KeyStore
    private let removals = Mutex(0)

    init(_ inner: any KeyStore) {
        self.inner = inner
    }

    var removalCount: Int { removals.withLock { $0 } }

    func load() async throws -> StoredKeys { try await inner.load() }
    func keep(check: [UInt8]) async throws { try await inner.keep(check: check) }
    func put(_ wrapped: [KeyName: [UInt8]]) async throws -> [KeyName: [UInt8]] {
        try await inner.put(wrapped)
    }
    func remove(_ names: [KeyName]) async throws {
        removals.withLock { $0 += 1 }
        try await inner.remove(names)
    }
    func remove(gathering: Identifier<Gathering>) async throws {
        try await inner.remove(gathering: gathering)
    }
}
