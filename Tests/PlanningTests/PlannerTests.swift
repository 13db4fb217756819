import Synchronization
import Testing

@testable import Planning

private func at(_ slot: Int, _ room: Int) -> Cell { Cell(slot: slot, room: room) }

@Suite struct `The planner` {
    @Test(arguments: Shape.all, [UInt64](1...4))
    func `keeps the hard rules and is never worse than greedy insertion`(
        _ shape: Shape,
        _ seed: UInt64
    ) throws {
        let problem = try shape.problem(seed: seed)
        let greedy = Planner.greedyInsertion(problem)

        let outcome = Planner.plan(problem, seed: seed, moves: 3_000)

        let unmet = Set(outcome.contradictions.map { Finding.demandedButParked(session: $0.parked) })
        #expect(Set(outcome.score.broken).subtracting(unmet).isEmpty)
        #expect(Set(Score(problem, greedy).broken).subtracting(unmet).isEmpty)
        if outcome.plan.parked.count >= greedy.parked.count {
            #expect(outcome.score.cost <= Score(problem, greedy).cost)
        }
        #expect(outcome.score == Score(problem, outcome.plan))
    }

    @Test(arguments: Shape.all)
    func `gives the same plan for the same seed and moves`(_ shape: Shape) throws {
        let problem = try shape.problem(seed: 9)

        let first = Planner.plan(problem, seed: 5, moves: 2_000)
        let second = Planner.plan(problem, seed: 5, moves: 2_000)

        #expect(first.plan == second.plan)
        #expect(first.movesMade == 2_000)
    }

