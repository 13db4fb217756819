/// A plain seating to search from: hosts at their tables, guests dealt out by chance, or as far as possible
/// as in the earlier schedule.
struct MixingStart {
    let mixing: Mixing

    /// - Parameter generator: Deals out whoever has no table yet.
    /// - Returns: Rounds done as they were, and everybody present in every other round once.
    func schedule(using generator: inout SeededGenerator) -> Mixing.Schedule {
        var rounds = mixing.earlier.map { Array($0.rounds.prefix(mixing.roundsDone)) } ?? []
        for round in mixing.openRounds {
            rounds.append(tables(of: round, before: earlierTables(of: round), using: &generator))
        }
        return Mixing.Schedule(rounds: rounds)
    }

    private func tables(
        of round: Int, before: [Int?], using generator: inout SeededGenerator
    ) -> [[Int]] {
        var tables = mixing.hosts(in: round)
        var waiting: [Int] = []
        for guest in mixing.guests(in: round) {
            if let table = before[guest] { tables[table].append(guest) } else { waiting.append(guest) }
        }

        waiting += takenFromFullTables(of: round, &tables, using: &generator)
        generator.shuffle(&waiting)
        for guest in waiting {
            let smallest = tables.indices.min { tables[$0].count < tables[$1].count } ?? 0
            tables[smallest].append(guest)
        }
        return tables.map { $0.sorted() }
    }

    /// Makes room for even sizes: the fullest tables keep as many as the largest may have.
    private func takenFromFullTables(
        of round: Int, _ tables: inout [[Int]], using generator: inout SeededGenerator
    ) -> [Int] {
        let hostCounts = mixing.hosts(in: round).map(\.count)
        let sizes = mixing.tableSizes(in: round)
        let level = sizes.indices.filter { sizes[$0] > hostCounts[$0] }.map { sizes[$0] }.max() ?? 0
        // As many tables as may have one seat more than the others keep it, the fullest first.
        var largeLeft = sizes.indices.count { sizes[$0] == level && sizes[$0] > hostCounts[$0] }
        var taken: [Int] = []
        for table in tables.indices.sorted(by: { (tables[$1].count, $0) < (tables[$0].count, $1) }) {
            guard tables[table].count > hostCounts[table] else { continue }
            let isLarge = tables[table].count >= level && largeLeft > 0
            if isLarge { largeLeft -= 1 }
            let keeps = max(hostCounts[table], isLarge ? level : level - 1)
            while tables[table].count > keeps {
                let guestCount = tables[table].count - hostCounts[table]
                taken.append(tables[table].remove(at: hostCounts[table] + generator.pick(guestCount)))
            }
        }
        return taken
    }

    /// Where each person sat in the earlier schedule, if that table still is.
    private func earlierTables(of round: Int) -> [Int?] {
        var before = [Int?](repeating: nil, count: mixing.personCount)
        guard let earlier = mixing.earlier, round < earlier.rounds.count else { return before }
        for (table, people) in earlier.rounds[round].enumerated() where table < mixing.tableCount {
            for person in people { before[person] = table }
        }
        return before
    }
}

extension SeededGenerator {
    /// An even pick from 0 up to `count`, the same on every machine; `count` is below a million.
    mutating func pick(_ count: Int) -> Int {
        Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
    }

    /// Fisher and Yates, in the order of Durstenfeld (1964).
    mutating func shuffle(_ values: inout [Int]) {
        for last in values.indices.reversed() { values.swapAt(last, pick(last + 1)) }
    }
}
