/// Another place for a session, who would have to make way for it, and what that would do.
public struct Alternative: Hashable, Sendable {
    public enum Effect: Hashable, Sendable {
        /// The change of the cost; below zero it would be a better board.
        case costs(Int)
        /// The hard demands it would newly break.
        case breaks([Finding])
    }

    public let session: Int
    /// Nil is the park.
    public let cell: Cell?
    /// Goes to where the session came from.
    public let swappedWith: Int?
    public let effect: Effect

    public init(session: Int, cell: Cell?, swappedWith: Int?, effect: Effect) {
        self.session = session
        self.cell = cell
        self.swappedWith = swappedWith
        self.effect = effect
    }

    public var cost: Int? {
        if case .costs(let cost) = effect { cost } else { nil }
    }

    /// The board with it.
    public func taken(on plan: Plan) -> Plan {
        var changed = plan
        changed[session] = cell
        if let swappedWith { changed[swappedWith] = plan[session] }
        return changed
    }
}

/// Answers "why here?" for any plan, also for one that was laid out by hand.
public struct Inspection {
    /// Why a session is parked.
    public enum WhyParked: Hashable, Sendable {
        /// Every place would break one of these rules.
        case everyPlaceBreaks([Rule.Name])
        /// The places it could take are held by others; this is the swap that would cost least.
        case othersStandThere(cheapest: Alternative)
        /// It could stand in a free cell, which is the cheapest one.
        case couldStand(Alternative)
    }

    public let problem: Problem
    public let plan: Plan
    private let tables: Tables
    private let board: DraftedBoard

    public init(_ problem: Problem, _ plan: Plan) {
        self.problem = problem
        self.plan = plan
        tables = Tables(problem)
        let broken = Rule.hard.flatMap { $0.findings(problem, plan) }
        board = DraftedBoard(problem, tables, plan, broken: broken)
    }

    /// What every other cell would mean for a session: a move if it is free, a swap if another session of
    /// the same length stands there.
    public func alternatives(of session: Int) -> [Alternative] {
        let others = otherCells(session)
        guard var layout = Layout(tables, plan) else { return others.map { price(of: session, to: $0) } }
        return others.map { alternative(session, $0, &layout) }
    }

    /// Only those that break nothing; which rules the others would break is not asked, and that takes longest.
    func allowedAlternatives(of sessions: [Int]) -> [Alternative] {
        guard board.broken.isEmpty, var layout = Layout(tables, plan) else {
            return sessions.flatMap { alternatives(of: $0) }.filter { $0.cost != nil }
        }
        var allowed: [Alternative] = []
        for session in sessions {
            for cell in otherCells(session) {
                let other = partner(of: session, in: cell)
                if isPlainExchange(session, cell, other),
                    let change = layout.change(moving: session, to: problem.index(of: cell))
                {
                    guard change.broken == 0, change.missing <= 0 else { continue }
                    let cost = change.soft - tables.unit * change.attained
                    allowed.append(
                        Alternative(session: session, cell: cell, swappedWith: other, effect: .costs(cost)))
                } else {
                    let alternative = price(of: session, to: cell)
                    if alternative.cost != nil { allowed.append(alternative) }
                }
            }
        }
        return allowed
    }

    private func otherCells(_ session: Int) -> [Cell] {
        (0..<problem.cellCount).map { problem.cell(at: $0) }.filter { $0 != plan[session] }
    }

    /// The same for one cell, or the park with nil.
    public func price(of session: Int, to cell: Cell?) -> Alternative {
        let (changed, other) = exchange(session, cell)
        let broken = changed.newlyBroken()
        let effect: Alternative.Effect = broken.isEmpty ? .costs(changed.costChange()) : .breaks(broken)
        return Alternative(session: session, cell: cell, swappedWith: other, effect: effect)
    }

    /// Why a session is parked; nil if it is not.
    public func whyParked(_ session: Int) -> WhyParked? {
        guard plan[session] == nil else { return nil }
        let alternatives = alternatives(of: session)
        let possible = alternatives.filter { $0.cost != nil }
            .sorted { ($0.cost ?? 0) < ($1.cost ?? 0) }
        if let free = possible.first(where: { $0.swappedWith == nil }) { return .couldStand(free) }
        if let cheapest = possible.first { return .othersStandThere(cheapest: cheapest) }

        let broken = alternatives.flatMap { alternative in
            if case .breaks(let findings) = alternative.effect { findings.map(\.rule) } else { [Rule.Name]() }
        }
        return .everyPlaceBreaks(Rule.Name.allCases.filter { broken.contains($0) })
    }

    private func alternative(_ session: Int, _ cell: Cell, _ layout: inout Layout) -> Alternative {
        let (changed, other) = exchange(session, cell)
        guard isPlainExchange(session, cell, other),
            let change = layout.change(moving: session, to: problem.index(of: cell))
        else { return price(of: session, to: cell) }

        // Whoever breaks nothing now and nothing afterwards need not ask the rules.
        let isClean = board.broken.isEmpty && change.broken == 0 && change.missing <= 0
        let broken = isClean ? [] : changed.newlyBroken()
        let cost = change.soft - tables.unit * change.attained
        return Alternative(
            session: session,
            cell: cell,
            swappedWith: other,
            effect: broken.isEmpty ? .costs(cost) : .breaks(broken)
        )
    }

    /// Whether the search would do the same: nobody but the other stands there, and both may go.
    private func isPlainExchange(_ session: Int, _ cell: Cell, _ other: Int?) -> Bool {
        guard tables.mayEnter(session, problem.index(of: cell)), !problem.isSettled(session) else {
            return false
        }
        guard let other else { return occupants(of: cell, for: session).isEmpty }
        let from = plan[session].map { problem.index(of: $0) } ?? tables.parked
        return !problem.isSettled(other) && tables.mayEnter(other, from)
    }

    private func exchange(_ session: Int, _ cell: Cell?) -> (ChangedPlan, other: Int?) {
        var changed = plan
        changed[session] = cell
        let other = partner(of: session, in: cell)
        if let other { changed[other] = plan[session] }
        let moved = [session, other].compactMap { $0 }.sorted()
        return (ChangedPlan(before: board, after: changed, moved: moved), other)
    }

    /// Whoever stands in a cell alone and could change places with a session.
    private func partner(of session: Int, in cell: Cell?) -> Int? {
        guard let cell else { return nil }
        let occupants = occupants(of: cell, for: session)
        guard let other = occupants.first, occupants.count == 1, plan[other] == cell,
            tables.lengths[other] == tables.lengths[session]
        else { return nil }
        return other
    }

    private func occupants(of cell: Cell, for session: Int) -> [Int] {
        let target = Rule.Standing(session: session, cell: cell)
        return plan.cells.indices.filter { other in
            guard other != session, let place = plan[other], place.room == cell.room else { return false }
            return !problem.sharedSlots(target, Rule.Standing(session: other, cell: place)).isEmpty
        }
    }
}

extension Layout {
    /// A plan by the tables; nil if sessions share a cell or stand where the search would never go.
    init?(_ tables: Tables, _ plan: Plan) {
        self.init(tables)
        for (session, place) in plan.cells.enumerated() {
            guard let place else { continue }
            let cell = tables.problem.index(of: place)
            guard tables.mayEnter(session, cell) || tables.problem.isSettled(session),
                tables.covered(session, from: cell).allSatisfy({ occupant[$0] == tables.nobody })
            else { return nil }
            self.place(session, in: cell)
        }
    }
}
