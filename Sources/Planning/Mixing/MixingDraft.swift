extension Mixing {
    /// What a caller puts together, field by field, before it is checked.
    public struct Draft: Sendable, Equatable {
        public var personCount: Int
        public var tableCount: Int
        public var roundCount: Int
        public var hosts: [Host] = []
        public var absences: [Absence] = []
        public var apart: [Group] = []
        public var together: [Group] = []
        /// The schedule to start from. Its first `roundsDone` rounds have happened and stay as they are.
        public var earlier: Schedule?
        public var roundsDone = 0
        /// What each person costs in each open round at another table than in the earlier schedule.
        public var movePrice = 0

        public init(personCount: Int, tableCount: Int, roundCount: Int) {
            self.personCount = personCount
            self.tableCount = tableCount
            self.roundCount = roundCount
        }
    }

    /// Limits on everything, so that the tables of the search stay below some ten megabytes.
    public enum Limit {
        public static let people = 0...1_000
        public static let tables = 1...200
        public static let rounds = 0...40
        public static let movePrices = 0...100
        public static let groupPrices = 1...100
        public static let groupsMax = 200
    }

    /// Why a draft is no mixing that can be planned.
    public enum Refused: Error, Equatable, Sendable {
        /// The part of a draft in which something is wrong.
        public enum Part: Sendable, Equatable {
            case people, tables, rounds, roundsDone, hosts, absences, apart, together, earlier, movePrice
        }

        case outOfRange(Part, Int)
        case unknownPerson(Int, in: Part)
        case unknownTable(Int, in: Part)
        case personTwice(Int, in: Part)
        /// Two people who are both to be kept apart and together.
        case apartAndTogether(first: Int, second: Int)
        case roundsDoneWithoutSchedule
        case scheduleOfOtherLength(roundCount: Int)
        case seatedTwice(person: Int, round: Int)
        case unknownPersonSeated(Int, round: Int)
        case tooManyTables(Int, round: Int)
    }
}

extension Mixing.Draft {
    func check() throws(Mixing.Refused) {
        try check(.people, personCount, in: Mixing.Limit.people)
        try check(.tables, tableCount, in: Mixing.Limit.tables)
        try check(.rounds, roundCount, in: Mixing.Limit.rounds)
        try check(.roundsDone, roundsDone, in: 0...roundCount)
        try check(.movePrice, movePrice, in: Mixing.Limit.movePrices)
        try checkPeople()
        try checkGroups(apart, .apart)
        try checkGroups(together, .together)
        try checkPairs()
        try checkEarlier()
    }

    func presence() -> [UInt64] {
        var presence = Array(repeating: Mixing.bits(0..<roundCount), count: personCount)
        for absence in absences { presence[absence.person] &= ~Mixing.bits(absence.rounds) }
        return presence
    }

    func hostTable() -> [Int?] {
        var table = [Int?](repeating: nil, count: personCount)
        for host in hosts { table[host.person] = host.table }
        return table
    }

    private func checkPeople() throws(Mixing.Refused) {
        for host in hosts {
            guard (0..<tableCount).contains(host.table) else { throw .unknownTable(host.table, in: .hosts) }
        }
        try checkOnce(hosts.map(\.person), .hosts)
        for absence in absences {
            guard (0..<personCount).contains(absence.person) else {
                throw .unknownPerson(absence.person, in: .absences)
            }
            try check(.absences, absence.rounds.lowerBound, in: 0...roundCount)
            try check(.absences, absence.rounds.upperBound, in: 0...roundCount)
        }
    }

    private func checkGroups(_ groups: [Mixing.Group], _ part: Mixing.Refused.Part) throws(Mixing.Refused) {
        try check(part, groups.count, in: 0...Mixing.Limit.groupsMax)
        for group in groups {
            try check(part, group.price, in: Mixing.Limit.groupPrices)
            try checkOnce(group.people, part)
        }
    }

    private func checkPairs() throws(Mixing.Refused) {
        guard !apart.isEmpty, !together.isEmpty else { return }
        var isApart = Array(repeating: false, count: personCount * personCount)
        for group in apart {
            for first in group.people {
                for second in group.people { isApart[first * personCount + second] = true }
            }
        }
        for group in together {
            for first in group.people {
                for second in group.people
                where first < second && isApart[first * personCount + second] {
                    throw .apartAndTogether(first: first, second: second)
                }
            }
        }
    }

    private func checkEarlier() throws(Mixing.Refused) {
        guard let earlier else {
            guard roundsDone == 0 else { throw .roundsDoneWithoutSchedule }
            return
        }
        guard (roundsDone...roundCount).contains(earlier.rounds.count) else {
            throw .scheduleOfOtherLength(roundCount: earlier.rounds.count)
        }
        for (round, tables) in earlier.rounds.enumerated() {
            guard tables.count <= Mixing.Limit.tables.upperBound else {
                throw .tooManyTables(tables.count, round: round)
            }
            var isSeated = Array(repeating: false, count: personCount)
            for person in tables.joined() {
                guard (0..<personCount).contains(person) else {
                    throw .unknownPersonSeated(person, round: round)
                }
                guard !isSeated[person] else { throw .seatedTwice(person: person, round: round) }
                isSeated[person] = true
            }
        }
    }

    private func checkOnce(_ people: [Int], _ part: Mixing.Refused.Part) throws(Mixing.Refused) {
        var isNamed = Array(repeating: false, count: personCount)
        for person in people {
            guard (0..<personCount).contains(person) else { throw .unknownPerson(person, in: part) }
            guard !isNamed[person] else { throw .personTwice(person, in: part) }
            isNamed[person] = true
        }
    }

    private func check(
        _ part: Mixing.Refused.Part, _ value: Int, in range: ClosedRange<Int>
    ) throws(Mixing.Refused) {
        guard range.contains(value) else { throw .outOfRange(part, value) }
    }
}
