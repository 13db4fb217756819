import Testing

@testable import Planning

@Suite struct `A bound of repeats` {
    @Test(arguments: [
        // Every two rounds share a pair at each table of five from four tables: 4 x 6.
        (20, 4, 4, 24), (40, 5, 4, 90),
        // Seven meetings with six others, for each of seven people.
        (7, 1, 3, 63), (6, 3, 7, 6), (6, 3, 5, 0),
        // Not by counting, but by theorems; the last by its first four rounds.
        (36, 6, 3, 0), (36, 6, 4, 1), (12, 4, 5, 1), (20, 5, 6, 1), (36, 6, 7, 4),
        (0, 3, 5, 0), (5, 5, 40, 0),
    ]) func `is what counting gives`(_ people: Int, _ tables: Int, _ rounds: Int, _ bound: Int) throws {
        #expect(MixingBound(try Mixing.Draft.sample(people, tables, rounds).mixing()).repeats == bound)
    }

    @Test func `sees that guests run out of hosts`() throws {
        // Twenty guests and five hosts: in the sixth round each guest is with a host again.
        let mixing = try Mixing.Draft.sample(25, 5, 6).with {
            $0.hosts = (0..<5).map { .init(person: $0, table: $0) }
        }.mixing()

        #expect(MixingBound(mixing).repeats == 20)
    }

    @Test func `sees what has happened already`() throws {
        // All four have met; at two tables of two each further round repeats two meetings.
        let done = [[[0, 1], [2, 3]], [[0, 2], [1, 3]], [[0, 3], [1, 2]]]
        let mixing = try Mixing.Draft.sample(4, 2, 5).with {
            $0.earlier = .init(rounds: done)
            $0.roundsDone = 3
        }.mixing()

        #expect(MixingBound(mixing).repeats == 4)
    }

    @Test func `of rules counts who must sit together and who cannot`() throws {
        // Five of one town at three tables: two pairs a round. Three friends at tables of two: two pairs.
        let mixing = try Mixing.Draft.sample(6, 3, 2).with {
            $0.apart = [.init(people: [0, 1, 2, 3, 4], price: 10)]
        }.mixing()
        let friends = try Mixing.Draft.sample(6, 3, 2).with {
            $0.together = [.init(people: [0, 1, 2], price: 10)]
        }.mixing()

        #expect(MixingBound(mixing).rulePrices == 40)
        #expect(MixingBound(friends).rulePrices == 40)
    }
}
