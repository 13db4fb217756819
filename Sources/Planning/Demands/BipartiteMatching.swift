/// The largest number of claims that can be met when each takes one place of its own, by augmenting paths
/// (Kuhn 1955).
struct BipartiteMatching {
    private(set) var size = 0
    private var claimOf: [Int: Int] = [:]
    private let places: [[Int]]

    /// - Parameter places: For each claim the places that would do.
    init(_ places: [[Int]]) {
        self.places = places
        for claim in places.indices {
            var tried: Set<Int> = []
            if meet(claim, &tried) { size += 1 }
        }
    }

    private mutating func meet(_ claim: Int, _ tried: inout Set<Int>) -> Bool {
        for place in places[claim] where tried.insert(place).inserted {
            let holder = claimOf[place]
            let isFree: Bool
            if let holder { isFree = meet(holder, &tried) } else { isFree = true }
            if isFree {
                claimOf[place] = claim
                return true
            }
        }
        return false
    }
}
