/// The flow from people through groups, for one choice of the groups that take place.
struct GroupFlow {
    /// Whether a group takes place.
    enum Opening: Sendable {
        /// With any number of people, for now.
        case undecided
        case open
        case closed
    }

    /// What is best with some groups open and some closed.
    struct Outcome {
        let flow: MinCostFlow
        let network: FlowNetwork
        /// How many people are missing in groups that must run, people without a seat, then the objectives:
        /// the smaller the better, the first difference decides.
        let value: [Int]
        let peopleByGroup: [Int]
    }

    let problem: Groups
    private let objective: Groups.Objective
    private var network = FlowNetwork()
    /// The rank of each arc from people to groups, -1 for other arcs.
    private var ranks: [Int32] = []
    /// People with the same wishes share a node.
    private let nodeOfPerson: [Int]
    private var firstArcOfNode: [Int] = []
    private let rankCount: Int
    private let groupNodes: Range<Int>
    /// For each group the arc of its minimum, and the one after it of all other seats.
    private var minimumArcs: [Int] = []
    private var hubArcs: Range<Int> = 0..<0

    init(_ problem: Groups, _ objective: Groups.Objective) {
        self.problem = problem
        self.objective = objective
        let longest = problem.wishes.map(\.count).max() ?? 0
        rankCount = longest + (problem.placesBeyondWishes ? 1 : 0)

        var kinds: [[[Int]]: Int] = [:]
        var kindOfPerson: [Int] = []
        var sizes: [Int] = []
        for ranks in problem.wishes {
            let kind = kinds[ranks, default: sizes.count]
            if kind == sizes.count {
                kinds[ranks] = kind
                sizes.append(0)
            }
            sizes[kind] += 1
            kindOfPerson.append(kind)
        }
        for size in sizes { _ = network.addNode(supply: size) }
        nodeOfPerson = kindOfPerson
        groupNodes = sizes.count..<(sizes.count + problem.groups.count)
        for _ in groupNodes { _ = network.addNode() }
        let sink = network.addNode(supply: -problem.wishes.count)
        addWishes(sizes)
        for (group, node) in zip(problem.groups, groupNodes) {
            minimumArcs.append(network.addArc(node, sink, capacity: group.peopleMin))
            network.addArc(node, sink, capacity: group.seatCount - group.peopleMin)
        }
        ranks += Array(repeating: -1, count: network.arcCount - ranks.count)
    }

    private mutating func addWishes(_ sizes: [Int]) {
        let hub = problem.placesBeyondWishes ? network.addNode() : nil
        var nextKind = 0
        for (person, wishes) in problem.wishes.enumerated() where nodeOfPerson[person] == nextKind {
            firstArcOfNode.append(network.arcCount)
            for (rank, tied) in wishes.enumerated() {
                for group in tied {
                    network.addArc(nextKind, groupNodes.lowerBound + group, capacity: sizes[nextKind])
                    ranks.append(Int32(rank))
                }
            }
            if let hub {
                network.addArc(nextKind, hub, capacity: sizes[nextKind])
                ranks.append(Int32(rankCount - 1))
            }
            nextKind += 1
        }
        firstArcOfNode.append(network.arcCount)
        guard let hub else { return }
        let first = network.arcCount
        for node in groupNodes { network.addArc(hub, node, capacity: problem.wishes.count) }
        hubArcs = first..<network.arcCount
    }
}

