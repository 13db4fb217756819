import Foundation
import Testing

@testable import tafelrunde

@Suite struct `Mixing by the command line` {
    private let workplace: Workplace
    private let command: Command

    init() throws {
        workplace = try Workplace()
        command = Command(workplace: workplace)
    }

    private static let cafe = """
        {"people": ["Anna", "Ben", "Carla", "Deniz", "Eva", "Filip"], "tables": 3, "rounds": 3,
         "hosts": [{"person": "Ben", "table": 2}]}
        """

    @Test func `says who sits where, and that nobody meets twice`() async throws {
        let mixed = try await command.run(
            "mix", "--people", "4", "--tables", "2", "--rounds", "3", "--hosts", "0")

        #expect(mixed.exitCode == 0)
        #expect(mixed.lines.first == "4 people at 2 tables in 3 rounds")
        #expect(mixed.lines.count { $0.hasPrefix("Round ") } == 3)
        #expect(mixed.lines.count { $0.hasPrefix("  Table ") } == 6)
        #expect(mixed.lines.last == "Nobody meets anybody twice.")
    }

    @Test func `says who meets again, and that fewer is impossible`() async throws {
        let mixed = try await command.run("mix", "--people", "3", "--tables", "1", "--rounds", "2")

        #expect(
            mixed.lines == [
                "3 people at 1 table in 2 rounds",
                "Round 1", "  Table 1: 1, 2, 3", "Round 2", "  Table 1: 1, 2, 3",
                "3 repeats: 3 pairs meet again. Fewer are impossible.",
                "  1 and 2: 2 rounds", "  1 and 3: 2 rounds", "  2 and 3: 2 rounds",
            ])
    }

    @Test func `is the same for the same seed, byte for byte`() async throws {
        try workplace.write("cafe.json", Self.cafe)

        let first = try await command.run("mix", "cafe.json", "--seed", "5", "--moves", "1000")
        let second = try await command.run("mix", "cafe.json", "--seed", "5", "--moves", "1000")

        #expect(first.exitCode == 0)
        #expect(first.output.contains("Table 2: Ben (host), "))
        #expect(first.output == second.output)
    }

    @Test func `goes on from what it wrote when somebody is missing and somebody new`() async throws {
        try workplace.write("cafe.json", Self.cafe)

        let planned = try await command.run("mix", "cafe.json", "--json", "-o", "day.json")
        let changed = try await command.run(
            "mix", "day.json", "--after", "1", "--absent", "Filip", "--arriving", "Greta", "--keep", "2",
            "--json", "-o", "later.json")
        let before = try JSONDecoder().decode(
            MixingFile.self, from: Data(try workplace.read("day.json").utf8))
        let after = try JSONDecoder().decode(
            MixingFile.self, from: Data(try workplace.read("later.json").utf8))
        let read = try await command.run("mix", "later.json")

        #expect([planned.exitCode, changed.exitCode, read.exitCode] == [0, 0, 0])
        #expect(after.schedule?.first == before.schedule?.first)
        for tables in after.schedule?.dropFirst() ?? [] {
            #expect(tables.joined().sorted() == ["Anna", "Ben", "Carla", "Deniz", "Eva", "Greta"])
        }
        #expect(after.schedule?.count == 3)
    }

    @Test(arguments: [
        ("{\"people\": [\"A\"],\n\"tables\": 1,}", "cafe.json, line 2: not JSON: "),
        ("{\"people\": [\"A\"], \"tables\": 1}", "cafe.json: the field “rounds” is missing."),
        (
            "{\"people\": [\"A\", \"A\"], \"tables\": 1, \"rounds\": 1}",
            "cafe.json: people[1]: “A” is there twice."
        ),
        (
            "{\"people\": [\"A\"], \"tables\": 999999999999999, \"rounds\": 1}",
            "cafe.json: tables: 999999999999999 is not from 1 to 200."
        ),
        (
            "{\"people\": [\"A\"], \"tables\": 1, \"rounds\": -5, \"absent\": [{\"person\": \"A\", \"rounds\": [1]}]}",
            "cafe.json: absent[0].rounds[0]: there is no round 1 of -5."
        ),
        (
            "{\"people\": [\"A\"], \"tables\": 1, \"rounds\": 1, \"hosts\": [{\"person\": \"B\", \"table\": 1}]}",
            "cafe.json: hosts[0].person: there is nobody called “B” in people."
        ),
        (
            "{\"people\": [\"A\"], \"tables\": 1, \"rounds\": 1, \"hosts\": [{\"person\": \"A\", \"table\": 0}]}",
            "cafe.json: hosts[0].table: there is no table 0 of 1."
        ),
        (
            "{\"people\": [\"A\"], \"tables\": 1, \"rounds\": 1, \"chairs\": 3}",
            "cafe.json: chairs: there is no such field;"
        ),
        (
            "{\"people\": [\"A\", \"B\"], \"tables\": 1, \"rounds\": 1, \"schedule\": [[[\"A\"], [\"A\"]]]}",
            "cafe.json: schedule[0]: “A” sits there twice."
        ),
        (
            "{\"people\": [\"A\", \"B\"], \"tables\": 1, \"rounds\": 1, \"roundsDone\": 1}",
            "cafe.json: schedule: the field is missing, but 1 of its rounds are done."
        ),
        (
            "{\"people\": [\"A\", \"B\"], \"tables\": 1, \"rounds\": 1, \"apart\": [{\"people\": [\"A\"], \"price\": 0}]}",
            "cafe.json: apart: 0 is not from 1 to 100."
        ),
    ]) func `ends with one sentence and 65 for a file that makes no sense`(
        _ text: String, _ sentence: String
    ) async throws {
        try workplace.write("cafe.json", text)

        let mixed = try await command.run("mix", "cafe.json")

        #expect(mixed.exitCode == 65)
        #expect(mixed.complaints.hasPrefix("tafelrunde: \(sentence)"), "\(mixed.complaints)")
        #expect(mixed.complaints.count { $0 == "\n" } == 1)
        #expect(mixed.output.isEmpty)
    }

    @Test func `ends with one sentence and 65 for sizes beyond all bounds`() async throws {
        let mixed = try await command.run("mix", "--people", "2000000000", "--tables", "3", "--rounds", "3")

        #expect(mixed.exitCode == 65)
        #expect(mixed.complaints == "tafelrunde: --people is 2000000000, but must be from 0 to 1000.\n")
    }

    @Test(arguments: [
        ["mix"], ["mix", "--people", "4"], ["mix", "cafe.json", "--people", "4"],
        ["mix", "--people", "4", "--tables", "2", "--rounds", "2", "--hosts", "3"],
        ["mix", "--people", "4", "--tables", "2", "--rounds", "2", "--absent", "1"],
        ["mix", "--people", "4", "--tables", "2", "--rounds", "2", "--moves", "-1"],
        ["mix", "cafe.json", "--absent", "Zoe"], ["mix", "cafe.json", "--arriving", "Anna"],
    ]) func `ends with 64 for flags that do not go together`(_ words: [String]) async throws {
        try workplace.write("cafe.json", Self.cafe)

        let running = try RunningCommand(command, words)
        let exitCode = await running.ended()

        #expect(exitCode == 64, "\(running.complaints())")
        #expect(running.output().isEmpty)
    }
}
