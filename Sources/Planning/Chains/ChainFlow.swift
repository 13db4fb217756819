/// Who goes to which employers, whatever the order: a flow of least cost from youths through employers.
///
/// A youth sends one unit for each placement, at most one to each employer; what finds no employer goes to the
/// sink by arcs that cost 1, 3, 5 and so on, so that the missing placements of one youth cost their square. The
/// numbers of placements that youths can have together are an integral polymatroid, so the least squares also
/// leave the fewest missing (Federgruen and Groenevelt 1986).
struct ChainFlow {
    let bound: Chains.Value
    private let problem: Chains
    /// For each arc from a youth to an employer both of them; they come first in the network.
    private let arcs: [(youth: Int, employer: Int)]
    private let network: FlowNetwork
    private let units: [Int]
    private let missing: [Int]

    init(_ problem: Chains) {
        self.problem = problem
        var arcs: [(youth: Int, employer: Int)] = []
        var network = FlowNetwork()
        var rankSquares: [Int] = []
        for youth in problem.youths.indices { _ = network.addNode(supply: problem.neededCount(youth)) }
        let firstEmployer = network.nodeCount
        for _ in problem.seatCounts { _ = network.addNode() }
        let sink = network.addNode(supply: -network.supplies.reduce(0, +))
        for (index, youth) in problem.youths.enumerated() {
            for (rank, tied) in youth.wishes.enumerated() {
                for employer in tied where problem.canMeet(index, employer) {
                    network.addArc(index, firstEmployer + employer)
                    arcs.append((index, employer))
                    rankSquares.append((rank + 1) * (rank + 1))
                }
            }
        }
        for (employer, counts) in problem.seatCounts.enumerated() {
            network.addArc(firstEmployer + employer, sink, capacity: counts.reduce(0, +))
        }
        let firstMissing = network.arcCount
        var missingCosts: [Int] = []
        for youth in problem.youths.indices {
            for number in 0..<problem.neededCount(youth) {
                network.addArc(youth, sink)
                missingCosts.append(2 * number + 1)
            }
        }
        let flow = MinCostFlow(
            network,
            objectives: [
                { $0 < firstMissing ? 0 : missingCosts[$0 - firstMissing] },
                { $0 < rankSquares.count ? rankSquares[$0] : 0 },
            ])
        bound = Chains.Value(missingSquares: flow.costs[0], rankSquares: flow.costs[1])
        units = flow.units
        var missing = problem.youths.indices.map { problem.neededCount($0) }
        for (index, arc) in arcs.enumerated() { missing[arc.youth] -= flow.units[index] }
        self.missing = missing
        self.arcs = arcs
        self.network = network
    }

    func missing(_ youth: Int) -> Int { missing[youth] }

    /// Puts everything in periods, where seats are the same in all of them.
    ///
    /// Each employer is split into seats with at most one placement for each period; then no youth and no seat
    /// has more placements than there are periods, and so their graph can be coloured with the periods.
    func inPeriods() -> [[Int?]] {
        var edges: [EdgeColouring.Edge] = []
        var placements: [(youth: Int, employer: Int)] = []
        var lastSeat = Array(repeating: -1, count: problem.seatCounts.count)
        var lastSeatUse = Array(repeating: problem.periodCount, count: problem.seatCounts.count)
        var seatCount = 0
        for (index, arc) in arcs.enumerated() where units[index] > 0 {
            if lastSeatUse[arc.employer] == problem.periodCount {
                lastSeat[arc.employer] = seatCount
                lastSeatUse[arc.employer] = 0
                seatCount += 1
            }
            lastSeatUse[arc.employer] += 1
            edges.append(EdgeColouring.Edge(left: arc.youth, right: lastSeat[arc.employer]))
            placements.append(arc)
        }
        let colours = EdgeColouring(
            edges, leftCount: problem.youths.count, rightCount: seatCount, colourCount: problem.periodCount
        ).colours
        var employers = problem.youths.map { _ in [Int?](repeating: nil, count: problem.periodCount) }
        for (placement, colour) in zip(placements, colours) {
            employers[placement.youth][colour] = placement.employer
        }
        return employers
    }

    /// Youths and employers on one side of a smallest cut, for everybody who misses something.
    func shortages() -> [Chains.Finding] {
        guard missing.contains(where: { $0 > 0 }) else { return [] }
        var plain = network
        for arc in (arcs.count + problem.seatCounts.count)..<network.arcCount {
            plain.setCapacity(0, of: arc)
        }
        let flow = MinCostFlow(plain, objectives: [{ _ in 0 }])
        return flow.shortages(in: plain).compactMap { nodes in
            let youths = nodes.filter { $0 < problem.youths.count }
            let employers = nodes.map { $0 - problem.youths.count }.filter {
                problem.seatCounts.indices.contains($0)
            }
            guard !employers.isEmpty else { return nil }
            return .tooFewSeats(
                youths: youths, employers: employers,
                seatCount: employers.reduce(0) { $0 + problem.seatCounts[$1].reduce(0, +) },
                missing: youths.reduce(0) { $0 + flow.unmet[$1] })
        }
    }
}
