import Foundation
import Planning
import Testing

@testable import tafelrunde

/// Files of the planner's own samples.
enum Golden {
    static func text(_ name: String) throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: folder.appendingPathComponent("Golden/\(name)"), encoding: .utf8)
    }
}

@Suite struct `The command that plans` {
    @Test func `gives the same file for the same seed, byte for byte, also when all cores are busy`()
        async throws
    {
        let workplace = try Workplace()
        try workplace.write("barcamp.json", try Golden.text("barcamp.json"))
        let names = ["a.json", "b.json", "c.json", "d.json"]

        let running = try names.map {
            try RunningCommand(
                Command(workplace: workplace),
                ["plan", "barcamp.json", "--seed", "7", "--starts", "2", "--moves", "60000", "-o", $0])
        }
        for command in running { #expect(await command.ended() == 0, "\(command.complaints())") }

        for name in names {
            let written = try String(contentsOfFile: workplace.path(name), encoding: .utf8)
            #expect(try written == Golden.text("plan.json"))
        }
    }

    @Test func `prints what a plan costs, what is lost and where everybody stands`() async throws {
        let workplace = try Workplace()
        try workplace.write("barcamp.json", try Golden.text("barcamp.json"))

        let outcome = try await Command(workplace: workplace).run("plan", "barcamp.json", "--moves", "5000")

        #expect(outcome.exitCode == 0)
        let names = outcome.lines.map { $0.prefix { $0 != " " } }.filter {
            !$0.isEmpty && $0.first?.isNumber == false
        }
        #expect(names == ["problem", "cost", "search", "parked", "slot"])
        #expect(outcome.output.contains("1 start, 5000 moves, "))
        #expect(outcome.complaints == "")
    }

    @Test func `looks over a plan and ends with one when a rule is broken`() async throws {
        let workplace = try Workplace()
        try workplace.write("barcamp.json", try Golden.text("barcamp.json"))
        try workplace.write("plan.json", try Golden.text("plan.json"))
        let file = try PlanningFile.read(PlanFile.self, from: workplace.path("plan.json"))
        let crowded = PlanFile(slot: file.slot.map { _ in 1 }, room: file.room.map { _ in 1 })
        try workplace.write("crowded.json", try PlanningJSON.text(of: crowded))
        let command = Command(workplace: workplace)

        let kept = try await command.run("plan", "--check", "plan.json", "barcamp.json")
        let broken = try await command.run("plan", "--check", "crowded.json", "barcamp.json")

        #expect(kept.exitCode == 0)
        #expect(kept.lines.last == "rules          all are kept")
        #expect(broken.exitCode == 1)
        #expect(broken.output.contains("broken: session 0 and session 1 are in the same place"))
    }

    @Test func `says which demands contradict, and plans the rest`() async throws {
        let workplace = try Workplace()
        try workplace.write(
            "a.json",
            """
            {"slots": 2, "participants": 3, "rooms": [{"capacity": 2}], "interests": [[0, 0, 3]],
             "sessions": [{"hosts": [0], "fixedSlot": 0}, {"hosts": [1], "fixedSlot": 0}]}
            """)

        let outcome = try await Command(workplace: workplace).run("plan", "a.json")

        #expect(outcome.exitCode == 0)
        let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            words.contains(
                "cannot be sessions 0, 1 together: one session in a place, fixed slots (session 0 is fixed to slot 0, "
                    + "session 1 is fixed to slot 0); session 1 is parked"))
    }

    @Test func `each single demand of a contradiction is told in the words of the file`() async throws {
        let workplace = try Workplace()
        try workplace.write(
            "a.json",
            """
            {"slots": 3, "participants": 3, "interests": [[0, 70, 3]],
             "rooms": [{"id": 5, "capacity": 2, "features": ["projector"]}, {"id": 6, "capacity": 2}],
             "fixedItems": [[1, null], [2, 5]], "hostUnavailable": [[1, 0]],
             "sessions": [{"id": 70, "hosts": [1], "needs": ["projector"], "mustPlace": true}]}
            """)

        let outcome = try await Command(workplace: workplace).run("plan", "a.json")

        let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for demand in [
            "session 70 takes place", "session 70 needs projector", "host 1 is away in slot 0",
            "slot 1 is taken in all rooms", "slot 2 is taken in room 5",
        ] {
            #expect(words.contains(demand), "\(words)")
        }
    }

