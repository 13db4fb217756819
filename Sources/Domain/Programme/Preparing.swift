extension Gathering {
    /// What a gathering begins with: enough to start in under a minute.
    public struct Draft: Sendable, Hashable {
        public var facts: Facts
        public var rooms: [Room]
        public var slots: [Slot]
        /// A next edition has more to begin with.
        public var items: [ProgrammeItem] = []
        public var organisers: [Organiser] = []
        public var previous: Gathering.ID?

        public init(facts: Facts, rooms: [Room], slots: [Slot]) {
            self.facts = facts
            self.rooms = rooms
            self.slots = slots
        }
    }

    /// The first entry of a gathering.
    public func prepare(_ draft: Draft, by caller: Caller) throws(Refused) -> [Change] {
        try caller.must(.prepare)
        guard !exists else { throw .alreadyPrepared }
        try Self.check(draft.facts)

        var prepared = self
        var changes = [Change.programme(change: .factsSet(facts: draft.facts))]
        prepared.programme.apply(.factsSet(facts: draft.facts))
        for room in draft.rooms {
            let change = try prepared.programmeChange(setting: room)
            prepared.programme.apply(change)
            changes.append(.programme(change: change))
        }
        for slot in draft.slots {
            let change = try prepared.programmeChange(setting: slot)
            prepared.programme.apply(change)
            changes.append(.programme(change: change))
        }
        return try changes + prepared.adding(draft, by: caller)
    }

    private func adding(_ draft: Draft, by caller: Caller) throws(Refused) -> [Change] {
        var prepared = self
        var changes: [Change] = []
        for item in draft.items {
            let added = try prepared.setItem(item, by: caller)
            for case .programme(let change) in added { prepared.programme.apply(change) }
            changes += added
        }
        for organiser in draft.organisers {
            let added = try prepared.setOrganiser(organiser, by: caller)
            for case .programme(let change) in added { prepared.programme.apply(change) }
            changes += added
        }
        return changes + (draft.previous.map { [.programme(change: .previousSet(id: $0))] } ?? [])
    }

    public func changeFacts(_ facts: Facts, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        try Self.check(facts)
        if day.window.isOpen, let rules = programme.facts?.rules,
            facts.rules.isBlind != rules.isBlind || facts.rules.wishWeightMax != rules.wishWeightMax
        {
            throw .windowStillOpen
        }
        return facts == programme.facts ? [] : [.programme(change: .factsSet(facts: facts))]
    }

    /// Adds a room or changes the one with that id.
    public func setRoom(_ room: Room, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        if programme.room(room.id) == room { return [] }
        let change = try programmeChange(setting: room)
        try mustStillFit(after: change)
        return [.programme(change: change)]
    }

    public func removeRoom(_ id: Room.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        guard programme.room(id) != nil else { throw .noSuchRoom }
        let used = placed { $0.place.room == id }
        guard used == 0 else { throw .roomInUse(sessions: used) }
        if let item = programme.items.first(where: { $0.room == id }) { throw .roomHasItem(item.title) }
        return [.programme(change: .roomRemoved(id: id))]
    }

    /// Adds a slot or changes the one with that id.
    public func setSlot(_ slot: Slot, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        if programme.slot(slot.id) == slot { return [] }
        let change = try programmeChange(setting: slot)
        try mustStillFit(after: change)
        return [.programme(change: change)]
    }

    /// Adds several slots at once, each with a new number.
    public func addSlots(_ slots: [Slot], by caller: Caller) throws(Refused) -> [Change] {
        var later = self
        var changes: [Change] = []
        for slot in slots {
            let number = later.programme.slots.nextNumber(\.id)
            let new = Slot(id: Slot.ID(number: number), start: slot.start, lengthMinutes: slot.lengthMinutes)
            let added = try later.setSlot(new, by: caller)
            for case .programme(let change) in added { later.programme.apply(change) }
            changes += added
        }
        return changes
    }

    public func removeSlot(_ id: Slot.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        guard programme.slot(id) != nil else { throw .noSuchSlot }
        let used = placed { $0.slots(in: programme).contains { $0.id == id } }
        guard used == 0 else { throw .slotInUse(sessions: used) }
        return [.programme(change: .slotRemoved(id: id))]
    }

    /// Adds a programme item or changes the one with that id. Sessions it would cover stand in its way.
    public func setItem(_ item: ProgrammeItem, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        try Self.check(item.lengthMinutes, in: ProgrammeItem.lengthRange, field: "lengthMinutes")
        if let room = item.room, programme.room(room) == nil { throw .noSuchRoom }
        guard item.start.minutes + item.lengthMinutes <= MinuteOfDay.max else { throw .afterMidnight }
        let isNew = !programme.items.contains { $0.id == item.id }
        guard !isNew || programme.items.count < Programme.itemCountMax else { throw .tooMany(.items) }

        if programme.items.contains(item) { return [] }
        var later = programme
        later.apply(.itemSet(item: item))
        let covered = placed { placement in
            placement.slots(in: later).contains {
                later.item(blocking: placement.place.room, in: $0)?.id == item.id
            }
        }
        guard covered == 0 else { throw .slotInUse(sessions: covered) }
        try mustStillFit(after: .itemSet(item: item))
        return [.programme(change: .itemSet(item: item))]
    }

    public func removeItem(_ id: ProgrammeItem.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        guard programme.items.contains(where: { $0.id == id }) else { throw .noSuchItem }
        return [.programme(change: .itemRemoved(id: id))]
    }

    public func setOrganiser(_ organiser: Organiser, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        let isNew = !programme.organisers.contains { $0.id == organiser.id }
        guard !isNew || programme.organisers.count < Programme.organiserCountMax else {
            throw .tooMany(.organisers)
        }
        if programme.organisers.contains(organiser) { return [] }
        guard organiser.email.isAddress else { throw .noEmail }
        return [.programme(change: .organiserSet(organiser: organiser))]
    }

    public func removeOrganiser(_ id: Organiser.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        guard programme.organisers.contains(where: { $0.id == id }) else { throw .noSuchOrganiser }
        return [.programme(change: .organiserRemoved(id: id))]
    }

    func mustExist() throws(Refused) {
        guard exists else { throw .noSuchGathering }
    }

    private func programmeChange(setting room: Room) throws(Refused) -> Programme.Change {
        try Self.check(room.seats, in: Room.seatsRange, field: "seats")
        let old = programme.room(room.id)
        guard old != nil || programme.rooms.count < Programme.roomCountMax else { throw .tooMany(.rooms) }
        let name = room.name.text.lowercased()
        let other = programme.rooms.first { $0.id != room.id && $0.name.text.lowercased() == name }
        if let other, old?.name != room.name { throw .roomNamedAlike(other.name) }
        return .roomSet(room: room)
    }

    private func programmeChange(setting slot: Slot) throws(Refused) -> Programme.Change {
        try Self.check(slot.lengthMinutes, in: Slot.lengthRange, field: "lengthMinutes")
        guard slot.start.minutes + slot.lengthMinutes <= MinuteOfDay.max else { throw .afterMidnight }
        let others = programme.slots.filter { $0.id != slot.id }
        guard others.count < Programme.slotCountMax else { throw .tooMany(.slots) }
        if let other = others.first(where: { $0.start < slot.end && slot.start < $0.end }) {
            throw .slotsOverlap(with: other.start)
        }
        return .slotSet(slot: slot)
    }

    private func placed(where matches: (Placement) -> Bool) -> Int {
        var ids = Set(board.draft.placements.filter { matches($0.value) }.keys)
        ids.formUnion((board.current?.layout.placements ?? [:]).filter { matches($0.value) }.keys)
        return ids.count { topics[$0]?.isOpen == true }
    }

    /// Sessions that lie well have to do so afterwards: on the draft, and where everybody has seen them.
    private func mustStillFit(after change: Programme.Change) throws(Refused) {
        for layout in [board.draft, board.current?.layout].compactMap(\.self) {
            let before = with(draft: layout)
            var later = before
            later.programme.apply(change)
            for (id, placement) in layout.placements.sorted(by: { $0.key < $1.key }) {
                guard let proposal = topics[id], proposal.isOpen,
                    before.obstacle(proposal, at: placement.place, ignoring: [id]) == nil
                else { continue }
                if later.obstacle(proposal, at: placement.place, ignoring: [id]) != nil {
                    throw .sessionInTheWay(id)
                }
            }
        }
    }

    private static func check(_ facts: Facts) throws(Refused) {
        try check(facts.rules.wishWeightMax, in: 1...3, field: "wishWeightMax")
        try check(facts.rules.pitchSeconds, in: Rules.pitchSecondsRange, field: "pitchSeconds")
        if let minutes = facts.rules.slotMinutes {
            try check(minutes, in: Slot.lengthRange, field: "slotMinutes")
        }
        if let minutes = facts.rules.changeOverMinutes {
            try check(minutes, in: Slot.changeOverRange, field: "changeOverMinutes")
        }
        if let minutes = facts.rules.graceMinutes {
            try check(minutes, in: Rules.graceMinutesRange, field: "graceMinutes")
        }
        if let edition = facts.edition { try check(edition, in: 1...10_000, field: "edition") }
        if case .mostWanted(let count) = facts.rules.admission {
            try check(count, in: 1...Topics.countMax, field: "admissionCount")
        }
    }

    static func check(_ value: Int, in range: ClosedRange<Int>, field: String) throws(Refused) {
        guard range.contains(value) else {
            throw .outOfRange(field: field, from: range.lowerBound, to: range.upperBound)
        }
    }
}

extension Slot {
    /// A day's slots from one start: length and change-over as the gathering has them.
    ///
    /// `start`: when the first begins.
    /// `count`: how many.
    /// `lengthMinutes`: how long each runs.
    /// `changeOverMinutes`: how much time lies between two.
    public static func row(
        from start: MinuteOfDay, count: Int, lengthMinutes: Int = Rules.slotMinutesDefault,
        changeOverMinutes: Int = Rules.changeOverMinutesDefault
    ) -> [Slot] {
        // Longer than a day is beyond every bound already, and what anybody types must not overflow.
        let step = min(max(lengthMinutes, 0), 1_440) + min(max(changeOverMinutes, 0), 1_440)
        return (0..<max(count, 0)).map { index in
            let begin = start.adding(index * step)
            return Slot(id: ID(number: index + 1), start: begin, lengthMinutes: lengthMinutes)
        }
    }
}
