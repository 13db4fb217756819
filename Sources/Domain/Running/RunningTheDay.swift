extension Gathering {
    /// Goes to a station of the day; any of them, in any order. Weighing opens the window for wishes, what comes
    /// after closes it.
    public func enter(_ phase: Phase, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.moderate)
        guard day.phase != phase else { return [] }

        let entered = Change.day(change: .phaseEntered(phase: phase))
        if phase == .weighing, !day.window.isOpen { return [entered, .day(change: .windowOpened)] }
        if phase > .weighing, day.window.isOpen { return [entered, .day(change: .windowClosed)] }
        return [entered]
    }

    /// Opens or closes the window for wishes. The same act opens or closes it in `Interest`.
    public func setWindow(open isOpen: Bool, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        if day.window.isOpen == isOpen { return [] }
        if !isOpen, day.window == .notYetOpen { return [] }
        return [.day(change: isOpen ? .windowOpened : .windowClosed)]
    }

    public func announce(_ text: AnnouncementText, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        guard day.announcements.count < Day.announcementCountMax else { throw .tooMany(.announcements) }
        let id = Announcement.ID(number: day.announcements.nextNumber(\.id))
        return [.day(change: .announced(id: id, text: text))]
    }

    public func takeBack(_ id: Announcement.ID, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        guard let announcement = day.announcements.first(where: { $0.id == id }), !announcement.isTakenBack
        else {
            return []
        }
        return [.day(change: .announcementTakenBack(id: id))]
    }

    /// "We run 15 minutes late": what has not begun moves.
    ///
    /// `seen`: the times the moderator saw, as `Programme.timesMark` has them: of two who shift the second is told.
    public func shift(
        byMinutes minutes: Int, seen mark: Int, at now: Now, by caller: Caller
    ) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        guard programme.timesMark == mark else { throw .timesChangedMeanwhile }
        let begun = now.date == programme.facts?.date ? now.time : (MinuteOfDay(0) ?? now.time)
        let waiting = programme.stretches.filter { $0.lowerBound > begun.minutes }
        // Nothing is shifted into the past, or before the day.
        let lowest = max(-120, waiting.map { begun.minutes - $0.lowerBound }.max() ?? -120)
        guard minutes != 0, (lowest...120).contains(minutes) else {
            throw .outOfRange(field: "minutes", from: lowest, to: 120)
        }
        guard let last = waiting.map(\.upperBound).max() else { return [] }
        guard last + minutes <= MinuteOfDay.max else { throw .afterMidnight }
        try mustNotOverlap(shiftedBy: minutes, from: begun)
        return [.programme(change: .shifted(minutes: minutes, from: begun))]
    }

    /// Moving earlier must not run into what is going on.
    private func mustNotOverlap(shiftedBy minutes: Int, from begun: MinuteOfDay) throws(Refused) {
        var later = programme
        later.apply(.shifted(minutes: minutes, from: begun))
        try later.mustNotOverlap(where: programme)
    }
}

extension Programme {
    /// Another number whenever anything begins at another time. It tells times apart, it protects nothing.
    public var timesMark: Int {
        (slots.map(\.start) + items.map(\.start)).reduce(0) { ($0 * 31 + $1.minutes) % 1_000_003 }
    }

    private func slotsMustNotOverlap() throws(Gathering.Refused) {
        for (first, second) in zip(slots, slots.dropFirst()) where second.start < first.end {
            throw .slotsOverlap(with: first.start)
        }
    }

    /// Neither slots each other nor something fixed a slot that it left free before.
    func mustNotOverlap(where before: Programme) throws(Gathering.Refused) {
        try slotsMustNotOverlap()
        for slot in slots {
            let old = before.slot(slot.id)
            for item in items where item.isBeside(slot) {
                let oldItem = before.items.first { $0.id == item.id }
                guard let old, let oldItem, !oldItem.isBeside(old) else { continue }
                throw .slotsOverlap(with: slot.start)
            }
        }
    }

    /// From when to when slots and items run, in minutes of the day.
    fileprivate var stretches: [Range<Int>] {
        slots.map { $0.start.minutes..<$0.start.minutes + $0.lengthMinutes }
            + items.map { $0.start.minutes..<$0.start.minutes + $0.lengthMinutes }
    }
}

extension ProgrammeItem {
    /// Whether it runs while the slot does, in whichever room.
    fileprivate func isBeside(_ slot: Slot) -> Bool { start < slot.end && slot.start < end }
}
