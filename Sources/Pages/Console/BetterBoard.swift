/// What would be better than the draft: steps of which a moderator takes what seems right.
public struct BetterBoard: Sendable, Equatable {
    /// Fewest moves first.
    public var steps: [BetterStep]
    /// All at once, when that is more than any of the steps.
    public var whole: BetterStep?
    /// The board's revision it was found on.
    public var revision: Int
    /// It is proven that there is no better board, whatever is counted.
    public var isProvenBest = false
    /// Wishes came in since it was searched for.
    public var isOfEarlierWishes = false

    public init(steps: [BetterStep], whole: BetterStep? = nil, revision: Int) {
        self.steps = steps
        self.whole = whole
        self.revision = revision
    }
}

/// Sessions that move together, and what that brings.
public struct BetterStep: Sendable, Equatable {
    public let moves: [SessionMove]
    /// Wishes that come true more; below zero fewer.
    public var wishesGained: Int
    /// Seats that are missing no more; below zero more are.
    public var seatsGained: Int
    /// Something lies where it cannot take place, and does not any more.
    public var mends: Bool
    /// The moves as the form carries them.
    public let address: String

    public init(
        moves: [SessionMove], wishesGained: Int, seatsGained: Int = 0, mends: Bool = false, address: String
    ) {
        self.moves = moves
        self.wishesGained = wishesGained
        self.seatsGained = seatsGained
        self.mends = mends
        self.address = address
    }
}

/// Where one session is, and where it goes.
public struct SessionMove: Sendable, Equatable {
    public let title: String
    /// "13:15, Turmstube"; nil while it is parked.
    public let from: String?
    public let to: String?

    public init(title: String, from: String?, to: String?) {
        self.title = title
        self.from = from
        self.to = to
    }
}

/// The panel beside the grid.
struct BetterPart: Part {
    let better: BetterBoard
    let frame: ConsoleFrame

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "hasSteps": .flag(!better.steps.isEmpty || better.whole != nil)
        case "none": .text(better.isProvenBest ? words["better.proven"] : words["better.none"])
        case "hasSingle": .flag(!better.steps.isEmpty)
        case "steps": .parts(better.steps.map { step($0, words["better.take"]) })
        case "whole": .maybe(better.whole.map { step($0, words["better.takeAll"]) })
        case "closeHref": .text(frame.address(.board))
        default: nil
        }
    }

    private func step(_ step: BetterStep, _ label: String) -> BetterStepPart {
        let hidden = ["moves": step.address, "revision": "\(better.revision)"]
        return BetterStepPart(step: step, take: frame.act(label, .rearrangement, hidden))
    }
}

/// One step with its button.
struct BetterStepPart: Part {
    let step: BetterStep
    let take: Act

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "name": .text(step.name(words))
        case "gain": .text(step.gain(words))
        case "moves": .parts(step.moves.map { SessionMovePart(move: $0) })
        case "take": .part(take)
        default: nil
        }
    }
}

extension BetterStep {
    /// What happens, in so few words that they can be read on a button.
    func name(_ words: Phrases) -> String {
        guard let first = moves.first else { return "" }
        if moves.count == 1 {
            let title = ["title": first.title]
            if first.to == nil { return words("better.park", title) }
            return first.from == nil ? words("better.place", title) : words("better.move", title)
        }
        let isSwap = moves.count == 2 && moves[0].from == moves[1].to && moves[1].from == moves[0].to
        return isSwap
            ? words("better.swap", ["title": first.title, "other": moves[1].title])
            : words("better.several", count: moves.count)
    }

    /// Wishes first; what else speaks for it or against it beside them.
    func gain(_ words: Phrases) -> String {
        var parts: [String] = []
        if wishesGained > 0 { parts.append(words("price.more", count: wishesGained)) }
        if wishesGained < 0 { parts.append(words("price.fewer", count: -wishesGained)) }
        if seatsGained > 0 { parts.append(words("better.seatsFewer", count: seatsGained)) }
        if seatsGained < 0 { parts.append(words("better.seatsMore", count: -seatsGained)) }
        if mends { parts.append(words["better.mends"]) }
        return parts.isEmpty ? words["price.same"] : parts.joined(separator: ", ")
    }
}

private struct SessionMovePart: Part {
    let move: SessionMove

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "title": .text(move.title)
        case "before": .text(move.from ?? words["publish.noPlace"])
        case "after": .text(move.to ?? words["publish.noPlace"])
        default: nil
        }
    }
}
