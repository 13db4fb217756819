import ArgumentParser
import Planning

struct MatchChainsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chains",
        abstract: "A placement with another employer in each period, such as in a gap year.",
        discussion: """
            Everybody gets one placement in each period, all with different employers of their list. A file may \
            look like this:

              {"periods": 3,
               "employers": [{"name": "Town hall", "seats": 1}, {"name": "Clinic", "seats": [2, 2, 0]},
                             {"name": "Brewery", "seats": 1}],
               "youths": [{"name": "Ada", "wishes": ["Clinic", "Brewery", "Town hall"]},
                          {"name": "Ben", "wishes": ["Brewery", ["Clinic", "Town hall"]], "absent": [2]}]}

            Wishes begin with the best; names in a list of their own are equally welcome. “seats” is one number for \
            all periods or one for each; “absent” names periods, the first of which is 1. Missing placements are as \
            few as possible and shared; then the squares of the ranks count.
            """)

    @OptionGroup var flags: MatchFlags

    @Option(help: "Another number may find another order, where seats differ from period to period.")
    var seed: UInt64 = 1

    func run() async throws {
        try flags.mustBeAnswerable()
        let file = try PlanningFile.read(ChainsFile.self, from: flags.file)
        let employers = try Roster(file.employers.map(\.name), "employer", in: "employers", of: flags.file)
        let youths = try Roster(file.youths.map(\.name), "youth", in: "youths", of: flags.file)
        let problem = try file.problem(employers, of: flags.file)
        try flags.answer(ChainsAnswer(problem.solve(seed: seed), employers, youths))
    }
}

/// What stands in a file of chains.
struct ChainsFile: Decodable {
    struct Employer: Decodable {
        let name: String
        let seats: [Int]
        /// Whether one number stands for all periods.
        let isSame: Bool

        enum CodingKeys: String, CodingKey, CaseIterable { case name, seats }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
            name = try fields.decode(String.self, forKey: .name)
            if let same = try? fields.decode(Int.self, forKey: .seats) {
                seats = [same]
                isSame = true
            } else {
                seats = try fields.decode([Int].self, forKey: .seats)
                isSame = false
            }
        }
    }

    struct Youth: Decodable {
        let name: String
        let wishes: WishList
        let absent: [Int]

        enum CodingKeys: String, CodingKey, CaseIterable { case name, wishes, absent }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
            name = try fields.decode(String.self, forKey: .name)
            wishes = try fields.decode(WishList.self, forKey: .wishes)
            absent = try fields.decodeIfPresent([Int].self, forKey: .absent) ?? []
        }
    }

    let periods: Int
    let employers: [Employer]
    let youths: [Youth]

    enum CodingKeys: String, CodingKey, CaseIterable { case periods, employers, youths }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        periods = try fields.decode(Int.self, forKey: .periods)
        employers = try fields.decode([Employer].self, forKey: .employers)
        youths = try fields.decode([Youth].self, forKey: .youths)
    }

    func problem(_ roster: Roster, of path: String) throws(FileFault) -> Chains {
        guard (1...Chains.Limit.periodsMax).contains(periods) else {
            throw FileFault(path, .field("periods"), "expected 1 to \(Chains.Limit.periodsMax)")
        }
        var chained: [Chains.Youth] = []
        for (index, youth) in youths.enumerated() {
            let wishes = try roster.ranks(youth.wishes, in: "youths[\(index)].wishes", of: path)
            for (place, period) in youth.absent.enumerated() where !(1...periods).contains(period) {
                throw FileFault(
                    path, .field("youths[\(index)].absent[\(place)]"),
                    "expected a period from 1 to \(periods)")
            }
            chained.append(.init(wishes: wishes, absences: Set(youth.absent.map { $0 - 1 })))
        }
        let seats = employers.map { $0.isSame ? Array(repeating: $0.seats[0], count: periods) : $0.seats }
        do {
            return try Chains(youths: chained, seatCounts: seats, periodCount: periods)
        } catch {
            throw FileFault(path, refused: error)
        }
    }
}

extension FileFault {
    fileprivate init(_ path: String, refused: Chains.Refused) {
        switch refused {
        case .tooManyYouths(let count):
            self.init(path, .field("youths"), "there are \(count), more than \(Chains.Limit.youthsMax)")
        case .tooManyEmployers(let count):
            self.init(path, .field("employers"), "there are \(count), more than \(Chains.Limit.employersMax)")
        case .tooManyWishes(let count):
            self.init(path, .file, "there are \(count) wishes, more than \(Chains.Limit.wishesMax)")
        case .seatsOfOtherLength(let employer):
            self.init(
                path, .field("employers[\(employer)].seats"), "expected one number, or one for each period")
        case .seatsOutOfRange(let employer):
            self.init(path, .field("employers[\(employer)].seats"), "expected 0 to \(Chains.Limit.seatsMax)")
        case .periodsOutOfRange:
            self.init(path, .field("periods"), "expected 1 to \(Chains.Limit.periodsMax)")
        case .unknownPeriod(let youth, _):
            self.init(path, .field("youths[\(youth)].absent"), "the period is not understood")
        case .unknownEmployer(let youth, let rank, _), .wishedTwice(let youth, let rank, _):
            self.init(path, .field("youths[\(youth)].wishes[\(rank)]"), "the name is not understood")
        }
    }
}

/// Who is where in which period.
struct ChainsAnswer: MatchAnswer {
    struct Chain: Encodable {
        let youth: String
        /// One for each period; null where there is none.
        let employers: [String?]
    }

    let chains: [Chain]
    let findings: [String]
    let missingSquares: Int
    let rankSquares: Int
    let missingSquaresBound: Int
    let rankSquaresBound: Int
    let provenOptimal: Bool

    init(_ solution: Chains.Solution, _ employers: Roster, _ youths: Roster) {
        chains = solution.employers.enumerated().map { youth, chain in
            Chain(youth: youths.names[youth], employers: chain.map { $0.map { employers.names[$0] } })
        }
        findings = solution.findings.map { finding in
            switch finding {
            case .tooFewEmployers(let youth, let usable, let needed):
                let count = Counted.text(usable, "employer", "employers")
                return "\(youths.names[youth]) names \(count) with a seat at the time, and needs \(needed)."
            case .tooFewSeats(let short, let full, let seats, let missing):
                let count = Counted.text(missing, "placement", "placements")
                let room = Counted.text(seats, "seat", "seats")
                return "\(count) of \(youths.list(short)) cannot be had, whoever goes without: "
                    + "\(employers.list(full)) \(full.count == 1 ? "offers" : "offer") \(room) in all."
            case .noOrderFound(let youth, let missing):
                let count = Counted.text(missing, "placement", "placements")
                return "\(youths.names[youth]) lacks \(count) for which no order of the periods was found."
            }
        }
        missingSquares = solution.value.missingSquares
        rankSquares = solution.value.rankSquares
        missingSquaresBound = solution.bound.missingSquares
        rankSquaresBound = solution.bound.rankSquares
        provenOptimal = solution.isProvenOptimal
    }

    var lines: [String] {
        var lines = chains.map { chain in
            "\(chain.youth): \(chain.employers.map { $0 ?? "–" }.joined(separator: ", "))"
        }
        lines += findings
        if provenOptimal {
            lines.append("Nothing better exists.")
        } else if missingSquares == missingSquaresBound {
            lines.append(
                "Nobody can miss less; the squares of ranks add up to \(rankSquares), and \(rankSquaresBound) is "
                    + "proven to be the least.")
        } else {
            lines.append("There may be better: what is missing was not proven to be necessary.")
        }
        return lines
    }
}
