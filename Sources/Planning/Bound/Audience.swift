/// Who wants each session, seen as coverage.
///
/// A wish of level l makes its participant a client at each of the levels 1 to l. A slot serves a client if a
/// session in it is wanted that much, and what is attained in a slot is the number of clients it serves:
/// that is maximum coverage (Church and ReVelle 1974), and it equals the rule `lostInterest`. One level
/// stands for `unit` of weight, the greatest common divisor of all weights.
struct Audience {
    let unit: Int
    let levelCount: Int
    let participantCount: Int
    /// Where the wishes for a session begin in `participants` and `levels`; one entry more than sessions.
    let start: [Int]
    let participants: [Int]
    let levels: [Int]
    /// All levels wanted of a session, for each slot that it lasts.
    let total: [Int]

    init(_ problem: Problem) {
        let unit = max(1, problem.wishes.reduce(0) { Self.commonDivisor($0, $1.weight) })
        var wishesOf = Array(repeating: [Problem.Wish](), count: problem.sessions.count)
        for wish in problem.wishes { wishesOf[wish.session].append(wish) }

        self.unit = unit
        participantCount = problem.participantCount
        levelCount = (problem.wishes.map(\.weight).max() ?? 0) / unit
        start = wishesOf.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
        participants = wishesOf.flatMap { $0.map(\.participant) }
        levels = wishesOf.flatMap { $0.map { $0.weight / unit } }
        total = wishesOf.map { $0.reduce(0) { $0 + $1.weight / unit } }
    }

    var wishCount: Int { levels.count }

    /// Levels lost among sessions that run side by side.
    func lost(_ sessions: [Int]) -> Int {
        var reached = Array(repeating: 0, count: participantCount)
        var lost = 0
        for session in sessions {
            for wish in start[session]..<start[session + 1] {
                let participant = participants[wish]
                lost += min(reached[participant], levels[wish])
                reached[participant] = max(reached[participant], levels[wish])
            }
        }
        return lost
    }

    /// For each participant the level of the last wish that could still come true, were every slot's best
    /// another one: with as many slots as `slotCount`, all wishes below it are lost. Zero for those who
    /// have fewer wishes than there are slots.
    func thresholds(slotCount: Int, lengths: [Int]) -> [Int] {
        guard slotCount > 0 else { return Array(repeating: 0, count: participantCount) }
        var counts = Array(repeating: 0, count: participantCount * (levelCount + 1))
        for session in total.indices {
            for wish in start[session]..<start[session + 1] {
                counts[participants[wish] * (levelCount + 1) + levels[wish]] += lengths[session]
            }
        }
        return (0..<participantCount).map { participant in
            var sum = 0
            for level in stride(from: levelCount, to: 0, by: -1) {
                sum += counts[participant * (levelCount + 1) + level]
                if sum >= slotCount { return level }
            }
            return 0
        }
    }

    private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
        var (first, second) = (first, second)
        while second != 0 { (first, second) = (second, first % second) }
        return first
    }
}
