/// Schedules without repeats that need no search.
enum ClosedForm {
    /// A schedule in which nobody meets twice; nil if no construction fits.
    static func schedule(for mixing: Mixing) -> Mixing.Schedule? {
        roundRobin(mixing) ?? MixingColumns(mixing).flatMap { transversal($0, mixing) }
    }

    /// Tables of two, everybody with everybody: the circle method (Kirkman 1847). One stays, the others
    /// walk round; with an odd number who would sit with the one who stays sits alone.
    private static func roundRobin(_ mixing: Mixing) -> Mixing.Schedule? {
        let people = mixing.personCount
        let circle = people - 1 + people % 2
        guard mixing.isFresh, mixing.hosts.isEmpty, people > 2, mixing.tableCount == (people + 1) / 2,
            mixing.roundCount <= circle
        else { return nil }

        return Mixing.Schedule(
            rounds: (0..<mixing.roundCount).map { round in
                (0..<mixing.tableCount).map { table in
                    let (first, second) = ((round + table) % circle, (round + circle - table) % circle)
                    if table > 0 { return [first, second].sorted() }
                    return people % 2 == 0 ? [first, people - 1] : [first]
                }
            })
    }

    /// Person (i, j) sits in round r at table i + u(r) v(j) of a ring. Two of columns j and k meet in rounds
    /// r and s only if (u(r) - u(s)) (v(j) - v(k)) = 0, which a field excludes; these are the lines of an
    /// affine plane (see Colbourn, Dinitz: Handbook of Combinatorial Designs, 2007, III.3).
    private static func transversal(_ columns: MixingColumns, _ mixing: Mixing) -> Mixing.Schedule? {
        let (tables, rounds, width) = (columns.tableCount, columns.roundCount, columns.columnCount)
        // One round, or one person at each table, has no repeats anyway.
        guard rounds > 1, width > 1, width <= tables else { return nil }
        let powers = FiniteRing.primePowers(of: tables)
        if powers.count == 1 {
            if rounds <= tables { return shifted(columns, FiniteRing.field(powers[0])) }
            // The lines that are left: each column for itself.
            guard rounds == tables + 1, mixing.hosts.isEmpty, let last = columns.roundWithinColumns() else {
                return nil
            }
            let ring = FiniteRing.field(powers[0])
            let all = columns.schedule { round, table, column in
                round < tables ? ring.sum(table, ring.product(round, column)) : table
            }
            return Mixing.Schedule(rounds: all.rounds.dropLast() + [last])
        }
        if hasNoZeroProduct(rounds, width, modulo: tables) { return shifted(columns, .residues(tables)) }
        let smallest = powers.map(\.order).min() ?? 1
        guard max(rounds, width) <= smallest else { return nil }
        return shifted(columns, .productOfFields(tables))
    }

    private static func shifted(_ columns: MixingColumns, _ ring: FiniteRing) -> Mixing.Schedule {
        columns.schedule { round, table, column in ring.sum(table, ring.product(round, column)) }
    }

    /// Whether no difference of two rounds times a difference of two columns is a multiple of the tables.
    private static func hasNoZeroProduct(_ rounds: Int, _ width: Int, modulo tables: Int) -> Bool {
        (1..<max(1, rounds)).allSatisfy { round in
            (1..<max(1, width)).allSatisfy { round * $0 % tables != 0 }
        }
    }
}
