@testable import Planning

extension Mixing.Draft {
    static func sample(_ people: Int, _ tables: Int, _ rounds: Int) -> Self {
        Mixing.Draft(personCount: people, tableCount: tables, roundCount: rounds)
    }

    func with(_ change: (inout Self) -> Void) -> Self {
        var draft = self
        change(&draft)
        return draft
    }

    func mixing() throws -> Mixing {
        try Mixing(self)
    }

    /// A small mixing of any kind: hosts, absences, groups, and rounds done.
    static func random(_ generator: inout SeededGenerator, peopleMax: Int = 9) throws -> Self {
        let tables = 1 + generator.pick(4)
        var draft = Self.sample(generator.pick(peopleMax + 1), tables, generator.pick(5))
        for person in 0..<draft.personCount where generator.pick(5) == 0 {
            draft.hosts.append(.init(person: person, table: generator.pick(tables)))
        }
        for person in 0..<draft.personCount where generator.pick(6) == 0 {
            let first = generator.pick(draft.roundCount + 1)
            let count = generator.pick(draft.roundCount - first + 1)
            draft.absences.append(.init(person: person, rounds: first..<(first + count)))
        }
        if draft.personCount >= 4 && generator.pick(3) == 0 {
            draft.apart = [.init(people: [0, 2, 3], price: 1 + generator.pick(9))]
        }
        if draft.personCount >= 5 && generator.pick(4) == 0 {
            draft.together = [.init(people: [1, 4], price: 1 + generator.pick(9))]
        }
        if draft.roundCount > 0 && generator.pick(3) == 0 {
            var chance = SeededGenerator(seed: generator.next())
            draft.earlier = MixingStart(mixing: try Mixing(draft)).schedule(using: &chance)
            draft.roundsDone = generator.pick(draft.roundCount + 1)
            draft.movePrice = generator.pick(3)
        }
        return draft
    }
}

/// What is wrong with a schedule, looked at without any of the mixer's own counting.
enum ScheduleFaults {
    static func faults(_ mixing: Mixing, _ schedule: Mixing.Schedule) -> [String] {
        guard schedule.rounds.count == mixing.roundCount else { return ["other number of rounds"] }
        var faults: [String] = []
        if let earlier = mixing.earlier,
            Array(earlier.rounds.prefix(mixing.roundsDone))
                != Array(schedule.rounds.prefix(mixing.roundsDone))
        {
            faults.append("the past has changed")
        }
        for round in mixing.roundsDone..<mixing.roundCount {
            let tables = schedule.rounds[round]
            let absent = Set(mixing.absences.filter { $0.rounds.contains(round) }.map(\.person))
            let expected = (0..<mixing.personCount).filter { !absent.contains($0) }
            if tables.joined().sorted() != expected { faults.append("round \(round): not everybody once") }
            if tables.count != mixing.tableCount { faults.append("round \(round): tables") }
            for host in mixing.hosts where !absent.contains(host.person) {
                if !tables[host.table].contains(host.person) { faults.append("round \(round): host gone") }
            }
            let hosts = Set(mixing.hosts.map(\.person))
            let smallest = tables.map(\.count).min() ?? 0
            for table in tables where table.contains(where: { !hosts.contains($0) }) {
                if table.count > smallest + 1 { faults.append("round \(round): uneven") }
            }
        }
        return faults
    }

    /// Repeats of pairs that no rule keeps together, by looking for each pair in each round.
    static func repeats(_ mixing: Mixing, _ schedule: Mixing.Schedule) -> Int {
        var sum = 0
        for first in 0..<mixing.personCount {
            for second in 0..<first where !areTogether(mixing, first, second) {
                let met = schedule.rounds.enumerated().count { round, tables in
                    isThere(mixing, first, round) && isThere(mixing, second, round)
                        && tables.contains { $0.contains(first) && $0.contains(second) }
                }
                sum += met * (met - 1) / 2
            }
        }
        return sum
    }

    private static func isThere(_ mixing: Mixing, _ person: Int, _ round: Int) -> Bool {
        !mixing.absences.contains { $0.person == person && $0.rounds.contains(round) }
    }

    private static func areTogether(_ mixing: Mixing, _ first: Int, _ second: Int) -> Bool {
        let own = mixing.hosts.first { $0.person == first }?.table
        let its = mixing.hosts.first { $0.person == second }?.table
        return own != nil && own == its
            || mixing.together.contains { $0.people.contains(first) && $0.people.contains(second) }
    }

    /// Every way to seat those who are there in a round at even tables.
    static func allTables(_ mixing: Mixing, in round: Int) -> [[[Int]]] {
        let sizes = mixing.tableSizes(in: round).sorted()
        var partial = [mixing.hosts(in: round)]
        for guest in mixing.guests(in: round) {
            partial = partial.flatMap { tables in
                tables.indices.map { table in
                    var tables = tables
                    tables[table].append(guest)
                    return tables
                }
            }.filter { $0.allSatisfy { $0.count <= sizes.last ?? 0 } }
        }
        return partial.filter { $0.map(\.count).sorted() == sizes }.map { $0.map { $0.sorted() } }
    }

    /// The least cost of all schedules; nil where there are more than `schedulesMax`.
    static func leastCost(_ mixing: Mixing, schedulesMax: Int) -> Int? {
        let done = mixing.earlier.map { Array($0.rounds.prefix(mixing.roundsDone)) } ?? []
        var all = [done]
        for round in mixing.openRounds {
            var choices = allTables(mixing, in: round)
            // Tables have no names until there are hosts or an earlier schedule: half of the first is enough.
            if round == 0 && mixing.hosts.isEmpty && mixing.earlier == nil && isFresh(mixing) {
                choices = Array(choices.prefix(1))
            }
            guard all.count * choices.count <= schedulesMax else { return nil }
            all = all.flatMap { rounds in choices.map { rounds + [$0] } }
        }
        return all.map { Mixing.Score(mixing, Mixing.Schedule(rounds: $0)).cost }.min()
    }

    /// All first rounds are one but for the names of people who are all alike.
    private static func isFresh(_ mixing: Mixing) -> Bool {
        mixing.absences.isEmpty && mixing.apart.isEmpty && mixing.together.isEmpty
    }
}
