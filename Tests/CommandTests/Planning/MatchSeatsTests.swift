import Foundation
import Testing

@Suite struct `Seats by the command line` {
    private let workplace: Workplace
    private let command: Command

    /// Two seats a session, one of which the host of 10 has.
    private static let day = """
        {"slots": 2, "participants": 4, "rooms": [{"id": 5, "capacity": 2}],
         "sessions": [{"id": 10, "hosts": [0]}, {"id": 11}],
         "interests": [[0, 10, 4], [0, 11, 3], [1, 10, 3], [1, 11, 1], [2, 10, 2], [2, 11, 1], [3, 11, 4]]}
        """

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
        try workplace.write("day.json", Self.day)
        try workplace.write("plan.json", #"{"slot": [0, 1], "room": [5, 5]}"#)
    }

    @Test func `are given so that nobody loses twice before everybody lost once`() async throws {
        let fair = try await command.run("match", "seats", "plan.json", "day.json")

        #expect(fair.exitCode == 0)
        #expect(
            fair.lines == [
                "slot  session  room  seats  want it  taken  elsewhere  without",
                "0          10     5      2        3      2          0        1: 2",
                "1          11     5      2        4      2          0        2: 0, 1",
                "sessions       2 of 2 have fewer seats than people who want them",
                "losses         1 person loses nothing and 3 people lose once",
                "weight         8 of the 14 that seats for everybody would bring",
                "second best    0 seats are in a session that is wanted less than another",
                "proof          nothing better exists",
            ])
    }

    @Test func `are given by weight where that comes first`() async throws {
        let heavy = try await command.run("match", "seats", "plan.json", "day.json", "--by", "weight")

        #expect(
            heavy.output.contains(
                "losses         2 people lose nothing, 1 person loses once and 1 person loses"))
        #expect(heavy.lines.contains("               twice"))
        #expect(heavy.output.contains("weight         10 of the 14 "))
    }

    @Test func `of a session that is repeated are wanted once`() async throws {
        let once = try await command.run("match", "seats", "plan.json", "day.json", "--repeated", "10,11")

        #expect(once.output.contains("losses         3 people lose nothing\n"))
    }

    @Test func `are told for programs by person, by session and by loss, into a file`() async throws {
        let written = try await command.run(
            "match", "seats", "plan.json", "day.json", "--json", "-o", "seats.json")
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(try workplace.read("seats.json").utf8))
                as? [String: Any])

        #expect(written.lines == ["Written: seats.json"])
        let sittings = try #require(fields["sittings"] as? [[String: Any]])
        #expect(sittings.map { $0["session"] as? Int } == [10, 11])
        #expect(sittings.map { $0["seated"] as? [Int] } == [[0, 1], [2, 3]])
        #expect(sittings.map { $0["without"] as? [Int] } == [[2], [0, 1]])
        let people = try #require(fields["people"] as? [[Any]])
        #expect(people[0].first as? Int == 10 && people[0].last is NSNull)
        #expect((fields["losses"] as? [[String: Any]])?.map { $0["person"] as? Int } == [0, 1, 2])
        #expect(fields["peopleByLosses"] as? [Int] == [1, 3])
        #expect(fields["provenOptimal"] as? Bool == true)
    }

    @Test func `count who sits elsewhere, and nobody who is not there`() async throws {
        try workplace.write(
            "day.json",
            """
            {"slots": 1, "participants": 3, "rooms": [{"capacity": 1}, {"capacity": 2}],
             "sessions": [{"hosts": []}, {}], "hostUnavailable": [[2, 0]],
             "interests": [[0, 0, 4], [1, 0, 2], [1, 1, 1], [2, 0, 4]]}
            """)
        try workplace.write("plan.json", #"{"slot": [0, 0], "room": [0, 1]}"#)

        let told = try await command.run("match", "seats", "plan.json", "day.json")

        #expect(
            told.lines.prefix(2) == [
                "slot  session  room  seats  want it  taken  elsewhere  without",
                "0           0     0      1        2      1          1        0",
            ])
        #expect(told.lines.contains("second best    1 seat is in a session that is wanted less than another"))
    }

    @Test func `are given also on a plan that breaks a rule, which is said`() async throws {
        try workplace.write("plan.json", #"{"slot": [0, 0], "room": [5, 5]}"#)

        let told = try await command.run("match", "seats", "plan.json", "day.json")

        #expect(told.exitCode == 0)
        #expect(told.lines.first == "broken: session 10 and session 11 are in the same place")
    }

    @Test(arguments: [
        (["plan.json", "plan.json"], 65, "plan.json: room: there is no such field;"),
        (
            ["day.json", "day.json"], 65,
            "day.json: interests: there is no such field; there are slot and room."
        ),
        (["short.json", "day.json"], 65, "short.json: slot: it has 1 session, and the problem 2."),
        (["none.json", "day.json"], 66, "none.json: it cannot be read: No such file or directory."),
        (["plan.json", "day.json", "--repeated", "10,12"], 64, "--repeated 10,12: there is no session 12."),
        (["plan.json", "day.json", "--repeated", "10,10"], 64, "--repeated: session 10 is there twice."),
        (
            ["plan.json", "day.json", "-o", "plan.json"], 73,
            "plan.json is a file that is read: give another name."
        ),
        (["plan.json", "day.json", "-o", "no/x"], 73, "no/x cannot be written: there is no folder "),
    ]) func `are refused in one sentence`(_ words: [String], _ code: Int32, _ sentence: String) async throws {
        try workplace.write("short.json", #"{"slot": [0], "room": [5]}"#)

        let running = try RunningCommand(command, ["match", "seats"] + words)
        let exitCode = await running.ended()

        #expect(exitCode == code)
        #expect(running.complaints().hasPrefix("tafelrunde: \(sentence)"), "\(running.complaints())")
        #expect(running.complaints().count { $0 == "\n" } == 1)
        #expect(running.output().isEmpty)
    }
}
