/// Two sessions that run at the same time and that the same people want.
public struct Conflict: Hashable, Sendable {
    public let first: Int
    public let second: Int
    /// The first slot they share.
    public let slot: Int
    public let peopleCount: Int

    public init(first: Int, second: Int, slot: Int, peopleCount: Int) {
        self.first = first
        self.second = second
        self.slot = slot
        self.peopleCount = peopleCount
    }

    /// The conflicts of a plan, the largest first.
    ///
    /// - Parameters:
    ///   - problem: Who wants what.
    ///   - plan: The board to look at.
    ///   - peopleMin: How many people at least must want both.
    /// - Returns: Pairs of placed sessions, by falling count, then by number.
    public static func all(in problem: Problem, _ plan: Plan, peopleMin: Int = 1) -> [Conflict] {
        let wanted = wantedBits(problem)
        var conflicts: [Conflict] = []
        for (first, firstCell) in plan.cells.enumerated() {
            for (second, secondCell) in plan.cells.enumerated().dropFirst(first + 1) {
                guard let firstCell, let secondCell else { continue }
                let shared = problem.sharedSlots(
                    Rule.Standing(session: first, cell: firstCell),
                    Rule.Standing(session: second, cell: secondCell)
                )
                guard let slot = shared.first else { continue }
                let people = zip(wanted[first], wanted[second]).reduce(0) {
                    $0 + ($1.0 & $1.1).nonzeroBitCount
                }
                if people >= max(1, peopleMin) {
                    conflicts.append(Conflict(first: first, second: second, slot: slot, peopleCount: people))
                }
            }
        }
        return conflicts.sorted {
            ($1.peopleCount, $0.first, $0.second) < ($0.peopleCount, $1.first, $1.second)
        }
    }

    private static func wantedBits(_ problem: Problem) -> [[UInt64]] {
        let words = Array(repeating: UInt64(0), count: (problem.participantCount + 63) / 64)
        var wanted = Array(repeating: words, count: problem.sessions.count)
        for wish in problem.wishes {
            wanted[wish.session][wish.participant / 64] |= 1 << UInt64(wish.participant % 64)
        }
        return wanted
    }
}
