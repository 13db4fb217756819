import Synchronization
import Testing

@testable import Planning

/// A hundred sessions of two slots each, in two hundred cells: greedy insertion alone looks thousands of times.
private func longDay() throws -> Problem {
    var draft = Problem.Draft.sample(slots: 20, rooms: 10, sessions: 100, people: 30)
    for session in 0..<100 {
        draft.sessions[session].lengthSlots = 2
        for person in 0..<30 where (person * 7 + session * 3) % 5 == 0 {
            draft.wishes.append(.init(participant: person, session: session, weight: 1 + session % 4))
        }
    }
    return try draft.problem()
}

/// Says yes from a given question on, and counts how often it was asked after that.
private final class Bell: Sendable {
    private let asked = Mutex(0)
    private let rings: Int

    init(afterQuestions rings: Int) { self.rings = rings }

    func isRinging() -> Bool {
        asked.withLock {
            $0 += 1
            return $0 > rings
        }
    }

    var askedInVain: Int { asked.withLock { max(0, $0 - rings) } }
}

@Suite struct `A deadline` {
    @Test(arguments: [0, 1, 10, 40])
    func `ends a plan of many long sessions wherever it is`(_ questions: Int) throws {
        let problem = try longDay()
        let bell = Bell(afterQuestions: questions)

        let outcome = Planner.plan(
            problem, budget: .moves(1_000_000), watch: Watch(isCancelled: { bell.isRinging() }))

        #expect(outcome.wasCancelled)
        #expect(bell.askedInVain <= 4)
        #expect(outcome.plan.parked.isEmpty)
        #expect(outcome.score.broken.isEmpty)
    }

    @Test(arguments: [0, 3, 40])
    func `holds by the clock too, in the descent an eighth later`(_ questions: Int) throws {
        let problem = try longDay()
        let bell = Bell(afterQuestions: questions)

        let outcome = Planner.plan(problem, budget: .clock { bell.isRinging() ? 1.125 : 0.5 })

        #expect(!outcome.wasCancelled)
        #expect(bell.askedInVain <= 3)
        #expect(outcome.score.broken.isEmpty)
    }

    @Test func `leaves the descent time while an eighth is not over`() throws {
        let problem = try longDay()
        let late = Planner.plan(problem, budget: .clock { 1.125 }).score.cost
        let inTime = Planner.plan(problem, budget: .clock { 1.1 }).score.cost

        #expect(inTime < late)
    }

    @Test func `counts no moves`() throws {
        let problem = try longDay()

        #expect(
            Planner.plan(problem, moves: 0).score.cost
                <= Score(problem, Planner.greedyInsertion(problem)).cost)
        #expect(!Budget.moves(0).isOverrun(byEighths: 0))
    }
}
