internal import Actions
internal import Domain
internal import Pages

/// What the projector shows: what a moderator chose, otherwise what belongs to the phase.
extension Scene {
    func show(
        quality: BoardQuality?, towns: TownDirectory, map: ArrivalMap?, closing: ClosingParts
    ) -> ProjectorStage.Show {
        switch gathering.picture {
        case .join: .arrival(arrival(towns, map))
        case .wishes: .weighing(weighingShow)
        case .draft: .draft(draftShow)
        case .board: .board(boardShow(quality))
        case .now: .running(runningShow)
        case .closing: .closing(closingShow(towns, closing))
        case nil: following(quality: quality, towns: towns, map: map, closing: closing)
        }
    }

    /// Whether the wall has a row of seats that fills with each who wishes.
    var showsVoters: Bool {
        gathering.picture == .wishes || gathering.picture == nil && gathering.day.phase == .weighing
    }

    private func following(
        quality: BoardQuality?, towns: TownDirectory, map: ArrivalMap?, closing: ClosingParts
    ) -> ProjectorStage.Show {
        switch gathering.day.phase {
        case .preparing, .arriving: .arrival(arrival(towns, map))
        case .greeting: runningItem.map { .item(itemShow($0)) } ?? .arrival(arrival(towns, map))
        case .pitching: pitchShow.map { .pitch($0) } ?? .waiting(waitingShow)
        case .weighing: .weighing(weighingShow)
        case .planning: layout == nil ? .planning(planningShow) : .board(boardShow(quality))
        case .running: runningStage(quality)
        case .closing, .ended: .closing(closingShow(towns, closing))
        }
    }

    /// Before the first session of the day the board stands there, in a break for everybody its title.
    private func runningStage(_ quality: BoardQuality?) -> ProjectorStage.Show {
        guard layout != nil else { return .planning(planningShow) }
        if let item = runningItem { return .item(itemShow(item)) }
        guard isToday, runningSlot != nil || hasBegun else { return .board(boardShow(quality)) }
        return .running(runningShow)
    }

    private var hasBegun: Bool { gathering.programme.slots.first.map { $0.start <= now.time } ?? false }

    private func arrival(_ towns: TownDirectory, _ map: ArrivalMap?) -> ArrivalShow {
        let newest = newestTowns
        let names = newest.compactMap { towns[$0]?.shortName }
        guard !towns.towns.isEmpty else {
            return ArrivalShow(count: gathering.attendees.presentCount, newest: names)
        }
        let here = townsHere
        let drawn = map.map { map in
            ArrivalMapSVG(
                map, taken: here, newest: newest, keptSeat: words["view.keptSeat"],
                alternative: words("view.arrivalMap", count: here.count, ["all": "\(towns.towns.count)"]))
        }
        var show = ArrivalShow(
            count: here.count, townCount: towns.towns.count,
            districts: towns.districts.map { district in
                DistrictCount(
                    name: district.name, hereCount: district.towns.count(where: here.contains),
                    allCount: district.towns.count)
            }, map: drawn?.markup, newest: names)
        show.peopleCount = gathering.attendees.presentCount
        show.elsewhereCount =
            Origins(of: gathering.attendees.present.compactMap { labels.profile(of: $0.id) }).elsewhere
        return show
    }

    /// Towns where there is a list of them, else people.
    func arrivalCount(_ towns: TownDirectory) -> Int {
        towns.towns.isEmpty ? gathering.attendees.presentCount : townsHere.count
    }

    /// The towns that somebody here comes from.
    private var townsHere: Set<TownKey> {
        Set(gathering.attendees.present.compactMap { town(of: $0.id) })
    }

    private func town(of id: Participant.ID) -> TownKey? {
        if case .town(let key) = labels.profile(of: id)?.organisation { key } else { nil }
    }

    /// The three that came last, the last one first.
    private var newestTowns: [TownKey] {
        var newest: [TownKey] = []
        for participant in gathering.attendees.present.reversed() {
            guard let town = town(of: participant.id), !newest.contains(town) else { continue }
            newest.append(town)
            if newest.count == 3 { break }
        }
        return newest
    }

    private func itemShow(_ item: ProgrammeItem) -> ItemShow {
        let next = upNext(after: item.end)
        return ItemShow(
            title: item.title.text, until: time(item.end), room: item.room.map(roomName),
            countdown: countdown(item.start, item.end), nextTime: next.map { time($0.start) },
            nextTitle: next?.title)
    }

    private func upNext(after end: MinuteOfDay) -> (start: MinuteOfDay, title: String)? {
        let items = gathering.programme.items.filter { $0.room == nil && $0.start >= end }.map {
            ($0.start, $0.title.text)
        }
        let slots = gathering.programme.slots.filter { $0.start >= end }.map {
            ($0.start, words["view.sessions"])
        }
        return (items + slots).min { $0.0 < $1.0 }.map { (start: $0.0, title: $0.1) }
    }

    private var pitchShow: PitchShow? {
        guard let pitch = gathering.topics.pitch, let countdown = pitchCountdown,
            let proposal = gathering.topics[pitch.proposal]
        else { return nil }
        let (name, town) = parts(of: proposal)
        var show = PitchShow(
            proposal: proposal.id.text, number: pitchNumber, topicCount: gathering.topics.open.count,
            title: title(of: proposal.id), hostName: name, hostTown: town, countdown: countdown,
            wishCount: wishCount(of: proposal.id), headCount: gathering.attendees.headCount)
        show.isCounting = isCounting(proposal.id)
        show.sentence = proposal.isHidden ? "" : proposal.content.sentence.text
        show.isPaused = if case .paused = pitch.clock { true } else { false }
        show.queue = gathering.topics.queue.prefix(3).map(queueShowItem)
        show.queueRest = max(0, gathering.topics.queue.count - 3)
        return show
    }

