/// The spanning tree of a network simplex: for each node its parent, the arc between, and its children.
struct BasisTree {
    private(set) var parent: [Int32]
    private(set) var arc: [Int32]
    private(set) var depth: [Int32]
    private var firstChild: [Int32]
    private var nextSibling: [Int32]
    private var previousSibling: [Int32]

    static let none: Int32 = -1

    /// A star: every node hangs on `root`, by an arc of its own.
    init(root: Int, arcs: Range<Int>) {
        let count = root + 1
        parent = Array(repeating: Int32(root), count: count)
        arc = arcs.map { Int32($0) } + [Self.none]
        depth = Array(repeating: 1, count: root) + [0]
        firstChild = Array(repeating: Self.none, count: count)
        nextSibling = firstChild
        previousSibling = firstChild
        parent[root] = Self.none
        for node in 0..<root { link(Int32(node), below: Int32(root)) }
    }

    /// Where the ways of two nodes to the root meet.
    func meeting(_ first: Int32, _ second: Int32) -> Int32 {
        var (first, second) = (first, second)
        while first != second {
            if depth[Int(first)] >= depth[Int(second)] {
                first = parent[Int(first)]
            } else {
                second = parent[Int(second)]
            }
        }
        return first
    }

    /// Cuts the tree above `cut` and hangs the part below by its node `node` on another node.
    mutating func hang(_ node: Int32, on newParent: Int32, by newArc: Int32, cuttingAbove cut: Int32) {
        var (node, newParent, newArc) = (node, newParent, newArc)
        while true {
            let (oldParent, oldArc) = (parent[Int(node)], arc[Int(node)])
            unlink(node)
            parent[Int(node)] = newParent
            arc[Int(node)] = newArc
            link(node, below: newParent)
            if node == cut { return }
            (newParent, newArc, node) = (node, oldArc, oldParent)
        }
    }

    /// Adds to the price of a node and of all below it, and sets their depths anew.
    mutating func lift(_ top: Int32, by difference: Int, _ prices: inout [Int]) {
        var node = top
        while true {
            prices[Int(node)] += difference
            depth[Int(node)] = depth[Int(parent[Int(node)])] + 1
            if firstChild[Int(node)] != Self.none {
                node = firstChild[Int(node)]
                continue
            }
            while node != top && nextSibling[Int(node)] == Self.none { node = parent[Int(node)] }
            if node == top { return }
            node = nextSibling[Int(node)]
        }
    }

    /// The nodes from the root downwards, every parent before its children.
    func nodesFromTop(_ root: Int) -> [Int] {
        var nodes = [root]
        nodes.reserveCapacity(parent.count)
        var position = 0
        while position < nodes.count {
            var child = firstChild[nodes[position]]
            while child != Self.none {
                nodes.append(Int(child))
                child = nextSibling[Int(child)]
            }
            position += 1
        }
        return nodes
    }

    private mutating func link(_ node: Int32, below parent: Int32) {
        let first = firstChild[Int(parent)]
        nextSibling[Int(node)] = first
        previousSibling[Int(node)] = Self.none
        if first != Self.none { previousSibling[Int(first)] = node }
        firstChild[Int(parent)] = node
    }

    private mutating func unlink(_ node: Int32) {
        let (previous, next) = (previousSibling[Int(node)], nextSibling[Int(node)])
        if previous == Self.none {
            firstChild[Int(parent[Int(node)])] = next
        } else {
            nextSibling[Int(previous)] = next
        }
        if next != Self.none { previousSibling[Int(next)] = previous }
    }
}
