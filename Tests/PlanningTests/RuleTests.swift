import Planning
import Testing

private func at(_ slot: Int, _ room: Int) -> Cell { Cell(slot: slot, room: room) }

@Suite struct `The hard rules` {
    @Test func `find two sessions in one cell, and nothing else`() throws {
        let problem = try Problem.Draft.sample().problem()
        let plan = Plan([at(0, 0), at(0, 0), at(0, 1), at(1, 0)])

        #expect(
            Rule.oneSessionPerCell.findings(problem, plan) == [.sharedCell(at(0, 0), first: 0, second: 1)]
        )
    }

    @Test func `find a session in the second slot of a long one`() throws {
        let problem = try Problem.Draft.sample().with { $0.sessions[0].lengthSlots = 2 }.problem()
        let plan = Plan([at(0, 0), at(1, 0), at(2, 0), at(1, 1)])

        #expect(
            Rule.oneSessionPerCell.findings(problem, plan) == [.sharedCell(at(1, 0), first: 0, second: 1)]
        )
    }

    @Test func `find one host twice in one slot, and nothing else`() throws {
        let anna = 3
        let problem = try Problem.Draft.sample().with {
            for session in 0..<3 { $0.sessions[session].hosts = [anna] }
            $0.sessions[3].hosts = [4]
        }.problem()
        let plan = Plan([at(0, 0), at(0, 1), at(1, 0), at(0, 1)])

        #expect(Rule.hostInOnePlace.findings(problem, plan) == [.hostTwice(host: anna, first: 0, second: 1)])
    }

    @Test func `find an absent host, also in the second slot`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.sessions[0] = .init(hosts: [1, 2])
            $0.sessions[0].lengthSlots = 2
            $0.sessions[1].hosts = [2]
            $0.absences = [.init(host: 2, slot: 1)]
        }.problem()

        let findings = Rule.hostPresent.findings(problem, Plan([at(0, 0), at(0, 1), at(1, 1), nil]))

        #expect(findings == [.hostAbsent(host: 2, session: 0, slot: 1)])
    }

    @Test func `find the equipment that a room lacks`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.rooms[0].features = ["projector"]
            $0.sessions[0].needs = ["projector"]
            $0.sessions[1].needs = ["projector", "piano"]
        }.problem()

        let findings = Rule.equipment.findings(problem, Plan([at(0, 0), at(1, 0), at(0, 1), nil]))

        #expect(findings == [.missingFeature("piano", session: 1, room: 0)])
    }

    @Test func `find pinned sessions elsewhere`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.sessions[0].fixedSlot = 1
            $0.sessions[1].fixedSlot = 1
            $0.sessions[2].fixedRoom = 1
            $0.sessions[3].fixedRoom = 1
        }.problem()
        let plan = Plan([at(1, 0), at(2, 0), at(1, 1), at(0, 0)])

        #expect(Rule.fixedSlot.findings(problem, plan) == [.outsideFixedSlot(session: 1, fixedSlot: 1)])
        #expect(Rule.fixedRoom.findings(problem, plan) == [.outsideFixedRoom(session: 3, fixedRoom: 1)])
    }

    @Test func `find a session that does not wait for its predecessor`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.sessions[0].lengthSlots = 2
            $0.precedences = [
                .init(before: 0, after: 1), .init(before: 0, after: 2), .init(before: 3, after: 2),
            ]
        }.problem()

        let findings = Rule.precedence.findings(problem, Plan([at(0, 0), at(1, 1), at(2, 0), nil]))

        #expect(findings == [.tooEarly(session: 1, after: 0)])
    }

    @Test func `find a session where the programme has the room`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.sessions[3].lengthSlots = 2
            $0.fixedItems = [.init(slot: 0, room: nil), .init(slot: 2, room: 1)]
        }.problem()

        let findings = Rule.blockedCells.findings(problem, Plan([at(0, 1), at(1, 0), at(2, 0), at(1, 1)]))

        #expect(findings == [.blockedCell(at(0, 1), session: 0), .blockedCell(at(2, 1), session: 3)])
    }

    @Test func `find a long session that does not fit the day`() throws {
        let problem = try Problem.Draft.sample(slots: 4).with {
            for session in 0..<3 { $0.sessions[session].lengthSlots = 2 }
            $0.slotsAfterBreak = [2]
        }.problem()

        let findings = Rule.fitsTheDay.findings(problem, Plan([at(3, 0), at(1, 0), at(2, 1), at(3, 1)]))

        #expect(
            findings == [
                .runsPastTheEnd(session: 0, missingSlots: 1), .runsIntoBreak(session: 1, slotAfterBreak: 2),
            ]
        )
    }

    @Test func `find what leaves or enters a frozen slot`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.board = Plan([at(0, 0), at(0, 1), at(1, 0), nil])
            $0.frozenSlots = [0]
        }.problem()

        let findings = Rule.frozenSlots.findings(problem, Plan([at(0, 0), at(1, 1), at(0, 1), at(1, 0)]))

        #expect(
            findings == [
                .settledSessionMoved(session: 1, from: at(0, 1)), .entersFrozenSlot(session: 2, slot: 0),
            ]
        )
    }

    @Test func `find a demanded session that is parked`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.sessions[0].mustBePlaced = true
            $0.sessions[1].mustBePlaced = true
            $0.sessions[2].fixedSlot = 1
            $0.sessions[3].fixedRoom = 1
        }.problem()

        let findings = Rule.mustBePlaced.findings(problem, Plan([at(0, 0), nil, nil, nil]))

        #expect(findings == [.demandedButParked(session: 1), .demandedButParked(session: 2)])
    }

    @Test func `do not judge what has begun`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.board = Plan([at(0, 0), at(0, 1), nil, nil])
            $0.frozenSlots = [0]
            for session in 0..<3 { $0.sessions[session] = .init(hosts: [1], needs: ["piano"]) }
            $0.absences = [.init(host: 1, slot: 0)]
        }.problem()

        let broken = Score(problem, Plan([at(0, 0), at(0, 1), at(1, 0), nil])).broken

        #expect(broken == [.missingFeature("piano", session: 2, room: 0)])
    }
}

