/// Greedy insertion: whoever is bound most and wanted most chooses first, and takes the free cell that
/// costs least there and then. It breaks no hard rule; who finds no cell stays parked. Once the deadline is
/// over, everybody left takes the first cell that breaks no rule, whatever it costs.
struct GreedyInsertion {
    let tables: Tables
    let demands: Demands
    var deadline = Deadline()

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
            if let cell = places[session], layout.softRise(session, cell) != nil {
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
            let isOver = deadline.look()
            guard let rise = layout.softRise(session, cell) else { continue }
            if isOver {
                best = best ?? (cell, rise)
                break
            }
            let increase = rise - layout.worth(session, cell)
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
        let weight = problem.sessions.indices.map { problem.wantedWeight[$0] * tables.lengths[$0] }
        let choices = problem.sessions.indices.map { session in
            tables.isDemanded[session]
                ? (0..<tables.parked).count { tables.isAllowed(session, $0) } : Int.max
        }
        return problem.sessions.indices.filter { !problem.isSettled($0) && !tables.isExcluded[$0] }
            .sorted { (choices[$0], -weight[$0], $0) < (choices[$1], -weight[$1], $1) }
    }
}

extension Layout {
    /// What a parked session would add to the cost in a cell without a look at wishes; nil if the cell is not
    /// free or not allowed.
    fileprivate func softRise(_ session: Int, _ cell: Int) -> Int? {
        guard tables.isAllowed(session, cell),
            tables.covered(session, from: cell).allSatisfy({ occupant[$0] == tables.nobody })
        else { return nil }
        var relations = Relation.Sum()
        cellOf[session] = cell
        addRelations(of: session, besides: tables.nobody, to: &relations)
        cellOf[session] = tables.parked
        guard relations.broken == 0 else { return nil }
        return price(session, cell).soft - price(session, tables.parked).soft + relations.soft
    }

    /// What wishes would come true by it.
    fileprivate func worth(_ session: Int, _ cell: Int) -> Int {
        let gained = tables.covered(session, from: cell).reduce(0) {
            $0 + attainment.change(tables.slotAt[$1], out: tables.nobody, in: session)
        }
        return tables.unit * gained
    }
}
