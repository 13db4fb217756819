internal import Crypto
internal import Domain

/// Seals keys under the master key; the name is sealed with them, so that no key can be filed under another.
struct KeyWrapping: Sendable {
    private let key: SymmetricKey

    init(_ master: MasterKey) {
        self.init(master.derived(for: "key wrapping"))
    }

    init(_ key: SymmetricKey) {
        self.key = key
    }

    func wrap(_ inner: SymmetricKey, _ name: KeyName) throws -> [UInt8] {
        let plain = inner.withUnsafeBytes { [UInt8]($0) }
        let box = try AES.GCM.seal(plain, using: key, authenticating: name.bytes)
        guard let combined = box.combined else { throw KeyFault.keyDamaged(name) }
        return [UInt8](combined)
    }

    /// Nil when the bytes are not what was written under this name and master key.
    func unwrap(_ wrapped: [UInt8], _ name: KeyName) -> SymmetricKey? {
        guard let box = try? AES.GCM.SealedBox(combined: wrapped),
            let plain = try? AES.GCM.open(box, using: key, authenticating: name.bytes)
        else { return nil }
        return SymmetricKey(data: plain)
    }
}

extension KeyName {
    var bytes: [UInt8] { Array(description.utf8) }
}
