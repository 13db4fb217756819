import Testing

@testable import Planning

@Suite struct `People in groups` {
    typealias Group = Groups.Group

    /// Few people and groups, with ties, gaps and minimums.
    static func any(_ generator: inout SeededGenerator) throws -> Groups {
        let groups = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            let seats = Int.random(in: 0...3, using: &generator)
            return Group(
                seatCount: seats, peopleMin: Int.random(in: 0...seats, using: &generator),
                mustRun: Int.random(in: 0..<4, using: &generator) == 0)
        }
        let wishes = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            var ranks: [[Int]] = []
            for group in groups.indices.shuffled(using: &generator) {
                guard Int.random(in: 0..<4, using: &generator) > 0 else { continue }
                if ranks.isEmpty || Bool.random(using: &generator) { ranks.append([]) }
                ranks[ranks.count - 1].append(group)
            }
            return ranks
        }
        return try Groups(groups, wishes: wishes, placesBeyondWishes: Bool.random(using: &generator))
    }

    /// What decides, by the words of `Groups.Objective`; nil if it breaks a rule.
    static func value(_ problem: Groups, _ objective: Groups.Objective, _ groupOf: [Int?]) -> [Int]? {
        let longest = problem.wishes.map(\.count).max() ?? 0
        var sizes = problem.groups.map { _ in 0 }
        var byRank = Array(repeating: 0, count: longest + 1)
        for (person, group) in groupOf.enumerated() {
            guard let group else { continue }
            let named = problem.wishes[person].firstIndex { $0.contains(group) }
            guard let rank = named ?? (problem.placesBeyondWishes ? longest : nil) else { return nil }
            sizes[group] += 1
            byRank[rank] += 1
        }
        var missing = 0
        for (group, size) in zip(problem.groups, sizes) {
            if size > group.seatCount { return nil }
            if group.mustRun { missing += max(0, group.peopleMin - size) }
            if !group.mustRun && size > 0 && size < group.peopleMin { return nil }
        }
        let profile: [Int] =
            switch objective {
            case .squares: [byRank.enumerated().reduce(0) { $0 + ($1.0 + 1) * ($1.0 + 1) * $1.1 }]
            case .ranks: [byRank.enumerated().reduce(0) { $0 + ($1.0 + 1) * $1.1 }]
            case .greedy: byRank.map { -$0 }
            case .generous: byRank.reversed()
            }
        return [missing, groupOf.count { $0 == nil }] + profile
    }

    static func leastByTrial(_ problem: Groups, _ objective: Groups.Objective) -> [Int] {
        let choices: [Int?] = problem.groups.indices.map { $0 } + [nil]
        var least = [Int.max]
        var chosen = problem.wishes.map { _ in 0 }
        while true {
            if let value = value(problem, objective, chosen.map { choices[$0] }),
                value.lexicographicallyPrecedes(least)
            {
                least = value
            }
            guard let person = chosen.indices.first(where: { chosen[$0] + 1 < choices.count }) else {
                return least
            }
            chosen[person] += 1
            for earlier in 0..<person { chosen[earlier] = 0 }
        }
    }

    @Test(arguments: Groups.Objective.allCases)
    func `get the best of all choices`(_ objective: Groups.Objective) throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<120 {
            let problem = try Self.any(&generator)

            let found = problem.assign(by: objective)

            #expect(found.isProvenOptimal)
            #expect(
                Self.value(problem, objective, found.groupOf) == Self.leastByTrial(problem, objective),
                "\(problem)")
        }
    }

    @Test func `are counted by rank and by group`() throws {
        let problem = try Groups(
            [Group(seatCount: 1), Group(seatCount: 1), Group(seatCount: 5)],
            wishes: [[[0], [1]], [[0], [1]], [[0, 1]], []], placesBeyondWishes: true)

        let found = problem.assign(by: .greedy)

        #expect(found.peopleByRank == [2, 0, 2])
        #expect(found.peopleByGroup == [1, 1, 2])
        #expect(found.unplaced == [])
        #expect(found.shortages == [])
    }

    @Test func `are told together with whom they want more seats than there are`() throws {
        let problem = try Groups(
            [Group(seatCount: 1), Group(seatCount: 1), Group(seatCount: 1)],
            wishes: [[[0], [1]], [[1], [0]], [[0]], [[2]]])

        let found = problem.assign()

        #expect(found.unplaced.count == 1)
        #expect(found.shortages == [Groups.Shortage(people: [0, 1, 2], groups: [0, 1], seatCount: 2)])
    }

    @Test func `close what has too few of them, and fill what must run as far as they go`() throws {
        let problem = try Groups(
            [
                Group(seatCount: 9, peopleMin: 3), Group(seatCount: 9, peopleMin: 3),
                Group(seatCount: 9, peopleMin: 4, mustRun: true),
            ],
            wishes: [[[0], [1]], [[0], [1]], [[1]], [[2]]])

        let found = problem.assign()

        #expect(found.groupOf == [1, 1, 1, 2])
        #expect(found.closed == [0])
        #expect(found.underfilled == [2])
    }

    @Test func `find a choice also when the search is cut short`() throws {
        var generator = SeededGenerator(seed: 5)
        let groups = (0..<12).map { _ in Group(seatCount: 6, peopleMin: 4) }
        let wishes = (0..<30).map { _ in (0..<12).shuffled(using: &generator).prefix(4).map { [$0] } }
        let problem = try Groups(groups, wishes: wishes)

        let found = problem.assign(flows: 1)

        #expect(!found.isProvenOptimal)
        #expect(Self.value(problem, .squares, found.groupOf) != nil)
        #expect(found.closed.allSatisfy { found.peopleByGroup[$0] == 0 })
    }

    @Test(arguments: [
        (Groups.Refused.seatsOutOfRange(group: 0), [Group(seatCount: -1)], [[[Int]]]()),
        (.seatsOutOfRange(group: 1), [Group(seatCount: 1), Group(seatCount: 1_000_001)], []),
        (.minimumOutOfRange(group: 0), [Group(seatCount: 1, peopleMin: 2)], []),
        (.minimumOutOfRange(group: 0), [Group(seatCount: 1, peopleMin: -1)], []),
        (.unknownGroup(person: 0, rank: 1, group: 1), [Group(seatCount: 1)], [[[0], [1]]]),
        (.unknownGroup(person: 0, rank: 0, group: -1), [Group(seatCount: 1)], [[[-1]]]),
        (.wishedTwice(person: 1, rank: 1, group: 0), [Group(seatCount: 1)], [[[0]], [[0], [0]]]),
    ])
    func `are refused for what is wrong`(_ refused: Groups.Refused, _ groups: [Group], _ wishes: [[[Int]]]) {
        #expect(throws: refused) { try Groups(groups, wishes: wishes) }
    }

    @Test func `are refused where they are too many`() {
        #expect(throws: Groups.Refused.tooManyPeople(20_001)) {
            try Groups([], wishes: Array(repeating: [], count: 20_001))
        }
        #expect(throws: Groups.Refused.tooManyGroups(1_001)) {
            try Groups(Array(repeating: Group(seatCount: 1), count: 1_001), wishes: [])
        }
        #expect(throws: Groups.Refused.tooManyWishes(3_000_001)) {
            try Groups([], wishes: [Array(repeating: [], count: 3_000_001)])
        }
    }
}
