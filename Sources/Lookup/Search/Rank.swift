/// Where a holding stands among all that were found, as one number: the better first; of two alike the newer, and then
/// always in the same order. Tens of thousands of them are sorted for one search.
struct Rank: Comparable {
    /// More than any holding is worth: eight words, each whole and in the title.
    private static let worthMax = 127

    private let number: UInt64

    /// `holding`: its shelf's place among the shelves, newest first, and its number within its gathering, 28 bits each.
    init(worth: Int, holding: UInt64) {
        number = UInt64(max(Self.worthMax - worth, 0)) << 56 | holding
    }

    var shelf: Int { Int(number >> 28 & 0xFFF_FFFF) }

    func key(in gathering: Int64) -> HoldingKey { HoldingKey(gathering << 28 | Int64(number & 0xFFF_FFFF)) }

    static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
