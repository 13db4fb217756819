import Domain
import Foundation
import Journal

/// A backup of the keys: all that is needed to read names again, in one file that must not lie beside the journal's
/// backup.
struct KeysFile: Sendable, Equatable, Codable {
    /// As in the master key's file.
    let masterKey: String
    let check: Data?
    let keys: [String: Data]
    /// The list of the forgotten as it was then, one name a line.
    let forgotten: String

    private static let beginning = "tafelrunde-keys 1 "

    /// Its first line holds the checksum of all that follows.
    func bytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(self)
        return Data("\(Self.beginning)\(Checksum(of: [UInt8](body)))\n".utf8) + body
    }

    static func read(_ path: String) throws(Stop) -> KeysFile {
        let bytes = try PrivateFile.read(path)
        let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let body = parts.last else { throw damaged(path) }
        let expected = "\(beginning)\(Checksum(of: [UInt8](body)))"
        guard Data(parts[0]) == Data(expected.utf8),
            let file = try? JSONDecoder().decode(KeysFile.self, from: Data(body))
        else { throw damaged(path) }
        return file
    }

    /// The keys by name.
    func wrapped(_ path: String) throws(Stop) -> [KeyName: [UInt8]] {
        var wrapped: [KeyName: [UInt8]] = [:]
        for (text, bytes) in keys {
            guard let name = KeyName(text) else { throw Self.damaged(path) }
            wrapped[name] = [UInt8](bytes)
        }
        return wrapped
    }

    private static func damaged(_ path: String) -> Stop {
        Stop(.damaged, "\(path) is not a backup of keys, or is damaged.")
    }
}
