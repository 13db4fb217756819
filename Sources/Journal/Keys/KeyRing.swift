internal import Crypto
public import Domain
internal import FoundationEssentials
internal import Synchronization

/// Makes and opens every `Personal` value, and forgets by destroying keys.
public final class KeyRing: Sendable {
    private let store: any KeyStore
    private let forgotten: ForgottenList
    private let wrapping: KeyWrapping
    private let keys: Mutex<Keys>
    private let turns: Turns
    private let removals: SharedTurns<KeyName>
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    /// What is known in memory.
    private struct Keys {
        var whole: [KeyName: SymmetricKey] = [:]
        var damaged: Set<KeyName> = []
        /// Gatherings of which everything was destroyed. Beside the list, which is locked while it is synced: every
        /// request asks for this.
        var gone: Set<Identifier<Gathering>> = []
        var damagedSealCount = 0
        var destructionCount = 0

        mutating func drop(_ names: [KeyName]) {
            for name in names { whole[name] = nil }
            destructionCount += 1
            damaged.subtract(names)
        }

        mutating func drop(all gathering: Identifier<Gathering>) {
            gone.insert(gathering)
            whole = whole.filter { $0.key.gathering != gathering }
            destructionCount += 1
            damaged = damaged.filter { $0.gathering != gathering }
        }
    }

    /// Opens the ring of a store, and destroys what the list says is forgotten.
    public init(_ store: any KeyStore, master: MasterKey, forgotten: ForgottenList) async throws {
        let stored = try await store.load()
        let back = stored.wrapped.keys.filter { forgotten.holds($0) }
        let kept = stored.wrapped.filter { !forgotten.holds($0.key) }
        let wrapping = KeyWrapping(master)
        var keys = Self.unwrap(kept, wrapping)
        keys.gone = forgotten.gatherings

        try master.mustFit(stored)
        if stored.isUnused { try await store.keep(check: master.check) }
        if !back.isEmpty { try await store.remove(Array(back)) }

        self.store = store
        self.forgotten = forgotten
        self.wrapping = wrapping
        self.keys = Mutex(keys)
        turns = Turns()
        removals = SharedTurns(turns)
    }

    /// A ring of nobody: it holds no key and takes none.
    public init() {
        store = Nowhere()
        forgotten = ForgottenList()
        wrapping = KeyWrapping(SymmetricKey(size: .bits256))
        keys = Mutex(Keys())
        turns = Turns()
        removals = SharedTurns(turns)
    }

    /// Makes a key that is kept when the call returns. Making one that exists changes nothing.
    public func makeKey(_ name: KeyName) async throws {
        try await makeKeys([name])
    }

    /// Makes several keys with one sync.
    public func makeKeys(_ names: [KeyName]) async throws {
        guard !missing(of: names).isEmpty else { return }
        try await turns.take { try await self.makeMissing(names) }
    }

    public func holds(_ name: KeyName) -> Bool {
        keys.withLock { $0.whole[name] != nil }
    }

    /// All keys of a gathering that open.
    public func names(of gathering: Identifier<Gathering>) -> [KeyName] {
        keys.withLock { keys in keys.whole.keys.filter { $0.gathering == gathering } }
    }

    public func seal<Value: Codable>(_ value: Value, under name: KeyName) throws -> Personal<Value> {
        let key = try key(name)
        let plain = try encoder.encode(value)
        let box = try AES.GCM.seal(plain, using: key, authenticating: name.bytes)
        guard let sealed = box.combined else { throw KeyFault.keyDamaged(name) }
        return Personal(key: name, sealed: [UInt8](sealed))
    }

    /// Nil when the key is destroyed, and for damaged seals, which are counted.
    public func open<Value: Codable>(_ personal: Personal<Value>) -> Value? {
        guard let key = keys.withLock({ $0.whole[personal.key] }) else { return nil }
        do {
            let box = try AES.GCM.SealedBox(combined: personal.sealed)
            let plain = try AES.GCM.open(box, using: key, authenticating: personal.key.bytes)
            return try decoder.decode(Value.self, from: plain)
        } catch {
            keys.withLock { $0.damagedSealCount += 1 }
            return nil
        }
    }

