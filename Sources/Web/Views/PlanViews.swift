internal import Domain
internal import Pages

/// The reader's own day.
extension Scene {
    func planPage(acts: ActSupply, refused: String? = nil) -> PlanPage {
        var page = PlanPage(
            frame(.plan), now: ownNow, rungs: rungs(acts: acts), isPublished: layout != nil, refused: refused)
        page.window = wishWindow.state
        return page
    }

    private func rungs(acts: ActSupply) -> [Rung] {
        let programme = gathering.programme
        let slots =
            layout == nil
            ? []
            : programme.slots.compactMap { slot in
                rung(slot, acts: acts).map { (slot.start, $0) }
            }
        let fixed = programme.items.filter { $0.room == nil }.map { item in
            (item.start, Rung(time: time(item.start), was: was(item), .fixed(item.title.text)))
        }
        return (slots + fixed).sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Nil when the time is over and nothing was chosen: there is nothing left to choose.
    private func rung(_ slot: Slot, acts: ActSupply) -> Rung? {
        let wanted = wanted(in: slot)
        let chosen = chosen(in: slot)
        if let session = chosen ?? (wanted.count == 1 ? wanted.first : nil),
            let placement = layout?.placements[session],
            let room = gathering.programme.room(placement.place.room)
        {
            var rung = Rung(
                time: time(slot.start), was: was(slot),
                .session(row(session, in: room, slot: slot, acts: acts)))
            let choices = takingPlaceCount(in: slot)
            if absence(of: session) != nil, choices > 0, !isOver(slot), gathering.day.phase != .ended {
                rung.instead = (choices, Route.board(id).path)
            }
            return rung
        }
        guard !isOver(slot), gathering.day.phase != .ended else { return nil }

        if wanted.count > 1 {
            return Rung(
                time: time(slot.start), was: was(slot),
                .conflict(wanted.enumerated().map { option($1, isFirst: $0 == 0, acts) }))
        }
        return Rung(
            time: time(slot.start), was: was(slot),
            .free(choices: takingPlaceCount(in: slot), boardAddress: Route.board(id).path))
    }

    private func option(_ session: Proposal.ID, isFirst: Bool, _ acts: ActSupply) -> PlanOption {
        let room = layout?.placements[session].flatMap { gathering.programme.room($0.place.room) }
        return PlanOption(
            gathering: id, id: session.text, title: title(of: session), room: room?.name.text ?? "",
            wishes: wishCount(of: session), seats: room?.seats ?? 0, isChosen: isFirst, act: acts.next())
    }

    func nowPage(acts: ActSupply) -> NowPage {
        let running = runningSlot.map { list($0, acts: acts) }
        let next = nextSlot.map { list($0, acts: acts) }
        let showsBoard = layout != nil
        var page = NowPage(
            frame(.now), phase: phaseNote, mine: showsBoard || runningItem != nil ? ownNow : nil,
            running: showsBoard ? running : nil, next: showsBoard ? next : nil)
        page.nextDay = isToday ? nil : shortDateText
        page.offersFeedback = offersFeedback
        return page
    }

    private var phaseNote: PhaseNote? {
        switch gathering.day.phase {
        case .preparing, .arriving, .greeting:
            now.date > facts.date
                ? PhaseNote(.over, gathering: id, words: words)
                : PhaseNote(.arriving, gathering: id, words: words, day: isToday ? nil : dateText)
        case .pitching: PhaseNote(.pitching, gathering: id, words: words, countdown: pitchCountdown)
        case .weighing: PhaseNote(.weighing, gathering: id, words: words)
        case .planning: PhaseNote(.planning, gathering: id, words: words)
        case .running: layout == nil ? PhaseNote(.planning, gathering: id, words: words) : nil
        case .closing, .ended: PhaseNote(closingNote, gathering: id, words: words)
        }
    }

    var pitchCountdown: Countdown? {
        guard let pitch = gathering.topics.pitch else { return nil }
        let left = pitch.secondsLeft(at: now.instant)
        let end: Instant? = if case .running(let until) = pitch.clock { until } else { nil }
        return Countdown(remaining: left, places: facts.rules.pitchSeconds, unit: .seconds, end: end)
    }
}

/// Fresh act ids for the forms of one page.
struct ActSupply: Sendable {
    let next: @Sendable () -> String
}
