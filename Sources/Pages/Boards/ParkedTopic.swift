public import Domain

/// A topic without a place, and why: nothing is dropped silently.
public struct ParkedTopic: Part {
    public let id: String
    public var title: String
    public var host: String?
    public var wishCount: Int?
    public var handCount: Int
    /// Nil: it came after the board was laid.
    public var reason: ParkReason?
    /// Something less wanted has a place: that asks for a sentence more.
    public var isWantedMore: Bool
    /// The console's address where it can be placed; nil on the public board.
    var placing: String?
    /// The plenum has not said anything about it yet.
    public var isUndecided = false
    /// What was in its way is not any more: moderators made room.
    public var isPossibleNow = false

    public init(
        id: String,
        title: String,
        host: String?,
        wishCount: Int?,
        handCount: Int = 0,
        reason: ParkReason?,
        isWantedMore: Bool = false
    ) {
        self.id = id
        self.title = title
        self.host = host
        self.wishCount = wishCount
        self.handCount = handCount
        self.reason = reason
        self.isWantedMore = isWantedMore
    }

    public func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "id": .text(id)
        case "title": .text(title)
        case "host": .maybe(host)
        case "reason": .text(reasonText(words))
        case "wishes": .maybe(wishCount.map { words("grid.wishes", count: $0) })
        case "hands": .maybe(handCount > 0 ? words("grid.hands", count: handCount) : nil)
        case "placing": .maybe(placing)
        default: nil
        }
    }
}

extension ParkedTopic {
    /// Why it has no place, in a sentence.
    public func reasonText(_ words: Phrases) -> String {
        switch reason {
        case .noRoomLeft where isPossibleNow, .noFittingPlace(_) where isPossibleNow:
            words["parked.possibleNow"]
        default: reason.text(words, isWantedMore: isWantedMore, isUndecided: isUndecided)
        }
    }
}

extension ParkReason? {
    /// No reason: it came after the board was laid.
    public func text(_ words: Phrases, isWantedMore: Bool, isUndecided: Bool = false) -> String {
        self?.text(words, isWantedMore: isWantedMore, isUndecided: isUndecided) ?? words["parked.cameLater"]
    }
}

extension ParkReason {
    /// `isWantedMore`: more than something that has a place.
    public func text(_ words: Phrases, isWantedMore: Bool, isUndecided: Bool = false) -> String {
        switch self {
        case .noRoomLeft:
            isWantedMore ? words["parked.noRoomLeftWanted"] : words["parked.noRoomLeft"]
        case .lessWanted: words["parked.lessWanted"]
        case .notTakenInByPlenum:
            isUndecided ? words["parked.undecided"] : words["parked.notTakenIn"]
        case .byModerator: words["parked.byModerator"]
        case .noFittingPlace(let demands):
            words("parked.noFittingPlace", ["why": demands.map { $0.text(words) }.joined(separator: ", ")])
        }
    }
}

extension ParkReason.Demand {
    func text(_ words: Phrases) -> String {
        switch self {
        case .hostAway: words["parked.hostAway"]
        case .hostElsewhere: words["parked.hostElsewhere"]
        case .equipment: words["parked.equipment"]
        case .length: words["parked.length"]
        case .pinned: words["parked.pinned"]
        }
    }
}
