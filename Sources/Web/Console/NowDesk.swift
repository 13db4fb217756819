internal import Domain
internal import Pages

/// The console's first page: what is now, and the one next act.
extension Scene {
    func nowDesk(_ frame: ConsoleFrame, _ ask: ConsoleAsk, _ note: ConsoleNote, code: JoinCode) -> ConsolePage
    {
        let topics = gathering.topics
        let seconds = topics.queue.count * facts.rules.pitchSeconds
        var page = ConsolePage(
            frame, phaseTimes: phaseTimes, readiness: readiness(code), heads: headCount(note),
            queue: topics.queue.prefix(Self.queueShownMax).map(queueItem), queueCount: topics.queue.count,
            queueMinutes: (seconds + 59) / 60, pitch: pitchDesk, window: windowDesk, board: boardState)
        page.latecomers = latecomers
        page.running = gathering.day.phase == .running && layout != nil ? runningDesk : nil
        page.otherDay = isToday ? nil : shortDateText
        page.breaches = gathering.day.phase < .closing ? breaches(in: layout ?? gathering.board.draft) : []
        page.announcing = announcing(note)
        page.wall = wall
        page.isTakingProposals = topics.isTakingProposals
        if facts.rules.admission == .plenum {
            page.undecidedCount = topics.open.count { $0.isAdmitted == nil }
        }
        page.laterCount = gathering.parked(in: gathering.board.draft).count { $0.reason == nil }
        page.feedback = gathering.day.phase >= .closing ? feedbackLine : nil
        page.asksToEnd = ask.isOn("end") && gathering.day.phase != .ended
        return page
    }

    var wall: WallDesk { WallDesk(picture: gathering.picture, pictures: gathering.pictures) }

    /// More do not fit beside the next act; the page of topics has them all.
    private static let queueShownMax = 12

    func headCount(_ note: ConsoleNote = .nothing) -> HeadCount {
        HeadCount(
            joined: gathering.attendees.presentCount, counted: gathering.attendees.headsCounted,
            typed: note.typed(.heads))
    }

    /// When each station is meant to begin, as far as the programme says.
    private var phaseTimes: [Phase: String] {
        var times: [Phase: String] = [:]
        for item in gathering.programme.items.reversed() {
            switch item.form {
            case .greeting: times[.greeting] = time(item.start)
            case .pitch, .offers: times[.pitching] = time(item.start)
            case .closing: times[.closing] = time(item.start)
            default: continue
            }
        }
        times[.running] = gathering.programme.slots.first.map { time($0.start) }
        return times
    }

    private func readiness(_ code: JoinCode) -> Readiness {
        let programme = gathering.programme
        return Readiness(
            roomCount: programme.rooms.count, slotCount: programme.slots.count,
            itemCount: programme.items.count,
            topicCount: gathering.topics.open.count, organiserCount: programme.organisers.count,
            code: code.spoken)
    }

    private func queueItem(_ id: Proposal.ID) -> QueueItem {
        QueueItem(id: id.text, host: gathering.topics[id].map(hosts) ?? "", title: title(of: id))
    }

    private var pitchDesk: PitchDesk? {
        guard let pitch = gathering.topics.pitch, let countdown = pitchCountdown else { return nil }
        // A pitch that nobody ended is over with its time, once another part of the day has begun.
        guard gathering.day.phase <= .pitching || pitch.secondsLeft(at: now.instant) > 0 else { return nil }
        let isPaused = if case .paused = pitch.clock { true } else { false }
        return PitchDesk(
            proposal: pitch.proposal.text, number: pitchNumber, topicCount: gathering.topics.open.count,
            title: title(of: pitch.proposal), host: gathering.topics[pitch.proposal].map(hosts) ?? "",
            countdown: countdown, isPaused: isPaused, revision: pitch.revision,
            wishCount: wishCount(of: pitch.proposal),
            handCount: gathering.topics.handCount(of: pitch.proposal))
    }

    /// Which topic it is that is being presented, counted from 1.
    var pitchNumber: Int {
        let topics = gathering.topics
        let before = topics.pitched.filter { topics[$0]?.isOpen == true && $0 != topics.pitch?.proposal }
        return before.count + 1
    }

    private var windowDesk: WindowDesk {
        var desk = WindowDesk(
            isBlind: gathering.isBlindNow, voterCount: tally.voterCount,
            topicCount: gathering.topics.open.count)
        switch gathering.day.window {
        case .notYetOpen: break
        case .open(let since):
            desk.isOpen = true
            desk.since = clock(since)
        case .closed(let moment):
            desk.wasOpen = true
            desk.closedAt = clock(moment)
        }
        return desk
    }

