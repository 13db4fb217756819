/// Counts the wishes that come true on boards that differ in a few sessions: only those who want one of them are asked.
public struct WishCount: Sendable {
    private let problem: Problem
    private let wishesOf: [[Problem.Wish]]
    private let wantedBy: [[Int]]

    /// `unheard`: sessions whose wishes are not counted, because they do not take place.
    public init(_ problem: Problem, without unheard: Set<Int> = []) {
        self.problem = problem
        var wishesOf = Array(repeating: [Problem.Wish](), count: problem.participantCount)
        var wantedBy = Array(repeating: [Int](), count: problem.sessions.count)
        for wish in problem.wishes where !unheard.contains(wish.session) {
            wishesOf[wish.participant].append(wish)
            wantedBy[wish.session].append(wish.participant)
        }
        self.wishesOf = wishesOf
        self.wantedBy = wantedBy
    }

    /// How many wishes fewer come true on the other board; below zero more do.
    public func lost(from before: Plan, to after: Plan) -> Int {
        let moved = before.cells.indices.filter { before[$0] != after[$0] }
        let asked = Set(moved.flatMap { wantedBy[$0] })
        return asked.reduce(0) { $0 + lost(by: $1, after) - lost(by: $1, before) }
    }

    /// A wish for a long session is lost when it is lost in any of its slots.
    private func lost(by person: Int, _ plan: Plan) -> Int {
        Set(problem.lost(of: wishesOf[person], on: plan).flatMap(\.sessions)).count
    }
}
