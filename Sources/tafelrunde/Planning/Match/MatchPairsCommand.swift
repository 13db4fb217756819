import ArgumentParser
import Planning

struct MatchPairsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pairs",
        abstract: "Pairs of two sides that rank each other, such as for mentoring.",
        discussion: """
            A pair comes about only where both name each other. A file may look like this:

              {"applicants": [{"name": "Ada", "wishes": ["Ms Berg", "Mr Yilmaz"]},
                              {"name": "Ben", "wishes": [["Ms Berg", "Mr Yilmaz"]]}],
               "partners":   [{"name": "Ms Berg", "wishes": ["Ben", "Ada"]},
                              {"name": "Mr Yilmaz", "seats": 2}]}

            Wishes begin with the best; names in a list of their own are equally welcome. Whoever has no “wishes” \
            takes everybody who names them. “seats” is how many applicants a partner takes: 1 unless it is said.

            --by stable: no two would rather be together than as they are; best for the side that proposes.
            --by largest-stable: with ties, more pairs, still stable.
            --by pairs: as many pairs as possible, then good ranks; may not be stable.
            --by points: the best ranks altogether; may not be stable, and may leave people out.
            """)

    enum Aim: String, ExpressibleByArgument, CaseIterable {
        case stable
        case largestStable = "largest-stable"
        case pairs
        case points
    }

    enum Proposing: String, ExpressibleByArgument, CaseIterable { case applicants, partners }

    @OptionGroup var flags: MatchFlags

    @Option(help: "What is aimed at.")
    var by: Aim = .stable

    @Option(help: "Which side proposes, where --by is stable.")
    var proposing: Proposing = .applicants

    func validate() throws {
        guard by == .stable || proposing == .applicants else {
            throw ValidationError("--proposing partners goes with --by stable only.")
        }
    }

    func run() async throws {
        try flags.mustBeAnswerable()
        let file = try PlanningFile.read(PairsFile.self, from: flags.file)
        let path = flags.file
        let applicants = try Roster(file.applicants.map(\.name), "applicant", in: "applicants", of: path)
        let partners = try Roster(file.partners.map(\.name), "partner", in: "partners", of: path)
        let pairs = try file.pairs(applicants, partners, of: path)
        try flags.answer(PairsAnswer(pairs, pairs.match(by: method), applicants, partners))
    }

    private var method: Pairs.Method {
        switch by {
        case .stable: .stable(proposing: proposing == .applicants ? .applicants : .partners)
        case .largestStable: .largestStable
        case .pairs: .mostPairs
        case .points: .mostPoints
        }
    }
}

/// What stands in a file of pairs.
struct PairsFile: Decodable {
    struct Applicant: Decodable {
        let name: String
        let wishes: WishList?

        enum CodingKeys: String, CodingKey, CaseIterable { case name, wishes }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
            name = try fields.decode(String.self, forKey: .name)
            wishes = try fields.decodeIfPresent(WishList.self, forKey: .wishes)
        }
    }

    struct Partner: Decodable {
        let name: String
        let wishes: WishList?
        let seats: Int

        enum CodingKeys: String, CodingKey, CaseIterable { case name, wishes, seats }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
            name = try fields.decode(String.self, forKey: .name)
            wishes = try fields.decodeIfPresent(WishList.self, forKey: .wishes)
            seats = try fields.decodeIfPresent(Int.self, forKey: .seats) ?? 1
        }
    }

    let applicants: [Applicant]
    let partners: [Partner]

    enum CodingKeys: String, CodingKey, CaseIterable { case applicants, partners }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        applicants = try fields.decode([Applicant].self, forKey: .applicants)
        partners = try fields.decode([Partner].self, forKey: .partners)
    }

    func pairs(_ ours: Roster, _ theirs: Roster, of path: String) throws(FileFault) -> Pairs {
        var wishes: (applicants: [[[Int]]?], partners: [[[Int]]?]) = ([], [])
        for (index, applicant) in applicants.enumerated() {
            guard let list = applicant.wishes else {
                wishes.applicants.append(nil)
                continue
            }
            wishes.applicants.append(try theirs.ranks(list, in: "applicants[\(index)].wishes", of: path))
        }
        for (index, partner) in partners.enumerated() {
            guard let list = partner.wishes else {
                wishes.partners.append(nil)
                continue
            }
            wishes.partners.append(try ours.ranks(list, in: "partners[\(index)].wishes", of: path))
        }
        do {
            return try Pairs(
                applicants: wishes.applicants, partners: wishes.partners, seatCounts: partners.map(\.seats))
        } catch {
            throw FileFault(path, refused: error)
        }
    }
}

