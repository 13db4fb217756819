/// What a moderator can take back, newest last.
public struct UndoLog: Sendable, Hashable, Codable {
    static let countMax = 40

    public internal(set) var steps: [Step] = []
    private var count = 0

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
        case laid(count: Int)
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
    }

    public enum Touched: Sendable, Hashable, Codable {
        case placement(id: Proposal.ID)
        case topic(id: Proposal.ID)
        case hands(id: Proposal.ID)
        case admission(id: Proposal.ID)
        case queue
    }

    public subscript(number: Int) -> Step? { steps.first { $0.number == number } }

    /// The newest step, which the bar at the bottom offers.
    public var newest: Step? { steps.last }

    /// A later step that built on what this one changed.
    public func blocker(of step: Step) -> Step? {
        steps.first { $0.number > step.number && !$0.touched.isDisjoint(with: step.touched) }
    }

    mutating func remember(_ draft: Draft, at moment: Instant) {
        count += 1
        steps.append(
            Step(
                number: count, act: draft.act, touched: draft.touched, inverse: draft.inverse, moment: moment)
        )
        if steps.count > Self.countMax { steps.removeFirst() }
    }

    mutating func forget(_ number: Int) {
        steps.removeAll { $0.number == number }
    }

    struct Draft {
        let act: UndoableAct
        let touched: Set<Touched>
        let inverse: [Gathering.Change]
    }

    /// How a change is taken back, seen from the state before it; nil when it cannot be.
    static func step(for change: Gathering.Change, in gathering: Gathering) -> Draft? {
        switch change {
        case .board(.draftChanged(let steps, let how)): step(forBoard: steps, how: how, in: gathering.board)
        case .board(.cancelled(let id)):
            Draft(
                act: .cancelled(id: id), touched: [.placement(id: id)],
                inverse: [.board(change: .restored(id: id))])
        case .topics(let change): step(for: change, in: gathering)
        default: nil
        }
    }

    private static func step(forBoard steps: [Board.Setting], how: Board.How, in board: Board) -> Draft? {
        guard let first = steps.first else { return nil }

        let act: UndoableAct
        switch how {
        case .laid: act = .laid(count: steps.count)
        case .moved: act = .moved(id: first.id)
        case .swapped: act = .swapped(id: first.id, with: steps.last?.id ?? first.id)
        case .pinned: act = .pinned(id: first.id)
        case .unpinned: act = .unpinned(id: first.id)
        case .parked: act = .parked(id: first.id)
        case .undone, .withdrawn: return nil
        }
        let back = steps.map { board.setting(of: $0.id) }
        return Draft(
            act: act, touched: Set(steps.map { .placement(id: $0.id) }),
            inverse: [.board(change: .draftChanged(steps: back, how: .undone))])
    }

    private static func parting(_ id: Proposal.ID, from into: Proposal.ID, _ gathering: Gathering)
        -> [Gathering.Change]
    {
        let topics = gathering.topics
        // Who was just presenting is the next one to do so.
        let queue = topics.pitch?.proposal == id ? [id] + topics.queue : topics.queue
        let changes: [Gathering.Change] = [
            .topics(change: .parted(id: id)),
            .topics(change: .hostsSet(id: into, hosts: topics[into]?.hosts ?? [])),
            .topics(change: .handsCounted(id: into, count: topics.hands[into])),
            .topics(change: .queueSet(queue: queue)),
        ]
        let setting = gathering.board.setting(of: id)
        guard setting != Board.Setting(id, parked: nil) else { return changes }
        return changes + [.board(change: .draftChanged(steps: [setting], how: .undone))]
    }

    private static func step(for change: Topics.Change, in gathering: Gathering) -> Draft? {
        let topics = gathering.topics
        switch change {
        case .merged(let id, let into):
            return Draft(
                act: .merged(id: id, into: into),
                touched: [
                    .topic(id: id), .topic(id: into), .placement(id: id), .hands(id: id), .hands(id: into),
                ],
                inverse: parting(id, from: into, gathering))
        case .hidden(let id):
            return Draft(
                act: .hidden(id: id), touched: [.topic(id: id)], inverse: [.topics(change: .shown(id: id))])
        case .queueSet:
            return Draft(
                act: .queued, touched: [.queue], inverse: [.topics(change: .queueSet(queue: topics.queue))])
        case .handsCounted(let id, let count):
            return Draft(
                act: .counted(id: id, hands: count ?? 0), touched: [.hands(id: id)],
                inverse: [.topics(change: .handsCounted(id: id, count: topics.hands[id]))])
        case .admitted(let id, let isIn):
            return Draft(
                act: .admitted(id: id, isIn: isIn ?? false), touched: [.admission(id: id)],
                inverse: [.topics(change: .admitted(id: id, isIn: topics[id]?.isAdmitted))])
        default: return nil
        }
    }
}
