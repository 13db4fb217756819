/// Who is to be mixed over tables, round after round: a World Café, or small groups that rotate. People,
/// tables and rounds count from 0.
///
/// Two people who share a table in m rounds make C(m, 2) repeats. A mixing is only ever made by checking a
/// draft, so every number in it exists and is in range.
public struct Mixing: Sendable, Equatable {
    public let personCount: Int
    public let tableCount: Int
    public let roundCount: Int
    public let hosts: [Host]
    public let absences: [Absence]
    public let apart: [Group]
    public let together: [Group]
    public let earlier: Schedule?
    public let roundsDone: Int
    public let movePrice: Int

    /// The rounds in which each person is there, as bits.
    let presence: [UInt64]
    /// The table of each host, nil for everybody else.
    let hostTable: [Int?]

    /// Checks a draft.
    ///
    /// - Parameter draft: What the caller knows.
    /// - Throws: `Mixing.Refused`, naming the first thing that is wrong.
    public init(_ draft: Draft) throws(Refused) {
        try draft.check()

        personCount = draft.personCount
        tableCount = draft.tableCount
        roundCount = draft.roundCount
        hosts = draft.hosts
        absences = draft.absences
        apart = draft.apart
        together = draft.together
        earlier = draft.earlier
        roundsDone = draft.roundsDone
        movePrice = draft.movePrice
        presence = draft.presence()
        hostTable = draft.hostTable()
    }
}

extension Mixing {
    /// Somebody who keeps one table in every round and meets who comes there.
    public struct Host: Sendable, Hashable {
        public var person: Int
        public var table: Int

        public init(person: Int, table: Int) {
            self.person = person
            self.table = table
        }
    }

    /// People who should share a table never, or in every round, such as those of one town.
    public struct Group: Sendable, Hashable {
        public var people: [Int]
        /// What each pair costs in each round in which it is not as wished; a repeat costs one.
        public var price: Int

        public init(people: [Int], price: Int = 20) {
            self.people = people
            self.price = price
        }
    }

    /// Rounds in which somebody is not there; all of them for one who never came.
    public struct Absence: Sendable, Hashable {
        public var person: Int
        public var rounds: Range<Int>

        public init(person: Int, rounds: Range<Int>) {
            self.person = person
            self.rounds = rounds
        }
    }
}

extension Mixing {
    func isPresent(_ person: Int, in round: Int) -> Bool {
        presence[person] >> UInt64(round) & 1 != 0
    }

    /// How many of some rounds two people are both there.
    func sharedRounds(_ first: Int, _ second: Int, in rounds: Range<Int>) -> Int {
        (presence[first] & presence[second] & Self.bits(rounds)).nonzeroBitCount
    }

    func sharedRounds(_ first: Int, _ second: Int) -> Int {
        (presence[first] & presence[second]).nonzeroBitCount
    }

    static func bits(_ rounds: Range<Int>) -> UInt64 {
        (1 << UInt64(rounds.upperBound)) - (1 << UInt64(rounds.lowerBound))
    }

    /// Rounds that are still to be planned.
    var openRounds: Range<Int> { roundsDone..<roundCount }

    /// Whether everybody is there all day and nothing has happened yet.
    var isFresh: Bool {
        roundsDone == 0 && presence.allSatisfy { $0 == Self.bits(0..<roundCount) }
    }

    /// The hosts who are there in a round, per table.
    func hosts(in round: Int) -> [[Int]] {
        var seated = Array(repeating: [Int](), count: tableCount)
        for host in hosts where isPresent(host.person, in: round) { seated[host.table].append(host.person) }
        return seated
    }

    /// The guests, that is everybody but hosts, who are there in a round.
    func guests(in round: Int) -> [Int] {
        (0..<personCount).filter { hostTable[$0] == nil && isPresent($0, in: round) }
    }

    /// How many people sit at each table: as even as hosts allow, so that tables with a guest differ from
    /// the smallest by at most one.
    func tableSizes(in round: Int) -> [Int] {
        var sizes = hosts(in: round).map(\.count)
        var left = guests(in: round).count
        var level = sizes.min() ?? 0
        while left > 0 {
            for table in sizes.indices where sizes[table] == level && left > 0 {
                sizes[table] += 1
                left -= 1
            }
            level += 1
        }
        return sizes
    }

    /// With whom each person is to be kept together.
    func companions() -> [[Int]] {
        var companions = Array(repeating: [Int](), count: personCount)
        for group in together {
            for person in group.people {
                for other in group.people where other != person && !companions[person].contains(other) {
                    companions[person].append(other)
                }
            }
        }
        return companions
    }
}
