internal import Domain
internal import Pages

/// Sessions of the published board as phones show them.
extension Scene {
    /// Every slot and fixed item of the day, by time.
    func slotLists(acts: ActSupply) -> [SlotList] {
        let programme = gathering.programme
        let slots = programme.slots.map { ($0.start, list($0, acts: acts)) }
        let fixed = programme.items.filter { $0.room == nil }.map { item in
            (
                item.start,
                SlotList(
                    start: time(item.start), end: time(item.end), fixed: item.title.text, isNow: isNow(item),
                    was: was(item))
            )
        }
        return (slots + fixed).sorted { $0.0 < $1.0 }.map(\.1)
    }

    func list(_ slot: Slot, acts: ActSupply) -> SlotList {
        let covered = gathering.programme.items.filter {
            $0.room == nil && $0.start < slot.end && slot.start < $0.end
        }
        return SlotList(
            start: time(slot.start), end: time(slot.end), fixed: covered.first?.title.text,
            sessions: covered.isEmpty ? rows(in: slot, acts: acts) : [], isNow: isNow(slot),
            was: was(slot))
    }

    /// In the order of the signposts.
    func rows(in slot: Slot, acts: ActSupply) -> [SessionRow] {
        gathering.programme.rooms.flatMap { room -> [SessionRow] in
            let fixed = gathering.programme.items.filter {
                $0.room == room.id && $0.start < slot.end && slot.start < $0.end
            }
            .map { item in
                SessionRow(
                    gathering: id, id: "item-\(item.id)", title: item.title.text, room: room.name.text,
                    host: "",
                    people: nil, seats: room.seats)
            }
            let place = Place(slot: slot.id, room: room.id)
            guard let session = layout?.occupant(of: place, programme: gathering.programme) else {
                return fixed
            }
            return fixed + [row(session, in: room, slot: slot, acts: acts)]
        }
    }

    func row(_ session: Proposal.ID, in room: Room, slot: Slot, acts: ActSupply) -> SessionRow {
        let absence = absence(of: session)
        let countsHeads = gathering.day.phase >= .running
        let isMine = own.choices.values.contains(session)
        var row = SessionRow(
            gathering: id, id: session.text, title: title(of: session), room: room.name.text,
            host: host(of: session) ?? "",
            people: countsHeads ? tally.heads[session] ?? 0 : wishCount(of: session), seats: room.seats,
            countsHeads: countsHeads, isMine: isMine,
            change: absence ?? change(session), isCancelled: absence != nil,
            attendanceAct: mayChoose && absence == nil ? acts.next() : nil, dotStep: dotStep)
        row.isHosting = absence == nil && isHosting(session)
        return row
    }

    /// After the end there is nothing to choose any more.
    private var mayChoose: Bool { caller.may(.chooseSession) && gathering.day.phase != .ended }

    func isHosting(_ session: Proposal.ID) -> Bool {
        caller.participant.map { gathering.topics[session]?.hosts.contains($0) == true } ?? false
    }

    /// Where the reader is expected in a slot: where they chose to be, else in front of their own session.
    func chosen(in slot: Slot) -> Proposal.ID? {
        own.choices[slot.id] ?? running(in: slot).filter { isHosting($0) && absence(of: $0) == nil }.min()
    }

    /// How many sessions there are to choose from.
    func takingPlaceCount(in slot: Slot) -> Int { running(in: slot).count { absence(of: $0) == nil } }

    func running(in slot: Slot) -> [Proposal.ID] {
        (layout?.placements ?? [:]).filter {
            $0.value.slots(in: gathering.programme).contains { $0.id == slot.id }
        }.map(\.key)
    }

    /// "war 11:30 im Erker": what the newest version changed.
    func change(_ session: Proposal.ID) -> String? {
        let versions = gathering.board.published
        guard let newest = versions.last, let before = versions.dropLast().last else { return nil }
        let old = before.layout.placements[session]?.place
        let new = newest.layout.placements[session]?.place
        guard old != new, new != nil else { return nil }
        guard let old else { return words["view.isNew"] }
        return words("view.was", ["place": name(of: old)])
    }

    func isNow(_ slot: Slot) -> Bool { isNow(slot.start, slot.end) }

    func isNow(_ item: ProgrammeItem) -> Bool { isNow(item.start, item.end) }

    private func isNow(_ start: MinuteOfDay, _ end: MinuteOfDay) -> Bool {
        isToday && gathering.day.phase != .ended && start <= now.time && now.time < end
    }

    var runningSlot: Slot? { gathering.programme.slots.first { isNow($0) } }

    var nextSlot: Slot? {
        guard gathering.day.phase != .ended else { return nil }
        guard isToday else { return gathering.programme.slots.first }
        return gathering.programme.slots.first { $0.start > now.time }
    }

    var runningItem: ProgrammeItem? { gathering.programme.items.first { $0.room == nil && isNow($0) } }

    /// Where the reader is, or wants to be, just now.
    var ownNow: NowBlock? {
        if let item = runningItem {
            return NowBlock(
                title: item.title.text, room: facts.venue.text, until: time(item.end),
                minutesLeft: item.end.minutes - now.time.minutes, endMilliseconds: milliseconds(of: item.end),
                isForAll: true)
        }
        guard let slot = runningSlot, let session = chosen(in: slot) ?? onlyWish(in: slot),
            gathering.absence(of: session) == nil,
            let placement = layout?.placements[session],
            let room = gathering.programme.room(placement.place.room)
        else { return nil }
        var block = NowBlock(
            id: session.text, title: title(of: session), room: room.name.text, host: host(of: session) ?? "",
            until: time(slot.end), minutesLeft: slot.end.minutes - now.time.minutes,
            endMilliseconds: milliseconds(of: slot.end), people: tally.heads[session] ?? 0, seats: room.seats)
        block.isHosting = isHosting(session)
        return block
    }

    /// Wanted sessions that run in a slot, the heaviest wish first.
    func wanted(in slot: Slot) -> [Proposal.ID] {
        let wanted = running(in: slot).filter { own.wishes[$0] != nil }.sorted {
            (own.wishes[$1] ?? 0, $0) < (own.wishes[$0] ?? 0, $1)
        }
        // Whether to go to what does not take place is no question; that it does not has to be said.
        let takingPlace = wanted.filter { gathering.absence(of: $0) == nil }
        return takingPlace.isEmpty ? Array(wanted.prefix(1)) : takingPlace
    }

    private func onlyWish(in slot: Slot) -> Proposal.ID? {
        let wanted = wanted(in: slot)
        return wanted.count == 1 ? wanted[0] : nil
    }
}
