/// Whether some sessions can all stand on one board, under some of the hard rules.
///
/// Method: first what can be proved at once (no cell left, an order that does not fit the day, fewer cells
/// than sessions or fewer slots than sessions of one host, by bipartite matching), then backtracking with
/// forward checking, the session with the fewest cells first. Steps are bounded over the whole life of a
/// search, so a hard case ends as unknown and never hangs.
struct FeasibilitySearch {
    enum Verdict {
        case possible([Int: Cell])
        case impossible
        case unknown
    }

    /// Everything but being placed, which is what is asked.
    static let rules = Rule.hard.filter { $0.name != .mustBePlaced }

    private let problem: Problem
    private let cells: [Cell]
    /// For each session asked about and each cell, as bits, the rules about single sessions broken there.
    private var brokenRules: [Int: [UInt32]] = [:]
    private let related: [Set<Int>]
    var stepsLeft: Int

    /// Enough for boards of some hundred sessions that contradict in a few.
    static let stepsMax = 20_000

    init(_ problem: Problem, steps: Int = stepsMax) {
        self.problem = problem
        stepsLeft = steps
        cells = (0..<problem.cellCount).map { problem.cell(at: $0) }
        related = Relation.all(in: problem).map { Set($0.filter(\.isHard).map(\.other)) }
    }

    /// Whether a session alone has any place, which is quick to see where it has many.
    func hasPlace(_ session: Int) -> Bool {
        cells.contains { cell in
            Self.rules.allSatisfy { $0.finding(problem, session: session, at: cell) == nil }
        }
    }

    mutating func verdict(for sessions: [Int], under rules: [Rule] = Self.rules) -> Verdict {
        let names = Set(rules.map(\.name))
        let mask = Self.rules.enumerated().reduce(UInt32(0)) {
            names.contains($1.element.name) ? $0 | 1 << UInt32($1.offset) : $0
        }
        var choices: [Int: [Cell]] = [:]
        for session in sessions {
            let broken = broken(session)
            choices[session] = cells.indices.filter { broken[$0] & mask == 0 }.map { cells[$0] }
        }

        if names.contains(.precedence) { narrowByOrder(sessions, &choices) }
        guard !sessions.contains(where: { choices[$0, default: []].isEmpty }) else { return .impossible }
        if names.contains(.oneSessionPerCell) && !fitsIntoCells(sessions, choices) { return .impossible }
        if names.contains(.hostInOnePlace) && !hostsFitIntoSlots(sessions, choices) { return .impossible }
        return extend([:], sessions, choices, rules.filter { $0.isAboutPairs })
    }

    private mutating func broken(_ session: Int) -> [UInt32] {
        if let known = brokenRules[session] { return known }
        let broken = cells.map { cell in
            Self.rules.enumerated().reduce(UInt32(0)) { bits, rule in
                let isBroken = rule.element.finding(problem, session: session, at: cell) != nil
                return isBroken ? bits | 1 << UInt32(rule.offset) : bits
            }
        }
        brokenRules[session] = broken
        return broken
    }

    /// A session begins after the earliest end of all that must precede it, and ends in time for the rest.
    private func narrowByOrder(_ sessions: [Int], _ choices: inout [Int: [Cell]]) {
        var isNarrowing = true
        while isNarrowing {
            isNarrowing = false
            for before in sessions {
                for after in problem.followers[before].sorted() where choices[after] != nil {
                    guard !problem.isSettled(before) || !problem.isSettled(after) else { continue }
                    let length = problem.sessions[before].lengthSlots
                    let earliest = (choices[before]?.map(\.slot).min() ?? problem.slotCount) + length
                    let latest = choices[after]?.map(\.slot).max() ?? -1
                    let count = choices[before, default: []].count + choices[after, default: []].count
                    choices[after]?.removeAll { $0.slot < earliest }
                    choices[before]?.removeAll { $0.slot + length > latest }
                    let left = choices[before, default: []].count + choices[after, default: []].count
                    if left < count { isNarrowing = true }
                }
            }
        }
    }

    private func fitsIntoCells(_ sessions: [Int], _ choices: [Int: [Cell]]) -> Bool {
        let loose = sessions.filter { !problem.isSettled($0) }
        let taken = Set(sessions.compactMap { problem.settledCell(of: $0) })
        let places = loose.map { session in
            choices[session, default: []].filter { !taken.contains($0) }.map { problem.index(of: $0) }
        }
        return BipartiteMatching(places).size == loose.count
    }

    private func hostsFitIntoSlots(_ sessions: [Int], _ choices: [Int: [Cell]]) -> Bool {
        var sessionsOf: [Int: [Int]] = [:]
        for session in sessions where !problem.isSettled(session) {
            for host in Set(problem.sessions[session].hosts) { sessionsOf[host, default: []].append(session) }
        }
        return sessionsOf.values.allSatisfy { hosted in
            let slots = hosted.map { Set(choices[$0, default: []].map(\.slot)).sorted() }
            return BipartiteMatching(slots).size == hosted.count
        }
    }

    private mutating func extend(
        _ placed: [Int: Cell],
        _ open: [Int],
        _ choices: [Int: [Cell]],
        _ rules: [Rule]
    ) -> Verdict {
        guard let next = open.min(by: { choices[$0, default: []].count < choices[$1, default: []].count })
        else { return .possible(placed) }

        let rest = open.filter { $0 != next }
        for cell in choices[next, default: []] {
            stepsLeft -= 1
            guard stepsLeft > 0 else { return .unknown }
            let narrowed = narrow(choices, rest, Rule.Standing(session: next, cell: cell), rules)
            guard let narrowed else { continue }
            let verdict = extend(placed.merging([next: cell]) { $1 }, rest, narrowed, rules)
            if case .impossible = verdict { continue }
            return verdict
        }
        return .impossible
    }

    /// What is left for the others once a session stands; nil if somebody has nothing left.
    private func narrow(
        _ choices: [Int: [Cell]],
        _ open: [Int],
        _ standing: Rule.Standing,
        _ rules: [Rule]
    ) -> [Int: [Cell]]? {
        var narrowed = choices
        for other in open {
            // Unrelated sessions can only meet in a cell, so nothing else need be asked.
            let isRelated = related[standing.session].contains(other)
            let asked = isRelated ? rules : rules.filter { $0.name == .oneSessionPerCell }
            let left = choices[other, default: []].filter { cell in
                asked.allSatisfy {
                    $0.finding(problem, standing, Rule.Standing(session: other, cell: cell)) == nil
                }
            }
            guard !left.isEmpty else { return nil }
            narrowed[other] = left
        }
        return narrowed
    }
}

extension Rule {
    fileprivate var isAboutPairs: Bool {
        if case .pair = scope { true } else { false }
    }
}
