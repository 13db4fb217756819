/// One row of the console's grid.
struct ConsoleRowPart: Part {
    let page: ConsoleBoardPage
    let row: Int

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        guard name == "cells", case .slot(let slot) = page.grid.rows[row] else {
            return RowPart(grid: page.grid, index: row).answer(name, words)
        }
        return .parts(
            zip(page.grid.rooms, slot.cells).compactMap { room, cell in
                if case .goesOn = cell { return nil }
                return ConsoleCellPart(
                    plain: CellPart(grid: page.grid, row: row, slot: slot, room: room, cell: cell),
                    page: page
                )
            }
        )
    }
}

/// One field of the console's grid: to be chosen, or with the price of going there.
struct ConsoleCellPart: Part {
    let plain: CellPart
    let page: ConsoleBoardPage

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "href":
            .maybe(plain.cell.session.map { page.frame.address(.board, [("session", $0.id)]) + "#panel" })
        case "isChosen": .flag(isChosen)
        case "isPlain": .flag(page.moving == .no || isChosen)
        case "mayTake": .flag(!page.showsPublished)
        case "price": .maybe(price)
        default: plain.answer(name, words)
        }
    }

    private var isChosen: Bool {
        plain.cell.session.map { $0.id == page.chosen?.id } ?? false
    }

    private var price: FieldPart? {
        guard page.moving != .no, !isChosen, let chosen = page.chosen else { return nil }
        let key = FieldKey(slot: plain.slot.id, room: plain.room.id)
        return FieldPart(
            cell: plain, price: chosen.fields[key], missingSeats: chosen.missingSeats[key] ?? 0,
            chosen: chosen, page: page)
    }
}

/// What a field says while a session looks for its place.
struct FieldPart: Part {
    let cell: CellPart
    let price: FieldPrice?
    let missingSeats: Int
    let chosen: ChosenSession
    let page: ConsoleBoardPage

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "fieldTitle": .maybe(cell.cell.session?.title)
        case "sign": .maybe(offered?.sign)
        case "costText": .maybe(offered?.sentence(words, missingSeats: missingSeats))
        case "missing":
            .maybe(
                offered?.cost == nil || missingSeats == 0
                    ? nil : words("price.missingSeats", count: missingSeats))
        case "lost": .maybe(lost)
        case "isGain": .flag((offered?.cost ?? 0) < 0)
        case "reason": .maybe(reason(words))
        case "take": .maybe(take(words))
        case "isSwap": if case .swap = offered { .flag(true) } else { .flag(false) }
        default: nil
        }
    }

    /// While swapping, free fields are no offer.
    private var offered: FieldPrice? {
        if page.moving == .swapping, case .move = price { return nil }
        return price
    }

    /// The wishes it costs, as hollow seats.
    private var lost: Markup? {
        guard let cost = offered?.cost, cost > 0 else { return nil }
        return Seats(taken: 0, free: min(cost, 24), size: .list, perLine: 12).markup
    }

    private func reason(_ words: Phrases) -> String? {
        if case .hindered(let why) = offered { why.text(words) } else { nil }
    }

    private func take(_ words: Phrases) -> Act? {
        guard let offered else { return nil }
        let label = if case .swap = offered { words["grid.swapHere"] } else { words["grid.here"] }
        return offered.act(chosen, slot: cell.slot.id, room: cell.room.id, label: label, page.frame)
    }
}
