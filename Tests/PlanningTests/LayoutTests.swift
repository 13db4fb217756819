import Testing

@testable import Planning

@Suite struct `The fast evaluation` {
    @Test(arguments: Shape.all, [UInt64](1...4))
    func `equals the sum of the rules after random moves`(_ shape: Shape, _ seed: UInt64) throws {
        let problem = try shape.problem(seed: seed)
        let tables = Tables(problem)
        var layout = GreedyInsertion(tables: tables, demands: Demands(problem)).layout()
        let space = SearchSpace(layout)
        var generator = SeededGenerator(seed: seed)

        for round in 0..<120 {
            let session = space.sessions[Int.random(in: 0..<space.sessions.count, using: &generator)]
            let target = space.targets[Int.random(in: 0..<space.targets.count, using: &generator)]
            guard let change = layout.change(moving: session, to: target) else { continue }
            let expected = layout.rank(after: change)
            layout.move(session, to: target, changing: change)

            #expect(layout.rank == expected)
            guard round % 4 == 0 else { continue }
            let score = Score(problem, layout.plan)
            #expect(layout.cost == score.cost)
            #expect(layout.totals.broken + layout.totals.missing == score.broken.count)
        }
    }

    @Test func `knows no exchange that would put two sessions into one cell`() throws {
        let problem = try Problem.Draft.sample(slots: 5, rooms: 2, sessions: 3).with {
            $0.sessions[0].lengthSlots = 3
            $0.sessions[1].lengthSlots = 2
            $0.sessions[2].lengthSlots = 2
        }.problem()
        let tables = Tables(problem)
        var layout = Layout(tables)
        for (session, cell) in [Cell(slot: 0, room: 0), Cell(slot: 1, room: 1), Cell(slot: 3, room: 1)]
            .enumerated()
        {
            layout.place(session, in: problem.index(of: cell))
        }

        // Of the two that stand there, the first also reaches out of the cells that are taken.
        let across = layout.change(moving: 0, to: problem.index(of: Cell(slot: 2, room: 1)))
        let along = layout.change(moving: 0, to: problem.index(of: Cell(slot: 1, room: 0)))

        #expect(across == nil)
        #expect(along == Layout.Change())
    }

    @Test func `of an empty board loses every wish`() throws {
        let problem = try Shape.all[3].problem(seed: 1)

        let layout = Layout(Tables(problem))

        #expect(layout.cost == Score(problem, Plan(parking: problem.sessions.count)).cost)
        #expect(layout.cost > 0)
    }
}

@Suite struct `A look at a swap` {
    @Test(arguments: Shape.all, [UInt64](1...3))
    func `never promises less than the swap brings`(_ shape: Shape, _ seed: UInt64) throws {
        let problem = try shape.problem(seed: seed)
        var layout = GreedyInsertion(tables: Tables(problem), demands: Demands(problem)).layout()
        let space = SearchSpace(layout)
        var generator = SeededGenerator(seed: seed)

        for round in 0..<40 {
            // What is known of the other slots grows old with every move.
            let moved = space.sessions[Int.random(in: 0..<space.sessions.count, using: &generator)]
            let to = space.targets[Int.random(in: 0..<space.targets.count, using: &generator)]
            if let change = layout.change(moving: moved, to: to) {
                layout.move(moved, to: to, changing: change)
            }
            let session = space.sessions[round % space.sessions.count]
            for target in space.targets where layout.isSimple(session, target) {
                let most = layout.attainedChangeMax(session, target)
                layout.count(.slotLeft, session, target)
                let mostLeft = layout.attainedChangeMax(session, target)
                layout.count(.slotEntered, session, target)
                let mostCounted = layout.attainedChangeMax(session, target)

                #expect(most >= mostLeft && mostLeft >= mostCounted)
                #expect(mostCounted >= layout.attainedChange(session, target))
            }
        }
    }

    @Test(arguments: Shape.all.filter { $0.longSessions == 0 }, [UInt64](1...3))
    func `finds rooms that cost what the rules say, and saves no more than it may`(
        _ shape: Shape, _ seed: UInt64
    ) throws {
        let problem = try shape.problem(seed: seed)
        var layout = GreedyInsertion(tables: Tables(problem), demands: Demands(problem)).layout()
        let space = SearchSpace(layout)
        var generator = SeededGenerator(seed: seed)

        for _ in 0..<60 {
            let session = space.sessions[Int.random(in: 0..<space.sessions.count, using: &generator)]
            let target = space.targets[Int.random(in: 0..<(space.targets.count - 1), using: &generator)]
            let from = layout.cellOf[session]
            guard from != layout.tables.parked, from / problem.rooms.count != target / problem.rooms.count
            else { continue }

            let savable = layout.savableByRooms(session, target)
            var change = layout.plainChange(session, target)
            change.attained = layout.attainedChange(session, target)
            let detour = space.isOpen.withUnsafeBufferPointer { isOpen in
                isOpen.baseAddress.map { layout.detour(session, entering: target, $0) }
            }
            let room = try #require(detour)
            change.add(room.change)
            layout.swap(session, target)
            if room.cell != target { layout.swapRooms(target, room.cell) }
            layout.add(change)

            #expect(room.change <= Price() && Price() - savable <= room.change)
            #expect(layout.cost == Score(problem, layout.plan).cost)
            #expect(layout.cellOf[session] == room.cell)
        }
    }
}

