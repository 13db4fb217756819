import ArgumentParser
import Planning

struct MatchGroupsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "groups",
        abstract: "People into groups with limited seats, such as workshops or excursions.",
        discussion: """
            First as many people as possible get a seat in a group that they name, and then the ranks count. A \
            file may look like this:

              {"groups": [{"name": "Canoe", "seats": 12, "atLeast": 4},
                          {"name": "Museum", "seats": 30, "mustRun": true}],
               "people": [{"name": "Ada", "wishes": ["Canoe", "Museum"]},
                          {"name": "Ben", "wishes": [["Museum", "Canoe"]]}],
               "beyondWishes": true}

            Wishes begin with the best; names in a list of their own are equally welcome. With fewer people than \
            “atLeast” a group does not take place, unless it “mustRun”. With “beyondWishes” whoever is left gets a \
            group that they did not name.

            --by squares: the least sum of squares of ranks: one third wish weighs more than two second ones.
            --by ranks: the least sum of ranks.
            --by greedy: the most first wishes, then the most second ones, and so on.
            --by generous: the fewest last wishes, then the fewest last but one, and so on.
            """)

    enum Aim: String, ExpressibleByArgument, CaseIterable { case squares, ranks, greedy, generous }

    @OptionGroup var flags: MatchFlags

    @Option(help: "What is best.")
    var by: Aim = .squares

    func run() async throws {
        try flags.mustBeAnswerable()
        let file = try PlanningFile.read(GroupsFile.self, from: flags.file)
        let groups = try Roster(file.groups.map(\.name), "group", in: "groups", of: flags.file)
        let people = try Roster(file.people.map(\.name), "person", in: "people", of: flags.file)
        let problem = try file.problem(groups, of: flags.file)
        try flags.answer(GroupsAnswer(problem, problem.assign(by: objective), groups, people))
    }

    private var objective: Groups.Objective {
        switch by {
        case .squares: .squares
        case .ranks: .ranks
        case .greedy: .greedy
        case .generous: .generous
        }
    }
}

/// Somebody with a name and a list, as several files have it.
struct WisherEntry: Decodable {
    let name: String
    let wishes: WishList

    enum CodingKeys: String, CodingKey, CaseIterable { case name, wishes }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        wishes = try fields.decode(WishList.self, forKey: .wishes)
    }
}

/// What stands in a file of groups.
struct GroupsFile: Decodable {
    struct Group: Decodable {
        let name: String
        let seats: Int
        let atLeast: Int
        let mustRun: Bool

        enum CodingKeys: String, CodingKey, CaseIterable { case name, seats, atLeast, mustRun }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
            name = try fields.decode(String.self, forKey: .name)
            seats = try fields.decode(Int.self, forKey: .seats)
            atLeast = try fields.decodeIfPresent(Int.self, forKey: .atLeast) ?? 0
            mustRun = try fields.decodeIfPresent(Bool.self, forKey: .mustRun) ?? false
        }
    }

    let groups: [Group]
    let people: [WisherEntry]
    let beyondWishes: Bool

    enum CodingKeys: String, CodingKey, CaseIterable { case groups, people, beyondWishes }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self)
        groups = try fields.decode([Group].self, forKey: .groups)
        people = try fields.decode([WisherEntry].self, forKey: .people)
        beyondWishes = try fields.decodeIfPresent(Bool.self, forKey: .beyondWishes) ?? false
    }

    func problem(_ roster: Roster, of path: String) throws(FileFault) -> Groups {
        var wishes: [[[Int]]] = []
        for (index, person) in people.enumerated() {
            wishes.append(try roster.ranks(person.wishes, in: "people[\(index)].wishes", of: path))
        }
        do {
            return try Groups(
                groups.map { .init(seatCount: $0.seats, peopleMin: $0.atLeast, mustRun: $0.mustRun) },
                wishes: wishes, placesBeyondWishes: beyondWishes)
        } catch {
            throw FileFault(path, refused: error)
        }
    }
}