    private var boardState: BoardState {
        let board = gathering.board
        let parkedCount = gathering.parked(in: board.draft).count
        guard !board.draft.placements.isEmpty || board.current != nil else { return .none }
        let changes = board.unpublished.count
        if let current = board.current, changes == 0 {
            return .published(
                at: clock(current.publishedAt), placed: board.draft.placements.count, parked: parkedCount)
        }
        return .draft(
            placed: board.draft.placements.count, parked: parkedCount, changes: changes,
            publishedAt: board.current.map { clock($0.publishedAt) })
    }

    private func announcing(_ note: ConsoleNote) -> AnnouncementDesk {
        let sent = gathering.day.announcements.filter { !$0.isTakenBack }.reversed().map {
            SentAnnouncement(id: $0.id.text, text: $0.text.text, time: clock($0.sentAt))
        }
        return AnnouncementDesk(
            sent: sent, typed: note.typed(.announcements), timesMark: gathering.programme.timesMark)
    }
}

/// What runs in which room.
extension Scene {
    fileprivate var runningDesk: RunningDesk {
        let slots = gathering.programme.slots
        let running = runningSlot
        let next = slots.first { $0.start > now.time }
        var desk = RunningDesk(
            heading: runningHeading, rooms: gathering.programme.rooms.map { runningRoom($0, running, next) },
            nextStart: next.map { time($0.start) })
        desk.countdown =
            (running.map { countdown($0.start, $0.end) }) ?? runningItem.map { countdown($0.start, $0.end) }
        desk.isLastSlotOver = isToday && (slots.last.map { $0.end <= now.time } ?? true)
        desk.lastEnd = slots.last.map { isToday ? time($0.end) : "\(shortDateText), \(time($0.end))" }
        return desk
    }

    private var runningHeading: String {
        if let slot = runningSlot {
            return words("view.span", ["start": time(slot.start), "end": time(slot.end)])
        }
        return runningItem?.title.text ?? words["view.nothingRuns"]
    }

    /// The time that is left of a stretch of the day.
    func countdown(_ start: MinuteOfDay, _ end: MinuteOfDay) -> Countdown {
        .minutes(
            end.minutes - now.time.minutes, of: end.minutes - start.minutes,
            end: Instant(milliseconds: milliseconds(of: end)))
    }

    private func runningRoom(_ room: Room, _ running: Slot?, _ next: Slot?) -> RunningRoom {
        let session = running.flatMap { occupant($0, room) }
        return RunningRoom(
            id: room.id.text, name: room.name.text, seatCount: room.seats,
            headCount: session.map { tally.heads[$0] ?? 0 } ?? 0, now: session.map(runningSession),
            next: next.flatMap { occupant($0, room) }.filtered { $0 != session }.map(runningSession))
    }

    func occupant(_ slot: Slot, _ room: Room) -> Proposal.ID? {
        layout?.occupant(of: Place(slot: slot.id, room: room.id), programme: gathering.programme)
    }

    private func runningSession(_ session: Proposal.ID) -> RunningSession {
        let proposal = gathering.topics[session]
        var shown = RunningSession(
            id: session.text, title: title(of: session), host: host(of: session),
            absence: absence(of: session), isRestorable: gathering.absence(of: session) == .cancelled,
            otherRooms: isGone(session) ? [] : proposal.map(otherRooms) ?? [])
        guard absence(of: session) == nil else { return shown }
        shown.roomSwaps = gathering.roomSwaps(of: session).map { other in
            let room = gathering.board.draft.placements[other].map { roomName($0.place.room) } ?? ""
            return SelectOption(other.text, "\(room): \(title(of: other))")
        }
        shown.revision = gathering.board.draft.placements[session]?.revision ?? 0
        return shown
    }

    /// Rooms that are free in the session's slot and have what it needs.
    private func otherRooms(_ proposal: Proposal) -> [SelectOption] {
        guard let place = gathering.board.draft.placements[proposal.id]?.place else { return [] }
        return gathering.programme.rooms.filter { room in
            let other = Place(slot: place.slot, room: room.id)
            return room.id != place.room
                && gathering.obstacle(proposal, at: other, ignoring: [proposal.id]) == nil
        }.map { SelectOption($0.id.text, $0.name.text) }
    }
}

extension Optional {
    fileprivate func filtered(_ isWanted: (Wrapped) -> Bool) -> Wrapped? {
        flatMap { isWanted($0) ? $0 : nil }
    }
}