    @Test(arguments: [
        (#""slots": 2"#, #""slots": 201"#, "slots: 201 is out of range; 0 to 200 can be planned"),
        (#""slots": 2"#, #""slot": 2"#, "slot: there is no such field"),
        (#"[0, 7, 3]"#, #"[0, 8, 3]"#, "interests[0]: there is no session 8"),
        (#"[0, 7, 3]"#, #"[3, 7, 3]"#, "interests[0]: there is no participant 3; they count from 0 to 2"),
        (#"[0, 7, 3]"#, #"[0, 7, 5]"#, "interests[0]: the weight 5 is not one of 1, 2, 3 and 4"),
        (#"[0, 7, 3]"#, #"[0, 7]"#, "interests[0]: expected a participant, a session and a weight"),
        (#"[0, 7, 3]"#, #"[0, 7, 3], [0, 7, 2]"#, "interests[1]: participant 0 wants session 7 twice"),
        (#""id": 9"#, #""id": 7"#, "sessions[1].id: sessions[0] has the id 7 already"),
        (#""hosts": [1]"#, #""hosts": [-1]"#, "sessions[1].hosts[0]: there is no participant -1"),
        (#""hosts": [1]"#, #""hosts": [1], "fixedSlot": 2"#, "sessions[1].fixedSlot: there is no slot 2"),
        (#""hosts": [1]"#, #""hosts": [1], "fixedRoom": 4"#, "sessions[1].fixedRoom: there is no room 4"),
        (#""hosts": [1]"#, #""hosts": [1], "length": 0"#, "sessions[1].length: 0 is out of range"),
        (
            #""slots": 2"#, #""slots": 2, "precedences": [[7, 7]]"#,
            "precedences[0]: session 7 cannot come before"
        ),
        (#""slots": 2"#, #""slots": 2, "precedences": [[7]]"#, "precedences[0]: expected the session before"),
        (
            #""slots": 2"#, #""slots": 2, "hostUnavailable": [[0, 2]]"#,
            "hostUnavailable[0]: there is no slot 2"
        ),
        (#""slots": 2"#, #""slots": 2, "fixedItems": [[null, 0]]"#, "fixedItems[0]: there is no slot."),
        (#""slots": 2"#, #""slots": 2, "fixedItems": [[0]]"#, "fixedItems[0]: expected a slot, and a room"),
        (#""slots": 2"#, #""slots": 2, "frozenSlots": [2]"#, "frozenSlots[0]: there is no slot 2"),
        (#""slots": 2"#, #""slots": 2, "movePrice": -1"#, "movePrice: -1 is out of range"),
        (
            #""slots": 2"#, #""slots": 2, "weights": {"hostSpread": 10001}"#,
            "weights.hostSpread: 10001 is out"
        ),
        (
            #""slots": 2"#, #""slots": 2, "board": {"slot": [0], "room": [0]}"#,
            "board.slot: it has 1 session, and the problem 2."
        ),
        (
            #""slots": 2"#, #""slots": 2, "board": {"slot": [0, 1], "room": [0]}"#,
            "board.room: it has 1 entry, and slot has 2."
        ),
        (
            #""slots": 2"#, #""slots": 2, "board": {"slot": [0, 2], "room": [0, 0]}"#,
            "board.slot[1]: there is no slot 2"
        ),
        (
            #""slots": 2"#, #""slots": 2, "board": {"slot": [0, null], "room": [0, 0]}"#,
            "board.slot: session 1 has a slot without a room"
        ),
        (
            #""slots": 2"#, #""slots": 2, "board": {"slot": [0, 0], "room": [0, 0]}"#,
            "on the board sessions[0] and sessions[1] both stand in slot 0, rooms[0]"
        ),
    ])
    func `refuses a file in one sentence that names the field`(
        _ right: String, _ wrong: String, _ sentence: String
    ) async throws {
        let workplace = try Workplace()
        let sample = """
            {"slots": 2, "participants": 3, "rooms": [{"capacity": 2, "features": []}], "interests": [[0, 7, 3]],
             "sessions": [{"id": 7, "hosts": [0]}, {"id": 9, "hosts": [1]}]}
            """
        try workplace.write("right.json", sample)
        try workplace.write("wrong.json", sample.replacingOccurrences(of: right, with: wrong))

        #expect(throws: Never.self) { try named(workplace.path("right.json")) }
        let fault = #expect(throws: FileFault.self) { try named(workplace.path("wrong.json")) }

        #expect(fault?.description.contains("wrong.json: \(sentence)") == true, "\(fault as Any)")
        #expect(fault?.reason.rawValue == 65)
    }

    private func named(_ path: String) throws -> NamedProblem {
        try NamedProblem(try PlanningFile.read(ProblemFile.self, from: path), path)
    }

    @Test func `ends with 65 and one line when the file is wrong, and with 64 when the words are`()
        async throws
    {
        let workplace = try Workplace()
        try workplace.write("a.json", "{\n\"slots\": 2,,\n}")
        let command = Command(workplace: workplace)

        let malformed = try await command.run("plan", "a.json")
        let both = try await command.run("plan", "a.json", "--moves", "1", "--seconds", "1")
        let missing = try await command.run("plan", "b.json")

        #expect(malformed.exitCode == 65)
        #expect(
            malformed.complaints
                == "tafelrunde: a.json, line 2: not JSON: there is “,” where the name of a field should come.\n"
        )
        #expect(both.exitCode == 64)
        #expect(missing.exitCode == 66)
    }
}
