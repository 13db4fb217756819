extension Inspection {
    /// The moves and swaps that come closest to the plan: allowed, and dearer by as little as can be, or cheaper.
    ///
    /// - Parameters:
    ///   - count: How many at most.
    ///   - isOnceEach: Whether no session is in more than one of them: of several the cheapest stays.
    ///   - isOffered: Which are asked for; a swap is asked about once, for the session with the lower number.
    /// - Returns: The cheapest first; of equally dear ones those of the lower session and the earlier cell.
    public func nearestChanges(
        _ count: Int, isOnceEach: Bool = false, where isOffered: (Alternative) -> Bool = { _ in true }
    ) -> [Alternative] {
        var offered: [(cost: Int, number: Int, alternative: Alternative)] = []
        let movable = problem.sessions.indices.filter { plan[$0] != nil && !problem.isSettled($0) }
        for alternative in allowedAlternatives(of: movable) {
            if let other = alternative.swappedWith, other < alternative.session { continue }
            guard let cost = alternative.cost, isOffered(alternative) else { continue }
            offered.append((cost, offered.count, alternative))
        }
        offered.sort { ($0.cost, $0.number) < ($1.cost, $1.number) }
        guard isOnceEach else { return offered.prefix(count).map(\.alternative) }

        var known: Set<Int> = []
        var first: [Alternative] = []
        for (_, _, alternative) in offered where first.count < count {
            let moved = [alternative.session, alternative.swappedWith].compactMap { $0 }
            guard known.isDisjoint(with: moved) else { continue }
            known.formUnion(moved)
            first.append(alternative)
        }
        return first
    }
}
