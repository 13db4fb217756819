/// What ties one session to another: a common host or an order in time.
struct Relation {
    let other: Int
    let sharesHost: Bool
    let isBefore: Bool
    let isAfter: Bool

    /// The relations of each session, those between two settled sessions left out.
    static func all(in problem: Problem) -> [[Relation]] {
        var sessionsOf = Array(repeating: Set<Int>(), count: problem.participantCount)
        for (session, wants) in problem.sessions.enumerated() {
            for host in wants.hosts { sessionsOf[host].insert(session) }
        }
        var earlier = Array(repeating: Set<Int>(), count: problem.sessions.count)
        for (before, followers) in problem.followers.enumerated() {
            for after in followers { earlier[after].insert(before) }
        }

        return problem.sessions.indices.map { session in
            let colleagues = problem.sessions[session].hosts.reduce(into: Set()) {
                $0.formUnion(sessionsOf[$1])
            }
            let related = colleagues.union(problem.followers[session]).union(earlier[session])
            return related.subtracting([session]).sorted()
                .filter { !problem.isSettled(session) || !problem.isSettled($0) }
                .map {
                    Relation(
                        other: $0,
                        sharesHost: colleagues.contains($0),
                        isBefore: problem.followers[session].contains($0),
                        isAfter: earlier[session].contains($0)
                    )
                }
        }
    }

    /// How many hard rules the pair breaks, given the slots in which both sessions run.
    func brokenCount(_ own: Range<Int>, _ others: Range<Int>) -> Int32 {
        var count: Int32 = 0
        if sharesHost && own.overlaps(others) { count += 1 }
        if (isBefore && others.lowerBound < own.upperBound) || (isAfter && own.lowerBound < others.upperBound)
        {
            count += 1
        }
        return count
    }
}
