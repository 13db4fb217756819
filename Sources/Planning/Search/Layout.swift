/// A plan in motion: where everybody stands, what it all costs, and what a move would change.
struct Layout: ~Copyable {
    /// What a move changes. `attained` counts in units of the tables.
    struct Change: Equatable {
        var attained = 0
        var soft = 0
        /// Broken demands other than being parked.
        var broken = 0
        /// Sessions that are demanded but parked.
        var missing = 0
        /// Slots' worth of sessions that are parked.
        var parkedSlots = 0
    }

    let tables: Tables
    private(set) var totals = Change()

    let cellOf: UnsafeMutablePointer<Int>
    let occupant: UnsafeMutablePointer<Int>
    var attainment: Attainment
    /// What whoever stands in a cell pays more than in the cheapest of its slot.
    let extraAt: UnsafeMutablePointer<Price>
    /// The most of these in each slot.
    let dearestExtra: UnsafeMutablePointer<Price>

    /// An empty board: everybody is parked.
    init(_ tables: Tables) {
        self.tables = tables
        let problem = tables.problem
        cellOf = .filled(with: tables.parked, tables.nobody + 1)
        occupant = .filled(with: tables.nobody, tables.parked + 1)
        attainment = Attainment(tables)
        extraAt = .filled(with: Price(), tables.parked + 1)
        dearestExtra = .filled(with: Price(), problem.slotCount + 1)

        for session in problem.sessions.indices {
            add(parkedChange(of: session))
            totals.soft += price(session, tables.parked).soft
        }
    }

    deinit {
        cellOf.deallocate()
        occupant.deallocate()
        extraAt.deallocate()
        dearestExtra.deallocate()
    }

    var cost: Int {
        totals.soft + tables.wishTotal - tables.unit * totals.attained
    }

    var plan: Plan {
        Plan(
            tables.problem.sessions.indices.map {
                cellOf[$0] == tables.parked ? nil : tables.problem.cell(at: cellOf[$0])
            }
        )
    }

    /// Puts a parked session into cells that are free.
    mutating func place(_ session: Int, in cell: Int) {
        change(by: [Placement(session: session, cell: cell)])
    }

    /// What putting `session` into `cell` would change, whoever stands there going where it came from; nil
    /// if these two cannot change places.
    mutating func change(moving session: Int, to cell: Int) -> Change? {
        if isSimple(session, cell) { return swapChange(session, cell) }
        guard let exchange = exchange(moving: session, to: cell) else { return nil }

        let back = exchange.map { Placement(session: $0.session, cell: cellOf[$0.session]) }
        let before = totals
        change(by: exchange)
        let after = totals
        change(by: back)
        return after - before
    }

    /// Makes a move for which `change(moving:to:)` gave an answer.
    mutating func move(_ session: Int, to cell: Int, changing change: Change) {
        if isSimple(session, cell) {
            swap(session, cell)
            add(change)
        } else if let exchange = exchange(moving: session, to: cell) {
            self.change(by: exchange)
        }
    }

    @inline(__always)
    func isSimple(_ session: Int, _ cell: Int) -> Bool {
        !tables.hasLongSessions || (tables.isShort[session] && tables.isShort[occupant[cell]])
    }
}

extension Layout {
    mutating func add(_ change: Change) {
        totals.attained += change.attained
        totals.soft += change.soft
        totals.broken += change.broken
        totals.missing += change.missing
        totals.parkedSlots += change.parkedSlots
    }

    func parkedChange(of session: Int) -> Change {
        var change = Change()
        change.missing = tables.isDemanded[session] ? 1 : 0
        change.parkedSlots = tables.lengths[session]
        return change
    }

    func price(_ session: Int, _ cell: Int) -> Price {
        tables.priceAt[session &* (tables.parked &+ 1) &+ cell]
    }

    /// Adds what a session's relations come to where it stands, but for that to one other.
    func addRelations(of session: Int, besides known: Int, to sum: inout Relation.Sum) {
        guard tables.isRelated[session], cellOf[session] != tables.parked else { return }
        for index in tables.firstRelation[session]..<tables.firstRelation[session &+ 1]
        where tables.relations[index].other != known {
            add(tables.relations[index], of: session, to: &sum)
        }
    }

    /// Adds what one session has with one other.
    func addRelation(of session: Int, to other: Int, to sum: inout Relation.Sum) {
        guard tables.isRelated[session], cellOf[session] != tables.parked else { return }
        for index in tables.firstRelation[session]..<tables.firstRelation[session &+ 1]
        where tables.relations[index].other == other {
            add(tables.relations[index], of: session, to: &sum)
        }
    }

    @inline(__always)
    private func add(_ relation: Relation, of session: Int, to sum: inout Relation.Sum) {
        guard cellOf[relation.other] != tables.parked else { return }
        relation.add(
            to: &sum, slots(of: session), slots(of: relation.other), after: tables.beginsAfterBreak)
    }

    @inline(__always)
    private func slots(of session: Int) -> Range<Int> {
        let start = tables.slotAt[cellOf[session]]
        return Range(uncheckedBounds: (start, start &+ tables.lengths[session]))
    }

    @inline(__always)
    func occupants(of slot: Int) -> UnsafeBufferPointer<Int> {
        UnsafeBufferPointer(start: occupant + slot &* tables.roomCount, count: tables.roomCount)
    }

    func attained(in slot: Int) -> Int { attainment.attained(in: slot) }
}

extension Layout.Change {
    @inline(__always)
    mutating func add(_ price: Price) {
        broken &+= price.broken
        soft &+= price.soft
    }

    static func - (after: Self, before: Self) -> Self {
        Self(
            attained: after.attained - before.attained,
            soft: after.soft - before.soft,
            broken: after.broken - before.broken,
            missing: after.missing - before.missing,
            parkedSlots: after.parkedSlots - before.parkedSlots
        )
    }
}
