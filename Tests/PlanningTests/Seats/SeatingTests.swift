import Testing

@testable import Planning

@Suite struct `Seats` {
    /// Few people and rooms with few seats; every session has a place of its own.
    static func any(_ generator: inout SeededGenerator) throws -> (problem: Problem, plan: Plan) {
        let (slots, rooms) = (Int.random(in: 1...3, using: &generator), 2)
        let people = Int.random(in: 0...3, using: &generator)
        var draft = Problem.Draft(slotCount: slots, participantCount: people)
        draft.rooms = (0..<rooms).map { _ in .init(capacityPeople: .random(in: 0...2, using: &generator)) }
        draft.sessions = Array(repeating: .init(), count: slots * rooms)
        for person in 0..<people {
            for session in draft.sessions.indices where Int.random(in: 0..<4, using: &generator) > 0 {
                draft.wishes.append(
                    .init(
                        participant: person, session: session, weight: .random(in: 1...4, using: &generator)))
            }
            if Int.random(in: 0..<5, using: &generator) == 0 {
                draft.sessions[.random(in: draft.sessions.indices, using: &generator)].hosts = [person]
            }
        }
        if people > 0 { draft.absences = [.init(host: 0, slot: slots - 1)] }
        return (
            try Problem(draft), Plan(draft.sessions.indices.map { Cell(slot: $0 / rooms, room: $0 % rooms) })
        )
    }

    /// A day of a whole seating, by the words of the definition: losses per person, and weight.
    struct Day: Equatable {
        var losses: [Int]
        var weight = 0

        var squares: Int { losses.reduce(0) { $0 + $1 * $1 } }
        var sorted: [Int] { losses.sorted(by: >) }
    }

    /// Nil if a rule is broken.
    static func day(_ problem: Problem, _ plan: Plan, _ seats: [[Int?]]) -> Day? {
        var day = Day(losses: Array(repeating: 0, count: problem.participantCount))
        for slot in 0..<problem.slotCount {
            for session in problem.sessions.indices {
                guard let cell = plan[session], cell.slot == slot else { continue }
                let hostCount = problem.sessions[session].hosts.count { seats[$0][slot] == session }
                let seatCount = max(hostCount, problem.rooms[cell.room].capacityPeople)
                if seats.count(where: { $0[slot] == session }) > seatCount { return nil }
            }
            for person in 0..<problem.participantCount {
                let isAbsent = problem.isAbsent[person].contains(slot)
                let own = problem.sessions.indices.first {
                    plan[$0]?.slot == slot && problem.sessions[$0].hosts.contains(person)
                }
                if isAbsent || own != nil {
                    guard seats[person][slot] == (isAbsent ? nil : own) else { return nil }
                    continue
                }
                let wants = problem.wishes.filter {
                    $0.participant == person && plan[$0.session]?.slot == slot
                }
                if let seat = seats[person][slot] {
                    guard let wish = wants.first(where: { $0.session == seat }) else { return nil }
                    day.weight += wish.weight
                } else if !wants.isEmpty {
                    day.losses[person] += 1
                }
            }
        }
        return day
    }

    /// Every seating of every slot with every other.
    static func allDays(_ problem: Problem, _ plan: Plan) -> [Day] {
        var seatings = [
            Array(
                repeating: [Int?](repeating: nil, count: problem.slotCount), count: problem.participantCount)
        ]
        for person in 0..<problem.participantCount {
            for slot in 0..<problem.slotCount {
                let open: [Int] = problem.sessions.indices.filter { plan[$0]?.slot == slot }
                seatings = seatings.flatMap { seating in
                    [seating]
                        + open.map { session in
                            var next = seating
                            next[person][slot] = session
                            return next
                        }
                }
            }
        }
        return seatings.compactMap { day(problem, plan, $0) }
    }

    @Test func `are given so that losses are few and even, and then by weight`() throws {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<25 {
            let (problem, plan) = try Self.any(&generator)
            let all = Self.allDays(problem, plan)

            let found = try Seating(problem, plan).seats()

            let day = try #require(Self.day(problem, plan, found.sessions))
            let evenest = all.map(\.sorted).min { $0.lexicographicallyPrecedes($1) }
            #expect(day.sorted == evenest)
            #expect(day.losses.reduce(0, +) == all.map { $0.losses.reduce(0, +) }.min())
            #expect(day.weight == all.filter { $0.squares == day.squares }.map(\.weight).max())
            #expect(found.attainedWeight == day.weight)
            #expect(found.losses.count == day.losses.reduce(0, +))
            #expect(found.isProvenOptimal)
        }
    }

    @Test func `are given by weight where that comes first`() throws {
        var generator = SeededGenerator(seed: 32)
        for _ in 0..<25 {
            let (problem, plan) = try Self.any(&generator)
            let all = Self.allDays(problem, plan)

            let found = try Seating(problem, plan).seats(by: .weight)

            let day = try #require(Self.day(problem, plan, found.sessions))
            #expect(day.weight == all.map(\.weight).max())
            #expect(day.squares == all.filter { $0.weight == day.weight }.map(\.squares).min())
        }
    }

