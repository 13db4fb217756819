/// The cheapest way to give each slot's worth of each session a cell of its own or to park it.
///
/// Method: Hungarian algorithm with shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987), row by
/// row. The potentials are feasible duals at every moment, so that the sum is a lower bound also when the
/// budget of steps ends early: rows that are not assigned count with their cheapest reduced cost.
struct CellAssignment {
    /// What a row pays in each column. A row's own way out, being parked, is no column.
    struct Row {
        var costs: [Int]
        var parked: Int
    }

    /// High enough never to be chosen, low enough that sums stay in range.
    static let forbidden = 1 << 44

    private static let stepsMax = 40_000_000

    private let rows: [Row]
    private let columnCount: Int
    /// What a column is worth less, by being wanted by several rows; never above zero.
    private(set) var potentials: [Int]
    private var rowOf: [Int?]

    /// - Parameters:
    ///   - rows: What is to be assigned.
    ///   - columnCount: How many columns there are to take.
    ///   - parkedMax: How many rows may be parked; at least as many as must be.
    init(_ rows: [Row], columnCount: Int, parkedMax: Int = .max) {
        if parkedMax < rows.count {
            // Places in the park are columns, too, when there are few.
            let columns = columnCount + parkedMax
            self.rows = rows.map { row in
                let parked = Array(repeating: row.parked, count: parkedMax)
                return Row(costs: row.costs + parked, parked: Self.forbidden)
            }
            self.columnCount = columns
        } else {
            self.rows = rows
            self.columnCount = columnCount
        }
        let columnCount = self.columnCount
        potentials = Array(repeating: 0, count: columnCount)
        rowOf = Array(repeating: nil, count: columnCount)
    }

    /// A lower bound of the cheapest assignment; the cheapest itself unless it is very large. It has steps of
    /// its own, since a bound without it says little, and reports them to the budget.
    mutating func cost(_ budget: StepBudget) -> Int {
        let own = StepBudget(Self.stepsMax)
        for row in rows.indices where !own.isSpent { insert(row, own) }
        budget.spend(own.stepsMade)
        // Each row at its cheapest reduced cost, and what the columns are worth less: weak duality.
        let cheapest = rows.map { row in
            row.costs.indices.reduce(row.parked) { min($0, row.costs[$1] - potentials[$1]) }
        }
        return cheapest.reduce(0, +) + potentials.reduce(0, +)
    }

    /// Dijkstra from a row over columns to the nearest that is free, or to a row that is parked for it.
    private mutating func insert(_ row: Int, _ budget: StepBudget) {
        var distance = Array(repeating: Int.max, count: columnCount)
        var previous = Array(repeating: -1, count: columnCount)
        var isDone = Array(repeating: false, count: columnCount)
        var (current, column, travelled) = (row, -1, 0)
        var bestExit: (distance: Int, column: Int)?

        while true {
            budget.spend(columnCount)
            let floor = floor(of: current, heldBy: column)
            let exit = travelled + rows[current].parked - floor
            if exit < bestExit?.distance ?? Int.max { bestExit = (exit, column) }

            for other in 0..<columnCount where !isDone[other] {
                let reached = travelled + rows[current].costs[other] - potentials[other] - floor
                if reached < distance[other] { (distance[other], previous[other]) = (reached, column) }
            }
            guard
                let next = (0..<columnCount).filter({ !isDone[$0] }).min(by: {
                    (distance[$0], $0) < (distance[$1], $1)
                }), distance[next] < bestExit?.distance ?? Int.max
            else { break }
            isDone[next] = true
            (column, travelled) = (next, distance[next])
            guard let holder = rowOf[next] else {
                lower(isDone, distance, to: travelled)
                return shift(from: next, by: previous, to: row)
            }
            current = holder
        }
        guard let bestExit else { return }
        lower(isDone, distance, to: bestExit.distance)
        // The row that leaves for the park frees its column for the path that led to it.
        if bestExit.column >= 0 { shift(from: bestExit.column, by: previous, to: row) }
    }

    /// The reduced cost at which a row stands: that of its column, or its cheapest when it is new.
    private func floor(of row: Int, heldBy column: Int) -> Int {
        guard column < 0 else { return rows[row].costs[column] - potentials[column] }
        return rows[row].costs.indices.reduce(rows[row].parked) {
            min($0, rows[row].costs[$1] - potentials[$1])
        }
    }

    private mutating func lower(_ isDone: [Bool], _ distance: [Int], to end: Int) {
        for column in 0..<columnCount where isDone[column] { potentials[column] -= end - distance[column] }
    }

    private mutating func shift(from last: Int, by previous: [Int], to row: Int) {
        var column = last
        while previous[column] >= 0 {
            rowOf[column] = rowOf[previous[column]]
            column = previous[column]
        }
        rowOf[column] = row
    }
}
