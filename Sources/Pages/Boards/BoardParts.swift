/// One row of the table: a band or a slot.
struct RowPart: Part {
    let grid: BoardGrid
    let index: Int

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch grid.rows[index] {
        case .item(let item): answer(name, item, words)
        case .slot(let slot): answer(name, slot)
        }
    }

    private func answer(_ name: String, _ item: BoardItem, _ words: Phrases) -> Answer? {
        switch name {
        case "isItem": .flag(true)
        case "start": .text(item.start)
        case "end": .text(item.end)
        case "itemTitle": .text(item.title)
        case "itemRoom": .maybe(item.room)
        case "isNow": .flag(item.isNow)
        case "was": .maybe(item.was)
        case "isOver": .flag(false)
        case "roomCount": .number(grid.rooms.count)
        default: nil
        }
    }

    private func answer(_ name: String, _ slot: BoardSlot) -> Answer? {
        switch name {
        case "isItem": .flag(false)
        case "slotID": .text(slot.id)
        case "start": .text(slot.start)
        case "end": .text(slot.end)
        case "isNow": .flag(slot.isNow)
        case "was": .maybe(slot.was)
        case "isOver": .flag(slot.isOver)
        case "cells":
            .parts(
                zip(grid.rooms, slot.cells).compactMap { room, cell in
                    if case .goesOn = cell { return nil }
                    return CellPart(grid: grid, row: index, slot: slot, room: room, cell: cell)
                }
            )
        default: nil
        }
    }
}

/// One field of the table.
struct CellPart: Part {
    let grid: BoardGrid
    let row: Int
    let slot: BoardSlot
    let room: BoardRoom
    let cell: BoardCell

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "slotID": .text(slot.id)
        case "roomID": .text(room.id)
        case "room": .text(room.name)
        case "session": .maybe(cell.session)
        case "seats": .maybe(cell.session?.seats(step: grid.dotStep))
        case "rowSpan": .maybe(rowSpan)
        case "isFree": if case .free = cell { .flag(true) } else { .flag(false) }
        case "blockedBy": if case .blocked(let title) = cell { .text(title) } else { .nothing }
        case "start": .text(slot.start)
        default: nil
        }
    }

    private var rowSpan: Int? {
        guard let session = cell.session, session.slotCount > 1 else { return nil }
        return grid.rowSpan(of: session.slotCount, from: row)
    }
}
