/// Where the ids of a page's acts come from. Each form has one of its own: going back and sending another form
/// must not be taken for the first one sent twice.
public struct ActSeed: Sendable, Equatable {
    private let text: String

    /// `text`: fresh for each page; at most 16 letters and digits.
    public init(_ text: String) {
        self.text = text
    }

    /// The id of the form that goes to `address` with these values.
    func id(_ address: String, _ hidden: [String: String] = [:]) -> String {
        let values = hidden.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "\(text)-\(Self.hash(([address] + values).joined(separator: " ")))"
    }

    /// FNV-1a: it tells forms apart, it protects nothing.
    private static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
