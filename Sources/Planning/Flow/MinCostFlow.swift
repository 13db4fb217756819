/// A flow that ships as much as can be shipped, and among those the one that costs least.
///
/// Several objectives count lexicographically: the second one chooses among the flows that are optimal for
/// the first, and so on. All numbers are whole, so there is an optimal flow in whole numbers, and it is
/// found exactly.
struct MinCostFlow: Sendable {
    /// Units on each arc.
    let units: [Int]
    /// What each node could not send (above zero) or did not get (below zero).
    let unmet: [Int]
    /// The sum of units times cost, for each objective.
    let costs: [Int]
    /// For each objective the prices of the nodes that prove it optimal, see `isProven(in:objectives:)`.
    let prices: [[Int]]

    /// Solves a network.
    ///
    /// - Parameters:
    ///   - network: Its supplies need not add up to zero; what finds no way is left unmet.
    ///   - objectives: The cost of one unit on an arc, for each objective, the most important one first.
    init(_ network: FlowNetwork, objectives: [(_ arc: Int) -> Int]) {
        var simplex = NetworkSimplex(network)
        var prices: [[Int]] = []
        for (number, objective) in objectives.enumerated() {
            if number > 0 { simplex.keepOptimum() }
            simplex.minimise(objective, isFirst: number == 0)
            prices.append(simplex.prices)
        }
        let units = simplex.units
        self.units = units
        unmet = simplex.unmet
        costs = objectives.map { objective in
            units.indices.reduce(0) { $0 + (units[$1] == 0 ? 0 : units[$1] * objective($1)) }
        }
        self.prices = prices
    }

    /// Units that were sent and did not arrive.
    var unmetSupply: Int { unmet.reduce(0) { $0 + max(0, $1) } }
}

extension MinCostFlow {
    /// Looks whether this is a flow, and whether its prices prove that no other one is better.
    ///
    /// The reduced cost of an arc is its cost, plus the price of its tail, minus that of its head. A flow is
    /// optimal if no arc that could carry more has one below zero, and none that carries something has one
    /// above zero (complementary slackness). An arc whose reduced cost is not zero carries the same in all
    /// optimal flows, so it is left out for the objectives that follow.
    ///
    /// - Parameters:
    ///   - network: What was solved.
    ///   - objectives: As they were given.
    /// - Returns: True if every objective is proven.
    func isProven(in network: FlowNetwork, objectives: [(_ arc: Int) -> Int]) -> Bool {
        var balance = network.supplies
        for arc in units.indices {
            guard (0...network.capacities[arc]).contains(units[arc]) else { return false }
            balance[Int(network.tails[arc])] -= units[arc]
            balance[Int(network.heads[arc])] += units[arc]
        }
        guard balance == unmet, costs.count == objectives.count else { return false }

        var isOpen = Array(repeating: true, count: units.count)
        for (objective, prices) in zip(objectives, prices) {
            for arc in units.indices where isOpen[arc] {
                let reduced =
                    objective(arc) + prices[Int(network.tails[arc])] - prices[Int(network.heads[arc])]
                if reduced < 0 && units[arc] < network.capacities[arc] { return false }
                if reduced > 0 && units[arc] > 0 { return false }
                isOpen[arc] = reduced == 0
            }
        }
        return true
    }

    /// Why something is left unmet: the nodes that what could not be sent reaches through arcs that still carry
    /// more. They end at full arcs, which are a smallest cut (Ford and Fulkerson 1956).
    ///
    /// - Parameter network: What was solved.
    /// - Returns: Sets of nodes, by number, that have nothing to do with each other; each node that could not
    ///   send all is in one of them.
    func shortages(in network: FlowNetwork) -> [[Int]] {
        var next = Array(repeating: [Int32](), count: network.nodeCount)
        for arc in units.indices {
            let (tail, head) = (network.tails[arc], network.heads[arc])
            if units[arc] < network.capacities[arc] { next[Int(tail)].append(head) }
            if units[arc] > 0 { next[Int(head)].append(tail) }
        }
        var isReached = Array(repeating: false, count: network.nodeCount)
        let reached = Self.reach(unmet.indices.filter { unmet[$0] > 0 }, next, &isReached)
        var beside = Array(repeating: [Int32](), count: network.nodeCount)
        for node in reached {
            for other in next[node] {
                beside[node].append(other)
                beside[Int(other)].append(Int32(node))
            }
        }
        var isKnown = Array(repeating: false, count: network.nodeCount)
        return reached.sorted().compactMap { start in
            isKnown[start] ? nil : Self.reach([start], beside, &isKnown).sorted()
        }
    }

    private static func reach(_ starts: [Int], _ next: [[Int32]], _ isReached: inout [Bool]) -> [Int] {
        for start in starts { isReached[start] = true }
        var nodes = starts
        var position = 0
        while position < nodes.count {
            for other in next[nodes[position]] where !isReached[Int(other)] {
                isReached[Int(other)] = true
                nodes.append(Int(other))
            }
            position += 1
        }
        return nodes
    }
}
