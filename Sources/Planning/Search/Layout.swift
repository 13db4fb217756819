/// A plan in motion: where everybody stands, who sees what in each slot, and what it all costs.
///
/// Two bitsets per slot say who wants at least one (`ones`) and at least two (`twos`) of its sessions, per
/// level. Taking session s out of a slot and q in then costs no walk over participants:
/// lost = s & ~twos; gain = |q & ~(ones & ~lost)| - |lost|. Both are rebuilt only when a move is kept.
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
    private let ones: UnsafeMutablePointer<UInt64>
    private let twos: UnsafeMutablePointer<UInt64>

    /// An empty board: everybody is parked.
    init(_ tables: Tables) {
        self.tables = tables
        let problem = tables.problem
        cellOf = .filled(with: tables.parked, tables.nobody + 1)
        occupant = .filled(with: tables.nobody, tables.parked + 1)
        ones = .zeros((problem.slotCount + 1) * tables.wordCount)
        twos = .zeros((problem.slotCount + 1) * tables.wordCount)

        for session in problem.sessions.indices {
            add(parkedChange(of: session))
            totals.soft += soft(session, tables.parked)
        }
    }

    deinit {
        cellOf.deallocate()
        occupant.deallocate()
        ones.deallocate()
        twos.deallocate()
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
    private func isSimple(_ session: Int, _ cell: Int) -> Bool {
        !tables.hasLongSessions || (tables.isShort[session] && tables.isShort[occupant[cell]])
    }
}

extension Layout {
    @inline(__always)
    private func swapChange(_ session: Int, _ cell: Int) -> Change {
        let from = cellOf[session]
        let other = occupant[cell]
        let width = tables.parked + 1
        let (own, others) = (session * width, other * width)
        let (softAt, brokenAt) = (tables.softAt, tables.brokenAt)

        var change = Change()
        change.soft = Int(
            softAt[own + cell] &+ softAt[others + from] &- softAt[own + from] &- softAt[others + cell]
        )
        change.broken = Int(
            brokenAt[own + cell] &+ brokenAt[others + from] &- brokenAt[own + from] &- brokenAt[others + cell]
        )
        let (fromSlot, slot) = (tables.slotAt[from], tables.slotAt[cell])
        guard fromSlot != slot else { return change }

        if from != tables.parked { change.attained = attainedChange(fromSlot, out: session, in: other) }
        if cell != tables.parked { change.attained += attainedChange(slot, out: other, in: session) }
        if from == tables.parked || cell == tables.parked { parkingChange(session, other, cell, &change) }
        if tables.isRelated[session] || tables.isRelated[other] {
            change.broken += relationChange(session, cell, other, from)
        }
        return change
    }

    /// The inner loop of the whole search: see the head of the type.
    @inline(__always)
    private func attainedChange(_ slot: Int, out: Int, in entering: Int) -> Int {
        let count = tables.wordCount
        let out = tables.wanted + out * count
        let entering = tables.wanted + entering * count
        let (ones, twos) = (self.ones + slot * count, self.twos + slot * count)
        var gain = 0
        var word = 0
        while word < count {
            let lost = out[word] & ~twos[word]
            let won = entering[word] & (~ones[word] | lost)
            gain &+= won.nonzeroBitCount &- lost.nonzeroBitCount
            word &+= 1
        }
        return gain
    }

    private func parkingChange(_ session: Int, _ other: Int, _ cell: Int, _ change: inout Change) {
        let (leaving, entering) = cell == tables.parked ? (session, other) : (other, session)
        for (session, sign) in [(leaving, 1), (entering, -1)] where session != tables.nobody {
            let parked = parkedChange(of: session)
            change.missing += sign * parked.missing
            change.parkedSlots += sign * parked.parkedSlots
        }
    }

    private func relationChange(_ session: Int, _ cell: Int, _ other: Int, _ from: Int) -> Int {
        let before = relationsBroken(session, other)
        cellOf[session] = cell
        cellOf[other] = from
        let after = relationsBroken(session, other)
        cellOf[session] = from
        cellOf[other] = other == tables.nobody ? tables.parked : cell
        return after - before
    }

    /// Broken relations of two sessions, one between both counted once.
    private func relationsBroken(_ session: Int, _ other: Int) -> Int {
        relationsBroken(session, besides: nil)
            + (other == tables.nobody ? 0 : relationsBroken(other, besides: [session]))
    }

    private func swap(_ session: Int, _ cell: Int) {
        let from = cellOf[session]
        let other = occupant[cell]
        cellOf[session] = cell
        occupant[from] = from == tables.parked ? tables.nobody : other
        if cell != tables.parked { occupant[cell] = session }
        if other != tables.nobody { cellOf[other] = from }

        let (fromSlot, slot) = (tables.slotAt[from], tables.slotAt[cell])
        guard fromSlot != slot else { return }
        if from != tables.parked { rebuild(fromSlot) }
        if cell != tables.parked { rebuild(slot) }
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

    func soft(_ session: Int, _ cell: Int) -> Int {
        Int(tables.softAt[session * (tables.parked + 1) + cell])
    }

    func broken(_ session: Int, _ cell: Int) -> Int {
        Int(tables.brokenAt[session * (tables.parked + 1) + cell])
    }

    func relationsBroken(_ session: Int, besides known: [Int]?) -> Int {
        guard tables.isRelated[session], let own = slots(of: session) else { return 0 }
        var count: Int32 = 0
        for relation in tables.relations[session] where known?.contains(relation.other) != true {
            if let others = slots(of: relation.other) { count += relation.brokenCount(own, others) }
        }
        return Int(count)
    }

    func rebuild(_ slot: Int) {
        let count = tables.wordCount
        let roomCount = tables.problem.rooms.count
        let (ones, twos) = (self.ones + slot * count, self.twos + slot * count)
        ones.update(repeating: 0, count: count)
        twos.update(repeating: 0, count: count)
        var cell = slot * roomCount
        let end = cell + roomCount
        while cell < end {
            let wanted = tables.wanted + occupant[cell] * count
            var word = 0
            while word < count {
                twos[word] |= ones[word] & wanted[word]
                ones[word] |= wanted[word]
                word &+= 1
            }
            cell &+= 1
        }
    }

    func attained(in slot: Int) -> Int {
        let first = slot * tables.wordCount
        return (first..<(first + tables.wordCount)).reduce(0) { $0 + ones[$1].nonzeroBitCount }
    }

    private func slots(of session: Int) -> Range<Int>? {
        let cell = cellOf[session]
        guard cell != tables.parked else { return nil }
        return tables.slotAt[cell]..<(tables.slotAt[cell] + tables.lengths[session])
    }
}

extension Layout.Change {
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
