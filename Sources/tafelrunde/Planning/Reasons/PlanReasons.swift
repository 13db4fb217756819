import Actions
import Foundation
import Planning

/// Why a plan is as it is: what every other place of a session would cost or break, who loses what, and which
/// changes come closest.
struct PlanReasons {
    let named: NamedProblem
    let plan: Plan
    /// For each session all places but its own.
    let alternatives: [[Alternative]]
    let losses: WishLosses
    let nearest: [Alternative]

    static let nearestMax = 3
    /// So many sessions times places are looked at; each is a board of its own.
    static let alternativesMax = 50_000

    /// - Parameters:
    ///   - named: What was planned, by the names of the file.
    ///   - plan: Whoever made it.
    ///   - path: The file, for what is wrong with it.
    /// - Throws: `FileFault` where there is too much to look at.
    init(_ named: NamedProblem, _ plan: Plan, _ path: String) throws(FileFault) {
        try Self.mustBeExplained(named, path)
        self.named = named
        self.plan = plan
        let problem = named.problem
        alternatives = Self.alternatives(problem, plan)
        losses = WishLosses(problem, plan)
        nearest = Inspection(problem, plan).nearestChanges(Self.nearestMax)
    }

    /// Every core looks at some of the sessions: which rules a place would break takes long to say.
    private static func alternatives(_ problem: Problem, _ plan: Plan) -> [[Alternative]] {
        let coreCount = ProcessInfo.processInfo.activeProcessorCount
        let found = onAllCores(coreCount) { core in
            let inspection = Inspection(problem, plan)
            return stride(from: core, to: problem.sessions.count, by: coreCount).map {
                inspection.alternatives(of: $0)
            }
        }
        return problem.sessions.indices.map { found[$0 % coreCount][$0 / coreCount] }
    }

    /// Asked before the search, too, so that nobody waits for nothing.
    static func mustBeExplained(_ named: NamedProblem, _ path: String) throws(FileFault) {
        let count = named.problem.sessions.count * named.problem.cellCount
        guard count > alternativesMax else { return }
        throw FileFault(
            path, .file,
            "sessions times places are \(count); --reasons can look at \(alternativesMax)")
    }
}

extension Planning.Finding {
    /// What would be wrong, as `--check` says it.
    func words(_ named: NamedProblem) -> String {
        func session(_ index: Int) -> String { "session \(named.sessionIDs[index])" }
        func room(_ index: Int) -> String { "room \(named.roomIDs[index])" }
        switch self {
        case .sharedCell(_, let first, let second):
            return "\(session(first)) and \(session(second)) are in the same place"
        case .hostTwice(let host, let first, let second):
            return "host \(host) has \(session(first)) and \(session(second)) at once"
        case .hostAbsent(let host, let absent, let slot):
            return "\(session(absent)) has host \(host), who is not there in slot \(slot)"
        case .missingFeature(let feature, let needing, let place):
            return "\(session(needing)) needs “\(feature)”, which \(room(place)) does not have"
        case .outsideFixedSlot(let moved, let slot): return "\(session(moved)) is not in slot \(slot)"
        case .outsideFixedRoom(let moved, let place): return "\(session(moved)) is not in \(room(place))"
        case .tooEarly(let early, let before):
            return "\(session(early)) does not come after \(session(before))"
        case .blockedCell(let cell, let placed):
            return "\(session(placed)) is in \(room(cell.room)) in slot \(cell.slot), which is taken"
        case .runsIntoBreak(let long, _): return "\(session(long)) runs into a break"
        case .runsPastTheEnd(let long, _): return "\(session(long)) runs past the last slot"
        case .settledSessionMoved(let moved, _): return "\(session(moved)) has begun, and was moved"
        case .entersFrozenSlot(let entering, let slot):
            return "\(session(entering)) comes into slot \(slot), which is frozen"
        case .demandedButParked(let parked): return "\(session(parked)) has no place"
        case .wishLost, .wishUnplaced, .overflow, .moved, .sameTopicInParallel, .hostWithoutPause:
            return "\(rule.rawValue) costs"
        }
    }
}
