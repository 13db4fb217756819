/// Greedy insertion: whoever is bound most and wanted most chooses first, and takes the free cell that
/// costs least there and then. It breaks no hard rule; who finds no cell stays parked.
struct GreedyInsertion {
    let tables: Tables
    let demands: Demands

    /// A layout in which everything that begins in a known place stands there.
    func layout(from board: Plan? = nil) -> Layout {
        let layout = layout(placing: board.map(cells) ?? [:])
        guard layout.totals.missing > 0, let witness = demands.witness else { return layout }

        // Choosing one by one has blocked a demanded session, but there is a way to place all of them.
        let places = witness.mapValues { tables.problem.index(of: $0) }
        let forced = self.layout(placing: places)
        return forced.totals.missing < layout.totals.missing ? forced : layout
    }

    private func layout(placing places: [Int: Int]) -> Layout {
        var layout = Layout(tables)
        for session in tables.problem.sessions.indices {
            guard let cell = tables.problem.settledCell(of: session) else { continue }
            layout.place(session, in: tables.problem.index(of: cell))
        }
        for session in order() {
            if let cell = places[session], layout.increase(session, cell) != nil {
                layout.place(session, in: cell)
            }
        }
        for session in order() where layout.cellOf[session] == tables.parked {
            insert(session, &layout)
        }
        return layout
    }

    private func insert(_ session: Int, _ layout: inout Layout) {
        var best: (cell: Int, increase: Int)?
        for cell in 0..<tables.parked {
            guard let increase = layout.increase(session, cell) else { continue }
            if increase < best?.increase ?? Int.max { best = (cell, increase) }
        }
        if let best { layout.place(session, in: best.cell) }
    }

    private func cells(of board: Plan) -> [Int: Int] {
        var cells: [Int: Int] = [:]
        for (session, cell) in board.cells.enumerated() {
            if let cell { cells[session] = tables.problem.index(of: cell) }
        }
        return cells
    }

    /// Demanded sessions by how few cells they may take, then the others by how much they are wanted.
    private func order() -> [Int] {
        let problem = tables.problem
        var weight = Array(repeating: 0, count: problem.sessions.count)
        for wish in problem.wishes { weight[wish.session] += wish.weight * tables.lengths[wish.session] }
        let choices = problem.sessions.indices.map { session in
            tables.isDemanded[session]
                ? (0..<tables.parked).count { tables.isAllowed(session, $0) } : Int.max
        }
        return problem.sessions.indices.filter { !problem.isSettled($0) && !tables.isExcluded[$0] }
            .sorted { (choices[$0], -weight[$0], $0) < (choices[$1], -weight[$1], $1) }
    }
}

extension Layout {
    /// What a parked session would add to the cost in a cell; nil if the cell is not free or not allowed.
    fileprivate mutating func increase(_ session: Int, _ cell: Int) -> Int? {
        guard tables.isAllowed(session, cell),
            tables.covered(session, from: cell).allSatisfy({ occupant[$0] == tables.nobody }),
            let change = change(moving: session, to: cell), change.broken == 0
        else { return nil }
        return change.soft - tables.unit * change.attained
    }
}
