import Testing

@testable import Planning

@Suite struct `A flow of least cost` {
    /// A small network with costs of two objectives.
    struct Case {
        var network = FlowNetwork()
        var first: [Int] = []
        var second: [Int] = []

        /// Any network: several sources and sinks, circles, costs below zero, arcs side by side.
        static func any(_ generator: inout SeededGenerator) -> Case {
            var sample = Case()
            let nodes = Int.random(in: 1...4, using: &generator)
            for _ in 0..<nodes {
                _ = sample.network.addNode(supply: Int.random(in: -2...2, using: &generator))
            }
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                let tail = Int.random(in: 0..<nodes, using: &generator)
                let head = Int.random(in: 0..<nodes, using: &generator)
                guard tail != head else { continue }
                sample.network.addArc(tail, head, capacity: Int.random(in: 0...2, using: &generator))
                sample.first.append(Int.random(in: -3...3, using: &generator))
                sample.second.append(Int.random(in: -3...3, using: &generator))
            }
            return sample
        }

        var objectives: [(Int) -> Int] { [{ first[$0] }, { second[$0] }] }

        /// Unmet supply and demand together, and both costs: the least of all flows, by trying them all.
        func leastByTrial() -> [Int] {
            var least = [Int.max]
            var units = Array(repeating: 0, count: network.arcCount)
            while true {
                if let value = value(of: units), value.lexicographicallyPrecedes(least) { least = value }
                guard let arc = units.indices.first(where: { units[$0] < network.capacities[$0] }) else {
                    return least
                }
                units[arc] += 1
                for lower in 0..<arc { units[lower] = 0 }
            }
        }

        /// Nil where a node would send or get more than it has or needs.
        func value(of units: [Int]) -> [Int]? {
            var balance = network.supplies
            for arc in units.indices {
                balance[Int(network.tails[arc])] -= units[arc]
                balance[Int(network.heads[arc])] += units[arc]
            }
            for (left, supply) in zip(balance, network.supplies) {
                guard (min(supply, 0)...max(supply, 0)).contains(left) else { return nil }
            }
            return [
                balance.reduce(0) { $0 + abs($1) }, zip(units, first).reduce(0) { $0 + $1.0 * $1.1 },
                zip(units, second).reduce(0) { $0 + $1.0 * $1.1 },
            ]
        }
    }

    @Test(arguments: 0..<4) func `is the best of all flows, and its prices prove it`(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<250 {
            let sample = Case.any(&generator)

            let flow = MinCostFlow(sample.network, objectives: sample.objectives)

            let unmetCount = flow.unmet.reduce(0) { $0 + abs($1) }
            #expect([unmetCount] + flow.costs == sample.leastByTrial())
            #expect(flow.isProven(in: sample.network, objectives: sample.objectives))
        }
    }

    @Test func `is not proven by prices of another one`() {
        var network = FlowNetwork()
        let (source, sink) = (network.addNode(supply: 1), network.addNode(supply: -1))
        network.addArc(source, sink)
        network.addArc(source, sink)

        let cheapFirst = MinCostFlow(network, objectives: [{ $0 }])

        #expect(cheapFirst.units == [1, 0])
        #expect(cheapFirst.isProven(in: network, objectives: [{ $0 }]))
        #expect(!cheapFirst.isProven(in: network, objectives: [{ 1 - $0 }]))
    }

    @Test func `of nothing is nothing`() {
        let flow = MinCostFlow(FlowNetwork(), objectives: [{ _ in 1 }])

        #expect(flow.units == [])
        #expect(flow.costs == [0])
    }

    @Test func `names who together want more than there is`() {
        var network = FlowNetwork()
        let people = (0..<4).map { _ in network.addNode(supply: 1) }
        let groups = (0..<2).map { _ in network.addNode() }
        let sink = network.addNode(supply: -4)
        for person in people[..<3] { network.addArc(person, groups[0]) }
        network.addArc(people[3], groups[1])
        network.addArc(groups[0], sink, capacity: 2)
        network.addArc(groups[1], sink, capacity: 2)

        let flow = MinCostFlow(network, objectives: [{ _ in 0 }])

        #expect(flow.unmetSupply == 1)
        #expect(flow.shortages(in: network) == [[0, 1, 2, 4]])
    }

    /// Wishes by distance on a circle of groups, as real wishes have centres.
    @Test(arguments: [(120, 10), (400, 40)]) func `of many people is proven`(_ people: Int, _ groups: Int) {
        var generator = SeededGenerator(seed: 7)
        var network = FlowNetwork()
        var costs: [Int] = []
        let sink = network.addNode(supply: -people)
        let nodes = (0..<groups).map { _ in network.addNode() }
        for node in nodes {
            network.addArc(node, sink, capacity: (people + groups - 1) / groups)
            costs.append(0)
        }
        for _ in 0..<people {
            let person = network.addNode(supply: 1)
            for node in nodes {
                network.addArc(person, node)
                costs.append(Int.random(in: 0..<groups * groups, using: &generator))
            }
        }

        let flow = MinCostFlow(network, objectives: [{ costs[$0] }])

        #expect(flow.unmetSupply == 0)
        #expect(flow.isProven(in: network, objectives: [{ costs[$0] }]))
    }
}
