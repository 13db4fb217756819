import Foundation
import Planning
import Testing

@testable import tafelrunde

@Suite struct `The second opinion on a plan` {
    private struct Chances: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }

        mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }
    }

    /// A file with everything that a file may say.
    private func sample(_ chances: inout Chances) -> String {
        let (slots, people, rooms, sessions) = (5, 20, 3, 11)
        let features = ["projector", "piano"]
        let roomTexts = (0..<rooms).map { room in
            #"{"id": \#(room + 10), "capacity": \#(chances.number(2..<9)), "features": ["\#(features[room % 2])"]}"#
        }
        let sessionTexts = (0..<sessions).map { session in
            var fields = [#""id": \#(session + 100)"#, #""hosts": [\#(chances.number(0..<6))]"#]
            if session % 4 == 0 { fields.append(#""needs": ["projector"]"#) }
            if session == 3 { fields.append(#""length": 2"#) }
            if session % 3 == 0 { fields.append(#""topic": "mobility""#) }
            if session == 5 { fields.append(#""fixedSlot": 2"#) }
            if session == 6 { fields.append(#""fixedRoom": 11"#) }
            if session == 7 { fields.append(#""mustPlace": true"#) }
            return "{\(fields.joined(separator: ", "))}"
        }
        var interests: [String] = []
        for person in 0..<people {
            for session in 0..<sessions where chances.number(0..<3) == 0 {
                interests.append("[\(person), \(session + 100), \(chances.number(1..<5))]")
            }
        }
        let board = #"{"slot": [0, 0, 1, 2, 1, 2, 4, null, null, null, null], "#
            + #""room": [10, 11, 12, 10, 10, 11, 11, null, null, null, null]}"#
        return """
            {"name": "all", "slots": \(slots), "participants": \(people), "overCapacityWeight": 2, "movePrice": 3,
             "rooms": [\(roomTexts.joined(separator: ", "))], "sessions": [\(sessionTexts.joined(separator: ", "))],
             "hostUnavailable": [[0, 0], [1, 3]], "precedences": [[101, 102], [104, 108]],
             "fixedItems": [[1, 11]], "frozenSlots": [0], "board": \(board),
             "weights": {"sameTopicInParallel": 5, "hostSpread": 4}, "interests": [\(interests.joined(separator: ", "))]}
            """
    }

    @Test(arguments: [UInt64](1...25))
    func `counts what the rules count, on plans that are good and on plans that are not`(_ seed: UInt64) throws {
        var chances = Chances(state: seed)
        let workplace = try Workplace()
        try workplace.write("a.json", sample(&chances))
        let path = workplace.path("a.json")
        let file = try PlanningFile.read(ProblemFile.self, from: path)
        let problem = try NamedProblem(file, path).problem
        let good = Planner.plan(problem, seed: seed, moves: 3_000).plan
        var plans = [good]
        for _ in 0..<12 {
            var other = plans[plans.count / 2]
            let session = chances.number(0..<problem.sessions.count)
            other[session] =
                chances.number(0..<6) == 0
                ? nil : Cell(slot: chances.number(0..<4), room: chances.number(0..<3))
            plans.append(other)
        }

        let board = problem.board?.cells ?? []
        for plan in plans {
            let score = Score(problem, plan)
            let check = PlanCheck(
                file, slot: plan.cells.map { $0?.slot }, room: plan.cells.map { $0?.room },
                board: (board.map { $0?.slot }, board.map { $0?.room }))

            #expect(check.cost == score.cost)
            #expect(check.broken.isEmpty == score.broken.isEmpty, "\(check.broken) \(score.broken)")
        }
        #expect(Set(plans).count > 6)
    }
}
