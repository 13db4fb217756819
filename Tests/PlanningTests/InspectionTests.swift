import Testing

@testable import Planning

private func at(_ slot: Int, _ room: Int) -> Cell { Cell(slot: slot, room: room) }

@Suite struct `An inspection` {
    @Test(arguments: Shape.all, [UInt64](1...2))
    func `prices every other place as the clear rules do`(_ shape: Shape, _ seed: UInt64) throws {
        let problem = try shape.problem(seed: seed)
        let inspection = Inspection(problem, Planner.greedyInsertion(problem))

        for session in problem.sessions.indices {
            let alternatives = inspection.alternatives(of: session)

            #expect(alternatives == alternatives.map { asked($0, problem, inspection.plan) })
        }
    }

    @Test(arguments: Shape.all, [UInt64](1...1))
    func `of a board laid out against the rules prices as they do`(_ shape: Shape, _ seed: UInt64) throws {
        let problem = try shape.problem(seed: seed)
        var generator = SeededGenerator(seed: seed)
        let cells = [nil] + (0..<problem.cellCount).map { Optional(problem.cell(at: $0)) }
        let plans = [
            Plan(problem.sessions.indices.map { _ in cells.randomElement(using: &generator) ?? nil }),
            Plan(problem.sessions.indices.map { problem.cell(at: $0 % problem.cellCount) }),
            Plan(problem.sessions.indices.map { _ in at(0, 0) }),
        ]

        for plan in plans {
            let inspection = Inspection(problem, plan)
            for session in stride(from: 0, to: problem.sessions.count, by: 5) {
                let alternatives = inspection.alternatives(of: session)
                let park = inspection.price(of: session, to: nil)

                #expect(alternatives.count >= problem.cellCount - 1)
                #expect(alternatives == alternatives.map { asked($0, problem, plan) })
                #expect(park == asked(park, problem, plan))
            }
        }
    }

    /// The same place with what all clear rules say of the whole board before and after.
    private func asked(_ alternative: Alternative, _ problem: Problem, _ plan: Plan) -> Alternative {
        let (before, after) = (Score(problem, plan), Score(problem, alternative.taken(on: plan)))
        let broken = after.broken.filter { !before.broken.contains($0) }
        return Alternative(
            session: alternative.session,
            cell: alternative.cell,
            swappedWith: alternative.swappedWith,
            effect: broken.isEmpty ? .costs(after.cost - before.cost) : .breaks(broken)
        )
    }

    @Test(arguments: Shape.all)
    func `of a finished plan finds no better place`(_ shape: Shape) throws {
        let problem = try shape.problem(seed: 3)
        let inspection = Inspection(problem, Planner.plan(problem, moves: 2_000).plan)

        let prices = problem.sessions.indices
            .filter { inspection.plan[$0] != nil && problem.board == nil }
            .flatMap { inspection.alternatives(of: $0) }
            .filter { $0.swappedWith == nil || inspection.plan[$0.session] != nil }
            .compactMap(\.cost)

        #expect(prices.allSatisfy { $0 >= 0 })
    }

    @Test func `says who stands in the way and which rule`() throws {
        let problem = try Problem.Draft.sample(slots: 2, rooms: 2, sessions: 3).with {
            $0.sessions[0].hosts = [1]
            $0.sessions[1].hosts = [1]
            $0.wishes = [
                .init(participant: 0, session: 0, weight: 3), .init(participant: 0, session: 2, weight: 2),
            ]
        }.problem()
        let inspection = Inspection(problem, Plan([at(0, 0), at(1, 0), at(1, 1)]))

        #expect(
            inspection.alternatives(of: 0) == [
                Alternative(session: 0, cell: at(0, 1), swappedWith: nil, effect: .costs(0)),
                Alternative(session: 0, cell: at(1, 0), swappedWith: 1, effect: .costs(2)),
                Alternative(
                    session: 0,
                    cell: at(1, 1),
                    swappedWith: 2,
                    effect: .breaks([.hostTwice(host: 1, first: 0, second: 1)])
                ),
            ]
        )
        #expect(inspection.price(of: 0, to: nil).effect == .costs(3))
    }

    @Test func `says why a session is parked`() throws {
        let problem = try Problem.Draft.sample(slots: 1, rooms: 2, sessions: 4).with {
            $0.rooms[0].features = ["projector"]
            $0.sessions[1].needs = ["piano"]
            $0.sessions[2].needs = ["projector"]
            $0.wishes = [.init(participant: 0, session: 0, weight: 2)]
        }.problem()

        let full = Inspection(problem, Plan([at(0, 0), nil, nil, at(0, 1)]))
        let open = Inspection(problem, Plan([at(0, 1), nil, nil, nil]))

        #expect(full.whyParked(0) == nil)
        #expect(full.whyParked(1) == .everyPlaceBreaks([.equipment]))
        #expect(
            full.whyParked(2)
                == .othersStandThere(
                    cheapest: Alternative(session: 2, cell: at(0, 0), swappedWith: 0, effect: .costs(2))
                )
        )
        #expect(
            open.whyParked(3)
                == .couldStand(Alternative(session: 3, cell: at(0, 0), swappedWith: nil, effect: .costs(0)))
        )
    }
}

