import Testing

@testable import Planning

@Suite struct `A schedule by a formula` {
    private static let primePowers = [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27, 31]

    @Test(arguments: primePowers)
    func `has no repeats for every prime power of tables, up to as many people each and as many rounds`(
        _ tables: Int
    ) throws {
        for seats in [2, tables - 1, tables] where (2...tables).contains(seats) {
            // One person less at some tables, and at all but one.
            for missing in [0, 1, tables - 1] {
                let draft = Mixing.Draft.sample(tables * seats - missing, tables, min(tables, 8)).with {
                    $0.hosts = [.init(person: 1, table: tables - 1), .init(person: 0, table: 0)]
                }
                let mixing = try draft.mixing()

                let schedule = try #require(ClosedForm.schedule(for: mixing))

                #expect(Mixing.Score(mixing, schedule).repeats == 0)
                #expect(ScheduleFaults.faults(mixing, schedule) == [])
            }
        }
    }

    @Test(arguments: [2, 3, 4, 5, 7, 8, 9, 11, 13, 16])
    func `has everybody meet everybody once when tables squared come for one round more`(_ tables: Int) throws
    {
        let mixing = try Mixing.Draft.sample(tables * tables, tables, tables + 1).mixing()

        let schedule = try #require(ClosedForm.schedule(for: mixing))

        let pairs = tables * tables * (tables * tables - 1) / 2
        #expect(Mixing.Score(mixing, schedule).pairsByMeetings.prefix(2) == [0, pairs])
        #expect(ScheduleFaults.faults(mixing, schedule) == [])
    }

    @Test func `is never one with repeats or uneven tables, whatever is asked`() throws {
        var found = 0
        for tables in 1...13 {
            for people in 0...40 {
                for rounds in 1...9 {
                    let mixing = try Mixing.Draft.sample(people, tables, rounds).mixing()
                    guard let schedule = ClosedForm.schedule(for: mixing) else { continue }
                    found += 1
                    #expect(Mixing.Score(mixing, schedule).repeats == 0)
                    #expect(ScheduleFaults.faults(mixing, schedule) == [])
                }
            }
        }
        #expect(found > 1_000)
    }

    @Test(arguments: [
        (16, 48, 4), (20, 100, 4), (40, 200, 4), (12, 36, 3), (15, 45, 3), (35, 175, 5), (6, 18, 2),
    ])
    func `exists for other numbers of tables, too`(_ size: (Int, Int, Int)) throws {
        let mixing = try Mixing.Draft.sample(size.1, size.0, size.2).with {
            $0.hosts = (0..<size.0).map { .init(person: 2 * $0, table: $0) }
        }.mixing()

        let schedule = try #require(ClosedForm.schedule(for: mixing))

        #expect(Mixing.Score(mixing, schedule).repeats == 0)
        #expect(ScheduleFaults.faults(mixing, schedule) == [])
    }

    @Test(arguments: [(3, 3), (4, 3), (7, 7), (8, 7), (39, 39), (40, 39), (41, 40), (12, 5)])
    func `is a round robin at tables of two`(_ people: Int, _ rounds: Int) throws {
        let mixing = try Mixing.Draft.sample(people, (people + 1) / 2, rounds).mixing()

        let schedule = try #require(ClosedForm.schedule(for: mixing))

        #expect(Mixing.Score(mixing, schedule).repeats == 0)
        #expect(ScheduleFaults.faults(mixing, schedule) == [])
    }

    @Test func `does not exist where somebody is away, something happened, or a table has two hosts`() throws
    {
        let draft = Mixing.Draft.sample(20, 5, 3)
        let away = draft.with { $0.absences = [.init(person: 0, rounds: 2..<3)] }
        let begun = draft.with {
            $0.earlier = .init(rounds: [[Array(0..<20)]])
            $0.roundsDone = 1
        }
        let crowded = draft.with { $0.hosts = [.init(person: 0, table: 0), .init(person: 1, table: 0)] }

        #expect(ClosedForm.schedule(for: try draft.mixing()) != nil)
        #expect(ClosedForm.schedule(for: try away.mixing()) == nil)
        #expect(ClosedForm.schedule(for: try begun.mixing()) == nil)
        #expect(ClosedForm.schedule(for: try crowded.mixing()) == nil)
    }
}

@Suite struct `A finite ring` {
    @Test(arguments: [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
    func `of a prime power is a field`(_ order: Int) {
        let power = FiniteRing.primePowers(of: order)
        let field = FiniteRing.field(power[0])
        let all = 0..<order

        #expect(power.count == 1)
        for first in all {
            #expect(field.sum(first, 0) == first)
            #expect(field.product(first, 1) == first)
            #expect(all.count { field.sum(first, $0) == 0 } == 1)
            #expect(first == 0 || all.count { field.product(first, $0) == 1 } == 1)
            for second in all {
                #expect(field.sum(first, second) == field.sum(second, first))
                #expect(field.product(first, second) == field.product(second, first))
                let third = (first * 5 + second * 3 + 1) % order
                #expect(
                    field.product(field.product(first, second), third)
                        == field.product(first, field.product(second, third)))
                #expect(
                    field.product(first, field.sum(second, third))
                        == field.sum(field.product(first, second), field.product(first, third)))
            }
        }
    }

    @Test(arguments: [6, 12, 15, 20, 36])
    func `of fields differs in every field among its first elements`(_ order: Int) {
        let ring = FiniteRing.productOfFields(order)
        let smallest = FiniteRing.primePowers(of: order).map(\.order).min() ?? 0

        for first in 0..<smallest {
            for second in 0..<first {
                // The one element that leads from the second to the first is no divisor of zero.
                let gaps = (0..<order).filter { ring.sum(second, $0) == first }
                #expect(gaps.count == 1)
                #expect(gaps.allSatisfy { gap in (1..<order).allSatisfy { ring.product(gap, $0) != 0 } })
            }
        }
    }

    @Test func `knows what makes up a number`() {
        #expect(FiniteRing.primePowers(of: 1).isEmpty)
        #expect(
            FiniteRing.primePowers(of: 360) == [
                .init(prime: 2, degree: 3), .init(prime: 3, degree: 2), .init(prime: 5, degree: 1),
            ])
    }
}
