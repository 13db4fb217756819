/// Who may move and where to: what has begun or is pinned to its very cell is left alone.
struct SearchSpace {
    let sessions: [Int]
    /// Cells to go to; the last stands for the park.
    let targets: [Int]
    /// Whether a cell is among them.
    let isOpen: [Bool]

    init(_ layout: borrowing Layout) {
        let tables = layout.tables
        let problem = tables.problem
        var isHeld = Array(repeating: false, count: tables.parked)
        var sessions: [Int] = []

        for session in problem.sessions.indices {
            let cell = layout.cellOf[session]
            let isPinned =
                problem.sessions[session].fixedSlot != nil && problem.sessions[session].fixedRoom != nil
            let stays = problem.isSettled(session) || (isPinned && cell != tables.parked)
            if stays {
                if cell != tables.parked {
                    for held in tables.covered(session, from: cell) { isHeld[held] = true }
                }
            } else if !tables.isExcluded[session],
                (0..<tables.parked).contains(where: { tables.isAllowed(session, $0) })
            {
                sessions.append(session)
            }
        }
        self.sessions = sessions
        let open = (0..<tables.parked).filter { index in
            let cell = problem.cell(at: index)
            return !isHeld[index] && !problem.isBlocked(cell) && !problem.frozenSlots.contains(cell.slot)
        }
        targets = open + [tables.parked]
        var isOpen = Array(repeating: false, count: tables.parked + 1)
        for cell in open { isOpen[cell] = true }
        self.isOpen = isOpen
    }
}
