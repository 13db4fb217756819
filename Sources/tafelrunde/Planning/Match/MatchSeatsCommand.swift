import ArgumentParser
import Planning

struct MatchSeatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seats",
        abstract: "Who gets a seat in the sessions of a plan whose rooms are too small.",
        discussion: """
            PLAN.json is what “tafelrunde plan FILE.json -o PLAN.json” writes, and FILE.json what was planned. Hosts \
            sit in their own sessions. Somebody loses a slot in which they want a session and get a seat in none \
            that they want; nobody loses a second time as long as somebody who lost nothing could give way.

            Prints the sessions that are too full: how many want them, how many sit there, how many of the others \
            sit elsewhere, and who goes without a seat in that slot. --json has all people and sessions.

            --by fairness: few and even losses, then the most weight of wishes that come true.
            --by weight: the most weight, then few and even losses.

            Examples:
              tafelrunde match seats plan.json barcamp.json
              tafelrunde match seats plan.json barcamp.json --repeated 3,17 --json -o seats.json
            """)

    enum Aim: String, ExpressibleByArgument, CaseIterable { case fairness, weight }

    @Argument(help: ArgumentHelp("Where each session is.", valueName: "plan.json"))
    var plan: String

    @OptionGroup var flags: MatchFlags

    @Option(help: "What comes first.")
    var by: Aim = .fairness

    @Option(
        help: ArgumentHelp(
            "Sessions with the same content, which nobody visits twice; may be given several times.",
            valueName: "id,id"))
    var repeated: [String] = []

    func validate() throws {
        if plan == "-" && flags.file == "-" {
            throw ValidationError("The standard input can be one of the files, not two.")
        }
    }

    func run() async throws {
        try flags.mustBeAnswerable(readingAlso: [plan])
        let file = try PlanningFile.read(ProblemFile.self, from: flags.file)
        let named = try NamedProblem(file, flags.file)
        let plan = try named.plan(try PlanningFile.read(PlanFile.self, from: plan), self.plan)
        let seating = try seating(named, plan)
        let check = PlanCheck(
            file, slot: plan.cells.map { $0?.slot }, room: plan.cells.map { $0?.room },
            board: named.problem.board.map { ($0.cells.map { $0?.slot }, $0.cells.map { $0?.room }) })
        let outcome = seating.seats(by: by == .fairness ? .fairness : .weight)
        try flags.answer(SeatsAnswer(file, named, plan, outcome, broken: check.broken))
    }

    private func seating(_ named: NamedProblem, _ plan: Plan) throws(Stop) -> Seating {
        var repeats: [[Int]] = []
        for list in repeated {
            var sessions: [Int] = []
            for text in list.split(separator: ",", omittingEmptySubsequences: false) {
                guard let id = Int(text), let session = named.sessionIDs.firstIndex(of: id) else {
                    throw Stop(.usage, "--repeated \(list): there is no session \(text).")
                }
                sessions.append(session)
            }
            repeats.append(sessions)
        }
        do {
            return try Seating(named.problem, plan, repeats: repeats)
        } catch {
            throw Stop(.usage, "--repeated: \(error.words(named)).")
        }
    }
}

extension Seating.Refused {
    /// A plan that was read has all sessions within the day, so only what is repeated can be wrong.
    fileprivate func words(_ named: NamedProblem) -> String {
        switch self {
        case .repeatedTwice(let session): "session \(named.sessionIDs[session]) is there twice"
        case .repeatedIsLong(let session):
            "session \(named.sessionIDs[session]) takes several slots, and only sessions of one can be repeated"
        case .unknownSession(let session): "there is no session \(session)"
        case .planOfOtherSize(let count): "the plan has \(Counted.text(count, "session", "sessions"))"
        case .placeBeyondTheDay(let session):
            "session \(named.sessionIDs[session]) is placed beyond the day"
        }
    }
}
