import Planning

/// What is said of a plan that was looked over.
struct PlanCheckReport {
    /// What the planner's own code adds, where it was asked.
    struct Explained {
        let reasons: PlanReasons
        /// Nil for a plan that breaks a rule.
        let bound: LowerBound?
    }

    let check: PlanCheck
    let explained: Explained?

    func table() -> String {
        var lines = [
            Columns.line("cost", "\(check.cost)"),
            Columns.line("  lost wishes", "\(check.lost)"),
            Columns.line("  overflow", "\(check.overflow)", "people beyond the seats"),
            Columns.line("  moved", "\(check.moved)", "sessions"),
            Columns.line("  same topic", "\(check.inParallel)", "pairs in parallel"),
            Columns.line("  no pause", "\(check.withoutPause)", "pairs of one host"),
        ]
        if let bound = explained?.bound {
            lines.append(Columns.line("bound", "\(bound.cost)", "no plan that parks no more costs less"))
            if let share { lines.append(Columns.shareLine(perMille: share)) }
        }
        let broken = check.broken.map { Columns.wrapped($0, after: "broken: ") }
        lines += broken.isEmpty ? [Columns.line("rules", "all are kept")] : broken
        if let explained { lines += [""] + explained.reasons.lines() }
        return lines.joined(separator: "\n")
    }

    func json() throws -> String {
        var parts: [any Encodable] = [
            Checked(
                cost: check.cost, lost: check.lost, overflow: check.overflow, moved: check.moved,
                sameTopicInParallel: check.inParallel, withoutPause: check.withoutPause, broken: check.broken)
        ]
        if let explained {
            parts += [
                Proven(bound: explained.bound?.cost, shareOfBestPerMille: share), explained.reasons.fields,
            ]
        }
        return try PlanningJSON.text(of: PlanningJSON.Fields(parts: parts))
    }

    private var share: Int? {
        guard let explained else { return nil }
        let problem = explained.reasons.named.problem
        let weight = Quality(problem, explained.reasons.plan).wishes.weight
        return explained.bound?.shareOfBestPerMille(of: check.cost, weight: weight)
    }

    private struct Checked: Encodable {
        let cost, lost, overflow, moved, sameTopicInParallel, withoutPause: Int
        let broken: [String]
    }

    private struct Proven: Encodable {
        let bound, shareOfBestPerMille: Int?
    }
}
