/// What could be changed on a board that people know already, as steps that each stand for themselves: a
/// moderator takes one and leaves the rest.
public struct Replanning: Sendable, Equatable {
    /// Some sessions that move together; without one of them the others would make no sense.
    public struct Step: Sendable, Hashable {
        public let moves: [Plan.Move]
        /// By how much it makes the board cheaper when it is taken alone, the price of moving left out.
        public let gain: Int

        /// How the board looks with it.
        public func taken(on board: Plan) -> Plan {
            moves.reduce(into: board) { $0[$1.session] = $1.to }
        }
    }

    /// Fewest moves first, and of as many the greatest gain first. Each is worth its moves on the board as it
    /// is; two steps may still take the same place, so what is left is asked again after one was taken.
    public let steps: [Step]
    /// All that the search would change; nil when it leaves the board, or newly breaks a rule.
    public let whole: Step?

    /// Takes apart what a search has found.
    ///
    /// Whoever moves into somebody's place moves together with them: these chains and rings are the parts. A
    /// part that breaks a rule or costs more than it brings when it is taken alone is joined with others. To
    /// them come the single moves and swaps that are worth it by themselves, of each session the best one.
    ///
    /// - Parameters:
    ///   - problem: With the board and the price of a move.
    ///   - plan: What the search has found from there.
    ///   - singlesMax: How many single moves and swaps to look for besides.
    public init(_ problem: Problem, _ plan: Plan, singlesMax: Int = 3) {
        guard let board = problem.board else {
            (steps, whole) = ([], nil)
            return
        }
        let values = Values(problem, board)
        let parts = Self.parts(problem, board, plan).filter { !$0.isEmpty }
        var steps = Self.join(parts, values)
        let singles = Inspection(problem, board).nearestChanges(singlesMax, isOnceEach: true) {
            ($0.cost ?? 0) < 0
        }
        for single in singles {
            if let step = values.step(board.moves(to: single.taken(on: board))) { steps.append(step) }
        }
        var known: Set<Step> = []
        self.steps = steps.filter { known.insert($0).inserted }.sorted(by: Self.isFirst)
        whole = values.step(board.moves(to: plan), mustPay: false)
    }

    private static func isFirst(_ first: Step, _ second: Step) -> Bool {
        if first.moves.count != second.moves.count { return first.moves.count < second.moves.count }
        if first.gain != second.gain { return first.gain > second.gain }
        return key(first).lexicographicallyPrecedes(key(second))
    }

    /// Sessions and where they go, so that no two steps are alike in the order.
    private static func key(_ step: Step) -> [Int] {
        step.moves.flatMap { [$0.session, $0.to?.slot ?? -1, $0.to?.room ?? -1] }
    }

    /// Moves that cannot be made one without the other, for somebody stands in the way.
    private static func parts(_ problem: Problem, _ board: Plan, _ plan: Plan) -> [[Plan.Move]] {
        let moves = board.moves(to: plan)
        var holder: [Cell: Int] = [:]
        for (index, move) in moves.enumerated() {
            for cell in problem.cells(move.session, from: move.from) { holder[cell] = index }
        }
        var partOf = Array(moves.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while partOf[index] != index { index = partOf[index] }
            return index
        }
        for (index, move) in moves.enumerated() {
            for cell in problem.cells(move.session, from: move.to) {
                if let other = holder[cell] { partOf[root(index)] = root(other) }
            }
        }
        return moves.indices.map { part in moves.indices.filter { root($0) == part }.map { moves[$0] } }
    }

    /// Parts that pay by themselves, and the others joined with whatever makes them pay.
    private static func join(_ parts: [[Plan.Move]], _ values: Values) -> [Step] {
        var steps: [Step] = []
        var poor: [[Plan.Move]] = []
        for part in parts {
            if let step = values.step(part) { steps.append(step) } else { poor.append(part) }
        }
        for part in poor {
            let joined = parts.filter { $0 != part }.compactMap { values.step(part + $0) }
            if let best = joined.min(by: isFirst) { steps.append(best) }
        }
        if steps.isEmpty, let all = values.step(parts.flatMap { $0 }) { steps.append(all) }
        return steps
    }
}

/// What steps from a board are worth, by the clear rules.
private struct Values {
    let problem: Problem
    let board: Plan
    private let cost: Int
    private let broken: Set<Finding>

    init(_ problem: Problem, _ board: Plan) {
        self.problem = problem
        self.board = board
        let score = Score(problem, board)
        cost = score.cost
        broken = Set(score.broken)
    }

    /// The moves as a step; nil if they newly break a rule, or are not worth what they cost.
    func step(_ moves: [Plan.Move], mustPay: Bool = true) -> Replanning.Step? {
        guard !moves.isEmpty else { return nil }
        let ordered = moves.sorted { $0.session < $1.session }
        let taken = Replanning.Step(moves: ordered, gain: 0).taken(on: board)
        let score = Score(problem, taken)
        guard Set(score.broken).isSubset(of: broken) else { return nil }
        let mends = score.broken.count < broken.count
        guard !mustPay || mends || score.cost < cost else { return nil }
        let gain = cost - score.cost + problem.movePrice * score.movedCount
        return Replanning.Step(moves: ordered, gain: gain)
    }
}
