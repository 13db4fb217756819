extension Inspection {
    /// The moves and swaps that come closest to the plan: allowed, and dearer by as little as can be, or cheaper.
    ///
    /// - Parameters:
    ///   - count: How many at most.
    ///   - isOffered: Which are asked for; a swap is asked about once, for the session with the lower number.
    /// - Returns: The cheapest first; of equally dear ones those of the lower session and the earlier cell.
    public func nearestChanges(
        _ count: Int, where isOffered: (Alternative) -> Bool = { _ in true }
    ) -> [Alternative] {
        var nearest: [(cost: Int, alternative: Alternative)] = []
        let movable = problem.sessions.indices.filter { plan[$0] != nil && !problem.isSettled($0) }
        for alternative in allowedAlternatives(of: movable) {
            if let other = alternative.swappedWith, other < alternative.session { continue }
            guard let cost = alternative.cost, isOffered(alternative) else { continue }
            let index = nearest.firstIndex { cost < $0.cost } ?? nearest.endIndex
            guard index < count else { continue }
            nearest.insert((cost, alternative), at: index)
            if nearest.count > count { nearest.removeLast() }
        }
        return nearest.map(\.alternative)
    }
}
