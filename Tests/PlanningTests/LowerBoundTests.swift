import Testing

@testable import Planning

@Suite struct `The lower bound` {
    @Test(arguments: [UInt64](0..<8))
    func `is never above the cheapest of all plans`(_ block: UInt64) throws {
        for seed in (block * 50)..<(block * 50 + 50) {
            let problem = try Problem.small(seed: seed)
            let cheapest = BruteForce(problem)
            for parkedSlotsMax in [0, 1, .max] {
                guard let cost = cheapest.cost(parkedSlotsMax: parkedSlotsMax) else { continue }

                let bound = Planner.lowerBound(problem, parkedSlotsMax: parkedSlotsMax, steps: 20_000)

                #expect(bound.cost <= cost, "seed \(seed), parked \(parkedSlotsMax)")
            }
        }
    }

    @Test(arguments: Shape.all, [UInt64](1...3))
    func `is never above what the planner finds`(_ shape: Shape, _ seed: UInt64) throws {
        let problem = try shape.problem(seed: seed)
        let outcome = Planner.plan(problem, seed: seed, moves: 3_000)

        let bound = Planner.lowerBound(problem, beside: outcome.plan, steps: 1_000_000)

        #expect(bound.cost <= outcome.score.cost)
        #expect(bound.cost * 2 >= outcome.score.cost)
    }

    @Test func `knows what is lost when people want more than there are slots`() throws {
        let problem = try Problem.Draft.sample(slots: 2, rooms: 2, sessions: 4, people: 3).with {
            for person in 0..<3 {
                for session in 0..<4 {
                    $0.wishes.append(.init(participant: person, session: session, weight: session + 1))
                }
            }
        }.problem()

        let bound = Planner.lowerBound(problem, steps: 0)

        // Each of three people attains 4 and 3 at best, and loses 1 and 2.
        #expect(bound == LowerBound(cost: 9, method: .pigeonhole, stepsMade: bound.stepsMade))
    }

    @Test func `finds the collision that counting wishes does not show`() throws {
        // Each two of three sessions share a participant, and there are two slots for the three.
        let problem = try Problem.Draft.sample(slots: 2, rooms: 2, sessions: 3, people: 3).with {
            for (person, pair) in [(0, 1), (1, 2), (0, 2)].enumerated() {
                $0.wishes.append(.init(participant: person, session: pair.0, weight: 2))
                $0.wishes.append(.init(participant: person, session: pair.1, weight: 2))
            }
        }.problem()

        #expect(Planner.lowerBound(problem, steps: 0).cost == 0)
        let bound = Planner.lowerBound(problem, parkedSlotsMax: 0, steps: 200_000)
        #expect(bound.cost == 2)
        #expect(bound.method == .columns)
        #expect(bound.gapPerMille(of: 3) == 500)
        #expect(bound.gapPerMille(of: 2) == 0)
    }

    @Test func `counts seats, and parking only where it is allowed`() throws {
        let problem = try Problem.Draft.sample(slots: 1, rooms: 2, sessions: 2, people: 30).with {
            $0.rooms[1].capacityPeople = 4
            $0.overCapacityWeight = 5
            for person in 0..<12 { $0.wishes.append(.init(participant: person, session: 0, weight: 1)) }
            for person in 12..<18 { $0.wishes.append(.init(participant: person, session: 1, weight: 1)) }
        }.problem()

        // Twelve people on ten seats and six on four cost 20; parking the twelve loses as many wishes.
        #expect(Planner.lowerBound(problem, parkedSlotsMax: 0, steps: 50_000).cost == 20)
        #expect(Planner.lowerBound(problem, parkedSlotsMax: 1, steps: 50_000).cost <= 12)
        #expect(try #require(BruteForce(problem).cost()) == 12)
    }

    @Test func `counts what has begun as it is`() throws {
        let problem = try Problem.Draft.sample(slots: 2, rooms: 2, sessions: 2, people: 5).with {
            $0.board = Plan([Cell(slot: 0, room: 0), Cell(slot: 0, room: 1)])
            $0.frozenSlots = [0]
            for person in 0..<5 {
                $0.wishes.append(.init(participant: person, session: 0, weight: 3))
                $0.wishes.append(.init(participant: person, session: 1, weight: 4))
            }
        }.problem()

        #expect(Planner.lowerBound(problem, steps: 0).cost == 15)
    }

    @Test func `is the same for the same steps, and higher for more`() throws {
        let problem = try Shape.all[0].problem(seed: 4)

        let bounds = [0, 300_000, 1_500_000].map { Planner.lowerBound(problem, parkedSlotsMax: 0, steps: $0) }

        #expect(Planner.lowerBound(problem, parkedSlotsMax: 0, steps: 300_000) == bounds[1])
        #expect(bounds[0].cost < bounds[2].cost)
        #expect(bounds[0].cost <= bounds[1].cost)
    }

    @Test func `is still sound when cancelled`() throws {
        let problem = try Shape.all[0].problem(seed: 4)

        let bound = Planner.lowerBound(problem, parkedSlotsMax: 0, isCancelled: { true })

        #expect(bound.wasCancelled)
        #expect(bound.cost == Planner.lowerBound(problem, parkedSlotsMax: 0, steps: 0).cost)
    }

    @Test(arguments: [(0, 2, 3), (2, 0, 3), (2, 2, 0), (0, 0, 0), (1, 1, 1), (1, 1, 3)])
    func `of nothing is nothing`(_ slots: Int, _ rooms: Int, _ sessions: Int) throws {
        let empty = Problem.Draft.sample(slots: slots, rooms: rooms, sessions: sessions)
        let wanted = empty.with {
            for session in 0..<sessions {
                $0.wishes.append(.init(participant: 0, session: session, weight: 2))
            }
        }

        #expect(Planner.lowerBound(try empty.problem()).cost == 0)
        let places = min(slots * rooms, sessions)
        #expect(Planner.lowerBound(try wanted.problem()).cost == 2 * (sessions - min(places, slots)))
        #expect(Planner.lowerBound(try wanted.problem(), parkedSlotsMax: -1).cost <= 2 * sessions)
    }
}
