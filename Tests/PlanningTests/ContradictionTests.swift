import Testing

@testable import Planning

@Suite struct `Contradicting demands` {
    private func outcome(
        slots: Int = 3,
        rooms: Int = 2,
        sessions: Int = 4,
        _ change: (inout Problem.Draft) -> Void
    ) throws -> Planner.Outcome {
        Planner.plan(
            try Problem.Draft.sample(slots: slots, rooms: rooms, sessions: sessions).with(change).problem(),
            moves: 1_000
        )
    }

    @Test func `are two pins on one place`() throws {
        let outcome = try outcome {
            for session in [0, 2] {
                $0.sessions[session].fixedSlot = 1
                $0.sessions[session].fixedRoom = 0
            }
            $0.wishes = [.init(participant: 0, session: 2, weight: 1)]
        }

        #expect(
            outcome.contradictions == [
                Contradiction(
                    sessions: [0, 2],
                    rules: [.oneSessionPerCell, .fixedSlot, .fixedRoom],
                    demands: [
                        .place(session: 0), .place(session: 2), .fixedRoom(session: 0),
                        .fixedSlot(session: 0),
                        .fixedRoom(session: 2), .fixedSlot(session: 2),
                    ],
                    parked: 0
                )
            ]
        )
        #expect(outcome.plan.parked == [0])
        #expect(outcome.score.broken == [.demandedButParked(session: 0)])
    }

    @Test func `are equipment that no room has`() throws {
        let outcome = try outcome { $0.sessions[3].needs = ["piano"] }

        #expect(
            outcome.contradictions == [
                Contradiction(
                    sessions: [3], rules: [.equipment], demands: [.feature("piano", session: 3)], parked: 3)
            ]
        )
        #expect(outcome.plan.parked == [3])
        #expect(outcome.score.broken.isEmpty)
    }

    @Test func `are a host who is never there`() throws {
        let outcome = try outcome {
            $0.sessions[1].hosts = [5]
            $0.absences = (0..<3).map { .init(host: 5, slot: $0) }
        }

        #expect(
            outcome.contradictions == [
                Contradiction(
                    sessions: [1],
                    rules: [.hostPresent],
                    demands: (0..<3).map { .absence(.init(host: 5, slot: $0)) },
                    parked: 1
                )
            ]
        )
    }

    @Test func `are a pin where the host is absent`() throws {
        let outcome = try outcome {
            $0.sessions[1].hosts = [5]
            $0.sessions[1].fixedSlot = 2
            $0.absences = [.init(host: 5, slot: 2)]
        }

        #expect(
            outcome.contradictions == [
                Contradiction(
                    sessions: [1],
                    rules: [.hostPresent, .fixedSlot],
                    demands: [
                        .place(session: 1), .absence(.init(host: 5, slot: 2)), .fixedSlot(session: 1),
                    ],
                    parked: 1
                )
            ]
        )
    }

    @Test func `are a host with more demanded sessions than slots`() throws {
        let outcome = try outcome(slots: 5, rooms: 8, sessions: 7) {
            for session in 0..<6 {
                $0.sessions[session].hosts = [5]
                $0.sessions[session].mustBePlaced = true
            }
        }

        #expect(
            outcome.contradictions == [
                Contradiction(
                    sessions: [0, 1, 2, 3, 4, 5],
                    rules: [.hostInOnePlace, .mustBePlaced],
                    demands: (0..<6).map { .place(session: $0) },
                    parked: 5
                )
            ]
        )
        #expect(outcome.plan.parked == [5])
    }

    @Test func `are more demanded sessions than places`() throws {
        let outcome = try outcome(slots: 2, rooms: 2, sessions: 6) {
            for session in 0..<6 { $0.sessions[session].mustBePlaced = true }
        }

        #expect(outcome.contradictions.map(\.parked) == [4, 5])
        #expect(
            outcome.contradictions.map(\.rules)
                == Array(repeating: [.oneSessionPerCell, .mustBePlaced], count: 2)
        )
        #expect(outcome.contradictions.map(\.sessions) == [[0, 1, 2, 3, 4], [0, 1, 2, 3, 5]])
        #expect(outcome.plan.parked.count == 2)
    }

    @Test func `are an order that is longer than the day`() throws {
        let outcome = try outcome {
            for session in 0..<4 { $0.sessions[session].mustBePlaced = true }
            $0.precedences = (0..<3).map { .init(before: $0, after: $0 + 1) }
        }

        #expect(outcome.contradictions.map(\.sessions) == [[0, 1, 2, 3]])
        #expect(outcome.contradictions.map(\.rules) == [[.precedence, .mustBePlaced]])
        #expect(
            outcome.contradictions.map(\.demands) == [
                (0..<4).map { .place(session: $0) }
                    + (0..<3).map { .precedence(.init(before: $0, after: $0 + 1)) }
            ]
        )
    }

    @Test func `are a pin in a slot that has begun`() throws {
        let outcome = try outcome {
            $0.board = Plan([Cell(slot: 0, room: 0), nil, nil, nil])
            $0.frozenSlots = [0]
            $0.sessions[0].fixedSlot = 2
            $0.sessions[1].fixedSlot = 0
        }

        #expect(
            outcome.contradictions == [
                Contradiction(
                    sessions: [1],
                    rules: [.fixedSlot, .frozenSlots],
                    demands: [.place(session: 1), .fixedSlot(session: 1)],
                    parked: 1
                )
            ]
        )
        #expect(outcome.plan[0] == Cell(slot: 0, room: 0))
    }

    @Test func `are a session longer than the day`() throws {
        let outcome = try outcome { $0.sessions[0].lengthSlots = 4 }

        #expect(outcome.contradictions == [Contradiction(sessions: [0], rules: [.fitsTheDay], parked: 0)])
    }

    @Test func `are the programme items that leave no place, each by itself`() throws {
        let outcome = try outcome(slots: 2, rooms: 1, sessions: 1) {
            $0.fixedItems = [.init(slot: 0, room: nil), .init(slot: 1, room: 0), .init(slot: 1, room: nil)]
            $0.slotsAfterBreak = [1]
        }

        // Two of them block the same cell, so one of these two would be enough.
        #expect(
            outcome.contradictions.map(\.demands) == [
                [.fixedItem(.init(slot: 0, room: nil)), .fixedItem(.init(slot: 1, room: nil))]
            ]
        )
    }

    @Test func `leave the best board without the least wanted of them`() throws {
        let outcome = try outcome(slots: 2, rooms: 1, sessions: 4) {
            for session in 0..<2 { $0.sessions[session].fixedSlot = 0 }
            $0.rooms = [.init(capacityPeople: 10)]
            $0.wishes = [
                .init(participant: 0, session: 0, weight: 1), .init(participant: 1, session: 1, weight: 2),
                .init(participant: 2, session: 2, weight: 3), .init(participant: 3, session: 3, weight: 4),
            ]
        }

        #expect(outcome.contradictions.map(\.parked) == [0])
        #expect(outcome.plan == Plan([nil, Cell(slot: 0, room: 0), nil, Cell(slot: 1, room: 0)]))
    }

    @Test(arguments: [UInt64](0..<60))
    func `leave a board that no other beats`(_ seed: UInt64) throws {
        let problem = try Problem.contradictory(seed: seed)

        let outcome = Planner.plan(problem, seed: seed, moves: 3_000)

        let best = try #require(BruteForce(problem).best)
        #expect(Rank(problem, outcome.plan) == best.rank)
    }

    @Test(arguments: 0..<8)
    func `are named by demands of which none can be left out`(_ part: UInt64) throws {
        var namedCount = 0
        for seed in (part * 500)..<((part + 1) * 500) {
            let problem = try Problem.contradictory(seed: seed)
            for contradiction in Demands(problem).contradictions {
                let core = Core(problem, contradiction)
                namedCount += contradiction.demands.count

                #expect(!core.canBeMet(contradiction.demands), "seed \(seed)")
                for demand in contradiction.demands {
                    let rest = contradiction.demands.filter { $0 != demand }
                    #expect(core.canBeMet(rest), "seed \(seed): \(demand)")
                }
            }
        }
        #expect(namedCount > 300)
    }

    @Test func `are not found where a way exists`() throws {
        let outcome = try outcome(slots: 4, rooms: 1, sessions: 4) {
            for session in 0..<4 {
                $0.sessions[session].hosts = [5]
                $0.sessions[session].mustBePlaced = true
            }
            $0.sessions[3].fixedSlot = 0
            $0.precedences = [.init(before: 2, after: 1), .init(before: 1, after: 0)]
        }

        #expect(outcome.contradictions.isEmpty)
        #expect(outcome.plan.cells.map { $0?.slot } == [3, 2, 1, 0])
    }
}

