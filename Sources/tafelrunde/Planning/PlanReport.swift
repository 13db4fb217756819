import Foundation
import Planning

/// What is said of a plan that was found.
struct PlanReport {
    let named: NamedProblem
    let result: PlanSearch.Result
    let reasons: PlanReasons?
    private let quality: Quality

    /// Sessions named in one line.
    private static let namesMax = 20

    init(_ named: NamedProblem, _ result: PlanSearch.Result, reasons: PlanReasons? = nil) {
        self.named = named
        self.result = result
        self.reasons = reasons
        quality = Quality(named.problem, result.outcome.plan)
    }

    var outcome: Planner.Outcome { result.outcome }

    private var problem: Problem { named.problem }
    private var score: Score { outcome.score }
    private var movesASecond: Double { Double(outcome.movesMade) / max(result.cpuSeconds, 1e-9) }

    func table() -> String {
        var lines = [
            Columns.line("problem", sizes),
            Columns.line("cost", "\(score.cost)"),
            Columns.line("  lost wishes", "\(score.lostInterest)", losses),
            Columns.line("  overflow", "\(score.overflowPeople * problem.overCapacityWeight)", overflow),
        ]
        if problem.board != nil {
            let price = "at \(problem.movePrice)"
            lines.append(
                Columns.line("  moves", "\(score.movedCount * problem.movePrice)", "\(moved), \(price) each"))
        }
        if problem.sameTopicWeight > 0 {
            let pairs = Counted.text(score.sameTopicCount, "pair", "pairs")
            lines.append(
                Columns.line(
                    "  same topic", "\(score.sameTopicCount * problem.sameTopicWeight)",
                    "\(pairs) in parallel"))
        }
        if problem.hostSpreadWeight > 0 {
            let pairs = Counted.text(score.withoutPauseCount, "pair", "pairs")
            lines.append(
                Columns.line(
                    "  no pause", "\(score.withoutPauseCount * problem.hostSpreadWeight)",
                    "\(pairs) of one host"))
        }
        if let bound = result.bound {
            lines.append(Columns.line("bound", "\(provenCost ?? bound.cost)", proof(bound)))
            if let share { lines.append(Columns.shareLine(perMille: share)) }
        }
        lines.append(Columns.line("search", search))
        lines.append(Columns.line("parked", names(outcome.plan.parked)))
        lines += outcome.contradictions.map { Columns.line("cannot be", words($0)) }
        lines += [""] + board()
        if let reasons { lines += [""] + reasons.lines() }
        return lines.joined(separator: "\n")
    }

    func json() throws -> String {
        let report = Report(
            cost: score.cost, lost: score.lostInterest, overflow: score.overflowPeople,
            moved: score.movedCount,
            sameTopicInParallel: score.sameTopicCount, withoutPause: score.withoutPauseCount,
            wishes: problem.wishes.count, weight: quality.wishes.weight, lostWishes: quality.lost.count,
            losingPeople: quality.losingPeopleCount, parked: outcome.plan.parked.map { named.sessionIDs[$0] },
            contradictions: outcome.contradictions.map(words), brokenRules: score.broken.count,
            wasCancelled: outcome.wasCancelled, starts: result.startCount, moves: outcome.movesMade,
            bound: provenCost ?? result.bound?.cost, shareOfBestPerMille: share,
            isProvenBest: outcome.isProvenBest,
            boundSeconds: (result.boundSeconds * 1000).rounded() / 1000, movesPerSecond: Int(movesASecond),
            cpuSeconds: (result.cpuSeconds * 1000).rounded() / 1000,
            plan: named.file(outcome.plan))
        return try PlanningJSON.text(
            of: PlanningJSON.Fields(parts: [report] + (reasons.map { [$0.fields] } ?? [])))
    }

    private var sizes: String {
        let rooms = "\(problem.slotCount) x \(problem.rooms.count) places"
        let people = Counted.text(problem.participantCount, "person", "people")
        return
            "\(problem.sessions.count) sessions for \(rooms), \(people) with \(problem.wishes.count) wishes"
    }

    private var losses: String {
        let people = Counted.text(quality.losingPeopleCount, "person loses", "people lose")
        let share = Self.percent(quality.attained.weight, quality.wishes.weight)
        let wishes = Counted.text(quality.lost.count, "wish", "wishes")
        return "\(people) \(wishes); \(share) of all weight comes true"
    }

