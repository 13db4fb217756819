import ArgumentParser

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Bring people together with seats, people, groups or employers, by their wishes.",
        discussion: """
            Reads a JSON file, needs no data folder and changes nothing. The same file gives the same answer. What \
            cannot be is said by name; “tafelrunde match pairs --help” and so on show what stands in a file.

            Examples:
              tafelrunde match pairs mentoring.json
              tafelrunde match groups workshops.json --by generous --json
              tafelrunde match chains gap-year.json -o placements.txt
              tafelrunde match seats plan.json barcamp.json
            """,
        subcommands: [
            MatchSeatsCommand.self, MatchPairsCommand.self, MatchGroupsCommand.self, MatchChainsCommand.self,
        ])
}

/// What all that is matched has in common.
struct MatchFlags: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The file with the wishes; - reads the standard input.", valueName: "file.json"))
    var file: String

    @Flag(help: "Answer in JSON, for programs.")
    var json = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the answer into this file.", valueName: "file"))
    var output: String?

    /// Asked before anything is read.
    ///
    /// - Parameter others: What is read beside the file.
    /// - Throws: `Stop` where the answer could not be written.
    func mustBeAnswerable(readingAlso others: [String] = []) throws {
        if let output { try PlanningFile.mustBeWritable(output, besides: [file] + others) }
    }

    /// Says or writes an answer.
    func answer(_ answer: some MatchAnswer) throws {
        let text =
            json
            ? try PlanningJSON.text(of: answer, isIndented: true) : answer.lines.joined(separator: "\n")
        guard let output else { return try Output.answer(text) }
        try PlanningFile.write(text + "\n", to: output)
        Output.say("Written: \(output)")
    }
}

/// What is told, in lines for people and in fields for programs.
protocol MatchAnswer: Encodable {
    var lines: [String] { get }
}
