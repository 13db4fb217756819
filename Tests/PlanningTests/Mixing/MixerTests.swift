import Testing

@testable import Planning

@Suite struct `The mixer` {
    @Test(arguments: [UInt64](1...40))
    func `seats everybody once, at even tables, with hosts in place and the past untouched`(
        _ seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let mixing = try Mixing.Draft.random(&generator).mixing()

            let outcome = Mixer.mix(mixing, seed: seed, moves: 300)

            #expect(ScheduleFaults.faults(mixing, outcome.schedule) == [])
            #expect(outcome.score == Mixing.Score(mixing, outcome.schedule))
            #expect(outcome.score.repeats == ScheduleFaults.repeats(mixing, outcome.schedule))
            #expect(outcome.score.meetingsAgain.reduce(0) { $0 + $1.repeats } == outcome.score.repeats)
            #expect(outcome.repeatsBound <= outcome.score.repeats)
            #expect(outcome.costBound <= outcome.score.cost)
        }
    }

    @Test(arguments: [UInt64](1...30))
    func `costs as little as the best of all schedules, and its bound is never more`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var compared = 0
        for _ in 0..<40 {
            let mixing = try Mixing.Draft.random(&generator, peopleMax: 6).mixing()
            guard let least = ScheduleFaults.leastCost(mixing, schedulesMax: 1_500) else { continue }
            compared += 1

            let outcome = Mixer.mix(mixing, seed: seed, moves: 6_000)

            #expect(outcome.score.cost == least)
            #expect(outcome.costBound <= least)
        }
        #expect(compared > 10)
    }

    @Test(arguments: [(20, 4, 4), (17, 4, 5), (30, 6, 4), (12, 4, 5)])
    func `gives the same schedule for the same seed and moves`(_ size: (Int, Int, Int)) throws {
        let mixing = try Mixing.Draft.sample(size.0, size.1, size.2).mixing()

        let first = Mixer.mix(mixing, seed: 7, moves: 4_000)
        let second = Mixer.mix(mixing, seed: 7, moves: 4_000)

        #expect(first.schedule == second.schedule)
        #expect(first.movesMade == second.movesMade)
    }

    @Test func `gives this very schedule on every machine`() throws {
        let mixing = try Mixing.Draft.sample(8, 3, 3).mixing()

        let schedule = Mixer.mix(mixing, seed: 2, moves: 1_000).schedule

        #expect(
            schedule.rounds == [
                [[0, 3, 6], [1, 4, 7], [2, 5]], [[0, 5, 7], [1, 3], [2, 4, 6]],
                [[0, 4], [1, 5, 6], [2, 3, 7]],
            ])
    }

    /// Repeats that were reached before, each in a fraction of the moves that are usual.
    @Test(arguments: [
        (20, 4, 4, 24), (40, 5, 4, 90), (20, 5, 4, 0), (20, 5, 5, 0), (24, 6, 5, 0), (25, 5, 6, 0),
        (28, 7, 6, 0), (36, 6, 3, 0), (40, 8, 6, 0), (48, 8, 4, 0), (60, 12, 5, 0), (80, 16, 4, 0),
        (100, 20, 4, 0), (120, 20, 5, 0), (28, 7, 7, 0), (32, 8, 7, 0), (32, 8, 8, 0), (32, 8, 9, 0),
    ]) func `finds the fewest repeats that are possible`(
        _ people: Int, _ tables: Int, _ rounds: Int, _ repeats: Int
    ) throws {
        let mixing = try Mixing.Draft.sample(people, tables, rounds).mixing()

        let outcome = Mixer.mix(mixing, moves: 400_000)

        #expect(outcome.score.repeats == repeats)
        #expect(outcome.isProvenOptimal)
        #expect(ScheduleFaults.faults(mixing, outcome.schedule) == [])
    }

    @Test func `keeps people of one town apart, and friends together, where it can`() throws {
        let mixing = try Mixing.Draft.sample(16, 4, 3).with {
            $0.apart = (0..<4).map { .init(people: Array((4 * $0)..<(4 * $0 + 4))) }
            $0.together = [.init(people: [0, 4])]
        }.mixing()

        let score = Mixer.mix(mixing, moves: 200_000).score

        #expect(score.meetingsOfApart == 0)
        #expect(score.partingsOfTogether == 0)
    }

    @Test func `stops when cancelled and still has a schedule`() throws {
        let mixing = try Mixing.Draft.sample(30, 6, 6).mixing()

        let outcome = Mixer.mix(mixing, moves: .max, isCancelled: { true })

        #expect(outcome.wasCancelled)
        #expect(outcome.movesMade == 0)
        #expect(ScheduleFaults.faults(mixing, outcome.schedule) == [])
    }

    @Test func `tells its progress, each time of something better`() throws {
        let mixing = try Mixing.Draft.sample(12, 4, 5).mixing()
        var told: [Mixer.Progress] = []

        let outcome = Mixer.mix(mixing, moves: 8_000, progress: { told.append($0) })

        #expect(told.map(\.movesMade) == told.map(\.movesMade).sorted())
        #expect(zip(told, told.dropFirst()).allSatisfy { $0.bestCost > $1.bestCost })
        #expect(told.last?.bestCost == outcome.score.cost)
    }

    @Test(arguments: [(0, 3, 2), (1, 1, 4), (5, 1, 3), (3, 7, 4), (6, 3, 0), (2, 2, 40)])
    func `knows the ends of its range`(_ size: (Int, Int, Int)) throws {
        let mixing = try Mixing.Draft.sample(size.0, size.1, size.2).mixing()

        let outcome = Mixer.mix(mixing, moves: 1_000)

        #expect(ScheduleFaults.faults(mixing, outcome.schedule) == [])
        #expect(outcome.isProvenOptimal)
    }

    @Test func `has nothing to choose when hosts fill all seats`() throws {
        let mixing = try Mixing.Draft.sample(4, 2, 3).with {
            $0.hosts = (0..<4).map { .init(person: $0, table: $0 % 2) }
        }.mixing()

        let outcome = Mixer.mix(mixing, moves: 1_000)

        #expect(outcome.schedule.rounds == Array(repeating: [[0, 2], [1, 3]], count: 3))
        #expect(outcome.score.repeats == 0)
        #expect(outcome.isProvenOptimal)
    }
}