    /// Destroys keys for ever: what they sealed is bytes without meaning, in every backup too.
    ///
    /// When it returns they open nothing any more and are gone from the store. Many at once are written down and
    /// removed together: a hall that leaves does not keep those waiting who come.
    public func destroy(_ names: [KeyName]) async throws {
        try await removals.take(names) { [self] names in
            try forgotten.add(names)
            keys.withLock { $0.drop(names) }
            try await store.remove(names)
        }
    }

    /// Destroys all keys of a gathering.
    public func destroy(gathering: Identifier<Gathering>) async throws {
        try await turns.take { [self] in
            try forgotten.add(gathering: gathering)
            keys.withLock { $0.drop(all: gathering) }
            try await store.remove(gathering: gathering)
        }
    }

    /// Whether all of a gathering was destroyed, in this store or in the one that was backed up.
    public func hasForgotten(_ gathering: Identifier<Gathering>) -> Bool {
        keys.withLock { $0.gone.contains(gathering) }
    }

    /// Reads the store again, for keys that another node made or destroyed.
    public func refresh() async throws {
        try await turns.take { [self] in
            let stored = try await store.load()
            let fresh = Self.unwrap(stored.wrapped.filter { !forgotten.holds($0.key) }, wrapping)
            keys.withLock { keys in
                keys.whole = fresh.whole
                keys.destructionCount += 1
                keys.damaged = fresh.damaged
            }
        }
    }

    /// Keys whose bytes in the store are damaged; what they sealed does not open until the keys are restored.
    public var damagedKeys: Set<KeyName> { keys.withLock { $0.damaged } }

    /// Counts on whenever keys were destroyed: what was shown of opened values before may not be shown again.
    public var destructionCount: Int { keys.withLock { $0.destructionCount } }

    /// How many seals under a whole key did not open since the start.
    public var damagedSealCount: Int { keys.withLock { $0.damagedSealCount } }

    private func makeMissing(_ names: [KeyName]) async throws {
        let missing = missing(of: names)
        if let name = missing.first(where: { forgotten.holds($0) }) { throw KeyFault.forgotten(name) }
        let damaged = damagedKeys
        if let name = missing.first(where: { damaged.contains($0) }) { throw KeyFault.keyDamaged(name) }
        guard !missing.isEmpty else { return }

        var wrapped: [KeyName: [UInt8]] = [:]
        for name in missing { wrapped[name] = try wrapping.wrap(SymmetricKey(size: .bits256), name) }
        let made = Self.unwrap(try await store.put(wrapped), wrapping)
        keys.withLock { keys in
            keys.whole.merge(made.whole) { _, new in new }
            keys.damaged.formUnion(made.damaged)
        }
        if let name = made.damaged.first { throw KeyFault.keyDamaged(name) }
    }

    private func missing(of names: [KeyName]) -> Set<KeyName> {
        keys.withLock { keys in Set(names.filter { keys.whole[$0] == nil }) }
    }

    private func key(_ name: KeyName) throws(KeyFault) -> SymmetricKey {
        let (key, isDamaged) = keys.withLock { ($0.whole[name], $0.damaged.contains(name)) }
        if let key { return key }
        throw isDamaged ? .keyDamaged(name) : .keyMissing(name)
    }

    private static func unwrap(_ wrapped: [KeyName: [UInt8]], _ wrapping: KeyWrapping) -> Keys {
        var keys = Keys()
        for (name, bytes) in wrapped {
            if let key = wrapping.unwrap(bytes, name) {
                keys.whole[name] = key
            } else {
                keys.damaged.insert(name)
            }
        }
        return keys
    }
}
