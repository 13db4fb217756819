@testable import Planning

/// Looks at every plan there is, for problems small enough.
struct BruteForce {
    /// The lowest cost of the plans that keep the hard rules, by how many slots' worth of sessions they park;
    /// whether demanded sessions are parked is not asked.
    private(set) var costs: [Int: Int] = [:]
    /// The best of all plans in the order of the planner.
    private(set) var best: (rank: Rank, plan: Plan)?

    private let problem: Problem
    private let givenUp: Set<Int>
    private let pairRules = Rule.hard.filter { if case .pair = $0.scope { true } else { false } }
    private let choices: [[Cell?]]
    private var plan: Plan

    init(_ problem: Problem) {
        self.problem = problem
        givenUp = Demands(problem).givenUp
        plan = Plan(parking: problem.sessions.count)
        let single = Rule.hard.filter { $0.name != .mustBePlaced }
        choices = problem.sessions.indices.map { session in
            let cells = [nil] + (0..<problem.cellCount).map { Optional(problem.cell(at: $0)) }
            return cells.filter { cell in
                single.allSatisfy { $0.finding(problem, session: session, at: cell) == nil }
            }
        }
        place(0)
    }

    /// The lowest cost among the plans that park at most so much; nil if there is none.
    func cost(parkedSlotsMax: Int = .max) -> Int? {
        costs.filter { $0.key <= parkedSlotsMax }.map(\.value).min()
    }

    private mutating func place(_ session: Int) {
        guard session < problem.sessions.count else { return take() }
        for cell in choices[session] where isPossible(session, cell) {
            plan[session] = cell
            place(session + 1)
        }
        plan[session] = nil
    }

    private func isPossible(_ session: Int, _ cell: Cell?) -> Bool {
        guard let cell else { return true }
        let standing = Rule.Standing(session: session, cell: cell)
        return (0..<session).allSatisfy { other in
            guard let place = plan[other] else { return true }
            let earlier = Rule.Standing(session: other, cell: place)
            return pairRules.allSatisfy { $0.finding(problem, earlier, standing) == nil }
        }
    }

    private mutating func take() {
        let parked = plan.parked
        let parkedSlots = parked.reduce(0) { $0 + problem.sessions[$1].lengthSlots }
        let missing = parked.count { problem.demandsPlace($0) && !givenUp.contains($0) }
        let cost = Score(problem, plan).cost
        let rank = Rank(broken: 0, missing: missing, parkedSlots: parkedSlots, cost: cost)
        costs[parkedSlots] = min(costs[parkedSlots] ?? cost, cost)
        if best.map({ rank < $0.rank }) ?? true { best = (rank, plan) }
    }
}

extension Problem {
    /// A problem small enough to look at every plan, with a little of everything.
    static func small(seed: UInt64, sessions: Int = 4, slots slotsMax: Int = 3) throws -> Problem {
        var generator = SeededGenerator(seed: seed)
        func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }
        func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }

        var draft = Problem.Draft(slotCount: number(1...slotsMax), participantCount: number(1...7))
        let (slots, people) = (draft.slotCount, draft.participantCount)
        draft.overCapacityWeight = number(0...2)
        draft.rooms = (0..<number(1...2)).map { _ in
            Problem.Room(capacityPeople: number(0...5), features: chance(2) ? ["piano"] : [])
        }
        draft.sessions = (0..<number(max(0, sessions - 4)...sessions)).map { _ in
            var session = Problem.Session(hosts: chance(2) ? [number(0...(people - 1))] : [])
            if chance(5) { session.needs = ["piano"] }
            if chance(4) { session.lengthSlots = number(2...3) }
            if chance(6) { session.fixedSlot = number(0...(slots - 1)) }
            if chance(6) { session.fixedRoom = number(0...(draft.rooms.count - 1)) }
            session.mustBePlaced = chance(5)
            return session
        }
        let weights = [[1], [3], [2, 4], [1, 2, 3, 4]][number(0...3)]
        for session in draft.sessions.indices {
            for person in 0..<people where !chance(3) {
                let weight = weights[number(0...(weights.count - 1))]
                draft.wishes.append(.init(participant: person, session: session, weight: weight))
            }
            if session > 0, chance(4) { draft.precedences.append(.init(before: session - 1, after: session)) }
        }
        if chance(3) { draft.absences = [.init(host: 0, slot: number(0...(slots - 1)))] }
        if chance(4) { draft.fixedItems = [.init(slot: number(0...(slots - 1)), room: chance(2) ? 0 : nil)] }
        if chance(4) { draft.slotsAfterBreak = [slots / 2] }
        if chance(3) {
            draft.board = draft.anyBoard(&generator)
            draft.movePrice = number(0...4)
            if chance(2) { draft.frozenSlots = [number(0...(slots - 1))] }
        }
        return try Problem(draft)
    }
}

extension Problem.Draft {
    /// Some sessions in cells that are free, whatever the rules say.
    fileprivate func anyBoard(_ generator: inout SeededGenerator) -> Plan {
        var plan = Plan(parking: sessions.count)
        var taken: Set<Cell> = []
        for session in sessions.indices {
            let slot = Int.random(in: 0..<slotCount, using: &generator)
            let room = Int.random(in: 0..<rooms.count, using: &generator)
            let held = (slot..<min(slotCount, slot + sessions[session].lengthSlots)).map {
                Cell(slot: $0, room: room)
            }
            guard taken.isDisjoint(with: held) else { continue }
            taken.formUnion(held)
            plan[session] = Cell(slot: slot, room: room)
        }
        return plan
    }
}

extension Rank {
    /// The rank of a plan by the clear rules.
    init(_ problem: Problem, _ plan: Plan) {
        let givenUp = Demands(problem).givenUp
        let score = Score(problem, plan)
        let missing = score.broken.filter { if case .demandedButParked = $0 { true } else { false } }
        self.init(
            broken: score.broken.count - missing.count,
            missing: missing.count { !givenUp.contains($0.sessions[0]) },
            parkedSlots: plan.parked.reduce(0) { $0 + problem.sessions[$1].lengthSlots },
            cost: score.cost
        )
    }
}
