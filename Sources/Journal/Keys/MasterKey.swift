internal import Crypto

/// Wraps all other keys. It lies outside the data folder, so that a backup of the data opens nothing.
///
/// The file holds 64 hexadecimal digits, as `openssl rand -hex 32` writes them.
public struct MasterKey: Sendable {
    /// Where to look for it.
    public enum Place: Sendable, Hashable {
        /// `data.key` for the folder `data`; made at the first start.
        case beside(folder: String)
        /// A file that somebody else provides; never made, as it may lie on a disk that is not there yet.
        case named(path: String)

        public var path: String {
            switch self {
            case .beside(let folder): MasterKey.trimmed(folder) + ".key"
            case .named(let path): path
            }
        }

        /// The list of the forgotten that belongs to it: `data.forgotten` for `data.key`.
        public var forgottenPath: String {
            let path = path
            return (path.hasSuffix(".key") ? String(path.dropLast(4)) : path) + ".forgotten"
        }
    }

    public let path: String
    public let isNew: Bool
    public let warnings: [KeyWarning]
    let secret: SymmetricKey

    static let byteCount = 32

    /// Reads the master key, or makes one when `isFirstStart`: when no ring was ever opened with another.
    public static func open(_ place: Place, isFirstStart: Bool) throws(KeyFault) -> MasterKey {
        let file = SyncedFile(path: place.path)
        if let text = try file.contents() { return try MasterKey(text, of: file, isNew: false) }

        guard isFirstStart else { throw .masterKeyMissing(path: file.path) }
        guard case .beside = place else { throw .masterKeyNowhere(path: file.path) }
        let made = Hex.text(of: SymmetricKey(size: .bits256).withUnsafeBytes { [UInt8]($0) })
        let isOurs = try file.create(Array((made + "\n").utf8))
        guard let text = try file.contents() else {
            throw .notReadable(path: file.path, reason: "it vanished after it was made")
        }
        return try MasterKey(text, of: file, isNew: isOurs)
    }

    /// Refuses a store that was opened with another master key.
    public func mustFit(_ stored: StoredKeys) throws(KeyFault) {
        guard !stored.isUnused, stored.check != check else { return }
        let wrapping = KeyWrapping(self)
        throw stored.wrapped.contains { wrapping.unwrap($0.value, $0.key) != nil }
            ? .storeDamaged(reason: "its check value is not the one that was written")
            : .masterKeyWrong(path: path)
    }

    /// A key that is used for nothing but `purpose`.
    func derived(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array("tafelrunde/\(purpose)".utf8),
            outputByteCount: Self.byteCount)
    }

    /// Tells whether this is the key a ring was opened with before, and nothing else about it.
    var check: [UInt8] { derived(for: "check").withUnsafeBytes { [UInt8]($0) } }

    private init(_ text: [UInt8], of file: SyncedFile, isNew: Bool) throws(KeyFault) {
        let digits = String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace }
        guard let bytes = Hex.bytes(of: digits), bytes.count == Self.byteCount else {
            throw .masterKeyMalformed(path: file.path)
        }
        let mode = file.mode
        path = file.path
        self.isNew = isNew
        warnings = mode & 0o077 == 0 ? [] : [.tooOpen(path: file.path, mode: mode)]
        secret = SymmetricKey(data: bytes)
    }

    private static func trimmed(_ folder: String) -> String {
        var folder = folder[...]
        while folder.count > 1, folder.hasSuffix("/") { folder = folder.dropLast() }
        return String(folder)
    }
}

/// Bytes as hexadecimal digits.
enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(of bytes: [UInt8]) -> String {
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    static func bytes(of text: String) -> [UInt8]? {
        let values = text.lowercased().utf8.compactMap { digits.firstIndex(of: $0) }
        guard values.count == text.utf8.count, values.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }
}
