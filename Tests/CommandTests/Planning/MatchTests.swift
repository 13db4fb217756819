import Foundation
import Testing

@Suite struct `Matching by the command line` {
    private static let pairs = """
        {"applicants": [{"name": "Ada", "wishes": ["Berg", "Yilmaz"]}, {"name": "Ben", "wishes": ["Berg"]}],
         "partners": [{"name": "Berg", "wishes": ["Ada", "Ben"]}, {"name": "Yilmaz", "wishes": ["Ada"], "seats": 2}]}
        """

    private static let groups = """
        {"groups": [{"name": "Canoe", "seats": 1}, {"name": "Museum", "seats": 5, "atLeast": 2}],
         "people": [{"name": "Ada", "wishes": ["Canoe"]}, {"name": "Ben", "wishes": [["Canoe", "Museum"]]},
                    {"name": "Cem", "wishes": []}]}
        """

    private static let chains = """
        {"periods": 2, "employers": [{"name": "Clinic", "seats": 1}, {"name": "Brewery", "seats": [1, 0]}],
         "youths": [{"name": "Ada", "wishes": ["Clinic", "Brewery"]},
                    {"name": "Ben", "wishes": [["Clinic"]], "absent": [2]}]}
        """

    private func run(_ words: [String], _ text: String) async throws -> Command.Outcome {
        let workplace = try Workplace()
        try workplace.write("a.json", text)
        let running = try RunningCommand(Command(workplace: workplace), ["match"] + words)
        let exitCode = await running.ended()
        return .init(exitCode: exitCode, output: running.output(), complaints: running.complaints())
    }

    @Test func `pairs are told with whom nobody finds`() async throws {
        let stable = try await run(["pairs", "a.json"], Self.pairs)
        let most = try await run(["pairs", "a.json", "--by", "pairs"], Self.pairs)

        #expect(
            stable.lines == [
                "Ada – Berg", "Without a partner: Ben.", "Free seats: Yilmaz (2).",
                "1 pair; the ranks that both sides give, counted from 1, add up to 2.",
                "Stable: no two would rather be together than as they are.",
            ])
        #expect(
            most.lines == [
                "Ada – Yilmaz", "Ben – Berg", "Free seats: Yilmaz (1).",
                "2 pairs; the ranks that both sides give, counted from 1, add up to 6.",
                "Not stable: these would rather be together than as they are:", "  Ada and Berg",
            ])
    }

    @Test func `groups are told with what does not take place and why somebody has no seat`() async throws {
        let found = try await run(["groups", "a.json", "--by", "greedy"], Self.groups)

        #expect(found.exitCode == 0)
        #expect(
            found.lines.dropFirst() == [
                "Too few people, so not taking place: Museum.",
                "Without a seat: \(found.lines[0].hasSuffix("Ada") ? "Ben" : "Ada") and Cem.",
                "2 people name only groups with 1 seat together, Canoe and Museum: Ada and Ben.",
                "1 person names only groups that do not take place: Cem.", "Got: 1 their wish 1.",
                "Nothing better exists.",
            ])
    }

    @Test func `chains are told period by period, and for programs in fields`() async throws {
        let lines = try await run(["chains", "a.json"], Self.chains).lines
        let json = try await run(["chains", "a.json", "--json"], Self.chains).output

        let fields = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(lines[..<2] == ["Ada: Brewery, Clinic", "Ben: Clinic, –"])
        #expect(lines.last == "Nothing better exists.")
        #expect(fields["provenOptimal"] as? Bool == true)
        let chains = try #require(fields["chains"] as? [[String: Any]])
        #expect(chains.map { $0["youth"] as? String } == ["Ada", "Ben"])
        #expect((chains[1]["employers"] as? [Any])?.last is NSNull)
    }

    @Test func `an answer is written into a file of its own`() async throws {
        let workplace = try Workplace()
        try workplace.write("a.json", Self.pairs)
        let command = Command(workplace: workplace)

        let written = try await command.run("match", "pairs", "a.json", "-o", "b.txt")
        let refused = try await command.run("match", "pairs", "a.json", "-o", "a.json")

        #expect(written.lines == ["Written: b.txt"])
        #expect(try workplace.read("b.txt").hasPrefix("Ada – Berg\n"))
        #expect(refused.exitCode == 73)
        #expect(try workplace.read("a.json") == Self.pairs)
    }

    @Test(arguments: [
        (
            "pairs", #"{"applicants": [], "partner": []}"#,
            "partner: there is no such field; there are applicants and partners"
        ),
        (
            "pairs", #"{"applicants": [{"name": "A", "wishes": ["B", ["C"]]}], "partners": [{"name": "B"}]}"#,
            "applicants[0].wishes[1]: there is no partner “C”"
        ),
        (
            "pairs", #"{"applicants": [{"name": "A"}, {"name": "A"}], "partners": []}"#,
            "applicants[1].name: “A” is the name of applicants[0], too"
        ),
        (
            "pairs", #"{"applicants": [], "partners": [{"name": "B", "seats": -1}]}"#,
            "partners[0].seats: expected 0 to 20000"
        ),
        (
            "groups", #"{"groups": [], "people": [{"name": " ", "wishes": []}]}"#,
            "people[0].name: the name is empty"
        ),
        (
            "groups", #"{"groups": [], "people": [{"name": "A", "wishes": [1]}]}"#,
            "people[0].wishes[0]: expected a name, or a list of names in [ ]"
        ),
        (
            "groups",
            #"{"groups": [{"name": "G", "seats": 1}], "people": [{"name": "A", "wishes": ["G", "G"]}]}"#,
            "people[0].wishes[1]: “G” is named twice"
        ),
        (
            "groups", #"{"groups": [{"name": "G", "seats": 1, "atLeast": 2}], "people": []}"#,
            "groups[0].atLeast: expected 0 to the number of seats"
        ),
        ("chains", #"{"periods": 0, "employers": [], "youths": []}"#, "periods: expected 1 to 12"),
        (
            "chains", #"{"periods": 2, "employers": [{"name": "E", "seats": [1]}], "youths": []}"#,
            "employers[0].seats: expected one number, or one for each period"
        ),
        (
            "chains",
            #"{"periods": 2, "employers": [], "youths": [{"name": "A", "wishes": [], "absent": [3]}]}"#,
            "youths[0].absent[0]: expected a period from 1 to 2"
        ),
    ])
    func `what is wrong in a file is one sentence with its field`(
        _ kind: String, _ text: String, _ sentence: String
    ) async throws {
        let found = try await run([kind, "a.json"], text)

        #expect(found.complaints == "tafelrunde: a.json: \(sentence).\n")
        #expect(found.exitCode == 65)
        #expect(found.output == "")
    }
}
