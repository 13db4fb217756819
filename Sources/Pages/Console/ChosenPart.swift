/// The panel beside the grid.
struct ChosenPart: Part {
    let chosen: ChosenSession
    let page: ConsoleBoardPage

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(chosen.id)
        case "title": .text(chosen.title)
        case "where": .text(place(words))
        case "isPlaced": .flag(chosen.revision != nil)
        case "isPinned": .flag(chosen.isPinned)
        case "hasReasons": .flag(!chosen.reasons.isEmpty)
        case "reasons": .parts(chosen.reasons.map { ReasonPart(reason: $0) })
        case "hasPrices": .flag(!chosen.prices.isEmpty)
        case "prices": .parts(chosen.prices.map { PricePart(named: $0, chosen: chosen, frame: page.frame) })
        case "hasHistory": .flag(!chosen.history.isEmpty)
        case "history": .parts(chosen.history.map { StepPart(step: $0) })
        case "moveHref": .text(address("1"))
        case "swapHref": .maybe(chosen.revision == nil ? nil : address("swap"))
        case "closeHref": .text(page.frame.address(.board))
        case "cancelHref": .text(page.frame.address(.board, [("session", chosen.id)]) + "#panel")
        case "pin": .maybe(pin(words))
        case "park": .maybe(park(words))
        case "topicHref": .text(page.frame.address(.topics, [("topic", chosen.id)]) + "#topic-\(chosen.id)")
        default: nil
        }
    }

    private func place(_ words: Phrases) -> String {
        let place =
            if let time = chosen.time, let room = chosen.room {
                words("grid.inPlace", ["time": time, "room": room])
            } else {
                words["grid.isParked"]
            }
        return [place, chosen.host].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " \u{B7} ")
    }

    private func address(_ move: String) -> String {
        page.frame.address(.board, [("session", chosen.id), ("move", move)])
    }

    private func pin(_ words: Phrases) -> Act? {
        guard chosen.revision != nil else { return nil }
        return chosen.isPinned
            ? page.frame.act(words["grid.unpin"], .pinWithdrawal(chosen.id))
            : page.frame.act(words["grid.pin"], .pin(chosen.id))
    }

    private func park(_ words: Phrases) -> Act? {
        chosen.revision.map { page.frame.act(words["grid.park"], .parking(chosen.id), ["seen": "\($0)"]) }
    }
}

private struct ReasonPart: Part {
    let reason: PlacementReason

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "text": .text(reason.text(words))
        case "isBad": .flag(reason.isBad)
        default: nil
        }
    }
}

private struct StepPart: Part {
    let step: PlacementStep

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "time": .text(step.time)
        case "text": .text(step.text(words))
        default: nil
        }
    }
}

/// A line of "what it costs elsewhere": the place is a button that takes it there.
private struct PricePart: Part {
    let named: NamedPrice
    let chosen: ChosenSession
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "place": .text(named.place)
        case "cost": .text(named.cost(words))
        case "go":
            .maybe(named.price.act(chosen, slot: named.slot, room: named.room, label: named.place, frame))
        default: nil
        }
    }
}

extension FieldPrice {
    func sentence(_ words: Phrases) -> String {
        switch self {
        case .hindered(let why): why.text(words)
        case .move(let cost), .swap(_, let cost):
            if cost > 0 {
                words("price.fewer", count: cost)
            } else if cost < 0 {
                words("price.more", count: -cost)
            } else {
                words["price.same"]
            }
        }
    }

    /// With the seats that are missing there: they are no wishes, and stand beside them.
    func sentence(_ words: Phrases, missingSeats: Int) -> String {
        guard missingSeats > 0, let cost else { return sentence(words) }
        let missing = words("price.missingSeats", count: missingSeats)
        return cost == 0 ? missing : "\(sentence(words)), \(missing)"
    }

    /// "−4", "+2", "±0".
    var sign: String? {
        guard let cost else { return nil }
        if cost == 0 { return "\u{B1}0" }
        return cost > 0 ? "\u{2212}\(cost)" : "+\(-cost)"
    }

    func act(
        _ chosen: ChosenSession,
        slot: String,
        room: String,
        label: String,
        _ frame: ConsoleFrame
    ) -> Act? {
        let seen = chosen.revision.map { ["seen": "\($0)"] } ?? [:]
        return switch self {
        case .move:
            frame.act(label, .place(chosen.id), seen.merging(["slot": slot, "room": room]) { $1 })
        case .swap(let other, _): frame.act(label, .swap(chosen.id), seen.merging(["with": other]) { $1 })
        case .hindered: nil
        }
    }
}
