internal import Actions
internal import Domain
internal import Pages

/// Why a session is where it is, and what other places would mean.
extension Scene {
    func conflict(_ conflict: BoardQuality.Conflict) -> BoardConflict {
        BoardConflict(
            firstTitle: title(of: conflict.first), secondTitle: title(of: conflict.second),
            time: gathering.programme.slot(conflict.slot).map { time($0.start) } ?? "",
            peopleCount: conflict.people)
    }

    /// Who would have to be in two places: here, and on the way. What is over today is no matter any more.
    func breaches(in layout: Board.Layout) -> [String] {
        gathering.timeBreaches(in: layout, after: isToday ? now.time : nil).map { breach in
            switch breach {
            case .endsTooLate(let id, let until, let end):
                let gaps = ["name": hostName(of: id), "time": time(until), "title": title(of: id)]
                return words("grid.leavesBefore", gaps.merging(["end": time(end)]) { $1 })
            case .beginsTooEarly(let id, let from, let start):
                let gaps = ["name": hostName(of: id), "time": time(from), "title": title(of: id)]
                return words("grid.comesAfter", gaps.merging(["start": time(start)]) { $1 })
            }
        }
    }

    private func hostName(of id: Proposal.ID) -> String {
        gathering.topics[id]?.hosts.first.flatMap { labels.profile(of: $0)?.firstName?.text }
            ?? words["why.host"]
    }

    func reasons(
        for proposal: Proposal, _ quality: BoardQuality?, _ pairs: [Proposal.ID: Int], _ prices: [PlacePrice]
    ) -> [PlacementReason] {
        guard let placement = gathering.board.draft.placements[proposal.id] else { return [] }
        var reasons: [PlacementReason] = placement.isPinned ? [.pinned] : []
        if let room = gathering.programme.room(placement.place.room), let wishes = wishCount(of: proposal.id)
        {
            let people = wishes + gathering.topics.handCount(of: proposal.id)
            reasons.append(
                people > room.seats
                    ? .tooFull(wishes: people, seats: room.seats) : .fits(wishes: people, seats: room.seats))
        }
        let name = proposal.hosts.first.flatMap { labels.profile(of: $0)?.firstName?.text }
        if let until = proposal.content.until { reasons.append(.hostLeaves(name: name, time: time(until))) }
        if let from = proposal.content.from { reasons.append(.hostComes(name: name, time: time(from))) }
        if !proposal.content.needs.isEmpty {
            reasons.append(.needs(proposal.content.needs.sorted().map(words.equipmentName)))
        }
        return reasons + neighbours(of: proposal.id, quality, pairs) + best(prices)
    }

    /// The two largest of those it collides with, and of those it was kept apart from.
    private func neighbours(
        of session: Proposal.ID, _ quality: BoardQuality?, _ pairs: [Proposal.ID: Int]
    ) -> [PlacementReason] {
        let conflicts = (quality?.conflicts ?? []).filter { $0.first == session || $0.second == session }
        let beside = conflicts.map { (other: $0.first == session ? $0.second : $0.first, people: $0.people) }
        let apart = pairs.filter { other, people in
            people > 1 && gathering.board.draft.placements[other] != nil
                && !beside.contains { $0.other == other }
        }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return beside.prefix(2).map { .beside(title: title(of: $0.other), people: $0.people) }
            + apart.prefix(2).map { .apart(from: title(of: $0.key), people: $0.value) }
    }

    private func best(_ prices: [PlacePrice]) -> [PlacementReason] {
        let costs = prices.compactMap { price -> Int? in
            if case .costs(let cost) = price.effect { cost } else { nil }
        }
        guard let least = costs.min(), least > 0 else { return [] }
        return [.best(cost: least)]
    }

    /// The places that cost least, and of those the ones with room enough; the rest stands in the fields.
    func cheapest(_ prices: [PlacePrice], for session: Proposal.ID) -> [PlacePrice] {
        let possible = prices.compactMap { price -> (cost: Int, missing: Int, price: PlacePrice)? in
            guard case .costs(let cost) = price.effect else { return nil }
            return (cost, missingSeats(price, for: session), price)
        }
        return possible.sorted { ($0.cost, $0.missing) < ($1.cost, $1.missing) }.prefix(4).map(\.price)
    }

    func fieldPrice(_ price: PlacePrice, of proposal: Proposal) -> FieldPrice {
        switch price.effect {
        case .hindered(let refused): .hindered(hindrance(refused, proposal))
        case .costs(let cost): price.swappedWith.map { .swap(with: $0.text, cost: cost) } ?? .move(cost: cost)
        }
    }

    private func hindrance(_ refused: Gathering.Refused, _ proposal: Proposal) -> Hindrance {
        switch refused {
        case .hostAway:
            .hostAway(name: proposal.hosts.first.flatMap { labels.profile(of: $0)?.firstName?.text })
        case .hostElsewhere(let session): .hostElsewhere(title: title(of: session))
        case .placeBlocked(let title): .blocked(by: title.text)
        case .placeTaken(let session): .taken(by: title(of: session))
        case .roomLacks(let things): .lacks(things.sorted().map(words.equipmentName))
        case .noSuchPlace: .tooShort
        default: .other(words.sentence(for: refused, refusalNames))
        }
    }

    /// Newest first.
    func history(of session: Proposal.ID) -> [PlacementStep] {
        (gathering.board.history[session] ?? []).reversed().map { step in
            PlacementStep(
                time: clock(step.moment), how: PlacementStep.How(rawValue: step.how.rawValue) ?? .moved,
                place: step.place.map { name(of: $0) })
        }
    }

    /// The draft with a parked topic in a place.
    func draft(putting proposal: Proposal, at place: Place) -> Board.Layout {
        let draft = gathering.board.draft
        let placement = Placement(place: place, slotCount: proposal.content.slotCount)
        return Board.Layout(
            placements: draft.placements.merging([proposal.id: placement]) { $1 },
            parked: draft.parked.filter { $0.key != proposal.id })
    }
}
