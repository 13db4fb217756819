/// People in columns: person (i, j) belongs to table i of column j, and in each round every column is
/// shifted along the tables. Whoever is in one column never meets; the first column stays where it is, so
/// hosts are in it.
struct MixingColumns {
    private let mixing: Mixing
    /// `people[column][table]`; the last column may have fewer.
    private let people: [[Int]]

    var columnCount: Int { people.count }
    var tableCount: Int { mixing.tableCount }
    var roundCount: Int { mixing.roundCount }

    /// Nil if not everybody is there all day, if something has happened, if a table has two hosts or if there
    /// are fewer people than tables.
    init?(_ mixing: Mixing) {
        let hosts = mixing.hosts(in: 0)
        guard mixing.isFresh, mixing.personCount >= mixing.tableCount, hosts.allSatisfy({ $0.count <= 1 })
        else { return nil }
        self.mixing = mixing

        var guests = (0..<mixing.personCount).filter { mixing.hostTable[$0] == nil }[...]
        var people = [hosts.map { $0.first ?? guests.removeFirst() }]
        while !guests.isEmpty {
            people.append(Array(guests.prefix(mixing.tableCount)))
            guests = guests.dropFirst(mixing.tableCount)
        }
        self.people = people
    }

    /// A schedule from the table of person (i, j) in each round; for j = 0 it is i.
    func schedule(_ shifted: (_ round: Int, _ table: Int, _ column: Int) -> Int) -> Mixing.Schedule {
        Mixing.Schedule(rounds: (0..<roundCount).map { tables(of: $0, shifted) })
    }

    func tables(of round: Int, _ shifted: (_ round: Int, _ table: Int, _ column: Int) -> Int) -> [[Int]] {
        var tables = Array(repeating: [Int](), count: tableCount)
        for (column, members) in people.enumerated() {
            for (table, person) in members.enumerated() {
                tables[shifted(round, table, column)].append(person)
            }
        }
        return tables.map { $0.sorted() }
    }

    /// One round in which each table has people of one column only, who never meet otherwise; nil if the
    /// columns cannot be cut into tables of the sizes there have to be.
    func roundWithinColumns() -> [[Int]]? {
        let large = columnCount
        let sizes = people.map(\.count)
        let largeCount = mixing.tableSizes(in: 0).count { $0 == large }

        // For each column the numbers of large tables by which it comes out even, and with which sum so far.
        var ways: [[Int?]] = [[0]]
        for size in sizes {
            var next = [Int?](repeating: nil, count: largeCount + 1)
            for (sum, way) in ways[ways.count - 1].enumerated() where way != nil {
                for count in 0...(size / large) where sum + count <= largeCount {
                    let rest = size - count * large
                    let isEven = rest == 0 || large > 1 && rest % (large - 1) == 0
                    if isEven && next[sum + count] == nil { next[sum + count] = count }
                }
            }
            ways.append(next)
        }

        var sum = largeCount
        var tables: [[Int]] = []
        for column in sizes.indices.reversed() {
            guard sum < ways[column + 1].count, let count = ways[column + 1][sum] else { return nil }
            var members = people[column][...]
            var largeLeft = count
            while !members.isEmpty {
                let size = largeLeft > 0 ? large : large - 1
                largeLeft -= 1
                tables.append(members.prefix(size).sorted())
                members = members.dropFirst(size)
            }
            sum -= count
        }
        return tables.count == tableCount ? tables : nil
    }
}
