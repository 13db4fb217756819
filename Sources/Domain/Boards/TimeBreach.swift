/// A session that lies where somebody who offers it cannot be: a delay, or a limit told later, brought it there.
public enum TimeBreach: Sendable, Hashable {
    case endsTooLate(id: Proposal.ID, until: MinuteOfDay, end: MinuteOfDay)
    case beginsTooEarly(id: Proposal.ID, from: MinuteOfDay, start: MinuteOfDay)
}

extension Gathering {
    /// By time. What does not take place, and what is over at `time`, breaks nothing.
    public func timeBreaches(in layout: Board.Layout, after time: MinuteOfDay? = nil) -> [TimeBreach] {
        var breaches: [(start: MinuteOfDay, breach: TimeBreach)] = []
        for (id, placement) in layout.placements.sorted(by: { $0.key < $1.key }) where absence(of: id) == nil
        {
            let slots = placement.slots(in: programme)
            guard let content = topics[id]?.content, let start = slots.first?.start,
                let end = slots.last?.end,
                time.map({ end > $0 }) ?? true
            else { continue }
            if let until = content.until, end > until {
                breaches.append((start, .endsTooLate(id: id, until: until, end: end)))
            }
            if let from = content.from, start < from {
                breaches.append((start, .beginsTooEarly(id: id, from: from, start: start)))
            }
        }
        return breaches.sorted { $0.start < $1.start }.map(\.breach)
    }
}
