/// Contents of slots that are worth remembering, and how prices have to change in view of them.
struct ContentPool {
    /// What some sessions lose side by side, in 64ths of a level.
    struct Content {
        let sessions: [Int]
        let lost: Int

        func value(_ prices: [Int]) -> Int {
            sessions.reduce(lost) { $0 - prices[$1] }
        }
    }

    /// Prices that move in steps count in 256ths of what they are rounded to.
    static let fineBits = 8
    private static let contentsMax = 4_000

    private let relaxation: Relaxation
    private let budget: StepBudget
    /// How many open slots each session needs, and what a slot of it costs while it is parked.
    private let wanted: [Int]
    private let parked: [Int]
    private let mustPark: Int
    private let slotCount: Int
    private var contents: [[Content]]
    private var isKept: [Set<[Int]>]

    init(_ relaxation: Relaxation, _ budget: StepBudget) {
        let choices = relaxation.choices
        var wanted = relaxation.problem.sessions.indices.map(choices.slotsHeld)
        for session in relaxation.knownContents.joined() { wanted[session] -= 1 }
        let places = relaxation.kinds.reduce(0) { $0 + $1.capacity * $1.count }

        self.relaxation = relaxation
        self.budget = budget
        self.wanted = wanted
        parked = relaxation.audience.total.map { $0 * ColumnValuation.scale }
        mustPark = max(0, wanted.reduce(0, +) - places)
        slotCount = relaxation.openSlotCount
        contents = relaxation.kinds.map { _ in [Content(sessions: [], lost: 0)] }
        isKept = relaxation.kinds.map { _ in [[]] }
    }

    /// Whether a content of a kind of slot is new.
    mutating func keep(_ sessions: [Int], _ kind: Int) -> Bool {
        guard contents[kind].count < Self.contentsMax, isKept[kind].insert(sessions).inserted else {
            return false
        }
        let lost = relaxation.audience.lost(sessions) * ColumnValuation.scale
        contents[kind].append(Content(sessions: sessions, lost: lost))
        return true
    }

    /// The content of lowest value.
    func lowest(_ kind: Int, _ prices: [Int]) -> Content {
        var best = contents[kind][0]
        var lowest = 0
        for content in contents[kind] {
            let value = content.value(prices)
            if value < lowest { (best, lowest) = (content, value) }
        }
        budget.spend(contents[kind].count * 4)
        return best
    }

    /// The bound that prices would give if there were no other contents, leaving seats aside.
    func estimate(_ prices: [Int]) -> Int {
        let away = away(prices)
        let placed = prices.indices.reduce(0) {
            $0 + (wanted[$1] - away[$1]) * prices[$1] + away[$1] * parked[$1]
        }
        return relaxation.kinds.indices.reduce(placed) {
            $0 + relaxation.kinds[$1].count * lowest($1, prices).value(prices)
        }
    }

    /// Raises the price of sessions that are in fewer contents than there are slots of them, and lowers that
    /// of the others.
    func step(_ fine: inout [Int], by length: Int) {
        let prices = fine.map { $0 >> Self.fineBits }
        var missing = zip(wanted, away(prices)).map { $0 - $1 }
        for (index, kind) in relaxation.kinds.enumerated() {
            for session in lowest(index, prices).sessions { missing[session] -= kind.count }
        }
        for session in fine.indices { fine[session] += missing[session] * length / max(1, slotCount) }
    }

    /// How many slots of each session are parked at these prices: the cheapest, if any may or must be.
    private func away(_ prices: [Int]) -> [Int] {
        var away = Array(repeating: 0, count: prices.count)
        guard relaxation.parkedSlotsMax > 0 || mustPark > 0 else { return away }
        var left = max(relaxation.parkedSlotsMax, mustPark)
        var due = mustPark
        let order = prices.indices.sorted { (parked[$0] - prices[$0], $0) < (parked[$1] - prices[$1], $1) }
        for session in order where left > 0 && (due > 0 || prices[session] > parked[session]) {
            away[session] = min(left, wanted[session])
            left -= away[session]
            due -= away[session]
        }
        return away
    }
}
