/// Who sits where, so that all ways together are as short as they can be; then no two of them cross.
enum SeatAssignment {
    /// The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(n³): 60 seats take a few milliseconds, once.
    ///
    /// `costs`: a row for each guest with what each seat costs; at least as many seats as guests. Whole numbers, so
    /// that every machine seats alike.
    ///
    /// - Returns: for each guest the seat.
    static func cheapest(_ costs: [[Int]]) -> [Int] {
        guard let seatCount = costs.first?.count, seatCount >= costs.count else { return [] }
        var search = Search(costs: costs, seatCount: seatCount)
        for guest in costs.indices { search.seat(guest) }
        return search.seats
    }

    /// Rows and columns count from 1; 0 stands for nobody and nowhere.
    private struct Search {
        let costs: [[Int]]
        let seatCount: Int
        var guestPotential: [Int]
        var seatPotential: [Int]
        var guestOn: [Int]
        var wayBack: [Int]

        init(costs: [[Int]], seatCount: Int) {
            self.costs = costs
            self.seatCount = seatCount
            guestPotential = Array(repeating: 0, count: costs.count + 1)
            seatPotential = Array(repeating: 0, count: seatCount + 1)
            guestOn = Array(repeating: 0, count: seatCount + 1)
            wayBack = Array(repeating: 0, count: seatCount + 1)
        }

        var seats: [Int] {
            var seats = Array(repeating: 0, count: costs.count)
            for seat in 1...seatCount where guestOn[seat] > 0 { seats[guestOn[seat] - 1] = seat - 1 }
            return seats
        }

        /// Finds the cheapest chain of moves that ends on a free seat.
        mutating func seat(_ guest: Int) {
            guestOn[0] = guest + 1
            var slack = Array(repeating: Int.max, count: seatCount + 1)
            var isSeen = Array(repeating: false, count: seatCount + 1)
            var seat = 0
            repeat {
                isSeen[seat] = true
                let next = look(from: seat, &slack, isSeen)
                for other in 0...seatCount {
                    if isSeen[other] {
                        guestPotential[guestOn[other]] += next.by
                        seatPotential[other] -= next.by
                    } else if slack[other] < .max {
                        slack[other] -= next.by
                    }
                }
                seat = next.seat
            } while guestOn[seat] != 0
            while seat != 0 {
                let before = wayBack[seat]
                guestOn[seat] = guestOn[before]
                seat = before
            }
        }

        private mutating func look(
            from seat: Int, _ slack: inout [Int], _ isSeen: [Bool]
        ) -> (seat: Int, by: Int) {
            let guest = guestOn[seat]
            var nearest = (seat: 0, by: Int.max)
            for other in 1...seatCount where !isSeen[other] {
                let cost = costs[guest - 1][other - 1] - guestPotential[guest] - seatPotential[other]
                if cost < slack[other] {
                    slack[other] = cost
                    wayBack[other] = seat
                }
                if slack[other] < nearest.by { nearest = (other, slack[other]) }
            }
            return nearest
        }
    }
}
