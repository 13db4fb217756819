/// Temperatures and the chance to accept, in whole numbers, so that every machine goes the same way.
///
/// Accepting a rise of d at temperature t with probability exp(-d / t) is the same as accepting it when
/// d <= t * -ln(u) for an even u; the table holds -ln(u) for 4096 even steps of u.
struct Cooling {
    static let quantileBits = 12
    static let fractionBits = 16

    /// -ln of (i + 1/2) / 4096, with 16 bits of fraction.
    let quantiles: [Int]
    /// Falling by the 32nd root of two from step to step, with 16 bits of fraction.
    let temperatures: [Int]

    /// - Parameters:
    ///   - first: The temperature to begin with, with 16 bits of fraction.
    ///   - last: The temperature to end above.
    init(from first: Int, to last: Int) {
        let count = 1 << Self.quantileBits
        quantiles = (0..<count).map { step in
            let binary =
                Self.binaryLogarithm(of: UInt64(2 * count)) - Self.binaryLogarithm(of: UInt64(2 * step + 1))
            // ln 2 with 32 bits of fraction.
            return (binary * 2_977_044_472) >> 32
        }
        temperatures = Self.temperatures(from: first, to: last)
    }

    /// Falling temperatures without the quantiles, which take longer to make.
    static func temperatures(from first: Int, to last: Int) -> [Int] {
        var temperatures: [Int] = []
        var temperature = first
        while temperature > last {
            temperatures.append(temperature)
            // 2 to the power of -1/32 with 32 bits of fraction.
            let wide = temperature.multipliedFullWidth(by: 4_202_935_003)
            temperature = wide.high << 32 | Int(wide.low >> 32)
        }
        return temperatures
    }

    /// The largest rise to accept, by 12 random bits.
    func thresholds(at step: Int) -> [Int] {
        quantiles.map { (temperatures[step] * $0) >> (2 * Self.fractionBits) }
    }

    /// log2 with 16 bits of fraction, bit by bit by squaring.
    static func binaryLogarithm(of value: UInt64) -> Int {
        let whole = 63 - value.leadingZeroBitCount
        var mantissa = (value << UInt64(63 - whole)) >> 32
        var fraction = 0
        for _ in 0..<fractionBits {
            mantissa = (mantissa &* mantissa) >> 31
            fraction <<= 1
            if mantissa >> 32 != 0 {
                mantissa >>= 1
                fraction |= 1
            }
        }
        return whole << fractionBits | fraction
    }
}
