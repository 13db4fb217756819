/// Who sits where once the sessions have their places: rooms have seats, and some sessions are wanted by more.
///
/// Fairness: somebody *loses* a slot in which they want at least one session and get a seat in none that they
/// want. Seats are given for the whole day at once, so that the losses of the day are as few and as even as any
/// seating can make them: no other one has a smaller sum of squares of losses per person. Among the numbers of
/// losses that are possible there is one that is least majorised (they are bases of an integral polymatroid, one
/// matroid for each slot; Federgruen and Groenevelt 1986, Frank and Murota 2022). So the same seating has the
/// fewest losses; whoever loses most loses as seldom as possible, as few as possible lose that often, and so on.
/// Nobody loses a second time as long as somebody who lost nothing could have given way, directly or by a chain
/// of changes.
///
/// Hosts sit in their own session and take a seat there. Whoever is absent wants nothing. A seat in a long
/// session is given anew for each of its slots, as its wish weighs once in each of them.
public struct Seating: Sendable {
    /// Why something is no such problem.
    public enum Refused: Error, Equatable, Sendable {
        case planOfOtherSize(sessionCount: Int)
        case placeBeyondTheDay(session: Int)
        case unknownSession(Int)
        /// A session stands twice among the repeated ones.
        case repeatedTwice(session: Int)
        /// Only sessions of one slot can be repeated ones.
        case repeatedIsLong(session: Int)
    }

    /// What comes first where both cannot be had.
    public enum Objective: Sendable, CaseIterable {
        /// Few and even losses, then the most weight of wishes that come true.
        case fairness
        /// The most weight of wishes that come true, then few and even losses.
        case weight
    }

    let problem: Problem
    let plan: Plan
    /// For each session which repeated one it is, or nil.
    let contentOf: [Int?]

    /// Checks a plan.
    ///
    /// - Parameters:
    ///   - problem: Participants, wishes and rooms.
    ///   - plan: Where the sessions are.
    ///   - repeats: Sessions with the same content, which nobody wants to visit twice.
    /// - Throws: `Refused`, naming the first thing that is wrong.
    public init(_ problem: Problem, _ plan: Plan, repeats: [[Int]] = []) throws(Refused) {
        guard plan.cells.count == problem.sessions.count else {
            throw .planOfOtherSize(sessionCount: plan.cells.count)
        }
        for (session, cell) in plan.cells.enumerated() {
            guard let cell else { continue }
            let isThere =
                (0..<problem.slotCount).contains(cell.slot) && problem.rooms.indices.contains(cell.room)
            guard isThere else { throw .placeBeyondTheDay(session: session) }
        }
        var contentOf = [Int?](repeating: nil, count: problem.sessions.count)
        for (content, sessions) in repeats.enumerated() {
            for session in sessions {
                guard contentOf.indices.contains(session) else { throw .unknownSession(session) }
                guard contentOf[session] == nil else { throw .repeatedTwice(session: session) }
                guard problem.sessions[session].lengthSlots == 1 else {
                    throw .repeatedIsLong(session: session)
                }
                contentOf[session] = content
            }
        }
        self.problem = problem
        self.plan = plan
        self.contentOf = contentOf
    }
}

extension Seating {
    /// Somebody without a seat that they want.
    public struct Loss: Hashable, Sendable {
        public let participant: Int
        /// One slot; several where all that is wanted in them is one repeated session.
        public let slots: [Int]
        public let wanted: [Int]

        public init(participant: Int, slots: [Int], wanted: [Int]) {
            self.participant = participant
            self.slots = slots
            self.wanted = wanted
        }
    }

    /// Who sits where, and who has no seat.
    public struct Outcome: Sendable, Equatable {
        /// For each participant and slot the session, or nil.
        public let sessions: [[Int?]]
        /// By participant and slot.
        public let losses: [Loss]
        /// The weight of the wishes that come true, and what it would be with seats for all; without hosts.
        public let attainedWeight: Int
        public let wantedWeight: Int
        /// Seats in a session that somebody wants less than another one of the same slot.
        public let lesserSeatCount: Int
        /// How many people lose 0, 1, 2 … times, of those who want anything.
        public let peopleByLosses: [Int]
        /// False only where somebody wants a repeated session and, in one of its slots, another one as well:
        /// then in which slot they visit it was decided one after another.
        public let isProvenOptimal: Bool
    }

    /// Gives seats for the whole day, by one flow of least cost.
    ///
    /// - Parameter objective: What comes first.
    /// - Returns: The same seats for the same input.
    public func seats(by objective: Objective = .fairness) -> Outcome {
        var wants = SeatWants(self)
        var isProvenOptimal = true
        var flow = SeatFlow(wants, objective)
        while wants.settle(flow.chosen) {
            isProvenOptimal = false
            flow = SeatFlow(wants, objective)
        }
        return wants.outcome(flow.chosen, isProvenOptimal: isProvenOptimal)
    }
}
