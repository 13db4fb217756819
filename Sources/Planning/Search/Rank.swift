/// What makes one board better than another: no hard rule broken, then nobody parked who is demanded, then
/// as few parked as can be, and only then the cost.
struct Rank: Comparable {
    let broken: Int
    let missing: Int
    let parkedSlots: Int
    let cost: Int

    static func < (first: Rank, second: Rank) -> Bool {
        (first.broken, first.missing, first.parkedSlots, first.cost)
            < (second.broken, second.missing, second.parkedSlots, second.cost)
    }
}

extension Layout.Change {
    /// Whether the board may be better for it although it weighs more: fewer broken or parked count before
    /// the cost, whatever they weigh in the search.
    @inline(__always)
    var mayRaiseRank: Bool { broken < 0 || missing < 0 || parkedSlots < 0 }
}

extension Layout {
    var rank: Rank {
        Rank(broken: totals.broken, missing: totals.missing, parkedSlots: totals.parkedSlots, cost: cost)
    }

    func rank(after change: Change) -> Rank {
        Rank(
            broken: totals.broken + change.broken,
            missing: totals.missing + change.missing,
            parkedSlots: totals.parkedSlots + change.parkedSlots,
            cost: cost + change.soft - tables.unit * change.attained
        )
    }
}
