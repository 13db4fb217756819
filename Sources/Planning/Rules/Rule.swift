/// A named rule of planning: what it weighs and what it finds on a board.
///
/// These clear rules are the reference. The search uses tables and bitsets, and tests hold both equal.
public struct Rule: Sendable {
    public enum Name: String, Sendable, CaseIterable {
        case oneSessionPerCell, hostInOnePlace, hostPresent, equipment, fixedSlot, fixedRoom, precedence
        case blockedCells, fitsTheDay, frozenSlots, mustBePlaced
        case lostInterest, overflow, movedFromBoard, sameTopicApart, hostSpread
    }

    public enum Weight: Sendable, Equatable {
        /// Must hold.
        case hard
        /// Costs one per unit found.
        case one
        /// Costs `overCapacityWeight` per unit found.
        case perPersonTooMany
        /// Costs `movePrice` per unit found.
        case perMove
        /// Costs `sameTopicWeight` per pair found.
        case perPairInParallel
        /// Costs `hostSpreadWeight` per pair found.
        case perPairWithoutPause
    }

    /// What a rule needs to look at. The narrower, the more often the search may ask.
    enum Scope: Sendable {
        case session(@Sendable (Problem, _ session: Int, _ cell: Cell?) -> Finding?)
        case pair(@Sendable (Problem, _ first: Standing, _ second: Standing) -> Finding?)
        case plan(@Sendable (Problem, Plan) -> [Finding])
    }

    /// A placed session with the cell it starts in.
    struct Standing: Sendable {
        let session: Int
        let cell: Cell
    }

    public let name: Name
    public let weight: Weight
    let scope: Scope

    init(_ name: Name, _ weight: Weight, _ scope: Scope) {
        self.name = name
        self.weight = weight
        self.scope = scope
    }

    /// Everything the rule finds, ordered by session.
    public func findings(_ problem: Problem, _ plan: Plan) -> [Finding] {
        switch scope {
        case .session:
            plan.cells.enumerated().compactMap { finding(problem, session: $0.offset, at: $0.element) }
        case .pair:
            pairFindings(problem, plan)
        case .plan(let find):
            find(problem, plan)
        }
    }

    /// What the rule costs on a board; hard rules cost nothing, they are kept or broken.
    public func cost(_ problem: Problem, _ plan: Plan) -> Int {
        price(problem) * findings(problem, plan).reduce(0) { $0 + $1.amount }
    }

    func price(_ problem: Problem) -> Int {
        switch weight {
        case .hard: 0
        case .one: 1
        case .perPersonTooMany: problem.overCapacityWeight
        case .perMove: problem.movePrice
        case .perPairInParallel: problem.sameTopicWeight
        case .perPairWithoutPause: problem.hostSpreadWeight
        }
    }
}

extension Rule {
    public static let hard: [Rule] = [
        .oneSessionPerCell, .hostInOnePlace, .hostPresent, .equipment, .fixedSlot, .fixedRoom, .precedence,
        .blockedCells, .fitsTheDay, .frozenSlots, .mustBePlaced,
    ]
    public static let soft: [Rule] = [
        .lostInterest, .overflow, .movedFromBoard, .sameTopicApart, .hostSpread,
    ]
    public static let all = hard + soft

    /// What a rule about single sessions says of one of them; nothing if it is about more.
    func finding(_ problem: Problem, session: Int, at cell: Cell?) -> Finding? {
        guard case .session(let find) = scope else { return nil }
        // What has begun is history: only the rule that it stays judges it.
        guard weight != .hard || name == .frozenSlots || !problem.isSettled(session) else { return nil }
        return find(problem, session, cell)
    }

    /// What a rule about pairs says of two placed sessions; nothing if it is about something else.
    func finding(_ problem: Problem, _ first: Standing, _ second: Standing) -> Finding? {
        guard case .pair(let find) = scope else { return nil }
        guard !problem.isSettled(first.session) || !problem.isSettled(second.session) else { return nil }
        return find(problem, first, second)
    }

    private func pairFindings(_ problem: Problem, _ plan: Plan) -> [Finding] {
        let placed = plan.cells.enumerated().compactMap { session, cell in
            cell.map { Standing(session: session, cell: $0) }
        }
        return placed.indices.flatMap { first in
            placed[(first + 1)...].compactMap { finding(problem, placed[first], $0) }
        }
    }
}
