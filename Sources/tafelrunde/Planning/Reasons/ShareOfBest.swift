import Planning

extension LowerBound {
    /// How much of what the best conceivable plan brings a plan brings at least, in thousandths rounded down: the
    /// weight of all wishes without the cost, against that weight without the bound.
    ///
    /// - Parameters:
    ///   - planCost: What the plan costs.
    ///   - weight: All that is wished.
    /// - Returns: Nil where no plan brings anything.
    func shareOfBestPerMille(of planCost: Int, weight: Int) -> Int? {
        guard weight > cost else { return nil }
        return max(0, weight - planCost) * 1_000 / (weight - cost)
    }
}
