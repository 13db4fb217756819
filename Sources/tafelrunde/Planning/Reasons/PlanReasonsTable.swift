import Planning

extension PlanReasons {
    private static let barMax = 50
    /// Sessions named beside one that is lost.
    private static let insteadMax = 3

    private var problem: Problem { named.problem }

    /// Lines of 80 columns.
    func lines() -> [String] {
        Array([why(), whoLoses(), distribution(), closest()].joined(separator: [""]))
    }

    private func name(_ session: Int) -> String { "\(named.sessionIDs[session])" }

    private func why() -> [String] {
        var used: Set<Rule.Name> = []
        let rows = alternatives.indices.map { session in
            [name(session)]
                + (0..<problem.slotCount).map { slot in
                    let word = word(of: session, in: slot, &used)
                    return plan[session]?.slot == slot ? "[\(word)]" : word
                }
        }
        let legend = Rule.Name.allCases.filter { used.contains($0) }.map { "\($0.short): \($0.reason)" }
        let head = [
            "What each session would cost in each slot, in the room that is best there.",
            "[ ] is its own slot, where only the room would change.",
        ]
        return head + [""] + Columns.table(["session"] + (0..<problem.slotCount).map { "slot \($0)" }, rows)
            + (legend.isEmpty ? [] : [""]) + legend.map { Columns.wrapped($0, after: "  ") }
    }

    /// The cheapest change of the cost in a slot; else the rule that most of its rooms would break.
    private func word(of session: Int, in slot: Int, _ used: inout Set<Rule.Name>) -> String {
        let here = alternatives[session].filter { $0.cell?.slot == slot }
        if let cost = here.compactMap(\.cost).min() { return Self.signed(cost) }
        var rules: [Rule.Name: Int] = [:]
        for alternative in here {
            guard case .breaks(let findings) = alternative.effect else { continue }
            for rule in Set(findings.map(\.rule)) { rules[rule, default: 0] += 1 }
        }
        let most = rules.values.max() ?? 0
        guard let rule = Rule.Name.allCases.first(where: { rules[$0] == most && most > 0 }) else {
            return "·"
        }
        used.insert(rule)
        return rule.short
    }

    static func signed(_ cost: Int) -> String { cost > 0 ? "+\(cost)" : "\(cost)" }

    private func whoLoses() -> [String] {
        let losing = losses.sessions.indices.filter { losses.sessions[$0].lostBy > 0 }
        guard !losing.isEmpty else { return ["Nobody loses a wish."] }
        let table = Columns.table(
            ["session", "wanted by", "lost by", "weight"],
            losing.map { index in
                let session = losses.sessions[index]
                return [name(index), "\(session.wantedBy)", "\(session.lostBy)", "\(session.weight)"]
            })
        let instead = losing.map { index in
            let most = losses.sessions[index].instead.prefix(Self.insteadMax)
            let names = most.map { "\(name($0.session)) (\($0.people))" }.joined(separator: ", ")
            return plan[index] == nil ? "parked" : names
        }
        let rows = zip(table, ["instead"] + instead).map { Columns.wrapped($1, after: $0 + "  ") }
        return ["Sessions that people lose, and where most of them are instead.", ""] + rows
    }

    private func distribution() -> [String] {
        let most = losses.peopleByLosses.max() ?? 0
        guard most > 0 else { return ["Nobody has a wish."] }
        let rows = losses.peopleByLosses.enumerated().map { count, people in
            let length = most <= Self.barMax ? people : (people * Self.barMax + most - 1) / most
            return (["\(count)", "\(people)"], String(repeating: "#", count: length))
        }
        let table = Columns.table(["wishes lost", "people"], rows.map(\.0))
        return [table[0]] + zip(table.dropFirst(), rows).map { $1.1.isEmpty ? $0 : "\($0)  \($1.1)" }
    }

    private func closest() -> [String] {
        guard !nearest.isEmpty else { return ["No other place of any session keeps the rules."] }
        return ["The changes that come closest."]
            + nearest.map { Columns.line("  \(Self.signed($0.cost ?? 0))", words(of: $0)) }
    }

    /// Like “session 4 to slot 2, room 3”.
    func words(of change: Alternative) -> String {
        let session = "session \(name(change.session))"
        if let other = change.swappedWith { return "\(session) and session \(name(other)) change places" }
        guard let cell = change.cell else { return "\(session) is parked" }
        return "\(session) to slot \(cell.slot), room \(named.roomIDs[cell.room])"
    }
}

extension Rule.Name {
    /// For a column of a table.
    fileprivate var short: String {
        switch self {
        case .oneSessionPerCell: "place"
        case .hostInOnePlace: "host"
        case .hostPresent: "absent"
        case .equipment: "needs"
        case .fixedSlot: "slot"
        case .fixedRoom: "room"
        case .precedence: "order"
        case .blockedCells: "taken"
        case .fitsTheDay: "length"
        case .frozenSlots: "frozen"
        case .mustBePlaced: "must"
        case .lostInterest, .overflow, .movedFromBoard, .sameTopicApart, .hostSpread: "cost"
        }
    }

    /// What the short word means.
    fileprivate var reason: String {
        switch self {
        case .oneSessionPerCell: "others stand there, and cannot change places with it"
        case .hostInOnePlace: "a host would have two sessions at once"
        case .hostPresent: "a host is not there"
        case .equipment: "no room would have what is needed"
        case .fixedSlot: "a session is fixed to another slot"
        case .fixedRoom: "a session is fixed to another room"
        case .precedence: "one session must come before another"
        case .blockedCells: "the programme has the place"
        case .fitsTheDay: "it would run past the last slot"
        case .frozenSlots: "what has begun stays as it is"
        case .mustBePlaced: "a session would lose a place that it must have"
        case .lostInterest, .overflow, .movedFromBoard, .sameTopicApart, .hostSpread: "it costs"
        }
    }
}
