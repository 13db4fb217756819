/// A session and the cell it goes to, by the numbers of the tables.
struct Placement {
    let session: Int
    let cell: Int
}

extension Layout {
    /// How a long session and whoever stands in its way change places; nil if they cannot.
    ///
    /// Those displaced go, in the same order, to the cells that become free, so each of them must lie
    /// wholly inside the cells taken. For a session that comes from the park they are parked.
    func exchange(moving session: Int, to cell: Int) -> [Placement]? {
        let from = cellOf[session]
        guard cell != from, tables.mayEnter(session, cell) else { return nil }
        guard cell != tables.parked else { return [Placement(session: session, cell: cell)] }

        let target = Array(tables.covered(session, from: cell))
        let source = from == tables.parked ? [] : Array(tables.covered(session, from: from))
        let taken = target.filter { !source.contains($0) }
        let freed = source.filter { !target.contains($0) }

        var exchange = [Placement(session: session, cell: cell)]
        for (index, place) in taken.enumerated() {
            let other = occupant[place]
            guard other != tables.nobody, exchange.last?.session != other else { continue }
            if from == tables.parked {
                exchange.append(Placement(session: other, cell: tables.parked))
            } else {
                guard cellOf[other] == place, index + tables.lengths[other] <= taken.count,
                    tables.mayEnter(other, freed[index])
                else { return nil }
                exchange.append(Placement(session: other, cell: freed[index]))
            }
        }
        return exchange.contains { tables.problem.isSettled($0.session) } ? nil : exchange
    }

    /// Moves any sessions at once. The cells they enter are free or left by one of them.
    mutating func change(by placements: [Placement]) {
        var slots: [Int] = []
        for placement in placements {
            slots += slotsHeld(placement.session, cellOf[placement.session])
            slots += slotsHeld(placement.session, placement.cell)
        }
        slots = Set(slots).sorted()

        let before = local(placements, slots)
        for placement in placements { leave(placement.session) }
        for placement in placements { enter(placement.session, placement.cell) }
        for slot in slots { findDearestExtra(slot) }
        add(local(placements, slots) - before)
    }

    private func slotsHeld(_ session: Int, _ cell: Int) -> [Int] {
        cell == tables.parked ? [] : tables.covered(session, from: cell).map { tables.slotAt[$0] }
    }

    private mutating func leave(_ session: Int) {
        occupy(session, with: tables.nobody)
        for slot in slotsHeld(session, cellOf[session]) {
            let lossMax = attainment.lossMax(of: session, in: slot)
            attainment.exchange(
                slot, out: session, losing: lossMax, in: tables.nobody, occupants(of: slot))
        }
    }

    private mutating func enter(_ session: Int, _ cell: Int) {
        cellOf[session] = cell
        occupy(session, with: session)
        for slot in slotsHeld(session, cell) {
            attainment.exchange(slot, out: tables.nobody, losing: 0, in: session, occupants(of: slot))
        }
    }

    private func occupy(_ session: Int, with occupier: Int) {
        guard cellOf[session] != tables.parked else { return }
        for cell in tables.covered(session, from: cellOf[session]) { occupant[cell] = occupier }
    }

    /// The part of the totals that these sessions and slots make up.
    private func local(_ placements: [Placement], _ slots: [Int]) -> Change {
        var sum = Change()
        var relations = Relation.Sum()
        for session in placements.map(\.session) {
            sum.soft += price(session, cellOf[session]).soft
            sum.broken += price(session, cellOf[session]).broken
            addRelations(of: session, besides: tables.nobody, to: &relations)
            if cellOf[session] == tables.parked {
                let parked = parkedChange(of: session)
                sum.missing += parked.missing
                sum.parkedSlots += parked.parkedSlots
            }
        }
        // What two of them have with each other was added twice.
        let twice = relationsWithin(placements)
        sum.broken += relations.broken - twice.broken
        sum.soft += relations.soft - twice.soft
        sum.attained = slots.reduce(0) { $0 + attained(in: $1) }
        return sum
    }

    private func relationsWithin(_ placements: [Placement]) -> Relation.Sum {
        var sum = Relation.Sum()
        for (index, first) in placements.enumerated() {
            for second in placements.dropFirst(index + 1) {
                addRelation(of: first.session, to: second.session, to: &sum)
            }
        }
        return sum
    }
}
