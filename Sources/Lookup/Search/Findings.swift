/// Holdings that were found, each with the most that it is worth.
///
/// A table in one flat array with open addressing: one search notes tens of thousands.
struct Findings {
    /// A holding above, the lowest eight bits are its worth and one; zero is free.
    private var slots = [UInt64](repeating: 0, count: 1 << Self.bitsMin)
    private var bits = Self.bitsMin
    private(set) var count = 0

    private static let bitsMin = 10
    /// 2^64 divided by the golden ratio, which spreads numbers that follow each other (Knuth, volume 3, 6.4).
    private static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15

    var isEmpty: Bool { count == 0 }

    func worth(of holding: UInt64) -> Int? {
        let slot = slots[index(of: holding)]
        return slot == 0 ? nil : Int(slot & 0xFF) - 1
    }

    /// `holding`: below 2^56. `worth`: from 0 to 254; the greatest of all that were noted stays.
    mutating func note(_ holding: UInt64, worth: Int) {
        let index = index(of: holding)
        let new = holding << 8 | UInt64(worth + 1)
        if slots[index] == 0 {
            count += 1
            slots[index] = new
            if count * 2 > slots.count { grow() }
        } else if slots[index] < new {
            slots[index] = new
        }
    }

    func forEach(_ body: (_ holding: UInt64, _ worth: Int) -> Void) {
        for slot in slots where slot != 0 { body(slot >> 8, Int(slot & 0xFF) - 1) }
    }

    /// Where it stands, or would.
    private func index(of holding: UInt64) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: (holding &* Self.spread) >> UInt64(64 - bits))
        while slots[index] != 0, slots[index] >> 8 != holding { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = slots
        bits += 1
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for slot in old where slot != 0 { slots[index(of: slot >> 8)] = slot }
    }
}

extension Array where Element: Comparable {
    /// The smallest of them in their order, without sorting all.
    func first(_ length: Int) -> [Element] {
        guard length < count / 8 else { return Array(sorted().prefix(length)) }
        guard length > 0 else { return [] }
        var best = self[..<length].sorted()
        for element in self[length...] where element < best[length - 1] {
            best.removeLast()
            best.insert(element, at: best.partitioningIndex { element < $0 })
        }
        return best
    }
}