extension GroupFlow {
    /// The best choice of seats in these groups.
    ///
    /// - Parameter openings: For each group whether it takes place.
    /// - Returns: Nil if a group that is to be open cannot have enough people.
    func solve(_ openings: [Opening]) -> Outcome? {
        var network = network
        var (demanded, opened) = (Array(repeating: false, count: network.arcCount), [Bool]())
        opened = demanded
        for (group, opening) in openings.enumerated() {
            demanded[minimumArcs[group]] = problem.groups[group].mustRun
            opened[minimumArcs[group]] = opening == .open && !problem.groups[group].mustRun
            guard opening == .closed else { continue }
            network.setCapacity(0, of: minimumArcs[group])
            network.setCapacity(0, of: minimumArcs[group] + 1)
        }
        // Whoever fills a minimum can do so without anybody losing a seat: the sets of seats that can be
        // filled together are a matroid, so any such set is part of one that seats most people.
        let minimums: [(Int) -> Int] = [{ demanded[$0] ? -1 : 0 }, { opened[$0] ? -1 : 0 }]
        let flow = MinCostFlow(network, objectives: minimums + objectives)

        let people = minimumArcs.map { flow.units[$0] + flow.units[$0 + 1] }
        var missing = 0
        for (group, opening) in openings.enumerated() {
            let short = problem.groups[group].peopleMin - people[group]
            guard short > 0 else { continue }
            if problem.groups[group].mustRun {
                missing += short
            } else if opening == .open {
                return nil
            }
        }
        let value = [missing, flow.unmetSupply] + flow.costs.dropFirst(2)
        return Outcome(flow: flow, network: network, value: value, peopleByGroup: people)
    }

    private var objectives: [(Int) -> Int] {
        switch objective {
        case .squares: [{ ranks[$0] < 0 ? 0 : Int(ranks[$0] + 1) * Int(ranks[$0] + 1) }]
        case .ranks: [{ Int(ranks[$0] + 1) }]
        case .greedy: (0..<rankCount).map { rank in { ranks[$0] == rank ? -1 : 0 } }
        case .generous: (0..<rankCount).reversed().map { rank in { ranks[$0] == rank ? 1 : 0 } }
        }
    }

    /// Tells the units of a flow person by person.
    func assignment(_ outcome: Outcome, closed: [Int], isProvenOptimal: Bool) -> Groups.Assignment {
        let units = outcome.flow.units
        var (left, arcOfNode) = (units, Array(firstArcOfNode.dropLast()))
        var hubLeft = hubArcs.map { units[$0] }
        var hubGroup = 0
        var byRank = Array(repeating: 0, count: rankCount)
        let groupOf = nodeOfPerson.map { node -> Int? in
            while arcOfNode[node] < firstArcOfNode[node + 1], left[arcOfNode[node]] == 0 {
                arcOfNode[node] += 1
            }
            let arc = arcOfNode[node]
            guard arc < firstArcOfNode[node + 1] else { return nil }
            left[arc] -= 1
            byRank[Int(ranks[arc])] += 1
            let head = Int(network.heads[arc])
            if groupNodes.contains(head) { return head - groupNodes.lowerBound }
            while hubLeft[hubGroup] == 0 { hubGroup += 1 }
            hubLeft[hubGroup] -= 1
            return hubGroup
        }
        let short = problem.groups.indices.filter {
            problem.groups[$0].mustRun && outcome.peopleByGroup[$0] < problem.groups[$0].peopleMin
        }
        return Groups.Assignment(
            groupOf: groupOf, peopleByRank: byRank, peopleByGroup: outcome.peopleByGroup, closed: closed,
            underfilled: short, shortages: shortages(outcome), isProvenOptimal: isProvenOptimal)
    }

    private func shortages(_ outcome: Outcome) -> [Groups.Shortage] {
        let capacities = outcome.network.capacities
        var peopleOfNode = Array(repeating: [Int](), count: groupNodes.lowerBound)
        for (person, node) in nodeOfPerson.enumerated() { peopleOfNode[node].append(person) }
        return outcome.flow.shortages(in: outcome.network).map { nodes in
            let groups = nodes.filter { groupNodes.contains($0) }.map { $0 - groupNodes.lowerBound }
            return Groups.Shortage(
                people: nodes.filter { $0 < groupNodes.lowerBound }.flatMap { peopleOfNode[$0] }.sorted(),
                groups: groups,
                seatCount: groups.reduce(0) {
                    $0 + capacities[minimumArcs[$1]] + capacities[minimumArcs[$1] + 1]
                })
        }
    }
}
