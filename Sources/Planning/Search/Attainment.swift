/// Who sees what in each slot, and what taking one session out and putting another in would change.
///
/// Two bitsets per slot say who wants at least one (`ones`) and at least two (`twos`) of its sessions, per
/// level of weight. In units of the tables, for session s in the slot and q outside of it:
///
///     loss(s) = |s & ~twos|    gain(q) = |q & ~ones|    saved(q, s) = |q & s & ~twos|
///     putting q in the place of s changes what is attained by gain(q) - loss(s) + saved(q, s)
///
/// Losses and gains are kept until their slot changes, and `saved` is at most what both sessions share. So
/// most swaps are refused after a look at five numbers, whatever the number of participants: only those
/// that could be accepted are counted bit by bit.
struct Attainment: ~Copyable {
    private let wanted: UnsafeMutablePointer<UInt64>
    private let shared: UnsafeMutablePointer<Int32>
    private let wordCount: Int
    private let sessionWidth: Int
    private let slotWidth: Int
    private let nobody: Int

    private let ones: UnsafeMutablePointer<UInt64>
    private let twos: UnsafeMutablePointer<UInt64>
    /// Grows whenever a slot is built anew; no two slots ever have the same one.
    private let version: UnsafeMutablePointer<Int>
    private var lastVersion = 0
    private let losses: UnsafeMutablePointer<Kept>
    private let gains: UnsafeMutablePointer<Kept>

    /// Words are looked at so many at a time; the tables have them in whole groups.
    typealias Lanes = SIMD8<UInt64>

    private struct Kept {
        var version: Int
        var count: Int
    }

    init(_ tables: Tables) {
        wanted = tables.wanted
        shared = tables.shared
        wordCount = tables.wordCount
        nobody = tables.nobody
        sessionWidth = tables.nobody + 1
        slotWidth = tables.problem.slotCount + 1
        ones = .zeros(slotWidth * wordCount)
        twos = .zeros(slotWidth * wordCount)
        version = .zeros(slotWidth)
        losses = .filled(with: Kept(version: -1, count: 0), sessionWidth)
        gains = .filled(with: Kept(version: -1, count: 0), sessionWidth * slotWidth)
    }

    deinit {
        ones.deallocate()
        twos.deallocate()
        version.deallocate()
        losses.deallocate()
        gains.deallocate()
    }

    /// At most what taking `out` out of its slot and putting `entering` in changes there.
    @inline(__always)
    mutating func changeMax(_ slot: Int, out: Int, in entering: Int) -> Int {
        let loss = loss(of: out, in: slot)
        let gain = gain(of: entering, in: slot)
        let common = Int(truncatingIfNeeded: shared[out &* sessionWidth &+ entering])
        return gain &- loss &+ min(common, loss)
    }

    /// What it changes.
    @inline(__always)
    mutating func change(_ slot: Int, out: Int, in entering: Int) -> Int {
        gain(of: entering, in: slot) &- loss(of: out, in: slot) &+ saved(slot, out, entering)
    }

    /// Builds a slot anew from who stands in it: a few words at a time stay in registers until all are through.
    mutating func rebuild(_ slot: Int, _ occupants: UnsafeBufferPointer<Int>) {
        let (ones, twos) = (self.ones + slot * wordCount, self.twos + slot * wordCount)
        var word = 0
        while word < wordCount {
            var one = Lanes.zero
            var two = Lanes.zero
            for occupant in occupants where occupant != nobody {
                let wanted = Self.lanes(self.wanted + (occupant &* wordCount &+ word))
                two |= one & wanted
                one |= wanted
            }
            UnsafeMutableRawPointer(ones + word).storeBytes(of: one, as: Lanes.self)
            UnsafeMutableRawPointer(twos + word).storeBytes(of: two, as: Lanes.self)
            word &+= Lanes.scalarCount
        }
        lastVersion += 1
        version[slot] = lastVersion
    }

    @inline(__always)
    private static func lanes(_ words: UnsafeMutablePointer<UInt64>) -> Lanes {
        UnsafeRawPointer(words).loadUnaligned(as: Lanes.self)
    }

    func attained(in slot: Int) -> Int {
        let first = slot * wordCount
        return (first..<(first + wordCount)).reduce(0) { $0 + ones[$1].nonzeroBitCount }
    }

    @inline(__always)
    private mutating func loss(of session: Int, in slot: Int) -> Int {
        let now = version[slot]
        if losses[session].version == now { return losses[session].count }
        guard session != nobody else { return 0 }
        let count = countLoss(session, slot)
        losses[session] = Kept(version: now, count: count)
        return count
    }

    @inline(__always)
    private mutating func gain(of session: Int, in slot: Int) -> Int {
        let now = version[slot]
        let entry = session &* slotWidth &+ slot
        if gains[entry].version == now { return gains[entry].count }
        guard session != nobody else { return 0 }
        let count = countGain(session, slot)
        gains[entry] = Kept(version: now, count: count)
        return count
    }

    @inline(never)
    private func countLoss(_ session: Int, _ slot: Int) -> Int {
        let (wanted, twos) = (wanted + session &* wordCount, twos + slot &* wordCount)
        var count = 0
        var word = 0
        while word < wordCount {
            count &+= (wanted[word] & ~twos[word]).nonzeroBitCount
            word &+= 1
        }
        return count
    }

    @inline(never)
    private func countGain(_ session: Int, _ slot: Int) -> Int {
        let (wanted, ones) = (wanted + session &* wordCount, ones + slot &* wordCount)
        var count = 0
        var word = 0
        while word < wordCount {
            count &+= (wanted[word] & ~ones[word]).nonzeroBitCount
            word &+= 1
        }
        return count
    }

    /// Who loses `out` and finds `entering` instead.
    @inline(__always)
    private func saved(_ slot: Int, _ out: Int, _ entering: Int) -> Int {
        guard shared[out &* sessionWidth &+ entering] > 0 else { return 0 }
        return countSaved(slot, out, entering)
    }

    @inline(never)
    private func countSaved(_ slot: Int, _ out: Int, _ entering: Int) -> Int {
        let (out, entering) = (wanted + out &* wordCount, wanted + entering &* wordCount)
        let twos = twos + slot &* wordCount
        var count = 0
        var word = 0
        while word < wordCount {
            count &+= (out[word] & entering[word] & ~twos[word]).nonzeroBitCount
            word &+= 1
        }
        return count
    }
}
