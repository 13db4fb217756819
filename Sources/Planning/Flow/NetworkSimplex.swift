/// Finds a flow of least cost.
///
/// Method: the primal network simplex (Dantzig 1951) on strongly feasible trees, which cannot cycle
/// (Cunningham 1976), with block search for the entering arc (Kelly and O'Neill 1991; Király and Kovács
/// 2012 measured it as the fastest on dense assignments). Not all arcs are looked at all the time: it goes
/// to an optimum for the few best of each node, adds the best of those that are better still, and ends when
/// there are none (sifting, Bixby et al. 1992). A root takes what cannot be shipped and gives what
/// is not got, by an arc to or from each node that costs more than every way through the network. The first
/// tree is made of artificial arcs, which cost more than twice as much again and so end up empty. A further
/// objective goes on from the tree it finds, with the arcs alone that do not spoil the objectives before it.
struct NetworkSimplex {
    private enum State {
        static let atCapacity: Int8 = -1
        static let inTree: Int8 = 0
        static let empty: Int8 = 1
    }

    /// How many arcs of one node are added at once.
    private static let activeMax = 4

    private let network: FlowNetwork
    private let root: Int
    private var tails: [Int32]
    private var heads: [Int32]
    private var capacities: [Int]
    private var flows: [Int]
    private var states: [Int8]
    private var costs: [Int]
    private var tree: BasisTree
    /// Arcs that may still enter the tree, by tail.
    private var candidates: [Int32]
    /// Those of them that are looked at.
    private var active: [Int32] = []
    private var position = 0
    private(set) var prices: [Int]

    init(_ network: FlowNetwork) {
        self.network = network
        root = network.nodeCount
        tails = network.tails
        heads = network.heads
        capacities = network.capacities
        for _ in 1...2 {
            for node in 0..<root {
                // An empty arc of the tree must lead upwards: that is what makes the tree strongly feasible.
                let sends = network.supplies[node] >= 0
                tails.append(Int32(sends ? node : root))
                heads.append(Int32(sends ? root : node))
            }
        }
        capacities += network.supplies.map { abs($0) } + Array(repeating: Int.max, count: root)
        let artificial = (capacities.count - root)..<capacities.count
        flows = Array(repeating: 0, count: artificial.lowerBound) + network.supplies.map { abs($0) }
        states = Array(repeating: State.empty, count: artificial.lowerBound)
        states += Array(repeating: State.inTree, count: root)
        costs = Array(repeating: 0, count: capacities.count)
        prices = Array(repeating: 0, count: root + 1)
        tree = BasisTree(root: root, arcs: artificial)
        candidates = Self.sorted(0..<artificial.lowerBound, by: tails, nodeCount: root + 1)
        loosen()
    }

    var units: [Int] { Array(flows[..<network.arcCount]) }

    var unmet: [Int] {
        network.supplies.indices.map { node in
            let left = flows[network.arcCount + node]
            return network.supplies[node] >= 0 ? left : -left
        }
    }

    /// Goes to a flow that is optimal for an objective, from the one that was optimal for those before.
    ///
    /// - Parameters:
    ///   - objective: The cost of one unit on an arc.
    ///   - isFirst: Whether to ship as much as possible before costs count.
    mutating func minimise(_ objective: (_ arc: Int) -> Int, isFirst: Bool) {
        var costMax = 0
        for arc in 0..<network.arcCount {
            costs[arc] = objective(arc)
            costMax = max(costMax, abs(costs[arc]))
        }
        // More than any way through the network, which passes no node twice.
        let penalty = (costMax + 1) * (root + 1)
        for arc in network.arcCount..<(network.arcCount + root) { costs[arc] = isFirst ? penalty : 0 }
        for arc in (network.arcCount + root)..<costs.count { costs[arc] = 3 * penalty }

        setPrices()
        active = []
        while activate(atMost: Self.activeMax) {
            while let arc = entering() { pivot(arc) }
        }
    }

    /// Keeps what all optimal flows have in common: arcs with a reduced cost do not change any more.
    mutating func keepOptimum() {
        candidates = candidates.filter { reducedCost(Int($0)) == 0 }
    }
}

extension NetworkSimplex {
    /// By counting: arcs of one tail stand together, in their own order.
    private static func sorted(_ arcs: Range<Int>, by tails: [Int32], nodeCount: Int) -> [Int32] {
        var place = Array(repeating: 0, count: nodeCount + 1)
        for arc in arcs { place[Int(tails[arc]) + 1] += 1 }
        for node in 0..<nodeCount { place[node + 1] += place[node] }
        var sorted = Array(repeating: Int32(0), count: arcs.count)
        for arc in arcs {
            sorted[place[Int(tails[arc])]] = Int32(arc)
            place[Int(tails[arc])] += 1
        }
        return sorted
    }

    /// Where all that comes into a node is its supply, arcs that could carry it all have no bound. Otherwise
    /// every person with a seat would hang in the tree by an arc that carries nothing.
    private mutating func loosen() {
        var isFed = Array(repeating: false, count: root)
        for head in network.heads { isFed[Int(head)] = true }
        for arc in 0..<network.arcCount {
            let tail = Int(tails[arc])
            let supply = network.supplies[tail]
            if supply > 0 && !isFed[tail] && capacities[arc] >= supply { capacities[arc] = Int.max }
        }
    }
}

