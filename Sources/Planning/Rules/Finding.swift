/// One thing that a rule found on a board: a hard demand that is broken, or something that costs.
public enum Finding: Hashable, Sendable {
    case sharedCell(Cell, first: Int, second: Int)
    case hostTwice(host: Int, first: Int, second: Int)
    case hostAbsent(host: Int, session: Int, slot: Int)
    case missingFeature(String, session: Int, room: Int)
    case outsideFixedSlot(session: Int, fixedSlot: Int)
    case outsideFixedRoom(session: Int, fixedRoom: Int)
    case tooEarly(session: Int, after: Int)
    case blockedCell(Cell, session: Int)
    case runsIntoBreak(session: Int, slotAfterBreak: Int)
    case runsPastTheEnd(session: Int, missingSlots: Int)
    case settledSessionMoved(session: Int, from: Cell)
    case entersFrozenSlot(session: Int, slot: Int)
    case demandedButParked(session: Int)
    /// A wish in one slot lost to a session that the participant wants at least as much.
    case wishLost(Problem.Wish, slot: Int, to: Int)
    /// A wish for a parked session, or for the slots of a session that lie past the end of the day.
    case wishUnplaced(Problem.Wish, slotCount: Int)
    case overflow(session: Int, room: Int, people: Int)
    case moved(session: Int, from: Cell, to: Cell?)
    case sameTopicInParallel(first: Int, second: Int)
    case hostWithoutPause(host: Int, first: Int, second: Int)

    /// The sessions it is about; for a lost wish the one that is lost.
    public var sessions: [Int] {
        switch self {
        case .sharedCell(_, let first, let second), .hostTwice(_, let first, let second),
            .sameTopicInParallel(let first, let second), .hostWithoutPause(_, let first, let second):
            [first, second]
        case .tooEarly(let session, let before): [before, session]
        case .hostAbsent(_, let session, _), .missingFeature(_, let session, _),
            .outsideFixedSlot(let session, _), .outsideFixedRoom(let session, _),
            .blockedCell(_, let session), .runsIntoBreak(let session, _), .runsPastTheEnd(let session, _),
            .settledSessionMoved(let session, _), .entersFrozenSlot(let session, _),
            .demandedButParked(let session), .overflow(let session, _, _), .moved(let session, _, _):
            [session]
        case .wishLost(let wish, _, _), .wishUnplaced(let wish, _): [wish.session]
        }
    }

    /// How much of it there is, in the unit of its rule: weight of wishes, people, moved sessions.
    /// A broken demand counts one.
    public var amount: Int {
        switch self {
        case .wishLost(let wish, _, _): wish.weight
        case .wishUnplaced(let wish, let slotCount): wish.weight * slotCount
        case .overflow(_, _, let people): people
        default: 1
        }
    }
}

extension Finding {
    public var rule: Rule.Name {
        switch self {
        case .sharedCell: .oneSessionPerCell
        case .hostTwice: .hostInOnePlace
        case .hostAbsent: .hostPresent
        case .missingFeature: .equipment
        case .outsideFixedSlot: .fixedSlot
        case .outsideFixedRoom: .fixedRoom
        case .tooEarly: .precedence
        case .blockedCell: .blockedCells
        case .runsIntoBreak, .runsPastTheEnd: .fitsTheDay
        case .settledSessionMoved, .entersFrozenSlot: .frozenSlots
        case .demandedButParked: .mustBePlaced
        case .wishLost, .wishUnplaced: .lostInterest
        case .overflow: .overflow
        case .moved: .movedFromBoard
        case .sameTopicInParallel: .sameTopicApart
        case .hostWithoutPause: .hostSpread
        }
    }
}
