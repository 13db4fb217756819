import ArgumentParser
import Foundation
import Planning

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Lay out sessions so that as few wishes as possible are lost.",
        discussion: """
            FILE.json says what there is: slots, participants, rooms, sessions and interests (participant, session, \
            weight from 1 to 4); docs/planning.md has every field. “-” reads it from the standard input.

            The same file, seed, moves and starts give the same plan on every machine. Control-C ends the search with \
            the best plan so far.

            --check asks the file alone, and none of the planner's code, whether a plan keeps the rules and what it \
            costs. It ends with 1 when a rule is broken.

            Examples:
              tafelrunde plan barcamp.json --bound
              tafelrunde plan barcamp.json --seconds 10 --starts 2 -o plan.json
              tafelrunde plan barcamp.json --from published.json -o plan.json
              tafelrunde plan --check plan.json barcamp.json
            """)

    @Argument(help: ArgumentHelp("What is to be planned.", valueName: "file.json"))
    var file: String

    @Option(help: "Another number may find another plan of like quality.")
    var seed: UInt64 = 1

    @Option(help: "How many moves each start tries; \(Self.movesDefault) where nothing is said.")
    var moves: Int?

    @Option(help: "How many CPU seconds each start searches, in the place of --moves.")
    var seconds: Double?

    @Option(help: "How many times to begin; the best plan counts. They run on all cores there are.")
    var starts = 1

    @Option(
        help: ArgumentHelp(
            "A plan that people know already: moves away from it cost.", valueName: "board.json"))
    var from: String?

    @Option(help: "Who gets in where places are few: best, for the board, or most-wanted.")
    var admission = AdmissionWord.best

    @Option(help: ArgumentHelp("Only look over this plan.", valueName: "plan.json"))
    var check: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write the plan.", valueName: "plan.json"))
    var output: String?

    @Flag(help: "Also prove below which cost no plan can be, and of a small plan that it is the best.")
    var bound = false

    @Flag(help: "Print one JSON object in the place of the table.")
    var json = false

    static let movesDefault = 1_000_000
    static let startsMax = 64

    enum AdmissionWord: String, ExpressibleByArgument, CaseIterable {
        case best
        case mostWanted = "most-wanted"
    }

    func validate() throws {
        if moves != nil && seconds != nil { throw ValidationError("Give --moves or --seconds, not both.") }
        if let moves, !(0...1_000_000_000_000).contains(moves) {
            throw ValidationError("--moves is a number from 0 to 1000000000000.")
        }
        if let seconds, !(0...86_400).contains(seconds) {
            throw ValidationError("--seconds is a number from 0 to 86400.")
        }
        guard (1...Self.startsMax).contains(starts) else {
            throw ValidationError("--starts is a number from 1 to \(Self.startsMax).")
        }
        if check != nil && (output != nil || from != nil) {
            throw ValidationError("--check only looks: it goes with neither -o nor --from.")
        }
    }

    func run() throws {
        let problemFile = try PlanningFile.read(ProblemFile.self, from: file)
        if let check { return try look(at: check, problemFile) }

        var board: (plan: PlanFile, path: String)?
        if let from { board = (try PlanningFile.read(PlanFile.self, from: from), from) }
        let named = try NamedProblem(
            problemFile, file, board: board, admission: admission == .best ? .bestBoard : .mostWanted)

        let search = PlanSearch(named.problem, seed: seed, starts: starts, budget: budget, isBounded: bound)
        let report = PlanReport(named, search.run())
        Output.say(json ? try report.json() : report.table())
        if let output {
            if let from, PrivateFile.isSame(output, from) {
                throw Stop(.cannotCreate, "\(output) is the plan that was read: give another name.")
            }
            try PlanningFile.write(try named.file(report.outcome.plan).text(), to: output, besides: file)
        }
    }

    private var budget: PlanSearch.Amount {
        seconds.map { .seconds($0) } ?? .moves(moves ?? Self.movesDefault)
    }

    private func look(at path: String, _ problemFile: ProblemFile) throws {
        let planFile = try PlanningFile.read(PlanFile.self, from: path)
        let named = try NamedProblem(problemFile, file)
        let cells = try named.plan(planFile, path).cells
        let check = PlanCheck(
            problemFile, slot: cells.map { $0?.slot }, room: cells.map { $0?.room },
            board: named.problem.board.map { ($0.cells.map { $0?.slot }, $0.cells.map { $0?.room }) })
        Output.say(json ? try check.json() : check.table())
        if !check.broken.isEmpty { throw ExitCode(1) }
    }
}