    @Test func `gives this very plan on every machine`() throws {
        let problem = try Problem.Draft.sample(slots: 4, rooms: 3, sessions: 12, people: 90).with {
            for number in 0..<(90 * 12) where number * number % 11 < 4 {
                $0.wishes.append(
                    .init(participant: number / 12, session: number % 12, weight: 1 + number * 7 % 13 % 4)
                )
            }
        }.problem()

        let plan = Planner.plan(problem, seed: 3, moves: 5_000).plan

        #expect(
            plan.cells.map { $0.map { $0.slot * 10 + $0.room } } == [
                12, 31, 1, 20, 11, 32, 2, 21, 10, 30, 0, 22,
            ]
        )
    }

    @Test(arguments: [1, 3])
    func `finds the best of its starts, in whatever order they run`(_ starts: Int) throws {
        let problem = try Shape.all[0].problem(seed: 2)
        let each = (0..<starts).map { start in
            Planner.plan(problem, seed: 7 &+ UInt64(start) << 32, moves: 400)
        }

        let backwards = Planner.plan(problem, Starts(starts, seed: 7) { _ in .moves(400) }) { count, run in
            Array((0..<count).reversed().map(run).reversed())
        }

        let best = try #require(each.map(\.score.cost).min())
        #expect(backwards.plan == each.first { $0.score.cost == best }?.plan)
        #expect(backwards.movesMade == 400 * starts)
    }

    @Test(arguments: [UInt64](0..<40))
    func `finds the best of all small boards, and says that it is proven`(_ seed: UInt64) throws {
        let problem = try Problem.small(seed: seed)
        guard let cheapest = BruteForce(problem).cost(parkedSlotsMax: 0) else { return }

        let outcome = Planner.plan(problem, Starts { _ in .moves(50) }, proofSteps: 3_000_000)

        guard outcome.contradictions.isEmpty else { return }
        #expect(outcome.plan.parked.isEmpty)
        #expect(outcome.isProvenBest)
        #expect(outcome.score.cost == cheapest)
    }

    @Test func `parks fewer where that is possible, also when it is dearer`() throws {
        let problem = try Problem.Draft.sample(slots: 4, rooms: 1, sessions: 2).with {
            $0.sessions[0].lengthSlots = 2
            $0.sessions[1].lengthSlots = 2
            $0.wishes = (0..<4).map { .init(participant: $0, session: 0, weight: 1) }
            $0.board = Plan([at(1, 0), nil])
            $0.movePrice = 100
        }.problem()

        let outcome = Planner.plan(problem, Starts { _ in .moves(0) }, proofSteps: 1_000_000)

        #expect(outcome.plan.parked == [])
        #expect(outcome.isProvenBest)
    }

    @Test func `proves the best of those who are admitted`() throws {
        let problem = try minority(.mostWanted)

        let outcome = Planner.plan(problem, Starts { _ in .moves(2_000) }, proofSteps: 3_000_000)

        #expect(outcome.plan.parked == [4])
        #expect(outcome.isProvenBest)
        #expect(Planner.lowerBound(problem, beside: outcome.plan, steps: 100_000).cost <= outcome.score.cost)
    }

    @Test func `plans with the dearest prices that are allowed`() throws {
        let problem = try Problem.Draft.sample(slots: 1, rooms: 2, sessions: 2, people: 400).with {
            $0.rooms = [.init(capacityPeople: 0), .init(capacityPeople: 1_000)]
            $0.overCapacityWeight = Problem.Limit.prices.upperBound
            $0.wishes = (0..<400).map { .init(participant: $0, session: 0, weight: 1) }
        }.problem()

        #expect(Planner.plan(problem, moves: 2_000).plan[0] == at(0, 1))
    }

    @Test func `proves nothing when nothing is asked for`() throws {
        let problem = try Problem.small(seed: 1)

        #expect(!Planner.plan(problem, Starts { _ in .moves(500) }).isProvenBest)
    }

    @Test func `says how far it has come`() throws {
        let problem = try Shape.all[0].problem(seed: 2)
        let told = Told()

        let outcome = Planner.plan(
            problem, budget: .moves(20_000), watch: Watch(report: { told.add($0) }))

        #expect(told.all.first?.part == 0)
        #expect(told.all.map(\.part) == told.all.map(\.part).sorted())
        #expect(told.all.map(\.moves) == told.all.map(\.moves).sorted())
        #expect(told.all.count > 10)
        #expect(outcome.score.cost <= told.all.last?.cost ?? 0)
    }

    @Test func `gives a session for a few who would sit idle the place of the fourth favourite of all`()
        throws
    {
        let problem = try minority()

        #expect(Planner.plan(problem, moves: 3_000).plan.parked == [3])
    }

    @Test func `admits the most wanted when that is asked for`() throws {
        let problem = try minority(.mostWanted)

        let outcome = Planner.plan(problem, moves: 3_000)

        #expect(outcome.plan.parked == [4])
        #expect(Planner.greedyInsertion(problem).parked == [4])
    }

    @Test func `admits who is demanded before the most wanted`() throws {
        let problem = try minority(.mostWanted) { $0.sessions[4].mustBePlaced = true }

        #expect(Planner.plan(problem, moves: 3_000).plan.parked == [3])
    }

    @Test func `admits no more than there is room for beside what has begun`() throws {
        let problem = try Problem.Draft.sample(slots: 3, rooms: 1, sessions: 3, people: 5).with {
            $0.sessions[0].lengthSlots = 2
            $0.board = Plan([at(0, 0), nil, nil])
            $0.frozenSlots = [0]
            $0.admission = .mostWanted
            $0.wishes = (0..<5).map { .init(participant: $0, session: 2, weight: 1) }
        }.problem()

        #expect(problem.excludedSessions() == [1])
        #expect(Planner.plan(problem, moves: 500).plan == Plan([at(0, 0), nil, at(2, 0)]))
    }

    /// Two slots in two rooms; twenty people want the first four sessions, three only the fifth.
    private func minority(
        _ admission: Admission = .bestBoard, _ change: (inout Problem.Draft) -> Void = { _ in }
    ) throws -> Problem {
        var draft = Problem.Draft.sample(slots: 2, rooms: 2, sessions: 5, people: 23)
        draft.rooms = Array(repeating: Problem.Room(capacityPeople: 30), count: 2)
        draft.admission = admission
        for person in 0..<20 {
            for session in 0..<4 {
                draft.wishes.append(.init(participant: person, session: session, weight: 4 - session))
            }
        }
        for person in 20..<23 { draft.wishes.append(.init(participant: person, session: 4, weight: 4)) }
        change(&draft)
        return try draft.problem()
    }

    @Test func `stops when cancelled and still has a board`() throws {
        let problem = try Shape.all[0].problem(seed: 1)

        let outcome = Planner.plan(problem, moves: 1_000_000_000, isCancelled: { true })

        #expect(outcome.wasCancelled)
        #expect(outcome.movesMade == 0)
        #expect(outcome.plan == Planner.greedyInsertion(problem))
    }

    @Test func `chooses the most wanted sessions when there are more than cells`() throws {
        let problem = try Problem.Draft.sample(slots: 2, rooms: 1, sessions: 5, people: 10).with {
            for session in 0..<5 {
                for person in 0...(2 * session) where person < 10 {
                    $0.wishes.append(.init(participant: person, session: session, weight: 1))
                }
            }
        }.problem()

        let outcome = Planner.plan(problem, moves: 2_000)

        #expect(outcome.plan.parked == [0, 1, 2])
        #expect(outcome.contradictions.isEmpty)
    }

    @Test func `places sessions that nobody wants while there is room`() throws {
        let problem = try Problem.Draft.sample(slots: 2, rooms: 2, sessions: 4).with {
            $0.wishes = [.init(participant: 0, session: 0, weight: 1)]
        }.problem()

        #expect(Planner.plan(problem, moves: 500).plan.parked.isEmpty)
    }

    @Test func `places a session that costs more than it brings while there is room`() throws {
        let problem = try Problem.Draft.sample(slots: 1, rooms: 2, sessions: 2, people: 30).with {
            $0.rooms[1].capacityPeople = 0
            for person in 0..<30 {
                $0.wishes.append(.init(participant: person, session: 0, weight: 2))
                $0.wishes.append(.init(participant: person, session: 1, weight: 1))
            }
        }.problem()

        #expect(Planner.plan(problem, moves: 500).plan.parked.isEmpty)
    }

    @Test func `makes room for a demanded session that chooses late`() throws {
        // One by one, the first takes room 0 and the second room 1, and the third is left without a piano.
        let problem = try Problem.Draft.sample(slots: 1, rooms: 3, sessions: 3).with {
            $0.rooms[0].features = ["piano"]
            $0.rooms[1].features = ["piano", "stage"]
            $0.rooms[2].features = ["stage"]
            $0.sessions[0].needs = ["piano"]
            $0.sessions[1].needs = ["stage"]
            $0.sessions[2].needs = ["piano"]
            for session in 0..<3 { $0.sessions[session].mustBePlaced = true }
        }.problem()

        #expect(Planner.greedyInsertion(problem).cells.map { $0?.room } == [0, 2, 1])
    }

    @Test func `keeps a long session together and out of breaks`() throws {
        let problem = try Problem.Draft.sample(slots: 4, rooms: 1, sessions: 3).with {
            $0.sessions[0].lengthSlots = 2
            $0.slotsAfterBreak = [1, 3]
        }.problem()

        let outcome = Planner.plan(problem, moves: 500)

        #expect(outcome.plan[0] == at(1, 0))
        #expect(outcome.plan.parked.isEmpty)
        #expect(outcome.score.broken.isEmpty)
    }
}