extension FileFault {
    fileprivate init(_ path: String, refused: Groups.Refused) {
        switch refused {
        case .tooManyPeople(let count):
            self.init(path, .field("people"), "there are \(count), more than \(Groups.Limit.peopleMax)")
        case .tooManyGroups(let count):
            self.init(path, .field("groups"), "there are \(count), more than \(Groups.Limit.groupsMax)")
        case .tooManyWishes(let count):
            self.init(path, .file, "there are \(count) wishes, more than \(Groups.Limit.wishesMax)")
        case .seatsOutOfRange(let group):
            self.init(path, .field("groups[\(group)].seats"), "expected 0 to \(Groups.Limit.seatsMax)")
        case .minimumOutOfRange(let group):
            self.init(path, .field("groups[\(group)].atLeast"), "expected 0 to the number of seats")
        case .unknownGroup(let person, let rank, _), .wishedTwice(let person, let rank, _):
            self.init(path, .field("people[\(person)].wishes[\(rank)]"), "the name is not understood")
        }
    }
}

/// Who is in which group.
struct GroupsAnswer: MatchAnswer {
    struct Members: Encodable {
        let group: String
        let seats: Int
        let people: [String]
    }

    struct Shortage: Encodable {
        let people: [String]
        let groups: [String]
        let seats: Int
    }

    let groups: [Members]
    let closed: [String]
    let underfilled: [String]
    let withoutSeat: [String]
    let peopleByRank: [Int]
    let shortages: [Shortage]
    let provenOptimal: Bool

    /// Not told to programs, which have the names.
    private let shortageLines: [String]
    private let namedRankCount: Int

    private enum CodingKeys: String, CodingKey {
        case groups, closed, underfilled, withoutSeat, peopleByRank, shortages, provenOptimal
    }

    init(_ problem: Groups, _ found: Groups.Assignment, _ roster: Roster, _ people: Roster) {
        var members = problem.groups.map { _ in [String]() }
        for (person, group) in found.groupOf.enumerated() {
            if let group { members[group].append(people.names[person]) }
        }
        groups = members.enumerated().map { group, names in
            Members(group: roster.names[group], seats: problem.groups[group].seatCount, people: names)
        }
        closed = found.closed.map { roster.names[$0] }
        underfilled = found.underfilled.map { roster.names[$0] }
        withoutSeat = found.unplaced.map { people.names[$0] }
        peopleByRank = found.peopleByRank
        provenOptimal = found.isProvenOptimal
        shortages = found.shortages.map { short in
            Shortage(
                people: short.people.map { people.names[$0] }, groups: short.groups.map { roster.names[$0] },
                seats: short.seatCount)
        }
        shortageLines = found.shortages.map { short in
            let count = Counted.text(short.people.count, "person names", "people name")
            let who = "\(count) only groups"
            let seats = Counted.text(short.seatCount, "seat", "seats")
            let groups = short.groups.isEmpty ? "" : ", \(roster.list(short.groups))"
            let what =
                short.seatCount == 0 ? "that do not take place\(groups)" : "with \(seats) together\(groups)"
            return "\(who) \(what): \(people.list(short.people))."
        }
        namedRankCount = problem.wishes.map(\.count).max() ?? 0
    }

    var lines: [String] {
        var lines = groups.filter { !closed.contains($0.group) }.map { members in
            let names = members.people.isEmpty ? "nobody" : members.people.joined(separator: ", ")
            return "\(members.group) (\(members.people.count) of \(members.seats)): \(names)"
        }
        if !closed.isEmpty { lines.append("Too few people, so not taking place: \(closed.listing).") }
        if !underfilled.isEmpty {
            lines.append("Fewer people than it should have, but must run: \(underfilled.listing).")
        }
        if !withoutSeat.isEmpty { lines.append("Without a seat: \(withoutSeat.listing).") }
        lines += shortageLines
        let ranks = peopleByRank.enumerated().filter { $0.element > 0 }.map { rank, count in
            rank == namedRankCount
                ? "\(count) a group that they did not name" : "\(count) their wish \(rank + 1)"
        }
        if !ranks.isEmpty { lines.append("Got: \(ranks.listing).") }
        lines.append(
            provenOptimal ? "Nothing better exists." : "The search was cut short: there may be better.")
        return lines
    }
}
