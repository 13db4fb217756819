import Foundation
import Testing

@Suite struct `The reasons of a plan` {
    private let workplace: Workplace
    private let command: Command

    /// Session 11 needs the projector of room 6, and host 0 has 10 and 12.
    private static let day = """
        {"slots": 2, "participants": 3, "movePrice": 2,
         "rooms": [{"id": 5, "capacity": 10}, {"id": 6, "capacity": 10, "features": ["projector"]}],
         "sessions": [{"id": 10, "hosts": [0]}, {"id": 11, "hosts": [1], "needs": ["projector"]},
                      {"id": 12, "hosts": [0]}],
         "interests": [[0, 10, 4], [1, 11, 4], [1, 10, 3], [2, 10, 2], [2, 11, 1], [2, 12, 4]]}
        """
    private static let plan = #"{"slot": [0, 0, 1], "room": [5, 6, 5]}"#

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
        try workplace.write("day.json", Self.day)
        try workplace.write("plan.json", Self.plan)
    }

    @Test func `are what every slot would cost or break, who loses what, and what comes closest`()
        async throws
    {
        let told = try await command.run("plan", "day.json", "--check", "plan.json", "--reasons")

        #expect(told.exitCode == 0)
        let reasons = told.output.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { !$0.hasPrefix("What ") }
        #expect(
            reasons.joined(separator: "\n") == """
                What each session would cost in each slot, in the room that is best there.
                [ ] is its own slot, where only the room would change.

                session   slot 0  slot 1
                10       [needs]      -3
                11       [needs]      -3
                12            -3     [0]

                  needs: no room would have what is needed

                Sessions that people lose, and where most of them are instead.

                session  wanted by  lost by  weight  instead
                10               3        1       3  11 (1)
                11               2        1       1  10 (1)

                wishes lost  people
                0                 1  #
                1                 2  ##

                The changes that come closest.
                  -3           session 10 and session 12 change places
                  -3           session 11 to slot 1, room 6
                  0            session 12 to slot 1, room 6

                """)
    }

    @Test func `are complete for programs, place by place and person by person`() async throws {
        let told = try await command.run("plan", "day.json", "--check", "plan.json", "--reasons", "--json")

        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
        let places = try #require(fields["placements"] as? [[String: Any]])
        let elsewhere = try #require(places[1]["elsewhere"] as? [[String: Any]])
        #expect(elsewhere.map { $0["slot"] as? Int } == [0, 1, 1])
        #expect(elsewhere.map { $0["room"] as? Int } == [5, 5, 6])
        #expect(elsewhere.map { $0["swappedWith"] as? Int } == [10, 12, nil])
        #expect(elsewhere.map { $0["costs"] as? Int } == [nil, nil, -3])
        let broken = elsewhere[1]["breaks"] as? [[String: String]]
        #expect(
            broken?.map { $0["words"] } == [
                "host 0 has session 10 and session 12 at once",
                "session 11 needs “projector”, which room 5 does not have",
            ])
        #expect(broken?.map { $0["rule"] } == ["hostInOnePlace", "equipment"])

        let losses = try #require(fields["losses"] as? [[String: Any]])
        #expect(losses.map { $0["person"] as? Int } == [1, 2])
        #expect(losses.map { $0["weight"] as? Int } == [3, 1])
        let lost = try #require(losses[0]["lost"] as? [[String: Any]])
        #expect(lost.map { $0["session"] as? Int } == [10])
        #expect(lost[0]["instead"] as? [Int] == [11])
        #expect(fields["peopleByLosses"] as? [Int] == [1, 2])
        #expect((fields["nearestChanges"] as? [Any])?.count == 3)
        let bound = try #require(fields["bound"] as? Int)
        #expect(fields["shareOfBestPerMille"] as? Int == 14 * 1000 / (18 - bound))
        #expect(bound <= 1)
    }

    @Test func `of a session without a place say what would have to give way`() async throws {
        try workplace.write("plan.json", #"{"slot": [0, 0, null], "room": [5, 6, null]}"#)

        let told = try await command.run("plan", "day.json", "--check", "plan.json", "--reasons")
        let json = try await command.run("plan", "day.json", "--check", "plan.json", "--reasons", "--json")

        #expect(told.lines.contains("12            +2      -4"))
        #expect(told.lines.contains("12               1        1       4  parked"))
        #expect(json.output.contains(#""losses":[{"lost":[{"instead":[11],"session":10,"weight":3}]"#))
        #expect(json.output.contains(#"{"instead":[],"session":12,"weight":4}"#))
    }

    @Test func `stand beside every plan that is found, and leave the plan as it is`() async throws {
        try workplace.write("barcamp.json", try Golden.text("barcamp.json"))

        let plain = try await command.run("plan", "barcamp.json", "--moves", "9000", "-o", "a.json")
        let told = try await command.run(
            "plan", "barcamp.json", "--moves", "9000", "-o", "b.json", "--reasons")
        let json = try await command.run("plan", "day.json", "--moves", "100", "--reasons", "--json")

        #expect([plain.exitCode, told.exitCode, json.exitCode] == [0, 0, 0])
        #expect(try workplace.read("a.json") == workplace.read("b.json"))
        #expect(told.lines.contains { $0.hasPrefix("share   ") })
        #expect(told.lines.contains("The changes that come closest."))
        #expect(told.lines.filter { $0.count > 80 } == [])
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((fields["placements"] as? [Any])?.count == 3)
        #expect(fields["shareOfBestPerMille"] as? Int == 1000)
    }

    @Test func `of a plan that breaks a rule are told without a bound`() async throws {
        try workplace.write("plan.json", #"{"slot": [0, 0, 0], "room": [5, 6, 5]}"#)

        let told = try await command.run("plan", "day.json", "--check", "plan.json", "--reasons", "--json")

        #expect(told.exitCode == 1)
        #expect(told.output.contains(#""broken":["session 10 and session 12 are in the same place""#))
        #expect(!told.output.contains("bound"))
        #expect(told.output.contains("placements"))
    }

    @Test func `are refused before the search where there are too many places`() async throws {
        let rooms = Array(repeating: #"{"capacity": 1}"#, count: 20).joined(separator: ",")
        let sessions = Array(repeating: "{}", count: 101).joined(separator: ",")
        try workplace.write(
            "day.json",
            #"{"slots": 100, "participants": 1, "rooms": [\#(rooms)], "sessions": [\#(sessions)], "interests": []}"#
        )

        let told = try await command.run("plan", "day.json", "--reasons")

        #expect(told.exitCode == 65)
        #expect(
            told.complaints
                == "tafelrunde: day.json: sessions times places are 202000; --reasons can look at 50000.\n")
    }

    @Test func `count what has moved from another board, and what had begun`() async throws {
        try workplace.write("board.json", #"{"slot": [0, 1, 1], "room": [5, 6, 5]}"#)

        let moved = try await command.run(
            "plan", "day.json", "--check", "plan.json", "--from", "board.json", "--json")
        try workplace.write("day.json", Self.day.replacing(#""movePrice": 2"#, with: #""frozenSlots": [1]"#))
        let begun = try await command.run(
            "plan", "day.json", "--check", "plan.json", "--from", "board.json")

        #expect(moved.exitCode == 0)
        #expect(moved.output.contains(#""cost":6"#))
        #expect(moved.output.contains(#""moved":1"#))
        #expect(begun.exitCode == 1)
        #expect(begun.output.contains("broken: session 11 has begun, and was moved"))
    }

    @Test func `cannot be had of flags that are about a search`() async throws {
        let refused = try await command.run(
            "plan", "day.json", "--check", "plan.json", "--moves", "5", "--bound")
        let single = try await command.run("plan", "day.json", "--check", "plan.json", "-o", "x.json")

        #expect([refused.exitCode, single.exitCode] == [64, 64])
        #expect(
            refused.complaints.contains(
                "--check only looks over a plan: --moves and --bound have no meaning there."))
        #expect(single.complaints.contains("--check only looks over a plan: -o has no meaning there."))
        #expect(workplace.names() == ["day.json", "plan.json"])
    }
}