    /// Whether anybody may, or could, say that they want to go there.
    private func isCounting(_ id: Proposal.ID) -> Bool {
        gathering.day.window != .notYetOpen || handCount(of: id) > 0
    }

    /// The host's first name and where they come from, as far as they told and the reader may know.
    private func parts(of proposal: Proposal) -> (name: String?, town: String?) {
        guard namesHosts(of: proposal), let profile = proposal.hosts.first.flatMap(labels.profile) else {
            return (nil, nil)
        }
        return (labels.showsNames ? profile.firstName?.text : nil, labels.organisation(profile))
    }

    private func queueShowItem(_ id: Proposal.ID) -> QueueShowItem {
        let (name, town) = gathering.topics[id].map(parts) ?? (nil, nil)
        return QueueShowItem(hostName: name, hostTown: town, title: title(of: id))
    }

    private var waitingShow: WaitingShow {
        let topics = gathering.topics
        return WaitingShow(
            topicCount: topics.open.count, pitchedCount: topics.pitched.count,
            queue: topics.queue.prefix(4).map(queueShowItem), queueRest: max(0, topics.queue.count - 4))
    }

    private var weighingShow: WeighingShow {
        let isAhead = gathering.day.window == .notYetOpen
        var show = WeighingShow(
            isOpen: gathering.day.window.isOpen, isBlind: gathering.isBlindNow, voterCount: tally.voterCount,
            headCount: gathering.attendees.headCount,
            topics: gathering.topics.open.map {
                WeighedTopic(
                    id: $0.id.text, title: title(of: $0.id), wishCount: isAhead ? nil : wishCount(of: $0.id))
            })
        show.isAhead = isAhead
        return show
    }

    private var planningShow: PlanningShow {
        PlanningShow(
            topicCount: gathering.topics.open.count,
            wishCount: gathering.isBlindNow ? nil : tally.voices.values.reduce(0, +),
            voterCount: tally.voterCount)
    }

    private func boardShow(_ quality: BoardQuality?) -> BoardShow {
        BoardShow(
            quality: quality.map { planQuality($0) },
            slots: gathering.programme.slots.map { slot in
                var shown = BoardShowSlot(
                    start: time(slot.start), end: time(slot.end),
                    rooms: gathering.programme.rooms.map { boardShowRoom($0, slot) })
                shown.was = was(slot)
                return shown
            })
    }

    private func boardShowRoom(_ room: Room, _ slot: Slot) -> BoardShowRoom {
        guard let session = occupant(slot, room) else {
            let item = gathering.programme.item(blocking: room.id, in: slot)
            return BoardShowRoom(room: room.name.text, title: item?.title.text, host: nil)
        }
        var shown = BoardShowRoom(
            room: room.name.text, title: title(of: session),
            host: host(of: session), absence: absence(of: session))
        shown.id = begins(session, in: slot, layout) ? session.text : nil
        return shown
    }

    /// The draft as the hall sees it: titles alone, with nothing of who wanted them.
    private var draftShow: DraftShow {
        let draft = gathering.board.draft
        return DraftShow(
            rooms: gathering.programme.rooms.map(\.name.text),
            rows: gathering.programme.slots.map { slot in
                DraftShow.Row(
                    start: time(slot.start),
                    cards: gathering.programme.rooms.map { room in
                        let place = Place(slot: slot.id, room: room.id)
                        return draft.occupant(of: place, programme: gathering.programme).map {
                            DraftShow.Card(
                                id: $0.text, title: title(of: $0), goesOn: !begins($0, in: slot, draft))
                        }
                    })
            }, waitingCount: gathering.topics.open.count { draft.placements[$0.id] == nil })
    }

    private func begins(_ session: Proposal.ID, in slot: Slot, _ layout: Board.Layout?) -> Bool {
        layout?.placements[session]?.place.slot == slot.id
    }

    private var runningShow: RunningShow {
        let running = runningSlot
        let next = gathering.programme.slots.first { $0.start > now.time }
        var show = RunningShow(
            until: running.map { time($0.end) }, countdown: running.map { countdown($0.start, $0.end) },
            nextStart: next.map { time($0.start) },
            rooms: gathering.programme.rooms.map { runningShowRoom($0, running, next) })
        show.nextWas = next.flatMap(was)
        return show
    }

    private func runningShowRoom(_ room: Room, _ running: Slot?, _ next: Slot?) -> RunningShowRoom {
        let session = running.flatMap { occupant($0, room) }
        let following = next.flatMap { occupant($0, room) }
        return RunningShowRoom(
            id: room.id.text, name: room.name.text, title: session.map { title(of: $0) },
            host: session.flatMap(host), absence: session.flatMap(absence),
            headCount: session.map { tally.heads[$0] ?? 0 } ?? 0,
            seatCount: room.seats, nextTitle: following == session ? nil : following.map { title(of: $0) })
    }

    private func closingShow(_ towns: TownDirectory, _ parts: ClosingParts) -> ClosingShow {
        var show = ClosingShow(
            hasEnded: gathering.day.phase == .ended, hereCount: gathering.attendees.presentCount,
            sessionCount: layout?.placements.keys.count { gathering.absence(of: $0) == nil } ?? 0,
            townCount: towns.towns.isEmpty ? nil : townsHere.count)
        show.feedback = feedbackShow(qr: parts.feedbackQR)
        show.readingQR = parts.readingQR
        show.nextEdition = parts.nextEdition
        return show
    }
}

/// What the end screen leads to.
struct ClosingParts: Sendable {
    var feedbackQR: Markup?
    var readingQR: Markup?
    var nextEdition: String?
}
