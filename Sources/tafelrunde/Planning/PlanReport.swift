import Foundation
import Planning

/// What is said of a plan that was found.
struct PlanReport {
    let named: NamedProblem
    let result: PlanSearch.Result
    private let quality: Quality

    /// Sessions named in one line.
    private static let namesMax = 20

    init(_ named: NamedProblem, _ result: PlanSearch.Result) {
        self.named = named
        self.result = result
        quality = Quality(named.problem, result.outcome.plan)
    }

    var outcome: Planner.Outcome { result.outcome }

    private var problem: Problem { named.problem }
    private var score: Score { outcome.score }
    private var movesASecond: Double { Double(outcome.movesMade) / max(result.cpuSeconds, 1e-9) }

    func table() -> String {
        var lines = [
            Self.line("problem", sizes),
            Self.line("cost", "\(score.cost)"),
            Self.line("  lost wishes", "\(score.lostInterest)", losses),
            Self.line("  overflow", "\(score.overflowPeople * problem.overCapacityWeight)", overflow),
        ]
        if problem.board != nil {
            let price = "at \(problem.movePrice)"
            lines.append(
                Self.line("  moves", "\(score.movedCount * problem.movePrice)", "\(moved), \(price) each"))
        }
        if problem.sameTopicWeight > 0 {
            let pairs = Counted.text(score.sameTopicCount, "pair", "pairs")
            lines.append(
                Self.line(
                    "  same topic", "\(score.sameTopicCount * problem.sameTopicWeight)",
                    "\(pairs) in parallel"))
        }
        if problem.hostSpreadWeight > 0 {
            let pairs = Counted.text(score.withoutPauseCount, "pair", "pairs")
            lines.append(
                Self.line(
                    "  no pause", "\(score.withoutPauseCount * problem.hostSpreadWeight)",
                    "\(pairs) of one host"))
        }
        if let bound = result.bound {
            lines.append(Self.line("bound", "\(provenCost ?? bound.cost)", proof(bound)))
        }
        lines.append(Self.line("search", search))
        lines.append(Self.line("parked", names(outcome.plan.parked)))
        lines += outcome.contradictions.map { Self.line("cannot be", words($0)) }
        return (lines + [""] + board()).joined(separator: "\n")
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
            bound: provenCost ?? result.bound?.cost, isProvenBest: outcome.isProvenBest,
            boundSeconds: (result.boundSeconds * 1000).rounded() / 1000, movesPerSecond: Int(movesASecond),
            cpuSeconds: (result.cpuSeconds * 1000).rounded() / 1000,
            plan: named.file(outcome.plan))
        return try report.text()
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

    private func proof(_ bound: LowerBound) -> String {
        if outcome.isProvenBest { return "no plan is better than this one: it is proven" }
        let gap =
            bound.gapPerMille(of: score.cost).map { String(format: "%.1f %%", Double($0) / 10) } ?? "100 %"
        return "no plan costs less; this one costs at most \(gap) more than the best"
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
        return contradiction.isProven
            ? "\(sessions) \(names(contradiction.sessions)) together: \(rules); \(parked)"
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
        let head = Self.row("slot", named.roomIDs.map { "room \($0)" })
        return [head] + standing.enumerated().map { Self.row("\($0.offset)", $0.element) }
    }

    private static func row(_ name: String, _ cells: [String]) -> String {
        padded(name, 6) + cells.map { padded($0, 9) }.joined()
    }

    fileprivate static func line(_ name: String, _ value: String, _ words: String = "") -> String {
        words.isEmpty ? padded(name, 15) + value : padded(name, 15) + padded(value, 9) + words
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
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
        let bound: Int?
        let isProvenBest: Bool
        let boundSeconds: Double
        let movesPerSecond: Int
        let cpuSeconds: Double
        let plan: PlanFile
    }
}

extension PlanCheck {
    func table() -> String {
        let parts = [
            PlanReport.line("cost", "\(cost)"),
            PlanReport.line("  lost wishes", "\(lost)"),
            PlanReport.line("  overflow", "\(overflow)", "people beyond the seats"),
            PlanReport.line("  moved", "\(moved)", "sessions"),
            PlanReport.line("  same topic", "\(inParallel)", "pairs in parallel"),
            PlanReport.line("  no pause", "\(withoutPause)", "pairs of one host"),
        ]
        let rules =
            broken.isEmpty ? [PlanReport.line("rules", "all are kept")] : broken.map { "broken: \($0)" }
        return (parts + rules).joined(separator: "\n")
    }

    func json() throws -> String {
        try Report(
            cost: cost, lost: lost, overflow: overflow, moved: moved, sameTopicInParallel: inParallel,
            withoutPause: withoutPause, broken: broken
        ).text()
    }

    private struct Report: Encodable {
        let cost, lost, overflow, moved, sameTopicInParallel, withoutPause: Int
        let broken: [String]
    }
}

extension Encodable {
    /// One line of JSON, fields by name.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
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