@Suite struct `Counting bits` {
    @Test(arguments: [0, 8, 240, 248, 256, 504, 1000])
    func `finds every bit, however many words there are`(_ wordCount: Int) {
        var generator = SeededGenerator(seed: UInt64(wordCount))
        let random = (0..<wordCount).map { _ in generator.next() }
        let full = Array(repeating: UInt64.max, count: wordCount)

        #expect(count(random) == random.reduce(0) { $0 + $1.nonzeroBitCount })
        #expect(count(full) == 64 * wordCount)
        #expect(count(random.map { $0 & 1 }) == random.count { $0 & 1 == 1 })
    }

    private func count(_ words: [UInt64]) -> Int {
        words.withUnsafeBufferPointer { words in
            guard let first = words.baseAddress else { return 0 }
            return BitCount.count(words.count) { BitCount.load(first, $0) }
        }
    }
}

@Suite struct `The best board of a search` {
    @Test(arguments: [1, 3, 6], [UInt64](0..<6))
    func `is never worse than where the search ends`(_ shape: Int, _ seed: UInt64) throws {
        let problem = try Shape.all[shape].problem(seed: seed % 5)
        let tables = Tables(problem)
        let demands = Demands(problem)

        for moves in [1, 2, 3, 5, 8, 13, 21] {
            var layout = GreedyInsertion(tables: tables, demands: demands).layout()
            var annealing = Annealing(
                SearchSpace(layout), from: layout, seed: seed, budget: .moves(moves), watch: Watch())
            annealing.run(&layout)

            #expect(annealing.bestRank <= layout.rank)
        }
    }

    @Test func `is kept when it parks fewer, also where that weighs more`() throws {
        // Placing the first costs 105 and parking it weighs 100, so the search finds it dearer to place it.
        let problem = try Problem.Draft.sample(slots: 1, rooms: 10, sessions: 10, people: 105).with {
            $0.rooms = Array(repeating: .init(capacityPeople: 0), count: 10)
            $0.overCapacityWeight = 2
            $0.wishes = (0..<105).map { .init(participant: $0, session: 0, weight: 1) }
        }.problem()
        var layout = Layout(Tables(problem))
        for session in 1..<10 { layout.place(session, in: session) }
        var annealing = Annealing(
            SearchSpace(layout), from: layout, seed: 1, budget: .moves(5_000), watch: Watch())

        annealing.run(&layout)

        #expect(annealing.bestRank.parkedSlots == 0)
    }

    @Test func `is also asked for when fewer are parked at a price`() {
        #expect(Layout.Change(parkedSlots: -1).mayRaiseRank)
        #expect(Layout.Change(missing: -1).mayRaiseRank)
        #expect(Layout.Change(broken: -1).mayRaiseRank)
        #expect(!Layout.Change(attained: 5, soft: -3).mayRaiseRank)
    }
}

@Suite struct `The cooling` {
    @Test(arguments: [(1, 0), (2, 65536), (3, 103872), (1024, 655360)])
    func `has whole-numbered logarithms`(_ value: UInt64, _ expected: Int) {
        #expect(Cooling.binaryLogarithm(of: value) == expected)
    }

    @Test func `falls from the first temperature to the last`() {
        let cooling = Cooling(from: 8 << 16, to: 1 << 16)

        #expect(cooling.temperatures.count == 96)
        #expect(abs(cooling.temperatures[32] - (4 << 16)) < 40)
        // -ln(1/8192) = 9.0109, -ln(1/2) = 0.6931
        #expect(cooling.quantiles[0] == 590_539)
        #expect(abs(cooling.quantiles[2047] - 45_434) < 20)
    }

    @Test func `has the generator of the paper`() {
        var generator = SeededGenerator(seed: 1_234_567)

        #expect(generator.next() == 6_457_827_717_110_365_317)
        #expect(generator.next() == 3_203_168_211_198_807_973)
    }
}
