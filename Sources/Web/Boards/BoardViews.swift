internal import Actions
internal import Domain
internal import Pages

/// The board as everybody sees it, and the grid that console and paper share with it.
extension Scene {
    func boardPage(_ board: Markup) -> BoardPage {
        var page = BoardPage(
            gathering: id, name: gatheringName,
            date: [seriesLine, shortDateText].compactMap(\.self).joined(separator: "\u{A0}\u{B7} "),
            board: board,
            announcements: announcements, position: position)
        page.funding = facts.funding
        page.isInSeries = isInSeries
        return page
    }

    func boardFragment(quality: BoardQuality?) -> BoardFragment {
        BoardFragment(
            grid(layout ?? Board.Layout(), before: publishedBefore), quality: quality.map { planQuality($0) },
            parked: layout.map(parkedTopics) ?? [], version: version)
    }

    var version: BoardFragment.Version? {
        gathering.board.current.map { .init(number: $0.number, time: clock($0.publishedAt)) }
    }

    /// The version before the one everybody sees.
    var publishedBefore: Board.Layout? { gathering.board.published.dropLast().last?.layout }

    /// Times as rows, rooms as columns. `before`: what sessions are compared with.
    func grid(_ layout: Board.Layout, before: Board.Layout?, showsPins: Bool = false) -> BoardGrid {
        let plan = GridPlan(layout, before: before, showsPins: showsPins, gathering.programme)
        let rooms = gathering.programme.rooms.map {
            BoardRoom(id: $0.id.text, name: $0.name.text, seatCount: $0.seats, equipment: $0.equipment)
        }
        let slots = gathering.programme.slots.map { (start: $0.start, row: BoardRow.slot(row($0, plan))) }
        let bands = gathering.programme.items.filter(isBand).map {
            (start: $0.start, row: BoardRow.item(band($0)))
        }
        let rows = (bands + slots).sorted { $0.start < $1.start }.map(\.row)
        return BoardGrid(gathering: id, rooms: rooms, rows: rows)
    }

    func parkedTopics(_ layout: Board.Layout) -> [ParkedTopic] {
        gathering.parked(in: layout).compactMap { parked in
            guard let proposal = gathering.topics[parked.id] else { return nil }
            var topic = ParkedTopic(
                id: parked.id.text, title: title(of: parked.id), host: hostLabel(proposal),
                wishCount: wishCount(of: parked.id),
                handCount: handCount(of: parked.id), reason: parked.reason,
                isWantedMore: isWantedMore(parked.id, in: layout))
            topic.isUndecided = proposal.isAdmitted == nil
            topic.isPossibleNow = isPossible(proposal, in: layout)
            return topic
        }
    }

    /// Whether a topic without a place would find one as things lie.
    private func isPossible(_ proposal: Proposal, in layout: Board.Layout) -> Bool {
        let laid = gathering.with(draft: layout)
        return gathering.programme.places.contains {
            laid.obstacle(proposal, at: $0, ignoring: [proposal.id]) == nil
        }
    }

    /// Hands tell as much as wishes: while wishes are blind there are none to be seen.
    func handCount(of session: Proposal.ID) -> Int {
        gathering.isBlindNow ? 0 : gathering.topics.handCount(of: session)
    }

    /// Nil when nobody told anything.
    func hostLabel(_ proposal: Proposal) -> String? {
        let label = hosts(of: proposal)
        return label.isEmpty ? nil : label
    }

    func planQuality(_ quality: BoardQuality, publishedCount: Int? = nil) -> PlanQuality {
        let board = gathering.board
        var shown = PlanQuality(
            wishCount: quality.wishCount, attainedCount: quality.attainedCount,
            parkedWishCount: quality.parkedWishCount, peopleByLosses: quality.peopleByLosses,
            handCount: quality.handCount,
            missingSeats: quality.overflows.compactMap { overflow in
                let room = (layout?.placements[overflow.session] ?? board.draft.placements[overflow.session])?
                    .place.room
                return room.map { .init(room: roomName($0), count: overflow.people - overflow.seats) }
            }, publishedCount: publishedCount)
        shown.cancelledWishCount = quality.cancelledWishCount
        return shown
    }

    /// Where nothing else runs, an item is a band over the rooms; beside sessions it takes their fields.
    private func isBand(_ item: ProgrammeItem) -> Bool {
        !gathering.programme.slots.contains { item.start < $0.end && $0.start < item.end }
    }

    private func band(_ item: ProgrammeItem) -> BoardItem {
        BoardItem(
            title: item.title.text, start: time(item.start), end: time(item.end),
            room: item.room.map(roomName),
            isNow: isNow(item), was: was(item))
    }

    private func row(_ slot: Slot, _ plan: GridPlan) -> BoardSlot {
        BoardSlot(
            id: slot.id.text, start: time(slot.start), end: time(slot.end), isNow: isNow(slot),
            isOver: isOver(slot), was: was(slot),
            cells: gathering.programme.rooms.map { cell(Place(slot: slot.id, room: $0.id), slot, $0, plan) })
    }

    func isOver(_ slot: Slot) -> Bool { isToday && slot.end <= now.time }

    private func cell(_ place: Place, _ slot: Slot, _ room: Room, _ plan: GridPlan) -> BoardCell {
        if let session = plan.first[place] { return .session(self.session(session, in: room, plan)) }
        if plan.covered.contains(place) { return .goesOn }
        if let item = gathering.programme.item(blocking: room.id, in: slot) {
            return .blocked(by: item.title.text)
        }
        return .free
    }

    private func session(_ session: Proposal.ID, in room: Room, _ plan: GridPlan) -> BoardSession {
        let placement = plan.layout.placements[session]
        let isGone = isGone(session)
        return BoardSession(
            id: session.text, title: title(of: session), host: host(of: session),
            wishCount: isGone ? nil : wishCount(of: session), handCount: isGone ? 0 : handCount(of: session),
            seatCount: room.seats,
            slotCount: placement?.slotCount ?? 1, isPinned: plan.showsPins && placement?.isPinned == true,
            absence: absence(of: session),
            change: change(session, plan), revision: placement?.revision ?? 0)
    }

    private func change(_ session: Proposal.ID, _ plan: GridPlan) -> BoardChange? {
        guard let before = plan.before, let new = plan.layout.placements[session]?.place else { return nil }
        guard let old = before.placements[session]?.place else { return .new }
        if old.slot != new.slot {
            return .movedTime(from: gathering.programme.slot(old.slot).map { time($0.start) } ?? "")
        }
        return old.room == new.room ? nil : .movedRoom(from: roomName(old.room))
    }
}

/// Who is in which field of a layout.
private struct GridPlan {
    let layout: Board.Layout
    let before: Board.Layout?
    let showsPins: Bool
    /// Where each session begins.
    var first: [Place: Proposal.ID] = [:]
    /// Where one of an earlier slot goes on.
    var covered: Set<Place> = []

    init(_ layout: Board.Layout, before: Board.Layout?, showsPins: Bool, _ programme: Programme) {
        self.layout = layout
        self.before = before
        self.showsPins = showsPins
        for (session, placement) in layout.placements {
            first[placement.place] = session
            for slot in placement.slots(in: programme).dropFirst() {
                covered.insert(Place(slot: slot.id, room: placement.place.room))
            }
        }
    }
}
