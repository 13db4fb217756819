import ArgumentParser
import Foundation
import Planning

struct MixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mix",
        abstract: "Seat people at tables for several rounds, so that few meet again.",
        discussion: """
            For a World Café or small groups that rotate. Prints who sits where, round by round, which pairs meet \
            again, and how many repeats no seating can avoid. Two people who share m rounds make m (m - 1) / 2 \
            repeats.

            Sizes come from flags, or names and rules from a file in JSON. What --json writes is such a file: keep \
            it, and when somebody is missing or late, plan the rounds to come anew from it. Rounds done stay as \
            they were. Control-C ends the search with the best seating so far.

            Examples:
              tafelrunde mix --people 24 --tables 6 --rounds 4 --hosts 6
              tafelrunde mix cafe.json --json -o day.json
              tafelrunde mix day.json --after 1 --absent Ben --no-show Carla --arriving Dora --keep 2

            The fields of a file:
              people    [“Anna”, “Ben”, …], each name once
              tables, rounds    numbers
              hosts     [{"person": "Anna", "table": 1}], who stay at a table, counted from 1
              apart, together    [{"people": ["Anna", "Ben"], "price": 20}]; what a round otherwise costs
              absent    [{"person": "Ben", "rounds": [1, 2]}]
              schedule, roundsDone, movePrice    an earlier seating, its rounds done, the price of a move
            Only people, tables and rounds must be there.
            """)

    @Argument(help: ArgumentHelp("Names and rules; - is the standard input.", valueName: "file"))
    var file: String?

    @Option(help: "How many people there are, without a file.")
    var people: Int?

    @Option(help: "How many tables there are, without a file.")
    var tables: Int?

    @Option(help: "How many rounds there are, without a file.")
    var rounds: Int?

    @Option(help: "How many tables have a host who stays: person 1 at table 1, person 2 at table 2 …")
    var hosts: Int?

    @Option(help: "How many rounds of the file's schedule have happened.")
    var after: Int?

    @Option(help: "Who is away from now on; may be given several times.")
    var absent: [String] = []

    @Option(help: "Who never came; may be given several times.")
    var noShow: [String] = []

    @Option(help: "Who comes new from now on; may be given several times.")
    var arriving: [String] = []

    @Option(help: "What a person costs, in repeats, who sits elsewhere than in the file's schedule.")
    var keep: Int?

    @Option(help: "Another number may find another seating of like quality.")
    var seed: UInt64 = 1

    @Option(help: "How many moves to try at most; ten million take some seconds, if they are needed.")
    var moves = 10_000_000

    @Flag(help: "Write JSON instead of lines to read aloud.")
    var json = false

    @Option(name: [.customShort("o"), .customLong("output")], help: "Write to a file instead.")
    var output: String?

    static let movesRange = 0...10_000_000_000

    func validate() throws {
        guard Self.movesRange.contains(moves) else {
            throw ValidationError("--moves is a number from 0 to \(Self.movesRange.upperBound).")
        }
        let hasSizes = people != nil || tables != nil || rounds != nil || hosts != nil
        if file != nil {
            guard !hasSizes else {
                throw ValidationError("--people, --tables, --rounds and --hosts do not go with a file.")
            }
        } else {
            guard let people, let tables, rounds != nil else {
                throw ValidationError("Give a file, or --people, --tables and --rounds.")
            }
            guard after == nil, absent.isEmpty, noShow.isEmpty, arriving.isEmpty, keep == nil else {
                throw ValidationError(
                    "--after, --absent, --no-show, --arriving and --keep need a file with a schedule.")
            }
            guard (0...max(0, min(people, tables))).contains(hosts ?? 0) else {
                throw ValidationError("--hosts is a number from 0 to that of people and of tables.")
            }
        }
    }

    func run() throws {
        if let output { try PlanningFile.mustBeWritable(output, besides: file.map { [$0] } ?? []) }
        let path = file ?? "the command line"
        var request = try file.map { try PlanningFile.read(MixingFile.self, from: $0) } ?? requestOfFlags()
        if file != nil {
            try request.change(
                MixingFile.Changes(
                    after: after, absent: absent, noShows: noShow, arriving: arriving, movePrice: keep))
        }
        let mixing = try request.mixing(path)
        Interruption.listen()
        let outcome = Mixer.mix(mixing, seed: seed, moves: moves, isCancelled: { Interruption.wasHeard })

        let report = MixingReport(mixing: mixing, outcome: outcome, names: request.people)
        let text = json ? try request.completed(report) : report.text
        guard let output else { return try Output.answer(text) }
        try PlanningFile.write(text + "\n", to: output)
        Output.say("\(report.verdict) The seating is in \(output).")
    }

    /// Sizes are looked at here, before as many names are made.
    private func requestOfFlags() throws -> MixingFile {
        let (people, tables, rounds) = (people ?? 0, tables ?? 0, rounds ?? 0)
        for (name, value, range) in [
            ("people", people, Mixing.Limit.people), ("tables", tables, Mixing.Limit.tables),
            ("rounds", rounds, Mixing.Limit.rounds),
        ] where !range.contains(value) {
            throw Stop(
                .damaged,
                "--\(name) is \(value), but must be from \(range.lowerBound) to \(range.upperBound).")
        }
        var request = MixingFile(
            people: (0..<people).map { "\($0 + 1)" }, tables: tables, rounds: rounds)
        request.hosts = (0..<(hosts ?? 0)).map { MixingFile.Host(person: "\($0 + 1)", table: $0 + 1) }
        return request
    }
}