@Suite struct `Planning anew` {
    private func day(_ change: (inout Problem.Draft) -> Void = { _ in }) throws -> Problem {
        var draft = Problem.Draft.sample(slots: 3, rooms: 2, sessions: 6, people: 12)
        draft.board = Plan([at(0, 0), at(0, 1), at(1, 0), at(1, 1), at(2, 0), at(2, 1)])
        for person in 0..<12 {
            draft.wishes.append(.init(participant: person, session: 0, weight: 3))
            draft.wishes.append(.init(participant: person, session: 1, weight: 3))
        }
        change(&draft)
        return try Problem(draft)
    }

    @Test func `moves what is worth its price`() throws {
        let problem = try day { $0.movePrice = 5 }

        let outcome = Planner.plan(problem, moves: 2_000)

        #expect(outcome.score.movedCount == 2)
        #expect(outcome.score.lostInterest == 0)
    }

    @Test func `leaves the board when moving is dearer than what is lost`() throws {
        let problem = try day { $0.movePrice = 1_000 }

        let outcome = Planner.plan(problem, moves: 2_000)

        #expect(problem.board?.moves(to: outcome.plan) == [])
    }

    @Test func `does not touch a slot that has begun`() throws {
        let problem = try day {
            $0.frozenSlots = [0]
            $0.fixedItems = [.init(slot: 0, room: 0)]
            $0.sessions[1] = .init(hosts: [1], needs: ["piano"])
            $0.absences = [.init(host: 1, slot: 0)]
        }

        let outcome = Planner.plan(problem, moves: 2_000)

        #expect(outcome.plan[0] == at(0, 0))
        #expect(outcome.plan[1] == at(0, 1))
        #expect(outcome.score.broken.isEmpty)
        #expect(outcome.contradictions.isEmpty)
    }

