import Testing

@testable import Planning

@Suite struct `The content of a slot` {
    /// Sessions with random prices, and the lowest value among all contents, found by looking at each.
    private struct Case {
        let audience: Audience
        let kind: SlotKind
        let prices: [Int]

        init(seed: UInt64) throws {
            var generator = SeededGenerator(seed: seed)
            let sessions = Int.random(in: 1...7, using: &generator)
            let capacity = Int.random(in: 1...4, using: &generator)
            let weightMax = Int.random(in: 1...4, using: &generator)
            let problem = try Problem.Draft.sample(sessions: sessions, people: 9).with {
                for person in 0..<9 {
                    for session in 0..<sessions where Bool.random(using: &generator) {
                        let weight = Int.random(in: 1...weightMax, using: &generator)
                        $0.wishes.append(.init(participant: person, session: session, weight: weight))
                    }
                }
            }.problem()
            audience = Audience(problem)
            kind = SlotKind(capacity: min(capacity, sessions), sessions: Array(0..<sessions))
            prices = (0..<sessions).map { _ in Int.random(in: 0...900, using: &generator) }
        }

        func value(_ sessions: [Int]) -> Int {
            audience.lost(sessions) * ColumnValuation.scale - sessions.reduce(0) { $0 + prices[$1] }
        }

        var lowest: Int {
            (0..<(1 << prices.count)).map { bits in prices.indices.filter { bits >> $0 & 1 == 1 } }
                .filter { $0.count <= kind.capacity }.map(value).min() ?? 0
        }

        func search(steps: Int) -> ColumnSearch {
            let valuation = ColumnValuation(audience, StepBudget(steps))
            valuation.setPrices(prices)
            let clients = audience.participantCount * audience.levelCount
            let multipliers = Array(repeating: UInt8(32), count: clients)
            return ColumnSearch(kind, valuation, multipliers: multipliers)
        }
    }

    @Test(arguments: [UInt64](0..<10))
    func `is searched to the lowest value there is`(_ block: UInt64) throws {
        for seed in (block * 50)..<(block * 50 + 50) {
            let sample = try Case(seed: seed)
            let lowest = sample.lowest
            let search = sample.search(steps: 10_000_000)

            search.restart(rounds: 5)
            #expect(search.rootBound <= lowest)
            let found = search.lowerBound(upTo: 0, stepsMax: .max)

            #expect(found.value == lowest, "seed \(seed)")
            #expect(found.isExact)
            #expect(sample.value(search.lowestContent) == lowest)
        }
    }

    @Test(arguments: [UInt64](0..<200))
    func `is bounded also when the steps do not suffice`(_ seed: UInt64) throws {
        let sample = try Case(seed: seed)
        let search = sample.search(steps: 400 + Int(seed) * 20)
        search.restart(rounds: 1)

        let found = search.lowerBound(upTo: 0, stepsMax: .max)

        #expect(found.value <= sample.lowest)
    }

    @Test(arguments: [UInt64](0..<100))
    func `is guessed by descent, never lower than it can be`(_ seed: UInt64) throws {
        let sample = try Case(seed: seed)
        let openings = sample.prices.indices.map {
            sample.audience.total[$0] * ColumnValuation.scale - sample.prices[$0]
        }
        let descent = ColumnDescent(audience: sample.audience, kind: sample.kind, budget: StepBudget(100_000))

        let content = descent.run(from: [], openings: openings)

        #expect(content.count <= sample.kind.capacity)
        #expect(Set(content).count == content.count)
        #expect(sample.value(content) >= sample.lowest)
        #expect(sample.value(content) <= 0)
    }
}

@Suite struct `The assignment to cells` {
    /// All ways to give rows a column or the park, at most so many parked.
    private func cheapest(
        _ rows: [CellAssignment.Row], _ columns: Int, _ parkedMax: Int, _ taken: Set<Int> = []
    )
        -> Int
    {
        guard let row = rows.first else { return 0 }
        let rest = Array(rows.dropFirst())
        var best = CellAssignment.forbidden * 2
        if parkedMax > 0 { best = row.parked + cheapest(rest, columns, parkedMax - 1, taken) }
        for column in 0..<columns where !taken.contains(column) {
            let more = cheapest(rest, columns, parkedMax, taken.union([column]))
            best = min(best, row.costs[column] + more)
        }
        return best
    }

    @Test(arguments: [UInt64](0..<500))
    func `costs what looking at all of them finds`(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let columns = Int.random(in: 0...4, using: &generator)
        let rows = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            CellAssignment.Row(
                costs: (0..<columns).map { _ in .random(in: -5...30, using: &generator) },
                parked: .random(in: 0...30, using: &generator)
            )
        }
        let fewest = max(0, rows.count - columns)
        let parkedMax = Int.random(in: fewest...5, using: &generator)

        var assignment = CellAssignment(rows, columnCount: columns, parkedMax: parkedMax)
        let cost = assignment.cost(StepBudget(.max))

        #expect(cost == cheapest(rows, columns, parkedMax))
        #expect(assignment.potentials.allSatisfy { $0 <= 0 })
    }
}
