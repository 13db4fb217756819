import Planning

/// Who loses which wishes on a plan, by the planner's own rule.
struct WishLosses {
    /// A wish that is lost, in some slots of its session or in all of them.
    struct Lost {
        let session: Int
        var weight = 0
        /// What the person attains at the time instead; nothing where the session is parked.
        var to: [Int] = []
    }

    struct Person {
        let participant: Int
        var lost: [Lost]

        var weight: Int { lost.reduce(0) { $0 + $1.weight } }
    }

    struct Session {
        var wantedBy = 0
        var lostBy = 0
        var weight = 0
        /// How many people are in which other session instead, most first.
        var instead: [(session: Int, people: Int)] = []
    }

    /// Those who lose anything, by number.
    let people: [Person]
    /// All sessions, by their places in the list.
    let sessions: [Session]
    /// How many people lose 0, 1, 2 … wishes, of those who have any.
    let peopleByLosses: [Int]

    init(_ problem: Problem, _ plan: Plan) {
        var people: [Person] = []
        for finding in Rule.lostInterest.findings(problem, plan) {
            switch finding {
            case .wishLost(let wish, _, let to): Self.add(finding.amount, of: wish, to, &people)
            case .wishUnplaced(let wish, _): Self.add(finding.amount, of: wish, nil, &people)
            default: continue
            }
        }
        self.people = people.sorted { $0.participant < $1.participant }

        var sessions = Array(repeating: Session(), count: problem.sessions.count)
        for wish in problem.wishes { sessions[wish.session].wantedBy += 1 }
        var instead = Array(repeating: [Int: Int](), count: problem.sessions.count)
        for lost in people.flatMap(\.lost) {
            sessions[lost.session].lostBy += 1
            sessions[lost.session].weight += lost.weight
            for other in lost.to { instead[lost.session][other, default: 0] += 1 }
        }
        for session in sessions.indices {
            sessions[session].instead = instead[session].map { (session: $0.key, people: $0.value) }
                .sorted { ($1.people, $0.session) < ($0.people, $1.session) }
        }
        self.sessions = sessions

        let lossCounts = people.map(\.lost.count)
        var byLosses = Array(repeating: 0, count: (lossCounts.max() ?? 0) + 1)
        for count in lossCounts { byLosses[count] += 1 }
        byLosses[0] = Set(problem.wishes.map(\.participant)).count - people.count
        peopleByLosses = byLosses
    }

    /// Findings come person by person and wish by wish.
    private static func add(_ weight: Int, of wish: Problem.Wish, _ other: Int?, _ people: inout [Person]) {
        if people.last?.participant != wish.participant {
            people.append(Person(participant: wish.participant, lost: []))
        }
        let person = people.count - 1
        if people[person].lost.last?.session != wish.session {
            people[person].lost.append(Lost(session: wish.session))
        }
        let lost = people[person].lost.count - 1
        people[person].lost[lost].weight += weight
        guard let other, !people[person].lost[lost].to.contains(other) else { return }
        people[person].lost[lost].to.append(other)
    }
}