    /// One wanted session in each slot, with a seat for all but some: each loses once before anybody loses twice.
    @Test(arguments: [(6, 5, 2), (7, 4, 3), (30, 6, 9)])
    func `are lost by everybody once before anybody loses twice`(_ people: Int, _ slots: Int, _ seats: Int)
        throws
    {
        var draft = Problem.Draft(slotCount: slots, participantCount: people)
        draft.rooms = [.init(capacityPeople: seats)]
        draft.sessions = Array(repeating: .init(), count: slots)
        draft.wishes = (0..<people).flatMap { person in
            (0..<slots).map { .init(participant: person, session: $0, weight: 1 + (person + $0) % 4) }
        }
        let plan = Plan((0..<slots).map { Cell(slot: $0, room: 0) })

        let found = try Seating(try Problem(draft), plan).seats()

        let lossCount = slots * (people - seats)
        let (each, more) = (lossCount / people, lossCount % people)
        var expected = Array(repeating: 0, count: each) + [people - more]
        if more > 0 { expected.append(more) }
        #expect(found.peopleByLosses == expected)
        #expect(found.losses.count == lossCount)
    }

    @Test func `name who has none, what they wanted, and what was less wanted`() throws {
        var draft = Problem.Draft.sample(slots: 1, rooms: 2, sessions: 2, people: 4)
        draft.rooms = [.init(capacityPeople: 2), .init(capacityPeople: 1)]
        draft.sessions[0].hosts = [3]
        draft.wishes = [
            .init(participant: 0, session: 0, weight: 4), .init(participant: 1, session: 0, weight: 3),
            .init(participant: 1, session: 1, weight: 1), .init(participant: 2, session: 1, weight: 1),
        ]
        let plan = Plan([Cell(slot: 0, room: 0), Cell(slot: 0, room: 1)])

        let fair = try Seating(try draft.problem(), plan).seats()

        #expect(fair.sessions == [[0], [nil], [1], [0]] || fair.sessions == [[0], [1], [nil], [0]])
        #expect(fair.losses.count == 1)
        #expect(fair.attainedWeight == 5)
        #expect(fair.wantedWeight == 4 + 3 + 1)
        #expect(fair.peopleByLosses == [2, 1])
    }

    @Test func `of a repeated session are taken once, and it is no loss to miss it once`() throws {
        var draft = Problem.Draft.sample(slots: 2, rooms: 2, sessions: 3, people: 3)
        draft.rooms = [.init(capacityPeople: 2), .init(capacityPeople: 1)]
        draft.wishes = (0..<3).flatMap { person in
            [0, 1].map { .init(participant: person, session: $0, weight: 2) }
        }
        let plan = Plan([Cell(slot: 0, room: 0), Cell(slot: 1, room: 0), nil])

        let once = try Seating(try draft.problem(), plan, repeats: [[0, 1]]).seats()

        #expect(once.losses == [])
        #expect(once.sessions.allSatisfy { $0.count { $0 != nil } == 1 })
        #expect(once.isProvenOptimal)

        // Person 0 wants something else in the second slot as well: visiting it once frees a seat there.
        draft.wishes.append(.init(participant: 0, session: 2, weight: 1))
        let mixed = try Seating(
            try draft.problem(),
            Plan([Cell(slot: 0, room: 0), Cell(slot: 1, room: 0), Cell(slot: 1, room: 1)]),
            repeats: [[0, 1]]
        ).seats()

        #expect(mixed.losses == [])
        for chain in mixed.sessions { #expect(chain.count { $0 == 0 || $0 == 1 } <= 1) }
    }

    @Test func `are never taken twice in repeated sessions, whoever wants what`() throws {
        var generator = SeededGenerator(seed: 33)
        for _ in 0..<100 {
            let (problem, plan) = try Self.any(&generator)
            let repeats = [[0, problem.sessions.count - 1], problem.sessions.count > 4 ? [1, 3] : []]
                .filter { Set($0).count == 2 }

            let found = try Seating(problem, plan, repeats: repeats).seats()

            #expect(Self.day(problem, plan, found.sessions) != nil)
            for sessions in repeats {
                for (person, chain) in found.sessions.enumerated() {
                    let visits = chain.compactMap { $0 }.filter { sessions.contains($0) }
                    let ownVisits = visits.filter { problem.sessions[$0].hosts.contains(person) }
                    #expect(visits.count <= max(1, ownVisits.count))
                }
            }
        }
    }

    @Test func `are refused for a plan that does not fit`() throws {
        let problem = try Problem.Draft.sample().with { $0.sessions[3].lengthSlots = 2 }.problem()
        let parked = Plan(parking: 4)

        #expect(throws: Seating.Refused.planOfOtherSize(sessionCount: 3)) {
            try Seating(problem, Plan(parking: 3))
        }
        #expect(throws: Seating.Refused.placeBeyondTheDay(session: 0)) {
            try Seating(problem, Plan([Cell(slot: 3, room: 0), nil, nil, nil]))
        }
        #expect(throws: Seating.Refused.unknownSession(4)) {
            try Seating(problem, parked, repeats: [[0, 4]])
        }
        #expect(throws: Seating.Refused.repeatedTwice(session: 0)) {
            try Seating(problem, parked, repeats: [[0, 1], [0, 2]])
        }
        #expect(throws: Seating.Refused.repeatedIsLong(session: 3)) {
            try Seating(problem, parked, repeats: [[0, 3]])
        }
    }
}
