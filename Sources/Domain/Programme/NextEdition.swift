extension Gathering {
    /// What the next edition of a series begins with: place, rooms, times as they were planned, fixed items, tone, rules and
    /// organisers. People, topics and what became of them stay where they were.
    public func nextEdition() throws(Refused) -> Draft {
        guard var facts = programme.facts else { throw .noSuchGathering }
        if let edition = facts.edition {
            facts.edition = edition + 1
            facts.title = facts.title.counting(from: edition)
        }
        // Whether everybody may search it is decided for each gathering anew.
        facts.isInArchive = nil
        var draft = Draft(facts: facts, rooms: programme.rooms, slots: plannedSlots)
        draft.items = programme.items.map { item in
            var planned = item
            planned.start = programme.plannedItems[item.id] ?? item.start
            return planned
        }
        draft.organisers = programme.organisers
        draft.previous = id
        return draft
    }

    /// Without the delays of the day; with them where somebody put a new time between.
    private var plannedSlots: [Slot] {
        let planned = programme.slots.map { slot in
            Slot(
                id: slot.id, start: programme.plannedSlots[slot.id] ?? slot.start,
                lengthMinutes: slot.lengthMinutes)
        }.sorted { $0.start < $1.start }
        let fits = zip(planned, planned.dropFirst()).allSatisfy { $0.end <= $1.start }
        return fits ? planned : programme.slots
    }

    /// A gathering goes on in one next edition. One that was deleted since is none.
    ///
    /// `isGone`: whether that edition was deleted.
    public func goOn(
        in next: Gathering.ID, isGone: (Gathering.ID) -> Bool, by caller: Caller
    ) throws(Refused) -> [Change] {
        try mustExist()
        try caller.must(.prepare)
        if let known = programme.next, known != next, !isGone(known) { throw .continuedAlready }
        return programme.next == next ? [] : [.programme(change: .nextSet(id: next))]
    }
}

extension Title {
    /// "25. Runder Tisch" after "24. Runder Tisch": the number of the edition as a word of its own, the first time.
    fileprivate func counting(from edition: Int) -> Title {
        var words = text.split(separator: " ").map(String.init)
        let known = ["\(edition)", "\(edition).", "\(edition):"]
        guard let index = words.firstIndex(where: known.contains) else { return self }
        words[index] = "\(edition + 1)" + words[index].dropFirst("\(edition)".count)
        return (try? Title(words.joined(separator: " "))) ?? self
    }
}
