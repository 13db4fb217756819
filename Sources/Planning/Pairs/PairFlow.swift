/// The pairs that are best together, as a flow from applicants through partners (maximum-weight matching).
struct PairFlow {
    private let pairs: Pairs

    init(_ pairs: Pairs) { self.pairs = pairs }

    /// - Parameter alonePays: Whether points count, so that being alone is worth no less than it is; otherwise as
    ///   many pairs as possible, with the least sum of ranks.
    /// - Returns: For each applicant the number of the pair, or nil.
    func run(alonePays: Bool) -> [Int?] {
        var network = FlowNetwork()
        for _ in 0..<pairs.applicantCount { _ = network.addNode(supply: 1) }
        for _ in 0..<pairs.partnerCount { _ = network.addNode() }
        let sink = network.addNode(supply: -pairs.applicantCount)
        // The arcs of pairs come first and have their numbers.
        for pair in pairs.pairs { network.addArc(pair.applicant, pairs.applicantCount + pair.partner) }
        for (partner, seats) in pairs.seatCounts.enumerated() {
            network.addArc(pairs.applicantCount + partner, sink, capacity: seats)
        }
        if alonePays {
            for applicant in 0..<pairs.applicantCount { network.addArc(applicant, sink) }
        }

        let ranks = pairs.pairs.map { $0.applicantRank + $0.partnerRank + 2 }
        let best =
            2 + (pairs.pairs.map(\.applicantRank).max() ?? 0) + (pairs.pairs.map(\.partnerRank).max() ?? 0)
        let flow = MinCostFlow(
            network,
            objectives: [
                { arc in
                    guard arc < ranks.count else { return 0 }
                    return alonePays ? ranks[arc] - best - 2 : ranks[arc]
                }
            ])
        var chosen = [Int?](repeating: nil, count: pairs.applicantCount)
        for (index, pair) in pairs.pairs.enumerated() where flow.units[index] > 0 {
            chosen[pair.applicant] = index
        }
        return chosen
    }
}
