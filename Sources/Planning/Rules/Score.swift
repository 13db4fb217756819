/// What a plan costs by the clear rules, and which hard ones it breaks.
public struct Score: Hashable, Sendable {
    /// Weight of the wishes that do not come true.
    public let lostInterest: Int
    /// People who want a session beyond the seats of its room.
    public let overflowPeople: Int
    /// Sessions that left their place on the board.
    public let movedCount: Int
    /// Pairs of sessions on one topic at the same time, and pairs that a host goes through without a pause.
    public let sameTopicCount: Int
    public let withoutPauseCount: Int
    /// What all soft rules cost together.
    public let cost: Int
    public let broken: [Finding]

    public init(_ problem: Problem, _ plan: Plan) {
        lostInterest = Rule.lostInterest.findings(problem, plan).reduce(0) { $0 + $1.amount }
        overflowPeople = Rule.overflow.findings(problem, plan).reduce(0) { $0 + $1.amount }
        movedCount = Rule.movedFromBoard.findings(problem, plan).count
        sameTopicCount = Rule.sameTopicApart.findings(problem, plan).count
        withoutPauseCount = Rule.hostSpread.findings(problem, plan).count
        cost =
            lostInterest + problem.overCapacityWeight * overflowPeople + problem.movePrice * movedCount
            + problem.sameTopicWeight * sameTopicCount + problem.hostSpreadWeight * withoutPauseCount
        broken = Rule.hard.flatMap { $0.findings(problem, plan) }
    }
}