/// Looks at every way to place the sessions of a contradiction, under its rules only.
private struct Core {
    let problem: Problem
    let contradiction: Contradiction

    init(_ problem: Problem, _ contradiction: Contradiction) {
        (self.problem, self.contradiction) = (problem, contradiction)
    }

    /// Whether these of its demands, and no others, can be met.
    func canBeMet(_ demands: [Demand]) -> Bool {
        let others = problem.demands(on: contradiction.sessions).filter { !demands.contains($0) }
        let reduced = others.reduce(problem) { $0.leavingOut($1) }
        let sessions = contradiction.sessions.filter { session in
            let isNamed = contradiction.demands.contains(.place(session: session))
            return !isNamed || demands.contains(.place(session: session))
        }
        let rules = Rule.hard.filter { contradiction.rules.contains($0.name) }
        return extend([], sessions[...], reduced, rules)
    }

    private func extend(
        _ placed: [Rule.Standing], _ open: ArraySlice<Int>, _ reduced: Problem, _ rules: [Rule]
    ) -> Bool {
        guard let session = open.first else { return true }
        return (0..<reduced.cellCount).contains { index in
            let cell = reduced.cell(at: index)
            let standing = Rule.Standing(session: session, cell: cell)
            let isAllowed = rules.allSatisfy { rule in
                rule.finding(reduced, session: session, at: cell) == nil
                    && placed.allSatisfy { rule.finding(reduced, $0, standing) == nil }
            }
            return isAllowed && extend(placed + [standing], open.dropFirst(), reduced, rules)
        }
    }
}

