/// How warm a walk is: which rises in cost it takes, by chance, in whole numbers only.
struct MixingTemperature {
    /// In parts of 65,536 of one repeat.
    private let value: Int

    /// -ln of even steps, made once, since many searches are shorter than making them.
    private static let quantiles = Cooling(from: 1, to: 1).quantiles

    /// Falling from the first to the last, in fewer steps for a short walk.
    static func falling(from first: Int, to last: Int, moves: Int) -> [MixingTemperature] {
        let all = Cooling.temperatures(from: first, to: last)
        let stride = max(1, all.count * movesPerStepMin / max(1, moves))
        return Swift.stride(from: 0, to: all.count, by: stride).map { MixingTemperature(value: all[$0]) }
    }

    private static let movesPerStepMin = 64

    /// The largest rise that is taken, by 12 random bits.
    @inline(__always)
    func riseMax(_ bits: UInt64) -> Int {
        (value &* Self.quantiles[Int(truncatingIfNeeded: bits & 0xFFF)]) >> (2 * Cooling.fractionBits)
    }
}
