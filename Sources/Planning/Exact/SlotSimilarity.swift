/// Which slots are as good as each other, so that only one of them has to be tried.
struct SlotSimilarity {
    /// Sessions for which it matters which slot it is.
    let isDistinguishing: [Bool]

    private let choices: Choices
    private let isTimed: [Bool]
    private let isOrderless: Bool

    init(_ choices: Choices) {
        let problem = choices.problem
        var isTimed = problem.sessions.map { $0.lengthSlots > 1 }
        for (before, followers) in problem.followers.enumerated() where !followers.isEmpty {
            isTimed[before] = true
            for after in followers { isTimed[after] = true }
        }
        // A price that is not known here may depend on when something is.
        let known: Set<Rule.Name> = [.lostInterest, .overflow, .movedFromBoard]
        isOrderless = Rule.soft.allSatisfy { known.contains($0.name) || $0.price(problem) == 0 }
        self.choices = choices
        self.isTimed = isTimed
        isDistinguishing = problem.sessions.indices.map { session in
            isTimed[session]
                || (0..<problem.slotCount).contains { slot in
                    !Self.isSame(choices, session, 0, slot)
                }
        }
    }

    /// Whether slots may be exchanged at all while these sessions are to be placed.
    func holds(for sessions: [Int]) -> Bool {
        isOrderless && sessions.allSatisfy { !isTimed[$0] }
    }

    func areAlike(_ first: Int, _ second: Int, for sessions: [Int]) -> Bool {
        sessions.allSatisfy { !isDistinguishing[$0] || Self.isSame(choices, $0, first, second) }
    }

    private static func isSame(_ choices: Choices, _ session: Int, _ first: Int, _ second: Int) -> Bool {
        let roomCount = choices.problem.rooms.count
        return (0..<roomCount).allSatisfy { room in
            choices.cost(session, startingIn: first * roomCount + room)
                == choices.cost(session, startingIn: second * roomCount + room)
        }
    }
}
