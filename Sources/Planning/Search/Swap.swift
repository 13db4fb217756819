extension Layout {
    /// What a swap changes without a look at wishes.
    @inline(__always)
    func plainChange(_ session: Int, _ cell: Int) -> Change {
        let from = cellOf[session]
        let other = occupant[cell]
        let width = tables.parked &+ 1
        let (own, others) = (session &* width, other &* width)
        let price = tables.priceAt
        let rise = price[own &+ cell] + price[others &+ from] - price[own &+ from] - price[others &+ cell]
        var change = Change()
        change.broken = rise.broken
        change.soft = rise.soft
        guard tables.slotAt[from] != tables.slotAt[cell] else { return change }
        if from == tables.parked || cell == tables.parked { parkingChange(session, other, cell, &change) }
        if tables.isRelated[session] || tables.isRelated[other] {
            relationChange(session, cell, other, from, &change)
        }
        return change
    }

    /// At most what a swap changes in the wishes that come true, by what is known without counting.
    @inline(__always)
    func attainedChangeMax(_ session: Int, _ cell: Int) -> Int {
        let from = cellOf[session]
        let other = occupant[cell]
        let (fromSlot, slot) = (tables.slotAt[from], tables.slotAt[cell])
        guard fromSlot != slot else { return 0 }
        let leaving = from == tables.parked ? 0 : attainment.changeMax(fromSlot, out: session, in: other)
        return leaving &+ (cell == tables.parked ? 0 : attainment.changeMax(slot, out: other, in: session))
    }

    /// What is counted for a swap, one after the other.
    enum Counted: CaseIterable {
        case nothing, slotLeft, slotEntered
    }

    /// Makes what `attainedChangeMax` knows of one slot exact.
    @inline(__always)
    func count(_ counted: Counted, _ session: Int, _ cell: Int) {
        let from = cellOf[session]
        let other = occupant[cell]
        let (fromSlot, slot) = (tables.slotAt[from], tables.slotAt[cell])
        guard fromSlot != slot else { return }
        switch counted {
        case .nothing: break
        case .slotLeft:
            if from != tables.parked { attainment.count(fromSlot, out: session, in: other) }
        case .slotEntered:
            if cell != tables.parked { attainment.count(slot, out: other, in: session) }
        }
    }

    /// What it changes.
    @inline(__always)
    func attainedChange(_ session: Int, _ cell: Int) -> Int {
        let from = cellOf[session]
        let other = occupant[cell]
        let (fromSlot, slot) = (tables.slotAt[from], tables.slotAt[cell])
        guard fromSlot != slot else { return 0 }
        let leaving = from == tables.parked ? 0 : attainment.change(fromSlot, out: session, in: other)
        return leaving &+ (cell == tables.parked ? 0 : attainment.change(slot, out: other, in: session))
    }

    /// At most what better rooms can save after a swap: what the two who enter pay more than in the cheapest
    /// room of their new slots, and what one more in each slot does.
    @inline(__always)
    func savableByRooms(_ session: Int, _ cell: Int) -> Price {
        let from = cellOf[session]
        let other = occupant[cell]
        return extra(session, cell) + extra(other, from) + dearestExtra[tables.slotAt[cell]]
            + dearestExtra[tables.slotAt[from]]
    }

    /// What a session pays in a cell more than in the cheapest of its slot.
    @inline(__always)
    private func extra(_ session: Int, _ cell: Int) -> Price {
        let slotWidth = tables.problem.slotCount &+ 1
        return price(session, cell) - tables.cheapest[session &* slotWidth &+ tables.slotAt[cell]]
    }

    func findDearestExtra(_ slot: Int) {
        let first = slot &* tables.roomCount
        var most = Price()
        for cell in first..<(first &+ tables.roomCount) {
            let extra = extra(occupant[cell], cell)
            extraAt[cell] = extra
            most = max(most, extra)
        }
        dearestExtra[slot] = most
    }

    /// The room of the same slot to which somebody who is about to enter `cell` should go on, whoever stands
    /// there taking `cell`; and what that changes, which is nothing when it is best to stay.
    @inline(__always)
    func detour(_ session: Int, entering cell: Int, _ isOpen: UnsafePointer<Bool>) -> (
        cell: Int, change: Price
    ) {
        let roomCount = tables.roomCount
        let first = tables.slotAt[cell] &* roomCount
        let width = tables.parked &+ 1
        let price = tables.priceAt
        let own = session &* width
        let direct = price[own &+ cell]
        var best = (cell: cell, change: Price())
        var place = first
        while place < first &+ roomCount {
            let rise = price[own &+ place] - direct
            // Whoever stands there saves at most what they pay more than in the cheapest room.
            if rise - extraAt[place] < best.change {
                let others = occupant[place] &* width
                let change = rise + price[others &+ cell] - price[others &+ place]
                if change < best.change && isOpen[place] && place != cell && tables.isShort[occupant[place]] {
                    best = (place, change)
                }
            }
            place &+= 1
        }
        return best
    }

    func swapChange(_ session: Int, _ cell: Int) -> Change {
        var change = plainChange(session, cell)
        change.attained = attainedChange(session, cell)
        return change
    }

    private func parkingChange(_ session: Int, _ other: Int, _ cell: Int, _ change: inout Change) {
        let (leaving, entering) = cell == tables.parked ? (session, other) : (other, session)
        if leaving != tables.nobody {
            change.missing += tables.isDemanded[leaving] ? 1 : 0
            change.parkedSlots += tables.lengths[leaving]
        }
        if entering != tables.nobody {
            change.missing -= tables.isDemanded[entering] ? 1 : 0
            change.parkedSlots -= tables.lengths[entering]
        }
    }

    private func relationChange(
        _ session: Int, _ cell: Int, _ other: Int, _ from: Int, _ change: inout Change
    ) {
        let before = relations(of: session, and: other)
        cellOf[session] = cell
        cellOf[other] = from
        let after = relations(of: session, and: other)
        cellOf[session] = from
        cellOf[other] = other == tables.nobody ? tables.parked : cell
        change.broken += after.broken - before.broken
        change.soft += after.soft - before.soft
    }

    /// What two sessions' relations come to, one between both counted once.
    private func relations(of session: Int, and other: Int) -> Relation.Sum {
        var sum = Relation.Sum()
        addRelations(of: session, besides: tables.nobody, to: &sum)
        if other != tables.nobody { addRelations(of: other, besides: session, to: &sum) }
        return sum
    }

    /// Two who stand in the same slot, or one and nobody, change rooms.
    func swapRooms(_ first: Int, _ second: Int) {
        let (one, other) = (occupant[first], occupant[second])
        occupant[first] = other
        occupant[second] = one
        if one != tables.nobody { cellOf[one] = second }
        if other != tables.nobody { cellOf[other] = first }
        findDearestExtra(tables.slotAt[first])
    }

    mutating func swap(_ session: Int, _ cell: Int) {
        let from = cellOf[session]
        let other = occupant[cell]
        cellOf[session] = cell
        occupant[from] = from == tables.parked ? tables.nobody : other
        if cell != tables.parked { occupant[cell] = session }
        if other != tables.nobody { cellOf[other] = from }

        let (fromSlot, slot) = (tables.slotAt[from], tables.slotAt[cell])
        guard fromSlot != slot else {
            if cell != tables.parked { findDearestExtra(slot) }
            return
        }
        // Before the first exchange says what the second session loses in its new slot.
        let lossMax = attainment.lossMax(of: session, in: fromSlot)
        let othersLossMax = attainment.lossMax(of: other, in: slot)
        if from != tables.parked {
            attainment.exchange(
                fromSlot, out: session, losing: lossMax, in: other, occupants(of: fromSlot))
            findDearestExtra(fromSlot)
        }
        if cell != tables.parked {
            attainment.exchange(
                slot, out: other, losing: othersLossMax, in: session, occupants(of: slot))
            findDearestExtra(slot)
        }
    }
}
