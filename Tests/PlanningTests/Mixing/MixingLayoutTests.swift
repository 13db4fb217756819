import Testing

@testable import Planning

@Suite struct `The seats in motion` {
    @Test(arguments: [UInt64](1...30))
    func `cost what the score says after random swaps and moves`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<6 {
            let mixing = try Mixing.Draft.random(&generator, peopleMax: 14).mixing()
            let start = MixingStart(mixing: mixing).schedule(using: &generator)
            var layout = MixingLayout(mixing, start)
            #expect(layout.cost == Mixing.Score(mixing, start).cost)

            for _ in 0..<20 {
                try step(&layout, &generator)
                let done = start.rounds.prefix(mixing.roundsDone)
                let schedule = Mixing.Schedule(rounds: done + layout.openTables)
                #expect(layout.cost == Mixing.Score(mixing, schedule).cost)
                #expect(ScheduleFaults.faults(mixing, schedule) == [])
            }
        }
    }

    private func step(_ layout: inout MixingLayout, _ generator: inout SeededGenerator) throws {
        let mixing = layout.mixing
        guard !mixing.openRounds.isEmpty else { return }
        let round = mixing.roundsDone + generator.pick(mixing.openRounds.count)
        let guests = mixing.guests(in: round)
        guard guests.count > 1 else { return }
        let (first, second) = (guests[generator.pick(guests.count)], guests[generator.pick(guests.count)])
        let (own, other) = (layout.table(of: first, in: round), layout.table(of: second, in: round))
        guard own != other else { return }

        if layout.size(of: own, in: round) == layout.size(of: other, in: round) + 1 {
            let change = layout.change(moving: first, to: other, in: round)
            layout.move(first, to: other, in: round, changing: change)
        } else {
            let change = layout.change(swapping: first, second, in: round)
            layout.swap(first, second, in: round, changing: change)
        }
    }
}
