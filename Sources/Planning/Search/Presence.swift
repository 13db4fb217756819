/// Who wants how many of the sessions in each slot.
///
/// The counts stand in planes of bits, the first with the ones of all counts, the next with the twos, and so
/// on: adding or taking away a session is a short chain of carries for many participants at once, however
/// many rooms there are.
struct Presence: ~Copyable {
    private let wanted: UnsafeMutablePointer<UInt64>
    private let wordCount: Int
    private let planeCount: Int
    /// Per slot first who wants at least one, then who wants at least two, then the planes.
    private let words: UnsafeMutablePointer<UInt64>
    private let slotWords: Int

    private typealias Lanes = BitCount.Lanes

    init(_ tables: Tables) {
        wanted = tables.wanted
        wordCount = tables.wordCount
        planeCount = Int.bitWidth - tables.roomCount.leadingZeroBitCount
        slotWords = (2 + planeCount) * wordCount
        words = .zeros((tables.problem.slotCount + 1) * slotWords)
    }

    deinit { words.deallocate() }

    @inline(__always)
    func ones(_ slot: Int) -> UnsafePointer<UInt64> { UnsafePointer(words + slot &* slotWords) }

    @inline(__always)
    func twos(_ slot: Int) -> UnsafePointer<UInt64> {
        UnsafePointer(words + (slot &* slotWords &+ wordCount))
    }

    func exchange(_ slot: Int, out: Int, in entering: Int) {
        let (out, entering) = (wanted + out &* wordCount, wanted + entering &* wordCount)
        let ones = words + slot &* slotWords
        var word = 0
        while word < wordCount {
            let (leaves, enters) = (BitCount.load(out, word), BitCount.load(entering, word))
            var borrow = leaves & ~enters
            var carry = enters & ~leaves
            var plane = ones + (2 &* wordCount &+ word)
            var first = Lanes.zero
            var more = Lanes.zero
            for number in 0..<planeCount {
                var bits = BitCount.load(plane, 0) ^ borrow
                borrow &= bits
                bits ^= carry
                carry &= ~bits
                UnsafeMutableRawPointer(plane).storeBytes(of: bits, as: Lanes.self)
                if number == 0 { first = bits } else { more |= bits }
                plane += wordCount
            }
            UnsafeMutableRawPointer(ones + word).storeBytes(of: first | more, as: Lanes.self)
            UnsafeMutableRawPointer(ones + (wordCount &+ word)).storeBytes(of: more, as: Lanes.self)
            word &+= Lanes.scalarCount
        }
    }
}
