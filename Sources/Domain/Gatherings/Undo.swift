/// What a moderator can take back, newest last.
public struct UndoLog: Sendable, Hashable, Codable {
    static let countMax = 40

    public internal(set) var steps: [Step] = []
    private var count = 0
    /// What could not be taken back in the first journals is counted apart, so that the numbers that stand in
    /// their entries keep their steps.
    private var laterCount = 0

    private static let laterNumberMin = 1_000_000

    /// An act with what would take it back.
    public struct Step: Sendable, Hashable, Codable {
        public let number: Int
        public let act: UndoableAct
        /// What it changed: who builds on one of these later stands in the way of taking it back.
        public let touched: Set<Touched>
        public let inverse: [Gathering.Change]
        public let moment: Instant
    }

    /// What was done, for the sentence beside the button.
    public enum UndoableAct: Sendable, Hashable, Codable {
        /// `count`: topics with a new place; `parked`: topics that have none now.
        case laid(count: Int, parked: Int? = nil)
        case moved(id: Proposal.ID)
        case swapped(id: Proposal.ID, with: Proposal.ID)
        case pinned(id: Proposal.ID)
        case unpinned(id: Proposal.ID)
        case parked(id: Proposal.ID)
        case merged(id: Proposal.ID, into: Proposal.ID)
        case hidden(id: Proposal.ID)
        case queued
        case counted(id: Proposal.ID, hands: Int)
        case admitted(id: Proposal.ID, isIn: Bool)
        case cancelled(id: Proposal.ID)
        case withdrawn(id: Proposal.ID)
        /// `revision`: what the topic had afterwards.
        case edited(id: Proposal.ID, revision: Int)
        case shown(id: Proposal.ID)
        case restored(id: Proposal.ID)
        case roomChanged(id: Proposal.ID)
        /// `before`: the version that everybody sees again when it is taken back.
        case published(number: Int, before: Int)
        case shifted(minutes: Int)
        case entered(Phase)
        /// Nil: the wall follows the day.
        case projected(Picture?)
    }

    public enum Touched: Sendable, Hashable, Codable {
        case placement(id: Proposal.ID)
        case topic(id: Proposal.ID)
        case hands(id: Proposal.ID)
        case admission(id: Proposal.ID)
        case queue
        case publication
        case times
        case phase
        case wall
    }

    public subscript(number: Int) -> Step? { steps.first { $0.number == number } }

    /// The newest step, which the bar at the bottom offers.
    public var newest: Step? { steps.last }

    /// A later step that built on what this one changed.
    public func blocker(of step: Step) -> Step? {
        after(step).first { !$0.touched.isDisjoint(with: step.touched) }
    }

    func after(_ step: Step) -> ArraySlice<Step> {
        guard let index = steps.firstIndex(where: { $0.number == step.number }) else { return [] }
        return steps[(index + 1)...]
    }

    mutating func remember(_ draft: Draft, at moment: Instant) {
        steps.append(
            Step(
                number: nextNumber(isLater: draft.isLater), act: draft.act, touched: draft.touched,
                inverse: draft.inverse, moment: moment)
        )
        if steps.count > Self.countMax { steps.removeFirst() }
    }

    mutating func forget(_ number: Int) {
        steps.removeAll { $0.number == number }
    }

    private mutating func nextNumber(isLater: Bool) -> Int {
        if isLater {
            laterCount += 1
            return Self.laterNumberMin + laterCount
        }
        count += 1
        return count
    }

    struct Draft {
        let act: UndoableAct
        let touched: Set<Touched>
        let inverse: [Gathering.Change]
        /// The first journals had no such step.
        var isLater = false
    }
}
