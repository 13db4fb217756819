import Testing

@testable import Planning

@Suite struct `A mixing` {
    @Test(arguments: [
        (Mixing.Draft.sample(-1, 1, 1), Mixing.Refused.outOfRange(.people, -1)),
        (.sample(1_001, 1, 1), .outOfRange(.people, 1_001)),
        (.sample(1, 0, 1), .outOfRange(.tables, 0)),
        (.sample(1, 201, 1), .outOfRange(.tables, 201)),
        (.sample(1, 1, -1), .outOfRange(.rounds, -1)),
        (.sample(1, 1, 41), .outOfRange(.rounds, 41)),
        (.sample(.max, .max, .max), .outOfRange(.people, .max)),
        (.sample(4, 2, 2).with { $0.roundsDone = 3 }, .outOfRange(.roundsDone, 3)),
        (.sample(4, 2, 2).with { $0.movePrice = -1 }, .outOfRange(.movePrice, -1)),
        (.sample(4, 2, 2).with { $0.roundsDone = 1 }, .roundsDoneWithoutSchedule),
        (.sample(4, 2, 2).with { $0.hosts = [.init(person: 4, table: 0)] }, .unknownPerson(4, in: .hosts)),
        (.sample(4, 2, 2).with { $0.hosts = [.init(person: 0, table: 2)] }, .unknownTable(2, in: .hosts)),
        (
            .sample(4, 2, 2).with { $0.hosts = [.init(person: 0, table: 0), .init(person: 0, table: 1)] },
            .personTwice(0, in: .hosts)
        ),
        (
            .sample(4, 2, 2).with { $0.absences = [.init(person: -1, rounds: 0..<1)] },
            .unknownPerson(-1, in: .absences)
        ),
        (
            .sample(4, 2, 2).with { $0.absences = [.init(person: 0, rounds: 1..<3)] },
            .outOfRange(.absences, 3)
        ),
        (
            .sample(4, 2, 2).with { $0.absences = [.init(person: 0, rounds: -1..<1)] },
            .outOfRange(.absences, -1)
        ),
        (.sample(4, 2, 2).with { $0.apart = [.init(people: [0, 9])] }, .unknownPerson(9, in: .apart)),
        (.sample(4, 2, 2).with { $0.together = [.init(people: [1, 1])] }, .personTwice(1, in: .together)),
        (
            .sample(4, 2, 2).with { $0.apart = [.init(people: [0, 1], price: 101)] },
            .outOfRange(.apart, 101)
        ),
        (
            .sample(4, 2, 2).with { $0.together = [.init(people: [0, 1], price: 0)] },
            .outOfRange(.together, 0)
        ),
        (
            .sample(4, 2, 2).with {
                $0.apart = [.init(people: [0, 1, 2])]
                $0.together = [.init(people: [3, 2, 1])]
            }, .apartAndTogether(first: 1, second: 2)
        ),
        (
            .sample(4, 2, 2).with { $0.earlier = .init(rounds: [[[0]], [[1]], [[2]]]) },
            .scheduleOfOtherLength(roundCount: 3)
        ),
        (
            .sample(4, 2, 2).with { $0.earlier = .init(rounds: [[[0, 1], [2, 0]]]) },
            .seatedTwice(person: 0, round: 0)
        ),
        (
            .sample(4, 2, 2).with { $0.earlier = .init(rounds: [[[0, 1]], [[4]]]) },
            .unknownPersonSeated(4, round: 1)
        ),
        (
            .sample(4, 2, 2).with { $0.earlier = .init(rounds: [Array(repeating: [], count: 201)]) },
            .tooManyTables(201, round: 0)
        ),
    ]) func `refuses what makes no sense, by its first fault`(
        _ draft: Mixing.Draft, _ refused: Mixing.Refused
    ) {
        #expect(throws: refused) { try Mixing(draft) }
    }

    @Test func `takes the largest that its limits allow`() throws {
        let mixing = try Mixing.Draft.sample(1_000, 200, 40).mixing()

        #expect(mixing.tableSizes(in: 39) == Array(repeating: 5, count: 200))
    }

    @Test(
        arguments: [
            (10, 3, [], [4, 3, 3]), (0, 2, [], [0, 0]), (2, 4, [], [1, 1, 0, 0]),
            (7, 3, [(0, 2), (1, 2), (2, 2), (3, 2)], [2, 1, 4]),
            (6, 2, [(0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1)], [0, 6]),
        ] as [(Int, Int, [(Int, Int)], [Int])])
    func `has tables as even as its hosts allow`(
        _ people: Int, _ tables: Int, _ hosts: [(Int, Int)], _ sizes: [Int]
    ) throws {
        let mixing = try Mixing.Draft.sample(people, tables, 1).with {
            $0.hosts = hosts.map { .init(person: $0.0, table: $0.1) }
        }.mixing()

        #expect(mixing.tableSizes(in: 0) == sizes)
    }

    @Test func `counts repeats, groups and moves by their prices`() throws {
        let mixing = try Mixing.Draft.sample(6, 2, 3).with {
            $0.hosts = [.init(person: 0, table: 0)]
            $0.apart = [.init(people: [1, 2, 3], price: 7)]
            $0.together = [.init(people: [4, 5], price: 3)]
            $0.absences = [.init(person: 3, rounds: 1..<2)]
            $0.earlier = .init(rounds: [[[0, 1, 2], [3, 4, 5]], [[0, 1, 4], [2, 5]]])
            $0.roundsDone = 1
            $0.movePrice = 2
        }.mixing()

        // 0 meets 1 three times and 2 twice, 1 meets 2 twice; of 4 and 5 it is wished that they meet.
        let score = Mixing.Score(
            mixing,
            .init(rounds: [[[0, 1, 2], [3, 4, 5]], [[0, 1], [2, 4, 5]], [[0, 1, 2], [3, 4, 5]]]))

        #expect(
            score.meetingsAgain == [
                .init(first: 0, second: 1, rounds: 3), .init(first: 0, second: 2, rounds: 2),
                .init(first: 1, second: 2, rounds: 2), .init(first: 3, second: 4, rounds: 2),
                .init(first: 3, second: 5, rounds: 2),
            ])
        #expect(score.repeats == 3 + 1 + 1 + 1 + 1)
        #expect(score.pairsByMeetings == [7, 2, 4, 2])
        #expect(score.meetingsOfApart == 2)
        #expect(score.partingsOfTogether == 0)
        #expect(score.moves == 1)
        #expect(score.cost == 7 + 2 * 7 + 0 + 1 * 2)
    }

    @Test func `counts nobody as met who was not there`() throws {
        let mixing = try Mixing.Draft.sample(4, 1, 2).with {
            $0.earlier = .init(rounds: [[[0, 1, 2, 3]], [[0, 1, 2, 3]]])
            $0.roundsDone = 2
            $0.absences = [.init(person: 3, rounds: 0..<2)]
        }.mixing()

        let score = Mixing.Score(mixing, .init(rounds: [[[0, 1, 2, 3]], [[0, 1, 2, 3]]]))

        #expect(score.repeats == 3)
    }
}
