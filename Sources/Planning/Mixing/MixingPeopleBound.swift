/// What people meet at least, whoever they are: the bound by people.
struct MixingPeopleBound {
    private enum Kind { case host, guest, anybody }

    private let mixing: Mixing
    private let pairs: PairPrices
    private let met: [UInt8]
    /// Per round: how many hosts each table has, and how many people the smallest table.
    private let hostCounts: [[Int]]
    private let levels: [Int]

    init(_ mixing: Mixing, _ pairs: PairPrices) {
        self.mixing = mixing
        self.pairs = pairs
        met = MixingMeetings(mixing).all
        hostCounts = (0..<mixing.roundCount).map { mixing.hosts(in: $0).map(\.count) }
        levels = (0..<mixing.roundCount).map { mixing.tableSizes(in: $0).min() ?? 0 }
    }

    /// The better of two counts: of all pairs at once, or of hosts with guests apart from guests with guests.
    var repeats: Int {
        let all = mixing.openRounds.reduce(0) { sum, round in
            sum + mixing.tableSizes(in: round).reduce(0) { $0 + $1 * ($1 - 1) }
        }
        let joint = (spent(.anybody, meeting: .anybody, total: all) + 2 * repeatsDone + 1) / 2
        guard !mixing.hosts.isEmpty else { return joint }

        let betweenGuests = spent(.guest, meeting: .guest, total: meetingsOfGuests) + 1
        let withHosts = max(
            spent(.host, meeting: .guest, total: nil), spent(.guest, meeting: .host, total: nil))
        let split = betweenGuests / 2 + withHosts
        return max(joint, split + repeatsDone)
    }

    /// Repeats among rounds done.
    private var repeatsDone: Int {
        var sum = 0
        for first in 0..<mixing.personCount {
            for second in 0..<first {
                let index = first * mixing.personCount + second
                guard !pairs.isTogether[index] else { continue }
                sum += Int(met[index]) * (Int(met[index]) - 1) / 2
            }
        }
        return sum
    }

    /// How often guests meet guests, counted from both, if that is the same however they sit.
    private var meetingsOfGuests: Int? {
        var sum = 0
        for round in mixing.openRounds {
            let hostCounts = hostCounts[round]
            guard hostCounts.allSatisfy({ $0 == hostCounts[0] }) else { return nil }
            sum += mixing.tableSizes(in: round).reduce(0) {
                $0 + ($1 - hostCounts[0]) * ($1 - hostCounts[0] - 1)
            }
        }
        return sum
    }

    /// What the meetings of some cost at least, each of them choosing the cheapest for themselves. What is
    /// beyond everybody's least, if the total is known, goes to whom it costs least.
    private func spent(_ some: Kind, meeting others: Kind, total: Int?) -> Int {
        let people = (0..<mixing.personCount).filter { isOne($0, of: some) }
        let partners = (0..<mixing.personCount).filter { isOne($0, of: others) }
        var spent = 0
        var meetingsLeft = total ?? 0
        var leftovers = Array(repeating: 0, count: mixing.roundCount + 2)
        for person in people {
            var offers = offers(of: person, partners)
            let least = mixing.openRounds.reduce(0) { $0 + meetingsMin(of: person, others, in: $1) }
            meetingsLeft -= least
            spent += Self.takeCheapest(least, from: &offers)
            for cost in offers.indices { leftovers[cost] += offers[cost] }
        }
        return spent + Self.takeCheapest(meetingsLeft, from: &leftovers)
    }

    private func isOne(_ person: Int, of kind: Kind) -> Bool {
        switch kind {
        case .anybody: true
        case .host: mixing.hostTable[person] != nil
        case .guest: mixing.hostTable[person] == nil
        }
    }

    /// How many meetings there are of each further cost: a first one costs 0, a second 1, and so on.
    private func offers(of person: Int, _ partners: [Int]) -> [Int] {
        var steps = Array(repeating: 0, count: mixing.roundCount + 2)
        let row = person * mixing.personCount
        for other in partners where other != person {
            if let own = mixing.hostTable[person], let its = mixing.hostTable[other], own != its { continue }
            let shared = mixing.sharedRounds(person, other, in: mixing.openRounds)
            if pairs.isTogether[row + other] {
                steps[0] += shared
                steps[1] -= shared
            } else {
                steps[Int(met[row + other])] += 1
                steps[Int(met[row + other]) + shared] -= 1
            }
        }
        for cost in steps.indices.dropFirst() { steps[cost] += steps[cost - 1] }
        return steps
    }

    /// How many people of a kind somebody meets at least in a round.
    private func meetingsMin(of person: Int, _ others: Kind, in round: Int) -> Int {
        guard mixing.isPresent(person, in: round) else { return 0 }
        let hostCounts = hostCounts[round]
        // Every table has as many people, and one more at some.
        let level = levels[round]
        switch (mixing.hostTable[person], others) {
        case (nil, .host): return hostCounts.min() ?? 0
        case (nil, .guest): return max(0, level - (hostCounts.max() ?? 0) - 1)
        case (nil, .anybody): return max(0, level - 1)
        case (let table?, .guest): return max(0, level - hostCounts[table])
        case (let table?, _): return max(level, hostCounts[table]) - 1
        }
    }

    private static func takeCheapest(_ count: Int, from offers: inout [Int]) -> Int {
        var left = count
        var spent = 0
        for cost in offers.indices {
            let taken = min(left, offers[cost])
            offers[cost] -= taken
            left -= taken
            spent += taken * cost
        }
        return spent
    }
}
