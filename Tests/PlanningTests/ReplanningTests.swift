import Testing

@testable import Planning

private func at(_ slot: Int, _ room: Int) -> Cell { Cell(slot: slot, room: room) }

@Suite struct `A list of moves` {
    @Test(arguments: Shape.all.filter(\.hasBoard), [UInt64](1...6))
    func `has steps that each keep the rules and bring what they say`(_ shape: Shape, _ seed: UInt64) throws {
        let problem = try shape.problem(seed: seed)
        let board = try #require(problem.board)
        let before = Score(problem, board)
        let plan = Planner.plan(problem, seed: seed, moves: 4_000).plan

        let replanning = Replanning(problem, plan)

        for step in replanning.steps {
            let after = Score(problem, step.taken(on: board))
            #expect(Set(after.broken).isSubset(of: before.broken))
            #expect(after.movedCount <= step.moves.count)
            #expect(step.gain == before.cost - after.cost + problem.movePrice * after.movedCount)
            #expect(after.cost < before.cost || after.broken.count < before.broken.count)
        }
        #expect(replanning.steps.map(\.moves.count) == replanning.steps.map(\.moves.count).sorted())
        #expect(replanning.whole?.taken(on: board) ?? board == plan)
    }

    @Test func `names the two who change places, and what that brings`() throws {
        let problem = try rivals()

        let replanning = Replanning(problem, Planner.plan(problem, moves: 2_000).plan)

        let step = try #require(replanning.steps.first)
        #expect(step.moves.count == 2)
        #expect(step.gain == 30)
        #expect(Score(problem, step.taken(on: try #require(problem.board))).lostInterest == 0)
    }

    @Test func `is empty when moving is dearer than what it brings`() throws {
        let problem = try rivals { $0.movePrice = 15 }

        let replanning = Replanning(problem, Planner.plan(problem, moves: 2_000).plan)

        #expect(replanning.steps == [])
        #expect(replanning.whole == nil)
    }

    @Test func `offers each session one single move, the best`() throws {
        let problem = try Problem.Draft.sample(slots: 1, rooms: 4, sessions: 2, people: 30).with {
            for (room, seats) in [5, 20, 25, 5].enumerated() { $0.rooms[room].capacityPeople = seats }
            $0.wishes = (0..<30).map { .init(participant: $0, session: 0, weight: 1) }
            $0.board = Plan([at(0, 0), at(0, 3)])
        }.problem()

        let replanning = Replanning(problem, try #require(problem.board))

        #expect(replanning.steps.map(\.moves) == [[.init(session: 0, from: at(0, 0), to: at(0, 2))]])
        #expect(replanning.steps.map(\.gain) == [20])
    }

    @Test func `joins what breaks a rule or brings nothing alone with what makes it pay`() throws {
        let problem = try Problem.Draft.sample(slots: 3, rooms: 3, sessions: 4, people: 10).with {
            $0.rooms[2].capacityPeople = 5
            $0.precedences = [.init(before: 0, after: 1)]
            $0.wishes = (0..<10).flatMap { person in
                [0, 2].map { .init(participant: person, session: $0, weight: 3) }
                    + [.init(participant: person, session: 3, weight: 1)]
            }
            $0.board = Plan([at(0, 0), at(1, 0), at(0, 1), at(2, 2)])
        }.problem()

        let replanning = Replanning(problem, Plan([at(1, 1), at(2, 0), at(0, 1), at(2, 1)]))

        #expect(replanning.steps.contains { $0.moves.map(\.session) == [0, 1] && $0.gain == 30 })
    }

    @Test func `is empty without a board`() throws {
        let problem = try Problem.Draft.sample().problem()

        #expect(Replanning(problem, Planner.plan(problem, moves: 100).plan).steps == [])
    }

    /// Ten people want both sessions of the first slot; in the second nobody wants anything.
    private func rivals(_ change: (inout Problem.Draft) -> Void = { _ in }) throws -> Problem {
        var draft = Problem.Draft.sample(slots: 2, rooms: 2, sessions: 4, people: 10)
        for person in 0..<10 {
            draft.wishes += [0, 1].map { .init(participant: person, session: $0, weight: 3) }
        }
        draft.board = Plan([at(0, 0), at(0, 1), at(1, 0), at(1, 1)])
        draft.movePrice = 2
        change(&draft)
        return try draft.problem()
    }
}

@Suite struct `The changes that come closest` {
    @Test(arguments: Shape.all, [UInt64](1...3))
    func `are the cheapest of all moves and swaps that keep the rules`(_ shape: Shape, _ seed: UInt64) throws
    {
        let problem = try shape.problem(seed: seed)
        let plan = Planner.plan(problem, seed: seed, moves: 2_000).plan
        let inspection = Inspection(problem, plan)
        let before = Score(problem, plan)

        let nearest = inspection.nearestChanges(3)

        var costs: [Int] = []
        for session in problem.sessions.indices where plan[session] != nil && !problem.isSettled(session) {
            for alternative in inspection.alternatives(of: session) where alternative.cost != nil {
                if let other = alternative.swappedWith, other < session { continue }
                costs.append(Score(problem, alternative.taken(on: plan)).cost - before.cost)
            }
        }
        #expect(nearest.compactMap(\.cost) == Array(costs.sorted().prefix(3)))
    }

    @Test func `are only those that are asked for`() throws {
        let problem = try Shape.all[0].problem(seed: 1)
        let inspection = Inspection(problem, Planner.plan(problem, moves: 2_000).plan)

        let swaps = inspection.nearestChanges(2) { $0.swappedWith != nil }

        #expect(swaps.count == 2)
        #expect(swaps.allSatisfy { $0.swappedWith != nil })
    }
}
