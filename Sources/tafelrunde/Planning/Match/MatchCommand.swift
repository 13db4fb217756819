import ArgumentParser

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Bring people together with people, groups or employers, by ranked wishes.",
        discussion: """
            Reads a JSON file, needs no data folder and changes nothing. The same file gives the same answer. What \
            cannot be is said by name; “tafelrunde match pairs --help” and so on show what stands in a file.

            Examples:
              tafelrunde match pairs mentoring.json
              tafelrunde match groups workshops.json --by generous --json
              tafelrunde match chains gap-year.json -o placements.txt
            """,
        subcommands: [MatchPairsCommand.self, MatchGroupsCommand.self, MatchChainsCommand.self])
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

    /// Says or writes an answer.
    func answer(_ answer: some MatchAnswer) throws {
        let text = json ? try PlanningJSON.text(of: answer) : answer.lines.joined(separator: "\n")
        guard let output else {
            Output.say(text)
            return
        }
        try PlanningFile.write(text + "\n", to: output, besides: file)
        Output.say("Written: \(output)")
    }
}

/// What is told, in lines for people and in fields for programs.
protocol MatchAnswer: Encodable {
    var lines: [String] { get }
}
