struct PriceAscent {
    let relaxation: Relaxation
    let budget: StepBudget
    init(_ relaxation: Relaxation, _ budget: StepBudget) {
        self.relaxation = relaxation
        self.budget = budget
    }

    func bestBound() -> (cost: Int, method: LowerBound.Method) {
        let thresholds = relaxation.thresholds
        let prices = relaxation.pigeonholePrices(thresholds)
        let multipliers = relaxation.multipliers(thresholds)
        let valuation = ColumnValuation(relaxation.audience, budget)
        valuation.setPrices(prices)
        let values = relaxation.kinds.map { kind in
            let search = ColumnSearch(kind, valuation, multipliers: multipliers)
            search.restart(rounds: 0)
            return search.rootBound
        }
        return (relaxation.cost(prices: prices, values: values, budget), .pigeonhole)
    }
}
