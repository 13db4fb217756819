/// Whole numbers below `order` with addition and multiplication of a commutative ring.
///
/// For a prime power it is the Galois field, whose differences other than zero never multiply to zero. For
/// other orders it is either the residues or the product of the fields of its prime powers.
struct FiniteRing {
    /// `prime` to the power of `degree`, which is at least 1.
    struct PrimePower: Equatable {
        let prime: Int
        let degree: Int

        var order: Int { (0..<degree).reduce(1) { product, _ in product * prime } }
    }

    let order: Int
    private let sums: [Int]
    private let products: [Int]

    func sum(_ first: Int, _ second: Int) -> Int { sums[first * order + second] }
    func product(_ first: Int, _ second: Int) -> Int { products[first * order + second] }

    private init(order: Int, sum: (Int, Int) -> Int, product: (Int, Int) -> Int) {
        self.order = order
        let pairs = (0..<(order * order)).map { ($0 / order, $0 % order) }
        sums = pairs.map { sum($0.0, $0.1) }
        products = pairs.map { product($0.0, $0.1) }
    }

    /// Residues modulo `order`, at least 1.
    static func residues(_ order: Int) -> FiniteRing {
        FiniteRing(order: order, sum: { ($0 + $1) % order }, product: { $0 * $1 % order })
    }

    /// The Galois field with `prime` to the power of `degree` elements: polynomials over the residues of the
    /// prime, modulo the first irreducible one of that degree. An element's digits are its coefficients.
    static func field(_ power: PrimePower) -> FiniteRing {
        let order = power.order
        guard power.degree > 1 else { return residues(order) }
        for modulus in order..<(2 * order) {
            let field = polynomials(power.prime, order: order, reducing: modulus - order)
            if field.hasNoZeroDivisors { return field }
        }
        // There is an irreducible polynomial of every degree, so this is never reached.
        return residues(order)
    }

    /// Element by element in fields of the prime powers that make up `order`. Its first elements, as many as
    /// the smallest field has, differ in every field.
    static func productOfFields(_ order: Int) -> FiniteRing {
        let fields = primePowers(of: order).map { field($0) }
        // The orders have no common divisor, so remainders name an element (Chinese remainder theorem).
        let parts = (0..<order).map { element in fields.map { element % $0.order } }
        func code(_ part: [Int]) -> Int {
            zip(part, fields).reduce(0) { code, next in code * next.1.order + next.0 }
        }
        var elements = Array(repeating: 0, count: order)
        for (element, part) in parts.enumerated() { elements[code(part)] = element }
        func combined(_ first: Int, _ second: Int, _ operation: (FiniteRing, Int, Int) -> Int) -> Int {
            elements[
                code(fields.indices.map { operation(fields[$0], parts[first][$0], parts[second][$0]) })]
        }
        return FiniteRing(
            order: order, sum: { combined($0, $1) { $0.sum($1, $2) } },
            product: { combined($0, $1) { $0.product($1, $2) } })
    }

    /// 360 is 2^3, 3^2 and 5^1; 1 is nothing.
    static func primePowers(of number: Int) -> [PrimePower] {
        var powers: [PrimePower] = []
        var rest = number
        var divisor = 2
        while rest > 1 {
            var degree = 0
            while rest % divisor == 0 {
                rest /= divisor
                degree += 1
            }
            if degree > 0 { powers.append(PrimePower(prime: divisor, degree: degree)) }
            divisor += 1
        }
        return powers
    }

    private static func polynomials(_ prime: Int, order: Int, reducing rest: Int) -> FiniteRing {
        func sum(_ first: Int, _ second: Int) -> Int {
            var (first, second, unit, sum) = (first, second, 1, 0)
            while unit < order {
                sum += (first + second) % prime * unit
                (first, second, unit) = (first / prime, second / prime, unit * prime)
            }
            return sum
        }
        func multiple(_ count: Int, of element: Int) -> Int {
            (0..<count).reduce(0) { total, _ in sum(total, element) }
        }
        // x to the power of the degree is minus the rest of the modulus.
        let overflow = multiple(prime - 1, of: rest)
        func timesX(_ element: Int) -> Int {
            sum(element % (order / prime) * prime, multiple(element / (order / prime), of: overflow))
        }
        return FiniteRing(order: order, sum: sum) { first, second in
            var (product, unit) = (0, order / prime)
            while unit > 0 {
                product = sum(timesX(product), multiple(second / unit % prime, of: first))
                unit /= prime
            }
            return product
        }
    }

    private var hasNoZeroDivisors: Bool {
        (1..<order).allSatisfy { first in (1..<order).allSatisfy { product(first, $0) != 0 } }
    }
}
