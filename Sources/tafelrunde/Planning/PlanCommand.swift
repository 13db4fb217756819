import ArgumentParser
import Foundation
import Planning

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Lay out sessions so that as few wishes as possible are lost.",
        discussion: """
            FILE.json says what there is; “-” reads it from the standard input. It may look like this:

              {"slots": 2, "participants": 3,
               "rooms": [{"capacity": 30, "features": ["projector"]}, {"capacity": 12}],
               "sessions": [{"hosts": [0], "needs": ["projector"]}, {"hosts": [1]}, {"hosts": [2], "fixedSlot": 1}],
               "interests": [[0, 0, 4], [1, 1, 4], [1, 0, 2], [2, 2, 4]]}

            Everything counts from 0; an interest is a participant, a session and a weight from 1 to 4. Beyond that \
            there may be hostUnavailable [[host, slot]], precedences [[before, after]], fixedItems [[slot, room or \
            null]], frozenSlots [slot], a board with its movePrice, overCapacityWeight, weights, and in a session id, \
            fixedRoom, length, topic and mustPlace; docs/planning.md explains each of them. A plan is \
            {"slot": [...], "room": [...]}, one entry for each session, null while it is parked.

            The same file, seed, moves and starts give the same plan on every machine. Control-C ends the search with \
            the best plan so far.

            --check asks the file alone, and none of the planner's code, whether a plan keeps the rules and what it \
            costs. It ends with 1 when a rule is broken. With --from it counts what has moved away from that board.

            --reasons explains a plan, also one that --check looks over: what each session would cost elsewhere or \
            which rule it would break there, who loses what, how near the plan is to the best conceivable one, and \
            which three changes come closest. --json has all of it, the table a summary.

            Examples:
              tafelrunde plan barcamp.json --bound
              tafelrunde plan barcamp.json --seconds 10 --starts 2 -o plan.json
              tafelrunde plan barcamp.json --from published.json -o plan.json
              tafelrunde plan barcamp.json --reasons
              tafelrunde plan --check plan.json barcamp.json --from published.json
            """)

    @Argument(help: ArgumentHelp("What is to be planned.", valueName: "file.json"))
    var file: String

    @Option(help: "Another number may find another plan of like quality; 1 where nothing is said.")
    var seed: UInt64?

    @Option(help: "How many moves each start tries; \(Self.movesDefault) where nothing is said.")
    var moves: Int?

    @Option(help: "How many CPU seconds each start searches, in the place of --moves.")
    var seconds: Double?

    @Option(help: "How many times to begin; the best plan counts. They run on all cores there are.")
    var starts: Int?

    @Option(
        help: ArgumentHelp(
            "A plan that people know already: moves away from it cost.", valueName: "board.json"))
    var from: String?

    @Option(
        help: """
            Who gets in where places are few: best, for the board, as where nothing is said, or most-wanted.
            """)
    var admission: AdmissionWord?

    @Option(help: ArgumentHelp("Only look over this plan.", valueName: "plan.json"))
    var check: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write the plan.", valueName: "plan.json"))
    var output: String?

    @Flag(help: "Also prove below which cost no plan can be, and of a small plan that it is the best.")
    var bound = false

    @Flag(help: "Also say why each session is where it is, and who loses what.")
    var reasons = false

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
        guard (1...Self.startsMax).contains(starts ?? 1) else {
            throw ValidationError("--starts is a number from 1 to \(Self.startsMax).")
        }
        if [file, from, check].count(where: { $0 == "-" }) > 1 {
            throw ValidationError("The standard input can be one of the files, not two.")
        }
        let idle = check == nil ? [] : searchFlags
        if !idle.isEmpty {
            let verb = idle.count == 1 ? "has" : "have"
            throw ValidationError("--check only looks over a plan: \(idle.listing) \(verb) no meaning there.")
        }
    }

    /// What was said about a search.
    private var searchFlags: [String] {
        let said = [
            ("--seed", seed != nil), ("--moves", moves != nil), ("--seconds", seconds != nil),
            ("--starts", starts != nil), ("--admission", admission != nil), ("--bound", bound),
            ("-o", output != nil),
        ]
        return said.filter(\.1).map(\.0)
    }

    func run() throws {
        if let output { try PlanningFile.mustBeWritable(output, besides: [file] + (from.map { [$0] } ?? [])) }
        let problemFile = try PlanningFile.read(ProblemFile.self, from: file)
        var board: (plan: PlanFile, path: String)?
        if let from { board = (try PlanningFile.read(PlanFile.self, from: from), from) }
        let named = try NamedProblem(
            problemFile, file, board: board, admission: admission == .mostWanted ? .mostWanted : .bestBoard)
        if reasons { try PlanReasons.mustBeExplained(named, file) }
        if let check { return try look(at: check, problemFile, named) }

        let search = PlanSearch(
            named.problem, seed: seed ?? 1, starts: starts ?? 1, budget: budget,
            proof: bound ? .best : reasons ? .bound : .nothing)
        let result = search.run()
        if let output {
            let text = try PlanningJSON.text(of: named.file(result.outcome.plan))
            try PlanningFile.write(text, to: output)
        }
        let report = PlanReport(
            named, result, reasons: reasons ? try PlanReasons(named, result.outcome.plan, file) : nil)
        try Output.answer(json ? try report.json() : report.table())
    }

    private var budget: PlanSearch.Amount {
        seconds.map { .seconds($0) } ?? .moves(moves ?? Self.movesDefault)
    }

    private func look(at path: String, _ problemFile: ProblemFile, _ named: NamedProblem) throws {
        let planFile = try PlanningFile.read(PlanFile.self, from: path)
        let plan = try named.plan(planFile, path)
        let check = PlanCheck(
            problemFile, slot: plan.cells.map { $0?.slot }, room: plan.cells.map { $0?.room },
            board: named.problem.board.map { ($0.cells.map { $0?.slot }, $0.cells.map { $0?.room }) })
        var explained: PlanCheckReport.Explained?
        if reasons {
            Interruption.listen()
            explained = PlanCheckReport.Explained(
                reasons: try PlanReasons(named, plan, file),
                bound: check.broken.isEmpty ? PlanSearch.bound(named.problem, beside: plan) : nil)
        }
        let report = PlanCheckReport(check: check, explained: explained)
        try Output.answer(json ? try report.json() : report.table())
        if !check.broken.isEmpty { throw ExitCode(1) }
    }
}
