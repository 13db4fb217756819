extension Gathering {
    /// Goes to a station of the day; any of them, in any order.
    public func enter(_ phase: Phase, by caller: Caller) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.moderate)
        return day.phase == phase ? [] : [.day(change: .phaseEntered(phase: phase))]
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
    public func shift(byMinutes minutes: Int, at now: Now, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        try caller.must(.moderate)
        guard minutes != 0, (-120...120).contains(minutes) else {
            throw .outOfRange(field: "minutes", from: -120, to: 120)
        }
        let begun = now.date == programme.facts?.date ? now.time : (MinuteOfDay(0) ?? now.time)
        let last = max(
            programme.slots.map { $0.start.minutes + $0.lengthMinutes }.max() ?? 0,
            programme.items.map { $0.start.minutes + $0.lengthMinutes }.max() ?? 0)
        guard last + minutes <= MinuteOfDay.max else { throw .afterMidnight }
        try mustNotOverlap(shiftedBy: minutes, from: begun)
        return [.programme(change: .shifted(minutes: minutes, from: begun))]
    }

    /// Moving earlier must not run into what is going on.
    private func mustNotOverlap(shiftedBy minutes: Int, from begun: MinuteOfDay) throws(Refused) {
        var later = programme
        later.apply(.shifted(minutes: minutes, from: begun))
        for (first, second) in zip(later.slots, later.slots.dropFirst()) where second.start < first.end {
            throw .slotsOverlap(with: first.start)
        }
    }

    /// Takes a step back, unless something later built on it.
    public func takeBack(step number: Int, by caller: Caller) throws(Refused) -> [Change] {
        try mustBeOpen()
        guard caller.may(.moderate) || caller.may(.changeBoard) else { throw .notAllowed(.moderate) }
        guard let step = undo[number] else { throw .nothingToUndo }
        if let blocker = undo.blocker(of: step) { throw .builtUpon(blocker.act) }
        return [.undone(step: number, by: step.inverse)]
    }
}