extension NetworkSimplex {
    private func reducedCost(_ arc: Int) -> Int {
        costs[arc] + prices[Int(tails[arc])] - prices[Int(heads[arc])]
    }

    /// Prices at which the arcs of the tree have no reduced cost, and the root has the price 0.
    private mutating func setPrices() {
        prices[root] = 0
        for node in tree.nodesFromTop(root).dropFirst() {
            let arc = Int(tree.arc[node])
            let above = prices[Int(tree.parent[node])]
            prices[node] = Int(tails[arc]) == node ? above - costs[arc] : above + costs[arc]
        }
    }

    /// Adds to the arcs that are looked at, for each tail, those that would gain most; false without any.
    ///
    /// Among equals a scrambled number decides: if all took the first ones, all would meet at the same heads.
    private mutating func activate(atMost max: Int) -> Bool {
        position = 0
        let before = active.count
        var best: [(gain: Int, scrambled: UInt32, arc: Int32)] = []
        for (index, arc) in candidates.enumerated() {
            let gain = -Int(states[Int(arc)]) * reducedCost(Int(arc))
            if gain > 0 {
                let scrambled = (UInt32(bitPattern: arc) &* 2_654_435_769) ^ (UInt32(bitPattern: arc) << 13)
                var place = best.count
                while place > 0 && (best[place - 1].gain, best[place - 1].scrambled) < (gain, scrambled) {
                    place -= 1
                }
                if place < max {
                    if best.count == max { best.removeLast() }
                    best.insert((gain, scrambled, arc), at: place)
                }
            }
            let isLast = index + 1 == candidates.count || tails[Int(candidates[index + 1])] != tails[Int(arc)]
            if isLast && !best.isEmpty {
                active += best.map(\.arc)
                best.removeAll(keepingCapacity: true)
            }
        }
        return active.count > before
    }

    /// The arc with the most negative reduced cost in the first block of arcs that has one; nil at the end.
    private mutating func entering() -> Int? {
        let count = active.count
        let blockSize = max(20, count.squareRoot)
        var best = 0
        var found: Int?
        var left = blockSize
        for _ in 0..<count {
            let arc = Int(active[position])
            position += 1
            if position == count { position = 0 }
            let value = Int(states[arc]) * reducedCost(arc)
            if value < best {
                best = value
                found = arc
            }
            left -= 1
            if left == 0 {
                if found != nil { return found }
                left = blockSize
            }
        }
        return found
    }

    private mutating func pivot(_ entering: Int) {
        let isFilling = states[entering] == State.empty
        let first = isFilling ? tails[entering] : heads[entering]
        let second = isFilling ? heads[entering] : tails[entering]
        let meeting = tree.meeting(first, second)

        let (amount, cut, isOnFirstSide) = bottleneck(entering, first, second, meeting)
        if amount > 0 { shift(amount, entering, first, second, meeting) }
        guard cut != BasisTree.none else {
            states[entering] = -states[entering]
            return
        }

        let leaving = Int(tree.arc[Int(cut)])
        states[leaving] = flows[leaving] == 0 ? State.empty : State.atCapacity
        states[entering] = State.inTree
        let (inside, outside) = isOnFirstSide ? (first, second) : (second, first)
        let reduced = reducedCost(entering)
        tree.hang(inside, on: outside, by: Int32(entering), cuttingAbove: cut)
        tree.lift(inside, by: tails[entering] == inside ? -reduced : reduced, &prices)
    }

    /// How much can go round the cycle of an entering arc, and the node below the arc that stops it.
    ///
    /// Of several arcs that stop it, the last one on the way round from the meeting leaves the tree.
    private func bottleneck(
        _ entering: Int, _ first: Int32, _ second: Int32, _ meeting: Int32
    ) -> (amount: Int, cut: Int32, isOnFirstSide: Bool) {
        var (amount, cut, isOnFirstSide) = (capacities[entering], BasisTree.none, false)
        var node = first
        while node != meeting {
            let arc = Int(tree.arc[Int(node)])
            let room = tails[arc] == node ? flows[arc] : capacities[arc] - flows[arc]
            if room < amount { (amount, cut, isOnFirstSide) = (room, node, true) }
            node = tree.parent[Int(node)]
        }
        node = second
        while node != meeting {
            let arc = Int(tree.arc[Int(node)])
            let room = tails[arc] == node ? capacities[arc] - flows[arc] : flows[arc]
            if room <= amount { (amount, cut, isOnFirstSide) = (room, node, false) }
            node = tree.parent[Int(node)]
        }
        return (amount, cut, isOnFirstSide)
    }

    private mutating func shift(
        _ amount: Int, _ entering: Int, _ first: Int32, _ second: Int32, _ meeting: Int32
    ) {
        flows[entering] += Int(states[entering]) * amount
        var node = first
        while node != meeting {
            let arc = Int(tree.arc[Int(node)])
            flows[arc] += tails[arc] == node ? -amount : amount
            node = tree.parent[Int(node)]
        }
        node = second
        while node != meeting {
            let arc = Int(tree.arc[Int(node)])
            flows[arc] += tails[arc] == node ? amount : -amount
            node = tree.parent[Int(node)]
        }
    }
}

extension Int {
    /// Rounded down, by Newton's method on whole numbers.
    fileprivate var squareRoot: Int {
        var root = self
        var next = (root + 1) / 2
        while next < root {
            root = next
            next = (root + self / root) / 2
        }
        return root
    }
}