    @Test func `moves only who must when a room is lost`() throws {
        let problem = try day {
            $0.sessions.append(.init())
            $0.slotCount = 4
            $0.board = Plan((0..<6).map { at($0 / 2, $0 % 2) } + [nil])
            $0.fixedItems = [.init(slot: 1, room: 0)]
            $0.movePrice = 1_000
        }

        let outcome = Planner.plan(problem, moves: 2_000)

        #expect(problem.board?.moves(to: outcome.plan).map(\.session) == [2, 6])
        #expect(outcome.plan.parked.isEmpty)
    }

    @Test func `keeps a running long session and closes its second slot`() throws {
        let problem = try Problem.Draft.sample(slots: 2, rooms: 1, sessions: 2).with {
            $0.sessions[0].lengthSlots = 2
            $0.board = Plan([at(0, 0), nil])
            $0.frozenSlots = [0]
        }.problem()

        #expect(Planner.plan(problem, moves: 500).plan == Plan([at(0, 0), nil]))
    }
}

@Suite struct `At the edges` {
    static let sizes = [(0, 2, 3), (2, 0, 3), (2, 2, 0), (0, 0, 0), (1, 1, 1), (1, 1, 3), (2, 2, 3)]

    @Test(arguments: sizes)
    func `the planner places as many as there is room for`(_ slots: Int, _ rooms: Int, _ sessions: Int) throws
    {
        let problem = try Problem.Draft.sample(slots: slots, rooms: rooms, sessions: sessions).problem()

        let outcome = Planner.plan(problem, moves: 300)

        #expect(outcome.plan.cells.count == sessions)
        #expect(outcome.plan.parked.count == max(0, sessions - slots * rooms))
        #expect(outcome.score.cost == 0)
        #expect(Quality(problem, outcome.plan).wishes.count == 0)
        #expect(Conflict.all(in: problem, outcome.plan).isEmpty)
        for session in 0..<sessions {
            let count = Inspection(problem, outcome.plan).alternatives(of: session).count
            #expect(count == slots * rooms - (outcome.plan[session] == nil ? 0 : 1))
        }
    }

    @Test func `everything blocked parks everybody and says why`() throws {
        let problem = try Problem.Draft.sample(sessions: 2).with {
            $0.fixedItems = (0..<3).map { .init(slot: $0, room: nil) }
        }.problem()

        let outcome = Planner.plan(problem, moves: 300)

        let items: [Demand] = (0..<3).map { .fixedItem(.init(slot: $0, room: nil)) }
        #expect(outcome.plan == Plan([nil, nil]))
        #expect(
            outcome.contradictions == [
                Contradiction(sessions: [0], rules: [.blockedCells], demands: items, parked: 0),
                Contradiction(sessions: [1], rules: [.blockedCells], demands: items, parked: 1),
            ]
        )
    }

    @Test func `no participants at all is a problem too`() throws {
        let problem = try Problem.Draft.sample(people: 0).problem()

        #expect(Planner.plan(problem, moves: 300).plan.parked.isEmpty)
    }
}

/// What a watch was told.
private final class Told: Sendable {
    private let told = Mutex<[SearchProgress]>([])

    var all: [SearchProgress] { told.withLock { $0 } }

    func add(_ progress: SearchProgress) { told.withLock { $0.append(progress) } }
}
