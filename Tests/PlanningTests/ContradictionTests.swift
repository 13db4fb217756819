import Planning
import Testing

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
                    parked: 0
                )
            ]
        )
        #expect(outcome.plan.parked == [0])
        #expect(outcome.score.broken == [.demandedButParked(session: 0)])
    }

    @Test func `are equipment that no room has`() throws {
        let outcome = try outcome { $0.sessions[3].needs = ["piano"] }

        #expect(outcome.contradictions == [Contradiction(sessions: [3], rules: [.equipment], parked: 3)])
        #expect(outcome.plan.parked == [3])
        #expect(outcome.score.broken.isEmpty)
    }

    @Test func `are a host who is never there`() throws {
        let outcome = try outcome {
            $0.sessions[1].hosts = [5]
            $0.absences = (0..<3).map { .init(host: 5, slot: $0) }
        }

        #expect(outcome.contradictions == [Contradiction(sessions: [1], rules: [.hostPresent], parked: 1)])
    }

    @Test func `are a pin where the host is absent`() throws {
        let outcome = try outcome {
            $0.sessions[1].hosts = [5]
            $0.sessions[1].fixedSlot = 2
            $0.absences = [.init(host: 5, slot: 2)]
        }

        #expect(
            outcome.contradictions == [
                Contradiction(sessions: [1], rules: [.hostPresent, .fixedSlot], parked: 1)
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
                Contradiction(sessions: [1], rules: [.fixedSlot, .frozenSlots], parked: 1)
            ]
        )
        #expect(outcome.plan[0] == Cell(slot: 0, room: 0))
    }

    @Test func `are a session longer than the day`() throws {
        let outcome = try outcome { $0.sessions[0].lengthSlots = 4 }

        #expect(outcome.contradictions == [Contradiction(sessions: [0], rules: [.fitsTheDay], parked: 0)])
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
