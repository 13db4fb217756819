/// A schedule in motion: who sits where, and what one more meeting of each pair would cost.
///
/// The price of a pair is its meetings so far plus what rules add. Meeting once more costs that price, and
/// meeting once less saves one less than it, so a swap is judged by a walk along two tables. For companions,
/// who are to be kept together, the price is what they win by each meeting and never changes.
struct MixingLayout: ~Copyable {
    let mixing: Mixing
    /// Always equal to the score's cost.
    private(set) var cost: Int
    /// With whom each person is to be kept together.
    let companions: [[Int]]

    private let personCount: Int
    private let tableCount: Int
    private let seatsMax: Int
    private let price: UnsafeMutablePointer<Int16>
    private let seats: UnsafeMutablePointer<Int32>
    private let sizes: UnsafeMutablePointer<Int32>
    private let tableOf: UnsafeMutablePointer<Int32>
    private let seatOf: UnsafeMutablePointer<Int32>
    private let earlierTable: UnsafeMutablePointer<Int32>

    /// What stands for no table: the person is not there, or was not in the earlier schedule.
    private static let none: Int32 = -1

    /// - Parameters:
    ///   - mixing: Whose rules hold.
    ///   - schedule: Everybody present in each open round once, hosts at their tables, sizes as `tableSizes`
    ///     has them.
    init(_ mixing: Mixing, _ schedule: Mixing.Schedule) {
        self.mixing = mixing
        companions = mixing.companions()
        personCount = mixing.personCount
        tableCount = mixing.tableCount
        seatsMax = mixing.openRounds.flatMap { mixing.tableSizes(in: $0) }.max() ?? 0
        price = .zeros(personCount * personCount)
        seats = .zeros(mixing.roundCount * tableCount * seatsMax)
        sizes = .zeros(mixing.roundCount * tableCount)
        tableOf = .filled(with: Self.none, mixing.roundCount * personCount)
        seatOf = .zeros(mixing.roundCount * personCount)
        earlierTable = .filled(with: Self.none, mixing.roundCount * personCount)
        cost = 0

        seat(schedule)
        fillPrices(schedule)
    }

    deinit {
        price.deallocate()
        seats.deallocate()
        sizes.deallocate()
        tableOf.deallocate()
        seatOf.deallocate()
        earlierTable.deallocate()
    }

    /// The open rounds as they are now.
    var openTables: [[[Int]]] {
        mixing.openRounds.map { round in
            (0..<tableCount).map { table in people(round, table).map { Int($0) }.sorted() }
        }
    }

    func table(of person: Int, in round: Int) -> Int {
        Int(tableOf[round * personCount + person])
    }

    func size(of table: Int, in round: Int) -> Int {
        Int(sizes[round * tableCount + table])
    }

    /// What it would cost if two people at different tables changed places.
    func change(swapping first: Int, _ second: Int, in round: Int) -> Int {
        let row = round * personCount
        let (own, other) = (tableOf[row + first], tableOf[row + second])
        let (there, here) = (price + second * personCount, price + first * personCount)
        let (ownPeople, otherPeople) = (people(round, Int(own)), people(round, Int(other)))

        var sum = 0
        for person in ownPeople { sum &+= Int(there[Int(person)]) &- Int(here[Int(person)]) }
        for person in otherPeople { sum &+= Int(here[Int(person)]) &- Int(there[Int(person)]) }
        sum &+= ownPeople.count &+ otherPeople.count &- 2 &- 2 &* Int(here[second])
        sum &-= companionCount(first, own, row) &+ companionCount(second, other, row)
        guard mixing.movePrice > 0 else { return sum }
        return sum + moveChange(first, own, other, row) + moveChange(second, other, own, row)
    }

    /// What it would cost if somebody went to another table, which has a free seat.
    func change(moving person: Int, to table: Int, in round: Int) -> Int {
        let row = round * personCount
        let own = tableOf[row + person]
        let here = price + person * personCount
        let ownPeople = people(round, Int(own))

        var sum = ownPeople.count - 1
        for other in people(round, table) { sum &+= Int(here[Int(other)]) }
        for other in ownPeople { sum &-= Int(here[Int(other)]) }
        return sum - companionCount(person, own, row) + moveChange(person, own, Int32(table), row)
    }

