/// Counts the bits of long bitsets by carry-save addition (Harley and Seal, in Warren: Hacker's Delight):
/// eight words are added bit by bit in registers, and only the carries of weight four are counted each time.
///
/// Without it every word is counted by itself, which takes about twice as long where the processor that a
/// program is built for has no instruction that counts.
enum BitCount {
    /// Words are looked at so many at a time; the tables have them in whole groups.
    typealias Lanes = SIMD8<UInt64>
    private typealias Pair = SIMD2<UInt64>

    /// Groups after which the counts, a byte each and at most eight a group, must be taken out.
    private static let groupsMax = 31

    @inline(__always)
    static func load(_ words: UnsafePointer<UInt64>, _ word: Int) -> Lanes {
        UnsafeRawPointer(words + word).loadUnaligned(as: Lanes.self)
    }

    /// The bits in so many words, a whole number of groups; asked for by the first word of each group.
    @inline(__always)
    static func count(_ wordCount: Int, _ group: (Int) -> Lanes) -> Int {
        var ones = Pair.zero
        var twos = Pair.zero
        var total = 0
        var word = 0
        while word < wordCount {
            var bytes = Pair.zero
            let end = min(wordCount, word &+ groupsMax &* Lanes.scalarCount)
            while word < end {
                let lanes = group(word)
                let (low, high) = (lanes.lowHalf, lanes.highHalf)
                let first = add(&ones, low.lowHalf, low.highHalf)
                let second = add(&ones, high.lowHalf, high.highHalf)
                bytes &+= perByte(add(&twos, first, second))
                word &+= Lanes.scalarCount
            }
            total &+= 4 &* sum(bytes)
        }
        return total &+ 2 &* sum(perByte(twos)) &+ sum(perByte(ones))
    }

    /// Adds two bits to one in every place, and returns the carries.
    @inline(__always)
    private static func add(_ sum: inout Pair, _ first: Pair, _ second: Pair) -> Pair {
        let odd = sum ^ first
        let carry = (sum & first) | (odd & second)
        sum = odd ^ second
        return carry
    }

    @inline(__always)
    private static func perByte(_ bits: Pair) -> Pair {
        let pairs = bits &- ((bits &>> 1) & Pair(repeating: 0x5555_5555_5555_5555))
        let mask = Pair(repeating: 0x3333_3333_3333_3333)
        let fours = (pairs & mask) &+ ((pairs &>> 2) & mask)
        return (fours &+ (fours &>> 4)) & Pair(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    }

    @inline(__always)
    private static func sum(_ bytes: Pair) -> Int {
        let mask = Pair(repeating: 0x00FF_00FF_00FF_00FF)
        let wide = (bytes & mask) &+ ((bytes &>> 8) & mask)
        let both = wide[0] &+ wide[1]
        return Int(truncatingIfNeeded: (both &* 0x0001_0001_0001_0001) >> 48)
    }
}