@Suite struct `The quality` {
    @Test func `counts what comes true and who loses what why`() throws {
        let problem = try Problem.Draft.sample(slots: 2, rooms: 2, sessions: 4, people: 5).with {
            $0.wishes = [
                .init(participant: 0, session: 0, weight: 3), .init(participant: 0, session: 1, weight: 2),
                .init(participant: 1, session: 0, weight: 1), .init(participant: 1, session: 1, weight: 1),
                .init(participant: 1, session: 3, weight: 4), .init(participant: 2, session: 2, weight: 2),
                .init(participant: 3, session: 3, weight: 1),
            ]
        }.problem()

        let quality = Quality(problem, Plan([at(0, 0), at(0, 1), at(1, 0), nil]))

        #expect(quality.wishes.count == 7 && quality.wishes.weight == 14)
        #expect(quality.attained.count == 3 && quality.attained.weight == 6)
        #expect(quality.lostToOverlap.count == 2 && quality.lostToOverlap.weight == 3)
        #expect(quality.lostToParking.count == 2 && quality.lostToParking.weight == 5)
        #expect(quality.losingPeopleCount == 3)
        #expect(quality.peopleByOverlapLosses == [2, 2])
    }

    @Test(arguments: Shape.all)
    func `loses what the score loses`(_ shape: Shape) throws {
        let problem = try shape.problem(seed: 8)
        let plan = Planner.greedyInsertion(problem)

        #expect(Quality(problem, plan).lost.weight == Score(problem, plan).lostInterest)
    }

    @Test func `takes half a long session as lost`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.sessions[0].lengthSlots = 2
            $0.wishes = [
                .init(participant: 0, session: 0, weight: 2), .init(participant: 0, session: 1, weight: 3),
            ]
        }.problem()

        let quality = Quality(problem, Plan([at(0, 0), at(1, 1), nil, nil]))

        #expect(quality.attained.count == 1 && quality.attained.weight == 5)
        #expect(quality.wishes.weight == 7)
    }
}

@Suite struct `Conflicts` {
    @Test func `are sessions at one time that the same people want, the largest first`() throws {
        let problem = try Problem.Draft.sample(slots: 2, rooms: 3, sessions: 5, people: 70).with {
            $0.sessions[4].lengthSlots = 2
            for person in 0..<70 {
                $0.wishes.append(.init(participant: person, session: 0, weight: 1))
                if person % 2 == 0 { $0.wishes.append(.init(participant: person, session: 1, weight: 4)) }
                if person % 10 == 0 { $0.wishes.append(.init(participant: person, session: 4, weight: 2)) }
                $0.wishes.append(.init(participant: person, session: 3, weight: 2))
            }
        }.problem()
        let plan = Plan([at(0, 0), at(0, 1), at(1, 0), nil, at(0, 2)])

        #expect(
            Conflict.all(in: problem, plan, peopleMin: 7) == [
                Conflict(first: 0, second: 1, slot: 0, peopleCount: 35),
                Conflict(first: 0, second: 4, slot: 0, peopleCount: 7),
                Conflict(first: 1, second: 4, slot: 0, peopleCount: 7),
            ]
        )
        #expect(Conflict.all(in: problem, plan, peopleMin: 8).count == 1)
    }
}
