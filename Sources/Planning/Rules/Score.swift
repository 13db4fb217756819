/// What a plan costs by the clear rules, and which hard ones it breaks.
public struct Score: Hashable, Sendable {
    /// Weight of the wishes that do not come true.
    public let lostInterest: Int
    /// People who want a session beyond the seats of its room.
    public let overflowPeople: Int
    /// Sessions that left their place on the board.
    public let movedCount: Int
    /// Lost interest + overflow x its weight + moves x their price.
    public let cost: Int
    public let broken: [Finding]

    public init(_ problem: Problem, _ plan: Plan) {
        lostInterest = Rule.lostInterest.findings(problem, plan).reduce(0) { $0 + $1.amount }
        overflowPeople = Rule.overflow.findings(problem, plan).reduce(0) { $0 + $1.amount }
        movedCount = Rule.movedFromBoard.findings(problem, plan).count
        cost = lostInterest + problem.overCapacityWeight * overflowPeople + problem.movePrice * movedCount
        broken = Rule.hard.flatMap { $0.findings(problem, plan) }
    }
}
