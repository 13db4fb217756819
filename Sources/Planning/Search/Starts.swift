/// How often a search is begun, and how far each start goes.
public struct Starts: Sendable {
    public let count: Int
    public let seed: UInt64
    let budget: @Sendable (Int) -> Budget

    /// - Parameters:
    ///   - count: At least one.
    ///   - seed: The first start is that of the seed alone; those of the others follow from it.
    ///   - budget: Asked on the thread of each start, right before it begins.
    public init(_ count: Int = 1, seed: UInt64 = 1, budget: @escaping @Sendable (_ start: Int) -> Budget) {
        self.count = max(1, count)
        self.seed = seed
        self.budget = budget
    }

    func seed(of start: Int) -> UInt64 { seed &+ UInt64(start) << 32 }
}
