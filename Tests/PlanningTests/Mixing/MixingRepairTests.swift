import Testing

@testable import Planning

@Suite struct `A day that goes otherwise` {
    private func planned(_ people: Int, _ tables: Int, _ rounds: Int) throws -> (Mixing, Mixing.Schedule) {
        let mixing = try Mixing.Draft.sample(people, tables, rounds).with {
            $0.hosts = [.init(person: 0, table: 1)]
        }.mixing()
        return (mixing, Mixer.mix(mixing, moves: 5_000).schedule)
    }

    @Test(arguments: 0...4)
    func `leaves rounds done as they were, and has the others without who left and with who came`(
        _ roundsDone: Int
    ) throws {
        let (mixing, schedule) = try planned(21, 4, 4)

        let changed = try mixing.continued(
            schedule, after: roundsDone, leaving: [2, 9], neverCame: [5], arrivingCount: 2)
        let outcome = Mixer.mix(changed, moves: 5_000)

        #expect(
            Array(outcome.schedule.rounds.prefix(roundsDone)) == Array(schedule.rounds.prefix(roundsDone)))
        #expect(ScheduleFaults.faults(changed, outcome.schedule) == [])
        for tables in outcome.schedule.rounds.dropFirst(roundsDone) {
            #expect(tables.joined().sorted() == [0, 1, 3, 4, 6, 7, 8] + Array(10..<23))
        }
        #expect(outcome.score.repeats == ScheduleFaults.repeats(changed, outcome.schedule))
    }

    @Test func `counts who never came as met by nobody`() throws {
        let schedule = Mixing.Schedule(rounds: [
            [[0, 1], [2, 3]], [[0, 1], [2, 3]], [[0, 1], [2, 3]],
        ])
        let mixing = try Mixing.Draft.sample(4, 2, 3).mixing()

        let changed = try mixing.continued(schedule, after: 2, neverCame: [3])

        #expect(Mixing.Score(changed, schedule).repeats == 3)
    }

    @Test
    func `moves nobody for one who leaves when a move is dear, and many for few repeats when it is free`()
        throws
    {
        let (mixing, schedule) = try planned(24, 6, 5)

        let dear = Mixer.mix(
            try mixing.continued(schedule, after: 2, leaving: [7], movePrice: 100), moves: 20_000)
        let free = Mixer.mix(try mixing.continued(schedule, after: 2, leaving: [7]), moves: 20_000)

        #expect(dear.score.moves == 0)
        #expect(free.score.repeats <= dear.score.repeats)
    }

    @Test func `moves as few as it must when tables become uneven`() throws {
        // All of the first table of round 1 leave: its five seats have to be filled from three other tables.
        let (mixing, schedule) = try planned(20, 4, 2)
        let leaving = schedule.rounds[1][0]

        let outcome = Mixer.mix(
            try mixing.continued(schedule, after: 1, leaving: leaving, movePrice: 100), moves: 20_000)

        #expect(outcome.score.moves == 3)
        #expect(outcome.schedule.rounds[1].map(\.count).sorted() == [3, 4, 4, 4])
    }

    @Test func `is refused when it cannot be`() throws {
        let (mixing, schedule) = try planned(8, 2, 3)

        #expect(throws: Mixing.Refused.outOfRange(.roundsDone, 4)) {
            try mixing.continued(schedule, after: 4)
        }
        #expect(throws: Mixing.Refused.unknownPerson(8, in: .absences)) {
            try mixing.continued(schedule, after: 1, leaving: [8])
        }
        #expect(throws: Mixing.Refused.outOfRange(.people, -1)) {
            try mixing.continued(schedule, after: 1, arrivingCount: -1)
        }
        #expect(throws: Mixing.Refused.outOfRange(.people, 1_001)) {
            try mixing.continued(schedule, after: 1, arrivingCount: 993)
        }
        #expect(throws: Mixing.Refused.scheduleOfOtherLength(roundCount: 0)) {
            try mixing.continued(.init(rounds: []), after: 1)
        }
    }
}
