/// Broken hard rules and soft costs in one number, so that adding is one addition and comparing asks for the
/// broken rules first.
struct Price: Equatable, Comparable {
    private var packed = 0

    private static let softBits = 44

    init() {}

    init(broken: Int, soft: Int) {
        packed = broken << Self.softBits + soft
    }

    private init(packed: Int) {
        self.packed = packed
    }

    var broken: Int { (packed &+ 1 << (Self.softBits - 1)) >> Self.softBits }
    var soft: Int { packed &- broken << Self.softBits }

    @inline(__always)
    static func + (first: Price, second: Price) -> Price { Price(packed: first.packed &+ second.packed) }

    @inline(__always)
    static func - (first: Price, second: Price) -> Price { Price(packed: first.packed &- second.packed) }

    @inline(__always)
    static func < (first: Price, second: Price) -> Bool { first.packed < second.packed }
}
