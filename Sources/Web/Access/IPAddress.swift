/// An address of the internet, of either family, as its bytes.
struct IPAddress: Hashable, Sendable {
    /// 4 or 16.
    let bytes: [UInt8]

    /// Reads `10.0.0.1` and `fd00::1`. `::ffff:10.0.0.1` is the first of them: so a socket for both families names it.
    init?(_ text: some StringProtocol) {
        let address = text.prefix { $0 != "%" }
        guard let bytes = address.contains(":") ? Self.six(address) : Self.four(address) else { return nil }
        let isMapped = bytes.count == 16 && bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
        self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
    }

    private static func four(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { $0.allSatisfy(\.isNumber) ? UInt8($0) : nil }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func six(_ text: some StringProtocol) -> [UInt8]? {
        guard let gap = String(text).firstRange(of: "::") else {
            return groups(String(text)).flatMap { $0.count == 16 ? $0 : nil }
        }
        let text = String(text)
        guard let left = groups(String(text[..<gap.lowerBound])),
            let right = groups(String(text[gap.upperBound...])), left.count + right.count <= 14
        else { return nil }
        return left + Array(repeating: 0, count: 16 - left.count - right.count) + right
    }

    private static func groups(_ text: String) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if part.contains("."), index == parts.count - 1, let last = four(part) {
                bytes += last
            } else if (1...4).contains(part.count), let group = UInt16(part, radix: 16) {
                bytes += [UInt8(group >> 8), UInt8(group & 0xff)]
            } else {
                return nil
            }
        }
        return bytes
    }
}

/// `10.0.0.0/8`, or one address: all that begin with the same bits.
struct IPBlock: Hashable, Sendable {
    let address: IPAddress
    let bitCount: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        // Bits of a mapped address are counted in the long form that was typed.
        let longer = first.contains(":") && address.bytes.count == 4 ? 96 : 0
        let most = address.bytes.count * 8
        let bitCount = parts.count == 2 ? Int(parts[1]).map { $0 - longer } : most
        guard let bitCount, (0...most).contains(bitCount) else { return nil }
        self.address = address
        self.bitCount = bitCount
    }

    func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        let whole = bitCount / 8
        guard other.bytes.prefix(whole) == address.bytes.prefix(whole) else { return false }
        let rest = bitCount % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xff << (8 - rest))
        return other.bytes[whole] & mask == address.bytes[whole] & mask
    }
}
