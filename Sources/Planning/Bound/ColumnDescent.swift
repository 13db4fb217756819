/// Finds contents of low value quickly, without proof: from some content the best insertion or exchange for
/// each of its places in turn, until none makes the value lower.
struct ColumnDescent {
    let audience: Audience
    let kind: SlotKind
    let budget: StepBudget

    private static let roundsMax = 30

    func run(from start: [Int], openings: [Int]) -> [Int] {
        var content = start
        var isImproving = true
        var rounds = 0
        while isImproving && rounds < Self.roundsMax && !budget.isSpent {
            isImproving = false
            rounds += 1
            var position = 0
            while position <= min(content.count, kind.capacity - 1) {
                if improve(&content, at: position, openings) { isImproving = true }
                position += 1
            }
        }
        return content.sorted()
    }

    /// Replaces the session at a position, or fills the position after the last, by whoever is best there.
    private func improve(_ content: inout [Int], at position: Int, _ openings: [Int]) -> Bool {
        let isInsertion = position == content.count
        var rest = content
        let present = isInsertion ? nil : rest.remove(at: position)
        let reached = reached(by: rest)
        let isIn = Set(rest)

        var best = present.map { change($0, reached, openings) } ?? 0
        var choice = present
        for session in kind.sessions where !isIn.contains(session) && session != present {
            let change = change(session, reached, openings)
            if change < best { (best, choice) = (change, session) }
        }
        if !isInsertion && best > 0 { choice = nil }
        guard choice != present else { return false }
        content = rest
        if let choice { content.insert(choice, at: position) }
        return true
    }

    private func change(_ session: Int, _ reached: [Int], _ openings: [Int]) -> Int {
        var served = 0
        for wish in audience.start[session]..<audience.start[session + 1] {
            let more = audience.levels[wish] - reached[audience.participants[wish]]
            if more > 0 { served += more }
        }
        budget.spend(audience.start[session + 1] - audience.start[session])
        return openings[session] - served * ColumnValuation.scale
    }

    private func reached(by sessions: [Int]) -> [Int] {
        var reached = Array(repeating: 0, count: audience.participantCount)
        for session in sessions {
            for wish in audience.start[session]..<audience.start[session + 1] {
                let participant = audience.participants[wish]
                reached[participant] = max(reached[participant], audience.levels[wish])
            }
        }
        return reached
    }
}
