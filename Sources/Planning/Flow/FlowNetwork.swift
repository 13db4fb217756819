/// Nodes that send or need something, and arcs that carry it; both count from 0 in the order they are added.
///
/// It is put together by types that have checked their input, so it checks nothing itself. Sums stay in
/// range as long as the sizes stay below `costMax` and `amountMax`.
struct FlowNetwork: Sendable {
    /// The largest cost of one unit on one arc, without its sign.
    static let costMax = 1_000_000_000
    /// The largest supply of a node and the largest capacity of an arc.
    static let amountMax = 1_000_000_000

    /// What each node sends (above zero) or needs (below zero).
    private(set) var supplies: [Int] = []
    private(set) var tails: [Int32] = []
    private(set) var heads: [Int32] = []
    private(set) var capacities: [Int] = []

    var nodeCount: Int { supplies.count }
    var arcCount: Int { capacities.count }

    mutating func addNode(supply: Int = 0) -> Int {
        supplies.append(supply)
        return supplies.count - 1
    }

    @discardableResult
    mutating func addArc(_ tail: Int, _ head: Int, capacity: Int = 1) -> Int {
        tails.append(Int32(tail))
        heads.append(Int32(head))
        capacities.append(capacity)
        return capacities.count - 1
    }

    mutating func setCapacity(_ capacity: Int, of arc: Int) {
        capacities[arc] = capacity
    }
}
