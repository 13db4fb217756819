import Testing

@testable import Planning

@Suite struct `A search with a symmetry` {
    @Test(arguments: [(15, 5, 7, 7), (24, 6, 6, 7), (13, 4, 4, 4), (10, 5, 9, 9), (24, 8, 9, 11)])
    func `turns one round into all of them without repeats`(
        _ people: Int, _ tables: Int, _ rounds: Int, _ step: Int
    ) throws {
        let mixing = try Mixing.Draft.sample(people, tables, rounds).mixing()

        var found: Mixing.Schedule?
        for seed in 1...20 where found == nil {
            var turning = try #require(TurningRound(mixing, step: step, seed: UInt64(seed)))
            found = turning.schedule(moves: 20_000, isCancelled: { false })
        }

        let schedule = try #require(found)
        #expect(Mixing.Score(mixing, schedule).repeats == 0)
        #expect(ScheduleFaults.faults(mixing, schedule) == [])
    }

    @Test(arguments: [(20, 5, 4, 2, 2), (21, 7, 6, 3, 2), (24, 6, 4, 2, 2), (16, 8, 9, 3, 3)])
    func `turns several rounds into all of them without repeats`(
        _ people: Int, _ tables: Int, _ rounds: Int, _ step: Int, _ starterCount: Int
    ) throws {
        let mixing = try Mixing.Draft.sample(people, tables, rounds).mixing()

        var found: Mixing.Schedule?
        for seed in 1...20 where found == nil {
            let turning = TurningRound(mixing, step: step, starterCount: starterCount, seed: UInt64(seed))
            var search = try #require(turning)
            found = search.schedule(moves: 20_000, isCancelled: { false })
        }

        let schedule = try #require(found)
        #expect(Mixing.Score(mixing, schedule).repeats == 0)
        #expect(ScheduleFaults.faults(mixing, schedule) == [])
    }

    @Test func `keeps hosts at their tables`() throws {
        let mixing = try Mixing.Draft.sample(24, 6, 5).with {
            $0.hosts = [.init(person: 3, table: 4), .init(person: 9, table: 0)]
        }.mixing()

        var turning = try #require(TurningRound(mixing, step: 5, seed: 1))
        let turned = turning.schedule(moves: 20_000, isCancelled: { false })
        var shifted = ShiftedColumns(try #require(MixingColumns(mixing)), seed: 1)
        let slid = shifted.schedule(moves: 20_000, isCancelled: { false })

        for schedule in [try #require(turned), try #require(slid)] {
            #expect(Mixing.Score(mixing, schedule).repeats == 0)
            #expect(ScheduleFaults.faults(mixing, schedule) == [])
        }
    }

    @Test func `does not begin where people cannot stand on circles`() throws {
        let draft = Mixing.Draft.sample(20, 4, 5)
        let crowded = draft.with { $0.hosts = (0..<3).map { .init(person: $0, table: $0) } }

        #expect(TurningRound(try draft.mixing(), step: 5, seed: 1) != nil)
        #expect(TurningRound(try draft.mixing(), step: 4, seed: 1) == nil)
        #expect(TurningRound(try draft.mixing(), step: 21, seed: 1) == nil)
        #expect(TurningRound(try crowded.mixing(), step: 6, seed: 1) == nil)
    }
}
