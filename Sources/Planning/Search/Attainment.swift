/// Who sees what in each slot, and what taking one session out and putting another in would change.
///
/// Two bitsets per slot say who wants at least one (`ones`) and at least two (`twos`) of its sessions, per
/// level of weight. In units of the tables, for session s in the slot and q outside of it:
///
///     loss(s) = |s & ~twos|    gain(q) = |q & ~ones|    saved(q, s) = |q & s & ~twos|
///     putting q in the place of s changes what is attained by gain(q) - loss(s) + saved(q, s)
///
/// Gains and losses are not counted anew when their slot changes. Whoever leaves can raise the gain of
/// another by no more than both share, and whoever enters can lower the loss of another by no more: so a gain
/// that is at least the true one, and a loss that is at most, cost an addition. Most swaps are refused after
/// a look at five such numbers, whatever the number of participants; only for those that could be accepted
/// the numbers are counted bit by bit, and are exact until the slot changes again.
struct Attainment: ~Copyable {
    private let wanted: UnsafeMutablePointer<UInt64>
    private let shared: UnsafeMutablePointer<Int32>
    private let wordCount: Int
    private let sessionWidth: Int
    private let nobody: Int

    private let presence: Presence
    /// Grows whenever a slot changes; no two slots ever have the same one.
    private let version: UnsafeMutablePointer<Int>
    private var lastVersion = 0
    /// For each session the loss in its slot, or less.
    private let losses: UnsafeMutablePointer<Int32>
    private let lossVersion: UnsafeMutablePointer<Int>
    /// For each slot and session the gain, or more; of those in the slot nothing is said.
    private let gains: UnsafeMutablePointer<Int32>
    private let gainVersion: UnsafeMutablePointer<Int>
    /// How much a session is wanted by all.
    private let wantedCount: UnsafeMutablePointer<Int32>

    init(_ tables: Tables) {
        wanted = tables.wanted
        shared = tables.shared
        wordCount = tables.wordCount
        nobody = tables.nobody
        sessionWidth = tables.nobody + 1
        presence = Presence(tables)
        let slotWidth = tables.problem.slotCount + 1
        version = .zeros(slotWidth)
        losses = .zeros(sessionWidth)
        lossVersion = .filled(with: -1, sessionWidth)
        gains = .zeros(sessionWidth * slotWidth)
        gainVersion = .filled(with: -1, sessionWidth * slotWidth)
        wantedCount = .zeros(sessionWidth)
        for session in 0..<sessionWidth {
            wantedCount[session] = shared[session * sessionWidth + session]
        }
        // Nobody gains more than all who want a session.
        for slot in 0..<slotWidth {
            (gains + slot * sessionWidth).update(from: wantedCount, count: sessionWidth)
        }
    }

    deinit {
        version.deallocate()
        losses.deallocate()
        lossVersion.deallocate()
        gains.deallocate()
        gainVersion.deallocate()
        wantedCount.deallocate()
    }

    /// At most what taking `out` out of its slot and putting `entering` in changes there.
    @inline(__always)
    func changeMax(_ slot: Int, out: Int, in entering: Int) -> Int {
        let common = shared[out &* sessionWidth &+ entering]
        return Int(
            truncatingIfNeeded: gains[slot &* sessionWidth &+ entering] &+ min(common &- losses[out], 0))
    }

    /// Makes the loss of one and the gain of the other exact.
    @inline(__always)
    func count(_ slot: Int, out: Int, in entering: Int) {
        countLoss(of: out, in: slot)
        countGain(of: entering, in: slot)
    }

    /// What it changes.
    @inline(__always)
    func change(_ slot: Int, out: Int, in entering: Int) -> Int {
        count(slot, out: out, in: entering)
        let gain = gains[slot &* sessionWidth &+ entering]
        return Int(truncatingIfNeeded: gain &- losses[out]) &+ saved(slot, out, entering)
    }

    /// The loss of a session where it stands, or more.
    @inline(__always)
    func lossMax(of session: Int, in slot: Int) -> Int32 {
        lossVersion[session] == version[slot] ? losses[session] : wantedCount[session]
    }

    /// Takes one session, with its loss or more, out of a slot and puts another in; either may be nobody.
    mutating func exchange(
        _ slot: Int, out: Int, losing lossMax: Int32, in entering: Int, _ occupants: UnsafeBufferPointer<Int>
    ) {
        let row = gains + slot &* sessionWidth
        let isGainKnown = gainVersion[slot &* sessionWidth &+ entering] == version[slot]
        let gainIn = isGainKnown ? row[entering] : 0

        presence.exchange(slot, out: out, in: entering)
        lastVersion &+= 1
        version[slot] = lastVersion

        let sharedWithOut = shared + out &* sessionWidth
        for session in 0..<sessionWidth {
            row[session] = min(row[session] &+ sharedWithOut[session], wantedCount[session])
        }
        row[out] = lossMax
        let sharedWithEntering = shared + entering &* sessionWidth
        for occupant in occupants {
            losses[occupant] = max(losses[occupant] &- sharedWithEntering[occupant], 0)
        }
        losses[entering] = gainIn
        losses[nobody] = 0
    }

    func attained(in slot: Int) -> Int {
        BitCount.count(wordCount) { [ones = presence.ones(slot)] in BitCount.load(ones, $0) }
    }

    @inline(__always)
    private func countLoss(of session: Int, in slot: Int) {
        guard lossVersion[session] != version[slot], session != nobody else { return }
        let (wanted, twos) = (wanted + session &* wordCount, presence.twos(slot))
        losses[session] = Int32(truncatingIfNeeded: Self.count(wanted, without: twos, wordCount))
        lossVersion[session] = version[slot]
    }

    @inline(__always)
    private func countGain(of session: Int, in slot: Int) {
        let entry = slot &* sessionWidth &+ session
        guard gainVersion[entry] != version[slot], session != nobody else { return }
        let (wanted, ones) = (wanted + session &* wordCount, presence.ones(slot))
        gains[entry] = Int32(truncatingIfNeeded: Self.count(wanted, without: ones, wordCount))
        gainVersion[entry] = version[slot]
    }

    @inline(never)
    private static func count(
        _ wanted: UnsafePointer<UInt64>, without seen: UnsafePointer<UInt64>, _ wordCount: Int
    ) -> Int {
        BitCount.count(wordCount) { BitCount.load(wanted, $0) & ~BitCount.load(seen, $0) }
    }

    /// Who loses `out` and finds `entering` instead.
    @inline(__always)
    private func saved(_ slot: Int, _ out: Int, _ entering: Int) -> Int {
        guard shared[out &* sessionWidth &+ entering] > 0 else { return 0 }
        return Self.countSaved(
            wanted + out &* wordCount, wanted + entering &* wordCount, presence.twos(slot), wordCount)
    }

    @inline(never)
    private static func countSaved(
        _ out: UnsafePointer<UInt64>,
        _ entering: UnsafePointer<UInt64>,
        _ twos: UnsafePointer<UInt64>,
        _ wordCount: Int
    ) -> Int {
        BitCount.count(wordCount) {
            BitCount.load(out, $0) & BitCount.load(entering, $0) & ~BitCount.load(twos, $0)
        }
    }
}