extension FileFault {
    fileprivate init(_ path: String, refused: Pairs.Refused) {
        switch refused {
        case .tooMany(let side, let count):
            let field = side == .applicants ? "applicants" : "partners"
            self.init(path, .field(field), "there are \(count), more than \(Pairs.Limit.sideMax)")
        case .tooManyWishes(let count):
            self.init(path, .file, "there are \(count) wishes, more than \(Pairs.Limit.wishesMax)")
        case .seatsOutOfRange(let partner):
            self.init(path, .field("partners[\(partner)].seats"), "expected 0 to \(Pairs.Limit.seatsMax)")
        case .unknown(let side, let index, let rank, _), .wishedTwice(let side, let index, let rank, _):
            let field = side == .applicants ? "applicants" : "partners"
            self.init(path, .field("\(field)[\(index)].wishes[\(rank)]"), "the name is not understood")
        }
    }
}

/// Who is together.
struct PairsAnswer: MatchAnswer {
    struct FreeSeats: Encodable {
        let partner: String
        let seats: Int
    }

    let pairs: [[String]]
    let unmatchedApplicants: [String]
    let freeSeats: [FreeSeats]
    let rankTotal: Int
    let stable: Bool
    let blockingPairs: [[String]]
    let unreturnedWishes: Int

    init(_ problem: Pairs, _ matching: Pairs.Matching, _ applicants: Roster, _ partners: Roster) {
        pairs = matching.partnerOf.enumerated().compactMap { applicant, partner in
            partner.map { [applicants.names[applicant], partners.names[$0]] }
        }
        unmatchedApplicants = matching.unmatched.map { applicants.names[$0] }
        freeSeats = matching.applicantsOf.enumerated().compactMap { partner, taken in
            let free = problem.seatCounts[partner] - taken.count
            return free > 0 ? FreeSeats(partner: partners.names[partner], seats: free) : nil
        }
        rankTotal = matching.rankTotal
        stable = matching.isStable
        blockingPairs = matching.blocking.map {
            [applicants.names[$0.applicant], partners.names[$0.partner]]
        }
        unreturnedWishes = problem.unreturnedWishCount
    }

    var lines: [String] {
        var lines = pairs.map { "\($0[0]) – \($0[1])" }
        if !unmatchedApplicants.isEmpty { lines.append("Without a partner: \(unmatchedApplicants.listing).") }
        if !freeSeats.isEmpty {
            lines.append("Free seats: \(freeSeats.map { "\($0.partner) (\($0.seats))" }.listing).")
        }
        let size = Counted.text(pairs.count, "pair", "pairs")
        lines.append("\(size); the ranks that both sides give, counted from 1, add up to \(rankTotal).")
        if stable {
            lines.append("Stable: no two would rather be together than as they are.")
        } else {
            lines.append("Not stable: these would rather be together than as they are:")
            lines += blockingPairs.map { "  \($0[0]) and \($0[1])" }
        }
        if unreturnedWishes > 0 {
            let count = Counted.text(unreturnedWishes, "wish is", "wishes are")
            lines.append("\(count) not returned: no pair can come of that.")
        }
        return lines
    }
}
