/// Looks for shifts of columns without repeats where no ring gives them: a difference matrix over the
/// residues of the tables, of which two rows may agree in no difference of two columns.
///
/// Annealing over the shifts; turning the tables as a whole turns one meeting without repeats into all, so
/// far fewer numbers have to fit than seats.
struct ShiftedColumns {
    private let columns: MixingColumns
    private let tables: Int
    private let rounds: Int
    private let width: Int
    /// `shift[round * width + column]`
    private var shift: [Int]
    /// How many rounds have this difference, by (column, other column, difference).
    private var met: [Int]
    private var cost = 0
    private(set) var movesMade = 0
    private var generator: SeededGenerator

    init(_ columns: MixingColumns, seed: UInt64) {
        self.columns = columns
        tables = columns.tableCount
        rounds = columns.roundCount
        width = columns.columnCount
        shift = Array(repeating: 0, count: rounds * width)
        met = Array(repeating: 0, count: width * width * tables)
        generator = SeededGenerator(seed: seed)

        for round in 0..<rounds {
            for column in 1..<max(width, 1) { shift[round * width + column] = generator.pick(tables) }
            for column in 0..<width { cost += count(column, in: round, by: 1, upTo: column) }
        }
    }

    /// Whether two of every two columns have enough differences to differ in.
    var isPossible: Bool { width > 1 && width <= tables && rounds > 1 && rounds <= tables }

    /// - Parameters:
    ///   - moves: How many shifts to try.
    ///   - isCancelled: Asked every thousand moves.
    /// - Returns: A schedule in which nobody meets twice, if one was found.
    mutating func schedule(moves: Int, isCancelled: () -> Bool) -> Mixing.Schedule? {
        guard isPossible else { return nil }
        let temperatures = MixingTemperature.falling(from: 1 << 16, to: 1 << 13, moves: moves)
        for temperature in temperatures {
            let count = moves / temperatures.count
            for move in 0..<count where cost > 0 {
                if move % 1024 == 0 && isCancelled() { return nil }
                movesMade += 1
                tryShift(temperature)
            }
        }
        guard cost == 0 else { return nil }
        return columns.schedule { round, table, column in (table + shift[round * width + column]) % tables }
    }

    private mutating func tryShift(_ temperature: MixingTemperature) {
        let round = generator.pick(rounds)
        let column = 1 + generator.pick(width - 1)
        let before = shift[round * width + column]
        let after = generator.pick(tables)
        var change = count(column, in: round, by: -1, upTo: width)
        shift[round * width + column] = after
        change += count(column, in: round, by: 1, upTo: width)
        if change <= temperature.riseMax(generator.next()) {
            cost += change
        } else {
            _ = count(column, in: round, by: -1, upTo: width)
            shift[round * width + column] = before
            _ = count(column, in: round, by: 1, upTo: width)
        }
    }

    /// Counts a column's differences to others of a round in or out, and says what that changes.
    private mutating func count(_ column: Int, in round: Int, by step: Int, upTo end: Int) -> Int {
        var change = 0
        let own = shift[round * width + column]
        for other in 0..<end where other != column {
            let difference = own - shift[round * width + other]
            let isBefore = other < column
            let turned = isBefore ? difference : -difference
            let index =
                (max(column, other) * width + min(column, other)) * tables
                + (turned < 0 ? turned + tables : turned)
            change += step > 0 ? met[index] : 1 - met[index]
            met[index] += step
        }
        return change
    }
}
