/// What ties one session to another: a common host, an order in time, a common topic.
struct Relation {
    let other: Int
    let sharesHost: Bool
    let isBefore: Bool
    let isAfter: Bool
    /// What the two cost when they run at the same time, or right after each other without a break.
    let parallelCost: Int
    let adjacentCost: Int

    /// Broken hard rules and soft costs.
    struct Sum: Equatable {
        var broken = 0
        var soft = 0
    }

    var isHard: Bool { sharesHost || isBefore || isAfter }

    /// The relations of each session, those between two settled sessions left out.
    static func all(in problem: Problem) -> [[Relation]] {
        var sessionsOf = Array(repeating: Set<Int>(), count: problem.participantCount)
        var sessionsAbout: [String: Set<Int>] = [:]
        for (session, wants) in problem.sessions.enumerated() {
            for host in wants.hosts { sessionsOf[host].insert(session) }
            if problem.sameTopicWeight > 0, let topic = wants.topic {
                sessionsAbout[topic, default: []].insert(session)
            }
        }
        var earlier = Array(repeating: Set<Int>(), count: problem.sessions.count)
        for (before, followers) in problem.followers.enumerated() {
            for after in followers { earlier[after].insert(before) }
        }

        return problem.sessions.indices.map { session in
            let colleagues = problem.sessions[session].hosts.reduce(into: Set()) {
                $0.formUnion(sessionsOf[$1])
            }
            let alike = problem.sessions[session].topic.flatMap { sessionsAbout[$0] } ?? []
            let related = colleagues.union(problem.followers[session]).union(earlier[session]).union(alike)
            return related.subtracting([session]).sorted()
                .filter { !problem.isSettled(session) || !problem.isSettled($0) }
                .map {
                    Relation(
                        other: $0,
                        sharesHost: colleagues.contains($0),
                        isBefore: problem.followers[session].contains($0),
                        isAfter: earlier[session].contains($0),
                        parallelCost: alike.contains($0) ? problem.sameTopicWeight : 0,
                        adjacentCost: colleagues.contains($0) ? problem.hostSpreadWeight : 0
                    )
                }
        }
    }

    /// Adds what the pair breaks and costs, given the slots in which both sessions run, and which slots begin
    /// after a break.
    @inline(__always)
    func add(
        to sum: inout Sum, _ own: Range<Int>, _ others: Range<Int>, after breaks: UnsafeMutablePointer<Bool>
    ) {
        let isApart = own.upperBound <= others.lowerBound || others.upperBound <= own.lowerBound
        if !isApart {
            if sharesHost { sum.broken &+= 1 }
            sum.soft &+= parallelCost
        } else if adjacentCost > 0 {
            let meeting = max(own.lowerBound, others.lowerBound)
            let isAdjacent = own.upperBound == meeting || others.upperBound == meeting
            if isAdjacent && !breaks[meeting] { sum.soft &+= adjacentCost }
        }
        let isLate = isBefore && others.lowerBound < own.upperBound
        let isEarly = isAfter && own.lowerBound < others.upperBound
        if isLate || isEarly { sum.broken &+= 1 }
    }
}