extension Problem {
    /// A small problem in which much is demanded.
    fileprivate static func contradictory(seed: UInt64) throws -> Problem {
        var generator = SeededGenerator(seed: seed)
        func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }
        func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }

        var draft = Problem.Draft(slotCount: number(2...3), participantCount: 3)
        let slots = draft.slotCount
        draft.rooms = (0..<number(1...2)).map { _ in
            Problem.Room(capacityPeople: 5, features: chance(2) ? ["piano"] : [])
        }
        draft.sessions = (0..<number(2...4)).map { _ in
            var session = Problem.Session(hosts: chance(2) ? [number(0...1)] : [])
            if chance(4) { session.needs = ["piano"] }
            if chance(6) { session.lengthSlots = 2 }
            if chance(3) { session.fixedSlot = number(0...(slots - 1)) }
            if chance(5) { session.fixedRoom = number(0...(draft.rooms.count - 1)) }
            session.mustBePlaced = !chance(3)
            return session
        }
        for session in draft.sessions.indices {
            if session > 0, chance(3) { draft.precedences.append(.init(before: session - 1, after: session)) }
            draft.wishes.append(.init(participant: 0, session: session, weight: number(1...4)))
        }
        draft.absences = (0..<2).filter { _ in chance(2) }.map {
            .init(host: $0, slot: number(0...(slots - 1)))
        }
        if chance(2) { draft.fixedItems = [.init(slot: number(0...(slots - 1)), room: chance(2) ? 0 : nil)] }
        if chance(4) { draft.slotsAfterBreak = [1] }
        if chance(4) {
            draft.board = Plan([Cell(slot: 0, room: 0)] + draft.sessions.dropFirst().map { _ in nil })
            draft.frozenSlots = [0]
        }
        return try Problem(draft)
    }
}
