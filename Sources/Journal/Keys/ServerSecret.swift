internal import Crypto

/// Turns codes and tokens into what is stored of them: without the master key nobody can try them out.
public struct ServerSecret: Sendable {
    private let key: SymmetricKey

    public init(_ master: MasterKey) {
        key = master.derived(for: "server secret")
    }

    /// 32 letters and digits, always the same for the same text and purpose; they fit an `Identifier`.
    public func digest(_ text: String, purpose: String) -> String {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Array(purpose.utf8) + [0])
        code.update(data: Array(text.utf8))
        return Base32.text(of: [UInt8](code.finalize()).prefix(20))
    }
}

/// Five bits a letter; twenty bytes are 32 letters.
enum Base32 {
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    static func text(of bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        var rest: UInt32 = 0
        var restBitCount = 0
        for byte in bytes {
            rest = rest << 8 | UInt32(byte)
            restBitCount += 8
            while restBitCount >= 5 {
                restBitCount -= 5
                text.append(letters[Int(rest >> UInt32(restBitCount) & 31)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