    mutating func swap(_ first: Int, _ second: Int, in round: Int, changing change: Int) {
        let row = round * personCount
        let (own, other) = (Int(tableOf[row + first]), Int(tableOf[row + second]))
        meet(first, at: own, in: round, by: -1)
        meet(second, at: other, in: round, by: -1)
        let (firstSeat, secondSeat) = (seatOf[row + first], seatOf[row + second])
        put(second, round, own, firstSeat)
        put(first, round, other, secondSeat)
        meet(second, at: own, in: round, by: 1)
        meet(first, at: other, in: round, by: 1)
        cost += change
    }

    mutating func move(_ person: Int, to table: Int, in round: Int, changing change: Int) {
        let own = self.table(of: person, in: round)
        meet(person, at: own, in: round, by: -1)
        let last = people(round, own).count - 1
        put(Int(people(round, own)[last]), round, own, seatOf[round * personCount + person])
        sizes[round * tableCount + own] -= 1
        append(person, round, table)
        meet(person, at: table, in: round, by: 1)
        cost += change
    }

    /// Somebody at a table; the seat is below its size.
    func person(at table: Int, seat: Int, in round: Int) -> Int {
        Int(people(round, table)[seat])
    }

    private func people(_ round: Int, _ table: Int) -> UnsafeBufferPointer<Int32> {
        let index = round &* tableCount &+ table
        return UnsafeBufferPointer(start: seats + index &* seatsMax, count: Int(sizes[index]))
    }

    private func put(_ person: Int, _ round: Int, _ table: Int, _ seat: Int32) {
        seats[(round * tableCount + table) * seatsMax + Int(seat)] = Int32(person)
        tableOf[round * personCount + person] = Int32(table)
        seatOf[round * personCount + person] = seat
    }

    private func append(_ person: Int, _ round: Int, _ table: Int) {
        let index = round * tableCount + table
        sizes[index] += 1
        put(person, round, table, sizes[index] - 1)
    }

    /// Counts a person in or out with all at a table.
    private func meet(_ person: Int, at table: Int, in round: Int, by change: Int16) {
        let row = price + person * personCount
        for other in people(round, table) where other != Int32(truncatingIfNeeded: person) {
            row[Int(other)] &+= change
            price[Int(other) &* personCount &+ person] &+= change
        }
        for other in companions[person] where tableOf[round * personCount + other] == Int32(table) {
            row[other] &-= change
            price[other * personCount + person] &-= change
        }
    }

    /// How many companions of a person sit at a table.
    private func companionCount(_ person: Int, _ table: Int32, _ row: Int) -> Int {
        companions[person].isEmpty ? 0 : companions[person].count { tableOf[row + $0] == table }
    }

    private func moveChange(_ person: Int, _ from: Int32, _ to: Int32, _ row: Int) -> Int {
        let before = earlierTable[row + person]
        guard before != Self.none, from != to else { return 0 }
        return mixing.movePrice * ((before == to ? 0 : 1) - (before == from ? 0 : 1))
    }
}

extension MixingLayout {
    private func seat(_ schedule: Mixing.Schedule) {
        for round in mixing.openRounds {
            for (table, people) in schedule.rounds[round].enumerated() {
                for person in people { append(person, round, table) }
            }
        }
        guard let earlier = mixing.earlier else { return }
        for round in mixing.openRounds where round < earlier.rounds.count {
            for (table, people) in earlier.rounds[round].enumerated() {
                for person in people { earlierTable[round * personCount + person] = Int32(table) }
            }
        }
    }

    private mutating func fillPrices(_ schedule: Mixing.Schedule) {
        let score = Mixing.Score(mixing, schedule)
        let pairs = PairPrices(mixing)
        for index in 0..<(personCount * personCount) {
            price[index] = pairs.apart[index] - pairs.together[index]
        }
        for (round, tables) in schedule.rounds.enumerated() {
            for table in tables {
                let there = table.filter { mixing.isPresent($0, in: round) }
                for first in there {
                    for second in there
                    where first != second && pairs.together[first * personCount + second] == 0 {
                        price[first * personCount + second] += 1
                    }
                }
            }
        }
        cost = score.cost
    }
}
