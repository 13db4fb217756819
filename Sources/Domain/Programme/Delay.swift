/// What begins later, or earlier, than it was to.
extension Programme {
    mutating func shift(by minutes: Int, from: MinuteOfDay) {
        for slot in slots where slot.start > from { put(slot, to: slot.start.adding(minutes)) }
        for item in items where item.start > from { put(item, to: item.start.adding(minutes)) }
        // Before its day everything has another plan; nobody waits in front of a door.
        if from.minutes == 0 { forgetPlanned() }
    }

    /// Undoes what a shift did to one thing: it may have a planned time again, or none any more.
    mutating func unshift(_ change: Change) {
        switch change {
        case .slotSet(let old): slot(old.id).map { put($0, to: old.start) }
        case .itemSet(let old): items.first { $0.id == old.id }.map { put($0, to: old.start) }
        default: apply(change)
        }
        inOrder()
    }

    mutating func forgetPlanned() {
        plannedSlots = [:]
        plannedItems = [:]
    }

    private mutating func put(_ slot: Slot, to start: MinuteOfDay) {
        var moved = slot
        moved.start = start
        slots.set(moved)
        let planned = plannedSlots[slot.id] ?? slot.start
        plannedSlots[slot.id] = planned == start ? nil : planned
    }

    private mutating func put(_ item: ProgrammeItem, to start: MinuteOfDay) {
        var moved = item
        moved.start = start
        items.set(moved)
        let planned = plannedItems[item.id] ?? item.start
        plannedItems[item.id] = planned == start ? nil : planned
    }

    /// How many minutes later than planned the next thing begins that a delay moved; earlier when negative.
    fileprivate func delay(after time: MinuteOfDay) -> Int? {
        let waiting =
            slots.map { (start: $0.start, planned: plannedSlots[$0.id]) }
            + items.map { (start: $0.start, planned: plannedItems[$0.id]) }
        let next = waiting.filter { $0.start > time && $0.planned != nil }.min { $0.start < $1.start }
        return next.flatMap { next in next.planned.map { next.start.minutes - $0.minutes } }
    }
}

extension Gathering {
    /// How many minutes later than planned goes on what has not begun, earlier when negative; nil when all is as planned.
    public func delayMinutes(at now: Now) -> Int? {
        guard now.date == programme.facts?.date, day.phase != .ended else { return nil }
        return programme.delay(after: now.time)
    }
}
