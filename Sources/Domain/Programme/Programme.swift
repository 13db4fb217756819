/// The frame of a day: facts, organisers, rooms, slots and fixed programme items.
public struct Programme: Sendable, Hashable, Codable {
    public internal(set) var facts: Facts?
    public internal(set) var organisers: [Organiser] = []
    public internal(set) var rooms: [Room] = []
    /// By start.
    public internal(set) var slots: [Slot] = []
    /// By start.
    public internal(set) var items: [ProgrammeItem] = []
    /// When what a delay moved was to begin; what begins as planned is not here.
    public internal(set) var plannedSlots: [Slot.ID: MinuteOfDay] = [:]
    public internal(set) var plannedItems: [ProgrammeItem.ID: MinuteOfDay] = [:]

    /// The editions of the series before and after this one.
    public internal(set) var previous: Gathering.ID?
    public internal(set) var next: Gathering.ID?

    static let organiserCountMax = 12
    static let roomCountMax = 40
    static let slotCountMax = 40
    static let itemCountMax = 60

    public enum Change: Sendable, Hashable, Codable {
        case factsSet(facts: Facts)
        case organiserSet(organiser: Organiser)
        case organiserRemoved(id: Organiser.ID)
        case roomSet(room: Room)
        case roomRemoved(id: Room.ID)
        case slotSet(slot: Slot)
        case slotRemoved(id: Slot.ID)
        case itemSet(item: ProgrammeItem)
        case itemRemoved(id: ProgrammeItem.ID)
        /// Everything that has not begun at `from` starts that much later, or earlier when negative.
        case shifted(minutes: Int, from: MinuteOfDay)
        case previousSet(id: Gathering.ID)
        case nextSet(id: Gathering.ID)
    }

    public func room(_ id: Room.ID) -> Room? { rooms.first { $0.id == id } }

    public func slot(_ id: Slot.ID) -> Slot? { slots.first { $0.id == id } }

    /// The slot's place in the order of the day, from 0.
    public func index(of slot: Slot.ID) -> Int? { slots.firstIndex { $0.id == slot } }

    /// The item that occupies the room during the slot.
    public func item(blocking room: Room.ID, in slot: Slot) -> ProgrammeItem? {
        items.first { item in
            (item.room == nil || item.room == room) && item.start < slot.end && slot.start < item.end
        }
    }

    /// Whether something fixed for everybody, or a gap longer than a change-over, lies between a slot and the next.
    public func isContinued(afterSlotAt index: Int) -> Bool {
        guard index + 1 < slots.count else { return false }

        let pause = slots[index].end...max(slots[index].end, slots[index + 1].start)
        let isBroken = items.contains {
            $0.room == nil && $0.start < pause.upperBound && pause.lowerBound < $0.end
        }
        return !isBroken
            && pause.upperBound.minutes - pause.lowerBound.minutes <= Slot.changeOverRange.upperBound / 2
    }

    /// The slots that a session beginning in `slot` occupies, or nil when the day ends or breaks before.
    public func slots(from slot: Slot.ID, count: Int) -> [Slot]? {
        guard let first = index(of: slot), first + count <= slots.count else { return nil }
        for index in first..<(first + count - 1) where !isContinued(afterSlotAt: index) { return nil }
        return Array(slots[first..<(first + count)])
    }

    mutating func apply(_ change: Change) {
        switch change {
        case .factsSet(let new):
            if new.date != facts?.date { forgetPlanned() }
            facts = new
        case .organiserSet(let organiser): organisers.set(organiser)
        case .organiserRemoved(let id): organisers.removeAll { $0.id == id }
        case .roomSet(let room): rooms.set(room)
        case .roomRemoved(let id): rooms.removeAll { $0.id == id }
        case .slotSet(let slot):
            if self.slot(slot.id)?.start != slot.start { plannedSlots[slot.id] = nil }
            slots.set(slot)
        case .slotRemoved(let id):
            plannedSlots[id] = nil
            slots.removeAll { $0.id == id }
        case .itemSet(let item):
            if items.first(where: { $0.id == item.id })?.start != item.start { plannedItems[item.id] = nil }
            items.set(item)
        case .itemRemoved(let id):
            plannedItems[id] = nil
            items.removeAll { $0.id == id }
        case .shifted(let minutes, let from): shift(by: minutes, from: from)
        case .previousSet(let id): previous = id
        case .nextSet(let id): next = id
        }
        inOrder()
    }

    mutating func inOrder() {
        slots.sort { ($0.start, $0.id) < ($1.start, $1.id) }
        items.sort { ($0.start, $0.id) < ($1.start, $1.id) }
    }
}

extension Array where Element: Identifiable {
    /// Replaces the element with that id in its place, or adds it at the end.
    mutating func set(_ element: Element) {
        if let index = firstIndex(where: { $0.id == element.id }) {
            self[index] = element
        } else {
            append(element)
        }
    }
}

extension Array {
    /// One more than the highest number; a number that could not be counted on from does not count.
    public func nextNumber<Of>(_ id: (Element) -> Identifier<Of>) -> Int {
        (compactMap { id($0).number }.filter { $0 < Int(Int32.max) }.max() ?? 0) + 1
    }
}