@Suite struct `The soft rules` {
    @Test func `find each wish that another one beats or the park swallows`() throws {
        let strong = Problem.Wish(participant: 0, session: 0, weight: 3)
        let weak = Problem.Wish(participant: 0, session: 1, weight: 2)
        let alone = Problem.Wish(participant: 0, session: 2, weight: 1)
        let parked = Problem.Wish(participant: 1, session: 3, weight: 4)
        let problem = try Problem.Draft.sample().with { $0.wishes = [weak, strong, alone, parked] }.problem()
        let plan = Plan([at(0, 0), at(0, 1), at(1, 0), nil])

        #expect(
            Rule.lostInterest.findings(problem, plan) == [
                .wishLost(weak, slot: 0, to: 0), .wishUnplaced(parked, slotCount: 1),
            ]
        )
        #expect(Rule.lostInterest.cost(problem, plan) == 6)
    }

    @Test func `weigh a long session in each of its slots`() throws {
        let long = Problem.Wish(participant: 0, session: 0, weight: 2)
        let short = Problem.Wish(participant: 0, session: 1, weight: 3)
        let equal = Problem.Wish(participant: 0, session: 2, weight: 2)
        let problem = try Problem.Draft.sample().with {
            $0.sessions[0].lengthSlots = 2
            $0.wishes = [long, short, equal]
        }.problem()

        #expect(
            Rule.lostInterest.findings(problem, Plan([at(0, 0), at(0, 1), at(1, 1), nil])) == [
                .wishLost(long, slot: 0, to: 1), .wishLost(equal, slot: 1, to: 0),
            ]
        )
        #expect(Rule.lostInterest.cost(problem, Plan([nil, at(0, 1), at(1, 1), nil])) == 4)
    }

    @Test func `find people beyond the seats`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.rooms[0].capacityPeople = 2
            $0.overCapacityWeight = 5
            for person in 0..<3 {
                for session in 0..<3 {
                    $0.wishes.append(.init(participant: person, session: session, weight: 1))
                }
            }
        }.problem()
        let plan = Plan([at(0, 0), at(0, 1), nil, at(1, 0)])

        #expect(Rule.overflow.findings(problem, plan) == [.overflow(session: 0, room: 0, people: 1)])
        #expect(Rule.overflow.cost(problem, plan) == 5)
    }

    @Test func `find who left the board, not who joined it`() throws {
        let problem = try Problem.Draft.sample().with {
            $0.board = Plan([at(0, 0), at(0, 1), at(1, 0), nil])
            $0.movePrice = 7
        }.problem()
        let plan = Plan([at(0, 0), at(1, 1), nil, at(2, 0)])

        #expect(
            Rule.movedFromBoard.findings(problem, plan) == [
                .moved(session: 1, from: at(0, 1), to: at(1, 1)), .moved(session: 2, from: at(1, 0), to: nil),
            ]
        )
        #expect(Rule.movedFromBoard.cost(problem, plan) == 14)
    }

    @Test func `find one topic twice at the same time, also in the second slot of a long session`() throws {
        let problem = try Problem.Draft.sample(sessions: 5).with {
            for (session, topic) in ["mobility", "mobility", "vacancy", "mobility", nil].enumerated() {
                $0.sessions[session].topic = topic
            }
            $0.sessions[0].lengthSlots = 2
            $0.sameTopicWeight = 3
        }.problem()
        let plan = Plan([at(0, 0), at(1, 1), at(0, 1), at(2, 0), at(2, 1)])

        #expect(Rule.sameTopicApart.findings(problem, plan) == [.sameTopicInParallel(first: 0, second: 1)])
        #expect(Rule.sameTopicApart.cost(problem, plan) == 3)
    }

    @Test func `find a host who goes straight from one session into the next, but not after a break`() throws
    {
        let (anna, ben) = (3, 4)
        let problem = try Problem.Draft.sample(slots: 4, sessions: 5).with {
            for session in [0, 1, 2] { $0.sessions[session].hosts = [anna] }
            for session in [3, 4] { $0.sessions[session].hosts = [ben] }
            $0.slotsAfterBreak = [2]
            $0.hostSpreadWeight = 4
        }.problem()
        let plan = Plan([at(1, 0), at(0, 1), at(2, 0), at(0, 0), at(2, 1)])

        #expect(
            Rule.hostSpread.findings(problem, plan) == [.hostWithoutPause(host: anna, first: 0, second: 1)])
        #expect(Rule.hostSpread.cost(problem, plan) == 4)
    }

    @Test func `add up to the score`() throws {
        let problem = try Shape.all[5].problem(seed: 4)
        let plan = Planner.greedyInsertion(problem)

        let score = Score(problem, plan)

        #expect(score.cost == Rule.all.reduce(0) { $0 + $1.cost(problem, plan) })
        #expect(Rule.all.map(\.name) == Rule.Name.allCases)
    }
}