    private var overflow: String {
        "\(Counted.text(score.overflowPeople, "person", "people")) beyond the seats"
    }

    private var moved: String { Counted.text(score.movedCount, "session", "sessions") }

    private var provenCost: Int? { outcome.isProvenBest ? score.cost : nil }

    private var share: Int? {
        if outcome.isProvenBest, quality.wishes.weight > score.cost { return 1_000 }
        return result.bound?.shareOfBestPerMille(of: score.cost, weight: quality.wishes.weight)
    }

    private func proof(_ bound: LowerBound) -> String {
        if outcome.isProvenBest { return "no plan is better than this one: it is proven" }
        let end = bound.wasCancelled ? "; ended early" : ""
        let gap =
            bound.gapPerMille(of: score.cost).map { String(format: "%.1f %%", Double($0) / 10) } ?? "100 %"
        return "none that parks no more costs less; it is at most \(gap) above the best\(end)"
    }

    private var search: String {
        let starts = Counted.text(result.startCount, "start", "starts")
        let speed = String(format: "%.1f million moves a second", movesASecond / 1e6)
        let time = String(format: "%.2f CPU seconds", result.cpuSeconds)
        let end = outcome.wasCancelled ? "; ended early" : ""
        return "\(starts), \(outcome.movesMade) moves, \(time), \(speed)\(end)"
    }

    private func names(_ sessions: [Int]) -> String {
        let ids = sessions.prefix(Self.namesMax).map { "\(named.sessionIDs[$0])" }.joined(separator: ", ")
        if sessions.isEmpty { return "none" }
        return sessions.count > Self.namesMax ? "\(ids) and \(sessions.count - Self.namesMax) more" : ids
    }

    private func words(_ contradiction: Contradiction) -> String {
        let sessions = Counted.text(contradiction.sessions.count, "session", "sessions").drop { $0 != "s" }
        let rules = contradiction.rules.map(\.words).joined(separator: ", ")
        let parked = "session \(named.sessionIDs[contradiction.parked]) is parked"
        let demands = DemandWords(named: named).texts(contradiction.demands)
        let each = demands.isEmpty ? "" : " (\(demands.joined(separator: ", ")))"
        return contradiction.isProven
            ? "\(sessions) \(names(contradiction.sessions)) together: \(rules)\(each); \(parked)"
            : "\(parked): no place was found, although none is proven to be missing"
    }

    /// Sessions by slot and room.
    private func board() -> [String] {
        var standing = Array(
            repeating: Array(repeating: "·", count: problem.rooms.count), count: problem.slotCount)
        for (session, cell) in outcome.plan.cells.enumerated() {
            guard let cell else { continue }
            let end = min(problem.slotCount, cell.slot + problem.sessions[session].lengthSlots)
            for slot in cell.slot..<end { standing[slot][cell.room] = "\(named.sessionIDs[session])" }
        }
        let rows = standing.enumerated().map { ["\($0.offset)"] + $0.element }
        return Columns.table(["slot"] + named.roomIDs.map { "room \($0)" }, rows)
    }

    private static func percent(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "100 %" : String(format: "%.1f %%", Double(part) * 100 / Double(whole))
    }

    private struct Report: Encodable {
        let cost, lost, overflow, moved, sameTopicInParallel, withoutPause: Int
        let wishes, weight, lostWishes, losingPeople: Int
        let parked: [Int]
        let contradictions: [String]
        let brokenRules: Int
        let wasCancelled: Bool
        let starts, moves: Int
        let bound, shareOfBestPerMille: Int?
        let isProvenBest: Bool
        let boundSeconds: Double
        let movesPerSecond: Int
        let cpuSeconds: Double
        let plan: PlanFile
    }
}

extension Rule.Name {
    /// What the rule asks, in words that follow “cannot be … together”.
    fileprivate var words: String {
        switch self {
        case .oneSessionPerCell: "one session in a place"
        case .hostInOnePlace: "a host is in one place"
        case .hostPresent: "the host is there"
        case .equipment: "the room has what is needed"
        case .fixedSlot: "fixed slots"
        case .fixedRoom: "fixed rooms"
        case .precedence: "one comes before the other"
        case .blockedCells: "places that are taken"
        case .fitsTheDay: "the length of the day"
        case .frozenSlots: "frozen slots"
        case .mustBePlaced: "they must be placed"
        case .lostInterest, .overflow, .movedFromBoard, .sameTopicApart, .hostSpread: "cost"
        }
    }
}
