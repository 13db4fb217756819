/// Looks for chains where seats or people are not there in all periods.
///
/// Method: large neighbourhood search (Shaw 1998). What one period looks like, while the others stay, is a flow
/// of least cost and so is solved exactly; periods are solved in turn until none gets better. Then the chains of
/// a few youths are taken out and the periods are solved again, and the outcome is kept if it is not worse. Among
/// equals chance decides, so that the search does not stay where it is.
struct PeriodSearch {
    private let problem: Chains
    private var generator: SeededGenerator
    private var flowsLeft: Int
    private var employers: [[Int?]]
    private let ranks: [[(employer: Int, rank: Int)]]

    init(_ problem: Chains, generator: SeededGenerator, flowsLeft: Int) {
        self.problem = problem
        self.generator = generator
        self.flowsLeft = flowsLeft
        employers = problem.youths.map { _ in Array(repeating: nil, count: problem.periodCount) }
        ranks = problem.youths.map { youth in
            youth.wishes.enumerated().flatMap { rank, tied in tied.map { ($0, rank + 1) } }
        }
    }

    /// - Parameter bound: Where nothing is left to gain.
    /// - Returns: For each youth and each period the employer, or nil.
    mutating func run(until bound: Chains.Value) -> [[Int?]] {
        solvePeriods()
        var (best, bestValue) = (employers, problem.value(of: employers))
        while bestValue > bound && flowsLeft > 0 {
            takeOut()
            solvePeriods()
            let value = problem.value(of: employers)
            if value > bestValue {
                employers = best
            } else {
                (best, bestValue) = (employers, value)
            }
        }
        return best
    }

    /// Mostly few youths, sometimes many; half of them because they miss something.
    private mutating func takeOut() {
        let shareMax = max(1, problem.youths.count / (1 << Int.random(in: 0...4, using: &generator)))
        let count = min(problem.youths.count, Int.random(in: 1...max(2, shareMax), using: &generator))
        let lacking = problem.youths.indices.filter { youth in
            employers[youth].count { $0 != nil } < problem.neededCount(youth)
        }
        for number in 0..<count {
            let isLacking = number % 2 == 0 && !lacking.isEmpty
            let youth =
                isLacking
                ? lacking[Int.random(in: 0..<lacking.count, using: &generator)]
                : Int.random(in: 0..<problem.youths.count, using: &generator)
            for period in 0..<problem.periodCount { employers[youth][period] = nil }
        }
    }

    private mutating func solvePeriods() {
        var value = problem.value(of: employers)
        while true {
            for period in (0..<problem.periodCount).shuffled(using: &generator) { solve(period) }
            let next = problem.value(of: employers)
            guard next < value, flowsLeft > 0 else { return }
            value = next
        }
    }

    private mutating func solve(_ period: Int) {
        flowsLeft -= 1
        var network = FlowNetwork()
        var (missingCosts, rankCosts, chances) = ([Int](), [Int](), [Int]())
        let present = problem.youths.indices.filter { !problem.youths[$0].absences.contains(period) }
        for _ in present { _ = network.addNode(supply: 1) }
        let firstEmployer = network.nodeCount
        for _ in problem.seatCounts { _ = network.addNode() }
        let sink = network.addNode(supply: -present.count)
        var employerOfArc: [Int?] = []

        for (node, youth) in present.enumerated() {
            employers[youth][period] = nil
            let placed = employers[youth].compactMap { $0 }
            for (employer, rank) in ranks[youth]
            where problem.seatCounts[employer][period] > 0 && !placed.contains(employer) {
                network.addArc(node, firstEmployer + employer)
                employerOfArc.append(employer)
                missingCosts.append(0)
                rankCosts.append(rank * rank)
            }
            network.addArc(node, sink)
            employerOfArc.append(nil)
            let missing = problem.neededCount(youth) - placed.count
            missingCosts.append(missing * missing - (missing - 1) * (missing - 1))
            rankCosts.append(0)
        }
        chances = missingCosts.map { _ in Int.random(in: 0..<1_000, using: &generator) }
        for (employer, counts) in problem.seatCounts.enumerated() {
            network.addArc(firstEmployer + employer, sink, capacity: counts[period])
        }
        let objectives: [(Int) -> Int] = [missingCosts, rankCosts, chances].map { costs in
            { $0 < costs.count ? costs[$0] : 0 }
        }
        let flow = MinCostFlow(network, objectives: objectives)
        for (arc, employer) in employerOfArc.enumerated() where flow.units[arc] > 0 {
            employers[present[Int(network.tails[arc])]][period] = employer
        }
    }
}
